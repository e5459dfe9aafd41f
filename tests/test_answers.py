"""Answers hold what a person said, whole and unchanged."""

import copy
import pickle
from dataclasses import FrozenInstanceError

import numpy
import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from people import FACETS, INSTRUMENT, ITEMS, SHORT_ITEMS
from strategies import any_answers, whole

from rolekit import AnswerError, Answers


def test_answers_are_read_back_as_given_and_zero_is_an_answer_where_none_is_not():
    answers = Answers.from_items({"pipelines-1": 70, "statistics-2": 0})
    assert (answers["pipelines-1"], answers["statistics-2"]) == (70, 0)
    assert answers.by_item == {"statistics-2": 0, "pipelines-1": 70}
    answers = Answers.from_items({"pipelines-1": None, "statistics-1": 0})
    assert list(answers) == ["statistics-1"]
    assert len(answers) == 1
    assert answers["pipelines-1"] is None
    assert "pipelines-1" not in answers


def test_answers_cannot_be_changed_and_having_leaves_the_old_ones_alone():
    answers = Answers.from_items({"pipelines-1": 70})
    with pytest.raises(FrozenInstanceError):
        answers.given = ()
    with pytest.raises(TypeError):
        answers["pipelines-1"] = 10
    old = Answers.from_items({"pipelines-1": 70})
    new = old.having("pipelines-1", 20).having("statistics-1", 40)
    assert old == Answers.from_items({"pipelines-1": 70})
    assert new == Answers.from_items({"pipelines-1": 20, "statistics-1": 40})
    assert old.having("pipelines-1", None) == Answers()


@given(any_answers(whole), st.sampled_from(ITEMS), whole)
def test_having_changes_one_answer_and_no_other(answers, item, value):
    changed = answers.having(item, value)
    assert changed[item] == value
    assert all(changed[other] == answers[other] for other in ITEMS if other != item)


@given(any_answers(whole))
def test_answers_come_in_the_order_of_the_table_whatever_the_order_they_were_given_in(answers):
    assert list(answers) == [item for item in ITEMS if answers[item] is not None]
    backwards = Answers.from_items(dict(reversed(answers.given)))
    assert backwards == answers
    assert hash(backwards) == hash(answers)


@given(any_answers(whole))
def test_answers_can_be_copied_stored_and_made_again(answers):
    assert answers.by_facet is answers.by_facet
    assert copy.deepcopy(answers) == pickle.loads(pickle.dumps(answers)) == answers
    assert Answers(answers.given) == answers


def test_a_facet_gives_its_value_to_both_items_and_is_the_mean_of_its_answered_ones():
    answers = Answers.from_facets({"statistics": 80, "pipelines": None})
    assert answers == Answers.from_items({"statistics-1": 80, "statistics-2": 80})
    answers = Answers.from_items({"statistics-1": 80, "statistics-2": 55, "pipelines-2": 10})
    assert answers.by_facet == {"statistics": 67.5, "pipelines": 10}


@given(st.dictionaries(st.sampled_from(list(FACETS)), whole))
def test_facets_are_read_back_as_given(values):
    assert Answers.from_facets(values).by_facet == values


@pytest.mark.parametrize("item", [item.id for item in INSTRUMENT.further_items])
def test_one_second_item_makes_the_form_full(item):
    assert Answers.from_items({item: 0}).form == "full"


def test_first_items_alone_are_the_short_form_and_every_code_is_a_new_response():
    assert Answers.from_items(dict.fromkeys(SHORT_ITEMS, 50)).form == "short"
    assert Answers().form == "short"
    answers = Answers.from_facets({"statistics": 80})
    assert answers.to_code() != answers.to_code()


@given(any_answers())
def test_answers_survive_their_code_and_their_short_part_holds_the_first_items_only(answers):
    assert answers.short.form == "short"
    assert answers.short.by_item == {
        item: value for item, value in answers.by_item.items() if item.endswith("-1")
    }
    assert Answers.from_code(answers.to_code()) == answers


