"""Simulation: people whose true position is known, and how often the band finds it.

Nobody can look up a real person's true position. That of an invented one
(`rolekit.measure.people`) can be looked up. An 80% band is honest if it holds the truth for 80% of
such people.

Reality need not be like that: the facets may be close kin, or be all there is. A `Population` can
be bent that way, and `coverage` then says what becomes of the band, in either direction.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import fmean, median, quantiles

from rolekit.measure.people import Population, persons
from rolekit.measure.placement import NEEDED, Placement, Side, lean_of, place
from rolekit.record.answers import Answers, Form
from rolekit.record.instrument import SIDES, Facet, Instrument, Item, load_instrument

# What the band is made for: facets that are exchangeable, however they spread.
AS_ASSUMED = {
    "as assumed": Population(),
    "facets close together": Population(analytics_facets=10, engineering_facets=10, items=5),
    "engineering three times as spread": Population(analytics_facets=10, engineering_facets=30),
    "analytics three times as spread": Population(analytics_facets=30, engineering_facets=10),
    "one item in five skipped": Population(skipped=0.2),
    "an item that does not fit": Population(misfit="architecture-1"),
}
# What it is not made for: facets that are all there are, facets that are correlated, and poles so
# near the ends of the slider that answers pile up there.
NOT_AS_ASSUMED = {
    "these facets are all there are": Population(fixed=True),
    "facets correlated .5 across the sides": Population(across=0.5),
    "facets correlated .3 across the sides": Population(across=0.3),
    "facets correlated .3 in twos": Population(kinship=0.3, family=2),
    "facets correlated .5 in twos": Population(kinship=0.5, family=2),
    "all five facets correlated .3": Population(kinship=0.3),
    "all five facets correlated .5": Population(kinship=0.5),
    "both sides near the top": Population(analytics=90, engineering=90, people=0),
    "the sides near opposite ends": Population(analytics=10, engineering=90, people=0),
}


def with_weights(weights: Mapping[str, float]) -> Instrument:
    """Return the instrument with other weights, facet id -> weight; the rest keep theirs.

    >>> other = with_weights({"statistics": 0.3, "decisions": 0.1})
    >>> [facet.weight for facet in other.facets if facet.id in ("statistics", "decisions")]
    [0.3, 0.1]
    """
    real = load_instrument()
    return replace(
        real,
        facets=tuple(replace(f, weight=weights.get(f.id, f.weight)) for f in real.facets),
    )


def with_facets(count: int) -> Instrument:
    """Return an imagined instrument with `count` facets a pole, equal weights, an item for each.

    >>> len(with_facets(10).facets_of("analytics"))
    10
    """
    facets = tuple(
        Facet(f"{pole}-{i}", "", pole, 1 / count, "") for pole in SIDES for i in range(count)
    )
    items = tuple(Item(f"{f.id}-1", f.id, f.pole, "short", "", "") for f in facets)
    return Instrument(load_instrument().version, facets, items, SIDES)


@dataclass(frozen=True)
class Coverage:
    """How often the band holds the truth.

    inside, below, above
        Shares (0-1) of persons whose truth is inside, below and above their band.
    width
        Median width of the band, in points of lean.
    error
        Root mean square of lean - truth, in points.
    """

    inside: float
    below: float
    above: float
    width: float
    error: float


def coverage(
    population: Population,
    n: int,
    seed: int,
    form: Form = "full",
    instrument: Instrument | None = None,
) -> Coverage:
    """Return how often the band holds the truth of n persons.

    >>> held = coverage(Population(), n=1000, seed=1)
    >>> 0.76 < held.inside < 0.84
    True
    """
    instrument = instrument or load_instrument()
    below, above, widths, squares = 0, 0, [], []
    for person in persons(population, n, seed, form, instrument):
        lean = lean_of(person.scores, instrument)
        low, high = lean.band
        below += person.truth < low
        above += person.truth > high
        widths.append(high - low)
        squares.append((lean.value - person.truth) ** 2)
    inside = n - below - above
    error = math.sqrt(fmean(squares))
    return Coverage(inside / n, below / n, above / n, median(widths), error)


def sides(many: Iterable[Answers]) -> dict[Side, float]:
    """Return the share (0-1) of people to whom each side is given.

    >>> from rolekit.measure.people import random_answers
    >>> sum(sides(random_answers(100, seed=1)).values())
    1.0
    """
    given = Counter(place(answers).side for answers in many)
    names: tuple[Side, ...] = ("analytics", "engineering", "balanced", "unclear")
    return {side: given[side] / given.total() for side in names}


def spend_statements(population: Population, n: int, seed: int) -> dict[str, Coverage]:
    """Return what the band is worth with ten statements, and with ten more spent in two ways.

    With equal weights, so imagined facets can join the real ones.

    >>> found = spend_statements(Population(), n=500, seed=1)
    >>> [coverage.error > found["20 kinds of work, one statement on each"].error
    ...     for coverage in found.values()]
    [True, True, False]
    """
    ten, twenty = with_facets(5), with_facets(10)
    even = with_weights({f.id: 1 / 5 for pole in SIDES for f in load_instrument().facets_of(pole)})
    return {
        "10 kinds of work, one statement on each": coverage(population, n, seed, "short", ten),
        "10 kinds of work, two statements on each": coverage(population, n, seed, "full", even),
        "20 kinds of work, one statement on each": coverage(population, n, seed, "short", twenty),
    }


@dataclass(frozen=True)
class Forms:
    """What the second items change.

    within
        Share (0-1) of persons whose lean on the full form is in the band of the short form.
    opposite
        Share (0-1) of persons to whom the two forms give opposite sides.
    narrower
        Median over persons of the full form's width divided by the short form's.
    """

    within: float
    opposite: float
    narrower: float


def compare_forms(population: Population, n: int, seed: int) -> Forms:
    """Place n persons by the short form and again by the full form.

    >>> compare_forms(Population(), n=100, seed=1).within > 0.9
    True
    """
    within, opposite, ratios = 0, 0, []
    for person in persons(population, n, seed):
        short, full = place(person.answers.short), place(person.answers)
        within += short.low <= full.lean <= short.high
        opposite += _opposite(short, full)
        ratios.append(full.width / short.width)
    return Forms(within / n, opposite / n, median(ratios))


@dataclass(frozen=True)
class Drift:
    """What it changes when a person answers everything higher.

    typical, far
        Median, and 95% quantile, of how far lean moves, in points.
    renamed, opposite
        Shares (0-1) of persons whose side changes, and who get the opposite one.
    """

    typical: float
    far: float
    renamed: float
    opposite: float


def drift(population: Population, n: int, seed: int, shift: int = 25) -> Drift:
    """Add `shift` points to all answers of n persons, as far as the scale allows.

    Where no answer is clipped, lean stays what it was.

    >>> drift(Population(analytics=40, engineering=40, people=0), n=100, seed=1, shift=10).opposite
    0.0
    """
    renamed, opposite, moves = 0, 0, []
    for person in persons(population, n, seed):
        given = person.given
        moved = Answers(tuple((item, max(0, min(100, x + shift))) for item, x in given))
        before, after = place(person.answers), place(moved)
        renamed += before.side != after.side
        opposite += _opposite(before, after)
        moves.append(abs(after.lean - before.lean))
    far = quantiles(moves, n=20)[-1]
    return Drift(median(moves), far, renamed / n, opposite / n)


def _opposite(one: Placement, other: Placement) -> bool:
    return {one.side, other.side} == set(SIDES)


@dataclass(frozen=True)
class Width:
    """The width of the band, in points, with so many items answered: median and quartiles."""

    items: int
    median: float
    lower: float
    upper: float


def widths(population: Population, n: int, seed: int) -> tuple[Width, ...]:
    """Return how wide the band is with 8, 9 ... 24 items answered, for the same n persons.

    Each person answers in an order of their own: first four facets of each side, fewer than which
    give no result, then the rest of the short form, then the second items. Answers on the shared
    ground count, though they do not tell about lean.

    >>> table = widths(Population(), n=20, seed=1)
    >>> table[0].items, table[-1].items
    (8, 24)
    """
    instrument, chance = load_instrument(), random.Random(seed)
    least, most = NEEDED * len(SIDES), len(instrument.items)
    found: dict[int, list[float]] = {count: [] for count in range(least, most + 1)}
    for person in persons(population, n, seed):
        start, rest = [], [i.id for i in instrument.short_items if i.pole not in SIDES]
        for pole in SIDES:
            own = [item.id for item in instrument.short_items if item.pole == pole]
            chance.shuffle(own)
            start += own[:NEEDED]
            rest += own[NEEDED:]
        chance.shuffle(rest)
        further = [item.id for item in instrument.further_items]
        chance.shuffle(further)
        order, answers = [*start, *rest, *further], person.answers
        for count, values in found.items():
            asked = {item: answers.by_item[item] for item in order[:count]}
            values.append(place(Answers.from_items(asked)).width)
    table = []
    for count, values in found.items():
        lower, middle, upper = quantiles(values, n=4)
        table.append(Width(count, middle, lower, upper))
    return tuple(table)
