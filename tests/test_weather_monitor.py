"""The monitor rings when something is wrong, and its false alarms are counted."""

import numpy as np
import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st

from rolekit.weather import WeatherError, monitor
from rolekit.weather.days import INPUTS, load_days
from rolekit.weather.model import Recipe, train

DAYS = load_days()
UNTIL_2013 = train(DAYS.between("2012-01-01", "2013-12-31"), Recipe())
values = st.lists(st.floats(-50, 50), min_size=2, max_size=40).map(np.array)


def test_psi_by_hand_and_of_nothing():
    """Reference 1-8 in quarters of two; recent all in the last quarter.

    With half a day in each bin: reference 2.5/10 four times, recent 0.5/6 three times and 4.5/6.
    """
    recent = np.array([8.0] * 4)
    expected = 3 * (0.5 / 6 - 0.25) * np.log(0.5 / 6 / 0.25) + (0.75 - 0.25) * np.log(3)
    assert monitor.psi(np.arange(1.0, 9.0), recent) == pytest.approx(expected)
    said = refusal(WeatherError, monitor.psi, np.array([]), np.array([1.0]))
    assert said == "Drift needs days on both sides. Choose another month."


@given(values, values)
def test_psi_is_never_negative_and_of_the_same_nothing(reference, recent):
    assert monitor.psi(reference, recent) >= -1e-12
    assert monitor.psi(reference, reference) == pytest.approx(0)


def test_the_same_season_is_three_months_of_years_that_are_there():
    january = int(np.flatnonzero(DAYS.date == np.datetime64("2014-01-01"))[0])
    mask = monitor.reference_days(DAYS, january, "same season")
    assert set(DAYS.month[mask]) == {12, 1, 2}
    assert set(DAYS.year[mask]) == {2012, 2013}
    said = refusal(WeatherError, monitor.watch, UNTIL_2013, "2012-05")
    assert said == "There is no month '2012-05' to watch. Choose 2013-01 to 2015-12."


def test_the_season_alone_rings_against_the_whole_year_and_a_stuck_gauge_in_a_wet_month():
    """The lesson of the afternoon."""
    found = monitor.watch(UNTIL_2013, "2014-07", reference="whole year")
    assert found.ringing == ["temp_max", "temp_min"]
    assert monitor.watch(UNTIL_2013, "2014-07").ringing == []
    assert monitor.watch(UNTIL_2013, "2014-01", "rain gauge stuck at 0").ringing == [
        "precipitation"
    ]
    assert monitor.watch(UNTIL_2013, "2014-07", "rain gauge stuck at 0").ringing == []


def test_a_fahrenheit_thermometer_rings_where_the_schema_sees_nothing_and_the_score_too():
    """In January 45 degrees Fahrenheit are a valid number of degrees Celsius."""
    told = monitor.FAULTS["thermometer in Fahrenheit"](DAYS.between("2014-01-01", "2014-01-31"))
    assert told.temp_max.max() <= 60
    found = monitor.watch(UNTIL_2013, "2014-01", "thermometer in Fahrenheit")
    assert found.ringing == ["temp_max", "temp_min"]
    spring = train(DAYS.between("2012-01-01", "2013-03-31"), Recipe())
    assert "score" not in monitor.watch(spring, "2013-04").ringing
    assert "score" in monitor.watch(spring, "2013-04", "thermometer in Fahrenheit").ringing


def test_false_alarms_are_what_the_notebook_says():
    assert monitor.false_alarms("whole year", monitor.RULE_OF_THUMB) == 1
    assert monitor.false_alarms("same season", monitor.RULE_OF_THUMB) == 1
    assert monitor.false_alarms("same season", monitor.ALARM) == pytest.approx(6 / 36)


def test_a_fault_changes_what_is_told_and_not_what_the_weather_was():
    for name, fault in monitor.FAULTS.items():
        part = DAYS[:40]
        before = {one: getattr(part, one).copy() for one in INPUTS}
        told = fault(part)
        assert all(np.array_equal(before[one], getattr(part, one)) for one in INPUTS)
        changed = [o for o in INPUTS if not np.array_equal(before[o], getattr(told, o))]
        assert bool(changed) == (name != "nothing")


def test_right_chances_give_a_standard_normal_z_and_wrong_ones_a_surprise():
    """2,000 invented months with outcomes drawn from the chances: mean 0, standard deviation 1."""
    chance = np.random.default_rng(4)
    p = chance.uniform(0.05, 0.95, (2000, 30))
    found = [monitor.surprise(row, chance.random(30) < row) for row in p]
    assert abs(np.mean(found)) < 0.1
    assert 0.9 < np.std(found) < 1.1
    assert monitor.surprise(np.full(30, 0.05), np.arange(30) < 15) > monitor.SCORE_ALARM
