// Twin of placement.py, which says what everything here means. `answers` is item id -> 0-100, for
// the answered items; `tables` is what page_tables.py gives.
import { listed, ROUNDING, say } from "../base/sentences.js";
import { tQuantile } from "../base/student_t.js";

const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
const deviation = (numbers) => Math.sqrt(mean(numbers.map((x) => (x - mean(numbers)) ** 2)));
const onAxis = (lean) => Math.max(-100, Math.min(100, lean));

// Facet id -> mean of its answered items, for facets with an answer.
export function byFacet(tables, answers) {
  const values = {};
  for (const { id, facet } of tables.items) {
    if (id in answers) (values[facet] ??= []).push(answers[id]);
  }
  return Object.fromEntries(Object.entries(values).map(([facet, given]) => [facet, mean(given)]));
}

// Pole -> [answered facets, needed facets], for the poles that fall short of a score.
export function missing(tables, answers) {
  const scores = byFacet(tables, answers);
  const counts = tables.sides.map((pole) => [pole, scored(tables, pole, scores).length]);
  const short = counts.filter(([, count]) => count < tables.rules.needed);
  return Object.fromEntries(short.map(([pole, count]) => [pole, [count, tables.rules.needed]]));
}

// The placement, or null where too few facets are answered for one.
export function place(tables, answers) {
  if (Object.keys(missing(tables, answers)).length) return null;
  const scores = byFacet(tables, answers);
  const poles = tables.sides.map((pole) => poleScore(tables, pole, scores));
  const [analytics, engineering] = poles;
  const variance = analytics.variance + engineering.variance;
  const df = variance ** 2 / sum(poles.map((pole) => pole.variance ** 2 / (pole.facets - 1)));
  const [lean, error] = [engineering.score - analytics.score, Math.sqrt(variance)];
  const reach = error * tQuantile((1 + tables.rules.band) / 2, df);
  const [low, high] = [onAxis(lean - reach), onAxis(lean + reach)];
  const away = Array.from({ length: 10 }, (_, i) => error * tQuantile(0.525 + 0.05 * i, df));
  const alike = new Set(Object.values(answers)).size === 1;
  const elevation = (analytics.score + engineering.score) / 2;
  const depth = depthOf(tables, scores);
  return {
    lean,
    low,
    high,
    side: sideOf(tables.rules, lean, low, high, alike),
    ...depth,
    depthRelative: depth.depth === null ? null : depth.depth - elevation,
    analytics: analytics.score,
    engineering: engineering.score,
    elevation,
    differentiation: deviation(Object.values(scores)),
    answered: Object.keys(answers).length,
    alike,
    notes: notesOf(tables, scores, alike),
    error,
    df,
    width: high - low,
    dots: [...away.map((x) => onAxis(lean - x)).reverse(), ...away.map((x) => onAxis(lean + x))],
  };
}

// The facets of a pole that have a score, their weights made to sum to 1.
function scored(tables, pole, scores) {
  const facets = tables.facets.filter((facet) => facet.pole === pole && facet.id in scores);
  const total = sum(facets.map((facet) => facet.weight));
  return facets.map((facet) => ({ ...facet, weight: facet.weight / total }));
}

function unscored(tables, pole, scores) {
  return tables.facets.filter((facet) => facet.pole === pole && !(facet.id in scores));
}

function poleScore(tables, pole, scores) {
  const facets = scored(tables, pole, scores);
  const squares = sum(facets.map(({ weight }) => weight ** 2));
  // Taken from one of the scores: where all are the same, so is their mean, to the last digit.
  const start = scores[facets[0].id];
  const score = start + sum(facets.map(({ id, weight }) => weight * (scores[id] - start)));
  const spreads = facets.map(
    ({ id, weight }) => (weight ** 2 * (scores[id] - score) ** 2) / (1 - 2 * weight + squares),
  );
  const variance = Math.max(sum(spreads), tables.rules.leastSpread ** 2 * squares);
  return { score, variance, facets: facets.length };
}

function depthOf(tables, scores) {
  if (unscored(tables, "machine_learning", scores).length) {
    return { depth: null, depthLow: null, depthHigh: null };
  }
  const facets = tables.poles.map((pole) => scored(tables, pole, scores));
  const groups = facets.map((group) => group.map(({ id }) => scores[id]));
  const shared = facets.at(-1);
  const squares = sum(groups.map((group) => sum(group.map((x) => (x - mean(group)) ** 2))));
  const df = sum(groups.map((group) => group.length)) - groups.length;
  const depth = sum(shared.map(({ id, weight }) => weight * scores[id]));
  const error = Math.max(Math.sqrt(squares / df), tables.rules.leastSpread);
  const reach = error * Math.sqrt(sum(shared.map(({ weight }) => weight ** 2)));
  const away = reach * tQuantile((1 + tables.rules.band) / 2, df);
  return { depth, depthLow: Math.max(0, depth - away), depthHigh: Math.min(100, depth + away) };
}

function sideOf({ sideFrom, balancedWithin }, lean, low, high, alike) {
  const open = low <= 0 && high >= 0;
  if (Math.abs(lean) >= sideFrom - ROUNDING && !open) return lean > 0 ? "engineering" : "analytics";
  return Math.max(-low, high) <= balancedWithin && !alike ? "balanced" : "unclear";
}

function notesOf(tables, scores, alike) {
  const namesOf = (pole) => unscored(tables, pole, scores).map(({ name }) => name.toLowerCase());
  const notes = alike ? [say(tables, "alike")] : [];
  const [[first], [second]] = tables.sides.map(namesOf);
  const side = say(tables, tables.sides[first ? 0 : 1]);
  if (first && second) notes.push(say(tables, "not-scored-both", { first, second }));
  else if (first || second) notes.push(say(tables, "not-scored", { facet: first ?? second, side }));
  const unknown = namesOf("machine_learning");
  const id = unknown.length > 1 ? "no-depth" : "no-depth-one";
  if (unknown.length) notes.push(say(tables, id, { facets: listed(tables, unknown) }));
  return notes;
}
