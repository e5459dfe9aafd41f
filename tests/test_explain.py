"""An explanation adds up, finds the shortest way to the middle, and is kind about odd answers."""

import math
import random
from dataclasses import FrozenInstanceError
from itertools import combinations

import numpy
import pytest
from hands import close, refusal
from hypothesis import example, given
from hypothesis import strategies as st
from people import FACETS, answers_of, changed, sides, using, varied, weighted
from strategies import EQUAL, INSTRUMENT, ITEMS, SIDES, examples, placeable, whole

from rolekit import Answers, NotEnoughAnswers, explain, place
from rolekit.base.sentences import rounded
from rolekit.measure.explain import (
    CONCENTRATION,
    FAR_APART,
    LONG_RUN,
    Contribution,
    Explanation,
    other_weightings,
)
from rolekit.measure.explain import WEIGHTINGS as WEIGHTINGS_DRAWN
from rolekit.measure.people import Population, persons
from rolekit.measure.placement import lean_of, normalised_weights

SIGN = {"analytics": -1, "engineering": 1}
# As committed, all the same, and as uneven as the calibration allows.
WEIGHTINGS = {
    "committed": INSTRUMENT,
    "equal": EQUAL,
    "uneven": weighted([0.31, 0.12, 0.31, 0.12, 0.14]),
}
instruments = st.sampled_from(list(WEIGHTINGS.values()))


@pytest.fixture(scope="module")
def explained():
    """Plausible people: a wish for each pole, facets about it, items about these."""
    plausible = Population(people=20, analytics_facets=18, engineering_facets=18, items=10)
    people = (person.answers for person in persons(plausible, 120, seed=1))
    return [(place(answers).side, explain(answers)) for answers in people]


# Contributions


@pytest.mark.parametrize("name", WEIGHTINGS)
@given(answers=placeable(whole))
@examples(60)
def test_contributions_sum_to_lean(name, answers):
    with using(WEIGHTINGS[name]):
        found, lean = explain(answers), place(answers).lean
    assert math.fsum(c.points for c in found.contributions) == close(lean)


def test_a_worked_example_of_contributions():
    # analytics 20, 30, 40, 50, 60 and engineering 80, equally weighted: elevation (40 + 80)/2 = 60
    # exploration -0.2 * (20 - 60) = 8, then 6, 4, 2, 0; each engineering facet 0.2 * 20 = 4
    # in all 8 + 6 + 4 + 2 + 0 + 5 * 4 = 40 = lean
    with using(EQUAL):
        found = explain(answers_of(range(20, 70, 10), [80] * 5)).contributions
    points = {c.facet: c.points for c in found}
    for pole, expected in (("analytics", [8, 6, 4, 2, 0]), ("engineering", [4] * 5)):
        assert [points[f.id] for f in INSTRUMENT.facets_of(pole)] == pytest.approx(expected)


@given(placeable() | placeable(whole))
@examples(100)
def test_every_answered_facet_of_the_two_poles_contributes_once_the_largest_first(answers):
    before = dict(answers.by_item)
    found = explain(answers).contributions
    expected = {id: x for id, x in answers.by_facet.items() if FACETS[id].pole in SIDES}
    assert len(found) == len(expected)
    assert {c.facet: c.score for c in found} == expected
    assert all(c.pole == FACETS[c.facet].pole for c in found)
    sizes = [abs(c.points) for c in found]
    assert sizes == sorted(sizes, reverse=True)
    # Whatever the notes say, nothing is discarded.
    assert answers.by_item == before


@given(placeable(st.integers(5, 15).map(lambda n: 5 * n)), st.integers(-25, 25))
@examples(50)
def test_a_habit_of_answering_high_contributes_nothing(answers, points):
    shifted = changed(answers, lambda value: value + points)
    before, after = (
        {c.facet: c.points for c in explain(given).contributions} for given in (answers, shifted)
    )
    assert after == close(before)


# What would flip it


@given(placeable(whole), instruments)
@examples(100)
@example(sides(0, 100), INSTRUMENT)
@example(sides(100, 0), INSTRUMENT)
def test_flips_go_from_the_scores_to_lean_zero_and_stay_on_the_scale(answers, instrument):
    with using(instrument):
        flips = explain(answers).flips
    scores = dict(answers.by_facet) | {flip.facet: flip.wanted for flip in flips}
    assert lean_of(scores, instrument).value == close(0)
    assert len({flip.facet for flip in flips}) == len(flips)
    for flip in flips:
        assert 0 <= flip.wanted <= 100
        assert flip.score == answers.by_facet[flip.facet]
        assert flip.wanted != flip.score


