// The Explorer's picture in layers: below what stays, above it, on the same axes, the few marks that
// move. Drawing those alone takes half the time of drawing everything. On top are the titles with their
// names, which give way to the person's mark.
import { saveButton } from "../../base/ui/save_picture.js";
import { givingWay } from "../figures/role_map.js";
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
  let Plotly, width, named, marks = moving.map((i) => data[i]);
  let person = null;
  const save = saveButton(el.parentElement, () => ({ Plotly, layout, width, data: whole() }));
  const last = moving.at(-1);
  const scale = () => below._fullLayout.xaxis._length / (2 * layout.xaxis.range[1]);
  const titles = () => givingWay(data.slice(last + 1), person, scale());
  const whole = () => [
    ...data.slice(0, last + 1).map((trace, i) => (moving.includes(i) ? marks[moving.indexOf(i)] : trace)),
    ...(width ? titles() : data.slice(last + 1)),
  ];

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
  const name = () => {
    const shown = titles();
    const places = String(shown.map(({ textposition }) => textposition));
    if (places !== named || width !== top._fullLayout?.width) over(top, shown);
    named = places;
  };
  const draw = () => {
    const room = Math.floor(el.clientWidth);
    if (!Plotly || !room || room === width) return;
    width = room;
    const nameless = (trace, i) => (i > last ? { ...trace, mode: "markers" } : trace);
    const still = data.map(nameless).filter((_, i) => !moving.includes(i));
    Plotly.react(below, structuredClone(still), { ...structuredClone(layout), width }, CONFIG);
    over(above, marks);
    name();
    save.disabled = false;
  };
  const widths = new ResizeObserver(() => requestAnimationFrame(draw));
  widths.observe(el);
  return {
    whole: () => ({ Plotly, layout, data: whole() }),
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
    // The properties of each moving trace that changed, and where the person is now.
    move(changes, placement) {
      person = placement;
      marks = marks.map((trace, i) => changed(trace, changes[i]));
      if (!width) return;
      again();
      name();
    },
    end() {
      widths.disconnect();
      if (Plotly) [below, above, top].forEach((graph) => Plotly.purge(graph));
      Plotly = width = undefined;
    },
  };
}
