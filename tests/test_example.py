"""The invented person is an ordinary record, and only that person is taken for invented."""

from dataclasses import replace

from hypothesis import given
from strategies import INSTRUMENT, responses

from rolekit import Answers, Response, place
from rolekit.measure.example import EXAMPLE, is_example


def test_the_invented_person_has_answered_the_short_form_and_has_something_to_show():
    assert set(EXAMPLE.answers) == {item.id for item in INSTRUMENT.short_items}
    assert {value % 5 for value in EXAMPLE.answers.by_item.values()} == {0}
    # A side, a depth, and a guess to the other side that lies outside of the band.
    placement = place(EXAMPLE.answers)
    assert placement.side == "engineering"
    assert placement.depth is not None
    assert EXAMPLE.guess < 0 < placement.low
    assert EXAMPLE.pairs is None


def test_the_invented_person_can_be_pasted_as_a_code_and_gone_on_from_as_invented():
    pasted = Response.from_code(EXAMPLE.to_code())
    assert pasted == EXAMPLE
    assert is_example(pasted)
    changed = replace(EXAMPLE, answers=Answers.from_items({"pipelines-1": 100}), guess=None)
    assert is_example(changed)


@given(responses)
def test_nobody_else_is_taken_for_invented(response):
    assert is_example(response) == (response.id == 2_718_281_828)
