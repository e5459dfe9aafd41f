"""What a group's answers say: worked by hand, checked against numpy and scipy, and held to laws."""

import math
from dataclasses import replace
from unittest.mock import patch

import numpy
import pytest
import scipy.stats
from hands import in_a_fresh_python, refusal
from hypothesis import given
from hypothesis import strategies as st
from people import changed, weighted, without
from strategies import INSTRUMENT, ITEMS, SIDES, examples

from rolekit import AnswerError, Answers, Response, place
from rolekit.cohort import summarise
from rolekit.cohort.summary import cronbach_alpha

FACETS = INSTRUMENT.facets
POLES = INSTRUMENT.poles
WEIGHTS = {pole: [facet.weight for facet in INSTRUMENT.facets_of(pole)] for pole in POLES}
UNEVEN = [0.31, 0.12, 0.174, 0.153, 0.243]


def room(people, seed=1, loading=0.7, low=15, high=85):
    """People with a wish for each pole and facets that follow it, away from the scale's ends."""
    chance = numpy.random.default_rng(seed)
    group = []
    for _ in range(people):
        wish = dict(zip(POLES, chance.normal(size=3), strict=True))
        own = math.sqrt(1 - loading**2)
        scores = {f.id: 50 + 14 * (loading * wish[f.pole] + own * chance.normal()) for f in FACETS}
        group.append(
            Answers.from_facets({id: round(min(high, max(low, x))) for id, x in scores.items()})
        )
    return group


def numbers(summary):
    """Every number in a summary, None as not-a-number."""
    flat = [summary.mean_lean, summary.mean_lean_error, summary.reliable_change]
    for one in (*summary.alpha.values(), summary.pole_correlation):
        flat += [None] * 3 if one is None else [one.value, one.low, one.high]
    return [math.nan if value is None else value for value in flat]


def same(one, other):
    assert numbers(one) == pytest.approx(numbers(other), rel=1e-6, abs=1e-6, nan_ok=True)
    assert one.notes == other.notes


def table(group, pole):
    """One row a person, one column a facet of the pole."""
    return numpy.array([[a.by_facet[f.id] for f in INSTRUMENT.facets_of(pole)] for a in group])


def one_per_person(values, people):
    """People with one value each for every facet of a pole."""
    return [Answers.from_facets({f.id: values[f.pole][n] for f in FACETS}) for n in range(people)]


# Alpha


def test_worked_examples_of_alpha_without_and_with_weights():
    # Variances: (1,2,3,4) 5/3, (2,1,4,3) 5/3, (1,3,2,4) 5/3, together 5.
    # Sums 4, 6, 9, 11: mean 7.5, squares 12.25 + 2.25 + 2.25 + 12.25 = 29, variance 29/3.
    # alpha = 3/2 * (1 - 5 / (29/3)) = 3/2 * 14/29 = 21/29 = 0.724138
    # The interval: ln(8/29) - ln(4/3) = -1.575536, reach 1.959964 * sqrt(2*3 / (2*2)) = 2.400456;
    # 1 - exp(0.824920) = -1.281698 and 1 - exp(-3.975992) = 0.981239
    alpha = cronbach_alpha([[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]], [1 / 3] * 3)
    assert alpha.value == pytest.approx(21 / 29, abs=1e-12)
    assert alpha.low == pytest.approx(-1.281698, abs=1e-6)
    assert alpha.high == pytest.approx(0.981239, abs=1e-6)
    # Weights 3/4 and 1/4. (1,2,3,4) and (2,1,4,3) have variance 5/3 and covariance 1.
    # own = 9/16 * 5/3 + 1/16 * 5/3 = 50/48, total = 50/48 + 2 * 3/16 * 1 = 68/48
    # alpha = (1 - 50/68) / (1 - 9/16 - 1/16) = 18/68 / (6/16) = 12/17
    alpha = cronbach_alpha([[1, 2, 3, 4], [2, 1, 4, 3]], [0.75, 0.25])
    assert alpha.value == pytest.approx(12 / 17, abs=1e-12)


