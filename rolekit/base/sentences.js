// Twin of sentences.py: the templates of data/sentences.csv, filled the same way.
export const ROUNDING = 1e-9;

export function say(tables, id, places = {}) {
  return tables.sentences[id].replace(/\{(\w+)\}/g, (_, name) => places[name]);
}

export function rounded(number) {
  return Math.sign(number) * Math.floor(Math.abs(number) + 0.5 + ROUNDING) + 0; // never -0
}

export function where(tables, lean) {
  const points = Math.abs(rounded(lean));
  if (points === 0) return say(tables, "right-in-the-middle");
  const side = say(tables, lean > 0 ? "engineering" : "analytics");
  return say(tables, points === 1 ? "point-towards" : "points-towards", { points, side });
}

export function listed(tables, parts) {
  const [last, ...before] = [...parts].reverse();
  if (!before.length) return last;
  return say(tables, "and", { first: before.reverse().join(", "), second: last });
}
