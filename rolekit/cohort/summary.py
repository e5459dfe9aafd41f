"""What a group's answers say about the measurement, and about the group.

A person's band and a group's statistics answer different questions. The band is made of that one
person's answers: how far do their kinds of work differ, and so how far might others have put them?
A group can tell what no single person can: whether the facets of a pole go together from person to
person, so that their mean stands for one thing.

That is *reliability*: the share of the differences between people that is not chance. Cronbach's
alpha and McDonald's omega estimate it for each pole from how strongly the facets go together. Lean
is a difference of two scores, and the more two scores go together the less their difference has to
say: its reliability is worked out from theirs. From it follow the *standard error of measurement*
(how far a person's lean is off by chance) and the *reliable change* (how far a lean must move
before chance is a poor explanation).

All of it counts as chance what belongs to a single facet. Answering the same statements again, a
person would bring much of that along: so the reliable change errs on the side of caution.

Few people tell little about how facets go together. Alpha is given from 30 people on, omega from
100; below, a sentence says why not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, correlation, covariance, fmean, stdev

from rolekit.errors import AnswerError, NotEnoughAnswers
from rolekit.measure.placement import place
from rolekit.record.answers import Answers
from rolekit.record.instrument import POLES, SIDES, Facet, load_instrument

# The interval around an alpha of 0.7 runs from 0.48 to 0.84 with 30 people, a third of the scale.
ALPHA_FROM = 30
# Omega takes a loading for every facet from the correlations, and each of these has a standard
# error of about 1 / sqrt(n): a tenth with 100 people.
OMEGA_FROM = 100
CORRELATION_FROM = 4  # Fisher's interval needs more than three people
LEVEL = 0.95  # of every interval here, and of the reliable change
_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
_TINY = 1e-9  # squared points: a spread that is only rounding

Columns = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class PoleSummary:
    """How well the score of one pole holds together in this group.

    pole
        The pole's id.
    sd
        Standard deviation of the pole's score (points) between people, None for fewer than two.
    alpha
        Cronbach's alpha of the score with its 95 % interval, or None.
    omega
        McDonald's omega total of the score, or None.
    error_of_measurement
        Standard error of measurement of the score, in points: sd * sqrt(1 - alpha), or None.
    """

    pole: str
    sd: float | None
    alpha: Estimate | None
    omega: float | None
    error_of_measurement: float | None


@dataclass(frozen=True)
class Summary:
    """What a group's answers say. Points are points of lean, on the -100..100 axis.

    people, placed, complete
        How many there are, how many of them have a place, and how many answered all twelve facets.
    mean_lean, mean_lean_error
        Mean lean of the placed, and its standard error, in points; None for fewer than one or two.
    band
        How far the bands of the placed reach to either side, on average, in points, or None.
    analytics, engineering, machine_learning
        A `PoleSummary` of each pole. These and all that follows rest on the complete answers.
    pole_correlation
        Pearson correlation of the analytics score with the engineering score, with its interval.
    lean_reliability
        The reliability of lean, as a difference of two scores.
    error_of_measurement
        The standard error of measurement of lean, in points.
    reliable_change
        How many points of lean a person must move for a change beyond chance, at 95 %.
    notes
        Sentences about what is missing here, and why.
    """

    people: int
    placed: int
    complete: int
    mean_lean: float | None
    mean_lean_error: float | None
    band: float | None
    analytics: PoleSummary
    engineering: PoleSummary
    machine_learning: PoleSummary
    pole_correlation: Estimate | None
    lean_reliability: float | None
    error_of_measurement: float | None
    reliable_change: float | None
    notes: tuple[str, ...]

    @property
    def why_errors_differ(self) -> str:
        """Why the group's standard error and a person's band are different things; "" without."""
        if self.mean_lean_error is None or self.band is None:
            return ""
        return (
            f"The group's mean lean has a standard error of {self.mean_lean_error:.1f} points: "
            f"another {self.placed} people like these would have a somewhat different mean. A "
            f"person's band reaches {self.band:.1f} points to either side, on average: asked about "
            "other kinds of work, the same person would come out somewhat differently. More people "
            "make the first smaller but not the second; only more kinds of work would do that."
        )


def summarise(answers: Sequence[Answers]) -> Summary:
    """Return what a group's answers say together.

    `answers` has one `Answers` a person, in any order; whoever answered twice is to be there once.
    People without an answer on one of the twelve facets are left out of all but the mean lean, and
    a note counts them. Raises `AnswerError` if something among `answers` is not an `Answers`.

    >>> from rolekit import Answers, load_instrument
    >>> facets = load_instrument().facets
    >>> room = [Answers.from_facets({f.id: 40 + n for f in facets}) for n in range(12)]
    >>> summary = summarise(room)
    >>> summary.mean_lean, summary.analytics.alpha
    (0.0, None)
    >>> print(summary.notes[0])
    Alpha needs 30 people who answered every facet (here 12): from fewer it is too uncertain to be \
