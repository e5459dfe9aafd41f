"""Tables for spreadsheets, in which no text is taken for a formula.

A spreadsheet runs what it takes for a formula: a cell that begins with =, +, - or @ can fetch and
send. So a text that begins like one gets an apostrophe in front, which spreadsheets read as "this
is text". Numbers stay numbers, the negative ones too.

Excel takes a file for the old alphabet of its country unless the file begins with a byte order
mark, and would spell a name with an umlaut wrongly. So every table begins with one.
"""

import csv
import io
from collections.abc import Iterable

Cell = str | int | float | None

# Some programs look past what they take for spaces; the full-width forms are signs to others.
_SIGNS = tuple("=+-@|%\t\r\n\0＝＋－＠")


def spreadsheet_csv(rows: Iterable[Iterable[Cell]]) -> str:
    r"""Return rows as CSV in which no text is taken for a formula; None is an empty cell.

    >>> spreadsheet_csv([["who", "lean"], ["=1+1", -12.5]])
    "\ufeffwho,lean\r\n'=1+1,-12.5\r\n"
    """
    out = io.StringIO()
    out.write("\ufeff")
    csv.writer(out).writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may take a text for a formula.

    >>> is_formula(" =1+1"), is_formula("Ada")
    (True, False)
    """
    return text.lstrip(" \u00a0\ufeff'\"").startswith(_SIGNS)


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell
