// Reply templates: the chosen text goes into the words at once. Nothing that was typed is overwritten.
// Without this file the button sends the form, which comes back with the text in it.

const texts = JSON.parse(document.querySelector("#reply-texts")?.textContent ?? "{}");

/** The words with a text below them, unless it stands there already. */
function joined(words, text) {
  if (words.includes(text)) return words;
  return words.trim() ? `${words.trimEnd()}\n\n${text}` : text;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=put_in]");
  const form = button?.form;
  const text = texts[form?.elements.reply?.value];
  if (!button) return;
  event.preventDefault();
  const words = form.elements.words;
  if (text) {
    words.value = joined(words.value, text);
    words.dispatchEvent(new Event("input", { bubbles: true }));
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
  } else {
    form.elements.reply.focus();
  }
});
