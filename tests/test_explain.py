"""An explanation adds up, finds the shortest way to the middle, and is kind about odd answers."""

import contextlib
import math
import random
import sys
from dataclasses import FrozenInstanceError, replace
from itertools import combinations
from unittest.mock import patch

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import EQUAL, INSTRUMENT, ITEMS, SIDES, placeable, whole

from rolekit import Answers, NotEnoughAnswers, explain, place
from rolekit.explain import CONCENTRATION, FAR_APART, LONG_RUN, other_weightings
from rolekit.explain import WEIGHTINGS as WEIGHTINGS_DRAWN
from rolekit.placement import normalised_weights, pole_score

SIGN = {"analytics": -1, "engineering": 1}
FACETS = {facet.id: facet for facet in INSTRUMENT.facets}


def weighted(weights):
    """The instrument with these weights in each of the two poles."""
    changed = {
        facet.id: weight
        for pole in SIDES
        for facet, weight in zip(INSTRUMENT.facets_of(pole), weights, strict=True)
    }
    facets = tuple(replace(f, weight=changed.get(f.id, f.weight)) for f in INSTRUMENT.facets)
    return replace(INSTRUMENT, facets=facets)


# As committed, all the same, and as uneven as the calibration allows.
WEIGHTINGS = {
    "committed": INSTRUMENT,
    "equal": EQUAL,
    "uneven": weighted([0.31, 0.12, 0.31, 0.12, 0.14]),
}
instruments = st.sampled_from(list(WEIGHTINGS.values()))


@contextlib.contextmanager
def using(instrument):
    """Let answers be placed and explained with this instrument's weights."""
    with (
        patch("rolekit.placement.load_instrument", lambda: instrument),
        # By its module: `rolekit.explain` is the function.
        patch.object(sys.modules["rolekit.explain"], "load_instrument", lambda: instrument),
    ):
        yield


def lean_of(scores, instrument=INSTRUMENT):
    return sum(SIGN[p] * pole_score(instrument.facets_of(p), scores).score for p in SIDES)


def sides(analytics, engineering, shared=50):
    """Answers with one value for all facets of a pole."""
    value = {"analytics": analytics, "engineering": engineering, "machine_learning": shared}
    return Answers.from_facets({f.id: value[f.pole] for f in INSTRUMENT.facets})


def varied(analytics, engineering):
    """Full answers in which no run is long and no two items of a facet lie far apart."""
    values = {"analytics": analytics, "engineering": engineering, "machine_learning": 50}
    wiggle = [0, 10, 5, -5, -10, 5, 15, 0, -15, -5]
    given = {}
    for n, item in enumerate(INSTRUMENT.items):
        given[item.id] = values[item.pole] + wiggle[n % 10]
    return Answers.from_items(given)


@pytest.fixture(scope="module")
def explained():
    """Plausible people: a wish for each pole, facets about it, items about these."""
    chance, found = random.Random(1), []
    for _ in range(120):
        wish = {pole: chance.gauss(50, 20) for pole in INSTRUMENT.poles}
        facet = {f.id: chance.gauss(wish[f.pole], 18) for f in INSTRUMENT.facets}
        values = {item.id: chance.gauss(facet[item.facet], 10) for item in INSTRUMENT.items}
        answers = Answers.from_items(
            {id: max(0, min(100, 5 * round(value / 5))) for id, value in values.items()}
        )
        found.append((place(answers).side, explain(answers)))
    return found


# Contributions


@pytest.mark.parametrize("name", WEIGHTINGS)
@given(answers=placeable(whole))
@settings(max_examples=60)
def test_contributions_sum_to_lean(name, answers):
    with using(WEIGHTINGS[name]):
        found, lean = explain(answers), place(answers).lean
    assert math.fsum(c.points for c in found.contributions) == pytest.approx(lean, abs=1e-9)