def test_whole_numbers_of_numpy_are_taken():
    answers = Answers.from_items({"pipelines-1": numpy.int64(70), "pipelines-2": numpy.uint8(5)})
    assert answers == Answers.from_items({"pipelines-1": 70, "pipelines-2": 5})
    assert type(answers["pipelines-1"]) is int


@pytest.mark.parametrize(
    ("value", "got"),
    [
        ("70", "'70' that is a str"),
        (70.0, "70.0 that is a float"),
        (True, "True that is a bool"),
        (-1, "-1 that is a int"),
        (101, "101 that is a int"),
        (float("nan"), "nan that is a float"),
        ([50], "[50] that is a list"),
    ],
)
def test_a_value_that_is_no_answer_is_named(value, got):
    must = f"must be a whole number from 0 to 100 or None (got {got})."
    said = refusal(AnswerError, Answers.from_items, {"pipelines-1": value})
    assert said == f"Item 'pipelines-1' {must}"
    said = refusal(AnswerError, Answers.from_facets, {"pipelines": value})
    assert said == f"Facet 'pipelines' {must}"


@pytest.mark.parametrize("value", [numpy.float64(70), numpy.bool_(True)])
def test_other_numbers_of_numpy_are_refused(value):
    said = refusal(AnswerError, Answers.from_items, {"pipelines-1": value})
    assert "must be a whole number" in said


@pytest.mark.parametrize(
    ("make", "kind", "name", "advice"),
    [
        (Answers.from_items, "item", "pipeline-1", "Did you mean 'pipelines-1'?"),
        (Answers.from_items, "item", "nothing", f"Choose from: {', '.join(ITEMS)}."),
        (Answers.from_facets, "facet", "statistic", "Did you mean 'statistics'?"),
        (Answers.from_facets, "facet", "???", f"Choose from: {', '.join(FACETS)}."),
    ],
)
@pytest.mark.parametrize("value", [70, None])
def test_an_unknown_name_is_set_right_even_without_an_answer(make, kind, name, advice, value):
    assert refusal(AnswerError, make, {name: value}) == f"There is no {kind} '{name}'. {advice}"


ORDER = (
    "The items must be in the order of the items table, each once (got {}). Answers.from_items "
    "puts them in order."
)
PAIRS = (
    "'given' must be a tuple of pairs of an item and a whole number (got {!r}). Make answers with "
    "Answers.from_items."
)
ONE, LATER = ("statistics-1", 50), ("pipelines-1", 70)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((ONE, ("nope", 50)), f"There is no item 'nope'. Choose from: {', '.join(ITEMS)}."),
        (
            (ONE, ("pipelines-1", 999)),
            "Item 'pipelines-1' must be a whole number from 0 to 100 or None (got 999 that is a "
            "int).",
        ),
        *(
            (
                (("pipelines-1", value),),
                "Item 'pipelines-1' must be a whole number from 0 to 100 or None (got "
                f"{value!r} that is a {type(value).__name__}).",
            )
            for value in (True, -1, 7.0, "7", numpy.int64(7))
        ),
        ((LATER, ONE), ORDER.format("pipelines-1, statistics-1")),
        ((ONE, LATER, LATER), ORDER.format("statistics-1, pipelines-1, pipelines-1")),
        *(
            (given, PAIRS.format(given))
            for given in ([ONE], (list(ONE),), ("ab",), (("ab",),), 7, {"statistics-1": 50})
        ),
        (
            ((["statistics-1"], 50),),
            "There is no item ['statistics-1']. Did you mean 'statistics-1'?",
        ),
    ],
)
def test_answers_refuse_what_from_items_would_not_have_made(given, said):
    assert refusal(AnswerError, Answers, given) == said


def test_having_an_unknown_item_is_refused():
    with pytest.raises(AnswerError, match="There is no item 'pipelines'"):
        Answers().having("pipelines", 5)
