// One statement with its slider: a native range input in its label. The value is a number, or null
// for "not answered": a slider that nobody has touched says so, and its start position counts only
// once it is clicked or confirmed.
import { keepKeys } from "./keys.js";

const THUMB = 28; // pixels: about as wide as the handle is for a finger

// Builds the slider in `el`, and returns what shows a value on it and what gives it another label.
// `answer` is called with each new value. `settings`: label, help, least, most, sides, unit, clearable.
export function range(el, settings, answer) {
  const { help = "", least = 0, most = 100, sides = [], unit = "of 100", clearable = true } =
    settings;
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
  find("p").textContent = help;
  find("details").hidden = !help;
  const call = (label) => {
    find(".rk-label").textContent = label;
    find(".rk-clear").setAttribute("aria-label", `Clear: ${label}`);
    find("summary").setAttribute("aria-label", `What is meant by: ${label}`);
  };
  call(settings.label);

  const words = (value) => {
    if (value === null) return "not answered";
    if (sides.length === 0) return `${value}${unit.startsWith("%") ? "" : " "}${unit}`;
    return value === 0 ? "in the middle" : `${Math.abs(value)} towards ${sides[value > 0 ? 1 : 0]}`;
  };
  const show = (value, disabled = false) => {
    const shown = value ?? (least + most) / 2;
    if (input.valueAsNumber !== shown) input.value = shown;
    // A scale with two directions fills from its middle.
    const along = (at) => `${(100 * (at - least)) / (most - least)}%`;
    const start = sides.length ? (least + most) / 2 : least;
    input.style.setProperty("--rk-from", along(Math.min(start, shown)));
    input.style.setProperty("--rk-to", along(Math.max(start, shown)));
    input.setAttribute("aria-valuetext", words(value));
    find("output").textContent = words(value);
    input.disabled = disabled;
    const clear = value !== null && clearable && !disabled;
    find(".rk-clear").style.visibility = clear ? "visible" : "hidden";
    el.classList.toggle("rk-unanswered", value === null);
  };
  const give = (value) => {
    show(value);
    answer(value);
  };

  input.addEventListener("input", () => give(input.valueAsNumber));
  input.addEventListener("pointerup", ({ button, pointerType, clientX }) => {
    if (button !== 0) return;
    // Some phones leave the handle where it is when its line is tapped.
    const { left, width } = input.getBoundingClientRect();
    const handle = ((input.valueAsNumber - least) / (most - least)) * (width - THUMB) + THUMB / 2;
    const isOff = Math.abs(clientX - left - handle) > THUMB;
    if (pointerType === "touch" && isOff) {
      input.value = least + ((clientX - left - THUMB / 2) / (width - THUMB)) * (most - least);
    }
    give(input.valueAsNumber);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") give(input.valueAsNumber);
    else if (event.key !== "Delete" && event.key !== "Backspace") return;
    else if (clearable) give(null);
    event.preventDefault();
  });
  find(".rk-clear").addEventListener("click", () => {
    give(null);
    input.focus({ preventScroll: true });
  });
  keepKeys(el);
  return { show, call, focus: () => input.focus({ preventScroll: true }) };
}
