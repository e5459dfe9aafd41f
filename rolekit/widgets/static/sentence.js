// The sentence under a picture, as a polite live region. It is set after 600 ms of rest, so that a
// screen reader speaks once when a slider comes to a halt and not at every step. The picture itself
// gets the sentence as its name: a Plotly chart has none.
const REST = 600;

function render({ model, el }) {
  el.classList.add("rk-sentence");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  el.append(sentence);
  let timer;
  const set = () => {
    sentence.textContent = model.get("text");
    const picture = el.closest(".rk-explorer")?.querySelector(".rk-picture");
    picture?.setAttribute("role", "img");
    picture?.setAttribute("aria-label", model.get("text"));
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(set, REST);
  };
  model.on("change:text", wait);
  sentence.textContent = model.get("text");
  wait(); // the picture is there only after the first turn
  return () => {
    clearTimeout(timer);
    model.off("change:text", wait);
  };
}
export default { render };
