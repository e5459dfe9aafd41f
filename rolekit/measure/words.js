// Twin of words.py, as far as the Explorer needs it: a result in plain sentences.
import { listed, rounded, say, where } from "../base/sentences.js";

export function describe(tables, placement) {
  const notes = placement.notes.slice(placement.alike ? 1 : 0);
  const told = [lead(tables, placement)];
  if (placement.depth !== null) {
    const [depth, low, high] = [placement.depth, placement.depthLow, placement.depthHigh].map(rounded);
    told.push(say(tables, "depth", { depth, low, high }));
  }
  return [...told, ...notes].join(" ");
}

// Where they sit, or why that cannot be said: what matters first.
export function lead(tables, placement) {
  return placement.alike ? placement.notes[0] : placed(tables, placement);
}

// What is missing for a result, under the picture; `missing` is as placement.js gives it.
export function describeMissing(tables, missing) {
  const kinds = listed(tables, kindsOf(tables, missing));
  const counts = Object.values(missing).map(([answered, needed]) => needed - answered);
  const one = counts.length === 1 && counts[0] === 1;
  return say(tables, one ? "missing-one" : "missing", { kinds });
}

// The same in a few short lines, in the picture.
export function missingLines(tables, missing) {
  return [...kindsOf(tables, missing), say(tables, "still-to-answer")];
}

// What the second 12 statements did to the width of the likely range.
export function describeGain(tables, before, after) {
  if (after === null) return say(tables, "gain-none");
  const places = { width: rounded(after.width), answers: after.answered };
  if (before === null) return say(tables, "gain-first-too-few", places);
  const [width_before, answers_before] = [rounded(before.width), before.answered];
  if (answers_before === places.answers) return say(tables, "gain-nothing-new", places);
  const narrower = places.width < width_before;
  const id = narrower ? "gain-narrower" : "gain-not-narrower";
  return say(tables, id, { ...places, width_before, answers_before });
}

// Which families of titles answers clearly resemble; `found` is as resemblance.js gives it.
export function describeNearest(tables, found) {
  if (!found.length || found[0].low <= 0) return say(tables, "nearest-none");
  const [first, ...others] = found.filter(({ low }) => low > 0).map(({ said }) => said);
  if (!others.length) return say(tables, "nearest", { first });
  return say(tables, "nearest-more", { first, others: listed(tables, others) });
}

// What was chosen in the pairs, or nothing where they were not played.
export function describeChoices(tables, pairs) {
  const made = (pairs ?? []).filter((choice) => choice !== null);
  const count = made.filter((choice) => choice === "engineering").length;
  return made.length ? say(tables, "pairs-chosen", { count, made: made.length }) : "";
}

// How a guess and the answers go together, siding with neither.
export function describeGuess(tables, placement, guess) {
  if (guess === null) return say(tables, "guess-none");
  const places = { guess: where(tables, guess), lean: where(tables, placement.lean) };
  if (places.guess === places.lean) return say(tables, "guess-same", places);
  const inside = placement.low <= guess && guess <= placement.high;
  return say(tables, inside ? "guess-inside" : "guess-outside", places);
}

function placed(tables, { lean, low, high, side }) {
  if (tables.sides.includes(side)) return leaning(tables, lean, low, high, side);
  const ends = [low, high].map(rounded);
  const middle = rounded(lean) === 0 ? "in-the-middle" : "near-the-middle";
  const across = ends[0] < 0 && ends[1] > 0 ? "unclear" : "unclear-just";
  const open = rounded(lean) === 0 ? "unclear-middle" : across;
  const places = { where: where(tables, lean), range: range(tables, low, high) };
  const far = Math.max(...ends.map(Math.abs));
  return say(tables, side === "balanced" ? middle : open, { ...places, high: far });
}

function leaning(tables, lean, low, high, side) {
  const points = Math.abs(rounded(lean));
  const [near, far] = [low, high].map((end) => Math.abs(rounded(end))).sort((a, b) => a - b);
  const id = points === 100 ? "leans-all-the-way" : near === 0 ? "leans-just" : "leans";
  return say(tables, id, { side: say(tables, side), points, low: near, high: far });
}

function range(tables, low, high) {
  const [left, right] = [rounded(low), rounded(high)];
  if (left < 0 && right > 0) return say(tables, "range-across", { low: -left, high: right });
  const side = say(tables, right > 0 ? "engineering" : "analytics");
  const [near, far] = [left, right].map(Math.abs).sort((a, b) => a - b);
  const id = near === 0 ? "range-from-the-middle" : "range-on-one-side";
  return say(tables, id, { low: near, high: far, side });
}

function kindsOf(tables, missing) {
  return Object.entries(missing).map(([pole, [answered, needed]]) => {
    const count = needed - answered;
    const id = answered === 0 ? "kinds" : count === 1 ? "kind-more" : "kinds-more";
    return say(tables, id, { count, side: say(tables, pole) });
  });
}
