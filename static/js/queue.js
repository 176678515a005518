// The queue by keyboard: j and k go from one to the next, b begins with the most urgent, a
// approves, r opens the reasons, n a note, s leaves a case, u takes the last decision back.
// Every key can be chosen anew on each device.
// Keys count only while the list or the case has the focus, never while somebody types, and can
// be switched off. Without this file every one of them is a link or a button.

const KEPT = "moderation-shortcuts"; // "off" on devices where they were switched off

const panel = document.querySelector("#shortcuts");
const list = document.querySelector("#queue");
const open = document.querySelector("#case");
const TYPING = "input, select, textarea, [contenteditable]";
let isLeaving = false; // a decision is on its way; a second key must not send another

/* -- switching them off ------------------------------------------------------ */

/** What the device remembers. A browser that keeps nothing has the shortcuts on. */
function remembered(value) {
  try {
    if (value !== undefined) localStorage.setItem(KEPT, value);
    return localStorage.getItem(KEPT);
  } catch {
    return value ?? null;
  }
}

const box = panel?.querySelector("input");

function showLegend() {
  panel.querySelector("#shortcuts-legend").hidden = !box.checked;
}

function say(words) {
  panel.querySelector("#shortcuts-say").textContent = words;
}

/* -- moving in the list -------------------------------------------------------- */

const entries = () => [...(list?.querySelectorAll(".queue a") ?? [])];
const isCurrent = (line) => line.hasAttribute("aria-current");
const isShown = (element) => Boolean(element?.getClientRects().length);

/** The line with the focus; from inside the case, the line of the case. */
function here() {
  const lines = entries();
  const at = lines.indexOf(document.activeElement);
  return at >= 0 ? at : lines.findIndex(isCurrent);
}

/** From a case that stands alone there is only the way to the next one. */
function leave(step) {
  const next = open?.querySelector(".next-case");
  if (step < 0 || !next) return;
  keepGoing();
  next.click();
}

function move(step) {
  if (!isShown(list)) return leave(step); // a narrow screen shows the case alone
  const lines = entries();
  const to = Math.min(Math.max(here() + step, 0), lines.length - 1);
  lines[to]?.focus();
}

/* -- deciding ------------------------------------------------------------------- */

/** Whether the case on the page is the one that the focus is on. Only what was read is decided. */
function isBeingRead() {
  const line = document.activeElement.closest(".queue a");
  return isShown(open?.querySelector("#case-title")) && (!line || isCurrent(line));
}

function decide(key) {
  if (!isBeingRead()) {
    say("Open it with Enter first. Then you decide on what you have read.");
    return;
  }
  const target = open.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  if (target.matches("details")) {
    target.open = true;
    target.querySelector("select, textarea").focus();
  } else {
    isLeaving = true;
    target.click();
  }
}

/** From the list to the most urgent one that nobody else reads. */
function begin() {
  const button = open?.querySelector('[data-key="b"]');
  if (!button) return;
  keepGoing();
  isLeaving = true;
  button.click();
}

/** The button of the last decision, wherever the focus is. */
function undo() {
  const button = document.querySelector('[data-key="u"]');
  if (!button) return say("There is nothing to take back.");
  keepGoing();
  isLeaving = true;
  button.click();
}

/** Leave the open case to the others, and go on. */
function skip() {
  const next = open?.querySelector(".next-case");
  if (!next) return;
  keepGoing();
  isLeaving = true;
  next.click();
}

/* -- keys -------------------------------------------------------------------------- */

const ACTIONS = {
  next: { words: "next", key: "j", act: () => move(+1) },
  previous: { words: "previous", key: "k", act: () => move(-1) },
  begin: { words: "begin with the most urgent", key: "b", act: begin },
  approve: { words: "approve, or leave as it is", key: "a", act: () => decide("a") },
  reject: { words: "reason for not publishing or removing", key: "r", act: () => decide("r") },
  skip: { words: "leave it, and go on", key: "s", act: skip },
  note: { words: "note, or a second opinion", key: "n", act: () => decide("n") },
  undo: { words: "take back the last decision", key: "u", act: undo },
};
const CHOSEN = "moderation-keys"; // the keys that were chosen on this device

function chosenKeys() {
  try {
    return JSON.parse(localStorage.getItem(CHOSEN)) ?? {};
  } catch {
    return {};
  }
}

let keys = { ...Object.fromEntries(Object.entries(ACTIONS).map(([name, { key }]) => [name, key])), ...chosenKeys() };
const actionOf = (key) => ACTIONS[Object.keys(ACTIONS).find((name) => keys[name] === key)];

