"""A room's pictures in words: nothing but what `rolekit.cohort.Shown` may show."""

from __future__ import annotations

from rolekit.base.sentences import where
from rolekit.cohort.room import DOTS_FROM, Arrow, Group, Guesses
from rolekit.record.instrument import load_instrument

NAMED = 3  # kinds of work that are named at either end
STAYED = 6.0  # points: the jitter of both ends of an arrow, within which nobody is said to move


def describe_place(group: Group) -> str:
    """Return in words where a room sits on the line, and how far apart its people are.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture.before
    >>> describe_place(room).split(", ")[0]
    'The mean of 7 people lies 10 points towards analytics'
    """
    told = (
        f"The mean of {group.people} people lies {_lies(group.lean)}, and the room's true mean "
        f"lies somewhere between {_at(group.low)} and {_at(group.high)} (95 % interval). The "
        f"spread is {group.spread:.0f} points: about two thirds of a room sit within that of its "
        "mean."
    )
    if not group.dots:
        return told
    sides = [dot.lean > 0 for dot in group.dots]
    return (
        f"{told} {sum(sides)} of {len(sides)} dots are on the engineering side. Each is one "
        "person, moved a little at random."
    )


def describe_map(group: Group) -> str:
    """Return in words where a room sits on the map.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> describe_map(Reveal().redrawn(rehearsal(7, seed=1)).picture.before)
    'Across: the mean lies 10 points towards analytics. Upwards: the mean wish for machine \
learning is 45 of 100.'
    """
    return (
        f"Across: the mean lies {_lies(group.lean)}. Upwards: the mean wish for machine "
        f"learning is {group.depth:.0f} of 100."
    )


def describe_work(before: Group | None, after: Group | None) -> str:
    """Return in words which kinds of work a room wants most and least, and what has changed.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture.before
    >>> describe_work(room, None).startswith("Wanted most: ")
    True
    """
    names = {facet.id: facet.name for facet in load_instrument().facets}
    group = before or after
    if group is None:
        return ""
    order = sorted(group.facets, key=lambda facet: -group.facets[facet])
    most, least = (
        ", ".join(f"{names[facet]} ({group.facets[facet]:.0f})" for facet in part)
        for part in (order[:NAMED], order[: -NAMED - 1 : -1])
    )
    told = f"Wanted most: {most}. Wanted least: {least}. Means of {group.people} people, 0 to 100."
    if before is None or after is None:
        return told
    changes = {facet: after.facets[facet] - before.facets[facet] for facet in order}
    largest = max(order, key=lambda facet: abs(changes[facet]))
    if not changes[largest]:
        return f"{told} After the discussion all means are the same."
    return (
        f"{told} After the discussion {names[largest]} changed most, by {changes[largest]:+.0f}, "
        f"among {after.people} people."
    )


def describe_moves(before: Group, after: Group, arrows: tuple[Arrow, ...]) -> str:
    """Return in words how a room moved in the discussion.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> describe_moves(room.before, room.after, room.arrows)[:23]
    'The mean moved from 10 '
    """
    told = (
        f"The mean moved from {_at(before.lean)} ({before.people} people) to "
        f"{_at(after.lean)} ({after.people} people)."
    )
    if not arrows:
        return f"{told} Arrows for single people are shown from {DOTS_FROM} on."
    moved = [arrow.after.lean - arrow.before.lean for arrow in arrows]
    right, left = (sum(sign * step > STAYED for step in moved) for sign in (1, -1))
    return (
        f"{told} Of {len(arrows)} arrows: clearly towards engineering {right}, clearly towards "
        f"analytics {left}, little change {len(arrows) - right - left}."
    )


def describe_guesses(guesses: Guesses, group: Group) -> str:
    """Return in words how a room's guesses and its answers go together.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(30, seed=1)).picture
    >>> describe_guesses(room.guesses, room.before).startswith("The mean guess of ")
    True
    """
    told = (
        f"The mean guess of {guesses.people} people lies {_lies(guesses.mean)}; the mean of what "
        f"{group.people} people answered lies {_lies(group.lean)}."
    )
    if not guesses.dots:
        return told
    above = sum(dot.lean > dot.guess for dot in guesses.dots)
    return (
        f"{told} {above} of {len(guesses.dots)} dots lie above the dashed line: their answers lean "
        "further towards engineering than their guess."
    )


def _lies(lean: float) -> str:
    return where(lean, "in the middle")


def _at(lean: float) -> str:
    return where(lean, "the middle")