@pytest.mark.parametrize("pole", SIDES)
def test_with_equal_weights_it_is_the_textbook_alpha(pole):
    scores = table(room(50), pole)
    alpha = 5 / 4 * (1 - scores.var(axis=0, ddof=1).sum() / scores.sum(axis=1).var(ddof=1))
    assert cronbach_alpha(scores.T.tolist(), [0.2] * 5).value == pytest.approx(alpha, abs=1e-12)


@pytest.mark.parametrize("pole", POLES)
def test_alpha_is_that_of_the_weighted_score(pole):
    group, w = room(50), numpy.array(WEIGHTS[pole])
    scores = table(group, pole)
    own = (w**2 * scores.var(axis=0, ddof=1)).sum()
    alpha = (1 - own / (scores @ w).var(ddof=1)) / (1 - (w**2).sum())
    assert summarise(group).alpha[pole].value == pytest.approx(alpha, abs=1e-12)


@pytest.mark.parametrize("weights", [[0.2] * 5, UNEVEN])
def test_facets_that_are_one_thing_have_an_alpha_of_one_whatever_the_weights(weights):
    alpha = cronbach_alpha([[10, 20, 40, 80]] * 5, weights)
    assert (alpha.value, alpha.low, alpha.high) == pytest.approx((1, 1, 1), abs=1e-9)


@given(st.integers(0, 10_000), st.sampled_from([0.7, 0.8, 0.9]))
@examples(30)
def test_parallel_facets_have_a_high_alpha(seed, loading):
    # Spearman and Brown: five facets that correlate r = loading^2 have 5r / (1 + 4r), 0.83 to 0.96.
    r = loading**2
    expected = 5 * r / (1 + 4 * r)
    alpha = summarise(room(120, seed, loading)).alpha["analytics"]
    # Five standard errors of log(1 - alpha), and some more for what the scale's ends cut off.
    assert alpha.value > 1 - (1 - expected) * math.exp(5 * math.sqrt(10 / (4 * 118)) + 0.1)


@given(st.integers(0, 10_000))
@examples(30)
def test_facets_that_have_nothing_in_common_have_an_alpha_about_zero(seed):
    alpha = summarise(room(120, seed, loading=0)).alpha["engineering"]
    assert alpha.value < 0.55
    assert alpha.low < 0.4


@pytest.mark.parametrize("weights", [[0.2] * 5, UNEVEN], ids=["even", "uneven"])
@pytest.mark.parametrize("loadings", [[0.6] * 5, [0.3, 0.4, 0.5, 0.6, 0.7]], ids=["tau", "cong"])
def test_the_interval_of_alpha_holds_the_true_value_about_19_times_in_20(weights, loadings):
    chance = numpy.random.default_rng(4)
    w, loading = numpy.array(weights), numpy.array(loadings)
    common = numpy.outer(w * loading, w * loading)
    own = numpy.diag(w**2 * (1 - loading**2))
    matrix = common + own
    true = (1 - matrix.trace() / matrix.sum()) / (1 - (w**2).sum())
    held, rounds = 0, 400
    for _ in range(rounds):
        wish, rest = chance.normal(size=(30, 1)), chance.normal(size=(30, 5))
        scores = wish * loading + rest * numpy.sqrt(1 - loading**2)
        alpha = cronbach_alpha(scores.T.tolist(), weights)
        held += alpha.low <= true <= alpha.high
    assert 0.91 <= held / rounds <= 0.99  # standard error 0.011


def test_more_people_make_the_interval_narrower_and_the_groups_error_smaller():
    few, many = summarise(room(40)).alpha["analytics"], summarise(room(400)).alpha["analytics"]
    assert many.high - many.low < (few.high - few.low) / 2
    assert summarise(room(400)).mean_lean_error < summarise(room(25)).mean_lean_error / 2


def test_people_without_differences_have_no_alpha_nor_a_side_on_which_all_are_alike():
    assert cronbach_alpha([[50] * 9] * 5, [0.2] * 5) is None
    values = {pole: list(range(30, 70)) for pole in POLES} | {"analytics": [40] * 40}
    summary = summarise(one_per_person(values, 40))
    assert summary.alpha["analytics"] is summary.pole_correlation is None
    assert summary.error_of_measurement is None


