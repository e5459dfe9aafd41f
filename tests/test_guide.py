"""The facilitator's card says what notebook 08 says, and prints on one sheet."""

import re

import nbformat
import pytest
from hands import ROOT, rows_of, tags, words_of
from panels import only

from rolekit.base.ui.handout import Handout
from rolekit.cohort.guide import RULES, facilitator_card
from rolekit.widgets import FacilitatorCard

ROWS = rows_of("workshop")
NOTEBOOK = nbformat.read(ROOT / "notebooks" / "08-facilitate.ipynb", as_version=4)
PROSE = "\n".join(re.sub(r"[*`]", "", cell.source) for cell in NOTEBOOK.cells)


def test_agenda_questions_and_remedies_are_on_it():
    card = words_of(facilitator_card())
    assert len(ROWS) == 31
    for row in ROWS:
        assert row["text"] in card
        assert row["part"] == "ask" or row["name"] in card
    assert RULES in card


def test_each_is_in_the_notebook_word_by_word():
    for row in ROWS:
        assert row["text"] in PROSE
        assert row["part"] == "ask" or row["name"] in PROSE


@pytest.mark.parametrize("span", ["30", "60", "90"])
def test_each_agenda_fills_its_time(span):
    minutes = [row[f"minutes_{span}"] for row in ROWS if row["part"] == "agenda"]
    assert sum(int(one or 0) for one in minutes) == int(span)
    shown = [one or "–" for one in minutes]
    column = {"30": 3, "60": 2, "90": 1}[span]
    lines = [line for line in PROSE.splitlines() if re.search(r"\|( (\d+|–) \|){3}$", line)]
    assert [line.split("|")[-1 - column].strip() for line in lines] == [span, *shown]


def test_it_is_saved_as_a_page_that_loads_nothing():
    card = only(FacilitatorCard(), Handout)
    assert (card.name, card.kind) == ("facilitators-card.html", "text/html")
    assert card.content == facilitator_card()
    assert not {"script", "img", "link"} & {tag for tag, _ in tags(card.content)}


@pytest.mark.browser
def test_it_prints_on_one_sheet(sheets):
    assert sheets(facilitator_card()) == 1
