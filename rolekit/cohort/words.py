"""A room's pictures in words: only what `rolekit.cohort.Shown` may show."""

from collections.abc import Mapping

from rolekit.base.sentences import listed, where
from rolekit.cohort.shown import DOTS_FROM, Group, Guesses, Moves
from rolekit.record.codes import STEP
from rolekit.record.instrument import load_instrument

IN = "in the middle"
NEAR = STEP  # points: means at most a slider's step apart are called alike
STAYED = 6.0  # points: the jitter of both ends of an arrow, within which nobody is said to move


def describe_place(group: Group) -> str:
    """Return in words where a room sits on the line, and how far apart its people are.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture.before
    >>> describe_place(room).split(".")[0]
    'The mean of 7 people is 10 points towards analytics'
    """
    told = (
        f"The mean of {group.people} people is {_at(group.lean, IN)}. The room's true mean is "
        f"somewhere between {_at(group.low)} and {_at(group.high)} (95% interval). The spread is "
        f"{group.spread:.0f} points: about two thirds of the people in a room are within that of "
        "its mean."
    )
    if not group.dots:
        return told
    sides = [dot.lean > 0 for dot in group.dots]
    return (
        f"{told} {sum(sides)} of {len(sides)} dots are on the engineering side. Each dot is one "
        "person, moved a little at random."
    )


def describe_same(moves: Moves) -> str:
    """Return in words what the ring in the picture after the discussion is.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> describe_same(Reveal().redrawn(rehearsal(7, seed=1)).picture.moves)
    'The ring is the earlier mean of the 7 people who answered both times.'
    """
    return (
        f"The ring is the earlier mean of the {moves.before.people} people who answered both times."
    )


def describe_map(group: Group) -> str:
    """Return in words where a room sits on the map.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> describe_map(Reveal().redrawn(rehearsal(7, seed=1)).picture.before)
    'Across, the mean is 10 points towards analytics. Upwards, the mean interest in machine \
learning is 45 out of 100.'
    """
    return (
        f"Across, the mean is {_at(group.lean, IN)}. Upwards, the mean interest in machine "
        f"learning is {group.depth:.0f} out of 100."
    )


def describe_work(group: Group, moves: Moves | None) -> str:
    """Return in words which kinds of work a room wants most and least, and what has changed.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture.before
    >>> describe_work(room, None).startswith("Wanted most")
    True
    """
    told = f"{_wanted(group.facets)} Means of {group.people} people, from 0 to 100."
    if moves is None:
        return told
    names = {facet.id: facet.name for facet in load_instrument().facets}
    people = f"Among the {moves.before.people} people who answered both times"
    clear = [one for one in names if moves.changes[one].low > 0 or moves.changes[one].high < 0]
    if not clear:
        return f"{told} {people}, no kind of work changed clearly."
    largest = max(clear, key=lambda facet: abs(moves.changes[facet].value))
    change = moves.changes[largest]
    return (
        f"{told} {people}, {names[largest]} changed most, by {change.value:+.0f} on average "
        f"({change.low:+.0f} to {change.high:+.0f}; 95% sure, with all twelve kinds in view)."
    )


def describe_moves(moves: Moves) -> str:
    """Return in words how the people who answered before and after have moved.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> room = Reveal().redrawn(rehearsal(7, seed=1)).picture
    >>> describe_moves(room.moves)[:45]
    '7 people answered both times. Their mean was '
    """
    change = moves.changes["lean"]
    is_clear = change.low > 0 or change.high < 0
    told = (
        f"{moves.before.people} people answered both times. Their mean was "
        f"{_at(moves.before.lean, IN)} and "
        + (f"moved {where(change.value)}" if change.value else "hardly moved")
        + f". The true move is somewhere between {_at(change.low, 'none')} and "
        f"{_at(change.high, 'none')} (95% interval)"
        + ("." if is_clear else ", so there may be none.")
    )
    if not moves.arrows:
        return f"{told} Arrows for single people appear from {DOTS_FROM} people on."
    steps = [arrow.after.lean - arrow.before.lean for arrow in moves.arrows]
    right, left = (sum(sign * step > STAYED for step in steps) for sign in (1, -1))
    return (
        f"{told} Arrows: {right} clearly towards engineering, {left} clearly towards analytics, "
        f"{len(steps) - right - left} with little change."
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
        f"The mean guess of {guesses.people} people is {_at(guesses.mean, IN)}. The mean result of "
        f"{group.people} people is {_at(group.lean, IN)}.{alike}"
    )
    if not guesses.dots:
        return told
    above = sum(dot.lean > dot.guess for dot in guesses.dots)
    return (
        f"{told} {above} of {len(guesses.dots)} dots are above the dashed line: there the answers "
        "lean further towards engineering than the guess."
    )


def _wanted(facets: Mapping[str, float]) -> str:
    """Return which kinds of work are wanted most and least, those nearly equal together."""
    names = {facet.id: facet.name for facet in load_instrument().facets}
    order = sorted(facets, key=lambda facet: -facets[facet])
    highest, lowest = facets[order[0]], facets[order[-1]]
    if highest - lowest <= 2 * NEAR:  # what is near the one end may be near the other as well
        return f"This room wants all kinds of work about equally ({lowest:.0f} to {highest:.0f})."
    told = []
    for which, ends in (("most", order), ("least", order[::-1])):
        near = [one for one in ends if abs(facets[one] - facets[ends[0]]) <= NEAR]
        equally = ", about equally" if len(near) > 1 else ""
        named = listed([f"{names[one]} ({facets[one]:.0f})" for one in near])
        told.append(f"Wanted {which}{equally}: {named}.")
    return " ".join(told)


def _at(lean: float, middle: str = "the middle") -> str:
    return where(lean, middle)
