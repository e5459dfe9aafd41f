"""What a group's answers say: worked by hand, checked against numpy and scipy, and held to laws."""

import math
import random
from dataclasses import FrozenInstanceError, asdict, replace
from unittest.mock import patch

import numpy
import pytest
import scipy.optimize
import scipy.stats
from hands import in_a_fresh_python, refusal
from hypothesis import given
from hypothesis import strategies as st
from people import changed, weighted, without
from strategies import INSTRUMENT, ITEMS, SIDES, examples

import rolekit
from rolekit import AnswerError, Answers, Response, place
from rolekit.cohort import Summary, summarise
from rolekit.cohort.reliability import (
    cronbach_alpha,
    difference_reliability,
    omega_total,
    one_factor,
    reliable_change,
)

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


def table(group, pole):
    """One row a person, one column a facet of the pole."""
    return numpy.array([[a.by_facet[f.id] for f in INSTRUMENT.facets_of(pole)] for a in group])


def one_per_person(values, people):
    """People with one value each for every facet of a pole."""
    return [Answers.from_facets({f.id: values[f.pole][n] for f in FACETS}) for n in range(people)]


def numbers(summary):
    """Every number in a summary, None as not-a-number."""
    flat = []

    def walk(value):
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif value is None:
            flat.append(math.nan)
        elif isinstance(value, int | float):
            flat.append(value)

    walk(asdict(summary))
    return flat


def same(one, other):
    assert numbers(one) == pytest.approx(numbers(other), rel=1e-6, abs=1e-6, nan_ok=True)
    assert one.notes == other.notes


# Alpha


def test_a_worked_example_of_alpha():
    # Variances: (1,2,3,4) 5/3, (2,1,4,3) 5/3, (1,3,2,4) 5/3, together 5.
    # Sums 4, 6, 9, 11: mean 7.5, squares 12.25 + 2.25 + 2.25 + 12.25 = 29, variance 29/3.
    # alpha = 3/2 * (1 - 5 / (29/3)) = 3/2 * 14/29 = 21/29 = 0.724138
    # The interval: ln(8/29) - ln(4/3) = -1.575536, reach 1.959964 * sqrt(2*3 / (2*2)) = 2.400456;
    # 1 - exp(0.824920) = -1.281698 and 1 - exp(-3.975992) = 0.981239
    alpha = cronbach_alpha([[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]])
    assert alpha.value == pytest.approx(21 / 29, abs=1e-12)
    assert alpha.low == pytest.approx(-1.281698, abs=1e-6)
    assert alpha.high == pytest.approx(0.981239, abs=1e-6)


def test_a_worked_example_of_alpha_with_weights():
    # Weights 3/4 and 1/4. (1,2,3,4) and (2,1,4,3) have variance 5/3 and covariance 1.
    # own = 9/16 * 5/3 + 1/16 * 5/3 = 50/48, total = 50/48 + 2 * 3/16 * 1 = 68/48
    # alpha = (1 - 50/68) / (1 - 9/16 - 1/16) = 18/68 / (6/16) = 12/17
    alpha = cronbach_alpha([[1, 2, 3, 4], [2, 1, 4, 3]], [0.75, 0.25])
    assert alpha.value == pytest.approx(12 / 17, abs=1e-12)


@pytest.mark.parametrize("pole", SIDES)
def test_without_weights_it_is_the_textbook_alpha(pole):
    scores = table(room(50), pole)
    alpha = 5 / 4 * (1 - scores.var(axis=0, ddof=1).sum() / scores.sum(axis=1).var(ddof=1))
    assert cronbach_alpha(scores.T.tolist()).value == pytest.approx(alpha, abs=1e-12)


@pytest.mark.parametrize("pole", POLES)
def test_alpha_is_that_of_the_weighted_score(pole):
    group, w = room(50), numpy.array(WEIGHTS[pole])
    scores = table(group, pole)
    own = (w**2 * scores.var(axis=0, ddof=1)).sum()
    alpha = (1 - own / (scores @ w).var(ddof=1)) / (1 - (w**2).sum())
    assert getattr(summarise(group), pole).alpha.value == pytest.approx(alpha, abs=1e-12)


@pytest.mark.parametrize("weights", [None, UNEVEN])
def test_facets_that_are_one_thing_have_an_alpha_of_one_whatever_the_weights(weights):
    alpha = cronbach_alpha([[10, 20, 40, 80]] * 5, weights)
    assert (alpha.value, alpha.low, alpha.high) == pytest.approx((1, 1, 1), abs=1e-9)


