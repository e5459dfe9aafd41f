// A list to choose one of, in its label. JupyterLab would take the arrow keys of a plain one for
// commands of its own.
import { keepKeys } from "./keys.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  el.classList.add("rk-choice");
  const [label, select] = [document.createElement("label"), document.createElement("select")];
  label.append(model.get("label"), select);
  select.setAttribute("aria-label", model.get("label"));
  for (const option of model.get("options")) select.add(new Option(option, option));
  el.append(label);
  const paint = () => (select.value = model.get("value"));
  select.addEventListener("change", () => {
    model.set("value", select.value);
    model.save_changes();
  });
  keepKeys(el);
  model.on("change:value", paint);
  paint();
  stand(el);
  return () => model.off("change:value", paint);
}
export default { render };
