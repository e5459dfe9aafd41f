"""Invented people, whose true position is known because we made them.

Each pole has a *mean liking*, the liking of a facet is drawn around it and that of an item around
its facet, and the answer is that liking put on a slider, which ends at 0 and 100 and moves in steps
of 5. The facets asked about are a sample of all that could have been asked about, and the *truth*
is the lean that a person's answers would have on average over all of them.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from rolekit.record.answers import Answers, Form
from rolekit.record.codes import STEP
from rolekit.record.instrument import SIDES, Facet, Instrument, Item, load_instrument


@dataclass(frozen=True)
class Population:
    """How simulated people answer; what has no other unit is in points of the 0-100 scale.

    analytics, engineering
        The mean liking of either pole's work, over people.
    people
        SD of a person's own two means around these.
    analytics_facets, engineering_facets
        SD of a person's facets around their mean of the pole.
    items
        SD of a person's items around their facet.
    kinship, family
        Correlation (0 to 1), within a person, of the facets of a pole that belong to one family;
        and how many neighbours in the table make a family. To be kin is to be more alike than the
        facets that could have been asked about instead; that a person likes all of a pole more, or
        less, than others do is no kinship but `people`.
    across
        Correlation (-1 to 1), within a person, between the first facets of the two poles, between
        their second facets, and so on.
    skipped
        The share of each pole's items that is left out, other ones for each person: at 0.2 exactly
        one item in five. From 0.3 on some people answer too little to be placed.
    misfit
        The id of an item that has nothing to do with the person: any answer is equally likely.
    fixed
        Whether the facets asked about are all there are, so only the items are a sample.
    """

    analytics: float = 50.0
    engineering: float = 50.0
    people: float = 15.0
    analytics_facets: float = 20.0
    engineering_facets: float = 20.0
    items: float = 15.0
    kinship: float = 0.0
    family: int = 5
    across: float = 0.0
    skipped: float = 0.0
    misfit: str = ""
    fixed: bool = False

    @property
    def facets(self) -> Mapping[str, float]:
        """Pole id -> SD of a person's facets around their mean of the pole, in points."""
        return {
            "analytics": self.analytics_facets,
            "engineering": self.engineering_facets,
            "machine_learning": (self.analytics_facets + self.engineering_facets) / 2,
        }


@dataclass(frozen=True)
class DrawnPerson:
    """A simulated person.

    given, scores
        The answers as pairs, and facet id -> mean of its answered items (0-100).
    truth
        Lean, in points, over everything that could have been asked.
    """

    given: tuple[tuple[str, int], ...]
    scores: Mapping[str, float]
    truth: float

    @cached_property
    def answers(self) -> Answers:
        """The answers; those to an imagined instrument are refused."""
        return Answers(self.given)


def expected_answer(mean: float, sd: float) -> float:
    """Return the mean answer (0-100) of likings with a normal distribution, sd > 0.

    Not simply the mean: the slider ends at 0 and 100. An answer is 5 for each of the thresholds
    2.5, 7.5 ... 97.5 that the liking exceeds, so its mean is 5 times the sum of the chances of
    exceeding them.

    >>> expected_answer(50, 25), round(expected_answer(80, 25), 1)
    (50.0, 77.0)
    """
    scale = sd * math.sqrt(2)
    thresholds = (STEP * (k + 0.5) for k in range(100 // STEP))
    return STEP / 2 * math.fsum(math.erfc((point - mean) / scale) for point in thresholds)


def persons(
    population: Population,
    n: int,
    seed: int,
    form: Form = "full",
    instrument: Instrument | None = None,
) -> Iterator[DrawnPerson]:
    """Draw n persons who answer a form, the same ones whenever the seed is the same.

    `instrument` is the real one unless another is given.

    >>> [person] = persons(Population(analytics=30, engineering=70, people=0), n=1, seed=1)
    >>> len(person.answers), round(person.truth, 1)
    (24, 37.2)
    """
    instrument = instrument or load_instrument()
    items = instrument.items if form == "full" else instrument.short_items
    facets = {pole: instrument.facets_of(pole) for pole in instrument.poles}
    sides = [[item.id for item in items if item.pole == pole] for pole in SIDES]
    chance = random.Random(seed)
    for _ in range(n):
        means = {
            "analytics": chance.gauss(population.analytics, population.people),
            "engineering": chance.gauss(population.engineering, population.people),
        }
        likings = _likings(population, means, facets, chance)
        skipped = {
            id
            for side in sides
            for id in chance.sample(side, round(population.skipped * len(side)))
        }
        given: list[tuple[str, int]] = []
        by_facet: dict[str, list[int]] = {}
        for item in items:
            if item.id not in skipped:
                value = _answer(item, likings[item.facet], population, chance)
                given.append((item.id, value))
                by_facet.setdefault(item.facet, []).append(value)
        scores = {facet: sum(values) / len(values) for facet, values in by_facet.items()}
        if population.fixed:
            truth = _truth_here(population, facets, likings)
        else:
            truth = _truth(population, means)
        yield DrawnPerson(tuple(given), scores, truth)


def _truth(population: Population, means: Mapping[str, float]) -> float:
    """Return lean over all facets and items that could have been asked about."""
    analytics, engineering = (
        expected_answer(means[pole], math.hypot(population.facets[pole], population.items))
        for pole in SIDES
    )
    return engineering - analytics


def _truth_here(
    population: Population,
    facets: Mapping[str, Sequence[Facet]],
    likings: Mapping[str, float],
) -> float:
    """Return lean over all items that could have been asked about these very facets."""
    analytics, engineering = (
        math.fsum(f.weight * expected_answer(likings[f.id], population.items) for f in facets[pole])
        for pole in SIDES
    )
    return engineering - analytics


def _likings(
    population: Population,
    means: Mapping[str, float],
    facets: Mapping[str, Sequence[Facet]],
    chance: random.Random,
) -> dict[str, float]:
    """Return facet id -> liking."""
    own, shared = math.sqrt(1 - population.kinship), math.sqrt(population.kinship)
    apart = math.sqrt(1 - population.across**2)
    # The shared ground plays no part in lean; it is liked about as much as the two sides are.
    middle = {**means, "machine_learning": fmean(means.values())}
    spread = population.facets
    away: dict[str, list[float]] = {}
    for pole, several in facets.items():
        away[pole], common = [], 0.0
        for i in range(len(several)):
            if i % population.family == 0:
                common = chance.gauss()
            away[pole].append(own * chance.gauss() + shared * common)
    pairs = zip(away["analytics"], away["engineering"], strict=True)
    away["engineering"] = [population.across * a + apart * e for a, e in pairs]
    return {
        facet.id: middle[pole] + spread[pole] * z
        for pole, several in facets.items()
        for facet, z in zip(several, away[pole], strict=True)
    }


def _answer(item: Item, liking: float, population: Population, chance: random.Random) -> int:
    if item.id == population.misfit:
        return STEP * chance.randint(0, 100 // STEP)
    return STEP * round(min(100.0, max(0.0, chance.gauss(liking, population.items))) / STEP)


def random_answers(n: int, seed: int, form: Form = "full") -> Iterator[Answers]:
    """Draw n forms filled in by chance, every step of every slider equally likely.

    >>> [answers] = random_answers(1, seed=1, form="short")
    >>> len(answers)
    12
    """
    instrument, chance = load_instrument(), random.Random(seed)
    items = instrument.items if form == "full" else instrument.short_items
    for _ in range(n):
        yield Answers(tuple((item.id, STEP * chance.randint(0, 100 // STEP)) for item in items))
