"""What a room of people may see of itself, and when.

A group picture must not tell on anybody in the group. Four rules see to that, and no argument
switches them off:

- Nothing is shown of fewer than 5 people, and below 10 only coarse values: of five people, an exact
  mean and an exact spread may well tell what each of them said.
- Single dots, and single arrows from before the discussion to after it, are shown from 10 people
  on, each moved a little at random, always by the same amount: what is drawn anew does not average
  out.
- A picture that was shown changes only when 5 responses or more differ. A mean of five people, and
  then of six, tells what the sixth said.
- Whoever lacks something that others have, such as a guess or the second round, must be one of 5 at
  least. Otherwise the one dot without an arrow is the one who left early. Where fewer lack it,
  others are left out with them.

All values of a round rest on the same people: those who answered every kind of work. Else the
difference between two values would be about the few who left something out.

A `Room` is all that was handed in, a `Reveal` is what the room has been shown so far, and a
`Shown` holds the values to draw. Reveals do not change: showing more gives a new one.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import fmean, stdev
from typing import TypeVar

from rolekit.base.student_t import t_quantile
from rolekit.errors import AnswerError
from rolekit.measure.placement import Placement, place
from rolekit.record.instrument import load_instrument
from rolekit.record.read_codes import collect
from rolekit.record.response import Response

FLOOR = 5  # people, below whom nothing is shown, and responses, below which nothing is redrawn
DOTS_FROM = 10  # people, from whom on each may be a dot, and values are exact to a point
COARSE = 5  # points, to which values are rounded below that
JITTER = 3.0  # points, by which a dot is moved at most
LEVEL = 0.95  # of the interval of a mean

T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """All that was handed in.

    responses
        One for each id and round; of several the later is kept.
    synthetic
        Whether these people are invented: a picture of them bears a watermark.
    """

    # No answer is shown by the way where an object is only named.
    responses: tuple[Response, ...] = field(repr=False)
    synthetic: bool = False

    def __init__(self, responses: Iterable[Response], *, synthetic: bool = False) -> None:
        """Take responses in the order in which they came."""
        several = list(responses)
        for one in several:
            if not isinstance(one, Response):
                raise AnswerError(
                    f"A room is made of Responses (got a {type(one).__name__}). Make them with "
                    "rolekit.cohort.read_codes or take them from a store."
                )
        object.__setattr__(self, "responses", collect(several).responses)
        object.__setattr__(self, "synthetic", synthetic)

    def complete(self, round: int) -> dict[int, Response]:
        """Return id -> response of those who answered every kind of work in a round."""
        facets = len(load_instrument().facets)
        return {
            response.id: response
            for response in self.responses
            if response.round == round and len(response.answers.by_facet) == facets
        }

    def incomplete(self, round: int) -> int:
        """Return how many responses of a round leave a kind of work out."""
        handed_in = sum(response.round == round for response in self.responses)
        return handed_in - len(self.complete(round))


@dataclass(frozen=True)
class Dot:
    """A person, moved a little: lean (-100..100) and depth (0-100), in points."""

    lean: float
    depth: float


@dataclass(frozen=True)
class Arrow:
    """A person before and after the discussion."""

    before: Dot
    after: Dot


@dataclass(frozen=True)
class GuessDot:
    """A person's guess and their lean, both in points of lean and moved a little."""

    guess: float
    lean: float


@dataclass(frozen=True)
class Group:
    """What is shown of one round, in points; below 10 people rounded to 5.

    people
        How many are in the picture.
    lean, low, high
        Mean lean with its 95 % interval, rounded outwards.
    spread
        Standard deviation of lean between people.
    depth
        Mean machine-learning depth, 0-100.
    facets
        Facet id -> mean score, 0-100. Below 10 people, 10 stands for 10 or less, 90 for 90 or more.
    dots
        One for each person, in the order of lean; empty below 10 people.
    """

    people: int
    lean: float
    low: float
    high: float
    spread: float
    depth: float
    facets: Mapping[str, float]
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Guesses:
    """What is shown of the guesses: mean of so many people's, and dots from 10 people on."""

    people: int
    mean: float
    dots: tuple[GuessDot, ...]


