"""How far a share, a mean or a correlation can be trusted: the intervals around them.

A share is a count out of n, and another sample of the same people would have given another count.
These intervals say between what the true share, or the true difference of two shares, may be.
They stay within what is possible however few were asked, which the textbook's formula does not.
"""

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean, stdev

from rolekit.base.student_t import t_quantile


def wilson(count: int, n: int, level: float) -> tuple[float, float]:
    """Return the interval (0-1) of a share, `count` of `n`, at a level such as 0.8 (Wilson 1927).

    >>> [round(end, 3) for end in wilson(5, 10, 0.95)]
    [0.237, 0.763]
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = count / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    reach = z / (1 + spread) * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    # At 0 and 1 rounding alone would put an end of the interval beyond the share.
    return min(share, max(0.0, middle - reach)), max(share, min(1.0, middle + reach))


def newcombe(
    one: tuple[int, int], other: tuple[int, int], level: float
) -> tuple[float, float, float]:
    """Return the difference of two shares (-1..1), and the two ends of its interval.

    `one` and `other` are (count, n); the difference is that of `one` less that of `other`. The
    ends join the Wilson intervals of both (Newcombe 1998, method 10).

    >>> [round(value, 4) for value in newcombe((56, 70), (48, 80), 0.95)]
    [0.2, 0.0524, 0.3339]
    """
    (low, high), (other_low, other_high) = wilson(*one, level), wilson(*other, level)
    share, other_share = one[0] / one[1], other[0] / other[1]
    gap = share - other_share
    return (
        gap,
        gap - math.sqrt((share - low) ** 2 + (other_high - other_share) ** 2),
        gap + math.sqrt((high - share) ** 2 + (other_share - other_low) ** 2),
    )


def student(values: Sequence[float], level: float) -> tuple[float, float, float]:
    """Return the mean of two values or more, and the two ends of its interval (Student 1908).

    Of paired differences it is the interval of their mean, whatever the two spreads are.

    >>> [round(value, 3) for value in student([10, 20, 30, 40, 50], 0.95)]
    [30.0, 10.368, 49.632]
    """
    mean, n = fmean(values), len(values)
    reach = t_quantile((1 + level) / 2, n - 1) * stdev(values) / math.sqrt(n)
    return mean, mean - reach, mean + reach


def fisher(r: float, n: int, level: float) -> tuple[float, float, float]:
    """Return a correlation (-1..1) over n > 3 pairs, and the two ends of its interval.

    Fisher's (1921): the inverse hyperbolic tangent of r is nearly normal with standard error
    1 / sqrt(n - 3).

    >>> [round(value, 3) for value in fisher(0.5, 12, 0.95)]
    [0.5, -0.104, 0.834]
    """
    reach = NormalDist().inv_cdf((1 + level) / 2) / math.sqrt(n - 3)
    # No hyperbolic tangent leads to 1 itself, and rounding may even lead beyond it.
    middle = math.atanh(max(-1 + 1e-12, min(1 - 1e-12, r)))
    return r, math.tanh(middle - reach), math.tanh(middle + reach)


def same_correlation(r: float, other: float, between: float, n: int, level: float) -> bool:
    """Return whether two correlations with one variable, over the same n > 3, may be the same.

    `between` is the correlation of the two other variables. The test is that of Meng, Rosenthal and
    Rubin (1992): the more alike the two are, the smaller a difference is told apart.

    >>> same_correlation(0.63, -0.03, -0.19, 15, 0.95)  # their example, Z = 1.68
    True
    """
    squares = (r * r + other * other) / 2
    if between >= 1 or squares >= 1:
        return r == other
    f = min(1.0, (1 - between) / (2 * (1 - squares)))
    h = (1 - f * squares) / (1 - squares)
    apart = math.atanh(r) - math.atanh(other)
    z = abs(apart) * math.sqrt((n - 3) / (2 * (1 - between) * h))
    return z < NormalDist().inv_cdf((1 + level) / 2)
