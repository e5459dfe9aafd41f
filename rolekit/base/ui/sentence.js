// A sentence as a polite live region. It is set after 600 ms of rest, so that a screen reader speaks
// once when a slider comes to a halt and not at every step. A picture gets the sentence under it as
// its name, for a Plotly chart has none, and is told when it does not fit its place: Plotly sees
// only the whole window change, and draws 700 pixels wide what is out of view. It is told again
// until it fits, for it does not listen while it is drawing.
const REST = 600;
const PATIENCE = 400;

function attend(el, sentence) {
  const box = el.closest(".rk-picture-and-sentence, .rk-panel");
  const find = (selector) => box?.querySelector(selector);
  const name = () => {
    const picture = find(".js-plotly-plot");
    picture?.setAttribute("role", "img");
    picture?.setAttribute("aria-label", sentence.textContent);
  };
  let again, before;
  const fit = () => {
    clearTimeout(again);
    const drawn = find(".js-plotly-plot .main-svg")?.getAttribute("width");
    const room = find(".js-plotly-plot")?.parentElement.clientWidth;
    if (!drawn || !room || Math.abs(drawn - room) <= 1) return;
    // Not while it is on its way: a figure that is told then forgets what it was drawing.
    if (drawn === before) window.dispatchEvent(new Event("resize"));
    before = drawn;
    again = setTimeout(fit, PATIENCE);
  };
  // A picture comes late, and one that is drawn anew is another element.
  const drawing = new MutationObserver(name);
  const resizing = new ResizeObserver(fit);
  if (box) {
    drawing.observe(box, { childList: true, subtree: true, characterData: true });
    resizing.observe(box);
    name();
  }
  return () => {
    clearTimeout(again);
    [drawing, resizing].forEach((observer) => observer.disconnect());
  };
}

function render({ model, el }) {
  el.classList.add("rk-sentence");
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = model.get("text");
  el.append(sentence);

  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (sentence.textContent = model.get("text")), REST);
  };
  model.on("change:text", wait);
  let leave = () => {};
  let frame;
  // What surrounds it comes later: after this turn, and on a page that is reloaded later still.
  const seek = () => {
    if (el.isConnected) leave = attend(el, sentence);
    else frame = requestAnimationFrame(seek);
  };
  if (model.get("names_picture")) frame = requestAnimationFrame(seek);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    leave();
    model.off("change:text", wait);
  };
}
export default { render };
