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
    return list(csv.reader(io.StringIO(text, newline="")))


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
                assert text.removeprefix("'") == cell.removeprefix("'") or text == f"'{cell}"
                assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
            else:
                assert text == ("" if cell is None else str(cell))


def test_numbers_stay_numbers():
    assert spreadsheet_csv([[-12.5, 0, 7]]) == "-12.5,0,7\r\n"


def test_quotes_and_commas_stay_in_their_cell():
    assert read(spreadsheet_csv([['a "b", c', "d\ne"]])) == [['a "b", c', "d\ne"]]


def test_a_picture_is_told_as_the_room_sees_it():
    picture = Reveal().redrawn(rehearsal(40, seed=1)).picture
    rows = read(picture_csv(picture))
    assert rows[0] == ["round", "measure", "value", "people"]
    told = {(row[0], row[1]): (float(row[2]), int(row[3])) for row in rows if row[0] in ("1", "2")}
    assert told["1", "lean"] == (picture.before.lean, 40)
    assert told["2", "lean"] == (picture.after.lean, picture.after.people)
    assert told["1", "lean low"][0] < told["1", "lean"][0] < told["1", "lean high"][0]
    assert told["1", "statistics"] == (picture.before.facets["statistics"], 40)
    assert told["1", "guess"] == (picture.guesses.mean, picture.guesses.people)
    assert ["", "note", "This is a rehearsal: these people are invented.", ""] in rows
    assert len(rows) < 60  # no row is a person


def test_a_room_that_is_too_small_tells_why():
    rows = read(picture_csv(Reveal().redrawn(Room([])).picture))
    assert rows[1:] == [["", "note", "Nothing is shown of fewer than 5 people.", ""]]
