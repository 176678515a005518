// Articles of an issue can be dragged into their order; the buttons do the same without it.
const list = document.querySelector("[data-order]");
const form = document.querySelector("#issue-form");
let dragged = null;

function save() {
  const keys = [...list.querySelectorAll("[data-key]")].map((each) => each.dataset.key);
  const order = document.createElement("button");
  order.name = "do";
  order.value = `order:${keys.join(",")}`;
  order.hidden = true;
  form.append(order);
  form.requestSubmit(order);
}

for (const item of list?.querySelectorAll("[data-key]") ?? []) {
  const title = item.querySelector("b");
  title.draggable = true;
  title.title = "Drag to another place";
  title.addEventListener("dragstart", () => (dragged = item));
  item.addEventListener("dragover", (event) => {
    if (dragged && dragged !== item) event.preventDefault();
  });
  item.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!dragged || dragged === item) return;
    const isBelow = item.compareDocumentPosition(dragged) & Node.DOCUMENT_POSITION_PRECEDING;
    item[isBelow ? "after" : "before"](dragged);
    save();
  });
}
