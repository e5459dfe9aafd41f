"""A group's picture as a table for spreadsheets.

The table holds what the room may see, and so no single answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from rolekit.base.spreadsheet import Cell, spreadsheet_csv
from rolekit.cohort.room import Group, Shown


def picture_csv(picture: Shown) -> str:
    """Return what a room may see as CSV: round, measure, value and how many people it is about.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> table = picture_csv(Reveal().redrawn(rehearsal(7, seed=1)).picture)
    >>> table.splitlines()[0]
    'round,measure,value,people'
    """
    return spreadsheet_csv([["round", "measure", "value", "people"], *_rows(picture)])


def _rows(picture: Shown) -> Iterator[list[Cell]]:
    for round, group in ((1, picture.before), (2, picture.after)):
        if group is not None:
            for measure, value in _measures(group):
                yield [round, measure, value, group.people]
    if picture.guesses is not None:
        yield [1, "guess", picture.guesses.mean, picture.guesses.people]
    for note in picture.notes:
        yield [None, "note", note, None]


def _measures(group: Group) -> Iterator[tuple[str, float]]:
    yield "lean", group.lean
    yield "lean low", group.low
    yield "lean high", group.high
    yield "spread of lean", group.spread
    yield "depth", group.depth
    yield from group.facets.items()
