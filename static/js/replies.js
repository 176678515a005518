// Reply templates: the chosen text goes into the words at once. Nothing that was typed is overwritten.
// Without this file the button of a form sends it, and it comes back with the text in it; texts that
// stand on the page can be copied.

const texts = JSON.parse(document.querySelector("#reply-texts")?.textContent ?? "{}");

/** The words with a text below them, unless it stands there already. */
function joined(words, text) {
  if (words.includes(text)) return words;
  return words.trim() ? `${words.trimEnd()}\n\n${text}` : text;
}

/** Puts a text below what stands in a field, and goes there. */
function putInto(field, text) {
  field.value = joined(field.value, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

document.addEventListener("click", (event) => {
  const chooser = event.target.closest("button[name=put_in]");
  const shown = event.target.closest("button[data-into]");
  if (shown) putInto(document.querySelector(`textarea[name=${shown.dataset.into}]`), shown.dataset.text);
  if (!chooser) return;
  event.preventDefault();
  const { reply, words } = chooser.form.elements;
  const text = texts[reply.value];
  if (text) putInto(words, text);
  else reply.focus();
});

for (const button of document.querySelectorAll("button[data-into]")) button.hidden = false;