def test_a_worked_example_of_contributions():
    # analytics 20, 30, 40, 50, 60 and engineering 80, equally weighted: elevation (40 + 80)/2 = 60
    # exploration -0.2 * (20 - 60) = 8, then 6, 4, 2, 0; each engineering facet 0.2 * 20 = 4
    # in all 8 + 6 + 4 + 2 + 0 + 5 * 4 = 40 = lean
    analytics = [f.id for f in INSTRUMENT.facets_of("analytics")]
    answers = Answers.from_facets(
        dict(zip(analytics, range(20, 70, 10), strict=True))
        | {f.id: 80 for f in INSTRUMENT.facets_of("engineering")}
    )
    with using(EQUAL):
        found = {c.facet: c.points for c in explain(answers).contributions}
    assert [found[id] for id in analytics] == pytest.approx([8, 6, 4, 2, 0])
    for facet in INSTRUMENT.facets_of("engineering"):
        assert found[facet.id] == pytest.approx(4)


@given(placeable())
@settings(max_examples=50)
def test_every_answered_facet_of_the_two_poles_contributes_once(answers):
    found = explain(answers).contributions
    expected = {id for id in answers.by_facet if FACETS[id].pole in SIDES}
    assert len(found) == len(expected)
    assert {c.facet for c in found} == expected
    for c in found:
        assert c.pole == FACETS[c.facet].pole
        assert c.score == answers.by_facet[c.facet]


@given(placeable())
@settings(max_examples=50)
def test_the_largest_contribution_comes_first(answers):
    sizes = [abs(c.points) for c in explain(answers).contributions]
    assert sizes == sorted(sizes, reverse=True)


@given(placeable(st.integers(5, 15).map(lambda n: 5 * n)), st.integers(-25, 25))
@settings(max_examples=50)
def test_a_habit_of_answering_high_contributes_nothing(answers, points):
    shifted = Answers.from_items({i: value + points for i, value in answers.by_item.items()})
    before, after = (
        {c.facet: c.points for c in explain(given).contributions} for given in (answers, shifted)
    )
    assert after == pytest.approx(before, abs=1e-9)


# What would flip it


@given(placeable(whole), instruments)
@settings(max_examples=50)
def test_flips_bring_lean_to_zero(answers, instrument):
    with using(instrument):
        flips = explain(answers).flips
    scores = dict(answers.by_facet) | {flip.facet: flip.wanted for flip in flips}
    assert lean_of(scores, instrument) == pytest.approx(0, abs=1e-6)


@given(placeable(whole), instruments)
@settings(max_examples=50)
def test_flips_stay_on_the_scale_and_start_from_the_scores(answers, instrument):
    with using(instrument):
        flips = explain(answers).flips
    assert len({flip.facet for flip in flips}) == len(flips)
    for flip in flips:
        assert 0 <= flip.wanted <= 100
        assert flip.score == answers.by_facet[flip.facet]
        assert flip.wanted != flip.score


@given(placeable(whole), instruments)
@settings(max_examples=50)
def test_no_smaller_set_of_facets_could_flip_it(answers, instrument):
    with using(instrument):
        lean, flips = place(answers).lean, explain(answers).flips
    if not flips:
        assert lean == pytest.approx(0, abs=1e-9)
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


def test_at_lean_zero_there_is_nothing_to_flip():
    assert explain(sides(40, 40)).flips == ()


def test_most_people_with_a_side_need_two_to_four_facets(explained):
    needed = [len(found.flips) for side, found in explained if side in SIDES]
    assert len(needed) > 50
    assert sum(2 <= n <= 4 for n in needed) / len(needed) > 0.6
    assert max(needed) <= 5


def test_the_strongest_lean_can_be_flipped():
    for answers in (sides(0, 100), sides(100, 0)):
        flips = explain(answers).flips
        scores = dict(answers.by_facet) | {flip.facet: flip.wanted for flip in flips}
        assert lean_of(scores) == pytest.approx(0, abs=1e-9)


# Other weightings


@given(placeable(), instruments)
@settings(max_examples=40)
def test_the_kept_share_is_that_of_numpys_dirichlet(answers, instrument):
    with using(instrument):
        lean, share = place(answers).lean, explain(answers).kept_share
    if share is None:
        assert lean == pytest.approx(0, abs=1e-9)
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
@settings(max_examples=20)
def test_the_kept_share_is_the_same_each_time(answers):
    random.seed(1)
    before = explain(answers)
    random.seed(2)
    assert explain(answers) == before


def test_explaining_leaves_the_readers_own_dice_alone():
    random.seed(1)
    expected = random.random()
    random.seed(1)
    explain(sides(30, 70))
    assert random.random() == expected


@pytest.mark.parametrize("value", [0, 35, 50, 100])
def test_at_lean_zero_no_sign_can_be_kept(value):
    assert explain(sides(value, value)).kept_share is None


