"""Tables for spreadsheets, in which no text is taken for a formula.

A spreadsheet runs what it takes for a formula: a cell that begins with =, +, - or @ can fetch and
send. So a text that begins like one gets an apostrophe in front, which spreadsheets read as "this
is text". Numbers stay numbers, the negative ones too.

Excel takes a file for the old alphabet of its country unless the file begins with a byte order
mark, and would spell a name with an umlaut wrongly. So every table begins with one.
"""

import csv
import io
import re
from collections.abc import Iterable

Cell = str | int | float | None

# Some programs look past what they take for spaces; the full-width forms are signs to others.
_SIGNS = tuple("=+-@|%\t\r\n\0＝＋－＠")
# A sign that would begin a cell where columns are parted by another mark, and its apostrophe.
_WITHIN = re.compile(r"(?!\A)([;\t|]\s*)('?)(?=[=+\-@%＝＋－＠])")


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


def plain_cell(text: str) -> str:
    """Return the text of a cell as it was before it was made safe.

    >>> plain_cell("'=1+1"), plain_cell("Ada;'=1+1"), plain_cell("'s Gravesande")
    ('=1+1', 'Ada;=1+1', "'s Gravesande")
    """
    text = _WITHIN.sub(r"\1", text)
    return text[1:] if text.startswith("'") and is_formula(text) else text


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    cell = _WITHIN.sub(r"\1'", cell)
    return f"'{cell}" if is_formula(cell) else cell
