"""A place, its band and its side: worked by hand, held to laws, and checked against scipy."""

from dataclasses import FrozenInstanceError, astuple
from itertools import combinations, product
from statistics import pstdev

import numpy
import pytest
import scipy.stats
from hands import close
from hypothesis import assume, given
from hypothesis import strategies as st
from people import answers_of, changed, scores_of, sides, weighted, without
from strategies import EQUAL, INSTRUMENT, ITEMS, SIDES, equal_weights, placeable, steps, whole

from rolekit import Answers, NotEnoughAnswers, place
from rolekit.measure.placement import BAND, pole_score

A, E = (INSTRUMENT.facets_of(pole) for pole in SIDES)
RAMP = answers_of([20, 30, 40, 50, 60], [50, 60, 70, 80, 90], [60, 40])


# Worked examples


@equal_weights
def test_a_worked_example_with_equal_weights_and_of_depth():
    # analytics   (20+30+40+50+60)/5 = 40   sum of squares 1000, s^2 = 250, v = 250/5 = 50
    # engineering (50+60+70+80+90)/5 = 70   likewise v = 50
    # lean = 70 - 40 = 30, SE = sqrt(50 + 50) = 10, df = 100^2 / (50^2/4 + 50^2/4) = 8
    # t(0.9, 8) = 1.396815, so that the band is 30 -+ 13.96815
    placement = place(RAMP)
    assert (placement.analytics, placement.engineering) == (close(40), close(70))
    assert (placement.lean, placement.error) == (close(30), close(10))
    assert (placement.df, placement.low) == (close(8), close(16.03185, 1e-5))
    assert placement.high == close(43.96815, 1e-5)
    assert placement.width == close(placement.high - placement.low)
    assert (placement.side, placement.elevation) == ("engineering", close(55))
    # depth = (60 + 40)/2 = 50
    # squares within the groups: 1000 + 1000 + (10^2 + 10^2) = 2200, df = 12 - 3 = 9
    # SD = sqrt(2200/9) = 15.634719, SE = 15.634719 * sqrt(0.5^2 + 0.5^2) = 11.055416
    # t(0.9, 9) = 1.383029, so that the band is 50 -+ 15.289959
    assert (placement.depth, placement.depth_low) == (close(50), close(34.710041, 1e-5))
    assert placement.depth_high == close(65.289959, 1e-5)
    assert placement.depth_relative == close(50 - 55)


def test_a_worked_example_of_differentiation():
    # sum 650 and sum of squares 39,700 over 12 facets: sqrt(39700/12 - (650/12)^2) = 19.346978
    assert place(RAMP).differentiation == close(19.346978, 1e-6)


@equal_weights
def test_a_worked_example_with_one_facet_missing():
    # analytics   (20+30+40+50)/4 = 35      sum of squares 500, s^2 = 500/3, v = 500/12 = 41.666667
    # engineering 80, all alike             the least spread: v = 5^2/5 = 5
    # lean = 45, SE = sqrt(46.666667) = 6.831301
    # df = 46.666667^2 / (41.666667^2/3 + 5^2/4) = 2177.777778 / 584.953704 = 3.722992
    # t(0.9, 3.722992) = 1.555535, so that the band is 45 -+ 10.626326
    placement = place(answers_of([20, 30, 40, 50], [80] * 5))
    assert (placement.lean, placement.error) == (close(45), close(6.831301, 1e-6))
    assert placement.df == close(3.722992, 1e-6)
    assert placement.high - placement.lean == close(10.626326, 1e-5)
    assert placement.side == "engineering"


def test_two_items_of_a_facet_are_averaged_and_one_counts_as_much_as_two():
    # One facet is 40 and 60, the same as 50 twice.
    once = answers_of([50, 20, 30, 40, 60], [50] * 5)
    split = once.having("exploration-1", 40).having("exploration-2", 60)
    assert place(split).lean == place(once).lean
    assert place(split).width == place(once).width
    assert place(RAMP.short).lean == place(RAMP).lean
    assert place(RAMP.short).answered == 12
    assert place(RAMP).answered == 24


# Sides


