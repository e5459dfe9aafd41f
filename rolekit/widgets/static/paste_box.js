// A text field with a button that reads it. What is far too long is not sent, only its length.
function render({ model, el }) {
  el.classList.add("rk-paste");
  el.innerHTML = `<label><b></b> <span></span><textarea spellcheck="false"></textarea></label>
    <button type="button"></button>`;
  const [name, help, area, button] = ["b", "span", "textarea", "button"].map((one) =>
    el.querySelector(one),
  );
  name.textContent = model.get("label");
  help.textContent = model.get("help");
  button.textContent = model.get("button");
  area.rows = model.get("lines");
  area.setAttribute("aria-label", model.get("label"));
  let sending = false;
  const paint = () => {
    if (!sending) area.value = model.get("text");
  };
  button.addEventListener("click", () => {
    const size = area.value.length;
    sending = true;
    model.set("text", size > model.get("most") ? "" : area.value);
    sending = false;
    model.set("size", size);
    model.set("sent", model.get("sent") + 1);
    model.save_changes();
  });
  // JupyterLab takes single keys, and Shift with Enter, for commands of its own.
  el.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  });
  model.on("change:text", paint);
  paint();
  return () => model.off("change:text", paint);
}
export default { render };
