"""A team: what its people would give their time to, what nobody would, and who would close the gap.

A team is a handful of people under names of its own choice, each with a response code or a profile
of facets. What is said of a team is said of all together: how many would *give* a kind of work, 60
or more out of 100, and the highest wish. A single person's value is shown only where the team has
agreed to that. Names and values stay in the memory of the person who composed the team, or in a
file of theirs: nothing here writes to a store.

Wishes are not skills, and none of this is for ranking candidates.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from statistics import fmean

from rolekit.errors import CodeError, TeamError, did_you_mean
from rolekit.measure.placement import Placement, place_or_none
from rolekit.record.answers import Answers
from rolekit.record.instrument import load_instrument
from rolekit.record.read_codes import read_code
from rolekit.record.response import Response
from rolekit.team.names import checked

GIVES = 60  # points from which a person counts as giving a kind of work
FEWEST = 3  # people below which the highest wish would be somebody's own

TOO_FEW = (
    "What a team gives is shown only for three people or more, or if everybody has agreed. With "
    "fewer, it would be clear whose wish it is."
)

Profile = Mapping[str, float]  # facet id -> 0-100


@dataclass(frozen=True)
class Member:
    """Somebody in a team. The answers do not show when a person is printed.

    id
        That of the response, by which the same person is known under another name; None where there
        was no response.
    """

    name: str
    answers: Answers = field(repr=False)
    id: int | None = field(default=None, repr=False, compare=False)

    @property
    def gives(self) -> frozenset[str]:
        """The facets to which this person would give 60 or more."""
        return frozenset(f for f, score in self.answers.by_facet.items() if score >= GIVES)


@dataclass(frozen=True)
class FacetCoverage:
    """What a team would give to one facet.

    givers
        How many people give it 60 or more.
    highest
        The highest wish, 0-100; None where it would be known whose it is, or nobody answered.
    names
        Who gives it, in alphabetical order; empty unless the team has agreed to show names.
    """

    facet: str
    pole: str
    givers: int
    highest: float | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class Balance:
    """How many people lean to which side, by their bands; `unplaced` answered too little."""

    analytics: int
    engineering: int
    between: int
    unplaced: int


@dataclass(frozen=True)
class Team:
    """A team. Make it with `compose`.

    people
        In alphabetical order.
    agreed
        Whether all of them have agreed that single values and names are shown.
    """

    people: tuple[Member, ...] = ()
    agreed: bool = False

    def joined_by(self, person: Member) -> "Team":
        """Return this team with one more person.

        Raises `TeamError` where the name is taken, or where the person is there under another name.
        """
        for one in self.people:
            if one.name == person.name:
                raise TeamError(
                    f"There are two people named {person.name!r}. Give one of them another name."
                )
            if one.id is not None and one.id == person.id:
                raise TeamError(
                    f"The code of {person.name!r} is the same as that of {one.name!r}. Each person "
                    "has a code of their own: ask for it, or leave one of the two names out."
                )
        everybody = sorted((*self.people, person), key=lambda one: one.name)
        return Team(tuple(everybody), self.agreed)

    def without(self, name: str) -> "Team":
        """Return this team without one of its people. Raises `TeamError` where nobody has the name.

        >>> compose({"Ada": {}, "Ben": {}}).without("Ada").people
        (Member(name='Ben'),)
        """
        self._person(name)
        return Team(tuple(one for one in self.people if one.name != name), self.agreed)

    def renamed(self, name: str, new: str) -> "Team":
        """Return this team with another name for one of its people.

        Raises `TeamError` where nobody has the name, or where the new one is taken or can be none.

        >>> compose({"Ada": {}, "Ben": {}}).renamed("Ada", "Zoe").people
        (Member(name='Ben'), Member(name='Zoe'))
        """
        return self.without(name).joined_by(replace(self._person(name), name=checked(new)))

    def _person(self, name: str) -> Member:
        names = {one.name: one for one in self.people}
        if name not in names:
            raise TeamError(f"There is nobody named {name!r}. {did_you_mean(name, names)}")
        return names[name]

    @cached_property
    def highest(self) -> Profile:
        """Facet id -> highest wish (0-100), 0 where nobody answered. For computing, not to show."""
        scores = [person.answers.by_facet for person in self.people]
        return {
            facet.id: max((one[facet.id] for one in scores if facet.id in one), default=0.0)
            for facet in load_instrument().facets
        }

    @property
    def shows_highest(self) -> bool:
        """Whether the highest wish, and so the gap, may be shown: not where it is known whose."""
        return self.agreed or not 0 < len(self.people) < FEWEST

    @property
    def coverage(self) -> tuple[FacetCoverage, ...]:
        """What the team would give to each facet, in table order."""
        found = []
        for facet in load_instrument().facets:
            names = tuple(one.name for one in self.people if facet.id in one.gives)
            answered = any(facet.id in one.answers.by_facet for one in self.people)
            highest = self.highest[facet.id] if self.shows_highest and answered else None
            found.append(
                FacetCoverage(
                    facet.id, facet.pole, len(names), highest, names if self.agreed else ()
                )
            )
        return tuple(found)

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The facets that nobody gives."""
        return tuple(one.facet for one in self.coverage if one.givers == 0)

    @property
    def single_points(self) -> tuple[str, ...]:
        """The facets that one person alone gives: they are gone when that person is."""
        return tuple(one.facet for one in self.coverage if one.givers == 1)

    @property
    def balance(self) -> Balance:
        """How many people lean to which side."""
        sides = [placement.side if placement else "" for placement in self.placements.values()]
        return Balance(
            analytics=sides.count("analytics"),
            engineering=sides.count("engineering"),
            between=sides.count("balanced") + sides.count("unclear"),
            unplaced=sides.count(""),
        )

    @cached_property
    def placements(self) -> Mapping[str, Placement | None]:
        """Name -> place on the map, None for too few answers. For a picture, if agreed."""
        return {person.name: place_or_none(person.answers) for person in self.people}

    @property
    def overlap(self) -> float | None:
        """How alike the people are, 0 to 1: of what two of them give, the share that both do.

        The mean over all pairs (Jaccard 1912) of people who give anything; None without a pair.
        """
        given = [person.gives for person in self.people if person.gives]
        shares = [len(a & b) / len(a | b) for a, b in combinations(given, 2)]
        return fmean(shares) if shares else None