@pytest.mark.parametrize(
    ("analytics", "engineering", "side"),
    [
        ([20, 30, 40, 50, 60], [50, 60, 70, 80, 90], "engineering"),
        ([50, 60, 70, 80, 90], [20, 30, 40, 50, 60], "analytics"),
        ([50] * 5, [60] * 5, "engineering"),  # 10 points, and a band of 10 -+ 4.4
        ([50] * 5, [59] * 5, "balanced"),  # 9 points are too few for a side
        ([40, 45, 50, 55, 60], [60, 55, 50, 45, 40], "balanced"),
        ([0, 100, 50, 20, 80], [100, 0, 50, 80, 20], "unclear"),  # the band is far too wide
        ([0, 100, 0, 100, 0], [0, 100, 100, 100, 0], "unclear"),  # 20 points, but so wide
        ([50] * 5, [50] * 5, "unclear"),  # all the same
    ],
)
@equal_weights
def test_a_side_needs_ten_points_and_a_band_that_excludes_zero(analytics, engineering, side):
    assert place(answers_of(analytics, engineering)).side == side


@given(placeable())
def test_a_side_is_named_only_where_the_whole_band_lies(answers):
    placement = place(answers)
    if placement.side == "engineering":
        assert placement.low > 0
        assert placement.lean >= 10
    elif placement.side == "analytics":
        assert placement.high < 0
        assert placement.lean <= -10
    elif placement.side == "balanced":
        assert -20 <= placement.low <= placement.high <= 20
    else:
        assert placement.side == "unclear"


# Laws


@given(placeable(st.integers(5, 15).map(lambda n: 5 * n)), st.integers(-5, 5).map(lambda n: 5 * n))
def test_answering_everything_higher_leaves_lean_alone(answers, points):
    before, after = place(answers), place(changed(answers, lambda value: value + points))
    assert after.lean == close(before.lean)
    assert (after.low, after.high) == (close(before.low), close(before.high))
    assert (after.side, after.elevation) == (before.side, close(before.elevation + points))
    if before.depth is not None:
        assert after.depth_relative == close(before.depth_relative)


@given(placeable())
def test_mirrored_answers_mirror_lean(answers):
    before, after = place(answers), place(changed(answers, lambda value: 100 - value))
    opposite = {"analytics": "engineering", "engineering": "analytics"}
    assert after.lean == close(-before.lean)
    assert (after.low, after.high) == (close(-before.high), close(-before.low))
    assert after.side == opposite.get(before.side, before.side)
    assert after.dots == close([-dot for dot in reversed(before.dots)])


@equal_weights
@given(placeable())
def test_exchanging_poles_of_equal_weights_mirrors_lean(answers):
    partner = {a.id: e.id for a, e in zip(A, E, strict=True)}
    partner |= {e: a for a, e in partner.items()}
    exchanged = Answers.from_items(
        {
            partner.get(item[:-2], item[:-2]) + item[-2:]: value
            for item, value in answers.by_item.items()
        }
    )
    before, after = place(answers), place(exchanged)
    assert (after.lean, after.error) == (close(-before.lean), close(before.error))
    assert after.depth == before.depth


@pytest.mark.parametrize("pole", SIDES)
@given(answers=placeable(whole), data=st.data())
def test_a_higher_answer_never_moves_lean_away_from_its_side(pole, answers, data):
    facets = {facet.id for facet in INSTRUMENT.facets_of(pole)}
    item = data.draw(st.sampled_from([item for item in answers if item[:-2] in facets]))
    higher = data.draw(st.integers(answers[item], 100))
    before, after = place(answers).lean, place(answers.having(item, higher)).lean
    assert after >= before if pole == "engineering" else after <= before


@given(placeable(), st.sampled_from([i.id for i in INSTRUMENT.items if i.pole not in SIDES]), steps)
def test_machine_learning_answers_do_not_move_lean(answers, item, value):
    before, after = place(answers), place(answers.having(item, value))
    assert (after.lean, after.error, after.df) == (before.lean, before.error, before.df)


@given(placeable(whole))
def test_lean_and_the_scores_beside_it_lie_where_they_belong_each_time(answers):
    placement = place(answers)
    assert -100 <= placement.low <= placement.lean <= placement.high <= 100
    assert placement.low < placement.high
    assert placement.elevation == close((placement.analytics + placement.engineering) / 2)
    assert placement.differentiation == close(pstdev(answers.by_facet.values()))
    assert placement.answered == len(answers)
    assert place(answers) == place(Answers.from_items(answers.by_item))


