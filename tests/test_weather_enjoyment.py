"""Ratings stand beside answers, are never mixed with them, and are refused where they are none."""

import pytest
from hands import refusal

import rolekit
from rolekit.weather import WeatherError
from rolekit.weather.enjoyment import MOMENTS, compare, means

FACETS = {facet.id: facet for facet in rolekit.load_instrument().facets}
ANSWERS = rolekit.Answers.from_facets({name: 5 * i for i, name in enumerate(FACETS)})


def test_the_morning_is_analytics_the_afternoon_engineering_and_ratings_change_no_place():
    poles = {"morning": "analytics", "afternoon": "engineering"}
    assert [FACETS[one.facet].pole for one in MOMENTS] == [poles[one.part] for one in MOMENTS]
    assert len({one.facet for one in MOMENTS}) == 6
    before = rolekit.place(ANSWERS)
    compare({one.id: 100 for one in MOMENTS}, ANSWERS)
    assert rolekit.place(ANSWERS) == before


def test_each_rating_stands_beside_its_facet_s_answer_where_there_are_answers():
    found = {one.moment.id: one for one in compare({"watch": 35}, ANSWERS)}
    assert found["watch"].liked == 35
    assert found["watch"].said == ANSWERS.by_facet["reliability"]
    assert found["look"].liked is None
    assert all(one.said is None for one in compare({"look": 80}))
    assert means(compare({"look": 80, "tell": 40})) == {"morning": 60.0, "afternoon": None}


@pytest.mark.parametrize("value", [101, -1, 50.0, True, "50"])
def test_a_rating_that_is_none_is_refused(value):
    said = refusal(WeatherError, compare, {"look": value})
    assert said == f"Rating 'look' must be a whole number from 0 to 100 or None (got {value!r})."


def test_a_moment_that_is_not_there_is_named():
    said = refusal(WeatherError, compare, {"looks": 5})
    assert said == "There is no moment 'looks'. Did you mean 'look'?"
