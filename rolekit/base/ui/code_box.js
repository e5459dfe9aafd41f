// The response code with a button that copies it. The text stays on the page, and can be selected,
// when the kernel is gone.
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
  button.addEventListener("click", () =>
    copy(model.get("code"), said, "code", () => getSelection().selectAllChildren(code)),
  );
  model.on("change:code", paint);
  paint();
  return () => model.off("change:code", paint);
}
export default { render };
