"""The roles: seven job titles as landmarks, placed by what people with that title do.

Where a landmark stands is computed, when it is asked for, from counts: how many respondents of a
large survey, or how many job adverts, show an *indicator* of a facet ("uses SQL regularly", "advert
mentions pipelines"). `rolekit.measure.evidence` makes the counts comparable; a facet score of a
role is 100 / (1 + exp(-z)), with z the mean over the facet's habits, and lean and depth follow by
the same formulas as a person's.

The indicators are what happened to be asked and written in 2020 and 2021. How far a landmark would
move with other indicators is shown by its interval: 95 % of 1,000 draws of as many habits, with
replacement, from the same pole. On either side the intervals overlap so much that no order is
claimed among the roles there.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from types import MappingProxyType

from rolekit.base.tables import load_table
from rolekit.errors import DataError
from rolekit.measure.evidence import Habit, load_habits
from rolekit.measure.placement import pole_score
from rolekit.record.instrument import Facet, load_instrument

DRAWS = 1000
INTERVAL = 0.95
SEED = 2021  # any number; fixed so that a landmark stands still

Sign = tuple[str, float]  # (facet id, z) of one habit


@dataclass(frozen=True)
class Role:
    """A landmark.

    profile
        Facet id -> 0-100, for the facets for which there is evidence.
    lean, low, high
        Points on the -100..100 lean axis, with the 95 % interval over indicators.
    depth, depth_low, depth_high
        Machine-learning depth, 0-100, likewise.
    core
        Whether it is one of the four roles over which the evidence is standardised.
    sources
        The names of the sources of its evidence.
    """

    id: str
    name: str
    description: str
    core: bool
    profile: Mapping[str, float]
    lean: float
    low: float
    high: float
    depth: float
    depth_low: float
    depth_high: float
    sources: tuple[str, ...]


@cache
def roles() -> tuple[Role, ...]:
    """Return the seven roles, the four core roles first.

    Raises `DataError` where a role cannot be placed for want of counts.

    >>> [role.id for role in roles() if role.lean < -20 and role.core]
    ['data_analyst', 'data_scientist']
    """
    habits, evidence = load_habits(), load_table("role_evidence")
    return tuple(
        _role(row, habits, [e["source"] for e in evidence if e["role"] == row["id"]])
        for row in load_table("roles")
    )


def _role(row: Mapping[str, object], habits: Sequence[Habit], sources: Sequence[str]) -> Role:
    instrument = load_instrument()
    poles = {pole: instrument.facets_of(pole) for pole in instrument.poles}
    signs = [(habit.facet, habit.z[str(row["id"])]) for habit in habits if row["id"] in habit.z]
    profile = _profile(signs)
    for pole, facets in poles.items():
        if not any(facet.id in profile for facet in facets):
            raise DataError(
                f"role_evidence.csv: role {row['id']!r} has no count for any facet of {pole}, so "
                "it has no place. Add rows with its counts for indicators of "
                f"{', '.join(facet.id for facet in facets)}, or take the role out of roles.csv."
            )
    score = {pole: pole_score(facets, profile).score for pole, facets in poles.items()}
    drawn = {pole: _draws(facets, signs) for pole, facets in poles.items()}
    leans = [e - a for a, e in zip(drawn["analytics"], drawn["engineering"], strict=True)]
    low, high = _interval(leans)
    depth_low, depth_high = _interval(drawn["machine_learning"])
    return Role(
        id=str(row["id"]),
        name=str(row["name"]),
        description=str(row["description"]),
        core=bool(row["core"]),
        profile=MappingProxyType(profile),
        lean=score["engineering"] - score["analytics"],
        low=low,
        high=high,
        depth=score["machine_learning"],
        depth_low=depth_low,
        depth_high=depth_high,
        sources=tuple(sorted(set(sources))),
    )


def _profile(signs: Sequence[Sign]) -> dict[str, float]:
    """Return facet id -> 0-100 from the habits of each facet."""
    by_facet: dict[str, list[float]] = {}
    for facet, z in signs:
        by_facet.setdefault(facet, []).append(z)
    return {facet: 100 / (1 + math.exp(-fmean(z))) for facet, z in by_facet.items()}


def _draws(facets: Sequence[Facet], signs: Sequence[Sign]) -> list[float]:
    """Return the pole's score in each draw of as many habits from the pole, with replacement."""
    names = {facet.id for facet in facets}
    own = [sign for sign in signs if sign[0] in names]
    chance = random.Random(SEED)
    return [
        pole_score(facets, _profile(chance.choices(own, k=len(own)))).score for _ in range(DRAWS)
    ]


def _interval(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = round(len(ordered) * (1 - INTERVAL) / 2)
    return ordered[cut], ordered[-1 - cut]
