"""A team: what its people would give their time to, what nobody would, and who would close the gap.

A team is a handful of people under names of its own choice, each with a response code or a profile
of facets. What is said of a team is said of all together: how many would *give* a kind of work, 60
or more of 100, and the highest wish. A single person's value is shown only where the team has
agreed to that. Names and values stay in the memory of whoever composed the team, or in a file of
theirs: nothing here writes to a store.

Wishes are not skills, and none of this is for ranking candidates.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from statistics import fmean

from rolekit.base.spreadsheet import Cell, is_formula, spreadsheet_csv
from rolekit.errors import CodeError, NotEnoughAnswers, TeamError
from rolekit.measure.placement import Placement, place
from rolekit.record.answers import Answers
from rolekit.record.instrument import load_instrument

GIVES = 60  # points from which a person counts as giving a kind of work
FEWEST = 3  # people below which the highest wish would be somebody's own
LONGEST_NAME = 40  # characters

TOO_FEW = (
    "What a team gives is shown from three people on, or where all have agreed: of fewer it would "
    "be known whose wish it is."
)

Profile = Mapping[str, float]  # facet id -> 0-100


@dataclass(frozen=True)
class Member:
    """Somebody in a team. The answers do not show when a person is printed."""

    name: str
    answers: Answers = field(repr=False)

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

    def joined_by(self, person: Member) -> Team:
        """Return this team with one more person.

        Raises `TeamError` where the name is taken.
        """
        if person.name in {one.name for one in self.people}:
            raise TeamError(f"There are two people named {person.name!r}. Give one another name.")
        everybody = sorted((*self.people, person), key=lambda one: one.name)
        return Team(tuple(everybody), self.agreed)

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
        return {person.name: _place(person.answers) for person in self.people}

    @property
    def overlap(self) -> float | None:
        """How alike the people are, 0 to 1: of what two of them give, the share that both do.

        The mean over all pairs (Jaccard 1912) of people who give anything; None without a pair.
        """
        given = [person.gives for person in self.people if person.gives]
        shares = [len(a & b) / len(a | b) for a, b in combinations(given, 2)]
        return fmean(shares) if shares else None


def compose(people: Mapping[str, str | Answers | Profile], agreed: bool = False) -> Team:
    """Compose a team from names, each with a response code, answers, or facet id -> 0-100.

    `agreed` says that all have agreed to show single values. Raises `TeamError` for a name that
    cannot be one, `CodeError` and `AnswerError` for what stands beside it.

    >>> team = compose({"Ada": {"statistics": 80, "pipelines": 70}, "Ben": {"statistics": 60}})
    >>> team.single_points
    ('pipelines',)
    """
    team = Team(agreed=agreed)
    for name, given in people.items():
        team = team.joined_by(person(name, given))
    return team


def person(name: str, given: str | Answers | Profile) -> Member:
    """Make a person from a name and a response code, answers, or facet id -> 0-100.

    >>> person(" Ada ", {"statistics": 80}).gives
    frozenset({'statistics'})
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or is_formula(name):
        raise TeamError(
            f"A name must have 1 to {LONGEST_NAME} characters and begin with none of = + - @ "
            f"(got {name[: LONGEST_NAME + 1]!r})."
        )
    if isinstance(given, Answers):
        return Member(name, given)
    if isinstance(given, str):
        try:
            return Member(name, Answers.from_code(given))
        except CodeError as problem:
            raise CodeError(f"{name}: {problem}") from None
    return Member(name, Answers.from_facets({f: _whole(score) for f, score in given.items()}))


def to_csv(team: Team) -> str:
    """Write a team as CSV, a row a person, a column a facet: a file for its owner alone.

    >>> from_csv(to_csv(compose({"Ada": {"statistics": 80}}))).people[0].answers.by_facet
    {'statistics': 80.0}
    """
    known = [facet.id for facet in load_instrument().facets]
    rows: list[list[Cell]] = [["name", *known]]
    for one in team.people:
        scores = one.answers.by_facet
        rows.append([one.name, *(_whole(scores[f]) if f in scores else None for f in known)])
    return spreadsheet_csv(rows)


def from_csv(text: str, agreed: bool = False) -> Team:
    """Read a team that `to_csv` wrote. Raises `TeamError` with the row that cannot be read."""
    known = [facet.id for facet in load_instrument().facets]
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    if not rows or rows[0] != ["name", *known]:
        raise TeamError(f"The first row must be name, {', '.join(known)}.")
    team = Team(agreed=agreed)
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(known) + 1:
            raise TeamError(f"Row {number} must have {len(known) + 1} cells (got {len(row)}).")
        try:
            scores = {f: int(cell) for f, cell in zip(known, row[1:], strict=True) if cell}
            team = team.joined_by(person(row[0], scores))
        except ValueError as problem:
            raise TeamError(f"Row {number}: {problem}") from None
    return team


def _place(answers: Answers) -> Placement | None:
    try:
        return place(answers)
    except NotEnoughAnswers:
        return None


def _whole(score: float) -> int:
    """Round to a whole number, and leave what is no number to be refused by name."""
    return round(score) if isinstance(score, float) and math.isfinite(score) else score  # type: ignore[return-value]