@given(placeable(whole), instruments)
@examples(50)
def test_no_smaller_set_of_facets_could_flip_it(answers, instrument):
    with using(instrument):
        lean, flips = place(answers).lean, explain(answers).flips
    if not flips:
        assert lean == close(0)
        return
    # The most that a set of facets can do is to go to the end of the scale, each of them.
    room = {}
    for pole in SIDES:
        end = 0 if SIGN[pole] * lean > 0 else 100
        weights = normalised_weights(instrument.facets_of(pole), answers.by_facet)
        room |= {id: w * abs(end - answers.by_facet[id]) for id, w in weights.items()}
    for smaller in combinations(room, len(flips) - 1):
        assert sum(room[id] for id in smaller) < abs(lean) - 1e-12


def test_a_worked_example_of_flips():
    # lean 70 - 30 = 40. With equal weights each analytics facet can go from 30 to 100, and each
    # engineering facet from 70 to 0: 0.2 * 70 = 14 points each. 40 = 14 + 14 + 12, and 12 points
    # are 60 on the scale.
    with using(EQUAL):
        flips = explain(sides(30, 70)).flips
    assert len(flips) == 3
    moves = sorted(abs(flip.wanted - flip.score) for flip in flips)
    assert moves == pytest.approx([60, 70, 70])


def test_the_facet_with_the_most_weight_times_room_comes_first():
    # Uneven weights: architecture is at 60, so that 0.31 * 60 = 18.6 points can be taken there;
    # statistics at 0 leaves 0.12 * 100 = 12 for it.
    instrument = weighted([0.31, 0.12, 0.31, 0.12, 0.14])
    scores = {f.id: 50 for f in INSTRUMENT.facets}
    scores |= {"architecture": 60, "statistics": 0}
    # lean = 0.31 * 10 + 0.12 * 50 = 9.1, which is 9.1/0.31 = 29.35 points of architecture.
    with using(instrument):
        (flip,) = explain(Answers.from_facets(scores)).flips
    assert (flip.facet, flip.score) == ("architecture", 60)
    assert flip.wanted == pytest.approx(60 - 9.1 / 0.31)


@pytest.mark.parametrize("value", [0, 35, 40, 50, 100])
def test_at_lean_zero_there_is_nothing_to_flip_and_no_sign_to_keep(value):
    found = explain(sides(value, value))
    assert found.flips == ()
    assert found.kept_share is None


def test_few_who_answer_with_care_look_again_and_most_need_two_to_four_facets(explained):
    needed = [len(found.flips) for side, found in explained if side in SIDES]
    assert len(needed) > 50
    assert sum(2 <= n <= 4 for n in needed) / len(needed) > 0.6
    assert max(needed) <= 5
    assert sum(bool(found.notes) for _, found in explained) / len(explained) < 0.1


# Other weightings


@given(placeable(), instruments)
@examples(40)
def test_the_kept_share_is_that_of_numpys_dirichlet(answers, instrument):
    with using(instrument):
        lean, share = place(answers).lean, explain(answers).kept_share
    if share is None:
        assert lean == close(0)
        return
    chance, draws = numpy.random.default_rng(1), 20_000
    other = numpy.zeros(draws)
    for pole in SIDES:
        weights = normalised_weights(instrument.facets_of(pole), answers.by_facet)
        drawn = chance.dirichlet([CONCENTRATION * w for w in weights.values()], size=draws)
        other += SIGN[pole] * drawn @ [answers.by_facet[id] for id in weights]
    expected = numpy.mean(numpy.sign(other) == numpy.sign(lean))
    # Five standard errors of the two shares; the extra keeps a share of 0 or 1 from having none.
    error = math.sqrt((expected * (1 - expected) + 0.0005) * (1 / 2000 + 1 / draws))
    assert share == pytest.approx(expected, abs=5 * error)


@given(placeable())
@examples(20)
@example(varied(40, 60))
@example(sides(30, 70))
def test_explaining_says_the_same_each_time_and_leaves_the_readers_own_dice_alone(answers):
    random.seed(1)
    before, after = (explain(answers), other_weightings(answers)), random.random()
    random.seed(1)
    assert random.random() == after
    assert (explain(answers), other_weightings(answers)) == before


