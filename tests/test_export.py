"""A spreadsheet opens the table and runs nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolekit.base.spreadsheet import spreadsheet_csv
from rolekit.cohort import Reveal, Room, rehearsal
from rolekit.cohort.export import picture_csv


def read(text):
    """The rows as a spreadsheet reads them, which takes the mark at the beginning for itself."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", "=cmd|'/c calc'!A1", '=HYPERLINK("http://x")']
HIDDEN = ["\t=1", "\r=1", "\n=1", " =1", '"=1', "\ufeff=1", "＝1"]


@pytest.mark.parametrize("cell", [*FORMULAS, *HIDDEN])
def test_what_looks_like_a_formula_is_marked_as_text(cell):
    [[found, after]] = read(spreadsheet_csv([[cell, 1]]))
    assert found == f"'{cell}"
    assert after == "1"


@given(st.lists(st.lists(st.text() | st.integers() | st.none(), min_size=1), max_size=4))
def test_no_text_begins_with_a_sign_and_none_is_changed_else(rows):
    for row, found in zip(rows, read(spreadsheet_csv(rows)), strict=True):
        for cell, text in zip(row, found, strict=True):
            if isinstance(cell, str):
                assert text.replace("'", "") == cell.replace("'", "")
                assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
            else:
                assert text == ("" if cell is None else str(cell))


def test_numbers_stay_numbers_and_text_stays_in_its_cell_umlauts_and_all():
    assert spreadsheet_csv([[-12.5, 0, 7]]) == "\ufeff-12.5,0,7\r\n"
    # It takes a file for its country's old alphabet unless the file begins with this mark.
    assert spreadsheet_csv([["Müller"]]).encode() == b"\xef\xbb\xbfM\xc3\xbcller\r\n"
    assert read(spreadsheet_csv([['a "b", c', "d\ne"]])) == [['a "b", c', "d\ne"]]


def test_a_picture_is_told_as_the_room_sees_it():
    picture = Reveal().redrawn(rehearsal(40, seed=1)).picture
    rows = read(picture_csv(picture))
    assert rows[0] == ["who", "measure", "value", "low", "high", "people"]
    told = {(row[0], row[1]): [float(cell) for cell in row[2:] if cell] for row in rows[1:-1]}
    before, after, moves = picture.before, picture.after, picture.moves
    assert told["before", "lean"] == [before.lean, before.low, before.high, 40]
    assert told["after", "lean"] == [after.lean, after.low, after.high, after.people]
    assert told["before", "statistics"] == [before.facets["statistics"], 40]
    assert told["before", "guess"] == [picture.guesses.mean, picture.guesses.people]
    assert told["before, people who answered twice", "lean"][0] == moves.before.lean
    for name in ("lean", "depth", "statistics"):
        change, n = moves.changes[name], moves.before.people
        expected = [change.value, change.low, change.high, n]
        assert told["change, people who answered twice", name] == expected
    note = "This is a rehearsal: these people are invented."
    assert ["", "note", note, "", "", ""] in rows
    assert len(rows) < 80  # no row is a person


def test_a_room_that_is_too_small_tells_why():
    rows = read(picture_csv(Reveal().redrawn(Room([])).picture))
    assert rows[1:] == [["", "note", "With fewer than 5 people, nothing is shown.", "", "", ""]]
