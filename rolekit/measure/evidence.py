"""The evidence on the roles, made comparable.

`data/role_evidence.csv` counts how many respondents, or adverts, of a role show an indicator of a
facet. Shares of different indicators cannot be averaged as they are: most people use SQL, few use
Bayesian methods. So each share becomes log-odds, and each indicator is standardised, within its
source, over the four core roles. Indicators of one habit (R, RStudio and ggplot2 are all "works in
R") are averaged first, so the habit counts once.

Sources are of two kinds, surveys and adverts (`data/evidence_sources.csv`). What people say of
their work and what employers write count equally, however many habits were counted in either: what
a facet has is the mean of its mean over surveys and its mean over adverts, or the one that exists.
"""

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rolekit.base.tables import load_table
from rolekit.errors import DataError

Key = tuple[str, str, str]  # habit, facet and kind of source


@dataclass(frozen=True)
class Habit:
    """A sign of a facet: `z` maps role ids to standardised log-odds (0 is the core roles' mean).

    `kind` says what it was counted in: "surveys" or "adverts".
    """

    id: str
    facet: str
    z: Mapping[str, float]
    kind: str


def load_habits() -> tuple[Habit, ...]:
    """Return every habit for which there are counts, in the order of the indicators' table.

    Raises `DataError` where a table breaks a rule.

    >>> [(habit.id, habit.kind) for habit in load_habits() if habit.facet == "experimentation"]
    [('ad_experiment', 'adverts')]
    """
    return _habits(
        (key, {role: middle for role, (middle, _) in by_role.items()})
        for key, by_role in _log_odds()
    )


def drawn_habits(chance: random.Random) -> Iterator[tuple[Habit, ...]]:
    """Yield the habits without end, each time with every share drawn anew from its n.

    Of x out of n the log-odds are nearly normal, the wider the fewer were counted, with variance
    1 / (x + 0.5) + 1 / (n - x + 0.5) (Gart and Zweifel 1967).

    >>> drawn = next(drawn_habits(random.Random(1)))
    >>> [habit.id for habit in drawn] == [habit.id for habit in load_habits()]
    True
    """
    while True:
        yield _habits(
            (key, {role: chance.gauss(*shape) for role, shape in by_role.items()})
            for key, by_role in _log_odds()
        )


def combined(values: Iterable[tuple[str, float]]) -> float:
    """Return the mean over kinds of source of the mean within each; `values` are (kind, value).

    >>> combined([("surveys", 1.0), ("surveys", 2.0), ("adverts", 3.5)])
    2.5
    """
    by_kind: dict[str, list[float]] = {}
    for kind, value in values:
        by_kind.setdefault(kind, []).append(value)
    means = [sum(own) / len(own) for own in by_kind.values()]
    return sum(means) / len(means)


@cache
def _log_odds() -> tuple[tuple[Key, dict[str, tuple[float, float]]], ...]:
    """Return of each indicator of each source where it belongs, and its log-odds.

    As role id -> middle and standard error.
    """
    found: dict[tuple[str, str], dict[str, tuple[float, float]]] = {}
    for row in load_table("role_evidence"):
        # 0.5 on both sides keeps a share of 0 or 1 finite (Haldane 1956, Anscombe 1956).
        yes, no = row["count"] + 0.5, row["n"] - row["count"] + 0.5
        by_role = found.setdefault((row["source"], row["indicator"]), {})
        by_role[row["role"]] = (math.log(yes / no), math.sqrt(1 / yes + 1 / no))
    for (source, indicator), by_role in found.items():
        if missing := [role for role in _core() if role not in by_role]:
            raise DataError(
                f"role_evidence.csv: indicator {indicator!r} of {source!r} has no count for "
                f"{', '.join(missing)}, but is standardised over all core roles. Add it."
            )
    return tuple(
        (
            (indicator["habit"], indicator["facet"], source["kind"]),
            found[source["id"], indicator["id"]],
        )
        for indicator in load_table("indicators")
        for source in load_table("evidence_sources")
        if (source["id"], indicator["id"]) in found
    )


@cache
def _core() -> tuple[str, ...]:
    return tuple(row["id"] for row in load_table("roles") if row["core"])


def _habits(indicators: Iterable[tuple[Key, Mapping[str, float]]]) -> tuple[Habit, ...]:
    """Standardise each indicator within its source, and average those of one habit."""
    gathered: dict[Key, list[dict[str, float]]] = {}
    core = _core()
    for key, by_role in indicators:
        reference = [by_role[role] for role in core]
        middle = sum(reference) / len(core)
        spread = math.sqrt(sum([(x - middle) ** 2 for x in reference]) / len(core))
        z = {role: (value - middle) / spread for role, value in by_role.items()}
        gathered.setdefault(key, []).append(z)
    return tuple(
        Habit(id, facet, several[0] if len(several) == 1 else _mean(several), kind)
        for (id, facet, kind), several in gathered.items()
    )


def _mean(several: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean for each role; it may have some of the indicators only."""
    own = {role: [z[role] for z in several if role in z] for z in several for role in z}
    return {role: sum(values) / len(values) for role, values in own.items()}