def test_a_clear_side_is_kept_by_every_weighting_and_a_weak_lean_by_about_half():
    assert explain(varied(25, 75)).kept_share == 1
    assert explain(varied(75, 25)).kept_share == 1
    weak = answers_of([0, 25, 50, 75, 100], [0, 26, 50, 75, 100])
    with using(EQUAL):
        assert place(weak).lean == pytest.approx(0.2)
        assert explain(weak).kept_share == pytest.approx(0.5, abs=0.05)


def test_the_kept_share_grows_with_the_lean():
    shares = []
    for raised in (2, 10, 20, 40):
        answers = answers_of(range(0, 75, 15), range(raised, raised + 75, 15))
        with using(EQUAL):
            shares.append(explain(answers).kept_share)
    assert shares == sorted(set(shares))
    assert shares[0] < 0.65
    assert shares[-1] > 0.99


@given(placeable(whole))
@examples(25)
def test_every_other_weighting_is_a_mean_of_the_same_scores_and_the_kept_share_counts_them(answers):
    leans, scores = other_weightings(answers), answers.by_facet
    assert len(leans) == WEIGHTINGS_DRAWN
    analytics, engineering = (
        [scores[f.id] for f in INSTRUMENT.facets_of(pole) if f.id in scores] for pole in SIDES
    )
    assert min(leans) >= min(engineering) - max(analytics) - 1e-9
    assert max(leans) <= max(engineering) - min(analytics) + 1e-9
    lean, leans = place(answers).lean, other_weightings(answers)
    share = explain(answers).kept_share
    if share is not None:
        assert share == sum((other > 0) == (lean > 0) for other in leans) / len(leans)


def test_a_worked_example_of_other_weightings_which_do_not_matter_where_a_side_is_even():
    # Weights of a Dirichlet(25 w), w = 0.2 each, have the variance 0.2 * 0.8 / 26 and covariances
    # -0.2^2 / 26. For a side at 0, 25, 50, 75, 100 the mean stays 50, and the variance of the score
    # is sum of 0.2 (x - 50)^2 / 26 = 1250 / 26 = 48.08. The other side, all at 60, does not move.
    # So lean is 10 on average (to 6.93 / sqrt(2000) = 0.16), with an SD of sqrt(48.08) = 6.93.
    with using(EQUAL):
        leans = other_weightings(answers_of(range(0, 125, 25), [60] * 5))
    assert numpy.mean(leans) == pytest.approx(10, abs=0.5)
    assert numpy.std(leans) == pytest.approx(6.93, abs=0.35)
    assert other_weightings(sides(30, 70)) == pytest.approx([40] * WEIGHTINGS_DRAWN)


@given(answers=placeable(whole))
@examples(100)
def test_whole_points_add_up_to_lean_in_whole_points(answers):
    found = explain(answers)
    points = found.whole_points
    assert sum(points.values()) == rounded(place(answers).lean)
    for part in found.contributions:
        assert abs(points[part.facet] - part.points) < 1


def test_what_rounding_adds_is_taken_from_the_pulls_that_lose_least_by_it():
    # 5.6, 4.6 and 4.55 round to 6, 5 and 5, which is one more than the 15 that 14.75 rounds to.
    parts = [("decisions", 5.6), ("architecture", 4.6), ("pipelines", 4.55)]
    contributions = (Contribution(facet, "engineering", 50.0, points) for facet, points in parts)
    found = Explanation(tuple(contributions), (), 1.0, ())
    assert list(found.whole_points.values()) == [6, 5, 4]
    assert found.hardest == ("decisions",)


# What notebook 03 says of the two


def test_other_weights_usually_move_a_position_less_than_other_tasks():
    def middle(values):
        ordered = sorted(values)
        return ordered[round(0.9 * len(ordered))] - ordered[round(0.1 * len(ordered))]

    plausible = Population(people=20, analytics_facets=18, engineering_facets=18, items=10)
    people = [person.answers.short for person in persons(plausible, 20, seed=2)]
    narrower = [middle(other_weightings(one)) < place(one).width for one in people]
    assert sum(narrower) >= 18


# Notes


ALL_THE_SAME = "You gave every statement the same answer. If that's how you feel, that's fine."


