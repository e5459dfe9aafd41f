// What the tab has kept of notebook 02, handed to the kernel of this notebook. Answers of the last
// hours are used at once; older ones might be somebody else's, and wait for a click.
import { offer } from "../../base/ui/offer.js";

function render({ model, el }) {
  const choose = (choice, code) => {
    model.set("choice", choice);
    model.save_changes();
    model.send({ kind: "use", code });
    paint();
  };
  const tables = { sentences: model.get("sentences") };
  const found = offer(el, tables, (code) => choose("kept", code), () => choose("nobody", ""));
  const paint = () => found?.press(model.get("choice") === "kept");
  model.on("change:choice", paint);
  const choice = model.get("choice");
  if (found && (choice === "kept" || (choice === "" && found.isFresh))) choose("kept", found.code);
  else paint();
  return () => model.off("change:choice", paint);
}
export default { render };
