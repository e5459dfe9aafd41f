"""The table in which a team is kept: written, and read again as a spreadsheet left it."""

import csv
import io
import re
from typing import Any

from rolekit.base.spreadsheet import Cell, plain_cell, spreadsheet_csv
from rolekit.errors import RolekitError, TeamError
from rolekit.record.instrument import load_instrument
from rolekit.team.team import Team, person, whole

_SEPARATORS = ",;\t|"
_NUMBER = re.compile(r"(?P<whole>\d{1,4})(?:[.,]0*)?\s*%?")


def to_csv(team: Team) -> str:
    """Write a team as CSV, a row a person, a column a facet: a file for its owner alone.

    >>> from rolekit.team.team import compose
    >>> from_csv(to_csv(compose({"Ada": {"statistics": 80}}))).people[0].answers.by_facet
    {'statistics': 80.0}
    """
    known = _facets()
    rows: list[list[Cell]] = [["name", *known]]
    for one in team.people:
        scores = one.answers.by_facet
        rows.append([one.name, *(whole(scores[f]) if f in scores else None for f in known)])
    return spreadsheet_csv(rows)


def from_csv(text: str, agreed: bool = False) -> Team:
    """Read a team that `to_csv` wrote, also where a spreadsheet has saved it again.

    Columns may be parted by commas, semicolons or tabs, and be in another order. Raises `TeamError`
    with the row that cannot be read.
    """
    known = _facets()
    rows = _rows(text)
    head = [cell.casefold() for cell in rows[0]]
    if sorted(head) != sorted(["name", *known]):
        raise TeamError(f"The first row must be name, {', '.join(known)}.")
    team = Team(agreed=agreed)
    for number, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        if len(row) != len(head):
            raise TeamError(f"Row {number} must have {len(head)} cells (got {len(row)}).")
        cells = dict(zip(head, row, strict=True))
        try:
            scores = {facet: _score(cells[facet]) for facet in known if cells[facet]}
            team = team.joined_by(person(plain_cell(cells["name"]), scores))
        except RolekitError as problem:
            raise TeamError(f"Row {number}: {problem}") from None
    return team


def is_kept(text: str) -> bool:
    """Return whether a text looks like a table in which a team was kept.

    >>> is_kept("Name;Exploration;Statistics"), is_kept("name, code")
    (True, False)
    """
    head = {cell.casefold() for cell in _rows(text[:2000])[0]}
    return "name" in head and not head.isdisjoint(_facets())


def _facets() -> list[str]:
    return [facet.id for facet in load_instrument().facets]


def _rows(text: object) -> list[list[str]]:
    """Return the rows of a table, whatever parts its columns, without empty ones at the end."""
    if not isinstance(text, str):
        raise TeamError(f"A kept team must be a text (got a {type(text).__name__}).")
    # Excel may say in a line of its own what parts the columns.
    # A mark of the byte order may stand before, or after what parts the columns, or in a cell.
    text = re.sub(r"^sep=.\s*\n", "", text.replace("\ufeff", "").lstrip(" \r\n\t"))
    lines = text.splitlines()
    separator = max(_SEPARATORS, key=lines[0].count) if lines else ","
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))
    except csv.Error as problem:
        raise TeamError(
            f"This table cannot be read ({problem}). Save it as CSV again, or paste the codes."
        ) from None
    cells = [[cell.strip() for cell in row] for row in rows] or [[]]
    # Spreadsheets like to leave empty cells at the end of a row.
    width = max((place for place, cell in enumerate(cells[0], start=1) if cell), default=0)
    return [row if any(row[width:]) else row[:width] for row in cells]


def _score(cell: str) -> Any:
    """Return a score as a whole number; what is none as it is, to be refused by name."""
    found = _NUMBER.fullmatch(cell.lstrip("'"))
    return int(found["whole"]) if found else cell
