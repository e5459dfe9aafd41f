// Copies a text and says so in `said`. Where the clipboard is refused, as by some browsers and on
// pages without https, `mark` marks the text on the page to be copied by hand.
export async function copy(text, said, name, mark) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    mark();
    done = document.execCommand("copy");
  }
  said.textContent = done ? "Copied." : `Press Ctrl+C (or Command+C) to copy the marked ${name}.`;
}
