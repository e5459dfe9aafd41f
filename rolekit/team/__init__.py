"""A team, what it gives and lacks, and who would close the gap: one half of notebook 07."""

from rolekit.team.hires import Hire, Shortfall, alone, closing, gap, mix, target_of
from rolekit.team.kept import from_csv, to_csv
from rolekit.team.pasted import PeopleRead, read_people
from rolekit.team.team import (
    Balance,
    FacetCoverage,
    Member,
    Team,
    compose,
    person,
)

__all__ = [
    "Balance",
    "FacetCoverage",
    "Hire",
    "Member",
    "PeopleRead",
    "Shortfall",
    "Team",
    "alone",
    "closing",
    "compose",
    "from_csv",
    "gap",
    "mix",
    "person",
    "read_people",
    "target_of",
    "to_csv",
]
