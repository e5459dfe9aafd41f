"""A plan: up to five gaps, one after the other, with weeks and hours a week.

A plan knows its target and how its owner rates themselves, so all else follows: which tasks
belong to a step, when it begins and ends, and what has to be shown. It holds no name and none of
the answers about wishes. A change gives a new plan; the `id` stays, so a calendar knows its
entries again.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from rolekit.errors import PlanError, check_known
from rolekit.path.framework import Target, Task, load_levels, load_skills
from rolekit.path.gaps import check_ratings, check_whole
from rolekit.record.codes import ID_BITS, new_id

MOST_STEPS = 5
MOST_WEEKS = 26  # weeks a step: half a year is as far as a plan can see
MOST_HOURS = 20  # hours a week
HOURS = 3  # hours a week that a step starts with
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Step:
    """A skill to practise for some weeks, 1 to 26, with some hours a week, 1 to 20."""

    skill: str
    weeks: int
    hours: int

    def __post_init__(self) -> None:
        check_known("skill", self.skill, load_skills(), PlanError)
        check_whole(f"The weeks for {self.skill!r}", self.weeks, MOST_WEEKS)
        check_whole(f"The hours a week for {self.skill!r}", self.hours, MOST_HOURS)


@dataclass(frozen=True)
class Scheduled:
    """A step with its days (the last included), its levels, 0 to 4, and its tasks."""

    step: Step
    first: date
    last: date
    today: int
    needed: int

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What to do."""
        return practice(self.step.skill, self.today, self.needed)

    @property
    def levels(self) -> str:
        """The way that it goes, in words.

        >>> Scheduled(Step("Testing", 2, 3), date(2027, 1, 4), date(2027, 1, 17), 1, 3).levels
        'from awareness to practitioner'
        """
        names = [level.name for level in load_levels()]
        return f"from {names[self.today]} to {names[self.needed]}"

    @property
    def preface(self) -> str:
        """What to know before the tasks, where none leads just there; else nothing."""
        if self.needed == 1:
            return "Begin with this task, and go as far as it takes to explain it:"
        return "Help somebody else through this task:" if self.today == 3 else ""

    @property
    def signs(self) -> tuple[str, ...]:
        """How to tell that the needed level is reached, where no task of the skill says so."""
        told = max(task.reaches for task in self.tasks) == self.needed
        return () if told else (load_levels()[self.needed].sign,)


@dataclass(frozen=True)
class Plan:
    """What to practise for a target, in order, from a day on.

    ratings
        Skill -> level, 0 to 4, as the owner rates themselves today.
    steps
        One to five, each for a skill that the target needs more of than the owner has.
    id
        A whole number below 2^40, random unless given. It says nothing about the owner.

    Raises `PlanError` for anything else.
    """

    target: Target
    ratings: Mapping[str, int]
    start: date
    steps: tuple[Step, ...]
    id: int = field(default_factory=new_id)

    def __post_init__(self) -> None:
        check_ratings(self.ratings)
        check_whole("The id of a plan", self.id, 2**ID_BITS - 1, least=0)
        if not FIRST_DAY <= self.start <= LAST_DAY:
            raise PlanError(
                f"A plan must start between {FIRST_DAY.year} and {LAST_DAY.year} "
                f"(got {self.start.isoformat()})."
            )
        if not 1 <= len(self.steps) <= MOST_STEPS:
            raise PlanError(f"A plan must have 1 to {MOST_STEPS} steps (got {len(self.steps)}).")
        skills = [step.skill for step in self.steps]
        for skill in skills:
            if skills.count(skill) > 1:
                raise PlanError(f"A plan may have each skill only once (got {skill!r} twice).")
            if skill not in self.target.needs:
                raise PlanError(f"{self.target.grade} does not need {skill!r}.")
            if self.ratings.get(skill, 4) >= self.target.needs[skill]:
                raise PlanError(
                    f"{skill!r} must be rated below the level that {self.target.grade} needs."
                )

    @property
    def schedule(self) -> tuple[Scheduled, ...]:
        """The steps with their days, one after the other."""
        weeks = accumulate((step.weeks for step in self.steps), initial=0)
        return tuple(
            Scheduled(
                step,
                self.start + timedelta(weeks=before),
                self.start + timedelta(weeks=before + step.weeks, days=-1),
                self.ratings[step.skill],
                self.target.needs[step.skill],
            )
            for step, before in zip(self.steps, weeks, strict=False)
        )

    @property
    def weeks(self) -> int:
        """The weeks in total."""
        return sum(step.weeks for step in self.steps)

    @property
    def hours(self) -> int:
        """The hours in total."""
        return sum(step.weeks * step.hours for step in self.steps)


def practice(skill: str, today: int, needed: int) -> tuple[Task, ...]:
    """Return the tasks on the way from one level to another, 0 to 4.

    There are tasks up to working and up to practitioner. On the way to awareness the first is
    begun, and on the way from practitioner to expert somebody else is helped through the second.

    >>> [task.reaches for task in practice("Testing", today=1, needed=4)]
    [2, 3]
    """
    tasks = load_skills()[skill].tasks
    between = tuple(task for task in tasks if today < task.reaches <= needed)
    return between or (tasks[:1] if needed == 1 else tasks[1:])


def suggest(skill: str, today: int, needed: int) -> Step:
    """Return a step that leaves as many weeks as the tasks take, by our estimate.

    >>> suggest("Testing", today=1, needed=2)  # 5 hours, 3 a week
    Step(skill='Testing', weeks=2, hours=3)
    """
    return Step(skill, math.ceil(task_hours(practice(skill, today, needed)) / HOURS), HOURS)


def task_hours(tasks: Iterable[Task]) -> int:
    """Return how many hours tasks take, by our estimate."""
    return sum(task.hours for task in tasks)


def next_monday(day: date) -> date:
    """Return the first Monday after a day.

    >>> next_monday(date(2027, 1, 4))  # a Monday
    datetime.date(2027, 1, 11)
    """
    return day + timedelta(days=7 - day.weekday())
