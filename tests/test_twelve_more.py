"""Twelve more answers are foreseen by a rule that can be reckoned, and that keeps its promise."""

import math
import random
from dataclasses import FrozenInstanceError
from statistics import fmean, pstdev, quantiles
from unittest.mock import patch

import pytest
from hands import close, refusal
from hypothesis import given
from hypothesis import strategies as st
from people import FACETS, answers_of
from strategies import INSTRUMENT, SIDES, equal_weights, examples, placeable

from rolekit import Answers, NotEnoughAnswers, place
from rolekit.measure.example import EXAMPLE
from rolekit.measure.people import Population, persons
from rolekit.measure.twelve_more import DRAWS, twelve_more


def drawn(answers):
    """All that is placed on the way: first the short form, then every draw."""
    placed = []

    def placing(each):
        placed.append(each)
        return place(each)

    with patch("rolekit.measure.twelve_more.place", placing):
        found = twelve_more(answers)
    first, *draws = placed
    return found, first, draws


# 50 on average and s^2 = (100 + 25 + 0 + 25 + 100) / 4 = 62.5 on either side, 10 points apart.
EVEN = answers_of([40, 45, 50, 55, 60], [50, 55, 60, 65, 70]).short


@equal_weights
def test_lean_is_foreseen_where_it_is_now_and_the_width_is_that_of_the_first_answers():
    # With equal weights the second answers are on average the mean of the first, so lean stays 10.
    # r = 20^2 / (20^2 + 15^2) = 0.64: a second answer has the variance 62.5 (1 - 0.64^2) = 36.9,
    # and rounding to steps of 5 adds 5^2/12 = 2.08, in all 38.98. A facet is the mean of two, a
    # quarter of that; a pole is a fifth of the sum of five, 38.98/4/5 = 1.949; and lean has twice
    # that, 3.898, which is an SD of 1.974. Of 400 draws the mean is known to 0.1, the SD to 0.07.
    leans = twelve_more(EVEN).leans
    assert len(leans) == DRAWS == 400
    assert fmean(leans) == pytest.approx(10, abs=0.3)
    assert pstdev(leans) == pytest.approx(1.974, abs=0.2)
    # v = s^2/5 = 12.5 on either side: SE = 5, df = 8, t = 1.396815: 2 * 1.396815 * 5 = 13.968.
    assert twelve_more(EVEN).now == close(13.968, 1e-3)


@equal_weights
def test_answers_that_are_all_the_same_keep_the_least_spread():
    # The band is as narrow as it can be already: each v = 5^2/5 = 5, SE = sqrt(10) = 3.162, and
    # 2 * 1.396815 * 3.162 = 8.834. Second answers that scatter by 5 leave it so, or widen it.
    found = twelve_more(answers_of([50] * 5, [50] * 5).short)
    assert (found.now, found.lower) == (close(8.834, 1e-3), close(8.834, 1e-3))
    assert len(set(found.leans)) > 10


def test_a_second_answer_lies_between_the_first_and_the_mean_of_the_side():
    # 30, 40, 50, 60, 70: mean 50. The second is foreseen at 50 + 0.64 (70 - 50) = 62.8 for the
    # last facet and at 37.2 for the first; s = 15.8, so that its SD is 15.8 sqrt(0.5904) = 12.1,
    # with rounding 12.2, and the mean of 400 draws is known to 0.6.
    _, _, draws = drawn(answers_of([30, 40, 50, 60, 70], [50] * 5).short)
    items = [f"{facet.id}-2" for facet in INSTRUMENT.facets_of("analytics")]
    foreseen = [fmean(draw[item] for draw in draws) for item in items]
    assert foreseen == close([37.2, 43.6, 50, 56.4, 62.8], 2)
    last = pstdev(draw["decisions-2"] for draw in draws)
    assert last == pytest.approx(12.2, abs=1.5)


def test_the_draws_are_those_that_are_summed_up():
    found, first, draws = drawn(EXAMPLE.answers)
    assert first == EXAMPLE.answers
    assert len(draws) == DRAWS
    assert found.leans == tuple(place(draw).lean for draw in draws)
    widths = sorted(place(draw).width for draw in draws)
    # Of 400 in order the quartiles lie just after the 100th, the 200th and the 300th.
    assert (found.lower, found.median, found.upper) == tuple(quantiles(widths, n=4))
    for end, at in ((found.lower, 100), (found.median, 200), (found.upper, 300)):
        assert widths[at - 1] <= end <= widths[at]