def compose(people: Mapping[str, str | Response | Answers | Profile], agreed: bool = False) -> Team:
    """Compose a team from names, each with a response code, answers, or facet id -> 0-100.

    `agreed` says that all have agreed to show single values. Raises `TeamError` for a name that
    cannot be one, `CodeError` and `AnswerError` for what is beside it.

    >>> team = compose({"Ada": {"statistics": 80, "pipelines": 70}, "Ben": {"statistics": 60}})
    >>> team.single_points
    ('pipelines',)
    """
    if not isinstance(people, Mapping):
        raise TeamError(f"A team must have a name for each person (got a {type(people).__name__}).")
    team = Team(agreed=agreed)
    for name, given in people.items():
        team = team.joined_by(person(name, given))
    return team


def person(name: str, given: str | Response | Answers | Profile) -> Member:
    """Make a person from a name and a response, its code, answers, or facet id -> 0-100.

    >>> person(" Ada ", {"statistics": 80}).gives
    frozenset({'statistics'})
    """
    name = checked(name)
    if isinstance(given, str):
        try:
            given = read_code(given)
        except CodeError as problem:
            raise CodeError(f"{name}: {problem}") from None
    if isinstance(given, Response):
        return Member(name, given.answers, given.id)
    if isinstance(given, Answers):
        return Member(name, given)
    if not isinstance(given, Mapping):
        raise TeamError(
            f"{name!r} must have a response code, answers, or a value from 0 to 100 for each kind "
            f"of work (got a {type(given).__name__})."
        )
    return Member(name, Answers.from_facets({f: whole(score) for f, score in given.items()}))


def whole(score: float) -> int:
    """Return a score as a whole number; what is no number as it is, to be refused by name."""
    return round(score) if isinstance(score, float) and math.isfinite(score) else score  # type: ignore[return-value]
