// Support in place: the four buttons of a comment open below it, and the counts change where they stand.
// Without this file "Support" leads to a page with the same buttons.

const FORM = "#support-form";

/** The page behind an address, or of a form that was sent. */
async function read(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** What readers said, as the page of the comment has it, into the comment in the thread. */
function showCounts(comment, found) {
  const fresh = found.querySelector("#said");
  fresh?.removeAttribute("id");
  const shown = comment.querySelector(":scope > .said");
  if (shown && fresh) shown.replaceWith(fresh);
  else if (fresh) comment.querySelector(":scope > .words").after(fresh);
  else shown?.remove();
}

/** The link says what this reader said. */
function showOwn(link, found) {
  const given = found.querySelector(FORM)?.dataset.given;
  const hidden = Object.assign(document.createElement("span"), { className: "vh" });
  hidden.textContent = given ? ". Change it or take it back" : " this comment";
  link.replaceChildren(given ? `You said “${given}”` : "Support", hidden);
}

function close(link) {
  link.closest(".comment").querySelector(":scope > .support-here")?.remove();
  link.removeAttribute("aria-expanded");
  link.focus();
}

/** Sends the button that was pressed; where anything is in the way, the page itself takes over. */
async function send(event, link) {
  event.preventDefault();
  const form = event.target;
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  const sent = new FormData(form, event.submitter);
  sent.append("in_place", "1");
  try {
    const found = await read(link.href, { method: "POST", body: sent });
    if (!found.querySelector(FORM)) throw new Error("signed out");
    showCounts(link.closest(".comment"), found);
    showOwn(link, found);
    close(link);
  } catch {
    location.assign(link.href);
  }
}

/** Opens the buttons below the comment; visitors are led to the page, which says where to sign in. */
async function open(link) {
  const found = await read(link.href);
  const form = found.querySelector(FORM);
  if (!form) return location.assign(link.href);
  const place = Object.assign(document.createElement("div"), { className: "support-here" });
  form.removeAttribute("id");
  form.action = link.href;
  form.addEventListener("submit", (event) => send(event, link));
  const leave = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-plain", textContent: "Leave it" });
  leave.addEventListener("click", () => close(link));
  form.querySelector(".support-kinds").append(leave);
  place.append(form);
  place.addEventListener("keydown", (event) => event.key === "Escape" && close(link));
  link.closest(".comment").append(place);
  link.setAttribute("aria-expanded", "true");
  form.querySelector("button").focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.support-link");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.hasAttribute("aria-expanded")) return close(link);
  if (link.hasAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  open(link).catch(() => location.assign(link.href)).finally(() => link.removeAttribute("aria-busy"));
});
