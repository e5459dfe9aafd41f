// The sentence under a picture, as a polite live region. It is set after 600 ms of rest, so that a
// screen reader speaks once when a slider comes to a halt and not at every step. The picture itself
// gets the sentence as its name, for a Plotly chart has none, and is told when its place gets wider
// or narrower, which Plotly notices only for the whole window.
const REST = 600;

function render({ model, el }) {
  el.classList.add("rk-sentence");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = model.get("text");
  el.append(sentence);

  const name = () => {
    const picture = el.closest(".rk-explorer")?.querySelector(".js-plotly-plot");
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
  let width;
  const place = new ResizeObserver(([{ contentRect }]) => {
    name();
    if (width && width !== contentRect.width) window.dispatchEvent(new Event("resize"));
    width = contentRect.width;
  });
  // The picture is on the page only after this turn.
  requestAnimationFrame(() => {
    const picture = el.closest(".rk-explorer")?.querySelector(".rk-picture");
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
