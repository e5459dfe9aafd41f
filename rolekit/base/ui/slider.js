// A slider of its own, whose value the kernel hears of.
import { range } from "./range.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  const names = ["label", "help", "least", "most", "sides", "unit", "clearable"];
  const settings = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const { show, call, focus } = range(el, settings, (value) => {
    model.set("value", value);
    model.save_changes();
  });
  const paint = () => show(model.get("value"), model.get("disabled"));
  const rename = () => call(model.get("label"));
  model.on("change:value change:disabled", paint);
  model.on("change:label", rename);
  model.on("msg:custom", focus);
  paint();
  stand(el);
  return () => {
    model.off("change:value change:disabled", paint);
    model.off("change:label", rename);
    model.off("msg:custom", focus);
  };
}
export default { render };
