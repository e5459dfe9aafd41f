"""The roles: ten job titles as landmarks, placed by what was counted of people and of adverts.

The position of a landmark is computed, when it is asked for, from counts: how many respondents of
two surveys, or how many job adverts, show an *indicator* of a facet ("uses SQL regularly", "advert
mentions pipelines"). `rolekit.measure.evidence` makes the counts comparable; a facet score of a
role is 100 / (1 + exp(-z)), with z the mean of what surveys and adverts show of the facet, and lean
and depth follow by the same formulas as a person's.

The surveys are of 2020 and 2021, the adverts of 2022 to 2026. Four titles have both, three have
surveys alone, and three have adverts alone: of these it is known what employers ask for, and not
what people do. How far a landmark might move is shown by its interval, 95% of 400 draws in which
every share is drawn anew from its n, and as many habits, with replacement, from those of the same
pole and the same kind of source (a bootstrap in two stages: Davison and Hinkley 1997, section 3.8).
On either side the intervals overlap so much that no order is claimed among the roles there.
"""

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from types import MappingProxyType

from rolekit.base.sentences import ASKED_FOR
from rolekit.base.tables import load_table
from rolekit.errors import DataError
from rolekit.measure.evidence import Habit, combined, drawn_habits, load_habits
from rolekit.measure.placement import pole_score
from rolekit.record.instrument import load_instrument

DRAWS = 400
INTERVAL = 0.95
SEED = 2021  # any number; fixed so that a landmark stands still

Signs = list[tuple[str, str, float]]  # facet id, kind of source, z of one habit


@dataclass(frozen=True)
class Role:
    """A landmark.

    profile
        Facet id -> 0-100, for the facets for which there is evidence.
    lean, depth
        Points on the -100..100 lean axis, and machine-learning depth, 0-100. Their 95% intervals
        over habits and counts are drawn when one is first asked for.
    core, pair
        Whether it is one of the four roles over which the evidence is standardised, and one of the
        two that are set against each other throughout.
    sources
        The names of the sources of its evidence.
    counted
        Kind of source, "surveys" or "adverts" -> how many respondents or adverts it rests on.
    """

    id: str
    name: str
    description: str
    core: bool
    pair: bool
    profile: Mapping[str, float]
    lean: float
    depth: float
    sources: tuple[str, ...]
    counted: Mapping[str, int]

    @property
    def low(self) -> float:
        """The lower end of the interval of lean, in points."""
        return _intervals()[self.id][0]

    @property
    def high(self) -> float:
        """The upper end of it."""
        return _intervals()[self.id][1]

    @property
    def depth_low(self) -> float:
        """The lower end of the interval of depth, 0-100."""
        return _intervals()[self.id][2]

    @property
    def depth_high(self) -> float:
        """The upper end of it."""
        return _intervals()[self.id][3]

    @property
    def adverts_only(self) -> bool:
        """Whether only adverts were counted: then it is what employers ask for, and no more."""
        return set(self.counted) == {"adverts"}

    @property
    def rests_on(self) -> str:
        """What was counted, in words.

        >>> next(role for role in roles() if role.core).rests_on
        '3,352 people and 4,734 adverts'
        """
        what = {"surveys": "people", "adverts": "adverts"}
        told = [f"{self.counted[k]:,} {word}" for k, word in what.items() if k in self.counted]
        return " and ".join(told)

    @property
    def said(self) -> str:
        """The name as sentences have it, which say so where it rests on adverts alone.

        >>> roles()[0].said, next(role for role in roles() if role.adverts_only).said
        ('Data analyst', 'AI engineer (what employers ask for)')
        """
        return f"{self.name} ({ASKED_FOR})" if self.adverts_only else self.name


@cache
def roles() -> tuple[Role, ...]:
    """Return the ten roles, the four core roles first.

    Raises `DataError` if a role has too few counts to be placed.

    >>> [role.id for role in roles() if role.lean < -20 and role.core]
    ['data_analyst', 'data_scientist']
    """
    rows, habits = load_table("roles"), load_habits()
    signs = {str(row["id"]): _signs(habits, str(row["id"])) for row in rows}
    for id, own in signs.items():
        _check(id, own)
    counted: dict[str, dict[str, int]] = {id: {} for id in signs}
    for e in load_table("role_evidence"):
        counted[e["role"]][e["source"]] = e["n"]
    return tuple(_role(row, signs[str(row["id"])], counted[str(row["id"])]) for row in rows)


