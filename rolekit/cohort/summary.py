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
from statistics import correlation, fmean, stdev

from rolekit.cohort.reliability import (
    TINY,
    Estimate,
    Z,
    cronbach_alpha,
    difference_reliability,
    omega_total,
    reliable_change,
)
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
    if min(stdev(analytics), stdev(engineering)) ** 2 <= TINY:
        return None
    r = max(-1.0, min(1.0, correlation(analytics, engineering)))
    if abs(r) > 1 - TINY:  # no hyperbolic tangent leads there
        return Estimate(r, r, r)
    reach = Z / math.sqrt(len(complete) - 3)
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
