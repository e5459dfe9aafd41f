"""What a kernel hands to the button that keeps a result: the response, its picture, no more."""

from dataclasses import replace

import pytest
from panels import as_drawn, only, paste
from people import FEW, ONE

from rolekit import place
from rolekit.figures import where_you_sit
from rolekit.measure.example import EXAMPLE
from rolekit.measure.panels.keep_this import KeptPage
from rolekit.widgets import KeepThis, Person


@pytest.fixture
def person():
    return Person()


@pytest.fixture
def kept(person):
    return only(KeepThis(person), KeptPage)


def test_an_invented_person_and_too_few_answers_are_not_kept(person, kept):
    assert kept.code == ""
    for response in (ONE, FEW, ONE, EXAMPLE):
        paste(person, response.to_code())
        assert kept.code == (response.to_code() if response == ONE else "")


def test_the_page_gets_the_code_and_the_picture(person, kept):
    paste(person, ONE.to_code())
    assert kept.figure == as_drawn(where_you_sit(place(ONE.answers), ONE.guess))


def test_pairs_that_were_played_are_kept(person, kept):
    paste(person, ONE.to_code())
    played = replace(ONE, pairs=("analytics",) * 10)
    person.response = played
    assert kept.code == played.to_code()
