// A text field with a button that reads it, and perhaps one that reads a file. What is far too long
// is not sent, only its length.
import { keepKeys } from "./keys.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  el.classList.add("rk-paste");
  el.innerHTML = `<label><b></b> <span></span><textarea spellcheck="false"></textarea></label>
    <button type="button"></button>
    <input type="file" accept=".csv,text/csv" hidden><button type="button"></button>`;
  const [name, help, area, file] = ["b", "span", "textarea", "input"].map((one) =>
    el.querySelector(one),
  );
  const [button, open] = el.querySelectorAll("button");
  name.textContent = model.get("label");
  help.textContent = model.get("help");
  button.textContent = model.get("button");
  open.textContent = model.get("opens");
  open.hidden = !model.get("opens");
  area.rows = model.get("lines");
  area.setAttribute("aria-label", model.get("label"));
  let sending = false;
  const paint = () => {
    if (!sending) area.value = model.get("text");
  };
  const send = (text, size) => {
    sending = true;
    model.set("text", size > model.get("most") ? "" : text);
    sending = false;
    model.set("size", size);
    model.set("sent", model.get("sent") + 1);
    model.save_changes();
  };
  button.addEventListener("click", () => send(area.value, area.value.length));
  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) send(chosen.size > model.get("most") ? "" : await chosen.text(), chosen.size);
    file.value = "";
  });
  keepKeys(el);
  model.on("change:text", paint);
  paint();
  stand(el);
  return () => model.off("change:text", paint);
}
export default { render };
