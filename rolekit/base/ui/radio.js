// Radio buttons in a named group. Nothing is chosen until somebody chooses; Delete, or the button,
// takes a choice back.
import { keepKeys } from "./keys.js";
import { made } from "./made.js";
import { stand } from "./stand.js";

let groups = 0;

function render({ model, el }) {
  const name = `rk-radio-${(groups += 1)}-${Math.random().toString(36).slice(2)}`;
  el.classList.add("rk-radio");
  el.innerHTML = `
    <fieldset><legend></legend><p class="rk-help"></p><div class="rk-options"></div></fieldset>
    <button type="button" class="rk-clear">Clear</button>`;
  const find = (selector) => el.querySelector(selector);

  const choose = (value) => {
    model.set("value", value);
    model.save_changes();
    mark();
  };
  const mark = () => {
    const value = model.get("value");
    el.querySelectorAll("input").forEach((input, i) => (input.checked = i === value));
    find(".rk-clear").style.visibility = value === null ? "hidden" : "visible";
  };
  const paint = () => {
    const label = model.get("label");
    find("legend").textContent = label;
    find(".rk-help").textContent = model.get("help");
    find(".rk-help").hidden = !model.get("help");
    find(".rk-clear").setAttribute("aria-label", `Clear: ${label}`);
    find(".rk-options").replaceChildren(
      ...model.get("options").map(([word, meaning], i) => {
        const [option, words] = [made("label"), made("span")];
        const input = Object.assign(document.createElement("input"), { type: "radio", name });
        input.addEventListener("change", () => choose(i));
        words.append(made("b", { text: word }));
        if (meaning) words.append(" ", made("small", { text: meaning }));
        option.append(input, words);
        return option;
      }),
    );
    mark();
  };
  const clear = () => {
    choose(null);
    find("input")?.focus({ preventScroll: true });
  };
  find(".rk-clear").addEventListener("click", clear);
  keepKeys(el, ({ target, key }) => {
    if (target.matches("input") && ["Delete", "Backspace"].includes(key)) clear();
  });
  model.on("change:options change:label change:help", paint);
  model.on("change:value", mark);
  paint();
  stand(el);
  return () => {
    model.off("change:options change:label change:help", paint);
    model.off("change:value", mark);
  };
}
export default { render };
