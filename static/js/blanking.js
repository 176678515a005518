// Blanking words: what is selected in the comment goes into the list of words to blank.
// Without this file the words are typed, or chosen from the lists.

const words = document.querySelector("#words");
const help = document.querySelector(".select-help");
const typed = document.querySelector("textarea[name=typed]");

/** What is selected of the comment, one entry a line. */
function selected() {
  const selection = getSelection();
  const isInside = words.contains(selection.anchorNode) && words.contains(selection.focusNode);
  return isInside ? selection.toString().split("\n").map((line) => line.trim()).filter(Boolean) : [];
}

/** Adds the entries that are not in the list yet. */
function add(entries) {
  const known = typed.value.split("\n").filter((line) => line.trim());
  typed.value = [...new Set([...known, ...entries])].join("\n");
}

if (words && help && typed) {
  help.hidden = false;
  const [button, say] = help.children;
  say.setAttribute("role", "status");
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => {
    const entries = selected();
    if (entries.length) add(entries);
    say.textContent = entries.length
      ? `Added to the list: ${entries.join(", ")}`
      : "Select words in the comment first.";
  });
}