@given(placeable(whole))
def test_depth_lies_in_its_band_and_on_its_axis(answers):
    placement = place(answers)
    assume(placement.depth is not None)
    assert 0 <= placement.depth_low <= placement.depth <= placement.depth_high <= 100
    assert placement.depth_low < placement.depth_high


# The band


@equal_weights
@given(placeable(whole))
def test_the_band_is_that_of_welch_where_weights_are_equal(answers):
    scores = answers.by_facet
    analytics, engineering = ([scores[f.id] for f in pole if f.id in scores] for pole in (A, E))
    assume(min(numpy.std(analytics, ddof=1), numpy.std(engineering, ddof=1)) >= 5)
    placement = place(answers)
    welch = scipy.stats.ttest_ind(engineering, analytics, equal_var=False)
    low, high = welch.confidence_interval(BAND)
    assert placement.df == pytest.approx(welch.df, rel=1e-9)
    assert placement.lean == close(welch.statistic * placement.error)
    assert placement.low == close(max(-100, low), 1e-6)
    assert placement.high == close(min(100, high), 1e-6)


@pytest.mark.parametrize(
    ("analytics", "engineering"), [*((x, x) for x in range(0, 101, 5)), (0, 100), (100, 0)]
)
@equal_weights
def test_sides_without_any_spread_have_a_band_even_at_the_ends_of_the_axis(analytics, engineering):
    # v = 5^2/5 on each side, SE = sqrt(10), df = 8: 1.396815 * 3.162278 = 4.417117
    placement, lean = place(sides(analytics, engineering, analytics)), engineering - analytics
    assert placement.lean == lean
    assert placement.low == close(max(-100, lean - 4.417117), 1e-5)
    assert placement.high == close(min(100, lean + 4.417117), 1e-5)
    assert (placement.side == "unclear") == (lean == 0)


@pytest.mark.parametrize("value", range(0, 101, 5))
def test_identical_answers_have_lean_zero_to_the_last_digit(value):
    # With all facets, with one missing and with one missing on each side.
    for left_out in [(), *((a,) for a in (*A, *E)), *product(A, E)]:
        answers = Answers.from_facets({f.id: value for f in INSTRUMENT.facets if f not in left_out})
        placement = place(answers)
        assert placement.lean == 0.0
        assert placement.low == -placement.high < 0
        assert (placement.side, placement.differentiation) == ("unclear", 0)


def test_identical_answers_are_said_to_be_identical_and_identical_facets_are_not():
    assert place(sides(70, 70, 70)).notes == (
        "All your answers are the same, so they can't show which side you'd prefer. Give more to "
        "the work you'd like most, and less to the rest.",
    )
    assert place(sides(70, 70, 70)).alike
    assert place(answers_of([70] * 5, [70] * 5, [70, 75])).notes == ()
    answers = Answers.from_items({item: 45 if item.endswith("-1") else 55 for item in ITEMS})
    assert place(answers).side == "balanced"
    assert place(answers).notes == ()


@equal_weights
@given(st.lists(st.integers(0, 6).map(lambda n: 5 * n), min_size=5, max_size=5))
def test_more_uneven_facets_have_a_wider_band(spread):
    assume(numpy.std(spread, ddof=1) > 5)
    even = place(answers_of([50] * 5, [80] * 5))
    uneven = place(answers_of([50] * 5, [50 + x for x in spread]))
    assert uneven.error > even.error


@given(st.lists(st.integers(0, 10).map(lambda n: 5 * n), min_size=5, max_size=5))
def test_twice_the_spread_never_has_a_narrower_band(spread):
    once = place(answers_of([50] * 5, spread))
    twice = place(answers_of([50] * 5, [2 * x for x in spread]))
    assert twice.error >= once.error


@given(placeable(whole))
def test_the_dots_are_twenty_in_order_and_evenly_likely(answers):
    placement = place(answers)
    assert len(placement.dots) == 20
    assert list(placement.dots) == sorted(placement.dots)
    assert all(-100 <= dot <= 100 for dot in placement.dots)
    place_of = scipy.stats.t(placement.df, placement.lean, placement.error)
    inside = [(i, dot) for i, dot in enumerate(placement.dots) if abs(dot) < 100]
    for i, dot in inside:
        assert place_of.cdf(dot) == close(0.025 + 0.05 * i, 1e-6)


