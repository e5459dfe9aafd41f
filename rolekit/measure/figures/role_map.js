// Twin of role_map.py, as far as the names of titles give way to a person's mark.

const square = (x, y, size) => [x - size / 2, y - size / 2, x + size / 2, y + size / 2];
const overlap = (a, b) => {
  const [width, height] = [0, 1].map((i) => Math.min(a[i + 2], b[i + 2]) - Math.max(a[i], b[i]));
  return Math.max(0, width) * Math.max(0, height);
};

// The traces of the titles, their names beside a person's mark at `scale` pixels a point of lean.
export function givingWay(traces, placement, scale) {
  if (!placement || placement.depth === null) return traces;
  const { up, room, weight, line, reach } = traces[0].meta;
  const titles = traces.flatMap(({ x, y, textposition, meta }) =>
    x.map((lean, i) => ({ x: lean * scale, y: y[i] * up, at: textposition[i], ...meta.titles[i] })),
  );
  const ring = square(placement.lean * scale, placement.depth * up, room);
  const box = ({ x, y, boxes }, at) => boxes[at].map((edge, i) => edge + (i % 2 ? y : x));
  const lost = (title, at) => {
    const own = box(title, at);
    const outside = line * Math.max(0, -reach * scale - own[0], own[2] - reach * scale);
    return titles.reduce((sum, other) => {
      const name = other === title ? 0 : overlap(own, box(other, other.at));
      return sum + overlap(own, square(other.x, other.y, other.size)) + name;
    }, weight * overlap(own, ring) + outside);
  };
  for (const title of titles) {
    if (!overlap(box(title, title.at), ring)) continue;
    const costs = Object.keys(title.boxes).map((at) => [lost(title, at), at]);
    [, title.at] = costs.reduce((best, one) => (one[0] < best[0] ? one : best));
  }
  return traces.map((trace) => ({
    ...trace,
    textposition: titles.splice(0, trace.x.length).map(({ at }) => at),
  }));
}
