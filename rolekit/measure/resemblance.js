// Twin of resemblance.py, as far as the Explorer needs it: how a person's profile correlates with
// those of each family of titles.
import { byFacet } from "./placement.js";

const LEAST_FACETS = 4;
const ALMOST_1 = 1 - 1e-12;
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);
const mean = (numbers) => sum(numbers) / numbers.length;

// [{said, low}], the highest correlation first: the family in words, and the lower end of its interval.
export function byFamily(tables, answers) {
  const scores = byFacet(tables, answers);
  const found = tables.families.map(({ said, profiles }) => {
    const titles = profiles.map((profile) => correlation(scores, profile)).filter(Boolean);
    if (!titles.length) return null;
    const r = mean(titles.map((title) => title.r));
    const facets = Math.min(...titles.map((title) => title.facets));
    const middle = Math.atanh(Math.max(-ALMOST_1, Math.min(ALMOST_1, r)));
    return { said, r, low: Math.tanh(middle - tables.rules.reach / Math.sqrt(facets - 3)) };
  });
  return found.filter(Boolean).sort((one, other) => other.r - one.r);
}

// Over the facets that both have; null where those are too few, or all the same.
function correlation(scores, profile) {
  const both = Object.keys(scores).filter((facet) => facet in profile);
  if (both.length < LEAST_FACETS) return null;
  const away = [scores, profile].map((of) => {
    const values = both.map((facet) => of[facet]);
    return values.map((x) => x - mean(values));
  });
  const product = (one, other) => sum(one.map((x, i) => x * other[i]));
  const squares = away.map((one) => product(one, one));
  if (squares.includes(0)) return null;
  return { r: product(...away) / Math.sqrt(squares[0] * squares[1]), facets: both.length };
}
