"""Placement: from answers to a result between analytics and engineering.

A person's answers are first averaged per facet (a kind of work) and then per pole (a side). The
place on the line is the difference of the two sides:

    lean = engineering - analytics        points, from -100 to 100, negative is analytics

A difference, not a share: anyone who likes to answer high adds the same to both sides, and it
cancels. How much machine learning a person wants is a direction of its own, `depth`, from 0 to 100:
it tells a data analyst from a data scientist and a data engineer from a machine-learning engineer,
which lean cannot.

No result is a point. Someone who scores the five engineering facets 90, 20, 70, 30 and 50 would
have come out elsewhere had we asked about five other kinds of engineering work; someone who scores
all five near 50 would not. That spread is what the band around lean is made of: it is the 80% band
of the mean over facets like those we asked about, not of this day's mood.

Nothing here knows a job title. A result says what a person would like to do, not what they can do.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, pstdev
from typing import Literal

from rolekit.base.sentences import ROUNDING, listed, say
from rolekit.base.student_t import t_quantile
from rolekit.errors import NotEnoughAnswers
from rolekit.record.answers import Answers
from rolekit.record.instrument import SIDES, Facet, Instrument, load_instrument

Side = Literal["analytics", "engineering", "balanced", "unclear"]

BAND = 0.80  # the share of such persons whose true place lies within the band
NEEDED = 4  # answered facets of a pole's five without which it gets no score
LEAST_SPREAD = (
    5.0  # points: nobody's facets are taken to be alike more closely than one slider step
)
SIDE_FROM = 10.0  # points of lean below which no side is named
BALANCED_WITHIN = 20.0  # points: the whole band must lie within this for "balanced"


@dataclass(frozen=True)
class Placement:
    """A person's place.

    lean, low, high
        Points on the -100..100 lean axis, with the ends of the 80% band.
    side
        "analytics" or "engineering" if the band excludes 0 and lean is 10 points or more;
        "balanced" if the whole band is within 20 points of 0; else "unclear".
    depth, depth_low, depth_high
        Machine-learning depth, 0-100, with its 80% band; None unless both of its facets are
        answered. `depth_relative` is depth - elevation, for where a habit of answering high must
        not count.
    analytics, engineering
        The two pole scores, 0-100.
    elevation, differentiation
        The mean of the two pole scores (0-100), and the population SD of the facet scores (points).
    answered
        How many of the 24 items were answered.
    alike
        Whether all answers are the same.
    notes
        Sentences about what limits this place; often none.
    error, df
        Standard error of lean (points) and its degrees of freedom (Welch-Satterthwaite).
    """

    lean: float
    low: float
    high: float
    side: Side
    depth: float | None
    depth_low: float | None
    depth_high: float | None
    analytics: float
    engineering: float
    differentiation: float
    answered: int
    alike: bool
    notes: tuple[str, ...]
    error: float
    df: float

    @property
    def elevation(self) -> float:
        """The mean of the two pole scores, 0-100: high on both is not the same as low on both."""
        return (self.analytics + self.engineering) / 2

    @property
    def depth_relative(self) -> float | None:
        """Depth - elevation, in points, or None where depth is None."""
        return None if self.depth is None else self.depth - self.elevation

    @property
    def width(self) -> float:
        """The width of the band, in points of lean."""
        return self.high - self.low

    @cached_property
    def dots(self) -> tuple[float, ...]:
        """Twenty equally likely places (points of lean): the band as dots that can be counted.

        They are the quantiles at 2.5%, 7.5% ... 97.5% of the distribution behind the band, so
        sixteen of the twenty are inside it.
        """
        upper = [self.error * t_quantile(0.525 + 0.05 * i, self.df) for i in range(10)]
        return tuple(
            _on_axis(self.lean + away) for away in (*(-x for x in reversed(upper)), *upper)
        )


@dataclass(frozen=True)
class Lean:
    """The two pole scores (0-100), and the standard error (points) and df of their difference."""

    analytics: float
    engineering: float
    error: float
    df: float

    @property
    def value(self) -> float:
        """Engineering - analytics, in points on the -100..100 lean axis."""
        return self.engineering - self.analytics

    @property
    def band(self) -> tuple[float, float]:
        """The ends of the 80% band, in points on the -100..100 lean axis."""
        reach = self.error * t_quantile((1 + BAND) / 2, self.df)
        return _on_axis(self.value - reach), _on_axis(self.value + reach)


@dataclass(frozen=True)
class PoleScore:
    """The score of one pole (0-100), its error variance (squared points) and its facet count."""

    score: float
    variance: float
    facets: int


def place(answers: Answers) -> Placement:
    """Place a person between analytics and engineering.

    You may leave items out, but each pole needs an answer on 4 of its 5 facets. Raises
    `NotEnoughAnswers`, whose `missing` says what is missing on which side.

    >>> facets = load_instrument().facets
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> placement = place(Answers.from_facets({f.id: keen[f.pole] for f in facets}))
    >>> placement.lean, placement.side, placement.depth
    (40.0, 'engineering', 50.0)
    """
    instrument, scores = load_instrument(), answers.by_facet
    counts = {
        pole: sum(facet.id in scores for facet in instrument.facets_of(pole)) for pole in SIDES
    }
    if missing := {pole: (n, NEEDED) for pole, n in counts.items() if n < NEEDED}:
        raise NotEnoughAnswers(missing)

    lean = lean_of(scores, instrument)
    low, high = lean.band
    alike = len(set(answers.by_item.values())) == 1
    depth, depth_low, depth_high = _depth(scores)
    return Placement(
        lean=lean.value,
        low=low,
        high=high,
        side=_side(lean.value, low, high, alike),
        depth=depth,
        depth_low=depth_low,
        depth_high=depth_high,
        analytics=lean.analytics,
        engineering=lean.engineering,
        differentiation=pstdev(scores.values()),
        answered=len(answers),
        alike=alike,
        notes=_notes(scores, alike),
        error=lean.error,
        df=lean.df,
    )


def place_or_none(answers: Answers) -> Placement | None:
    """Place a person, or return None where their answers are too few.

    >>> place_or_none(Answers())
    """
    try:
        return place(answers)
    except NotEnoughAnswers:
        return None


def lean_of(scores: Mapping[str, float], instrument: Instrument) -> Lean:
    """Return lean and its uncertainty from facet scores, by any instrument.

    `scores` maps facet ids to 0-100, at least two of each pole. The errors of the two poles are
    combined after Welch (1947), their degrees of freedom after Satterthwaite (1946).

    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> instrument = load_instrument()
    >>> lean_of({f.id: keen[f.pole] for f in instrument.facets}, instrument).value
    40.0
    """
    a, e = (pole_score(instrument.facets_of(pole), scores) for pole in SIDES)
    variance = a.variance + e.variance
    df = variance**2 / (a.variance**2 / (a.facets - 1) + e.variance**2 / (e.facets - 1))
    return Lean(a.score, e.score, math.sqrt(variance), df)


def pole_score(facets: Sequence[Facet], scores: Mapping[str, float]) -> PoleScore:
    """Return the weighted mean of the scored facets and its error variance.

    `facets` are those of one pole, `scores` maps facet ids to 0-100. The weights are renormalised
    over the facets that have a score. The variance is that of a weighted mean of exchangeable
    facets, sum of w^2 (x - m)^2 / (1 - 2 w + sum of w^2), which is s^2 / n for equal weights. It is
    at least what a spread of 5 points among the facets would give: no set of answers is so even
    that its band has no width.

    >>> score = pole_score(load_instrument().facets_of("machine_learning"), {"modelling": 40})
    >>> score.score, score.facets
    (40.0, 1)
    """
    weights = normalised_weights(facets, scores)
    squares = math.fsum(w * w for w in weights.values())
    # Taken from one of the scores: where all are the same, so is their mean, to the last digit.
    start = scores[next(iter(weights))]
    mean = start + math.fsum(w * (scores[id] - start) for id, w in weights.items())
    least = LEAST_SPREAD**2 * squares
    if len(weights) < 2:
        return PoleScore(mean, least, len(weights))
    spread = math.fsum(
        w * w * (scores[id] - mean) ** 2 / (1 - 2 * w + squares) for id, w in weights.items()
    )
    return PoleScore(mean, max(spread, least), len(weights))


def normalised_weights(facets: Sequence[Facet], scores: Mapping[str, float]) -> dict[str, float]:
    """Return facet id -> weight for the facets that have a score, so the weights sum to 1.

    >>> normalised_weights(load_instrument().facets_of("machine_learning"), {"modelling": 40})
    {'modelling': 1.0}
    """
    scored = [facet for facet in facets if facet.id in scores]
    total = math.fsum(facet.weight for facet in scored)
    return {facet.id: facet.weight / total for facet in scored}


def _depth(scores: Mapping[str, float]) -> tuple[float | None, float | None, float | None]:
    """Return depth and the ends of its band, or three times None.

    Two facets are too few to tell how much they spread, so the spread is pooled over the three
    groups of facets, each around its own mean: n - 3 degrees of freedom for n scored facets.
    """
    instrument = load_instrument()
    shared = instrument.facets_of("machine_learning")
    if not all(facet.id in scores for facet in shared):
        return None, None, None
    squares = 0.0
    for pole in instrument.poles:
        group = [scores[f.id] for f in instrument.facets_of(pole) if f.id in scores]
        middle = fmean(group)
        squares += math.fsum((x - middle) ** 2 for x in group)
    df = len(scores) - len(instrument.poles)
    spread = max(math.sqrt(squares / df), LEAST_SPREAD)
    depth = math.fsum(facet.weight * scores[facet.id] for facet in shared)
    reach = spread * math.sqrt(math.fsum(facet.weight**2 for facet in shared))
    reach *= t_quantile((1 + BAND) / 2, df)
    return depth, max(0.0, depth - reach), min(100.0, depth + reach)


def _side(lean: float, low: float, high: float, alike: bool) -> Side:
    if abs(lean) >= SIDE_FROM - ROUNDING and not low <= 0 <= high:
        return "engineering" if lean > 0 else "analytics"
    if max(-low, high) <= BALANCED_WITHIN and not alike:
        return "balanced"
    return "unclear"


def _notes(scores: Mapping[str, float], alike: bool) -> tuple[str, ...]:
    def without(pole: str) -> list[str]:
        facets = load_instrument().facets_of(pole)
        return [facet.name.lower() for facet in facets if facet.id not in scores]

    notes = [say("alike")] if alike else []
    unscored = {pole: facets[0] for pole in SIDES if (facets := without(pole))}
    if len(unscored) == len(SIDES):
        first, second = unscored.values()
        notes.append(say("not-scored-both", first=first, second=second))
    else:
        notes += [say("not-scored", facet=f, side=say(pole)) for pole, f in unscored.items()]
    if unknown := without("machine_learning"):
        id = "no-depth" if len(unknown) > 1 else "no-depth-one"
        notes.append(say(id, facets=listed(unknown)))
    return tuple(notes)


def _on_axis(lean: float) -> float:
    return max(-100.0, min(100.0, lean))
