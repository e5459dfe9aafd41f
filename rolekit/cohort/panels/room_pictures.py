"""All that a room may see, picture by picture, each with its text.

They are made from a `rolekit.cohort.Shown` and from nothing else, so they cannot tell more of
anybody than it holds. A rehearsal's say so in the picture itself: it stays where the picture goes.
"""

from typing import NamedTuple

from rolekit.base.plot.figure import Figure
from rolekit.base.plot.marks import invented
from rolekit.cohort import words
from rolekit.cohort.figures.room_facets import room_facets
from rolekit.cohort.figures.room_guesses import room_guesses
from rolekit.cohort.figures.room_map import room_map
from rolekit.cohort.figures.room_moves import room_moves
from rolekit.cohort.figures.room_strip import room_strip
from rolekit.cohort.shown import Shown

INVENTED = "A rehearsal with invented people."
HEADING = "Rehearsal, invented people: {}"


class RoomPicture(NamedTuple):
    """A picture with its heading and what it shows in words; `name` is that of its file."""

    name: str
    title: str
    figure: Figure
    text: str


def room_pictures(picture: Shown) -> list[RoomPicture]:
    """Return the pictures of a room, named by what they show; none where none is allowed.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> [one.name for one in room_pictures(Reveal().redrawn(rehearsal(7, seed=1)).picture)][:3]
    ['rehearsal-before-strip', 'rehearsal-after-strip', 'rehearsal-before-map']
    """
    drawn: dict[str, tuple[str, Figure, str]] = {}
    before, after, moves = picture.before, picture.after, picture.moves
    for when, group, same in (("before", before, None), ("after", after, moves)):
        if group:
            title = f"{when.capitalize()} the discussion"
            told = f"{title}. {words.describe_place(group)}"
            told += f" {words.describe_same(same)}" if same else ""
            drawn[f"{when}-strip"] = title, room_strip(group, when, same), told
    if before:
        told = f"Before the discussion. {words.describe_map(before)}"
        drawn["before-map"] = "The map, before the discussion", room_map(before), told
    if moves:
        title = f"How {moves.before.people} people moved in the discussion"
        drawn["moves"] = title, room_moves(moves), words.describe_moves(moves)
    if everybody := before or after:
        told = words.describe_work(everybody, moves)
        drawn["work"] = "What this room would like to do", room_facets(everybody, moves), told
    if before and picture.guesses:
        told = words.describe_guesses(picture.guesses, before)
        drawn["guesses"] = "Guesses and answers", room_guesses(picture.guesses, before), told
    if not picture.synthetic:
        return [RoomPicture(f"room-{name}", *one) for name, one in drawn.items()]
    return [
        RoomPicture(
            f"rehearsal-{name}",
            HEADING.format(title[0].lower() + title[1:]),
            invented(figure, INVENTED),
            f"{INVENTED} {told}",
        )
        for name, (title, figure, told) in drawn.items()
    ]
