// Twin of spectrum.py, as far as a person moves in it: the twenty dots above the line, the guess below
// it, the mark on it. `rules` are the sizes and colours that both draw with.

// The bin of a lean: one begins at 0, so none is astride it; 100 is in the last one.
const binOf = ({ bin }, lean) => Math.min(Math.floor(lean / bin), 100 / bin - 1);

// [lean, pixels above the line] of each dot; dots of one bin stand on each other.
export function stacked(rules, dots) {
  const counts = {};
  return dots.map((dot) => {
    let bin = binOf(rules, dot);
    // Places past an end of the line all count as its end, more than one stack can hold.
    while (counts[bin] === rules.highest) bin += bin < 0 ? 1 : -1;
    counts[bin] = (counts[bin] ?? 0) + 1;
    return [rules.bin * (bin + 0.5), 12 + rules.dot * (counts[bin] - 0.5)];
  });
}

export function band(rules, placement) {
  const places = placement ? stacked(rules, placement.dots) : [];
  const [x, y] = [0, 1].map((i) => places.map((place) => place[i]));
  return { x, y, color: x.map((lean) => rules.sides[lean > 0 ? 1 : 0]) };
}

export function guessMark(rules, guess) {
  const isThere = guess !== null;
  return {
    x: isThere ? [guess] : [],
    y: isThere ? [-rules.line - 10] : [],
    textposition: !isThere || guess < 40 ? "middle right" : "middle left",
  };
}

// The mark of the person, or a message in its place.
export function personMark(rules, placement, message) {
  if (!placement) {
    return { x: [0, 0], y: [rules.top / 2, rules.top / 2], size: [0, 0], text: ["", message] };
  }
  const highest = Math.max(...stacked(rules, placement.dots).map(([, y]) => y));
  const [x, y] = [Array(2).fill(placement.lean), [0, highest + 15]];
  return { x, y, size: [20, 0], text: ["", "<b>you</b>"] };
}
