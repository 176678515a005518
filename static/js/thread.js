// A thread: reply in place, show a folded branch in place, go from comment to comment.
// Every one of these is a plain link without this file.

/** A new element with these properties. */
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/* -- reply in place -- */

const form = document.querySelector("#post-form");
const home = document.createComment("the form stands here when no reply is open");
let opener = null; // the reply link that brought the form where it is
form?.before(home);

/** Takes the form elsewhere. writing.js hears of it before and after, and looks after the words. */
function move(parent, put) {
  const old = form.closest(".reply-here");
  form.dispatchEvent(new CustomEvent("thread:leave"));
  form.elements.parent.value = parent;
  put(form);
  form.dispatchEvent(new CustomEvent("thread:arrive"));
  form.querySelector(".cancel-reply")?.remove();
  old?.remove();
}

function cancelReply() {
  move("", (form) => home.after(form));
  opener.focus();
  opener = null;
}

function cancelButton() {
  const button = make("button", { type: "button", className: "btn btn-plain cancel-reply", textContent: "Cancel reply" });
  button.addEventListener("click", cancelReply);
  return button;
}

function placeFor(link) {
  const place = make("section", { className: "reply-here" });
  const heading = make("h3", { id: "reply-heading", textContent: `Reply to ${link.dataset.name}` });
  place.setAttribute("aria-labelledby", heading.id);
  place.append(heading);
  return place;
}

function firstEmptyField() {
  const fields = [form.elements.name, form.elements.comment].filter(Boolean);
  return fields.find((field) => !field.value) ?? fields.at(-1);
}

function replyTo(link) {
  if (link !== opener) {
    const place = placeFor(link);
    link.closest(".comment").after(place);
    move(link.dataset.parent, (form) => place.append(form));
    (form.querySelector(".actions") ?? form).append(cancelButton());
    opener = link;
  }
  firstEmptyField().focus();
}

/* -- a folded branch -- */

/** Replaces the link by the replies it stands for; rejects when the answer holds none that are new. */
async function unfold(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(String(answer.status));
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#branch");
  const replies = [...(found?.children ?? [])].filter((reply) => {
    const comment = reply.querySelector(".comment[id]");
    return !comment || !document.getElementById(comment.id);
  });
  if (!replies.some((reply) => reply.querySelector(".comment[id]"))) throw new Error("nothing new");
  (link.closest("li") ?? link).replaceWith(...replies);
  addNextLinks();
  focusOn(replies[0].querySelector(".comment"));
}

function showMore(link) {
  if (link.hasAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  link.textContent = "Fetching the replies";
  unfold(link).catch(() => location.assign(link.href));
}

/* -- from comment to comment -- */

function focusOn(comment) {
  comment.tabIndex = -1;
  comment.focus();
}

/** Comments that can be seen now, in reading order: none inside a closed branch. */
function comments() {
  return [...document.querySelectorAll(".comments .comment[id]")].filter((comment) => !comment.closest("details:not([open])"));
}

function neighbour(comment, step) {
  const all = comments();
  return all[all.indexOf(comment) + step];
}

/** The comment that was gone to last, while it can still be seen; else the one at the top of the window. */
function current() {
  const target = document.querySelector(".comment:target");
  const top = target?.getBoundingClientRect().top;
  if (top >= 0 && top < innerHeight) return target;
  return comments().findLast((comment) => comment.getBoundingClientRect().top < innerHeight / 3);
}

/** The button keeps the focus, so that it can be pressed again; the comment is marked and named. */
function jump(step, button, status) {
  const from = current();
  const to = from ? neighbour(from, step) : comments()[0];
  if (!to) return;
  location.replace(`#${to.id}`);
  button.focus({ preventScroll: true });
  status.textContent = to.querySelector(".by")?.textContent ?? "";
}

/** On narrow screens each comment ends with a way to the next one. */
function addNextLinks() {
  const all = [...document.querySelectorAll(".comments .comment[id]")];
  for (const [index, comment] of all.entries()) {
    const footer = comment.querySelector(":scope > footer");
    if (!footer || footer.querySelector(".next") || !all[index + 1]) continue;
    const link = make("a", { className: "next", href: `#${all[index + 1].id}`, textContent: "Next" });
    link.setAttribute("aria-label", "Next comment");
    footer.append(link);
  }
}

/** On wide screens two buttons stand in the empty margin. */
function addJumpButtons() {
  const column = make("div", { className: "jump-column" });
  const nav = make("nav", { className: "jump" });
  const status = make("span", { className: "vh" });
  nav.setAttribute("aria-label", "Comments");
  status.setAttribute("role", "status");
  for (const [text, step] of [["Previous comment", -1], ["Next comment", 1]]) {
    const button = make("button", { type: "button", className: "btn btn-plain", textContent: text });
    button.addEventListener("click", () => jump(step, button, status));
    nav.append(button);
  }
  nav.append(status);
  column.append(nav);
  document.querySelector(".thread").append(column);
}

/** The next comment may lie in a closed branch: the link then leads past it. */
function aim(link) {
  const next = neighbour(link.closest(".comment"), 1);
  if (!next) return;
  next.tabIndex = -1;
  link.hash = next.id;
}

/* -- one listener for all of them -- */

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".reply-link") && form) replyTo(link);
  else if (link.matches(".more-replies")) showMore(link);
  else {
    if (link.matches(".next")) aim(link);
    return;
  }
  event.preventDefault();
});

if (document.querySelector(".thread .comment ~ .replies, .thread .comments > li + li")) {
  addNextLinks();
  addJumpButtons();
}
