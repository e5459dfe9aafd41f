"""Resemblance: whose profile has the shape of a person's profile.

A profile is the twelve facet scores, and two profiles are alike when they rise and fall together,
whatever their height: that is their Pearson correlation. With twelve facets at most, a correlation
is known only roughly, so each comes with its interval, and where even the best one may be nothing,
the honest answer is that there is no clear resemblance. It is never shown as a percentage.

Some titles are so alike that twelve facets cannot tell which of them a person resembles more. So
the family comes first (`rolekit.measure.families`), and then those of its titles that may be as
near as the nearest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean

from rolekit.base.intervals import fisher, same_correlation
from rolekit.base.sentences import listed
from rolekit.measure.families import Family, alike, families
from rolekit.measure.roles import Role, roles
from rolekit.record.answers import Answers
from rolekit.record.instrument import load_instrument

INTERVAL = 0.95
LEAST_FACETS = 4  # Fisher's interval needs more than three


@dataclass(frozen=True)
class Resemblance:
    """How a person's profile correlates with a role's.

    r, low, high
        Pearson correlation (-1..1) with its 95% interval.
    facets
        On how many facets the two were compared: those that the person answered and for which
        there is evidence on the role.
    note
        A sentence where that is not all of them, else "".
    """

    role: Role
    r: float
    low: float
    high: float
    facets: int
    note: str

    @property
    def is_clear(self) -> bool:
        """Whether there is a resemblance at all: the whole interval is above 0."""
        return self.low > 0


def resemblance(answers: Answers) -> list[Resemblance]:
    """Return the resemblance to every role, the highest correlation first.

    Empty for answers that have no shape: all the same, or on fewer than four facets. If the
    interval of the first includes 0, there is no clear resemblance.

    >>> found = resemblance(Answers.from_facets({"statistics": 90, "decisions": 80, "modelling": 60,
    ...     "architecture": 10, "reliability": 20, "pipelines": 30}))
    >>> found[0].role.name, found[0].facets
    ('Data scientist', 6)
    """
    found = (_resemblance(answers, role) for role in roles())
    return sorted((one for one in found if one), key=lambda one: -one.r)


@dataclass(frozen=True)
class FamilyResemblance:
    """How a person's profile correlates with those of a family.

    titles
        The resemblance to each of its titles, the highest correlation first.
    r, low, high
        The mean of their correlations (-1..1), with a 95% interval: a family of many titles has
        no more chances than one of few.
    """

    family: Family
    titles: tuple[Resemblance, ...]
    r: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether there is a resemblance at all: the whole interval is above 0."""
        return self.low > 0

    @property
    def nearest(self) -> tuple[Resemblance, ...]:
        """The first of its titles, and those that the data cannot tell from it."""
        best = self.titles[0]
        return tuple(
            one
            for one in self.titles
            if same_correlation(
                best.r, one.r, alike(best.role.id, one.role.id), best.facets, INTERVAL
            )
        )


def by_family(found: Sequence[Resemblance]) -> list[FamilyResemblance]:
    """Return what `resemblance` returned family by family, the highest correlation first.

    >>> every = by_family(resemblance(Answers.from_facets({"statistics": 10, "decisions": 20,
    ...     "architecture": 90, "reliability": 80, "pipelines": 30, "deep_learning": 70})))
    >>> every[0].family.name, [one.role.name for one in every[0].nearest]
    ('ML engineer family', ['AI engineer', 'ML engineer', 'MLOps engineer'])
    """
    grouped = []
    for family in families():
        ids = [role.id for role in family.roles]
        if titles := tuple(one for one in found if one.role.id in ids):
            mean, facets = fmean(one.r for one in titles), min(one.facets for one in titles)
            grouped.append(FamilyResemblance(family, titles, *fisher(mean, facets, INTERVAL)))
    return sorted(grouped, key=lambda one: -one.r)


def _resemblance(answers: Answers, role: Role) -> Resemblance | None:
    both = [facet for facet in answers.by_facet if facet in role.profile]
    if len(both) < LEAST_FACETS:
        return None
    try:
        r = correlation([answers.by_facet[f] for f in both], [role.profile[f] for f in both])
    except StatisticsError:  # all the same
        return None
    r, low, high = fisher(r, len(both), INTERVAL)
    return Resemblance(role, r, low, high, len(both), _note(answers, role))


def _note(answers: Answers, role: Role) -> str:
    missing = [
        facet.name.lower()
        for facet in load_instrument().facets
        if facet.id in answers.by_facet and facet.id not in role.profile
    ]
    if not missing:
        return ""
    return f"There's no evidence on {listed(missing)}, so only the rest is compared."
