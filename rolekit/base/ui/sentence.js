// A sentence as a polite live region. It is set after 600 ms of rest, so that a screen reader speaks
// once when a slider comes to a halt and not at every step; or at once, where no slider changes it.
import { stand } from "./stand.js";

const REST = 600;

function render({ model, el }) {
  el.classList.add("rk-sentence");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = model.get("text");
  el.append(sentence);

  let timer;
  const wait = () => {
    clearTimeout(timer);
    const rest = model.get("at_once") ? 0 : REST;
    timer = setTimeout(() => (sentence.textContent = model.get("text")), rest);
  };
  model.on("change:text", wait);
  stand(el);
  return () => {
    clearTimeout(timer);
    model.off("change:text", wait);
  };
}
export default { render };
