"""The game of pairs: what it asks, how it is scored, and what it says beside the sliders."""

import re
from dataclasses import FrozenInstanceError, replace
from itertools import product
from statistics import fmean

import pytest
from hands import BRANDS, TITLES, close, lix, refusal, words
from hypothesis import given
from hypothesis import strategies as st
from people import INSTRUMENT, pairs_of, sides
from strategies import SIDES, choices

from rolekit import AnswerError, Answers, Response, place, roles
from rolekit.measure.pairs import compare, load_pairs, score_pairs

PAIRS = load_pairs()
TEXTS = [
    pytest.param(getattr(pair, side), id=f"{pair.id}-{side}") for pair in PAIRS for side in SIDES
]
tens = st.lists(choices, min_size=10, max_size=10).filter(any)


# What is asked


def test_there_are_ten_pairs_in_order_read_once_of_twenty_tasks():
    assert [pair.id for pair in PAIRS] == list(range(1, 11))
    assert load_pairs() is PAIRS
    texts = [text for pair in PAIRS for text in (pair.analytics, pair.engineering)]
    statements = [item.statement for item in INSTRUMENT.items]
    assert len(set(texts)) == 20
    assert not set(texts) & set(statements)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_the_two_sides_of_a_pair_are_about_equally_long(pair):
    one, other = pair.analytics, pair.engineering
    assert abs(len(words(one)) - len(words(other))) <= 3
    assert max(len(one), len(other)) <= 1.5 * min(len(one), len(other))


def test_the_two_sides_are_equally_long_and_easy_over_all_pairs():
    for measure, within in ((lambda text: len(words(text)), 1.5), (len, 6), (lix, 8)):
        analytics = fmean(measure(pair.analytics) for pair in PAIRS)
        engineering = fmean(measure(pair.engineering) for pair in PAIRS)
        assert abs(analytics - engineering) <= within


@pytest.mark.parametrize("text", TEXTS)
def test_a_task_is_short_starts_with_a_verb_and_names_no_job_no_tool_and_not_its_side(text):
    first = text.split()[0]
    assert first.istitle()
    assert first.isalpha()
    assert text[-1].isalpha()
    assert 5 <= len(words(text)) <= 12
    assert not TITLES.search(text)
    assert not any(role.name.lower() in text.lower() for role in roles())
    assert not BRANDS.search(text)
    assert not re.search(r"analy|engineer", text, re.I)


# Scoring


def test_a_worked_example_of_the_interval():
    # 8 of 10, z = 1.281552, z^2/10 = 0.164237: middle (0.8 + 0.082119) / 1.164237 = 0.757679,
    # reach 1.281552 * sqrt(0.8 * 0.2 / 10 + 0.164237 / 40) / 1.164237 = 0.156083
    result = score_pairs(pairs_of(8))
    assert result.share == 0.8
    assert (result.low, result.high) == close((0.601596, 0.913763), 2e-6)


@pytest.mark.parametrize(
    ("engineering", "side"),
    list(enumerate(["analytics"] * 3 + ["unclear"] * 5 + ["engineering"] * 3)),
)
def test_two_or_fewer_and_eight_or_more_of_ten_are_clear(engineering, side):
    result = score_pairs(pairs_of(engineering))
    assert result.side == side
    assert (result.made, result.engineering) == (10, engineering)
    assert result.share == engineering / 10
    # Where it is clear, the interval leaves out the middle.
    assert side == "unclear" or not result.low <= 0.5 <= result.high


@pytest.mark.parametrize(("engineering", "analytics"), [(9, 0), (0, 9), (8, 1), (1, 0)])
def test_nine_choices_are_not_enough_to_be_clear(engineering, analytics):
    result = score_pairs(pairs_of(engineering, analytics))
    assert (result.side, result.made) == ("unclear", engineering + analytics)
    assert result.share == engineering / (engineering + analytics)


@given(tens)
def test_a_result_counts_what_was_chosen_and_opposite_choices_have_the_opposite(given_choices):
    made = 10 - given_choices.count(None)
    result = score_pairs(given_choices)
    assert (result.made, result.engineering) == (made, given_choices.count("engineering"))
    assert 0 <= result.low <= result.share <= result.high <= 1
    swap = {"analytics": "engineering", "engineering": "analytics", None: None, "unclear": None}
    one = score_pairs(given_choices)
    other = score_pairs([swap[choice] for choice in given_choices])
    assert other.share == pytest.approx(1 - one.share)
    assert (other.low, other.high) == pytest.approx((1 - one.high, 1 - one.low))
    assert other.side == (swap[one.side] or "unclear")


@given(tens, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(given_choices, chance):
    other = list(given_choices)
    chance.shuffle(other)
    assert score_pairs(other) == score_pairs(given_choices)


def test_the_choices_of_a_response_can_be_scored_and_a_result_does_not_change():
    response = Response(Answers(), id=7, pairs=pairs_of(9))
    assert score_pairs(Response.from_code(response.to_code()).pairs).engineering == 9
    for part, name in ((score_pairs(pairs_of(9)), "share"), (PAIRS[0], "analytics")):
        assert refusal(FrozenInstanceError, setattr, part, name, 0)


# What is refused


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["engineering"] * 9,
        ["engineering"] * 11,
        ["engineering"] * 9 + ["neither"],
        "analytics!",  # a text of ten letters
    ],
)
def test_other_choices_are_refused_in_a_whole_sentence(wrong):
    assert refusal(AnswerError, score_pairs, wrong) == (
        f"Choices must be 10, each 'analytics', 'engineering' or None (got {wrong!r})."
    )


def test_no_choice_at_all_is_refused_in_a_whole_sentence():
    assert refusal(AnswerError, score_pairs, [None] * 10) == (
        "At least one choice is needed (got none). Choose in some of the pairs."
    )


# Beside the sliders


COUNTS = {"analytics": 1, "unclear": 5, "engineering": 9}


@pytest.mark.parametrize(
    ("sliders", "pairs"), list(product((*SIDES, "balanced", "unclear"), (*SIDES, "unclear")))
)
def test_signals_are_mixed_only_where_both_are_clear_and_disagree(sliders, pairs):
    placement = replace(place(sides(50, 50)), side=sliders)
    said = compare(placement, score_pairs(pairs_of(COUNTS[pairs])))
    if not {sliders, pairs} <= set(SIDES):
        assert said == (
            "At least one method was too close to call, so they don't contradict each other."
        )
    elif sliders == pairs:
        assert said == f"Both methods point the same way: towards {sliders}."
    else:
        # Both sides are named, and nobody is blamed.
        assert said == (
            f"Mixed signals: the sliders point towards {sliders}, the pairs towards {pairs}. What "
            "you'd give your time to and what you'd rather do right now can differ, and that's "
            "worth talking about."
        )
