"""The laws of the measurement, held against simulated people.

Seeds are fixed, so that a law that holds keeps holding until something is changed. The draws of a
share near 0.8 over 20,000 persons have a standard error of 0.003.
"""

import math
import random
from collections import Counter
from dataclasses import replace
from statistics import correlation, fmean

import pytest
from hands import close, long
from people import INSTRUMENT, ITEMS, SHORT_ITEMS, changed, weighted

from rolekit import Answers, load_instrument, place
from rolekit.card.calibration import calibrated_weights
from rolekit.card.studies import (
    AS_ASSUMED,
    NOT_AS_ASSUMED,
    SIDES,
    compare_forms,
    coverage,
    drift,
    lean_of,
    sides,
    widths,
    with_facets,
    with_weights,
)
from rolekit.measure.explain import explain
from rolekit.measure.families import families
from rolekit.measure.people import Population, expected_answer, persons, random_answers
from rolekit.measure.resemblance import by_family, resemblance

SEED = 1
DRAWS = 20_000  # for a law with a tolerance
FEWER = 3_000  # for a comparison

FORMS = ("short", "full")
each_form = pytest.mark.parametrize("form", FORMS)
WEIGHTS = {"equal": weighted([1 / 5] * 5), "calibrated": with_weights(calibrated_weights())}
# Everything with the weights as calibrated, and with equal weights what could depend on them.
BY_WEIGHTS = ("as assumed", "analytics three times as spread", "one item in five skipped")
SETTINGS = [
    *((name, form, "calibrated") for name in AS_ASSUMED for form in FORMS),
    *((name, form, "equal") for name in BY_WEIGHTS for form in FORMS),
]


