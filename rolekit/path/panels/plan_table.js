// Gaps to tick, group by group, and the chosen ones in order with their weeks and hours. Every
// control is the browser's own. What is drawn anew keeps the focus: each control has a key.
import { keepKeys } from "../../base/ui/keys.js";

function render({ model, el }) {
  el.classList.add("rk-plan-table");
  const most = model.get("most");

  const node = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false) made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
    paint();
  };
  const steps = () => model.get("steps");

  const tick = (row) => {
    const chosen = steps().some(({ skill }) => skill === row.skill);
    const full = !chosen && steps().length >= most.steps;
    const { skill, weeks, hours } = row;
    const change = () =>
      set("steps", chosen ? steps().filter((s) => s.skill !== skill) : [...steps(), { skill, weeks, hours }]);
    const key = `tick ${skill}`;
    const box = node("input", { type: "checkbox", "data-key": key, onchange: change, disabled: full });
    box.checked = chosen;
    return node("label", {}, box, node("span", {}, node("b", {}, skill), " ", node("small", {}, row.gap)));
  };
  const number = (step, unit, words) => {
    const input = node("input", {
      type: "number", min: 1, max: most[unit], step: 1, "data-key": `${unit} ${step.skill}`,
      "aria-label": `${words}: ${step.skill}`,
    });
    input.value = step[unit];
    input.addEventListener("change", () => {
      const value = Math.min(most[unit], Math.max(1, Math.round(input.valueAsNumber || step[unit])));
      set("steps", steps().map((s) => (s.skill === step.skill ? { ...s, [unit]: value } : s)));
    });
    return node("label", {}, input, ` ${words}`);
  };
  const move = (i, by, sign, words) => {
    const { skill } = steps()[i];
    const swap = () => {
      const moved = [...steps()];
      [moved[i], moved[i + by]] = [moved[i + by], moved[i]];
      set("steps", moved);
    };
    const disabled = i + by < 0 || i + by >= steps().length;
    const attributes = { type: "button", "data-key": `${words} ${skill}`, disabled };
    return node("button", { ...attributes, "aria-label": `${words}: ${skill}`, onclick: swap }, sign);
  };

  // What holds the same controls is not drawn anew: a click on its way would be lost.
  let drawn = "";
  const refresh = () => {
    const control = (key) => el.querySelector(`[data-key="${key}"]`);
    for (const { skill, weeks, hours } of steps()) {
      control(`weeks ${skill}`).value = weeks;
      control(`hours ${skill}`).value = hours;
    }
    if (steps().length) control("start").value = model.get("start");
  };
  const paint = () => {
    const structure = JSON.stringify([model.get("rows"), steps().map(({ skill }) => skill)]);
    if (structure === drawn) return refresh();
    drawn = structure;
    const key = el.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const groups = [...new Set(model.get("rows").map(({ group }) => group))];
    const start = node("input", {
      type: "date", min: "2000-01-01", max: "2100-12-31", "data-key": "start",
      onchange: (event) => set("start", event.target.value || model.get("start")),
    });
    start.value = model.get("start");
    el.replaceChildren(
      ...groups.map((group) =>
        node(
          "fieldset", {}, node("legend", {}, group),
          ...model.get("rows").filter((row) => row.group === group).map(tick),
        ),
      ),
    );
    if (steps().length) {
      const items = steps().map((step, i) =>
        node(
          "li", {},
          node("b", {}, step.skill),
          node(
            "span", { class: "rk-controls" },
            number(step, "weeks", "weeks"), number(step, "hours", "hours a week"),
            move(i, -1, "↑", "Earlier"), move(i, 1, "↓", "Later"),
          ),
        ),
      );
      el.append(
        node("p", {}, node("label", {}, "The first day: ", start)),
        node("ol", { "aria-label": "Your plan, in order" }, ...items),
      );
    }
    if (!key) return;
    const controls = [...el.querySelectorAll("[data-key]")];
    const same = controls.find((control) => control.dataset.key === key);
    // A button at the end of the list is spent: its neighbour takes the focus.
    const next = same?.disabled ? same.parentElement.querySelector("button:enabled") : same;
    next?.focus({ preventScroll: true });
  };
  keepKeys(el);
  model.on("change", paint);
  paint();
  return () => model.off("change", paint);
}
export default { render };
