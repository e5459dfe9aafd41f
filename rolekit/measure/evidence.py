"""The evidence on the roles, made comparable.

`data/role_evidence.csv` counts how many respondents, or adverts, of a role show an indicator of a
facet. Shares of different indicators cannot be averaged as they are: most people use SQL, few use
Bayesian methods. So each share becomes log-odds, and each indicator is standardised over the four
core roles. Indicators of one habit (R, RStudio and ggplot2 are all "works in R") are averaged
first, so that the habit counts once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean, pstdev

from rolekit.base.tables import load_table
from rolekit.errors import DataError


@dataclass(frozen=True)
class Habit:
    """A sign of a facet: `z` maps role ids to standardised log-odds (0 is the core roles' mean)."""

    id: str
    facet: str
    z: Mapping[str, float]


def load_habits(source: str | None = None) -> tuple[Habit, ...]:
    """Return every habit for which there are counts, in the order of the indicators' table.

    `source` is the name of one source, to leave the other out. Raises `DataError` where a table
    breaks a rule.

    >>> [habit.id for habit in load_habits() if habit.facet == "experimentation"]
    ['ad_experiment']
    """
    log_odds: dict[str, dict[str, float]] = {}
    for row in load_table("role_evidence"):
        if source in (None, row["source"]):
            # 0.5 on both sides keeps a share of 0 or 1 finite (Haldane 1956, Anscombe 1956).
            odds = (row["count"] + 0.5) / (row["n"] - row["count"] + 0.5)
            log_odds.setdefault(row["indicator"], {})[row["role"]] = math.log(odds)
    core = [row["id"] for row in load_table("roles") if row["core"]]
    gathered: dict[tuple[str, str], list[dict[str, float]]] = {}
    for indicator in load_table("indicators"):
        if by_role := log_odds.get(indicator["id"]):
            if missing := [role for role in core if role not in by_role]:
                raise DataError(
                    f"role_evidence.csv: indicator {indicator['id']!r} has no count for "
                    f"{', '.join(missing)}, but is standardised over all core roles. Add it."
                )
            reference = [by_role[role] for role in core]
            middle, spread = fmean(reference), pstdev(reference)
            z = {role: (value - middle) / spread for role, value in by_role.items()}
            gathered.setdefault((indicator["habit"], indicator["facet"]), []).append(z)
    return tuple(
        Habit(
            id,
            facet,
            # A role may have counts for some indicators of a habit only.
            {
                role: fmean(z[role] for z in several if role in z)
                for role in dict.fromkeys(role for z in several for role in z)
            },
        )
        for (id, facet), several in gathered.items()
    )
