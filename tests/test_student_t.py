"""Our Student's t against the one in scipy."""

import math

import pytest
import scipy.stats
from hands import close, refusal
from hypothesis import example, given
from hypothesis import strategies as st

from rolekit.base.student_t import t_cdf, t_density, t_quantile

shares = st.floats(0.0001, 0.9999)
degrees = st.floats(1, 1000)
# Nearer to 0 than this, scipy's distribution function rounds t away.
points = st.floats(0.001, 50).flatmap(lambda t: st.sampled_from([t, -t]))


@given(shares, degrees)
def test_the_quantile_is_that_of_scipy_and_undoes_the_distribution_function(p, df):
    assert t_quantile(p, df) == pytest.approx(scipy.stats.t.ppf(p, df), rel=1e-8, abs=1e-9)
    assert t_cdf(t_quantile(p, df), df) == pytest.approx(p, rel=1e-9)


@given(points, degrees)
def test_the_distribution_function_and_the_density_are_those_of_scipy(t, df):
    assert t_cdf(t, df) == pytest.approx(scipy.stats.t.cdf(t, df), rel=1e-9, abs=1e-12)
    assert t_density(t, df) == pytest.approx(scipy.stats.t.pdf(t, df), rel=1e-9)


@given(points, degrees)
@example(28.345541382420194, 977.0300903934511)  # rounding alone gives 1 + 6e-13
def test_a_probability_stays_between_zero_and_one_and_both_tails_are_alike(t, df):
    assert 0 <= t_cdf(t, df) <= 1
    assert t_cdf(-t, df) + t_cdf(t, df) == close(1, 1e-15)


@given(st.floats(0.0001, 0.4999), degrees)
def test_a_quantile_and_its_mirror_image_are_alike(p, df):
    assert t_quantile(p, df) == pytest.approx(-t_quantile(1 - p, df), rel=1e-12)


@pytest.mark.parametrize("t", [1e-12, 6.65e-9, 1e-4])
def test_a_point_close_to_zero_is_not_rounded_away(t):
    # With one degree of freedom, 1/2 + atan(t)/pi.
    assert t_cdf(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, rel=1e-15)


@pytest.mark.parametrize("df", [1, 3.7, 1000])
def test_half_lies_below_zero(df):
    assert t_quantile(0.5, df) == 0
    assert t_cdf(0, df) == 0.5


@pytest.mark.parametrize(
    ("df", "quantile"),
    [
        # The Cauchy distribution, whose quantile is tan(pi (p - 1/2)): tan(0.4 pi).
        (1, 3.0776835371752527),
        # (2p - 1) / sqrt(2p(1 - p))
        (2, 0.8 / math.sqrt(0.18)),
    ],
)
def test_one_and_two_degrees_of_freedom_have_a_closed_form(df, quantile):
    assert t_quantile(0.9, df) == pytest.approx(quantile, rel=1e-12)


@pytest.mark.parametrize(
    ("p", "df"), [(0, 8), (1, 8), (-0.1, 8), (1.1, 8), (math.nan, 8), (0.9, 0), (0.9, -1)]
)
def test_a_quantile_that_does_not_exist_is_refused(p, df):
    assert refusal(ValueError, t_quantile, p, df) == (
        f"p must be between 0 and 1 and df above 0 (got p={p!r}, df={df!r})."
    )