# The difference of the two poles


def test_the_error_of_lean_joins_those_of_the_poles():
    # The classical formula: SEM = SD * sqrt(1 - alpha) of each pole, and their squares add up.
    group = room(60)
    summary = summarise(group)
    squares = sum(
        (table(group, pole) @ WEIGHTS[pole]).var(ddof=1) * (1 - summary.alpha[pole].value)
        for pole in SIDES
    )
    assert summary.error_of_measurement == pytest.approx(math.sqrt(squares))
    assert summary.reliable_change == pytest.approx(1.959964 * math.sqrt(2 * squares), abs=1e-4)


def test_reliable_change_is_rarely_exceeded_by_chance():
    """Two answers a person from one wish, facets drawn anew: 5 % move by more."""
    chance = numpy.random.default_rng(6)
    weights = numpy.array([WEIGHTS["engineering"], WEIGHTS["analytics"]])
    wishes = chance.normal(0, 15, size=(4000, 2, 1))
    before, after = (
        numpy.clip(50 + wishes + chance.normal(0, 12, size=(4000, 2, 5)), 0, 100) for _ in range(2)
    )
    scores = (before * weights).sum(axis=2), (after * weights).sum(axis=2)
    moved = (scores[0][:, 0] - scores[0][:, 1]) - (scores[1][:, 0] - scores[1][:, 1])
    names = [[f.id for f in INSTRUMENT.facets_of(pole)] for pole in ("engineering", "analytics")]
    shared = {f.id: 50 for f in INSTRUMENT.facets_of("machine_learning")}
    group = [
        Answers.from_facets(
            shared
            | {
                id: round(x)
                for side, row in zip(names, person, strict=True)
                for id, x in zip(side, row, strict=True)
            }
        )
        for person in before[:1000]
    ]
    beyond = numpy.mean(numpy.abs(moved) > summarise(group).reliable_change)
    assert beyond == pytest.approx(0.05, abs=0.015)


@pytest.mark.parametrize("people", [4, 40])
def test_the_correlation_of_the_poles_is_that_of_scipy(people):
    group = room(people)
    a, e = (table(group, pole) @ WEIGHTS[pole] for pole in SIDES)
    oracle = scipy.stats.pearsonr(a, e)
    found = summarise(group).pole_correlation
    assert found.value == pytest.approx(oracle.statistic, abs=1e-9)
    assert (found.low, found.high) == pytest.approx(tuple(oracle.confidence_interval(0.95)))


def test_poles_that_move_as_one_correlate_perfectly():
    values = list(range(30, 70))
    found = summarise(one_per_person(dict.fromkeys(POLES, values), 40)).pole_correlation
    assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1), abs=1e-9)


# The group's mean


def test_a_worked_example_of_the_mean_lean():
    # Leans 0, 10, 20, 30: mean 15, variance (225 + 25 + 25 + 225) / 3 = 500/3, SE sqrt(125/3)
    values = {"analytics": [40] * 4, "engineering": [40, 50, 60, 70], "machine_learning": [50] * 4}
    summary = summarise(one_per_person(values, 4))
    assert summary.mean_lean == pytest.approx(15)
    assert summary.mean_lean_error == pytest.approx(math.sqrt(125 / 3))


def test_the_mean_lean_is_that_of_the_placed():
    group = room(20)
    leans = [place(answers).lean for answers in group]
    summary = summarise([*group, Answers(), Answers.from_items({"pipelines-1": 90})])
    assert summary.mean_lean == pytest.approx(numpy.mean(leans))
    assert summary.mean_lean_error == pytest.approx(scipy.stats.sem(leans), abs=1e-9)
    assert (summary.people, summary.placed, summary.complete) == (22, 20, 20)


# What is missing is said