@given(st.integers(0, 10_000), st.sampled_from([0.7, 0.8, 0.9]))
@examples(30)
def test_parallel_facets_have_a_high_alpha(seed, loading):
    # Spearman and Brown: five facets that correlate r = loading^2 have 5r / (1 + 4r), 0.83 to 0.96.
    r = loading**2
    expected = 5 * r / (1 + 4 * r)
    alpha = summarise(room(120, seed, loading)).analytics.alpha
    # Five standard errors of log(1 - alpha), and some more for what the scale's ends cut off.
    assert alpha.value > 1 - (1 - expected) * math.exp(5 * math.sqrt(10 / (4 * 118)) + 0.1)


@given(st.integers(0, 10_000))
@examples(30)
def test_facets_that_have_nothing_in_common_have_an_alpha_about_zero(seed):
    alpha = summarise(room(120, seed, loading=0)).engineering.alpha
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


def test_more_people_make_the_interval_narrower():
    few, many = summarise(room(40)).analytics.alpha, summarise(room(400)).analytics.alpha
    assert many.high - many.low < (few.high - few.low) / 2


def test_people_without_differences_have_no_alpha():
    assert cronbach_alpha([[50] * 9] * 5) is None


@pytest.mark.parametrize(
    ("columns", "shape"), [([[1, 2, 3]], "1 and 3"), ([[1, 2]] * 2, "2 and 2"), ([], "0 and 0")]
)
def test_an_alpha_that_cannot_be_is_refused(columns, shape):
    assert refusal(ValueError, cronbach_alpha, columns) == (
        f"Alpha needs two facets and three people (got {shape})."
    )


# Omega


def correlated(loadings):
    """The correlation matrix that one factor with these loadings makes."""
    matrix = numpy.outer(loadings, loadings)
    numpy.fill_diagonal(matrix, 1)
    return matrix


def with_correlations(matrix, spreads, people=40):
    """Columns whose correlations and standard deviations are exactly those asked for."""
    raw = numpy.random.default_rng(3).normal(size=(people, len(matrix)))
    raw -= raw.mean(axis=0)
    white = raw @ numpy.linalg.inv(numpy.linalg.cholesky(numpy.cov(raw, rowvar=False))).T
    return (white @ numpy.linalg.cholesky(matrix).T * spreads).T.tolist()


def test_a_worked_example_of_omega():
    # Three facets that correlate .56, .48 and .42: l1 = sqrt(.56 * .48 / .42) = .8 (Spearman 1904),
    # l2 = .56/.8 = .7, l3 = .48/.8 = .6. omega = 2.1^2 / (2.1^2 + .36 + .51 + .64) = 4.41 / 5.92
    columns = with_correlations(correlated([0.8, 0.7, 0.6]), [1, 1, 1])
    assert omega_total(columns) == pytest.approx(4.41 / 5.92, abs=1e-9)


def test_a_worked_example_of_omega_with_weights():
    # The same, SDs 10, 20, 10 and weights .5, .2, .3, so that w s = 5, 4, 3:
    # common = (4 + 2.8 + 1.8)^2 = 73.96, own = 25 * .36 + 16 * .51 + 9 * .64 = 22.92
    columns = with_correlations(correlated([0.8, 0.7, 0.6]), [10, 20, 10])
    assert omega_total(columns, [0.5, 0.2, 0.3]) == pytest.approx(73.96 / 96.88, abs=1e-9)


@pytest.mark.parametrize("weights", [None, UNEVEN])
def test_alpha_and_omega_agree_where_facets_are_parallel(weights):
    # Five facets that correlate .36 and have one SD: 5 * .36 / (1 + 4 * .36) = .737705 if even.
    columns = with_correlations(correlated([0.6] * 5), [7] * 5)
    alpha = cronbach_alpha(columns, weights)
    assert omega_total(columns, weights) == pytest.approx(alpha.value, abs=1e-9)
    if weights is None:
        assert alpha.value == pytest.approx(1.8 / 2.44, abs=1e-9)


@pytest.mark.parametrize("pole", SIDES)
def test_omega_is_found_from_the_true_loadings_in_a_large_group(pole):
    # l = .7 in every facet: (sum of w)^2 * .49 / (.49 + sum of w^2 * .51)
    squares = sum(w * w for w in WEIGHTS[pole])
    true = 0.49 / (0.49 + squares * 0.51)
    omega = getattr(summarise(room(2000, low=0, high=100)), pole).omega
    assert omega == pytest.approx(true, abs=0.03)


