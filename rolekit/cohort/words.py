"""A room's pictures in words: nothing but what `rolekit.cohort.Shown` may show."""

from collections.abc import Mapping

from rolekit.base.sentences import listed, where
from rolekit.cohort.shown import DOTS_FROM, Group, Guesses, Moves
from rolekit.record.codes import STEP
from rolekit.record.instrument import load_instrument

NEAR = STEP  # points: means that lie a slider's step apart, or less, are called alike
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
        f"lies somewhere between {_at(group.low)} and {_at(group.high)} (95% interval). The "
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


def describe_same(moves: Moves) -> str:
    """Return in words what beside a room after the discussion stands for before it.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> describe_same(Reveal().redrawn(rehearsal(7, seed=1)).picture.moves)
    'The ring is the mean of the 7 of them who answered before as well, as it was then.'
    """
    return (
        f"The ring is the mean of the {moves.before.people} of them who answered before as well, "
        "as it was then."
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


def describe_work(group: Group, moves: Moves | None) -> str:
    """Return in words which kinds of work a room wants most and least, and what has changed.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture.before
    >>> describe_work(room, None).startswith("Wanted most")
    True
    """
    told = f"{_wanted(group.facets)} Means of {group.people} people, 0 to 100."
    if moves is None:
        return told
    names = {facet.id: facet.name for facet in load_instrument().facets}
    people = f"Of the {moves.before.people} people who answered before and after"
    clear = [one for one in names if moves.changes[one].low > 0 or moves.changes[one].high < 0]
    if not clear:
        return f"{told} {people}, no kind of work changed clearly."
    largest = max(clear, key=lambda facet: abs(moves.changes[facet].value))
    change = moves.changes[largest]
    return (
        f"{told} {people}, {names[largest]} changed most, by {change.value:+.0f} on average "
        f"({change.low:+.0f} to {change.high:+.0f}; with all twelve kinds in view, 95% sure)."
    )


def describe_moves(moves: Moves) -> str:
    """Return in words how the people who answered before and after have moved.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> describe_moves(room.moves)[:45]
    '7 people answered before and after. Their mea'
    """
    change = moves.changes["lean"]
    is_clear = change.low > 0 or change.high < 0
    told = (
        f"{moves.before.people} people answered before and after. Their mean lay "
        f"{_lies(moves.before.lean)} and "
        + (f"moved {where(change.value)}" if change.value else "hardly moved")
        + f". The true move lies somewhere between {_at(change.low, 'none')} and "
        f"{_at(change.high, 'none')} (95% interval)"
        + ("." if is_clear else ", so there may be none.")
    )
    if not moves.arrows:
        return f"{told} Arrows for single people are shown from {DOTS_FROM} on."
    steps = [arrow.after.lean - arrow.before.lean for arrow in moves.arrows]
    right, left = (sum(sign * step > STAYED for step in steps) for sign in (1, -1))
    return (
        f"{told} Of {len(steps)} arrows: clearly towards engineering {right}, clearly towards "
        f"analytics {left}, little change {len(steps) - right - left}."
    )


def describe_guesses(guesses: Guesses, group: Group) -> str:
    """Return in words how a room's guesses and its answers go together.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(30, seed=1)).picture
    >>> describe_guesses(room.guesses, room.before).startswith("The mean guess of ")
    True
    """
    alike = " The two are about the same." if abs(guesses.mean - group.lean) <= NEAR else ""
    told = (
        f"The mean guess of {guesses.people} people lies {_lies(guesses.mean)}; the mean of what "
        f"{group.people} people answered lies {_lies(group.lean)}.{alike}"
    )
    if not guesses.dots:
        return told
    above = sum(dot.lean > dot.guess for dot in guesses.dots)
    return (
        f"{told} {above} of {len(guesses.dots)} dots lie above the dashed line: their answers lean "
        "further towards engineering than their guess."
    )


def _wanted(facets: Mapping[str, float]) -> str:
    """Return which kinds of work are wanted most and least, all that are nearly equal together."""
    names = {facet.id: facet.name for facet in load_instrument().facets}
    order = sorted(facets, key=lambda facet: -facets[facet])
    highest, lowest = facets[order[0]], facets[order[-1]]
    if highest - lowest <= 2 * NEAR:  # what is near the one end may be near the other as well
        return f"All kinds of work are wanted about equally ({lowest:.0f} to {highest:.0f})."
    told = []
    for which, ends in (("most", order), ("least", order[::-1])):
        near = [one for one in ends if abs(facets[one] - facets[ends[0]]) <= NEAR]
        equally = ", about equally" if len(near) > 1 else ""
        named = listed([f"{names[one]} ({facets[one]:.0f})" for one in near])
        told.append(f"Wanted {which}{equally}: {named}.")
    return " ".join(told)


def _lies(lean: float) -> str:
    return where(lean, "in the middle")


def _at(lean: float, middle: str = "the middle") -> str:
    return where(lean, middle)
