"""Gaps: what a target asks for, what a person can do today, and what they want.

A *gap* is the number of steps from the level on which people rate themselves to the one that a
target needs; it is never negative, and a skill that nobody has rated has none. The wish for a skill
is the mean of the person's facet scores for the kinds of work that belong to it, 0 to 100. It is
compared with the mean of all their facet scores, so a habit of answering high counts for
nothing.

Every skill of a target falls into one group. With a gap of at least one step it is

- *first*: wanted at least as much as the person's average kind of work;
- *not you*: wanted less than that by more than 15 points;
- *later*: in between.

Where nothing is known of the wish, because the instrument does not ask about such work or the
person has not answered, a gap of two steps or more comes first and one of one step later. Without
a gap a skill is *there*; without a rating it is *unrated*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from rolekit.errors import PlanError, check_known
from rolekit.path.framework import Target, load_levels, load_skills
from rolekit.record.answers import Answers

GROUPS = {
    "first": "Do first",
    "later": "Later",
    "not you": "Probably not you",
    "there": "You're there",
    "unrated": "Not rated yet",
}
FAR_BELOW = 15  # points under one's own average from which a wish counts as missing
LARGE = 2  # steps from which a gap comes first where nothing is known of the wish


@dataclass(frozen=True)
class Gap:
    """A skill of a target as one person has it.

    today, needed
        Levels from 0 to 4; `today` is None where the skill is not rated.
    want, average
        The wish for such work and for the person's average kind of work, 0 to 100; None where
        nothing is known of it.
    """

    skill: str
    needed: int
    today: int | None = None
    want: float | None = None
    average: float | None = None

    @property
    def size(self) -> int:
        """The steps that are missing: 0 also where the skill is not rated."""
        return 0 if self.today is None else max(0, self.needed - self.today)

    @property
    def group(self) -> str:
        """Where it belongs: one of `GROUPS`.

        >>> Gap("Testing", needed=3, today=1, want=70, average=50).group
        'first'
        """
        if self.today is None:
            return "unrated"
        if self.size == 0:
            return "there"
        if self.want is None or self.average is None:
            return "first" if self.size >= LARGE else "later"
        if self.want >= self.average:
            return "first"
        return "not you" if self.want < self.average - FAR_BELOW else "later"


def gaps(target: Target, ratings: Mapping[str, int], answers: Answers) -> tuple[Gap, ...]:
    """Return one gap for each skill of the target, group by group, the largest first.

    `ratings` maps names of skills to levels from 0 to 4; skills of other targets may be among
    them. Raises `PlanError` for a skill or a level that is none.

    >>> from rolekit.path.framework import target
    >>> senior = target("ml_engineer", "Senior machine learning engineer")
    >>> found = gaps(senior, {"Systems integration": 1}, Answers.from_facets({"architecture": 80}))
    >>> found[0].skill, found[0].size, found[0].group
    ('Systems integration', 2, 'first')
    """
    check_ratings(ratings)
    scores = answers.by_facet
    average = fmean(scores.values()) if scores else None
    found = []
    for skill, needed in target.needs.items():
        wishes = [scores[facet] for facet in load_skills()[skill].facets if facet in scores]
        want = fmean(wishes) if wishes else None
        found.append(Gap(skill, needed, ratings.get(skill), want, average))
    order = list(GROUPS)
    return tuple(
        sorted(found, key=lambda g: (order.index(g.group), -g.size, -(g.want or 0), g.skill))
    )


def check_ratings(ratings: Mapping[str, int]) -> None:
    """Raise `PlanError` unless every skill is known and every rating a level from 0 to 4.

    >>> check_ratings({"Testing": 4})
    """
    for skill, level in ratings.items():
        check_known("skill", skill, load_skills(), PlanError)
        check_whole(f"The rating of {skill!r}", level, len(load_levels()) - 1, least=0)


def check_whole(what: str, value: object, most: int, least: int = 1) -> None:
    """Raise `PlanError` unless a value is a whole number within these two.

    >>> check_whole("The weeks", 26, most=26)
    """
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise PlanError(f"{what} must be a whole number from {least} to {most} (got {value!r}).")
