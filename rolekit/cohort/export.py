"""A group's picture as a table for spreadsheets.

The table holds what the room may see, and so no single answers.
"""

from collections.abc import Iterator

from rolekit.base.spreadsheet import Cell, spreadsheet_csv
from rolekit.cohort.shown import Shown


def picture_csv(picture: Shown) -> str:
    r"""Return what a room may see as CSV: of which people, measure, value and interval, how many.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> table = picture_csv(Reveal().redrawn(rehearsal(7, seed=1)).picture)
    >>> table.splitlines()[0].lstrip("\ufeff")
    'who,measure,value,low,high,people'
    """
    heads = ["who", "measure", "value", "low", "high", "people"]
    return spreadsheet_csv([heads, *_rows(picture)])


def _rows(picture: Shown) -> Iterator[list[Cell]]:
    moves = picture.moves
    groups = {
        "before": picture.before,
        "after": picture.after,
        "before, people who answered twice": moves.before if moves else None,
    }
    for who, group in groups.items():
        if group is not None:
            yield [who, "lean", *map(round, (group.lean, group.low, group.high)), group.people]
            values = {"spread of lean": group.spread, "depth": group.depth, **group.facets}
            for name, value in values.items():
                yield [who, name, round(value), None, None, group.people]
    if moves is not None:
        for name, change in moves.changes.items():
            numbers = map(round, (change.value, change.low, change.high))
            yield ["change, people who answered twice", name, *numbers, moves.before.people]
    if (guesses := picture.guesses) is not None:
        yield ["before", "guess", round(guesses.mean), None, None, guesses.people]
    for note in picture.notes:
        yield [None, "note", note, None, None, None]