def test_alpha_is_given_from_thirty_people_on():
    below, enough = summarise(room(29)), summarise(room(30))
    assert below.notes == (
        "Alpha needs 30 people who answered every facet: from fewer (here 29) it is too uncertain.",
    )
    assert set(below.alpha.values()) == {None}
    assert below.error_of_measurement is below.reliable_change is None
    assert None not in (*enough.alpha.values(), enough.error_of_measurement)
    assert enough.notes == ()


def test_who_left_something_out_is_counted():
    group = room(100)
    one_facet = without(group[0], "modelling")
    no_place = Answers.from_items(dict(list(group[1].by_item.items())[:8]))
    summary = summarise([one_facet, no_place, *group[2:]])
    assert (summary.people, summary.placed, summary.complete) == (100, 99, 98)
    assert summary.notes == (
        "1 of 100 left too much open for a result.",
        "2 of 100 left a facet out and count in the mean lean only.",
    )
    complete = summarise(group[2:])
    assert summary.alpha == complete.alpha
    assert summary.pole_correlation == complete.pole_correlation


def test_one_item_a_facet_is_enough():
    group = room(40)
    assert summarise([answers.short for answers in group]).complete == 40


@pytest.mark.parametrize("people", [0, 1, 2, 3])
def test_a_handful_of_people_is_no_error(people):
    summary = summarise(room(people))
    assert summary.people == summary.placed == people
    assert (summary.mean_lean is None) == (people == 0)
    assert (summary.mean_lean_error is None) == (people < 2)
    assert summary.pole_correlation is None


def test_what_is_no_group_of_answers_is_refused_with_advice():
    response = Response(Answers(), id=7)
    assert refusal(AnswerError, summarise, [Answers(), response]) == (
        f"Person 2 of the group must be an Answers (got {response!r} that is a Response). The "
        "answers of a Response are its `.answers`."
    )
    with pytest.raises(AnswerError, match=r"Person 1 of the group must be an Answers"):
        summarise(room(1)[0])


# Laws


@given(st.integers(0, 1000), st.integers(-15, 15), st.sampled_from([3, 35, 105]))
@examples(25)
def test_a_shift_of_all_answers_changes_nothing(seed, points, people):
    group = room(people, seed)
    shifted = [changed(answers, lambda value: value + points) for answers in group]
    same(summarise(group), summarise(shifted))


@given(st.integers(0, 1000), st.randoms(use_true_random=False), st.sampled_from([3, 35, 105]))
@examples(25)
def test_the_order_of_people_does_not_matter(seed, chance, people):
    group = room(people, seed)
    other = list(group)
    chance.shuffle(other)
    same(summarise(group), summarise(other))


@given(st.lists(st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 100)), max_size=40))
@examples(40)
def test_any_group_has_a_summary(group):
    summary = summarise([Answers.from_items(values) for values in group])
    assert summary.people == len(group) >= summary.placed >= summary.complete
    assert all(note.endswith(".") for note in summary.notes)


def test_mirrored_answers_mirror_the_mean_and_nothing_else():
    group = room(105)
    one = summarise(group)
    other = summarise([changed(answers, lambda value: 100 - value) for answers in group])
    assert other.mean_lean == pytest.approx(-one.mean_lean)
    same(replace(one, mean_lean=None), replace(other, mean_lean=None))


def test_another_weighting_gives_other_figures():
    group, found = room(40), []
    for instrument in (weighted(UNEVEN), weighted([0.2] * 5)):
        with (
            patch("rolekit.measure.placement.load_instrument", lambda it=instrument: it),
            patch("rolekit.cohort.summary.load_instrument", lambda it=instrument: it),
        ):
            found.append(summarise(group))
    one, other = found
    assert one.mean_lean != pytest.approx(other.mean_lean, abs=1e-6)
    assert one.error_of_measurement != pytest.approx(other.error_of_measurement, abs=1e-6)


def test_it_needs_nothing_but_the_standard_library():
    loaded = in_a_fresh_python(
        "import json, sys, rolekit\n"
        "rolekit.cohort.summarise([rolekit.Answers()])\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    assert "rolekit" in loaded
    assert not {"numpy", "scipy", "polars", "pandas", "sqlalchemy", "plotly"} & set(loaded)
