// The response code with a button that copies it. The text stays on the page, and can be selected,
// when the kernel is gone; and the tab keeps it for the other notebooks.
import { copy } from "./copy.js";
import { keep } from "./kept.js";

// Builds the box in `el`, and returns what shows a code in it.
export function codeBox(el) {
  el.classList.add("rk-code-box");
  el.innerHTML = `
    <span class="rk-code-name">Your response code</span>
    <code role="textbox" aria-readonly="true" tabindex="0" aria-label="Your response code"></code>
    <button type="button">Copy</button>
    <span role="status"></span>`;
  const [code, button, said] = ["code", "button", "[role=status]"].map((s) => el.querySelector(s));
  button.addEventListener("click", () =>
    copy(code.textContent, said, "code", () => getSelection().selectAllChildren(code)),
  );
  return (text) => {
    if (code.textContent !== text) said.textContent = "";
    code.textContent = text;
  };
}

function render({ model, el }) {
  const show = codeBox(el);
  const paint = () => {
    const code = model.get("code");
    show(code);
    if (code) keep(code);
  };
  model.on("change:code", paint);
  paint();
  return () => model.off("change:code", paint);
}
export default { render };
