// Writing: drafts kept on this device, a quiet count near the limit, one sending per press.
// Nothing here is needed to post; without it the form is an ordinary form.

const DRAFT = "draft:";
const DRAFT_LIFE = 30 * 24 * 60 * 60 * 1000; // ms: long enough for a bad month, not for ever on a shared device
const SAVE_AFTER = 400;   // ms without a key, so that a slow machine is not busy with saving
const COUNT_AFTER = 600;  // ms, so that a screen reader is not interrupted at every letter
const NEAR_LIMIT = 0.1;   // the count shows itself for the last tenth
const SENDING = 8000;     // ms: a second press in this time is a double press

/** A new element with these properties. */
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

const form = document.querySelector("form.post-form");
const box = form?.elements.comment;
const heading = form?.elements.title; // only where a conversation begins

/* -- drafts: {text, title, at} under "draft:<thread>:<parent or 0>" -- */

/** Some browsers let us keep nothing; words then still travel with the form. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

const load = (key) => attempt(() => JSON.parse(localStorage.getItem(DRAFT + key)));
const forget = (key) => attempt(() => localStorage.removeItem(DRAFT + key));
const keep = (key, draft) => attempt(() => localStorage.setItem(DRAFT + key, JSON.stringify(draft)));

function forgetOld() {
  for (const name of attempt(() => Object.keys(localStorage)) ?? []) {
    const key = name.slice(DRAFT.length);
    if (name.startsWith(DRAFT) && !(Date.now() - load(key)?.at < DRAFT_LIFE)) forget(key);
  }
}

/** What the server took in needs no draft any more. */
function forgetPosted() {
  const posted = [document.body.dataset.posted];
  for (const mark of document.querySelectorAll("[data-clear-draft]")) posted.push(mark.dataset.clearDraft);
  posted.filter(Boolean).forEach(forget);
}

/* -- the words in the form -- */

function key() {
  return `${form.dataset.draft}:${form.elements.parent?.value || 0}`;
}

function fill(draft) {
  box.value = draft?.text ?? "";
  if (heading) heading.value = draft?.title ?? "";
  count();
}

function words() {
  const title = heading?.value ?? "";
  return (box.value + title).trim() && { text: box.value, title, at: Date.now() };
}

/** A form without data-draft, as for editing, keeps none: its words are safe on the server. */
function save() {
  if (!form.dataset.draft) return;
  const draft = words();
  if (draft) keep(key(), draft);
  else forget(key());
}

const line = make("p", { className: "kept" });
line.setAttribute("role", "status");

function say(text, action, act) {
  const button = make("button", { type: "button", className: "btn btn-plain", textContent: action });
  button.addEventListener("click", () => {
    act();
    line.querySelector("button")?.focus();
  });
  line.replaceChildren(text, button);
  box.before(line);
}

function sayKept() {
  say("We kept what you wrote here.", "Discard it", () => {
    const draft = words();
    forget(key());
    fill(null);
    say("Discarded.", "Bring it back", () => {
      fill(draft);
      save();
      sayKept();
    });
  });
}

function restore() {
  const draft = load(key());
  if (!draft || (box.value + (heading?.value ?? "")).trim()) return;
  fill(draft);
  sayKept();
}

/* -- the form moves to another place in the thread -- */

let carried = null; // words on their way, and the place they were kept under

function leave() {
  save();
  const draft = words();
  carried = draft && { draft, from: key() };
  line.remove();
}

/** Words come along, unless others are kept for the new place; then both stay where they were. */
function arrive() {
  const kept = load(key());
  if (!kept && carried) {
    forget(carried.from);
    keep(key(), carried.draft);
    return;
  }
  fill(kept);
  if (kept) sayKept();
}

/* -- the count -- */

const counter = make("p", { className: "count" });
counter.setAttribute("role", "status");

function count() {
  const limit = Number(box.dataset.max);
  if (!limit) return;
  const left = limit - [...box.value].length;
  counter.classList.toggle("over", left < 0);
  if (left > limit * NEAR_LIMIT) counter.textContent = "";
  else if (left >= 0) counter.textContent = `Room for ${left.toLocaleString("en")} more characters.`;
  else counter.textContent = `${(-left).toLocaleString("en")} characters too many. Please shorten it a little.`;
}

/* -- sending -- */

const SENT = "sent"; // the words sent last, for as long as the window is open
let sent = 0;        // when, in ms

function release() {
  sent = 0;
  for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
}

function send(event) {
  if (Date.now() - sent < SENDING) return event.preventDefault();
  sent = Date.now();
  save();
  attempt(() => sessionStorage.setItem(SENT, box.value));
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, SENDING);
}

/** Back with the back button: the browser fills the box, and the number has to fit.
 *  Words that were posted are not offered a second time. */
function comeBack() {
  release();
  if (!form.dataset.draft) return;
  const draft = load(key());
  if (draft?.text === box.value) fill(draft);
  else if (!draft && box.value && box.value === attempt(() => sessionStorage.getItem(SENT))) fill(null);
}

/* -- together -- */

function later(action, delay) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
}

function watch() {
  box.removeAttribute("maxlength"); // it would cut off pasted words without a sound
  box.after(counter);
  restore();
  count();
  for (const field of [box, heading]) field?.addEventListener("input", later(save, SAVE_AFTER));
  box.addEventListener("input", later(count, COUNT_AFTER));
  form.addEventListener("submit", send);
  form.addEventListener("thread:leave", leave);
  form.addEventListener("thread:arrive", arrive);
  addEventListener("pagehide", () => sent || save());
  addEventListener("pageshow", comeBack);
}

forgetPosted();
forgetOld();
if (box) watch();
document.querySelector(".error-summary, .asked")?.focus();
