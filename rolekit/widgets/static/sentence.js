// The sentence under a picture, as a polite live region. It is set after 600 ms of rest, so that a
// screen reader speaks once when a slider comes to a halt and not at every step. The picture itself
// gets the sentence as its name, for a Plotly chart has none, and is told when it does not fit its
// place: Plotly sees only the whole window change, and draws 700 pixels wide what is out of view.
const REST = 600;

function render({ model, el }) {
  el.classList.add("rk-sentence");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = model.get("text");
  el.append(sentence);

  const find = (selector) => el.closest(".rk-explorer")?.querySelector(selector);
  const name = () => {
    const picture = find(".js-plotly-plot");
    picture?.setAttribute("role", "img");
    picture?.setAttribute("aria-label", sentence.textContent);
  };
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      sentence.textContent = model.get("text");
      name();
    }, REST);
  };
  const place = new ResizeObserver(([{ contentRect }]) => {
    name();
    const drawn = find(".js-plotly-plot .main-svg")?.getAttribute("width") ?? contentRect.width;
    if (Math.abs(drawn - contentRect.width) > 1) window.dispatchEvent(new Event("resize"));
  });
  // The picture is on the page only after this turn.
  requestAnimationFrame(() => {
    const picture = find(".rk-picture");
    if (picture) place.observe(picture);
  });
  model.on("change:text", wait);
  return () => {
    clearTimeout(timer);
    place.disconnect();
    model.off("change:text", wait);
  };
}
export default { render };
