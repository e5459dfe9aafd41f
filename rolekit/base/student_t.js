// Twin of student_t.py: Student's t for degrees of freedom that need not be whole.

// The logarithm of the gamma function of x > 0: Stirling's series, which is exact enough from 15 on
// (Abramowitz and Stegun 1964, 6.1.41).
function logGamma(x) {
  let product = 1;
  for (; x < 15; x += 1) product *= x;
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}

function density(t, df) {
  const scale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  return Math.exp(scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
}

// The regularised incomplete beta function I_x(a, b) for 0 <= x <= 1/2.
function incompleteBeta(x, a, b) {
  if (x === 0) return 0;
  const scale = logGamma(a + b) - logGamma(a + 1) - logGamma(b);
  let term = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x));
  let total = term;
  for (let n = 0; term > 1e-17 * total; n += 1) {
    term *= (x * (a + b + n)) / (a + 1 + n);
    total += term;
  }
  return total;
}

// P(T <= t) for t >= 0.
function upTo(t, df) {
  const outside = df / (df + t * t);
  if (outside <= 0.5) return 1 - 0.5 * incompleteBeta(outside, df / 2, 0.5);
  return 1 - Math.max(0, 0.5 - 0.5 * incompleteBeta((t * t) / (df + t * t), 0.5, df / 2));
}

// The t below which a share p of Student's t lies, for 0.5 <= p < 1.
export function tQuantile(p, df) {
  let t = 0;
  for (let i = 0; i < 200; i += 1) {
    const step = (p - upTo(t, df)) / density(t, df);
    t += step;
    if (step <= 1e-13 * t) break;
  }
  return t;
}
