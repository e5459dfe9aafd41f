"""A trial counts what mistakes would have cost, and keeps the last year for the end."""

import numpy as np
import pytest

from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.experiment import KEPT_BACK, MODEL, Trial, trial
from rolekit.weather.model import Choice

DAYS = load_days()


def small(chance, wet, costs=None):
    """A trial of four days, 365.25 / 4 of which make a year."""
    wet = np.array(wet, dtype=bool)
    return Trial(
        Choice(),
        costs or Costs(75, 25),
        np.arange("2013-01-30", "2013-02-03", dtype="datetime64[D]"),
        np.array(chance, dtype=float),
        wet,
        {"same as today": ~np.array([False, *wet[:-1]])},
    )


def test_euros_a_year_by_hand():
    """Threshold 0.25. Out, in, out, in; wet, wet, dry, dry: soaked once, missed once.

    100 euros in four days are 100 * 365.25 / 4 a year. Same as today (the day before was dry):
    out, in, in, out: soaked on the first day, missed on the third.
    """
    tried = small([0.1, 0.9, 0.2, 0.6], [1, 1, 0, 0])
    assert tried.euros[MODEL] == pytest.approx(100 * 365.25 / 4)
    assert tried.euros["same as today"] == pytest.approx(100 * 365.25 / 4)
    assert tried.saving()[0] == pytest.approx(0)


def test_brier_score_by_hand():
    """0.81 + 0.01 + 0.04 + 0.36 = 1.22, over four days."""
    assert small([0.1, 0.9, 0.2, 0.6], [1, 1, 0, 0]).brier == pytest.approx(1.22 / 4)


def test_the_interval_of_a_saving_holds_it_and_is_the_same_each_time():
    tried = trial(DAYS, Choice(), Costs())
    saved, low, high = tried.saving()
    assert low < saved < high
    assert tried.saving() == (saved, low, high)
    assert saved == pytest.approx(tried.euros["same as today"] - tried.euros[MODEL])


def test_calibration_counts_every_day_once_where_it_belongs():
    tried = trial(DAYS, Choice(), Costs())
    bins = tried.calibration()
    assert sum(one.n for one in bins) == 730
    assert sum(one.n * one.happened for one in bins) == pytest.approx(tried.wet.sum())
    assert sum(one.n * one.said for one in bins) == pytest.approx(tried.chance.sum())
    assert all(one.low <= one.happened <= one.high for one in bins)


def test_the_year_that_is_kept_back_is_not_among_those_for_choosing():
    choosing, kept = trial(DAYS, Choice(), Costs()), trial(DAYS, Choice(), Costs(), KEPT_BACK)
    assert not set(choosing.date) & set(kept.date)
    assert (len(choosing.date), len(kept.date)) == (730, 365)


def test_days_and_outcomes_and_rules_belong_together():
    kept = trial(DAYS, Choice(), Costs(), KEPT_BACK)
    last_year = DAYS.between("2015-01-01", "2015-12-31")
    assert np.array_equal(kept.wet, last_year.wet)
    assert np.array_equal(kept.rules["same as today"][1:], ~last_year.wet[:-1])


@pytest.mark.parametrize("between", [("2012-06-01", "2013-06-01"), ("2015-01-01", "2016-01-01")])
def test_a_trial_outside_the_years_that_can_be_forecast_is_refused(between):
    with pytest.raises(WeatherError) as caught:
        trial(DAYS, Choice(), Costs(), between)
    assert str(caught.value) == (
        f"A trial takes days from 2013-01-01 to 2015-12-31 (got {between[0]} to {between[1]})."
    )


def test_the_model_saves_money_where_mistakes_cost_unlike_and_nothing_where_they_cost_alike():
    """What the notebooks say of the whole three years."""
    years = ("2013-01-01", "2015-12-31")
    unlike = trial(DAYS, Choice(), Costs(75, 25), years)
    alike = trial(DAYS, Choice(), Costs(50, 50), years)
    assert unlike.saving()[0] > 500
    assert unlike.saving()[1] > 0
    assert alike.saving()[1] < 0 < alike.saving()[2]
