// Reading comfort: size, spacing, colours, contrast and typeface, kept in one cookie on this device.
// Without this file the page /comfort/ does the same with a plain form.

const CHOICES = {
  text: ["1", "2", "3", "4"],
  spacing: ["normal", "wide"],
  theme: ["auto", "light", "dark"],
  contrast: ["normal", "high"],
  typeface: ["standard", "legible"],
};
const ONE_YEAR = 365 * 24 * 60 * 60; // seconds: eyes change slowly
const page = document.documentElement;

/** A new element with these properties. */
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** The kept choices; what is unknown or missing is left at its first value. */
function read() {
  const cookie = document.cookie.match(/(?:^|; )comfort=([^;]*)/)?.[1] ?? "";
  const kept = Object.fromEntries(decodeURIComponent(cookie).split("|").map((part) => part.split(":")));
  return Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => [name, values.includes(kept[name]) ? kept[name] : values[0]]),
  );
}

/** The choices that differ from the first ones: {text: "3"}. */
function chosen(choices) {
  return Object.entries(choices).filter(([name, value]) => value !== CHOICES[name][0]);
}

function apply(choices) {
  for (const name of Object.keys(CHOICES)) delete page.dataset[name];
  for (const [name, value] of chosen(choices)) page.dataset[name] = value;
}

function keep(choices) {
  const value = chosen(choices).map((part) => part.join(":")).join("|");
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `comfort=${value}; path=/; max-age=${value ? ONE_YEAR : 0}; samesite=lax${secure}`;
}

/** Shows the kept choices in a form and follows every change at once. */
function follow(form) {
  const choices = read();
  for (const [name, value] of Object.entries(choices)) {
    const radio = form.querySelector(`[name="${name}"][value="${value}"]`);
    if (radio) radio.checked = true;
  }
  form.addEventListener("change", () => {
    const now = { ...read(), ...Object.fromEntries(new FormData(form)) };
    apply(now);
    keep(now);
  });
}

/** Turns the link in the header into a button that opens the same form in place. */
function openInPlace(link, template) {
  const button = make("button", { type: "button", className: "comfort-button", textContent: link.textContent });
  const panel = make("div", { id: "comfort-panel", className: "comfort-panel" });
  panel.append(template.content.cloneNode(true));
  const form = panel.querySelector("form");
  const toggle = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.setAttribute("aria-controls", panel.id);
  button.addEventListener("click", () => toggle(panel.hidden));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    toggle(false);
    button.focus();
  });
  form.querySelector("button").textContent = "Done";
  toggle(false);
  follow(form);
  link.replaceWith(button);
  template.replaceWith(panel);
}

apply(read());
const link = document.querySelector(".comfort-link");
const template = document.querySelector("#comfort-template");
const ownPage = document.querySelector("main .comfort-form");
if (ownPage) follow(ownPage);
else if (link && template) openInPlace(link, template);
