"""Costs turn a chance of rain into a decision, and the decision is the cheaper one."""

import numpy as np
import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st

from rolekit.weather import WeatherError
from rolekit.weather.days import load_days
from rolekit.weather.decision import Costs, simple_rules

euros = st.floats(0.5, 1000)


@given(euros, euros, st.floats(0, 1))
def test_the_tables_go_out_where_that_is_expected_to_cost_less(soaked, missed, chance):
    costs = Costs(soaked, missed)
    out, stay = chance * soaked, (1 - chance) * missed
    if not np.isclose(out, stay):
        assert costs.tables_out(np.array([chance]))[0] == (out < stay)


def test_only_the_two_mistakes_cost_and_a_rule_looks_at_the_day_before_alone():
    out, wet = np.array([True, True, False, False]), np.array([True, False, True, False])
    assert Costs(70, 30).of(out, wet).tolist() == [70, 0, 0, 30]
    days = load_days()
    rules = simple_rules(days)
    for i in (1, 100, 1460):
        assert rules["same as today"][i - 1] == (not days.wet[i - 1])
    assert rules["always out"].all()
    assert not rules["never out"].any()


@pytest.mark.parametrize("given", [(0, 25), (75, -1), (float("nan"), 1), (float("inf"), 1)])
def test_a_cost_that_is_none_is_refused(given):
    assert refusal(WeatherError, Costs, *given) == (
        "Both costs must be more than 0 euros "
        f"(got {given[0]:g} for soaked and {given[1]:g} for missed)."
    )
