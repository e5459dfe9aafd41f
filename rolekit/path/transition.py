"""Transitions: what a move from one job to another carries over, and what it asks anew.

Two targets are compared skill by skill. A skill in both *carries over* where the first needs at
least the level of the second, and *rises* where it needs less; a skill in the second alone is
*new*, one in the first alone is *left behind*. The way back swaps new and left behind.

Only the framework's own names count as the same skill. It names programming differently in each
family of roles, so much of what is new has relatives among what is left behind: they are
named beside it (`akin`), by our judgement, and change no count.
"""

from dataclasses import dataclass

from rolekit.path.framework import Target, akin, load_targets

KINDS = {
    "carries over": "Carries over",
    "rises": "Rises",
    "new": "New",
    "left behind": "Left behind",
}


@dataclass(frozen=True)
class Change:
    """A skill on the way from one target to another.

    before, after
        The levels that the two targets need, 1 to 4, or None.
    akin
        Skills of the same family that the first target needs and the second does not; empty unless
        the skill is new.
    """

    skill: str
    before: int | None
    after: int | None
    akin: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What becomes of it: one of `KINDS`.

        >>> Change("Testing", 2, 3).kind
        'rises'
        """
        if self.before is None:
            return "new"
        if self.after is None:
            return "left behind"
        return "rises" if self.after > self.before else "carries over"


@dataclass(frozen=True)
class Transition:
    """A move from one target to another, skill by skill."""

    start: Target
    end: Target
    changes: tuple[Change, ...]

    def of(self, kind: str) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def transition(start: Target, end: Target) -> Transition:
    """Compare two targets: kind by kind, then in alphabetical order.

    >>> from rolekit.path.framework import target
    >>> scientist = target("data_scientist", "Data scientist")
    >>> engineer = target("ml_engineer", "Senior machine learning engineer")
    >>> [change.skill for change in transition(scientist, engineer).of("new")][-1]
    'Systems integration'
    """
    changes, order = [], list(KINDS)
    for skill in sorted({*start.needs, *end.needs}):
        before, after = start.needs.get(skill), end.needs.get(skill)
        kin = [s for s in akin(skill) if s in start.needs and s not in end.needs]
        changes.append(Change(skill, before, after, tuple(kin) if before is None else ()))
    changes.sort(key=lambda change: order.index(change.kind))
    return Transition(start, end, tuple(changes))


def neighbours(start: Target) -> tuple[Transition, ...]:
    """Return the moves into each other role, at the grade that asks for most nearly as much.

    What a grade asks for is the mean of the levels that it needs.

    >>> from rolekit.path.framework import target
    >>> moves = neighbours(target("data_scientist", "Data scientist"))
    >>> moves[0].end.grade
    'Senior machine learning engineer'
    """
    others: dict[str, list[Target]] = {}
    for one in load_targets():
        if one.role != start.role:
            others.setdefault(one.role, []).append(one)
    return tuple(
        transition(start, min(grades, key=lambda one: abs(one.mean_need - start.mean_need)))
        for grades in others.values()
    )


def describe_counts(way: Transition) -> str:
    """Return in a few words how the skills of the second job are reached.

    >>> from rolekit.path.framework import target
    >>> scientist = target("data_scientist", "Data scientist")
    >>> engineer = target("ml_engineer", "Senior machine learning engineer")
    >>> describe_counts(transition(scientist, engineer))
    '3 carry over, 3 new (1 similar)'
    """
    carried, risen, new = (way.of(kind) for kind in ("carries over", "rises", "new"))
    kin = sum(bool(change.akin) for change in new)
    parts = [
        f"{len(carried)} carr{'ies' if len(carried) == 1 else 'y'} over" if carried else "",
        f"{len(risen)} rise{'s' if len(risen) == 1 else ''}" if risen else "",
        f"{len(new)} new" + (f" ({kin} similar)" if kin else "") if new else "",
    ]
    return ", ".join(filter(None, parts))
