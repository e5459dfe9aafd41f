"""The intervals of shares, of their differences and of means are those of their authors."""

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from rolekit.base.intervals import newcombe, same_correlation, student, wilson

counts = st.integers(1, 6000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
levels = st.sampled_from([0.8, 0.95])


@pytest.mark.parametrize("level", [0.8, 0.95])
@pytest.mark.parametrize("n", range(1, 11))
def test_the_interval_of_a_share_is_that_of_scipy(n, level):
    for count in range(n + 1):
        interval = scipy.stats.binomtest(count, n).proportion_ci(level, method="wilson")
        assert wilson(count, n, level) == pytest.approx((interval.low, interval.high), abs=1e-12)


# Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
PUBLISHED = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
]


@pytest.mark.parametrize(("one", "other", "low", "high"), PUBLISHED)
def test_the_interval_of_a_difference_is_that_of_its_author(one, other, low, high):
    gap, *ends = newcombe(one, other, 0.95)
    assert gap == one[0] / one[1] - other[0] / other[1]
    assert ends == pytest.approx([low, high], abs=6e-5)


@given(counts, counts, levels)
def test_the_interval_holds_the_difference_either_way_round(one, other, level):
    gap, low, high = newcombe(one, other, level)
    assert low <= gap <= high
    assert -1 - 1e-12 <= low < high <= 1 + 1e-12
    assert newcombe(other, one, level) == (-gap, -high, -low)


@given(counts, counts)
def test_more_certainty_needs_more_room(one, other):
    _, low, high = newcombe(one, other, 0.8)
    _, lower, higher = newcombe(one, other, 0.95)
    assert lower <= low
    assert high <= higher


# A mean


@given(st.lists(st.floats(-200, 200), min_size=2, max_size=40), levels)
def test_the_interval_of_a_mean_is_that_of_scipy(values, level):
    mean, low, high = student(values, level)
    assert mean == pytest.approx(sum(values) / len(values), abs=1e-9)
    error = scipy.stats.sem(values)
    if error > 1e-6:
        expected = scipy.stats.t.interval(level, len(values) - 1, loc=mean, scale=error)
        assert (low, high) == pytest.approx(expected, abs=1e-6, rel=1e-9)
    else:
        assert (low, high) == pytest.approx((mean, mean), abs=1e-4)


# Two correlations with one variable


def test_the_published_example_of_two_correlations_and_likelier_ones_told_apart_by_less():
    # Meng, Rosenthal and Rubin (1992): .63 and -.03, .19 the other way between them, n = 15: Z is
    # 1.68, which is more than the 1.645 of 90 % and less than the 1.960 of 95 %.
    assert same_correlation(0.63, -0.03, -0.19, 15, 0.95)
    assert not same_correlation(0.63, -0.03, -0.19, 15, 0.9)
    assert same_correlation(0.8, 0.6, 0.86, 12, 0.95)
    assert not same_correlation(0.8, 0.6, 0.96, 12, 0.95)


@given(st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_a_correlation_is_the_same_as_itself_and_the_order_does_not_matter(r, other):
    assert same_correlation(r, r, 1.0, 12, 0.95)
    assert same_correlation(r, other, 0.5, 12, 0.9) == same_correlation(other, r, 0.5, 12, 0.9)