@pytest.mark.parametrize("seed", range(8))
def test_the_loadings_leave_the_least_residuals(seed):
    """Scipy, from many starting points, finds no better ones (nor others that are as good)."""
    chance = numpy.random.default_rng(seed)
    scores = chance.normal(size=(100, 1)) * chance.uniform(0.3, 0.8, 5) + chance.normal(
        size=(100, 5)
    )
    matrix = numpy.corrcoef(scores, rowvar=False)
    off = ~numpy.eye(5, dtype=bool)

    def residuals(loadings):
        return ((matrix - numpy.outer(loadings, loadings))[off] ** 2).sum()

    found = min(
        (
            scipy.optimize.minimize(residuals, start, bounds=[(-1, 1)] * 5, tol=1e-14)
            for start in chance.uniform(0, 1, size=(10, 5))
        ),
        key=lambda result: result.fun,
    )
    loadings = numpy.array(one_factor(matrix.tolist()))
    assert residuals(loadings) <= found.fun + 1e-9
    assert loadings * numpy.sign(loadings.sum()) == pytest.approx(
        found.x * numpy.sign(found.x.sum()), abs=1e-3
    )


def test_a_loading_never_exceeds_one():
    # Spearman's closed form would give the first sqrt(.9 * .9 / .5) = 1.27.
    loadings = one_factor([[1, 0.9, 0.9], [0.9, 1, 0.5], [0.9, 0.5, 1]])
    assert loadings[0] == 1
    assert all(-1 <= loading <= 1 for loading in loadings)


@pytest.mark.parametrize(
    "columns",
    [
        [[1, 2, 3, 4], [2, 1, 4, 3]],  # two facets do not tell their loadings
        [[1, 2, 3, 4], [2, 1, 4, 3], [5, 5, 5, 5]],  # one does not vary
        [[1, 2, 3, 4], [4, 3, 2, 1], [1, 2, 2, 1]],  # they do not rise and fall together
    ],
)
def test_where_there_is_no_factor_there_is_no_omega(columns):
    assert omega_total(columns) is None


# The difference of the two poles


def test_a_worked_example_of_the_reliability_of_a_difference():
    # (15^2 * .8 + 20^2 * .7 - 2 * .25 * 15 * 20) / (15^2 + 20^2 - 2 * .25 * 15 * 20)
    # = (180 + 280 - 150) / (225 + 400 - 150) = 310 / 475
    assert difference_reliability((15, 20), (0.8, 0.7), 0.25) == pytest.approx(310 / 475)


def test_poles_that_go_together_make_a_less_reliable_difference():
    reliabilities = [difference_reliability((20, 20), (0.8, 0.8), r) for r in (-0.5, 0, 0.5, 0.7)]
    assert reliabilities == sorted(reliabilities, reverse=True)
    assert reliabilities[1] == pytest.approx(0.8)


def test_a_difference_that_does_not_vary_has_no_reliability():
    assert difference_reliability((20, 20), (0.8, 0.8), 1) is None


def test_a_worked_example_of_reliable_change():
    # 1.959964 * sqrt(2) * 7.5 = 20.787
    assert reliable_change(7.5) == pytest.approx(20.787, abs=5e-3)


def test_the_figures_of_lean_follow_from_those_of_the_poles():
    group = room(60)
    summary = summarise(group)
    a, e = summary.analytics, summary.engineering
    leans = [place(answers).lean for answers in group]
    assert summary.error_of_measurement**2 == pytest.approx(
        a.sd**2 * (1 - a.alpha.value) + e.sd**2 * (1 - e.alpha.value)
    )
    # The classical formula: SEM = SD * sqrt(1 - reliability), and so for each pole.
    sd = numpy.std(leans, ddof=1)
    assert summary.error_of_measurement == pytest.approx(
        sd * math.sqrt(1 - summary.lean_reliability)
    )
    assert a.error_of_measurement == pytest.approx(a.sd * math.sqrt(1 - a.alpha.value))
    assert summary.reliable_change == reliable_change(summary.error_of_measurement)


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
    summary = summarise(one_per_person(dict.fromkeys(POLES, values), 40))
    found = summary.pole_correlation
    assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1), abs=1e-9)
    assert summary.lean_reliability is None
    assert "Everybody has the same lean, so that it has no reliability in this group." in (
        summary.notes
    )


