// Beside role_map.py: how the names of titles give way to a person who moves, at the width of the page.

const [ROOM, END, LINE] = [22, 12, 15]; // pixels: the mark, an end of its lines, a line of letters
const WEIGHT = 3; // how much worse it is to hide the mark than anything else
const square = (x, y, size) => [x - size / 2, y - size / 2, x + size / 2, y + size / 2];
const overlap = (a, b) => {
  const [width, height] = [0, 1].map((i) => Math.min(a[i + 2], b[i + 2]) - Math.max(a[i], b[i]));
  return Math.max(0, width) * Math.max(0, height);
};
const on = (box, boxes) => boxes.reduce((sum, other) => sum + overlap(box, other), 0);

// The traces of the titles, their names beside a person's mark at `scale` pixels a point of lean.
export function givingWay(traces, placement, scale) {
  if (!placement || placement.depth === null) return traces;
  const { anchors, up, reach } = traces[0].meta;
  const titles = traces.flatMap(({ x, y, textposition, meta }) =>
    x.map((lean, i) => ({ x: lean * scale, y: y[i] * up, at: textposition[i], ...meta.titles[i] })),
  );
  const { lean, depth, low, high, depthLow, depthHigh } = placement;
  const ring = square(lean * scale, depth * up, ROOM);
  const ends = [[low, depth], [high, depth], [lean, depthLow], [lean, depthHigh]];
  const person = [ring, ...ends.map(([x, y]) => square(x * scale, y * up, END))];
  const box = ({ x, y, boxes }, at) => boxes[anchors.indexOf(at)].map((edge, i) => edge + (i % 2 ? y : x));
  const lost = (title, at) => {
    const own = box(title, at);
    const outside = LINE * Math.max(0, -reach * scale - own[0], own[2] - reach * scale);
    return titles.reduce((sum, other) => {
      const name = other === title ? 0 : overlap(own, box(other, other.at));
      return sum + overlap(own, square(other.x, other.y, other.size)) + name;
    }, WEIGHT * on(own, person) + outside);
  };
  const isMet = (title) => {
    const own = box(title, title.at);
    const others = titles.filter((other) => other !== title);
    return on(own, person) > 0 || others.some((other) => overlap(own, box(other, other.at)) > 0);
  };
  // Twice, because a name that gave way may be in the way of another.
  for (const title of [...titles, ...titles]) {
    if (!isMet(title)) continue;
    const costs = anchors.map((at) => [lost(title, at), at]);
    [, title.at] = costs.reduce((best, one) => (one[0] < best[0] ? one : best));
  }
  return traces.map((trace) => ({
    ...trace,
    textposition: titles.splice(0, trace.x.length).map(({ at }) => at),
  }));
}