def test_a_side_above_the_other_in_every_facet_is_kept_by_every_weighting():
    assert explain(varied(25, 75)).kept_share == 1
    assert explain(varied(75, 25)).kept_share == 1


def test_a_weak_lean_is_kept_by_about_half_of_the_weightings():
    # Poles 0, 25, 50, 75, 100, the same on both sides but for one point.
    scores = {}
    for pole in SIDES:
        scores |= {f.id: 25 * n for n, f in enumerate(INSTRUMENT.facets_of(pole))}
    with using(EQUAL):
        weak = Answers.from_facets(scores | {"pipelines": 26})
        assert place(weak).lean == pytest.approx(0.2)
        assert explain(weak).kept_share == pytest.approx(0.5, abs=0.05)


def test_the_kept_share_grows_with_the_lean():
    shares = []
    for raised in (2, 10, 20, 40):
        scores = {f.id: 15 * n for p in SIDES for n, f in enumerate(INSTRUMENT.facets_of(p))}
        for facet in INSTRUMENT.facets_of("engineering"):
            scores[facet.id] += raised
        with using(EQUAL):
            shares.append(explain(Answers.from_facets(scores)).kept_share)
    assert shares == sorted(set(shares))
    assert shares[0] < 0.65
    assert shares[-1] > 0.99


# Other weightings


@given(placeable(whole))
@settings(max_examples=25)
def test_every_other_weighting_is_a_mean_of_the_same_scores(answers):
    leans, scores = other_weightings(answers), answers.by_facet
    assert len(leans) == WEIGHTINGS_DRAWN
    analytics, engineering = (
        [scores[f.id] for f in INSTRUMENT.facets_of(pole) if f.id in scores] for pole in SIDES
    )
    assert min(leans) >= min(engineering) - max(analytics) - 1e-9
    assert max(leans) <= max(engineering) - min(analytics) + 1e-9


@given(placeable(whole))
@settings(max_examples=25)
def test_the_kept_share_is_counted_among_the_other_weightings(answers):
    lean, leans = place(answers).lean, other_weightings(answers)
    share = explain(answers).kept_share
    if share is not None:
        assert share == sum((other > 0) == (lean > 0) for other in leans) / len(leans)


def test_a_worked_example_of_other_weightings():
    # Weights of a Dirichlet(25 w), w = 0.2 each, have the variance 0.2 * 0.8 / 26 and covariances
    # -0.2^2 / 26. For a side at 0, 25, 50, 75, 100 the mean stays 50, and the variance of the score
    # is sum of 0.2 (x - 50)^2 / 26 = 1250 / 26 = 48.08. The other side, all at 60, does not move.
    # So lean is 10 on average (to 6.93 / sqrt(2000) = 0.16), with an SD of sqrt(48.08) = 6.93.
    scores = {f.id: 25 * n for n, f in enumerate(INSTRUMENT.facets_of("analytics"))}
    scores |= {f.id: 60 for f in INSTRUMENT.facets_of("engineering")}
    with using(EQUAL):
        leans = other_weightings(Answers.from_facets(scores))
    assert numpy.mean(leans) == pytest.approx(10, abs=0.5)
    assert numpy.std(leans) == pytest.approx(6.93, abs=0.35)


def test_the_weights_do_not_matter_to_someone_who_likes_all_of_a_side_alike():
    assert other_weightings(sides(30, 70)) == pytest.approx([40] * WEIGHTINGS_DRAWN)


def test_the_other_weightings_are_always_the_same():
    random.seed(1)
    before = other_weightings(varied(40, 60))
    random.seed(2)
    assert other_weightings(varied(40, 60)) == before


def test_without_a_place_there_are_no_other_weightings():
    with pytest.raises(NotEnoughAnswers) as caught:
        other_weightings(Answers.from_facets({"pipelines": 50}))
    assert str(caught.value) == (
        "0 of 4 needed on the analytics side, 1 of 4 needed on the engineering side"
    )


# Notes


ALL_THE_SAME = "You gave every statement the same answer. If that is how you feel, leave it so."


def run_of(length, value=33):
    """Ordinary answers, but with as many equal ones in the order of the items table."""
    values = dict(varied(40, 60).by_item)
    values |= dict.fromkeys(ITEMS[3 : 3 + length], value)
    return Answers.from_items(values)


