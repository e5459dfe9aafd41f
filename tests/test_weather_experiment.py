"""A trial counts what mistakes would have cost, and keeps the last year for the end."""

import numpy as np
import pytest
from hands import refusal

from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs
from rolekit.weather.experiment import KEPT_BACK, MODEL, Trial, trial
from rolekit.weather.model import Recipe

DAYS = load_days()
TRIED = trial(Recipe(), Costs())
KEPT = trial(Recipe(), Costs(), KEPT_BACK)
SMALL = Trial(  # four days, 365.25 / 4 of which make a year
    Recipe(),
    Costs(75, 25),
    np.arange("2013-01-30", "2013-02-03", dtype="datetime64[D]"),
    chance=np.array([0.1, 0.9, 0.2, 0.6]),
    wet=np.array([True, True, False, False]),
    rules={"same as today": np.array([True, False, False, True])},
)


def test_euros_a_year_and_the_brier_score_by_hand():
    """Threshold 0.25. Out, in, out, in; wet, wet, dry, dry: soaked once, missed once.

    100 euros in four days are 100 * 365.25 / 4 a year. Same as today (the day before was dry):
    out, in, in, out: soaked on the first day, missed on the third.
    """
    assert SMALL.euros[MODEL] == pytest.approx(100 * 365.25 / 4)
    assert SMALL.euros["same as today"] == pytest.approx(100 * 365.25 / 4)
    assert SMALL.saving()[0] == pytest.approx(0)
    # 0.81 + 0.01 + 0.04 + 0.36 = 1.22, over four days.
    assert SMALL.brier == pytest.approx(1.22 / 4)


def test_the_interval_of_a_saving_holds_it_and_is_the_same_each_time():
    saved, low, high = TRIED.saving()
    assert low < saved < high
    assert TRIED.saving() == (saved, low, high)
    assert saved == pytest.approx(TRIED.euros["same as today"] - TRIED.euros[MODEL])


def test_calibration_counts_every_day_once_where_it_belongs():
    bins = TRIED.calibration()
    assert sum(one.n for one in bins) == 730
    assert sum(one.n * one.happened for one in bins) == pytest.approx(TRIED.wet.sum())
    assert sum(one.n * one.said for one in bins) == pytest.approx(TRIED.chance.sum())
    assert all(one.low <= one.happened <= one.high for one in bins)


def test_days_outcomes_and_rules_belong_together_and_the_last_year_is_kept_back():
    last_year = DAYS.between("2015-01-01", "2015-12-31")
    assert np.array_equal(KEPT.wet, last_year.wet)
    assert np.array_equal(KEPT.rules["same as today"][1:], ~last_year.wet[:-1])
    assert not set(TRIED.date) & set(KEPT.date)
    assert (len(TRIED.date), len(KEPT.date)) == (730, 365)


@pytest.mark.parametrize("between", [("2012-06-01", "2013-06-01"), ("2015-01-01", "2016-01-01")])
def test_a_trial_outside_the_years_that_can_be_forecast_is_refused(between):
    assert refusal(WeatherError, trial, Recipe(), Costs(), between) == (
        f"A trial takes days from 2013-01-01 to 2015-12-31 (got {between[0]} to {between[1]})."
    )


def test_the_model_saves_money_where_mistakes_cost_unlike_and_nothing_where_they_cost_alike():
    """What the notebooks say of the whole three years."""
    years = ("2013-01-01", "2015-12-31")
    unlike = trial(Recipe(), Costs(75, 25), years)
    alike = trial(Recipe(), Costs(50, 50), years)
    assert unlike.saving()[0] > 500
    assert unlike.saving()[1] > 0
    assert alike.saving()[1] < 0 < alike.saving()[2]