function showKeys() {
  const parts = Object.entries(ACTIONS).map(([name, { words }]) => {
    const key = document.createElement("kbd");
    key.textContent = keys[name];
    return [key, ` ${words}`];
  });
  const enter = document.createElement("kbd");
  enter.textContent = "Enter";
  parts.splice(2, 0, [enter, " open"]);
  panel.querySelector("#shortcuts-legend").replaceChildren(...parts.flatMap((part, i) => (i ? [", ", ...part] : part)));
}

/** A box for each key, in the fold of settings. One letter or digit, and no letter twice. */
function offerKeys() {
  const place = panel.querySelector("#shortcuts-keys");
  for (const [name, { words }] of Object.entries(ACTIONS)) {
    const box = Object.assign(document.createElement("input"), { type: "text", maxLength: 1, value: keys[name], className: "key-box" });
    const label = document.createElement("label");
    label.append(words, box);
    box.addEventListener("change", () => chooseKey(name, box));
    place.append(label);
  }
}

function chooseKey(name, box) {
  const key = box.value.toLowerCase();
  const other = Object.keys(keys).find((each) => each !== name && keys[each] === key);
  if (!/^[\p{L}\p{N}]$/u.test(key) || other) {
    say(other ? `${key} is taken: ${ACTIONS[other].words}.` : "Please choose one letter or digit.");
    box.value = keys[name];
    return;
  }
  keys = { ...keys, [name]: key };
  try {
    localStorage.setItem(CHOSEN, JSON.stringify(keys));
  } catch {
    // This browser keeps nothing; the key holds on this page.
  }
  showKeys();
  say(`${key}: ${ACTIONS[name].words}.`);
}

// In the case the arrows scroll, as everywhere.
const LIST_KEYS = { ArrowDown: ACTIONS.next.act, ArrowUp: ACTIONS.previous.act };

function actionFor(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return undefined;
  // Between the fields of a form that was opened to write in, a letter is meant for a field.
  if (event.target.closest(`${TYPING}, details[open] form`)) return undefined;
  const inList = list?.contains(event.target);
  if (!inList && !open?.contains(event.target)) return undefined;
  return actionOf(event.key)?.act ?? (inList ? LIST_KEYS[event.key] : undefined);
}

document.addEventListener("keydown", (event) => {
  if (!box?.checked) return;
  const action = actionFor(event);
  if (!action) return;
  event.preventDefault();
  // A key held down moves on in the list, but decides once.
  if (isLeaving || (event.repeat && ![ACTIONS.next.act, ACTIONS.previous.act].includes(action))) return;
  say("");
  action();
});

/* -- from page to page --------------------------------------------------------------- */

// Whoever works by key goes on by key: on the next page the focus is on the open line again.
const GOING_ON = "moderation-by-key";

function keepGoing() {
  try {
    sessionStorage.setItem(GOING_ON, "yes");
  } catch {
    // This browser keeps nothing; the focus begins at the top of the page.
  }
}

function isGoingOn() {
  try {
    const kept = sessionStorage.getItem(GOING_ON);
    sessionStorage.removeItem(GOING_ON);
    return kept === "yes";
  } catch {
    return false;
  }
}

function goOn() {
  const trouble = open?.querySelector("[role=alert]");
  const line = entries().find(isCurrent);
  const next = isShown(line) ? line : open?.querySelector("h2");
  if (trouble) trouble.focus();
  else if (isGoingOn()) next?.focus({ preventScroll: true });
}

list?.addEventListener("click", (event) => {
  if (event.detail === 0) keepGoing(); // opened by Enter
});
open?.addEventListener("submit", keepGoing);
window.addEventListener("pageshow", () => {
  isLeaving = false;
});

/* -- all set ------------------------------------------------------------------------------ */

// A screen that is only touched has no keys to explain.
const isOnlyTouched = matchMedia("(hover: none) and (pointer: coarse)").matches;

if (panel && (list || open)) {
  panel.hidden = false;
  box.checked = remembered() !== "off";
  showKeys();
  offerKeys();
  showLegend();
  box.addEventListener("change", () => {
    remembered(box.checked ? "on" : "off");
    showLegend();
  });
  if (isOnlyTouched) for (const part of panel.querySelectorAll(".by-keys")) part.hidden = true;
}
/* -- words that may be hard to read: folded, unless somebody always wants them -- */

const SENSITIVE = "moderation-sensitive"; // "on" on devices where they are always shown

function showSensitive() {
  const always = panel?.querySelector("#sensitive-on");
  if (!always) return;
  try {
    always.checked = localStorage.getItem(SENSITIVE) === "on";
  } catch {
    // This browser keeps nothing; they stay folded.
  }
  const apply = () => {
    for (const fold of document.querySelectorAll("details.sensitive")) fold.open = always.checked;
  };
  apply();
  always.addEventListener("change", () => {
    try {
      localStorage.setItem(SENSITIVE, always.checked ? "on" : "off");
    } catch {
      // It holds on this page.
    }
    apply();
  });
}
showSensitive();
goOn();
