// The response code with a button that copies it. The text stays on the page, and can be selected,
// when the kernel is gone.
async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by some browsers, and on pages without https.
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

function render({ model, el }) {
  el.classList.add("rk-code-box");
  el.innerHTML = `
    <span class="rk-code-name">Your response code</span>
    <code role="textbox" aria-readonly="true" tabindex="0" aria-label="Your response code"></code>
    <button type="button">Copy</button>
    <span role="status"></span>`;
  const [code, button, said] = ["code", "button", "[role=status]"].map((s) => el.querySelector(s));
  const paint = () => {
    code.textContent = model.get("code");
    said.textContent = "";
  };
  button.addEventListener("click", async () => {
    const done = await copy(model.get("code"), code);
    said.textContent = done ? "Copied." : "Press Ctrl+C (or Command+C) to copy the marked code.";
  });
  model.on("change:code", paint);
  paint();
  return () => model.off("change:code", paint);
}
export default { render };