# The group's mean


def test_a_worked_example_of_the_mean_lean():
    # Leans 0, 10, 20, 30: mean 15, variance (225 + 25 + 25 + 225) / 3 = 500/3, SE sqrt(125/3)
    values = {"analytics": [40] * 4, "engineering": [40, 50, 60, 70], "machine_learning": [50] * 4}
    summary = summarise(one_per_person(values, 4))
    assert summary.mean_lean == pytest.approx(15)
    assert summary.mean_lean_error == pytest.approx(math.sqrt(125 / 3))


def test_the_mean_lean_and_the_band_are_those_of_the_placed():
    group = room(20)
    placements = [place(answers) for answers in group]
    summary = summarise([*group, Answers(), Answers.from_items({"pipelines-1": 90})])
    assert summary.mean_lean == pytest.approx(numpy.mean([p.lean for p in placements]))
    assert summary.mean_lean_error == pytest.approx(
        scipy.stats.sem([p.lean for p in placements]), abs=1e-9
    )
    assert summary.band == pytest.approx(numpy.mean([p.width / 2 for p in placements]))
    assert (summary.people, summary.placed, summary.complete) == (22, 20, 20)


def test_why_the_two_errors_differ_is_said_with_their_numbers():
    summary = replace(summarise(room(40)), mean_lean_error=2.93, band=15.02)
    assert summary.why_errors_differ == (
        "The group's mean lean has a standard error of 2.9 points: another 40 people like these "
        "would have a somewhat different mean. A person's band reaches 15.0 points to either side, "
        "on average: asked about other kinds of work, the same person would come out somewhat "
        "differently. More people make the first smaller but not the second; only more kinds of "
        "work would do that."
    )


def test_more_people_shrink_the_groups_error_and_leave_a_persons_band():
    few, many = summarise(room(25)), summarise(room(400))
    assert many.mean_lean_error < few.mean_lean_error / 2
    assert many.band == pytest.approx(few.band, rel=0.2)


# What is missing is said


def test_alpha_is_given_from_thirty_people_on():
    below, enough = summarise(room(29)), summarise(room(30))
    assert below.notes[0] == (
        "Alpha needs 30 people who answered every facet (here 29): from fewer it is too uncertain "
        "to be of use. What rests on it, the reliability of lean and what follows, is not given "
        "either."
    )
    for pole in POLES:
        assert getattr(below, pole).alpha is None
        assert getattr(below, pole).error_of_measurement is None
        assert getattr(enough, pole).alpha is not None
    assert (below.lean_reliability, below.error_of_measurement, below.reliable_change) == (
        (None,) * 3
    )
    assert None not in (enough.lean_reliability, enough.error_of_measurement)
    assert not any(note.startswith("Alpha needs") for note in enough.notes)


def test_omega_is_given_from_a_hundred_people_on():
    below, enough = summarise(room(99)), summarise(room(100))
    assert below.notes == (
        "Omega needs 100 people who answered every facet (here 99): it estimates a loading for "
        "every facet, and from fewer people these are too uncertain.",
    )
    assert below.analytics.omega is below.engineering.omega is None
    assert 0 < enough.analytics.omega < 1
    assert 0 < enough.engineering.omega < 1
    assert enough.notes == (
        "Omega of the machine-learning score is not given: it takes three facets to tell their "
        "loadings.",
    )


def test_who_left_something_out_is_counted():
    group = room(100)
    one_facet = without(group[0], "modelling")
    no_place = Answers.from_items(dict(list(group[1].by_item.items())[:8]))
    summary = summarise([one_facet, no_place, *group[2:]])
    assert (summary.people, summary.placed, summary.complete) == (100, 99, 98)
    assert summary.notes[:2] == (
        "1 of 100 left too much open for a place; the mean lean is that of the other 99.",
        "2 of 100 left a facet out; all but the mean lean rests on the other 98.",
    )
    complete = summarise(group[2:])
    assert summary.analytics == complete.analytics
    assert summary.pole_correlation == complete.pole_correlation


def test_a_mixture_of_forms_is_said():
    group = room(40)
    mixed = summarise([*(answers.short for answers in group[:12]), *group[12:]])
    assert mixed.notes[0] == (
        "12 of 40 gave the short form, the others more; what is said here holds for that mixture."
    )
    assert not any("form" in note for note in summarise(group).notes)
    assert not any("form" in note for note in summarise([a.short for a in group]).notes)