@dataclass(frozen=True)
class Shown:
    """What the room may see: None or empty is what it may not see yet, and `notes` say why."""

    before: Group | None
    after: Group | None
    guesses: Guesses | None
    arrows: tuple[Arrow, ...]
    notes: tuple[str, ...]
    synthetic: bool


@dataclass(frozen=True)
class Reveal:
    """What a room has been shown so far. Start with `Reveal()`.

    before, after
        Id -> response of who is in the picture of each round.
    guesses, moves
        Id -> guess, and id -> response of both rounds, of who has a guess or an arrow in it; they
        stay remembered while they cannot be shown.
    synthetic
        Whether any of it came from a rehearsal.

    >>> from rolekit.cohort.invented import rehearsal; reveal = Reveal().redrawn(rehearsal(7, 1))
    >>> reveal.picture.before.people, reveal.picture.before.dots
    (7, ())
    >>> reveal.redrawn(rehearsal(11, seed=1)) == reveal  # four more are too few
    True
    >>> len(reveal.redrawn(rehearsal(12, seed=1)).picture.before.dots)
    12
    """

    before: Mapping[int, Response] = field(default_factory=dict, repr=False)
    after: Mapping[int, Response] = field(default_factory=dict, repr=False)
    guesses: Mapping[int, int] = field(default_factory=dict, repr=False)
    moves: Mapping[int, tuple[Response, Response]] = field(default_factory=dict, repr=False)
    synthetic: bool = False

    def redrawn(self, room: Room) -> Reveal:
        """Return what may be shown of the room now: the same as before where too little is new."""
        before = _next(self.before, room.complete(1))
        after = _next(self.after, room.complete(2))
        guesses = {id: r.guess for id, r in before.items() if r.guess is not None}
        moves = {id: (r, after[id]) for id, r in before.items() if id in after}
        return Reveal(
            before,
            after,
            _next(self.guesses, guesses, before),
            _next(self.moves, moves, before, after),
            self.synthetic or room.synthetic,
        )

    def more_needed(self, room: Room) -> int:
        """Return how many more complete responses it takes until the picture changes, 0 for none.

        >>> from rolekit.cohort.invented import rehearsal; Reveal().more_needed(rehearsal(2, 1))
        3
        """
        differing = max(
            _differing(self.before, room.complete(1)), _differing(self.after, room.complete(2))
        )
        return max(0, FLOOR - differing)

    @cached_property
    def picture(self) -> Shown:
        """The values to draw."""
        shown = [*self.before.values(), *self.after.values()]
        places = {(r.id, r.round): place(r.answers) for r in shown}
        dots = {key: _dot(*key, placement) for key, placement in places.items()}
        # What was shown is remembered, even while it cannot be shown because others changed.
        guesses = self.guesses if _blends_in(self.guesses, self.before) else {}
        moves = self.moves if _blends_in(self.moves, self.before, self.after) else {}
        if len(moves) < DOTS_FROM:
            moves = {}
        arrows = [Arrow(dots[id, 1], dots[id, 2]) for id in moves]
        return Shown(
            _group(self.before, places, dots),
            _group(self.after, places, dots),
            _guesses(guesses, dots),
            tuple(sorted(arrows, key=lambda arrow: arrow.before.lean)),
            tuple(self._notes(len(arrows))),
            self.synthetic,
        )

    def _notes(self, arrows: int) -> Iterator[str]:
        if self.synthetic:
            yield "This is a rehearsal: these people are invented."
        for people, which in ((self.before, ""), (self.after, " after the discussion")):
            if len(people) < FLOOR and not which:
                yield f"Nothing is shown of fewer than {FLOOR} people."
            elif FLOOR <= len(people) < DOTS_FROM:
                yield (
                    f"Of {len(people)} people{which}, values are rounded to {COARSE} points; dots "
                    f"for single people are shown from {DOTS_FROM} on."
                )
        left_out = sum(id in self.after for id in self.before) - arrows
        if arrows and left_out:
            yield f"{left_out} arrows are left out, so that nobody stands out by having none."