def by_kind(role: str) -> dict[str, tuple[float, float]]:
    """Return kind of source -> lean and depth of a role by the counts of that kind alone.

    >>> list(by_kind("data_scientist")), list(by_kind("ai_engineer"))
    (['adverts', 'surveys'], ['adverts'])
    """
    signs = _signs(load_habits(), role)
    return {
        kind: _place(_profile([sign for sign in signs if sign[1] == kind]))
        for kind in sorted({kind for _, kind, _ in signs})
    }


def _role(row: Mapping[str, object], signs: Signs, counted: Mapping[str, int]) -> Role:
    profile = _profile(signs)
    lean, depth = _place(profile)
    kinds = {source["id"]: source["kind"] for source in load_table("evidence_sources")}
    return Role(
        id=str(row["id"]),
        name=str(row["name"]),
        description=str(row["description"]),
        core=bool(row["core"]),
        pair=bool(row["pair"]),
        profile=MappingProxyType(profile),
        lean=lean,
        depth=depth,
        sources=tuple(sorted(counted)),
        counted=MappingProxyType({kinds[source]: n for source, n in counted.items()}),
    )


def _signs(habits: Sequence[Habit], role: str) -> Signs:
    return [(habit.facet, habit.kind, habit.z[role]) for habit in habits if role in habit.z]


def _check(role: str, signs: Signs) -> None:
    instrument = load_instrument()
    for pole in instrument.poles:
        facets = [facet.id for facet in instrument.facets_of(pole)]
        if not any(facet in facets for facet, _, _ in signs):
            raise DataError(
                f"role_evidence.csv: role {role!r} has no count for any facet of {pole}, so it has "
                f"no position. Add rows with its counts for indicators of {', '.join(facets)}, or "
                "take the role out of roles.csv."
            )


def _profile(signs: Signs) -> dict[str, float]:
    """Return facet id -> 0-100 from the habits of each facet."""
    by_facet: dict[str, list[tuple[str, float]]] = {}
    for facet, kind, z in signs:
        by_facet.setdefault(facet, []).append((kind, z))
    return {facet: 100 / (1 + math.exp(-combined(own))) for facet, own in by_facet.items()}


def _place(profile: Mapping[str, float]) -> tuple[float, float]:
    """Return lean and depth."""
    instrument = load_instrument()
    score = {
        pole: pole_score(instrument.facets_of(pole), profile).score for pole in instrument.poles
    }
    return score["engineering"] - score["analytics"], score["machine_learning"]


@cache
def _intervals() -> dict[str, tuple[float, float, float, float]]:
    """Return role id -> the ends of the intervals of lean and of depth."""
    drawn = _draws(role.id for role in roles())
    return {
        id: (*_interval([lean for lean, _ in places]), *_interval([depth for _, depth in places]))
        for id, places in drawn.items()
    }


def _draws(ids: Iterable[str]) -> dict[str, list[tuple[float, float]]]:
    """Return role id -> lean and depth in each draw of shares and of habits."""
    chance = random.Random(SEED)
    cells = {id: _cells(id) for id in ids}
    drawn: dict[str, list[tuple[float, float]]] = {id: [] for id in cells}
    for habits in islice(drawn_habits(chance), DRAWS):
        for id, places in drawn.items():
            again = (habits[i] for own in cells[id] for i in chance.choices(own, k=len(own)))
            places.append(_place(_profile([(one.facet, one.kind, one.z[id]) for one in again])))
    return drawn


def _cells(role: str) -> list[list[int]]:
    """Return the numbers of the habits of a role, those of one pole and kind of source together."""
    pole = {facet.id: facet.pole for facet in load_instrument().facets}
    cells: dict[tuple[str, str], list[int]] = {}
    for i, habit in enumerate(load_habits()):
        if role in habit.z:
            cells.setdefault((pole[habit.facet], habit.kind), []).append(i)
    return list(cells.values())


def _interval(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = round(len(ordered) * (1 - INTERVAL) / 2)
    return ordered[cut], ordered[-1 - cut]
