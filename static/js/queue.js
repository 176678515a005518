// The queue by keyboard: j and k go from one to the next, b begins with the most urgent, a
// approves, r opens the reasons, n a note.
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

/* -- keys -------------------------------------------------------------------------- */

const KEYS = {
  j: () => move(+1),
  k: () => move(-1),
  a: () => decide("a"),
  r: () => decide("r"),
  n: () => decide("n"),
  b: begin,
};

// In the case the arrows scroll, as everywhere.
const LIST_KEYS = { ArrowDown: KEYS.j, ArrowUp: KEYS.k };

function actionFor(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return undefined;
  if (event.target.closest(TYPING)) return undefined;
  const inList = list?.contains(event.target);
  if (!inList && !open?.contains(event.target)) return undefined;
  return KEYS[event.key] ?? (inList ? LIST_KEYS[event.key] : undefined);
}

document.addEventListener("keydown", (event) => {
  if (!box?.checked) return;
  const action = actionFor(event);
  if (!action) return;
  event.preventDefault();
  // A key held down moves on in the list, but decides once.
  if (isLeaving || (event.repeat && ![KEYS.j, KEYS.k].includes(action))) return;
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
  panel.hidden = isOnlyTouched;
  box.checked = remembered() !== "off";
  showLegend();
  box.addEventListener("change", () => {
    remembered(box.checked ? "on" : "off");
    showLegend();
  });
}
goOn();
