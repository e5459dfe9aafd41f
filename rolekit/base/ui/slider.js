// One statement with its slider. The value is a number, or null for "not answered": a slider that
// nobody has touched says so, and its start position counts only once it is clicked or confirmed.
function render({ model, el }) {
  const [least, most] = [model.get("least"), model.get("most")];
  el.classList.add("rk-slider");
  el.innerHTML = `
    <label><span class="rk-label"></span><input type="range" min="${least}" max="${most}" step="5"></label>
    <div class="rk-row">
      <output></output>
      <button type="button" class="rk-clear">Clear</button>
      <details><summary>What is meant?</summary><p></p></details>
    </div>`;
  const find = (selector) => el.querySelector(selector);
  const input = find("input");
  const label = model.get("label");
  find(".rk-label").textContent = label;
  find("p").textContent = model.get("help");
  find("details").hidden = !model.get("help");
  find(".rk-clear").setAttribute("aria-label", `Clear: ${label}`);
  find("summary").setAttribute("aria-label", `What is meant by: ${label}`);

  const words = (value) => {
    const sides = model.get("sides");
    if (value === null) return "not answered";
    if (sides.length === 0) return `${value} ${model.get("unit")}`;
    return value === 0 ? "in the middle" : `${Math.abs(value)} towards ${sides[value > 0 ? 1 : 0]}`;
  };
  const paint = () => {
    const value = model.get("value");
    const shown = value ?? (least + most) / 2;
    if (input.valueAsNumber !== shown) input.value = shown;
    input.style.setProperty("--rk-filled", `${(100 * (shown - least)) / (most - least)}%`);
    input.setAttribute("aria-valuetext", words(value));
    find("output").textContent = words(value);
    input.disabled = model.get("disabled");
    const clear = value !== null && model.get("clearable") && !input.disabled;
    find(".rk-clear").style.visibility = clear ? "visible" : "hidden";
    el.classList.toggle("rk-unanswered", value === null);
  };
  const answer = (value) => {
    model.set("value", value);
    model.save_changes();
    paint();
  };

  input.addEventListener("input", () => answer(input.valueAsNumber));
  input.addEventListener("pointerup", (event) => {
    if (event.button === 0) answer(input.valueAsNumber);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") answer(input.valueAsNumber);
    else if (event.key !== "Delete" && event.key !== "Backspace") return;
    else if (model.get("clearable")) answer(null);
    event.preventDefault();
  });
  find(".rk-clear").addEventListener("click", () => {
    answer(null);
    input.focus({ preventScroll: true });
  });
  keepKeys(el);
  model.on("change:value change:disabled", paint);
  paint();
  if (model.get("focused")) {
    // It is on the page only after this turn; and a page that is reloaded keeps its own focus.
    requestAnimationFrame(() => input.focus({ preventScroll: true }));
    model.set("focused", false);
    model.save_changes();
  }
  return () => model.off("change:value change:disabled", paint);
}
export default { render };