def test_one_item_a_facet_is_enough():
    group = room(40)
    assert summarise([answers.short for answers in group]).complete == 40


def test_a_side_on_which_all_are_alike_is_said():
    values = {"analytics": [40] * 40, "engineering": list(range(30, 70))}
    values["machine_learning"] = values["engineering"]
    summary = summarise(one_per_person(values, 40))
    assert summary.analytics.alpha is None
    assert summary.analytics.sd == 0
    assert summary.pole_correlation is None
    assert summary.lean_reliability is None
    assert (
        "Everybody has the same analytics score, so that there are no differences for alpha to "
        "judge." in summary.notes
    )


def test_an_alpha_below_zero_is_explained_and_has_no_omega():
    chance = random.Random(5)
    group = []
    for answers in room(100):
        # Two facets against two, so that they cancel.
        x = chance.randint(20, 80)
        wishes = dict(zip([f.id for f in FACETS[:5]], [x, 100 - x, x, 100 - x, 50], strict=True))
        group.append(
            Answers.from_items(
                {i: wishes.get(i[:-2], value) for i, value in answers.by_item.items()}
            )
        )
    summary = summarise(group)
    assert summary.analytics.alpha.value < 0
    assert summary.analytics.omega is None
    assert summary.notes[:2] == (
        "Alpha of the analytics score is below 0: its facets do not rise and fall together in this "
        "group, and their mean does not stand for one thing.",
        "Omega of the analytics score is not given: there is no one factor behind its facets in "
        "this group.",
    )


@pytest.mark.parametrize("people", [0, 1, 2, 3])
def test_a_handful_of_people_is_no_error(people):
    summary = summarise(room(people))
    assert summary.people == summary.placed == people
    assert (summary.mean_lean is None) == (people == 0)
    assert (summary.mean_lean_error is None) == (people < 2)
    assert (summary.analytics.sd is None) == (people < 2)
    assert (summary.why_errors_differ == "") == (people < 2)
    assert summary.pole_correlation is None
    assert summary.notes[0].startswith("Alpha needs 30 people who answered every facet (here ")


def test_a_response_among_the_answers_is_refused_with_advice():
    response = Response(Answers(), id=7)
    assert refusal(AnswerError, summarise, [Answers(), response]) == (
        f"Person 2 of the group must be an Answers (got {response!r} that is a Response). The "
        "answers of a Response are its `.answers`."
    )


def test_a_single_persons_answers_are_refused():
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
    mirrored = [changed(answers, lambda value: 100 - value) for answers in group]
    one, other = summarise(group), summarise(mirrored)
    assert other.mean_lean == pytest.approx(-one.mean_lean)
    same(replace(one, mean_lean=None), replace(other, mean_lean=None))


def test_another_weighting_gives_other_figures():
    group, found = room(40), []
    for instrument in (weighted(UNEVEN), weighted([0.2] * 5)):
        with (
            patch("rolekit.measure.placement.load_instrument", lambda it=instrument: it),
            patch("rolekit.cohort.summary.load_instrument", lambda it=instrument: it),
        ):
            summary = summarise(group)
        leans = numpy.array([
            sum(
                sign * f.weight * answers.by_facet[f.id]
                for pole, sign in (("engineering", 1), ("analytics", -1))
                for f in instrument.facets_of(pole)
            )
            for answers in group
        ])  # fmt: skip
        assert summary.mean_lean == pytest.approx(leans.mean())
        assert summary.error_of_measurement == pytest.approx(
            leans.std(ddof=1) * math.sqrt(1 - summary.lean_reliability)
        )
        found.append(summary.analytics.alpha.value)
    assert found[0] != pytest.approx(found[1], abs=1e-6)


def test_a_summary_does_not_change():
    summary = summarise(room(3))
    assert isinstance(summary, Summary)
    with pytest.raises(FrozenInstanceError):
        summary.people = 4
    with pytest.raises(FrozenInstanceError):
        summary.analytics.sd = 4


def test_it_is_offered_by_the_cohort():
    assert rolekit.cohort.summarise is summarise


def test_it_needs_nothing_but_the_standard_library():
    loaded = in_a_fresh_python(
        "import json, sys, rolekit\n"
        "rolekit.cohort.summarise([rolekit.Answers()])\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    assert "rolekit" in loaded
    assert not {"numpy", "scipy", "polars", "pandas", "sqlalchemy", "plotly"} & set(loaded)
