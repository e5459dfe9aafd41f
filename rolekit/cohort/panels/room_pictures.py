"""All that a room may see, picture by picture, each with its text.

They are made from a `rolekit.cohort.Shown` and from nothing else, so they cannot tell more of
anybody than it holds. A rehearsal's bear a watermark, in the picture itself: it stays where the
picture goes.
"""

from __future__ import annotations

from rolekit.base.plot.figure import Figure
from rolekit.base.plot.marks import across
from rolekit.cohort import words
from rolekit.cohort.figures.room_facets import room_facets
from rolekit.cohort.figures.room_guesses import room_guesses
from rolekit.cohort.figures.room_map import room_map
from rolekit.cohort.figures.room_moves import room_moves
from rolekit.cohort.figures.room_strip import room_strip
from rolekit.cohort.room import Shown

WATERMARK = "REHEARSAL: INVENTED PEOPLE"
INVENTED = "A rehearsal with invented people."


def room_pictures(picture: Shown) -> list[tuple[Figure, str]]:
    """Return the pictures of a room, each with what it shows in words; none where none is allowed.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> len(room_pictures(Reveal().redrawn(rehearsal(4, seed=1)).picture))
    0
    """
    drawn = []
    before, after = picture.before, picture.after
    for group, when in ((before, "before"), (after, "after")):
        if group:
            told = words.describe_place(group)
            drawn.append((room_strip(group, when), f"{when.capitalize()} the discussion. {told}"))
    if before:
        drawn.append((room_map(before), f"Before the discussion. {words.describe_map(before)}"))
    if before and after:
        told = words.describe_moves(before, after, picture.arrows)
        drawn.append((room_moves(before, after, picture.arrows), told))
    if before or after:
        drawn.append((room_facets(before, after), words.describe_work(before, after)))
    if before and picture.guesses:
        told = words.describe_guesses(picture.guesses, before)
        drawn.append((room_guesses(picture.guesses, before), told))
    if picture.synthetic:
        return [(across(figure, WATERMARK), f"{INVENTED} {told}") for figure, told in drawn]
    return drawn