def run_of(length, value=33):
    """Ordinary answers, but with as many equal ones in the order of the items table."""
    values = dict(varied(40, 60).by_item)
    values |= dict.fromkeys(ITEMS[3 : 3 + length], value)
    return Answers.from_items(values)


@pytest.mark.parametrize("value", [0, 50, 100])
def test_the_same_answer_throughout_is_noted_kindly(value):
    assert explain(sides(value, value, value)).notes == (ALL_THE_SAME,)
    assert explain(sides(value, value, value).short).notes == (ALL_THE_SAME,)


# With a shorter run before it; and, in the short form, in the order of its own statements.
TWO_RUNS = Answers.from_items(dict(run_of(6).by_item) | dict.fromkeys(ITEMS[12:19], 20))
SHORT_RUN = answers_of([0, 10, 35, 35, 35], [35, 35, 35, 80, 90], [100]).short


@pytest.mark.parametrize(
    ("answers", "length", "value"), [(run_of(8), 8, 33), (TWO_RUNS, 7, 20), (SHORT_RUN, 6, 35)]
)
def test_the_longest_run_is_noted_with_its_length_and_its_value(answers, length, value):
    (note,) = explain(answers).notes
    assert f"{length} answers" in note
    assert str(value) in note


@pytest.mark.parametrize(("length", "noted"), [(LONG_RUN - 1, 0), (LONG_RUN, 1), (LONG_RUN + 1, 1)])
def test_a_run_is_long_from_six_answers_on(length, noted):
    assert len(explain(run_of(length)).notes) == noted


def test_a_run_in_another_order_than_the_tables_is_none():
    # Every other statement of the table.
    values = dict(varied(40, 60).by_item) | dict.fromkeys(ITEMS[::2], 33)
    assert not any("33" in note for note in explain(Answers.from_items(values)).notes)


def apart(first, second):
    return varied(40, 60).having("statistics-1", first).having("statistics-2", second)


@pytest.mark.parametrize(
    ("first", "second", "noted"), [(20, 70, 1), (70, 20, 1), (20, 65, 0), (0, 100, 1), (50, 50, 0)]
)
def test_two_answers_on_a_facet_lie_far_apart_from_fifty_points_on(first, second, noted):
    notes = explain(apart(first, second)).notes
    assert len(notes) == noted
    if noted:
        assert notes[0].startswith(
            f"Your two answers on statistics are far apart ({first} and {second})."
        )


@pytest.mark.parametrize(
    "answers",
    [varied(40, 60), varied(60, 40).short, apart(0, 100).having("statistics-2", None)],
    ids=["full form", "short form", "half a facet is never far apart"],
)
def test_ordinary_answers_have_no_notes(answers):
    assert explain(answers).notes == ()


@given(placeable(whole))
@examples(50)
def test_every_note_is_whole_and_kind(answers):
    for note in explain(answers).notes:
        assert note.endswith(".")
        assert not any(word in note.lower() for word in ("wrong", "careless", "invalid", "error"))


def test_the_constants_are_those_of_the_design_and_an_explanation_does_not_change():
    assert (LONG_RUN, FAR_APART, WEIGHTINGS_DRAWN, CONCENTRATION) == (6, 50, 2000, 25)
    found = explain(sides(30, 70))
    for part, name in ((found, "notes"), (found.contributions[0], "points")):
        assert refusal(FrozenInstanceError, setattr, part, name, ())


# The rest


@pytest.mark.parametrize("answers", [Answers(), Answers.from_facets({"pipelines": 50})])
def test_without_a_place_there_is_no_explanation_and_no_other_weighting(answers):
    why = refusal(NotEnoughAnswers, place, answers)
    assert refusal(NotEnoughAnswers, explain, answers) == why
    assert refusal(NotEnoughAnswers, other_weightings, answers) == why


@given(placeable(whole))
@examples(40)
def test_mirrored_answers_have_a_mirrored_explanation(answers):
    one, other = explain(answers), explain(changed(answers, lambda value: 100 - value))
    points = {c.facet: c.points for c in one.contributions}
    assert {c.facet: -c.points for c in other.contributions} == close(points)
    assert len(other.flips) == len(one.flips)
    # The same weightings are drawn, and each keeps the sign of the one where it keeps the other's.
    if one.kept_share is None:
        assert other.kept_share is None
    else:
        assert other.kept_share == pytest.approx(one.kept_share, abs=0.005)
