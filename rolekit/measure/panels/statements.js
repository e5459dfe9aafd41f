// The statements with their sliders, in the order that belongs to a response: twelve, then twelve more.
import { range } from "../../base/ui/range.js";
import { itemsOf } from "../../record/instrument.js";
import { shuffled } from "../../record/order.js";

// `grids`: the places of the two twelves. `answer` is called with an item's id and its value.
export function statements([first, further], tables, answer) {
  let laidOut;
  const sliders = { short: [], full: [] };
  const build = (form) => (item) => {
    const place = document.createElement("div");
    const settings = { label: item.statement, help: item.explanation };
    const slider = range(place, settings, (value) => answer(item.id, value));
    sliders[form].push({ id: item.id, ...slider });
    return place;
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
      layOut(id, hasMore);
      for (const slider of Object.values(sliders).flat()) slider.show(answers[slider.id] ?? null);
    },
    focus: () => sliders.short[0].focus(),
  };
}
