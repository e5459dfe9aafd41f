"""The days are four whole years, in order, and a wet day is one with a millimetre of rain."""

from dataclasses import replace

import numpy as np
import pytest
from hands import refusal

from rolekit.base.tables import load_package, load_table
from rolekit.weather import WeatherError
from rolekit.weather.days import INPUTS, WET, load_days
from rolekit.weather.schema import Day

DAYS = load_days()


def test_there_is_every_day_of_four_years_with_the_months_of_the_calendar():
    assert len(DAYS) == 366 + 3 * 365
    assert (str(DAYS.date[0]), str(DAYS.date[-1])) == ("2012-01-01", "2015-12-31")
    leap = DAYS.between("2012-02-28", "2012-03-01")
    assert leap.month.tolist() == [2, 2, 3]
    assert DAYS.between("2012-12-31", "2013-01-01").year.tolist() == [2012, 2013]


def test_a_millimetre_makes_a_day_wet_and_a_missing_day_is_refused():
    three = replace(DAYS[:3], precipitation=np.array([0.0, WET - 0.1, WET]))
    assert three.wet.tolist() == [False, False, True]
    gap = np.delete(np.arange(10), 4)
    said = refusal(WeatherError, replace, DAYS[:9], date=DAYS.date[gap])
    assert said == "Days must follow each other without a gap. Fill or cut the gap."


def test_the_words_of_the_table_contradict_its_gauge():
    """Which is why the column is not used; the notebook says so."""
    rows = load_table("seattle_weather")
    assert sum(row["weather"] == "rain" and row["precipitation"] == 0 for row in rows) == 47


@pytest.mark.parametrize("name", INPUTS)
def test_the_service_takes_what_the_table_may_hold(name):
    """The schema of the service and the description of the table give the same range."""
    [table] = [r for r in load_package()["resources"] if r["name"] == "seattle_weather"]
    [rules] = [one["constraints"] for one in table["schema"]["fields"] if one["name"] == name]
    limits = Day.model_json_schema()["properties"][name]
    assert (rules["minimum"], rules["maximum"]) == (limits["minimum"], limits["maximum"])
