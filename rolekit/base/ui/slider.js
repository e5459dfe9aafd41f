// A slider of its own, whose value the kernel hears of.
import { range } from "./range.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  const names = ["label", "help", "least", "most", "sides", "unit", "clearable"];
  const settings = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const { show, focus } = range(el, settings, (value) => {
    model.set("value", value);
    model.save_changes();
  });
  const paint = () => show(model.get("value"), model.get("disabled"));
  model.on("change:value change:disabled", paint);
  paint();
  if (model.get("focused")) {
    // It is on the page only after this turn; and a page that is reloaded keeps its own focus.
    requestAnimationFrame(focus);
    model.set("focused", false);
    model.save_changes();
  }
  stand(el);
  return () => model.off("change:value change:disabled", paint);
}
export default { render };
