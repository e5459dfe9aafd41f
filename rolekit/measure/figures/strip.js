// The spectrum strip as a picture of its own, where there is no Plotly, or not yet: a line from
// analytics to engineering with the core roles on it, above it a person's likely range and twenty
// dots, below it their guess. What stays is laid out anew at every width; what moves is moved.
import { say } from "../../base/sentences.js";
import { stacked } from "./spectrum.js";

const TEXT = 12; // pixels: the size of letters for which heights are given
const [TOP, ENDS, ROW] = [56, 33, 15]; // pixels: above the line, down to its ends' names, of a row
const [APART, LEADER, LARGEST] = [6, 3, 9]; // pixels: between words, from a leader, of a dot

// Builds it in `el`, and returns what shows a placement, or none, and a guess, or none.
export function strip(el, tables, { landmarks, rules }) {
  const label = (name, id) => `<text class="rk-${name}">${say(tables, id)}</text>`;
  el.classList.add("rk-strip");
  el.innerHTML = `<svg aria-hidden="true" width="100%">
    <defs><linearGradient id="rk-line">
      <stop stop-color="${rules.sides[0]}"/><stop offset=".5" stop-color="#ddd"/>
      <stop offset="1" stop-color="${rules.sides[1]}"/>
    </linearGradient></defs>
    <g class="rk-still"><rect y="${-rules.line}" height="${2 * rules.line}" fill="url(#rk-line)"/>
      <path class="rk-ticks"/><path/>${label("end", "analytics")}${label("end", "engineering")}<g></g></g>
    <g class="rk-moving"><path class="rk-range"/>${"<circle/>".repeat(20)}
      <g class="rk-guess"><path d="M0 7l-6.5 11h13z"/>${label("beside", "your-guess")}</g>
      <g class="rk-you"><circle r="9"/></g>${label("name", "you")}</g></svg>`;
  const [svg, line, ticks, leaders, names, range, guessed, beside, you, name] = [
    ...["svg", "rect", ".rk-ticks", ".rk-ticks + path", ".rk-still g", ".rk-range"],
    ...[".rk-guess", ".rk-beside", ".rk-you", ".rk-name"],
  ].map((part) => el.querySelector(part));
  const [ends, dots] = [".rk-end", ".rk-moving > circle"].map((part) => [...el.querySelectorAll(part)]);
  let width, scale, below;
  let shown = [null, null];

  const across = (lean) => ((lean + rules.reach) / (2 * rules.reach)) * width;
  const at = (part, x, y) => (part.style.transform = `translate(${x}px, ${y}px)`);
  const see = (part, isThere) => (part.style.opacity = isThere ? 1 : 0);
  const within = (x, size) => Math.max(0, Math.min(width - size, x));

  const layOut = () => {
    scale = parseFloat(getComputedStyle(svg).fontSize) / TEXT;
    line.setAttribute("x", across(-100));
    line.setAttribute("width", across(100) - across(-100));
    ends.forEach((end, i) => {
      at(end, i ? across(100) - end.getComputedTextLength() : across(-100), ENDS * scale);
    });
    // A name ends at its mark on the left and begins there on the right, in the first row that has
    // room for it.
    const rows = [];
    let [marked, led] = ["", ""];
    names.innerHTML = landmarks.map((role) => `<text>${role.name}</text>`).join("");
    landmarks.forEach(({ lean }, i) => {
      const [text, mark] = [names.children[i], across(lean)];
      const size = text.getComputedTextLength();
      const x = within(lean < 0 ? mark - size - LEADER : mark + LEADER, size);
      const isFree = (row) => row.every(([from, to]) => x > to + APART || x + size < from - APART);
      let row = rows.findIndex(isFree);
      if (row < 0) row = rows.push([]) - 1;
      rows[row].push([x, x + size]);
      const y = (ENDS + ROW * (row + 1)) * scale;
      at(text, x, y);
      marked += `M${mark} ${-rules.line - 1}v${2 * rules.line + 2}`;
      led += `M${mark} ${rules.line}V${y}`;
    });
    ticks.setAttribute("d", marked);
    leaders.setAttribute("d", led);
    below = (ENDS + ROW * rows.length + 6) * scale;
  };
  const move = () => {
    const [placement, guess] = shown;
    // As large as one column of dots is wide.
    const dot = Math.min(LARGEST, across(rules.bin) - across(0) - 0.2);
    const places = placement ? stacked({ ...rules, dot }, placement.dots) : [];
    dots.forEach((mark, i) => {
      see(mark, placement);
      if (!placement) return;
      mark.setAttribute("r", dot / 2);
      mark.style.fill = rules.sides[places[i][0] > 0 ? 1 : 0];
      at(mark, across(places[i][0]), -places[i][1]);
    });
    for (const part of [you, name, range]) see(part, placement);
    let top = TOP;
    if (placement) {
      const { lean, low, high } = placement;
      const [size, highest] = [name.getComputedTextLength(), Math.max(...places.map(([, y]) => y))];
      at(you, across(lean), 0);
      at(name, within(across(lean) - size / 2, size), -highest - 7);
      range.setAttribute("d", `M${across(low)} -8.5H${across(high)}`);
      top = Math.max(top, highest + 7 + TEXT * scale);
    }
    see(guessed, guess !== null);
    at(guessed, across(guess ?? 0), 0);
    const size = beside.getComputedTextLength();
    at(beside, across(guess ?? 0) + 12 + size > width ? -12 - size : 12, 5 + TEXT * scale);
    svg.setAttribute("viewBox", `0 ${-top} ${width} ${top + below}`);
    svg.setAttribute("height", top + below);
  };
  const sizes = new ResizeObserver(() => {
    if (!el.clientWidth) return;
    width = el.clientWidth;
    layOut();
    move();
  });
  [el, beside].forEach((part) => sizes.observe(part)); // the width of the page, and of its letters
  return (placement, guess) => {
    shown = [placement, guess];
    if (width) move();
  };
}