@pytest.fixture(scope="module")
def crowd():
    """Answers by chance, none of them above 75."""
    return [changed(answers, lambda x: x * 3 // 4) for answers in random_answers(1000, SEED)]


@pytest.fixture(scope="module")
def failing():
    """Coverage where the band's assumption fails, by name and form."""
    return {
        (name, form): coverage(population, 2_000, SEED, form)
        for name, population in NOT_AS_ASSUMED.items()
        for form in FORMS
    }


def between(people, one, other):
    """The correlation of two facets over people."""
    return correlation([p.scores[one] for p in people], [p.scores[other] for p in people])


# The band holds the truth for 80 % of people


@pytest.mark.parametrize(("name", "form", "weights"), SETTINGS)
@pytest.mark.long
def test_the_band_holds_the_truth_of_80_in_100(name, form, weights):
    held = coverage(AS_ASSUMED[name], DRAWS, SEED, form, WEIGHTS[weights])
    assert 0.78 <= held.inside <= 0.82


@pytest.mark.xfail(
    reason="Unequal weights leave fewer degrees of freedom than n - 1: measured 77.1 %.",
    strict=True,
)
@each_form
@pytest.mark.long
def test_the_band_holds_80_in_100_where_one_side_is_four_times_as_spread(form):
    far_apart = Population(analytics_facets=10, engineering_facets=40, items=5)
    held = coverage(far_apart, DRAWS, SEED, form, WEIGHTS["calibrated"])
    assert 0.78 <= held.inside <= 0.82


def test_every_person_is_inside_below_or_above_and_two_clusters_harm_less_than_one(failing):
    for held in failing.values():
        assert held.inside + held.below + held.above == pytest.approx(1)
    for r in (".3", ".5"):
        twos = failing[f"facets correlated {r} in twos", "full"]
        assert twos.inside > failing[f"all five facets correlated {r}", "full"].inside


@each_form
def test_the_band_is_too_wide_where_facets_are_all_there_are_or_correlate_across(failing, form):
    assert failing["these facets are all there are", form].inside > 0.9
    little = failing["facets correlated .3 across the sides", form].inside
    much = failing["facets correlated .5 across the sides", form].inside
    assert 0.8 < little < much


@each_form
@pytest.mark.parametrize("kin", ["facets correlated {} in twos", "all five facets correlated {}"])
def test_the_band_is_too_narrow_where_facets_of_a_side_are_correlated(failing, form, kin):
    little = failing[kin.format(".3"), form].inside
    much = failing[kin.format(".5"), form].inside
    assert much < little < 0.79


def test_near_the_ends_a_band_that_misses_lies_too_far_out(failing):
    # Whose few answers away from the ends were not asked for comes out farther, and all too sure.
    far_apart = failing["the sides near opposite ends", "full"]
    assert far_apart.below > 2 * far_apart.above
    # Where both sides are near the same end, their skews cancel.
    assert failing["both sides near the top", "full"].inside == close(0.8, 0.03)


# Random answering, doing nothing, straight-lining


@each_form
def test_random_answers_are_balanced_or_unclear_and_have_no_favourite_family(form):
    given = sides(random_answers(FEWER, SEED, form))
    assert given["balanced"] + given["unclear"] >= 0.75
    assert given["analytics"] == close(given["engineering"], 0.02)
    profiles = map(resemblance, random_answers(FEWER, SEED, form))
    best = Counter(by_family(found)[0].family.name for found in profiles)
    assert set(best) == {family.name for family in families()}
    assert max(best.values()) <= 1.5 * FEWER / len(best)


@each_form
@pytest.mark.parametrize("value", [0, 5, 35, 50, 85, 100])
def test_answering_everything_the_same_is_unclear_and_says_so(form, value):
    answers = Answers.from_items(dict.fromkeys(ITEMS if form == "full" else SHORT_ITEMS, value))
    placement = place(answers)
    assert (placement.lean, placement.side) == (close(0), "unclear")
    assert any("are the same" in note for note in placement.notes)
    assert any("the same answer" in note for note in explain(answers).notes)
    assert resemblance(answers) == []


def test_fewer_than_one_truly_balanced_person_in_four_gets_a_side_and_fewer_if_close():
    balanced = Population(people=0)
    for form in FORMS:
        given = sides(person.answers for person in persons(balanced, FEWER, SEED, form))
        assert 0.17 < given["analytics"] + given["engineering"] < 0.22
    # Lean is seldom 10 points or more then.
    balanced = replace(AS_ASSUMED["facets close together"], people=0)
    given = sides(person.answers for person in persons(balanced, FEWER, SEED))
    assert 0.05 < given["analytics"] + given["engineering"] < 0.17


# Shifts and mirrors


def test_25_points_more_leave_the_place_and_mirrored_answers_mirror_it(crowd):
    other = {"analytics": "engineering", "engineering": "analytics"}
    for answers in crowd:
        before, after = place(answers), place(changed(answers, lambda x: x + 25))
        assert (after.lean, after.width) == close((before.lean, before.width))
        assert (after.side, after.elevation) == (before.side, close(before.elevation + 25))
        after = place(changed(answers, lambda x: 100 - x))
        assert after.lean == close(-before.lean)
        assert (after.low, after.high) == close((-before.high, -before.low))
        assert after.side == other.get(before.side, before.side)


@pytest.mark.parametrize("shift", [25, *long(-25)])
def test_a_shift_that_is_clipped_makes_a_place_drift_but_never_to_the_other_side(shift):
    found = drift(Population(), FEWER, SEED, shift)
    assert 0 < found.typical < found.far < 25
    assert found.opposite == 0


def test_a_shift_that_clips_nobody_makes_nobody_drift():
    narrow = Population(analytics_facets=3, engineering_facets=3, items=3, people=0)
    found = drift(narrow, 500, SEED)
    assert (found.renamed, found.opposite) == (0, 0)
    assert found.far == close(0)


# Short form, full form, more facets


@pytest.mark.parametrize("items", [15, *long(5, 30)])
def test_the_full_forms_lean_falls_in_the_short_forms_band(items):
    forms = compare_forms(Population(items=items), FEWER, SEED)
    assert forms.within >= 0.9
    assert forms.opposite <= 0.001


def test_twelve_second_items_narrow_the_band_by_about_a_tenth():
    assert 0.85 < compare_forms(Population(), FEWER, SEED).narrower < 0.95


@pytest.mark.parametrize("items", [15, *long(5, 20)])
def test_new_facets_buy_more_certainty_than_second_items(items):
    population, five = Population(items=items), with_facets(5)
    short = coverage(population, FEWER, SEED, "short", five)
    second = coverage(population, FEWER, SEED, "full", WEIGHTS["equal"])
    # As many further statements on either side: five, each on a facet of its own.
    new = coverage(population, FEWER, SEED, "short", with_facets(10))
    assert new.width / short.width < 0.72 < 0.84 < second.width / short.width < 1
    # sqrt(5 / 10) = 0.71
    assert new.error / short.error == close(math.sqrt(5 / 10), 0.03)
    assert new.inside == close(0.8, 0.03)


def test_more_answers_narrow_the_band_first_by_facets_and_then_little():
    table = {width.items: width for width in widths(Population(), 400, SEED)}
    assert list(table) == list(range(8, 25))
    assert table[8].median > table[10].median > table[12].median > table[24].median
    assert table[8].median - table[12].median > table[12].median - table[24].median
    assert all(w.lower < w.median < w.upper for w in table.values())


# The simulated people are what they are said to be


def test_a_simulated_place_is_the_place_of_those_answers():
    for form in FORMS:
        for person in persons(Population(skipped=0.2), 300, SEED, form):
            lean, placement = lean_of(person.scores, INSTRUMENT), place(person.answers)
            assert person.scores == pytest.approx(person.answers.by_facet)
            assert (lean.value, lean.error, lean.df) == pytest.approx(
                (placement.lean, placement.error, placement.df)
            )
            assert lean.band == pytest.approx((placement.low, placement.high))


def test_a_seed_gives_the_same_people_again_in_steps_of_the_slider():
    first, again = (list(persons(Population(), 20, SEED)) for _ in range(2))
    assert first == again
    assert first != list(persons(Population(), 20, SEED + 1))
    for person in persons(Population(people=40), 200, SEED):
        assert all(x in range(0, 101, 5) for x in person.answers.by_item.values())


@pytest.mark.parametrize(("form", "left"), [("short", 4), ("full", 8)])
def test_exactly_one_item_in_five_of_each_side_is_skipped(form, left):
    poles = {item.id: item.pole for item in INSTRUMENT.items}
    skipped = set()
    for person in persons(Population(skipped=0.2), 200, SEED, form):
        for pole in SIDES:
            assert sum(poles[item] == pole for item in person.answers) == left
        skipped |= set(poles) - set(person.answers)
    shared = {item for item, pole in poles.items() if pole not in SIDES}
    assert skipped >= {i.id for i in INSTRUMENT.short_items} - shared  # each of them by somebody


@pytest.mark.parametrize(("mean", "sd"), [(50, 25), (80, 25), (95, 12), (-10, 30)])
def test_the_expected_answer_is_the_mean_of_many_answers(mean, sd):
    chance = random.Random(SEED)
    drawn = [5 * round(min(100, max(0, chance.gauss(mean, sd))) / 5) for _ in range(40_000)]
    assert expected_answer(mean, sd) == pytest.approx(fmean(drawn), abs=4 * sd / 200)


def test_the_truth_is_the_mean_lean_about_ever_new_facets_or_that_without_noise():
    one = Population(analytics=25, engineering=80, people=0)
    leans = [lean_of(p.scores, INSTRUMENT).value for p in persons(one, FEWER, SEED)]
    [person] = persons(one, 1, SEED)
    # The standard error of the mean is about 13 / sqrt(3000) = 0.24.
    assert fmean(leans) == close(person.truth, 0.7)
    steady = Population(analytics_facets=15, engineering_facets=15, items=0.1, people=0, fixed=True)
    for person in persons(steady, 50, SEED):
        # The slider's steps move a facet by 2.5 points at most.
        assert lean_of(person.scores, INSTRUMENT).value == close(person.truth, 5)


def test_facets_of_a_family_and_across_the_sides_are_correlated_as_said():
    # The standard error of a correlation over 10,000 persons is 0.01 at most.
    exact = Population(people=0, items=0.1)
    kin = list(persons(replace(exact, kinship=0.5, family=2), 10_000, SEED, "short"))
    across = list(persons(replace(exact, across=0.5), 10_000, SEED, "short"))
    assert between(kin, "exploration", "statistics") == close(0.5, 0.03)
    assert between(kin, "statistics", "experimentation") == close(0, 0.03)
    assert between(kin, "exploration", "architecture") == close(0, 0.03)
    assert between(across, "exploration", "architecture") == close(0.5, 0.03)
    assert between(across, "exploration", "statistics") == close(0, 0.03)


def test_people_who_like_a_side_more_than_others_do_are_no_kinship():
    # Over people, two facets of a side correlate 15^2 / (15^2 + 20^2 + 15^2 / 2) = 0.31 or so, and
    # yet the band is right: what they share is the truth.
    people = list(persons(Population(), FEWER, SEED))
    assert between(people, "exploration", "statistics") == close(0.3, 0.05)


def test_an_item_that_does_not_fit_is_answered_by_chance():
    people = list(
        persons(Population(analytics=90, engineering=90, misfit="pipelines-1"), 2000, SEED)
    )
    assert fmean(p.answers["pipelines-1"] for p in people) == close(50, 3)
    assert fmean(p.answers["pipelines-2"] for p in people) > 75


def test_other_weights_and_facets_sum_to_1_and_leave_the_real_instrument_alone():
    before = load_instrument()
    with_weights({"statistics": 0.3})
    with_facets(10)
    assert load_instrument() is before
    assert load_instrument().facets == before.facets
    for pole in SIDES:
        assert sum(f.weight for f in with_facets(11).facets_of(pole)) == pytest.approx(1)