@given(placeable(st.integers(4, 16).map(lambda n: 5 * n)))
def test_sixteen_of_the_twenty_dots_lie_in_the_band(answers):
    placement = place(answers)
    assume(placement.dots[0] > -100 and placement.dots[-1] < 100)
    assert sum(placement.low <= dot <= placement.high for dot in placement.dots) == 16
    assert sum(placement.dots) / 20 == close(placement.lean)


# Unequal weights

UNEQUAL = weighted([0.30, 0.25, 0.20, 0.13, 0.12]).facets_of("analytics")
WORKED = weighted([0.4, 0.2, 0.2, 0.1, 0.1]).facets_of("analytics")
pole_scores = st.dictionaries(
    st.sampled_from([facet.id for facet in UNEQUAL]), whole, min_size=2, max_size=5
)


def test_worked_examples_with_unequal_weights_and_with_one_facet_missing():
    # mean 0.4*60 + 0.2*60 + 0.2*40 + 0.1*20 + 0.1*60 = 52
    # sum of w^2 = 0.16 + 2*0.04 + 2*0.01 = 0.26
    # 1 - 2w + 0.26 = 0.46 for w = 0.4, 0.86 for w = 0.2, 1.06 for w = 0.1
    # v = 0.16*8^2/0.46 + 0.04*8^2/0.86 + 0.04*12^2/0.86 + 0.01*32^2/1.06 + 0.01*8^2/1.06
    #   = 22.260870 + 2.976744 + 6.697674 + 9.660377 + 0.603774 = 42.199439
    score = pole_score(WORKED, scores_of([60, 60, 40, 20, 60], []))
    assert (score.score, score.variance) == (close(52), close(42.199439, 1e-6))
    assert score.facets == 5
    # Without the second facet, 0.4, 0.2, 0.1 and 0.1 become 0.5, 0.25, 0.125 and 0.125.
    # mean 0.5*60 + 0.25*40 + 0.125*20 + 0.125*60 = 50
    # sum of w^2 = 0.25 + 0.0625 + 2*0.015625 = 0.34375
    # 1 - 2w + 0.34375 = 0.34375 for w = 0.5, 0.84375 for w = 0.25, 1.09375 for w = 0.125
    # v = 0.25*10^2/0.34375 + 0.0625*10^2/0.84375 + 0.015625*30^2/1.09375 + 0.015625*10^2/1.09375
    #   = 72.727273 + 7.407407 + 12.857143 + 1.428571 = 94.420394
    given_there = [(A[0].id, 60), (A[2].id, 40), (A[3].id, 20), (A[4].id, 60)]
    score = pole_score(WORKED, dict(given_there))
    assert (score.score, score.variance) == (close(50), close(94.420394, 1e-6))
    assert score.facets == 4


def formula(facets, scores):
    """The weighted mean of a pole and its variance, as the formula has it."""
    w = numpy.array([facet.weight for facet in facets if facet.id in scores])
    x = numpy.array([scores[facet.id] for facet in facets if facet.id in scores])
    w = w / w.sum()
    mean = numpy.average(x, weights=w)
    squares = w @ w
    spread = sum(w**2 * (x - mean) ** 2 / (1 - 2 * w + squares))
    return mean, max(spread, 25 * squares), len(x)


@given(pole_scores)
def test_the_variance_of_a_weighted_pole_is_that_of_the_formula(scores):
    mean, variance, size = formula(UNEQUAL, scores)
    score = pole_score(UNEQUAL, scores)
    assert (score.score, score.variance) == (close(mean), pytest.approx(variance, rel=1e-9))
    assert score.facets == size


@given(placeable(whole))
def test_the_band_is_that_of_the_formula(answers):
    (mean_a, a, n_a), (mean_e, e, n_e) = (formula(pole, answers.by_facet) for pole in (A, E))
    df = (a + e) ** 2 / (a**2 / (n_a - 1) + e**2 / (n_e - 1))
    low, high = scipy.stats.t(df, mean_e - mean_a, numpy.sqrt(a + e)).interval(BAND)
    placement = place(answers)
    assert placement.lean == close(mean_e - mean_a)
    assert placement.error == pytest.approx(numpy.sqrt(a + e), rel=1e-9)
    assert placement.df == pytest.approx(df, rel=1e-9)
    assert placement.low == close(max(-100, low), 1e-6)
    assert placement.high == close(min(100, high), 1e-6)