@given(placeable())
@examples(12)
def test_every_answered_facet_of_a_side_gets_a_second_answer_and_no_other_does(answers):
    try:
        place(answers.short)
    except NotEnoughAnswers:
        return
    _, first, draws = drawn(answers)
    assert first == answers.short
    given_ = set(answers.short)
    second = {f"{id[:-2]}-2" for id in given_ if FACETS[id[:-2]].pole in SIDES}
    for draw in draws:
        assert set(draw) == given_ | second
        assert {id: draw[id] for id in given_} == answers.short.by_item
        assert all(value in range(0, 101, 5) for id, value in draw.by_item.items() if id in second)


def test_what_was_skipped_stays_so_and_machine_learning_has_no_part_in_it():
    _, _, draws = drawn(EXAMPLE.answers.having("statistics-1", None))
    assert all(draw["statistics-1"] is None and draw["statistics-2"] is None for draw in draws)
    assert all(draw["decisions-2"] is not None for draw in draws)
    other = EXAMPLE.answers.having("modelling-1", None).having("deep_learning-1", 0)
    assert twelve_more(other) == twelve_more(EXAMPLE.answers)


@given(st.lists(st.integers(0, 20).map(lambda n: 5 * n), min_size=12, max_size=12))
@examples(8)
def test_second_answers_that_are_there_are_not_looked_at(second):
    more = dict(zip((item.id for item in INSTRUMENT.further_items), second, strict=True))
    full = Answers.from_items({**EXAMPLE.answers.by_item, **more})
    assert full.form == "full"
    assert twelve_more(full) == twelve_more(EXAMPLE.answers)


def test_it_says_the_same_each_time_for_good_and_leaves_the_readers_own_dice_alone():
    random.seed(1)
    first, after = twelve_more(EXAMPLE.answers), random.random()
    random.seed(1)
    assert random.random() == after
    assert twelve_more(EXAMPLE.answers) == first
    with pytest.raises(FrozenInstanceError):
        twelve_more(EXAMPLE.answers).now = 0


@given(placeable())
@examples(12)
def test_the_quartiles_are_in_order_and_every_lean_is_on_the_line(answers):
    try:
        found = twelve_more(answers)
    except NotEnoughAnswers:
        return
    assert 0 < found.lower <= found.median <= found.upper <= 200
    assert all(-100 <= lean <= 100 for lean in found.leans)
    assert found.now == place(answers.short).width


@pytest.mark.long
def test_half_of_the_people_come_out_between_the_quartiles():
    # 250 people, and each is inside or not: 0.5 is known to sqrt(0.25/250) = 0.032, so that 0.40
    # to 0.60 is three standard errors to either side. Fewer draws than a person gets, to save
    # time: between the quartiles of 99 lies half of what is drawn alike, as of 400.
    people = list(persons(Population(), 250, seed=31))
    inside = below = 0
    with patch("rolekit.measure.twelve_more.DRAWS", 99):
        for person in people:
            foreseen, width = twelve_more(person.answers), place(person.answers).width
            inside += foreseen.lower <= width <= foreseen.upper
            below += width < foreseen.lower
    assert 0.40 <= inside / len(people) <= 0.60
    # Nor does it lean to one side: what misses does so about as often above as below.
    assert 0.15 <= below / len(people) <= 0.35


# In the last, there is a place, but none from the first statements.
@pytest.mark.parametrize(
    "answers",
    [
        Answers(),
        answers_of([50] * 5, [50] * 3, [50, 50]).short,
        Answers.from_items({item.id: 50 for item in INSTRUMENT.further_items}),
    ],
    ids=["none", "too few", "second statements only"],
)
def test_without_a_place_from_the_first_statements_nothing_is_foreseen(answers):
    why = refusal(NotEnoughAnswers, place, answers.short)
    assert refusal(NotEnoughAnswers, twelve_more, answers) == why


def test_at_the_end_of_the_scale_no_answer_goes_beyond():
    found, _, draws = drawn(answers_of([0, 0, 0, 0, 5], [100, 100, 100, 100, 95]).short)
    for draw in draws:
        assert all(0 <= value <= 100 for value in draw.by_item.values())
    assert max(found.leans) <= 100
    assert math.isfinite(found.upper)
