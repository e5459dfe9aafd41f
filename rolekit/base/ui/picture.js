// A figure, drawn as wide as its place, with its words: its name, and a polite live region. They are
// set there after 600 ms of rest, so that a screen reader speaks once when a slider comes to a halt
// and not at every step. What is long is folded for those who see: its first sentences stay.
import { hearPlotly, plotly } from "./plotly.js";
import { saveButton } from "./save_picture.js";
import { stand } from "./stand.js";

const REST = 600;
const STAYS = 200; // characters: as many whole sentences as fit are not folded

// The sentences that stay, and the rest; all of it stays where the first alone is too long to.
const split = (text) => {
  const [, stay] = text.match(new RegExp(`^(.{0,${STAYS - 1}}[.?!])(?= )`)) ?? [];
  return text.length <= STAYS ? [text, ""] : [stay ?? "", text.slice(stay?.length ?? 0)];
};

const patched = (old, change) => {
  const merged = Object.entries({ ...old, ...change });
  return Object.fromEntries(merged.filter(([name]) => change[name] !== null));
};

// Lives as long as the widget, seen or not: what arrives is kept for the next view.
function initialize({ model }) {
  const leave = hearPlotly(model);
  const hear = (message) => {
    if (message.kind !== "change") return;
    const now = model.get("spec");
    // Never saved back: the kernel knows it already.
    model.set(
      "spec",
      message.whole ?? {
        data: now.data.map((trace, i) => patched(trace, message.data[i])),
        layout: patched(now.layout, message.layout),
      },
    );
  };
  model.on("msg:custom", hear);
  return () => {
    leave();
    model.off("msg:custom", hear);
  };
}

function render({ model, el }) {
  el.classList.add("rk-picture");
  el.innerHTML = `
    <div class="rk-figure" role="img"><div aria-hidden="true"></div></div>
    <p role="status"><span></span><span class="rk-rest"></span></p>
    <details><summary>The same in words</summary></details>`;
  const find = (part) => el.querySelector(part);
  const [figure, graph] = [".rk-figure", "[aria-hidden]"].map(find);
  const [stays, rest, fold] = ["span", ".rk-rest", "details"].map(find);
  let Plotly, width, frame, timer;
  let more = 0; // pixels: what a legend takes on more lines than were reckoned with
  const save = saveButton(el, () => {
    return { Plotly, width, name: model.get("name"), ...model.get("spec") };
  });

  // A legend of many lines makes a picture higher, and its chart no flatter.
  const grow = (again) => {
    if (!Plotly) return;
    const { height, margin, _size } = graph._fullLayout;
    const lacks = Math.round(height - margin.t - margin.b - more - _size.h);
    if (!lacks || !again) return;
    more += lacks;
    draw(false);
  };
  const draw = (again = true) => {
    frame = undefined;
    const before = width;
    width = Math.floor(figure.clientWidth);
    const { data, layout } = model.get("spec");
    // Without a width where the notebook is out of view: it is watched, and drawn later.
    if (!Plotly || !width || !data) return;
    // Copies, for Plotly writes into what it is given. At another width a legend that has fewer lines
    // than before would stay where it was.
    const paint = width === before ? Plotly.react : Plotly.newPlot;
    const size = { width, height: layout.height + more };
    paint(graph, structuredClone(data), { ...structuredClone(layout), ...size }, {
      displayModeBar: false,
    }).then(() => grow(again));
    save.disabled = false;
  };
  const soon = () => (frame ??= requestAnimationFrame(() => draw()));
  const change = () => {
    const { data, layout } = model.get("spec");
    el.classList.toggle("rk-empty", !data);
    figure.style.minHeight = `${layout?.height ?? 0}px`;
    soon();
  };
  const say = () => {
    [stays.textContent, rest.textContent] = split(model.get("text"));
    fold.hidden = !rest.textContent;
  };
  const tell = () => {
    figure.setAttribute("aria-label", model.get("text"));
    clearTimeout(timer);
    timer = setTimeout(say, REST);
  };
  const fit = () => {
    if (Math.floor(figure.clientWidth) !== width) soon();
  };
  // A cell out of view has another width while JupyterLab skips its layout, and regains its own
  // without a word to the first of the two.
  const watching = [new ResizeObserver(fit), new IntersectionObserver(fit)];
  watching.forEach((one) => one.observe(figure));
  model.on("change:spec", change);
  model.on("change:text", tell);
  say();
  tell();
  change();
  plotly().then((found) => {
    Plotly = found;
    soon();
  });
  stand(el);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    watching.forEach((one) => one.disconnect());
    model.off("change:spec", change);
    model.off("change:text", tell);
    Plotly?.purge(graph);
    Plotly = undefined;
  };
}
export default { initialize, render };
