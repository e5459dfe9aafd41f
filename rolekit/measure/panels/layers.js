// The Explorer's picture in layers: below what stays, above it, on the same axes, the few marks that
// move. Drawing those alone takes half the time of drawing everything. What comes after them in the
// figure is drawn once more on top: no mark covers a title's name.
import { saveButton } from "../../base/ui/save_picture.js";
import { changed } from "../figures/where_you_sit.js";

const CONFIG = { displayModeBar: false };
const HIDDEN = { visible: false };

// `figure`: {data, layout, moving}, the last the numbers of the traces that move.
export function layers(el, figure) {
  const { layout, moving } = figure;
  let { data } = figure;
  el.innerHTML = `<div aria-hidden="true"><div></div><div class="rk-over"></div><div class="rk-over"></div></div>`;
  el.style.minHeight = `${layout.height}px`;
  const [below, above, top] = el.firstElementChild.children;
  let Plotly, width, marks = moving.map((i) => data[i]);
  const save = saveButton(el.parentElement, () => ({ Plotly, layout, width, data: withMarks() }));
  const withMarks = () => data.map((trace, i) => (moving.includes(i) ? marks[moving.indexOf(i)] : trace));

  const over = (place, traces) => {
    const axes = Object.keys(layout).filter((name) => /^[xy]axis/.test(name));
    const bare = axes.map((name) => [name, { ...layout[name], ...HIDDEN }]);
    const plain = { ...layout, ...Object.fromEntries(bare), annotations: [], width };
    Plotly.react(place, structuredClone(traces), structuredClone(plain), { ...CONFIG, staticPlot: true });
  };
  // What only a new layout could have changed is not looked for.
  const again = () => {
    above.data = structuredClone(marks);
    Plotly.redraw(above);
  };
  const draw = () => {
    const room = Math.floor(el.clientWidth);
    if (!Plotly || !room || room === width) return;
    width = room;
    const still = data.filter((_, i) => !moving.includes(i));
    Plotly.react(below, structuredClone(still), { ...structuredClone(layout), width }, CONFIG);
    over(above, marks);
    over(top, data.slice(moving.at(-1) + 1));
    save.disabled = false;
  };
  const widths = new ResizeObserver(() => requestAnimationFrame(draw));
  widths.observe(el);
  return {
    whole: () => ({ Plotly, layout, data: withMarks() }),
    begin(found) {
      Plotly = found;
      draw();
    },
    // Other traces below, of the same figure.
    still(traces) {
      data = traces;
      width = undefined;
      draw();
    },
    // The properties of each moving trace that changed.
    move(changes) {
      marks = marks.map((trace, i) => changed(trace, changes[i]));
      if (width) again();
    },
    end() {
      widths.disconnect();
      if (Plotly) [below, above, top].forEach((graph) => Plotly.purge(graph));
      Plotly = width = undefined;
    },
  };
}
