// A text field with a button that reads it, and perhaps one that reads a file. What is far too long
// is not sent.
import { keepKeys } from "./keys.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  el.classList.add("rk-paste");
  el.innerHTML = `<label><b></b> <span></span><textarea spellcheck="false"></textarea></label>
    <button type="button"></button>
    <input type="file" accept=".csv,text/csv" hidden><button type="button"></button>
    <span role="status"></span>`;
  const parts = ["b", "label span", "textarea", "input", "[role]"];
  const [name, help, area, file, said] = parts.map((one) => el.querySelector(one));
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
  const number = (count) => count.toLocaleString("en-GB");
  const isTooLong = (size) => {
    const most = model.get("most");
    const told = `Too long: ${number(most)} characters at the most (this has ${number(size)}).`;
    said.textContent = size > most ? told : "";
    return size > most;
  };
  const send = (text) => {
    if (isTooLong(text.length)) return;
    sending = true;
    model.set("text", text);
    sending = false;
    model.set("size", text.length);
    model.set("sent", model.get("sent") + 1);
    model.save_changes();
    if (model.get("at_once")) area.value = "";
  };
  const take = (event) => {
    const text = (event.clipboardData ?? event.dataTransfer).getData("text");
    if (!model.get("at_once") && text.length <= model.get("most")) return;
    event.preventDefault(); // the field does not even get it
    send(text);
  };
  area.addEventListener("paste", take);
  area.addEventListener("drop", take);
  button.addEventListener("click", () => send(area.value));
  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen && !isTooLong(chosen.size)) send(await chosen.text());
    file.value = "";
  });
  keepKeys(el);
  model.on("change:text", paint);
  paint();
  stand(el);
  return () => model.off("change:text", paint);
}
export default { render };