@pytest.mark.parametrize("value", range(0, 101, 5))
@pytest.mark.parametrize("facets", [UNEQUAL, UNEQUAL[1:], UNEQUAL[:4], UNEQUAL[1:3]])
def test_the_mean_of_identical_scores_is_exact(facets, value):
    assert pole_score(facets, {facet.id: value for facet in facets}).score == value


@pytest.mark.parametrize(
    "facets", [EQUAL.facets_of("analytics"), A, E, UNEQUAL, UNEQUAL[:4], UNEQUAL[1:3]]
)
def test_the_variance_is_right_on_average(facets):
    # For independent facets of SD s, the mean of a quadratic form is s^2 times its trace, which is
    # the sum of its values at the unit vectors; the variance of the weighted mean is s^2 sum(w^2).
    total = sum(facet.weight for facet in facets)
    found = sum(
        pole_score(facets, {other.id: 100 * (other is facet) for other in facets}).variance
        for facet in facets
    )
    assert found == pytest.approx(100**2 * sum((f.weight / total) ** 2 for f in facets))


@given(pole_scores)
def test_equal_weights_give_the_variance_of_a_mean(scores):
    x = list(scores.values())
    expected = max(numpy.var(x, ddof=1), 25) / len(x)
    facets = EQUAL.facets_of("analytics")
    assert pole_score(facets, scores).variance == pytest.approx(expected, rel=1e-9)


def test_one_facet_alone_has_the_least_spread():
    assert astuple(pole_score(UNEQUAL, {"statistics": 70})) == (70, 25, 1)


# What is missing


def lacking(answers):
    """What is said where there is no place, and what is missing on which side."""
    with pytest.raises(NotEnoughAnswers) as caught:
        place(answers)
    return str(caught.value), caught.value.missing


@pytest.mark.parametrize("kept", [*combinations(range(5), 3)])
@pytest.mark.parametrize("pole", SIDES)
def test_three_facets_of_five_are_refused(pole, kept):
    left_out = [facet.id for i, facet in enumerate(INSTRUMENT.facets_of(pole)) if i not in kept]
    said, missing = lacking(without(sides(50, 60, 70), *left_out))
    assert said == f"3 of 4 needed on the {pole} side"
    assert missing == {pole: (3, 4)}


@pytest.mark.parametrize("missing", range(5))
@pytest.mark.parametrize("pole", SIDES)
def test_four_facets_of_five_are_enough(pole, missing):
    facet = INSTRUMENT.facets_of(pole)[missing]
    placement = place(without(sides(50, 60, 70), facet.id))
    assert placement.lean == close(10)
    assert placement.notes == (
        f"There's no answer on {facet.name.lower()} yet, so your {pole} side rests on the other "
        "four kinds of work.",
    )


@pytest.mark.parametrize(
    ("answers", "analytics", "engineering"),
    [
        pytest.param(answers_of([50] * 3, [50]), 3, 1, id="too few"),
        pytest.param(Answers(), 0, 0, id="none"),
        pytest.param(answers_of([], [], [50, 50]), 0, 0, id="machine learning alone"),
    ],
)
def test_both_sides_are_named_where_both_fall_short(answers, analytics, engineering):
    said, missing = lacking(answers)
    assert said == (
        f"{analytics} of 4 needed on the analytics side, "
        f"{engineering} of 4 needed on the engineering side"
    )
    assert missing == {"analytics": (analytics, 4), "engineering": (engineering, 4)}


@pytest.mark.parametrize(
    ("shared", "note"),
    [
        ([], "Answer statements on modelling and deep learning to see it."),
        ([80], "Answer a statement on deep learning to see it."),
    ],
)
def test_depth_is_not_known_without_both_of_its_facets(shared, note):
    placement = place(answers_of([50] * 5, [60] * 5, shared))
    assert placement.notes == (
        "Your interest in machine-learning work isn't known yet (that's the dashed line on the "
        f"map). {note}",
    )
    assert placement.depth is placement.depth_low is placement.depth_high is None
    assert placement.depth_relative is None


def test_a_place_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        place(RAMP).lean = 0
