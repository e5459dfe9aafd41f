"""The framework: which skills a job asks for, and how much of each.

The UK Government Digital and Data Profession Capability Framework says, for every *grade* of a
*role*, which level it needs in which skill: awareness, working, practitioner or expert. A level
counts the steps above none, 1 to 4. A role with its grade is a *target* here. A grade is no height
to climb: people move sideways and back, and the tables treat all directions alike.

Names of skills are the framework's. What a skill means, the kinds of work it belongs to, which
skills are akin, and how to practise it are ours (`data/skills.csv`, `data/skill_facets.csv`,
`data/practice.csv`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from types import MappingProxyType

from rolekit.base.tables import load_table
from rolekit.errors import DataError, PlanError, did_you_mean


@dataclass(frozen=True)
class Level:
    """A level of skill, 0 to 4, in the words of the one who has it."""

    level: int
    name: str
    short: str
    anchor: str
    sign: str


@dataclass(frozen=True)
class Task:
    """Something to do by which a skill grows. `reaches` is a level, `hours` an estimate."""

    skill: str
    reaches: int
    task: str
    hours: int
    result: str
    sign: str


@dataclass(frozen=True)
class Skill:
    """A skill. `facets` are ids: none where the instrument does not ask about such work."""

    name: str
    family: str
    explanation: str
    facets: tuple[str, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Target:
    """A role with a grade, and the level, 1 to 4, that it needs in each of its skills."""

    role: str
    role_name: str
    grade: str
    needs: Mapping[str, int]

    @property
    def mean_need(self) -> float:
        """The mean level that it needs."""
        return fmean(self.needs.values())


@cache
def load_levels() -> tuple[Level, ...]:
    """Return the five levels, from none yet to expert.

    >>> [level.name for level in load_levels()]
    ['none yet', 'awareness', 'working', 'practitioner', 'expert']
    """
    levels = tuple(Level(**row) for row in load_table("levels"))
    if [level.level for level in levels] != list(range(5)):
        raise DataError("levels.csv: the levels must be 0 to 4, in this order.")
    return levels


@cache
def load_skills() -> Mapping[str, Skill]:
    """Return the skills by name, in alphabetical order.

    Raises `DataError` where a skill has not its two tasks.

    >>> load_skills()["Testing"].facets
    ('reliability',)
    """
    steps = {level.name: level.level for level in load_levels()}
    facets, rows = load_table("skill_facets"), load_table("practice")
    practice = [Task(**{**row, "reaches": steps[row["reaches"]]}) for row in rows]
    skills = {}
    for row in load_table("skills"):
        name = row["name"]
        tasks = tuple(task for task in practice if task.skill == name)
        if [task.reaches for task in tasks] != [steps["working"], steps["practitioner"]]:
            raise DataError(
                f"practice.csv: {name!r} must have one task for working, then one for practitioner."
            )
        wished = tuple(facet["facet"] for facet in facets if facet["skill"] == name)
        skills[name] = Skill(**row, facets=wished, tasks=tasks)
    return MappingProxyType(skills)


@cache
def load_targets() -> tuple[Target, ...]:
    """Return every role with every grade: the roles in our order, then by how much is needed.

    >>> [target.grade for target in load_targets() if target.role == "ml_engineer"]
    ['Senior machine learning engineer', 'Lead machine learning engineer']
    """
    steps = {level.name: level.level for level in load_levels()}
    needs: dict[tuple[str, str], dict[str, int]] = {}
    for row in load_table("uk_framework_levels"):
        needs.setdefault((row["role"], row["grade"]), {})[row["skill"]] = steps[row["level"]]
    names = {role["id"]: role["name"] for role in load_table("framework_roles")}
    order = list(names)
    targets = [
        Target(role, names[role], grade, MappingProxyType(own))
        for (role, grade), own in needs.items()
    ]
    return tuple(
        sorted(targets, key=lambda t: (order.index(t.role), sum(t.needs.values()), t.grade))
    )


def target(role: str, grade: str) -> Target:
    """Return one role with one grade. Raises `PlanError` if the framework has no such pair.

    >>> target("data_scientist", "Data scientist").needs["Data engineering"]
    3
    """
    grades = {one.grade: one for one in load_targets() if one.role == role}
    if not grades:
        known = dict.fromkeys(one.role for one in load_targets())
        raise PlanError(f"There is no role {role!r}. {did_you_mean(role, known)}")
    if grade not in grades:
        raise PlanError(f"There is no grade {grade!r} of {role}. {did_you_mean(grade, grades)}")
    return grades[grade]


def akin(skill: str) -> tuple[str, ...]:
    """Return the other skills of the same family: akin in our judgement, not in the framework's.

    >>> akin("Testing")
    ('Modern development standards',)
    """
    family = load_skills()[skill].family
    kin = (other.name for other in load_skills().values() if other.family == family)
    return tuple(name for name in kin if name != skill)