of use. What rests on it, the reliability of lean and what follows, is not given either.
    """
    group = _checked(answers)
    instrument = load_instrument()
    complete = [a for a in group if len(a.by_facet) == len(instrument.facets)]
    leans, reaches = _places(group)
    poles = {pole: _pole(pole, complete) for pole in POLES}
    analytics, engineering = (poles[pole] for pole in SIDES)
    between = _pole_correlation(complete)
    reliability, error = None, None
    if analytics.alpha and engineering.alpha and analytics.sd and engineering.sd and between:
        reliability = difference_reliability(
            (analytics.sd, engineering.sd),
            (analytics.alpha.value, engineering.alpha.value),
            between.value,
        )
        # The errors of the two poles are independent, so that their squares add up.
        error = math.hypot(*(pole.error_of_measurement or 0.0 for pole in (analytics, engineering)))
    return Summary(
        people=len(group),
        placed=len(leans),
        complete=len(complete),
        mean_lean=fmean(leans) if leans else None,
        mean_lean_error=stdev(leans) / math.sqrt(len(leans)) if len(leans) > 1 else None,
        band=fmean(reaches) if reaches else None,
        analytics=analytics,
        engineering=engineering,
        machine_learning=poles["machine_learning"],
        pole_correlation=between,
        lean_reliability=reliability,
        error_of_measurement=error,
        reliable_change=None if error is None else reliable_change(error),
        notes=_notes(group, len(leans), complete, poles, reliability),
    )


def cronbach_alpha(columns: Columns, weights: Sequence[float] | None = None) -> Estimate | None:
    """Return Cronbach's alpha (1951) of a weighted sum, with its 95 % interval.

    `columns` has one sequence a facet, each with the scores of the same people in the same order.
    `weights` has one number a facet, all the same unless given: then this is the ordinary alpha.
    With uneven weights the ordinary alpha comes out too low even where the facets measure one thing
    equally well; dividing by 1 - sum of w^2 in place of 1 - 1/k mends that (Raju 1977).

    The interval is Bonett's (2002), symmetrical in log(1 - alpha). In simulations with our weights
    and with answers in steps of 5 it held the true value 93 to 98 times in 100.

    None where all people have the same sum: there is nothing to be reliable about. Raises
    `ValueError` for fewer than two facets or three people.

    >>> alpha = cronbach_alpha([[1, 2, 3, 4], [2, 1, 4, 3]])
    >>> round(alpha.value, 9)
    0.75
    """
    k, n = len(columns), min(map(len, columns), default=0)
    if k < 2 or n < 3:
        raise ValueError(f"Alpha needs two facets and three people (got {k} and {n}).")
    shares = _shares(columns, weights)
    matrix = _covariances(columns, shares)
    total = math.fsum(map(math.fsum, matrix))
    if total <= _TINY:
        return None
    own = math.fsum(matrix[i][i] for i in range(k))
    alpha = (1 - own / total) / (1 - math.fsum(w * w for w in shares))
    if 1 - alpha <= _TINY:  # no logarithm
        return Estimate(1.0, 1.0, 1.0)
    middle = math.log(1 - alpha) - math.log(n / (n - 1))
    reach = _Z * math.sqrt(2 * k / ((k - 1) * (n - 2)))
    return Estimate(alpha, 1 - math.exp(middle + reach), 1 - math.exp(middle - reach))


def omega_total(columns: Columns, weights: Sequence[float] | None = None) -> float | None:
    """Return McDonald's omega total (1999) of a weighted sum, from a model with one factor.

    `columns` and `weights` are those of `cronbach_alpha`. Unlike alpha, omega lets every facet have
    a loading of its own. With w the weight, s the SD and l the loading of a facet, it is

        (sum of w s l)^2 / ((sum of w s l)^2 + sum of (w s)^2 (1 - l^2))

    None with fewer than three facets, where loadings cannot be told, or where one facet does not
    vary or the facets do not rise and fall together, so that there is no factor.

    >>> same = [1, 2, 3, 4]
    >>> omega_total([same, same, same])
    1.0
    """
    if len(columns) < 3 or any(stdev(column) ** 2 <= _TINY for column in columns):
        return None
    loadings = one_factor([[correlation(one, other) for other in columns] for one in columns])
    if loadings is None:
        return None
    spreads = [
        w * stdev(column) for w, column in zip(_shares(columns, weights), columns, strict=True)
    ]
    common = sum(s * loading for s, loading in zip(spreads, loadings, strict=True)) ** 2
    own = sum((s * s) * (1 - load * load) for s, load in zip(spreads, loadings, strict=True))
    return common / (common + own)


def one_factor(correlations: Sequence[Sequence[float]]) -> list[float] | None:
    """Return the loadings of one factor that leave the least squared residual correlations.

    The minres method (Harman and Jones 1966): in turn, each loading takes the value that is best
    given the others, until nothing moves. No loading may exceed 1 (Harman and Fukuda 1966). None
    where the correlations are negative on the whole.

    >>> r = [[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]]
    >>> [round(loading, 6) for loading in one_factor(r)]
    [0.8, 0.7, 0.6]
    """
    k = len(correlations)
    others = [[j for j in range(k) if j != i] for i in range(k)]
    mean = fmean(correlations[i][j] for i in range(k) for j in others[i])
    if mean <= 0:
        return None
    loadings = [math.sqrt(mean)] * k
    for _ in range(10_000):  # far more than it takes, unless a loading is hardly determined at all
        before = list(loadings)
        for i in range(k):
            squares = sum(loadings[j] ** 2 for j in others[i])
            best = sum(correlations[i][j] * loadings[j] for j in others[i]) / (squares or 1)
            loadings[i] = max(-1.0, min(1.0, best))
        if max(abs(a - b) for a, b in zip(loadings, before, strict=True)) < 1e-12:
            break
    return loadings


def difference_reliability(
    sds: tuple[float, float], reliabilities: tuple[float, float], between: float
) -> float | None:
    """Return the reliability of a difference of two scores (Lord 1963).

    `sds` are the standard deviations of the two scores, `reliabilities` their reliabilities, and
    `between` is the correlation of the scores. Errors of the two are taken to be independent. None
    where the difference does not vary.

    >>> round(difference_reliability((20, 20), (0.8, 0.8), 0.5), 9)
    0.6
    """
    (a, e), (alpha_a, alpha_e) = sds, reliabilities
    shared = 2 * between * a * e
    variance = a * a + e * e - shared
    if variance <= _TINY:
        return None
    return (a * a * alpha_a + e * e * alpha_e - shared) / variance


def reliable_change(error: float) -> float:
    """Return how far a score must move for a change beyond chance, at 95 %.

    `error` is the standard error of measurement of the score. Both the score before and the score
    after have it, so that their difference has sqrt(2) times as much (Jacobson and Truax 1991).

    >>> round(reliable_change(10), 2)
    27.72
    """
    return _Z * math.sqrt(2) * error


def _checked(answers: Iterable[Answers]) -> list[Answers]:
    group = list(answers)
    for position, one in enumerate(group, start=1):
        if not isinstance(one, Answers):
            raise AnswerError(
                f"Person {position} of the group must be an Answers (got {one!r} that is a "
                f"{type(one).__name__}). The answers of a Response are its `.answers`."
            )
    return group


def _places(group: Sequence[Answers]) -> tuple[list[float], list[float]]:
    """Return the lean, and half the width of the band, of everybody who has a place."""
    leans, reaches = [], []
    for answers in group:
        try:
            placement = place(answers)
        except NotEnoughAnswers:
            continue
        leans.append(placement.lean)
        reaches.append(placement.width / 2)
    return leans, reaches


def _facet_columns(facets: Sequence[Facet], complete: Sequence[Answers]) -> list[list[float]]:
    return [[answers.by_facet[facet.id] for answers in complete] for facet in facets]


def _scores(pole: str, complete: Sequence[Answers]) -> list[float]:
    """Return the pole's score of every person, who must have answered all of its facets."""
    facets = load_instrument().facets_of(pole)
    return [math.fsum(f.weight * answers.by_facet[f.id] for f in facets) for answers in complete]


