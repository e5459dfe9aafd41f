"""The second method: ten pairs, and in each the question which of two tasks is liked better.

Sliders ask how much, pairs ask which rather. Each pair sets one analytics task against one
engineering task that is about as attractive, so nobody can like everything. The share of
engineering choices, with its interval, is a second opinion on where a person leans. Where both
methods are clear and contradict each other, the result is *mixed signals*, which is worth a
conversation and is no mistake of the person's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rolekit.base.intervals import wilson
from rolekit.base.tables import load_table
from rolekit.errors import AnswerError
from rolekit.measure.placement import BAND, Placement
from rolekit.record.codes import PAIRS, PairChoice
from rolekit.record.instrument import SIDES

CLEAR = 2  # choices of one kind out of ten, at most, for a clear lean to the other


@dataclass(frozen=True)
class Pair:
    """Two tasks to choose from."""

    id: int
    analytics: str
    engineering: str


@dataclass(frozen=True)
class PairsResult:
    """What the choices say.

    share, low, high
        The share (0-1) of engineering choices, with its 80% Wilson interval.
    made, engineering
        How many choices were made, and how many of them were for engineering.
    side
        "analytics" or "engineering" where all ten were made and at most two go the other way; else
        "unclear".
    """

    share: float
    low: float
    high: float
    made: int
    engineering: int
    side: Literal["analytics", "engineering", "unclear"]


@cache
def load_pairs() -> tuple[Pair, ...]:
    """Return the ten pairs.

    >>> len(load_pairs())
    10
    """
    return tuple(Pair(**row) for row in load_table("pairs"))


def score_pairs(choices: Sequence[PairChoice]) -> PairsResult:
    """Return what ten choices say, each "analytics", "engineering" or None.

    The interval is Wilson's (1927), which stays within 0 and 1 however few choices there are.
    Raises `AnswerError` if there are not ten, if one is something else, or if none was made.

    >>> result = score_pairs(["engineering"] * 9 + ["analytics"])
    >>> result.share, round(result.low, 2), result.side
    (0.9, 0.72, 'engineering')
    """
    if len(choices) != PAIRS or any(c not in ("analytics", "engineering", None) for c in choices):
        raise AnswerError(
            f"Choices must be {PAIRS}, each 'analytics', 'engineering' or None (got {choices!r})."
        )
    made = sum(choice is not None for choice in choices)
    if not made:
        raise AnswerError("At least one choice is needed (got none). Choose in some of the pairs.")
    count = sum(choice == "engineering" for choice in choices)
    low, high = wilson(count, made, BAND)
    side: Literal["analytics", "engineering", "unclear"] = "unclear"
    if made == PAIRS and count <= CLEAR:
        side = "analytics"
    elif made == PAIRS and count >= PAIRS - CLEAR:
        side = "engineering"
    return PairsResult(count / made, low, high, made, count, side)


def compare(placement: Placement, result: PairsResult) -> str:
    """Say in a sentence how the sliders and the pairs go together.

    "Mixed signals" only where both are clear and contradict each other.
    """
    sliders, pairs = placement.side, result.side
    if sliders not in SIDES or pairs not in SIDES:
        return "At least one method was too close to call, so they don't contradict each other."
    if sliders == pairs:
        return f"Both methods point the same way: towards {sliders}."
    return (
        f"Mixed signals: the sliders point towards {sliders}, the pairs towards {pairs}. What "
        "you'd give your time to and what you'd rather do right now can differ, and that's worth "
        "talking about."
    )
