"""Explanation: which answers put a person where they are, and how firmly.

Lean is a weighted sum, so it can be taken apart into one number for each facet, its *contribution*.
Two more questions follow. What would it take to come out in the middle (`flips`)? And would other
weights, as good as ours, have said the same (`kept_share`)?

An explanation also notices answers that may have been given in passing: long runs of one value, or
two statements on one kind of work far apart. It says so kindly and takes nothing away.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import mul

from rolekit.base.sentences import rounded
from rolekit.measure.placement import Placement, normalised_weights, place
from rolekit.record.answers import Answers
from rolekit.record.instrument import SIDES, Instrument, load_instrument

WEIGHTINGS = 2000
CONCENTRATION = 25.0  # of the Dirichlet weightings: a weight of 0.2 varies by about 0.08
SEED = 25
LONG_RUN = 6  # answers in a row; half of the short form
FAR_APART = 50  # points between the two items of a facet


@dataclass(frozen=True)
class Contribution:
    """What one facet adds to lean, in points: positive towards engineering."""

    facet: str
    pole: str
    score: float
    points: float


@dataclass(frozen=True)
class Flip:
    """A facet whose score would go from `score` to `wanted` (0-100) to bring lean to 0."""

    facet: str
    score: float
    wanted: float


@dataclass(frozen=True)
class Explanation:
    """Why a person is where they are.

    contributions
        One for each answered facet of the two poles, the largest first; they sum to lean.
    flips
        The smallest set of facets that together bring lean to 0; empty if it is 0 already.
    kept_share
        The share (0-1) of 2,000 other weightings under which lean keeps its sign; None at lean 0.
    notes
        Sentences about answers that may be worth a second look; often none.
    """

    contributions: tuple[Contribution, ...]
    flips: tuple[Flip, ...]
    kept_share: float | None
    notes: tuple[str, ...]

    @property
    def whole_points(self) -> Mapping[str, int]:
        """Facet id -> its contribution in whole points, which add up to lean in whole points.

        Rounded one by one they may add up to a point or two more or less. So the contributions that
        lose least by it are rounded the other way (largest remainders: Hamilton 1792).
        """
        parts = self.contributions
        points = {part.facet: rounded(part.points) for part in parts}
        missing = rounded(sum(part.points for part in parts)) - sum(points.values())
        step = 1 if missing > 0 else -1
        nearest = sorted(parts, key=lambda part: step * (points[part.facet] - part.points))
        for part in nearest[: abs(missing)]:
            points[part.facet] += step
        return points

    @property
    def hardest(self) -> tuple[str, ...]:
        """The facet that pulls hardest, and any that pull with as many whole points."""
        points, first = self.whole_points, self.contributions[0].facet
        most = max(map(abs, points.values()))
        return tuple(id for id, count in points.items() if id == first or abs(count) == most)


def explain(answers: Answers) -> Explanation:
    """Explain a person's result. Raises `NotEnoughAnswers` where there is none.

    >>> from rolekit import Answers, load_instrument
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> facets = load_instrument().facets
    >>> explanation = explain(Answers.from_facets({f.id: keen[f.pole] for f in facets}))
    >>> round(sum(c.points for c in explanation.contributions), 9)
    40.0
    >>> explanation.kept_share
    1.0
    """
    placement, instrument, weights = place(answers), load_instrument(), _weights(answers)
    return Explanation(
        contributions=_contributions(placement, answers.by_facet, weights),
        flips=_flips(placement.lean, answers.by_facet, weights),
        kept_share=_kept_share(placement.lean, _weighted_leans(answers.by_facet, weights)),
        notes=(*_runs(answers, instrument), *_apart(answers, instrument)),
    )


def other_weightings(answers: Answers) -> tuple[float, ...]:
    """Return lean, in points, under each of 2,000 other weightings of the facets.

    They are drawn from a Dirichlet distribution around our weights, always the same ones. Raises
    `NotEnoughAnswers` where there is no result.

    >>> from rolekit.measure.example import EXAMPLE
    >>> len(other_weightings(EXAMPLE.answers))
    2000
    """
    place(answers)
    return tuple(_weighted_leans(answers.by_facet, _weights(answers)))


_Weights = Mapping[str, Mapping[str, float]]


def _weights(answers: Answers) -> _Weights:
    instrument = load_instrument()
    return {
        pole: normalised_weights(instrument.facets_of(pole), answers.by_facet) for pole in SIDES
    }


def _contributions(
    placement: Placement, scores: Mapping[str, float], weights: _Weights
) -> tuple[Contribution, ...]:
    """Return +-w (x - elevation) of every facet: elevation cancels, and the sum is lean."""
    parts = [
        Contribution(facet, pole, scores[facet], sign * w * (scores[facet] - placement.elevation))
        for pole, sign in (("analytics", -1), ("engineering", 1))
        for facet, w in weights[pole].items()
    ]
    return tuple(sorted(parts, key=lambda part: -abs(part.points)))


def _flips(lean: float, scores: Mapping[str, float], weights: _Weights) -> tuple[Flip, ...]:
    """Return the facets with the largest weight times room, as many as it takes to reach 0."""
    # Each facet as (weight, room, facet, direction of the move that brings lean towards 0).
    moves = []
    for pole, sign in (("analytics", -1), ("engineering", 1)):
        direction = -sign if lean > 0 else sign
        for facet, w in weights[pole].items():
            room = 100 - scores[facet] if direction > 0 else scores[facet]
            moves.append((w, room, facet, direction))
    moves.sort(key=lambda move: -move[0] * move[1])
    flips, left = [], abs(lean)
    for w, room, facet, direction in moves:
        if left <= 1e-9:
            break
        points = min(room, left / w)
        flips.append(Flip(facet, scores[facet], scores[facet] + direction * points))
        left -= w * points
    return tuple(flips)


def _kept_share(lean: float, others: Iterable[float]) -> float | None:
    """Return the share of other leans that are on the same side of 0."""
    if abs(lean) < 1e-9:
        return None
    return sum((other > 0) == (lean > 0) for other in others) / WEIGHTINGS


def _weighted_leans(scores: Mapping[str, float], weights: _Weights) -> Iterator[float]:
    """Yield lean for each of the other weightings."""
    engineering, analytics = ([scores[f] for f in weights[p]] for p in ("engineering", "analytics"))
    ours = (tuple(weights[pole].values()) for pole in ("engineering", "analytics"))
    # Rounded, so that of equal answers no side is made by the last digits.
    return (
        round(sum(map(mul, one, engineering)) - sum(map(mul, other, analytics)), 9)
        for one, other in _drawn(*ours)
    )


@lru_cache(maxsize=36)  # so many ways there are to have four or five facets on each side
def _drawn(*poles: tuple[float, ...]) -> tuple[tuple[list[float], ...], ...]:
    """Draw, 2,000 times, a Dirichlet(25 w) for the weights of each pole."""
    chance = random.Random(SEED)

    def drawn(weights: tuple[float, ...]) -> list[float]:
        shares = [chance.gammavariate(CONCENTRATION * w, 1) for w in weights]
        whole = sum(shares)
        return [share / whole for share in shares]

    return tuple(tuple(map(drawn, poles)) for _ in range(WEIGHTINGS))


def _runs(answers: Answers, instrument: Instrument) -> list[str]:
    values = [answers[item.id] for item in instrument.ever_asked if item.id in answers.by_item]
    if len(set(values)) == 1:
        return ["You gave every statement the same answer. If that's how you feel, that's fine."]
    longest = max((len(list(run)), value) for value, run in groupby(values))
    if longest[0] < LONG_RUN:
        return []
    return [
        f"{longest[0]} answers in a row (in our order, not the one you saw) are all {longest[1]}. "
        "If you meant that, leave them. If you were in a hurry, have another look."
    ]


def _apart(answers: Answers, instrument: Instrument) -> list[str]:
    notes = []
    for facet in instrument.facets:
        items = [item.id for item in instrument.ever_asked if item.facet == facet.id]
        given = [answers.by_item[item] for item in items if item in answers.by_item]
        if len(given) == 2 and abs(given[0] - given[1]) >= FAR_APART:
            notes.append(
                f"Your two answers on {facet.name.lower()} are far apart ({given[0]} and "
                f"{given[1]}). That may be exactly right: they ask about different sides of it."
            )
    return notes