def _pole(pole: str, complete: Sequence[Answers]) -> PoleSummary:
    facets, n = load_instrument().facets_of(pole), len(complete)
    columns, weights = _facet_columns(facets, complete), [facet.weight for facet in facets]
    sd = stdev(_scores(pole, complete)) if n > 1 else None
    alpha = cronbach_alpha(columns, weights) if n >= ALPHA_FROM else None
    return PoleSummary(
        pole=pole,
        sd=sd,
        alpha=alpha,
        omega=omega_total(columns, weights) if n >= OMEGA_FROM else None,
        error_of_measurement=(
            sd * math.sqrt(1 - alpha.value) if alpha is not None and sd is not None else None
        ),
    )


def _pole_correlation(complete: Sequence[Answers]) -> Estimate | None:
    """Return the correlation of the two poles with Fisher's (1921) interval, or None."""
    if len(complete) < CORRELATION_FROM:
        return None
    analytics, engineering = (_scores(pole, complete) for pole in SIDES)
    if min(stdev(analytics), stdev(engineering)) ** 2 <= _TINY:
        return None
    r = max(-1.0, min(1.0, correlation(analytics, engineering)))
    if abs(r) > 1 - _TINY:  # no hyperbolic tangent leads there
        return Estimate(r, r, r)
    reach = _Z / math.sqrt(len(complete) - 3)
    return Estimate(r, math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach))


