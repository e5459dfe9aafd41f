"""Families: titles whose profiles are so alike that the evidence hardly tells them apart.

Two profiles are alike as their Pearson correlation over the facets that both have. Titles join a
family one pair of groups at a time, the likest pair first, and a group is only as like another as
its *least* like members are (complete linkage: Sørensen 1948): so every two titles of a family
correlate above 0.85. Most titles are a family of their own.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from statistics import correlation

from rolekit.measure.roles import Role, roles

ALIKE = 0.85  # a correlation of profiles: above it two titles share seven tenths of their variance


@dataclass(frozen=True)
class Family:
    """Titles that are alike, in the order of the roles' table."""

    roles: tuple[Role, ...]

    @property
    def name(self) -> str:
        """The title, if there is one; else the family of the first of them."""
        first = self.roles[0].name
        return first if len(self.roles) == 1 else f"{first} family"

    @property
    def said(self) -> str:
        """The name as a sentence goes on with it.

        >>> [family.said for family in families()][1:3]
        ['the data scientist', 'the ML engineer family']
        """
        if len(self.roles) > 1:
            return f"the {self.name}"
        said = self.roles[0].said
        return f"the {said if said[:2].isupper() else said[0].lower() + said[1:]}"


@cache
def families() -> tuple[Family, ...]:
    """Return every family, in the order of its first title in the roles' table.

    >>> [family.name for family in families()][:3]
    ['Data analyst', 'Data scientist', 'ML engineer family']
    """
    by_id = {role.id: role for role in roles()}
    groups: list[tuple[str, ...]] = [(id,) for id in by_id]
    while True:
        likeness = {
            (one, other): min(alike(a, b) for a, b in product(one, other))
            for one, other in combinations(groups, 2)
        }
        pair = max(likeness, key=lambda pair: likeness[pair])
        if likeness[pair] <= ALIKE:
            return tuple(Family(tuple(by_id[id] for id in group)) for group in groups)
        joined = tuple(id for id in by_id if id in (*pair[0], *pair[1]))
        groups = [joined if group == pair[0] else group for group in groups if group != pair[1]]


@cache
def alike(one: str, other: str) -> float:
    """Return the correlation (-1..1) of the profiles of two roles, by their ids.

    >>> alike("data_scientist", "data_scientist")
    1.0
    """
    by_id = {role.id: role.profile for role in roles()}
    first, second = by_id[one], by_id[other]
    both = [facet for facet in first if facet in second]
    return correlation([first[f] for f in both], [second[f] for f in both])


def family_of(role: str) -> Family:
    """Return the family of a role, by its id.

    >>> [one.name for one in family_of("ml_engineer").roles]
    ['ML engineer', 'AI engineer', 'MLOps engineer']
    """
    return next(one for one in families() if role in [member.id for member in one.roles])
