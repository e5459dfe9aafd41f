"""The sheet of paper: what a pencil makes of it is what the sliders make of it."""

import re
from html.parser import HTMLParser
from statistics import median

import pytest
from hands import tags
from hypothesis import given
from hypothesis import strategies as st

from rolekit import Answers, place
from rolekit.card import studies as simulation
from rolekit.record.instrument import SIDES, load_instrument
from rolekit.record.paper_form import BOXES, OPEN, ROUNDING, paper_form, paper_key, paper_order

NUMBERED = list(enumerate(paper_order(), start=1))
crosses = st.lists(st.sampled_from(list(BOXES)), min_size=12, max_size=12)


def by_pencil(crossed):
    """Lean as the sheet says: numbers looked up, added, made up for what is left out."""
    sums = {}
    for side in SIDES:
        own = [n for n, item in NUMBERED if item.pole == side]
        total = sum(paper_key()[n][crossed[n]] for n in own if n in crossed)
        for n in own:
            if n not in crossed:
                total = total / (100 - paper_key()[n][100]) * 100
        sums[side] = total
    return sums["engineering"] - sums["analytics"]


def by_sliders(crossed):
    return place(Answers.from_items({paper_order()[n - 1].id: v for n, v in crossed.items()})).lean


@given(crosses)
def test_a_pencil_comes_to_what_the_sliders_show(values):
    crossed = dict(enumerate(values, start=1))
    assert by_pencil(crossed) == pytest.approx(by_sliders(crossed), abs=ROUNDING)


@given(crosses, st.sampled_from(sorted(paper_key())))
def test_a_statement_left_out_is_made_up_for(values, out):
    crossed = {n: v for n, v in enumerate(values, start=1) if n != out}
    # Half a point for each number, and what the division makes of it: 100 / (100 - 31) at most.
    assert by_pencil(crossed) == pytest.approx(by_sliders(crossed), abs=1.5 * ROUNDING)


def test_the_key_is_what_an_answer_adds_and_machine_learning_has_no_numbers():
    # Architecture weighs 0.31 within engineering: 0.31 * 75 = 23.25.
    [number] = [n for n, item in NUMBERED if item.id == "architecture-1"]
    assert paper_key()[number] == {0: 0, 25: 8, 50: 16, 75: 23, 100: 31}
    shared = [n for n, item in NUMBERED if item.pole == "machine_learning"]
    assert len(shared) == 2
    assert not set(shared) & set(paper_key())


def test_the_sheet_is_a_whole_page_of_every_statement_that_asks_for_nothing_else():
    page = paper_form()
    found = [page.index(item.statement.replace("'", "&#x27;")) for item in paper_order()]
    assert found == sorted(found)
    assert {item.id for item in paper_order()} == {i.id for i in load_instrument().short_items}
    opened, ends = [], []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: None if tag == "meta" else opened.append(tag)
    parser.handle_endtag = lambda tag: ends.append((tag, opened.pop()))
    parser.feed(paper_form())
    assert not opened
    assert all(end == start for end, start in ends)
    assert not {tag for tag, _ in tags(paper_form())} & {"script", "img", "link", "iframe", "input"}
    assert not re.search(r"https?:|url\(", paper_form())


def test_what_leaves_the_side_open_is_half_a_usual_band():
    people = simulation.persons(simulation.Population(), 300, seed=12, form="short")
    half = median(place(person.answers).width for person in people) / 2
    assert pytest.approx(half, abs=3) == OPEN


@pytest.mark.browser
def test_it_prints_on_one_page(sheets):
    assert sheets(paper_form()) == 1
