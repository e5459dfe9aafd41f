// The statements with their sliders, in the order that belongs to a response: twelve, then twelve more.
// Which kind of work each is about is named once it cannot lead an answer any more.
import { made } from "../../base/ui/made.js";
import { range } from "../../base/ui/range.js";
import { itemsOf } from "../../record/instrument.js";
import { shuffled } from "../../record/order.js";
import { place } from "../placement.js";

// `grids`: the places of the two twelves. `answer` is called with an item's id and its value.
export function statements([first, further], tables, answer) {
  let laidOut, isNamed;
  const names = Object.fromEntries(tables.facets.map(({ id, name }) => [id, name]));
  const sliders = { short: [], full: [] };
  const build = (form) => (item) => {
    const spot = made("div");
    const settings = { label: item.statement, help: item.explanation };
    const slider = range(spot, settings, (value) => answer(item.id, value));
    const name = made("span", { className: "rk-kind", text: names[item.facet] });
    spot.prepend(name);
    sliders[form].push({ id: item.id, name, ...slider });
    return spot;
  };
  const fill = (grid, form, id) => {
    sliders[form] = [];
    const items = itemsOf(tables).filter((item) => item.form === form);
    grid.replaceChildren(...shuffled(items, id).map(build(form)));
  };
  const layOut = (id, hasMore) => {
    if (id !== laidOut) fill(first, "short", id);
    if (id !== laidOut || hasMore !== sliders.full.length > 0) {
      if (hasMore) fill(further, "full", id);
      else further.replaceChildren();
      sliders.full = hasMore ? sliders.full : [];
    }
    laidOut = id;
  };
  return {
    show({ id, answers }, hasMore) {
      // Somebody else starts anew, unless their code brings a result along.
      if (id !== laidOut) isNamed = place(tables, answers) !== null;
      layOut(id, hasMore);
      isNamed ||= sliders.short.every((slider) => slider.id in answers);
      for (const slider of Object.values(sliders).flat()) {
        const value = answers[slider.id] ?? null;
        if (value !== slider.shown) slider.show(value);
        slider.shown = value;
        slider.name.hidden = !isNamed;
      }
    },
    focus: () => sliders.short[0].focus(),
  };
}
