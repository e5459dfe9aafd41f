"""Student's t distribution for degrees of freedom that need not be whole.

The band around a person's place is a stretch of Student's t, whose degrees of freedom come from the
answers (Welch-Satterthwaite) and are seldom whole. The standard library has no such distribution,
and the participant's path has nothing but the standard library, so here it is in a few lines.
"""

from math import exp, lgamma, log, log1p, pi


def t_density(t: float, df: float) -> float:
    """Return the density of Student's t with `df` degrees of freedom (df > 0) at t.

    >>> round(t_density(0, 1), 6)  # 1 / pi
    0.31831
    """
    scale = lgamma((df + 1) / 2) - lgamma(df / 2) - 0.5 * log(df * pi)
    return exp(scale - (df + 1) / 2 * log1p(t * t / df))


def t_cdf(t: float, df: float) -> float:
    """Return P(T <= t) for Student's t with `df` degrees of freedom (df > 0).

    >>> round(t_cdf(1, 1), 6)
    0.75
    """
    outside = df / (df + t * t)
    if outside > 0.5:  # the series runs fast where its argument is small
        # Rounding may leave a tail of almost nothing just below 0.
        tail = max(0.0, 0.5 - 0.5 * _incomplete_beta(t * t / (df + t * t), 0.5, df / 2))
    else:
        tail = 0.5 * _incomplete_beta(outside, df / 2, 0.5)
    return tail if t < 0 else 1 - tail


def t_quantile(p: float, df: float) -> float:
    """Return the t below which a share p (0 < p < 1) of Student's t with `df` > 0 falls.

    Raises `ValueError` for any other p or df.

    >>> round(t_quantile(0.9, 8), 4)
    1.3968
    """
    if not (0 < p < 1 and df > 0):
        raise ValueError(f"p must be between 0 and 1 and df above 0 (got p={p!r}, df={df!r}).")
    if p < 0.5:
        return -t_quantile(1 - p, df)
    # To the right of 0 the distribution function bends downwards, so that Newton's steps from 0
    # never overshoot; they end when rounding is all that is left.
    t = 0.0
    for _ in range(200):
        step = (p - t_cdf(t, df)) / t_density(t, df)
        t += step
        if step <= 1e-13 * t:
            break
    return t


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b) for 0 <= x <= 1/2.

    A series of positive terms (Abramowitz and Stegun 1964, 26.5.4).
    """
    if x == 0:
        return 0.0
    term = exp(lgamma(a + b) - lgamma(a + 1) - lgamma(b) + a * log(x) + b * log1p(-x))
    total, n = term, 0
    while term > 1e-17 * total:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return total
