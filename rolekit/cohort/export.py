"""A group's picture as a table for spreadsheets.

A spreadsheet runs what it takes for a formula: a cell that begins with =, +, - or @ can fetch and
send. So a text that begins like one gets an apostrophe in front, which spreadsheets read as "this
is text". Numbers stay numbers, the negative ones too.

The table holds what the room may see, and so no single answers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from rolekit.cohort.room import Group, Picture

Cell = str | int | float | None

# Some programs look past what they take for spaces; the full-width forms are signs to others.
_SIGNS = tuple("=+-@|%\t\r\n\0＝＋－＠")


def spreadsheet_csv(rows: Iterable[Iterable[Cell]]) -> str:
    r"""Return rows as CSV in which no text is taken for a formula; None is an empty cell.

    >>> spreadsheet_csv([["who", "lean"], ["=1+1", -12.5]])
    "who,lean\r\n'=1+1,-12.5\r\n"
    """
    out = io.StringIO()
    csv.writer(out).writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def picture_csv(picture: Picture) -> str:
    """Return what a room may see as CSV: round, measure, value and how many people it is about.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> table = picture_csv(Reveal().redrawn(rehearsal(7, seed=1)).picture)
    >>> table.splitlines()[0]
    'round,measure,value,people'
    """
    return spreadsheet_csv([["round", "measure", "value", "people"], *_rows(picture)])


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff'\"").startswith(_SIGNS):
        return f"'{cell}"
    return cell


def _rows(picture: Picture) -> Iterator[list[Cell]]:
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