def _notes(
    group: Sequence[Answers],
    placed: int,
    complete: Sequence[Answers],
    poles: dict[str, PoleSummary],
    reliability: float | None,
) -> tuple[str, ...]:
    people, n = len(group), len(complete)
    notes = []
    if placed < people:
        notes.append(
            f"{people - placed} of {people} left too much open for a place; the mean lean is that "
            f"of the other {placed}."
        )
    if n < people:
        notes.append(
            f"{people - n} of {people} left a facet out; all but the mean lean rests on the other "
            f"{n}."
        )
    if 0 < (short := sum(answers.form == "short" for answers in complete)) < n:
        notes.append(
            f"{short} of {n} gave the short form, the others more; what is said here holds for "
            "that mixture."
        )
    if n < ALPHA_FROM:
        notes.append(
            f"Alpha needs {ALPHA_FROM} people who answered every facet (here {n}): from fewer it "
            "is too uncertain to be of use. What rests on it, the reliability of lean and what "
            "follows, is not given either."
        )
    if n < OMEGA_FROM:
        notes.append(
            f"Omega needs {OMEGA_FROM} people who answered every facet (here {n}): it estimates a "
            "loading for every facet, and from fewer people these are too uncertain."
        )
    for pole in poles.values():
        notes += _pole_notes(pole, n)
    if reliability is None and all(poles[side].alpha for side in SIDES):
        notes.append("Everybody has the same lean, so that it has no reliability in this group.")
    return tuple(notes)


def _pole_notes(pole: PoleSummary, n: int) -> list[str]:
    notes, name = [], pole.pole.replace("_", "-")
    if n >= ALPHA_FROM and pole.alpha is None:
        notes.append(
            f"Everybody has the same {name} score, so that there are no differences for alpha to "
            "judge."
        )
    if pole.alpha is not None and pole.alpha.value < 0:
        notes.append(
            f"Alpha of the {name} score is below 0: its facets do not rise and fall together in "
            "this group, and their mean does not stand for one thing."
        )
    if n >= OMEGA_FROM and pole.omega is None:
        few = len(load_instrument().facets_of(pole.pole)) < 3
        notes.append(
            f"Omega of the {name} score is not given: "
            + (
                "it takes three facets to tell their loadings."
                if few
                else "there is no one factor behind its facets in this group."
            )
        )
    return notes


def _shares(columns: Columns, weights: Sequence[float] | None) -> list[float]:
    """Return the weights so that they sum to 1."""
    given = [1.0] * len(columns) if weights is None else list(weights)
    total = math.fsum(given)
    return [w / total for w in given]


def _covariances(columns: Columns, shares: Sequence[float]) -> list[list[float]]:
    """Return the covariance matrix of the weighted facets."""
    return [
        [w * v * covariance(one, other) for v, other in zip(shares, columns, strict=True)]
        for w, one in zip(shares, columns, strict=True)
    ]