@pytest.mark.parametrize("value", [0, 50, 100])
def test_the_same_answer_throughout_is_noted_kindly(value):
    assert explain(sides(value, value, value)).notes == (ALL_THE_SAME,)
    assert explain(sides(value, value, value).short).notes == (ALL_THE_SAME,)


def test_a_long_run_is_noted_with_its_length():
    (note,) = explain(run_of(8)).notes
    assert "8 answers" in note
    assert "33" in note


@pytest.mark.parametrize(("length", "noted"), [(LONG_RUN - 1, 0), (LONG_RUN, 1), (LONG_RUN + 1, 1)])
def test_a_run_is_long_from_six_answers_on(length, noted):
    assert len(explain(run_of(length)).notes) == noted


def test_the_longest_run_is_the_one_that_is_noted():
    values = dict(run_of(6).by_item) | dict.fromkeys(ITEMS[12:19], 20)
    (note,) = explain(Answers.from_items(values)).notes
    assert "7 answers" in note
    assert "20" in note


def test_a_run_in_another_order_than_the_tables_is_none():
    # Every other statement of the table.
    values = dict(varied(40, 60).by_item) | dict.fromkeys(ITEMS[::2], 33)
    assert not any("33" in note for note in explain(Answers.from_items(values)).notes)


def test_a_run_in_the_short_form_is_noted():
    values = {item.id: 10 * n for n, item in enumerate(INSTRUMENT.short_items[:11])}
    values |= {item.id: 35 for item in INSTRUMENT.short_items[2:8]}
    (note,) = explain(Answers.from_items(values)).notes
    assert "6 answers" in note


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
            f"Your two answers on statistics lie far apart ({first} and {second})."
        )


def test_half_a_facet_is_never_far_apart():
    assert explain(apart(0, 100).having("statistics-2", None)).notes == ()


def test_ordinary_answers_have_no_notes():
    assert explain(varied(40, 60)).notes == ()
    assert explain(varied(60, 40).short).notes == ()


def test_few_people_who_answer_with_care_are_asked_to_look_again(explained):
    assert sum(bool(found.notes) for _, found in explained) / len(explained) < 0.1


@given(placeable(whole))
@settings(max_examples=50)
def test_every_note_is_whole_and_kind(answers):
    for note in explain(answers).notes:
        assert note.endswith(".")
        assert not any(word in note.lower() for word in ("wrong", "careless", "invalid", "error"))


@given(placeable(whole))
@settings(max_examples=50)
def test_nothing_is_discarded_whatever_the_notes(answers):
    before = dict(answers.by_item)
    found = explain(answers)
    assert answers.by_item == before
    by_facet = {c.facet: c.score for c in found.contributions}
    assert by_facet == {
        id: score for id, score in answers.by_facet.items() if FACETS[id].pole in SIDES
    }


def test_the_constants_are_those_of_the_design():
    assert (LONG_RUN, FAR_APART, WEIGHTINGS_DRAWN, CONCENTRATION) == (6, 50, 2000, 25)


# The rest


def test_without_a_place_there_is_no_explanation():
    with pytest.raises(NotEnoughAnswers) as caught:
        explain(Answers())
    assert str(caught.value) == (
        "0 of 4 needed on the analytics side, 0 of 4 needed on the engineering side"
    )


def test_an_explanation_does_not_change():
    found = explain(sides(30, 70))
    with pytest.raises(FrozenInstanceError):
        found.notes = ()
    with pytest.raises(FrozenInstanceError):
        found.contributions[0].points = 0


@given(placeable(whole))
@settings(max_examples=40)
def test_mirrored_answers_have_a_mirrored_explanation(answers):
    mirrored = Answers.from_items({i: 100 - value for i, value in answers.by_item.items()})
    one, other = explain(answers), explain(mirrored)
    points = {c.facet: c.points for c in one.contributions}
    assert {c.facet: -c.points for c in other.contributions} == pytest.approx(points, abs=1e-9)
    assert len(other.flips) == len(one.flips)
    # The same weightings are drawn, and each keeps the sign of the one where it keeps the other's.
    if one.kept_share is None:
        assert other.kept_share is None
    else:
        assert other.kept_share == pytest.approx(one.kept_share, abs=0.005)
