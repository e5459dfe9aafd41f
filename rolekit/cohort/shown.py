"""The values of a room's pictures: means, intervals and dots, as coarse as few people need.

Of five people, an exact mean and an exact spread may well tell what each of them said. So below 10
people values are coarse, and single dots and arrows are shown from 10 people on, each moved a
little at random, always by the same amount: what is drawn anew does not average out.

All values of a round rest on the same people, who answered every kind of work. Otherwise the
difference between two values would be about the few who left something out. What has changed is
told of the same people before and after, person by person: a second round that only one side of the
room takes part in has moved nobody.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from rolekit.base.intervals import student
from rolekit.cohort.summary import Estimate
from rolekit.measure.placement import place
from rolekit.record.instrument import load_instrument
from rolekit.record.response import Response

FLOOR = 5  # people, below whom nothing is shown, and responses, below which nothing is redrawn
DOTS_FROM = 10  # people, from whom on each may be a dot, and values are exact to a point
COARSE = 5  # points, to which values are rounded below that
JITTER = 3.0  # points, by which a dot is moved at most
LEVEL = 0.95  # of the interval of a mean, and of the twelve changes in what is wanted together


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
        Mean lean with its 95% interval, rounded outwards.
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
class Moves:
    """What is shown of the people who answered before and after, in points; below 10 rounded to 5.

    before
        These people before the discussion.
    changes
        "lean", "depth" and each facet id -> mean of each person's after less before, with its 95%
        interval. Those of the facets are wide enough to hold all twelve together (Bonferroni).
    arrows
        One for each person, in the order of lean before; empty below 10 people.
    """

    before: Group
    changes: Mapping[str, Estimate]
    arrows: tuple[Arrow, ...]

    @property
    def after(self) -> Mapping[str, float]:
        """The means of the same people after the discussion, by the names of the changes."""
        least, most = _ends(self.before.people)
        start = {"lean": self.before.lean, "depth": self.before.depth, **self.before.facets}
        end = {name: value + self.changes[name].value for name, value in start.items()}
        bounds = {"lean": (-100.0, 100.0)}
        return {n: _within(value, *bounds.get(n, (least, most))) for n, value in end.items()}


@dataclass(frozen=True)
class Guesses:
    """What is shown of the guesses: mean of so many people's, and dots from 10 people on."""

    people: int
    mean: float
    dots: tuple[GuessDot, ...]


@dataclass(frozen=True)
class Shown:
    """What the room may see: None is what it may not see yet, and `notes` say why."""

    before: Group | None
    after: Group | None
    guesses: Guesses | None
    moves: Moves | None
    notes: tuple[str, ...]
    synthetic: bool


@dataclass(frozen=True)
class Seen:
    """A person's values in one round, by name ("lean", "depth", each facet), and their dot."""

    values: Mapping[str, float]
    dot: Dot


def seen(response: Response) -> Seen:
    """Return what pictures take from a response that answers every kind of work."""
    placement = place(response.answers)
    assert placement.depth is not None  # complete answers have a depth
    scores = response.answers.by_facet
    chance = random.Random(f"{response.id}-{response.round}")
    return Seen(
        {
            "lean": placement.lean,
            "depth": placement.depth,
            **{facet.id: scores[facet.id] for facet in load_instrument().facets},
        },
        Dot(
            _within(placement.lean + chance.uniform(-JITTER, JITTER), -100, 100),
            _within(placement.depth + chance.uniform(-JITTER, JITTER), 0, 100),
        ),
    )


def group_of(people: Sequence[Seen]) -> Group | None:
    """Return what is shown of one round of these people, or None of fewer than 5."""
    n = len(people)
    if n < FLOOR:
        return None
    points, (least, most) = _points(n), _ends(n)
    leans = [one.values["lean"] for one in people]
    lean = _estimate(leans, LEVEL)
    means = {
        name: _within(_rounded(fmean(one.values[name] for one in people), points), least, most)
        for name in people[0].values
    }
    return Group(
        people=n,
        lean=lean.value,
        low=_within(lean.low, -100, 100),
        high=_within(lean.high, -100, 100),
        spread=max(points, _rounded(stdev(leans), points)),
        depth=means["depth"],
        facets={facet.id: means[facet.id] for facet in load_instrument().facets},
        # In an order that says nothing about who handed in when.
        dots=tuple(sorted((p.dot for p in people if n >= DOTS_FROM), key=lambda dot: dot.lean)),
    )


def moves_of(people: Sequence[tuple[Seen, Seen]]) -> Moves | None:
    """Return what is shown of people before and after, or None of fewer than 5."""
    before = group_of([first for first, _ in people])
    if before is None:
        return None
    facets = before.facets
    one_of_all = 1 - (1 - LEVEL) / len(facets)
    least, most = _ends(len(people))
    changes = {}
    for name in people[0][0].values:
        steps = [second.values[name] - first.values[name] for first, second in people]
        found = _estimate(steps, one_of_all if name in facets else LEVEL)
        reach = 200.0 if name == "lean" else most - least
        ends = (_within(value, -reach, reach) for value in (found.value, found.low, found.high))
        changes[name] = Estimate(*ends)
    arrows = [Arrow(first.dot, second.dot) for first, second in people if before.dots]
    return Moves(before, changes, tuple(sorted(arrows, key=lambda arrow: arrow.before.lean)))


def guesses_of(guesses: Mapping[int, int], people: Mapping[int, Seen]) -> Guesses | None:
    """Return what is shown of the guesses of some of these people, or None of fewer than 5."""
    n = len(guesses)
    if n < FLOOR:
        return None
    shown = []
    for id, guess in guesses.items():
        moved = guess + random.Random(f"{id}-guess").uniform(-JITTER, JITTER)
        shown.append(GuessDot(_within(moved, -100, 100), people[id].dot.lean))
    shown.sort(key=lambda one: one.lean)
    mean = _rounded(fmean(guesses.values()), _points(n))
    return Guesses(n, mean, tuple(shown) if n >= DOTS_FROM else ())


def _estimate(values: Sequence[float], level: float) -> Estimate:
    """Return the mean of values with its interval, as finely as so many people may be shown."""
    points = _points(len(values))
    mean, low, high = student(values, level)
    shown = _rounded(mean, points)
    # Never closer than the rounding: that nobody differs would tell everybody's place.
    return Estimate(
        shown,
        min(shown - points, points * math.floor(low / points)),
        max(shown + points, points * math.ceil(high / points)),
    )


def _points(people: int) -> int:
    return COARSE if people < DOTS_FROM else 1


def _ends(people: int) -> tuple[float, float]:
    """Return between what a mean score of so many people is shown: at an end all are alike."""
    return (10.0, 90.0) if people < DOTS_FROM else (0.0, 100.0)


def _rounded(value: float, points: int) -> float:
    return float(points * round(value / points))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))
