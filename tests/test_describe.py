"""The words under the picture say what the picture shows, and name no job."""

import re
from dataclasses import replace

from hypothesis import given
from strategies import INSTRUMENT, equal_weights, placeable, whole

from rolekit import Answers, describe, place, roles
from rolekit.describe import describe_gain


def answers_of(analytics, engineering, shared=()):
    scores = {}
    for pole, values in zip(INSTRUMENT.poles, (analytics, engineering, shared), strict=True):
        facets = INSTRUMENT.facets_of(pole)[: len(values)]
        scores |= {facet.id: value for facet, value in zip(facets, values, strict=True)}
    return Answers.from_facets(scores)


def words_for(*scores):
    return describe(place(answers_of(*scores)))


@equal_weights
def test_a_place_on_the_engineering_side_in_words():
    # Worked in test_placement.py: 30 points, from 16.03 to 43.97; depth 50, from 34.71 to 65.29.
    assert words_for([20, 30, 40, 50, 60], [50, 60, 70, 80, 90], [60, 40]) == (
        "You lean towards engineering, by 30 of 100 points, and the whole band, from 16 to 44, "
        "stays on that side. "
        "Your wish for machine-learning work is 50 of 100 (band 35 to 65)."
    )


@equal_weights
def test_a_place_on_the_analytics_side_in_words():
    assert words_for([50, 60, 70, 80, 90], [20, 30, 40, 50, 60], [60, 40]) == (
        "You lean towards analytics, by 30 of 100 points, and the whole band, from 16 to 44, stays "
        "on that side. "
        "Your wish for machine-learning work is 50 of 100 (band 35 to 65)."
    )


@equal_weights
def test_a_place_near_the_middle_in_words():
    # 1 point, and the least band: 1 -+ 4.42. The shared facets 40 and 60 have squares of 200,
    # df = 9: SD = max(sqrt(200/9), 5) = 5, 1.383 * 5 * sqrt(0.5) = 4.89.
    assert words_for([50] * 5, [51] * 5, [60, 40]) == (
        "You sit near the middle: you are 1 point towards engineering, and the band, from 3 "
        "towards analytics to 5 towards engineering, stays close to it. "
        "Both kinds of work attract you about equally. "
        "Your wish for machine-learning work is 50 of 100 (band 45 to 55)."
    )


@equal_weights
def test_a_place_that_is_unclear_in_words():
    # On each side the mean is 50, s^2 = 4 * 2500 / 4 = 2500 and v = 500; SE = sqrt(1000) = 31.62,
    # df = 8: 1.396815 * 31.62 = 44.17.
    sentence = words_for([0, 100, 50, 0, 100], [100, 0, 50, 100, 0], [50, 50])
    assert sentence.startswith(
        "Your answers do not settle on a side: you are in the very middle, but the band, from 44 "
        "towards analytics to 44 towards engineering, takes in both sides."
    )


@equal_weights
def test_identical_answers_in_words():
    assert words_for([50] * 5, [50] * 5, [50, 50]) == (
        "Your answers do not settle on a side: you are in the very middle, but the band, from 4 "
        "towards analytics to 4 towards engineering, takes in both sides. "
        "Your wish for machine-learning work is 50 of 100 (band 45 to 55). "
        "All your answers are the same, so they do not say which side you would rather work on."
    )


def test_what_is_not_answered_is_said():
    sentence = words_for([20, 30, 40, 50], [80] * 5, [60])
    assert sentence.endswith(
        "Decisions is not answered; the analytics score rests on the other four. "
        "Machine-learning depth is not known until Deep learning is answered."
    )
    assert "wish for machine-learning work" not in sentence


@equal_weights
def test_a_band_that_ends_at_the_middle_is_not_said_to_cross_it():
    placement = place(answers_of([20, 30, 40, 50, 60], [50, 60, 70, 80, 90]))
    sentence = describe(replace(placement, lean=12.4, low=0.4, high=24.4))
    assert sentence.startswith("You lean towards engineering, by 12 of 100 points,")
    assert "the whole band, from 0 to 24, stays on that side" in sentence


@given(placeable(whole))
def test_the_point_and_the_band_are_both_said(answers):
    placement = place(answers)
    sentence = describe(placement)
    first = sentence.split("Your wish")[0]
    numbers = {int(number) for number in re.findall(r"\d+", first)}
    if round(placement.lean):
        assert abs(round(placement.lean)) in numbers
    else:
        assert "in the very middle" in first
    assert {abs(round(placement.low)), abs(round(placement.high))} <= numbers


@given(placeable(whole))
def test_the_band_is_said_to_reach_over_the_middle_only_where_it_does(answers):
    placement = place(answers)
    sentence = describe(placement)
    both = re.search(r"from \d+ towards analytics to \d+ towards engineering", sentence)
    if placement.side in ("analytics", "engineering"):
        assert sentence.startswith(f"You lean towards {placement.side}, by ")
        assert not both
    else:
        assert not sentence.startswith("You lean")
        assert bool(both) == (placement.low <= 0 < placement.high)


@given(placeable(whole))
def test_a_person_is_never_given_a_job_title(answers):
    sentence = describe(place(answers)).lower()
    assert not any(role.name.lower() in sentence for role in roles())
    assert not re.search(r"\b(engineer|analyst|scientist|statistician)s?\b", sentence)


@given(placeable(whole))
def test_every_description_is_made_of_whole_sentences(answers):
    sentence = describe(place(answers))
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert "{" not in sentence
    assert "None" not in sentence
    assert not re.search(r"-\d", sentence)


def test_a_band_that_narrowed_is_said_to_have_narrowed():
    # One more answer a facet brings the uneven engineering side closer together.
    short = answers_of([50] * 5, [20, 40, 60, 80, 100], [50, 50]).short
    more = {f"{facet.id}-2": 60 for facet in INSTRUMENT.facets_of("engineering")}
    full = Answers.from_items({**short.by_item, **more})
    before, after = place(short), place(full)
    assert after.width < before.width
    assert describe_gain(before, after) == (
        f"Your band was {before.width:.0f} points wide with the first 12, and is "
        f"{after.width:.0f} points wide with 17 answers: it narrowed."
    )


@equal_weights
def test_a_band_that_did_not_narrow_is_said_not_to():
    full = answers_of([50] * 5, [20, 40, 60, 80, 100], [50, 50])
    assert describe_gain(place(full.short), place(full)).endswith(
        "and is 44 points wide with 24 answers: it did not narrow. "
        "More answers do not always agree more."
    )


def test_nothing_is_said_of_a_band_that_is_not_there():
    full = place(answers_of([50] * 5, [60] * 5, [50, 50]))
    assert "as soon as there is one" in describe_gain(None, None)
    assert describe_gain(None, full).endswith("the first 12 statements alone give none yet.")
