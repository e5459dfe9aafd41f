"""What a team lacks of what is wanted, and which vacancies would close most of it.

The *gap* to a target is, for each facet, how far the highest wish falls short of what is wanted:
one person who loves a kind of work is enough. So a further person never widens it. Which vacancies
close most of it is found step by step, each time the one with the largest gain; for gains that
shrink as the team grows, as these do, that comes to at least 63% of the best choice (Nemhauser,
Wolsey and Fisher 1978).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from rolekit.adverts.reading import AdvertReading
from rolekit.errors import TeamError, check_known
from rolekit.measure.roles import Role, roles
from rolekit.record.instrument import load_instrument
from rolekit.team.team import Profile, Team


@dataclass(frozen=True)
class Shortfall:
    """How far a team falls short of a target.

    short
        Facet id -> points (0-100) by which the highest wish is below the target.
    total
        Their sum.
    """

    short: Mapping[str, float]

    @property
    def total(self) -> float:
        """The sum over the facets, in points."""
        return math.fsum(self.short.values())


@dataclass(frozen=True)
class Hire:
    """One hire: the vacancy filled, the points of the gap that it closes, and the gap it leaves."""

    vacancy: str
    gain: float
    gap: Shortfall


def target_of(wanted: Role | AdvertReading | Profile) -> dict[str, float]:
    """Return what is wanted as facet id -> 0-100, from a role, an advert, or values of one's own.

    Facets for which there is no evidence, or no value, are not wanted. Raises `TeamError` for an
    unknown facet or a value off the scale.

    >>> target_of({"reliability": 70})
    {'reliability': 70.0}
    """
    profile = wanted.profile if isinstance(wanted, Role | AdvertReading) else wanted
    known = [facet.id for facet in load_instrument().facets]
    for facet, value in profile.items():
        check_known("facet", facet, known, TeamError)
        if not 0 <= value <= 100:
            raise TeamError(f"The target for {facet!r} must be from 0 to 100 (got {value!r}).")
    return {facet: float(profile[facet]) for facet in known if facet in profile}


def mix(shares: Mapping[str, float]) -> dict[str, float]:
    """Return the target of a mix of roles: role id -> share, of any sum.

    For each facet, the weighted mean over the roles for which there is evidence. Raises
    `TeamError` for an unknown role, a negative share, or shares that are all 0.

    >>> mixed = mix({"data_scientist": 1, "ml_engineer": 1})
    >>> [round(target["statistics"]) for target in (mixed, mix({"data_scientist": 1}))]
    [60, 80]
    """
    by_id = {role.id: role for role in roles()}
    for id, share in shares.items():
        check_known("role", id, by_id, TeamError)
        if not 0 <= share < math.inf:
            raise TeamError(f"The share of {id!r} must be 0 or more (got {share!r}).")
    if not any(shares.values()):
        raise TeamError("A mix needs a role with a share above 0.")
    mixed = {}
    for facet in load_instrument().facets:
        parts = [
            (by_id[id].profile[facet.id], share)
            for id, share in shares.items()
            if share and facet.id in by_id[id].profile
        ]
        if parts:
            mixed[facet.id] = fmean((x for x, _ in parts), weights=[share for _, share in parts])
    return mixed


def gap(team: Team, target: Profile) -> Shortfall:
    """Return how far a team falls short of a target.

    >>> from rolekit.team.team import compose
    >>> gap(compose({"Ada": {"statistics": 80}}), {"statistics": 60, "pipelines": 70}).total
    70.0
    """
    return _gap(team.highest, target_of(target))


def alone(
    team: Team, target: Profile, vacancies: Mapping[str, Role | AdvertReading | Profile]
) -> tuple[Hire, ...]:
    """Return what each vacancy would close by itself, the one that closes most first.

    >>> vacancies = {"analyst": {"statistics": 80}, "clone": {}, "builder": {"pipelines": 65}}
    >>> each = alone(Team(), {"statistics": 60, "pipelines": 70}, vacancies)
    >>> [(hire.vacancy, hire.gain) for hire in each]
    [('builder', 65.0), ('analyst', 60.0), ('clone', 0.0)]
    """
    wanted = target_of(target)
    profiles = {name: target_of(vacancy) for name, vacancy in vacancies.items()}
    return _by_gain(team.highest, wanted, profiles)


def closing(
    team: Team,
    target: Profile,
    vacancies: Mapping[str, Role | AdvertReading | Profile],
    hires: int = 3,
) -> tuple[Hire, ...]:
    """Return which vacancies close most of the gap, step by step, each filled at most once.

    A hire counts as giving what the vacancy describes. Stops after `hires` steps, or where no
    vacancy would close anything; of equal gains the first in the alphabet is taken.

    >>> steps = closing(Team(), {"statistics": 60, "pipelines": 70},
    ...     {"analyst": {"statistics": 80}, "builder": {"pipelines": 65}})
    >>> [(step.vacancy, step.gain, step.gap.total) for step in steps]
    [('builder', 65.0, 65.0), ('analyst', 60.0, 5.0)]
    """
    highest, wanted = dict(team.highest), target_of(target)
    left = {name: target_of(vacancy) for name, vacancy in vacancies.items()}
    steps: list[Hire] = []
    while left and len(steps) < hires:
        best = _by_gain(highest, wanted, left)[0]
        if best.gain <= 1e-9:
            break
        highest = _raised(highest, left.pop(best.vacancy))
        steps.append(best)
    return tuple(steps)


def _by_gain(
    highest: Profile, wanted: Profile, profiles: Mapping[str, Profile]
) -> tuple[Hire, ...]:
    """Return what each profile would close, most first, and then by the alphabet."""
    before = _gap(highest, wanted).total
    after = {name: _gap(_raised(highest, one), wanted) for name, one in sorted(profiles.items())}
    each = (Hire(name, before - gap.total, gap) for name, gap in after.items())
    return tuple(sorted(each, key=lambda hire: -hire.gain))


def _gap(highest: Profile, target: Profile) -> Shortfall:
    return Shortfall({facet: max(0.0, wanted - highest[facet]) for facet, wanted in target.items()})


def _raised(highest: Profile, profile: Profile) -> dict[str, float]:
    return {facet: max(score, profile.get(facet, 0.0)) for facet, score in highest.items()}
