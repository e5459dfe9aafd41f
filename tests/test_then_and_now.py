"""An earlier code beside today's: what is different is shown, and nothing is claimed of it."""

import pytest
from hands import words_of
from panels import html_on, paste, replies
from people import FEW, ONE, OTHER, answers_of

from rolekit import Response, place
from rolekit.measure.panels.then_and_now import FIRST
from rolekit.measure.words import describe_change
from rolekit.widgets import Person, ThenAndNow

EARLIER = "An earlier response code"


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def panel(person):
    return ThenAndNow(person)


def rows(panel):
    """The words of each row of the table, but its head."""
    return [words_of(row) for row in html_on(panel).split("<tr>")[2:]]


def test_nothing_is_compared_before_there_are_two_codes(panel, person):
    assert replies(panel)[1] == FIRST
    paste(panel, ONE.to_code(), EARLIER)
    assert (replies(panel)[1], html_on(panel)) == (FIRST, "")
    paste(person, OTHER.to_code())
    assert replies(ThenAndNow(person))[1] == ""
    assert replies(panel)[1] == describe_change(place(ONE.answers), place(OTHER.answers))


def test_position_and_kinds_of_work_are_laid_side_by_side_what_differs_most_first(panel, person):
    then = answers_of([50] * 5, [50, 50, 50, 50, 50], [50, 50]).short
    now = then.having("statistics-1", 80).having("reliability-1", 45).having("modelling-1", None)
    paste(person, Response(now, id=1).to_code())
    paste(panel, Response(then, id=2).to_code(), EARLIER)
    kinds = rows(panel)
    # Statistics counts 0.213 and reliability 0.241: 0.241 * -5 - 0.213 * 30 = -7.6.
    assert replies(panel)[1].startswith(
        "You came out right in the middle then, and 8 points towards analytics now, a change of 8 "
        "points towards analytics. Nobody"
    )
    assert kinds[:2] == ["Statistics 50 80 +30", "Reliability 50 45 −5"]
    assert kinds[2] == "Exploration 50 50"
    assert "Modelling 50 not answered" in kinds
    assert len(kinds) == 12


def test_it_claims_no_significance(panel, person):
    paste(person, ONE.to_code())
    paste(panel, OTHER.to_code(), EARLIER)
    assert "Nobody has measured how much people's answers vary" in replies(panel)[1]
    assert "significant" not in replies(panel)[1]


def test_the_same_result_is_said_to_be_the_same():
    now = place(ONE.answers)
    assert describe_change(now, now).startswith("You came out ")
    assert "then, and you do again now." in describe_change(now, now)
    assert " now, a change of " in describe_change(place(OTHER.answers), now)


def test_a_code_with_too_few_answers_is_told_so(panel, person):
    paste(person, ONE.to_code())
    paste(panel, FEW.to_code(), EARLIER)
    assert replies(panel)[1].startswith("One of the two has no result yet. Answer statements on ")
    assert html_on(panel) == ""


def test_a_code_with_a_fault_changes_nothing(panel, person):
    paste(person, ONE.to_code())
    paste(panel, OTHER.to_code(), EARLIER)
    before = html_on(panel)
    paste(panel, "ROLE1-<b>", EARLIER)
    assert html_on(panel) == before
    assert "never occurs in codes" in replies(panel)[0]