def _next(
    shown: Mapping[int, T], wanted: Mapping[int, T], *wholes: Mapping[int, object]
) -> Mapping[int, T]:
    """Return what may be shown next, of what one would like to show; else what was shown.

    It differs from what was shown in nothing or in 5 people at least, and so do those of each whole
    who are not in it. Where they are too few, some of the new ones are left out with them.
    """
    # In an order that stays, so that asking again does not leave out others.
    new = sorted(wanted.keys() - shown.keys(), key=lambda id: random.Random(id).random())
    for count in range(FLOOR + 1 if wholes else 1):
        left_out = set(new[:count])
        found = {id: value for id, value in wanted.items() if id not in left_out}
        if _differing(shown, found) not in range(1, FLOOR) and _blends_in(found, *wholes):
            return found
    return shown


def _blends_in(part: Mapping[int, object], *wholes: Mapping[int, object]) -> bool:
    """Return whether those of each whole who are not in the part are none, or 5 at least."""
    return all(
        part.keys() <= whole.keys() and len(whole) - len(part) not in range(1, FLOOR)
        for whole in wholes
    )


def _differing(one: Mapping[int, object], other: Mapping[int, object]) -> int:
    """Return of how many people there is something else in the two."""
    return sum(one.get(id) != other.get(id) for id in one.keys() | other.keys())


def _dot(id: int, round: int, placement: Placement) -> Dot:
    assert placement.depth is not None  # complete answers have a depth
    chance = random.Random(f"{id}-{round}")
    return Dot(
        _within(placement.lean + chance.uniform(-JITTER, JITTER), -100, 100),
        _within(placement.depth + chance.uniform(-JITTER, JITTER), 0, 100),
    )


def _group(
    people: Mapping[int, Response],
    places: Mapping[tuple[int, int], Placement],
    dots: Mapping[tuple[int, int], Dot],
) -> Group | None:
    n = len(people)
    if n < FLOOR:
        return None
    keys = [(response.id, response.round) for response in people.values()]
    leans = [places[key].lean for key in keys]
    mean, spread, points = fmean(leans), stdev(leans), COARSE if n < DOTS_FROM else 1
    lean = _rounded(mean, points)
    reach = t_quantile((1 + LEVEL) / 2, n - 1) * spread / math.sqrt(n)
    # Never closer than the rounding: that nobody differs would tell everybody's place.
    low = min(lean - points, points * math.floor((mean - reach) / points))
    high = max(lean + points, points * math.ceil((mean + reach) / points))
    least, most = (10, 90) if n < DOTS_FROM else (0, 100)
    scores = [response.answers.by_facet for response in people.values()]
    depths = [places[key].depth or 0.0 for key in keys]
    return Group(
        people=n,
        lean=lean,
        low=_within(low, -100, 100),
        high=_within(high, -100, 100),
        spread=max(points, _rounded(spread, points)),
        depth=_within(_rounded(fmean(depths), points), least, most),
        facets={
            facet.id: _within(_rounded(fmean(one[facet.id] for one in scores), points), least, most)
            for facet in load_instrument().facets
        },
        # In an order that says nothing about who handed in when.
        dots=tuple(sorted((dots[key] for key in keys if n >= DOTS_FROM), key=lambda dot: dot.lean)),
    )


def _guesses(guesses: Mapping[int, int], dots: Mapping[tuple[int, int], Dot]) -> Guesses | None:
    n = len(guesses)
    if n < FLOOR:
        return None
    shown = []
    for id, guess in guesses.items():
        moved = guess + random.Random(f"{id}-guess").uniform(-JITTER, JITTER)
        shown.append(GuessDot(_within(moved, -100, 100), dots[id, 1].lean))
    shown.sort(key=lambda one: one.lean)
    mean = _rounded(fmean(guesses.values()), COARSE if n < DOTS_FROM else 1)
    return Guesses(n, mean, tuple(shown) if n >= DOTS_FROM else ())


def _rounded(value: float, points: int) -> float:
    return float(points * round(value / points))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))
