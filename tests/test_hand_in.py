"""Handing in: a response leaves the page in one of several ways, and is never lost."""

import asyncio
import os
import threading
from dataclasses import replace
from html import escape

import ipywidgets
import pytest
from hands import until
from panels import button, html_on, only, press, said, words_on
from people import SHORT_ITEMS

from rolekit import Answers, Response
from rolekit.cohort import open_store
from rolekit.measure.panels.pair_cards import PairCards
from rolekit.measure.panels.person import Person
from rolekit.record.panels import hand_in
from rolekit.record.panels.hand_in import CHANGED, DONE, EMPTY, SENT, HandIn
from rolekit.record.qr import ALT
from rolekit.record.set_up import set_up
from rolekit.widgets import Explorer, PairsGame

pytestmark = pytest.mark.usefixtures("no_loop")

ANSWERS = Answers.from_items(dict.fromkeys(SHORT_ITEMS, 40))
LATER = ANSWERS.having("pipelines-1", 90)
RESPONSE = Response(ANSWERS, id=7, guess=10)
AFTERWARDS = replace(RESPONSE, round=2)


@pytest.fixture(params=["{}/room", "sqlite:///{}/room.db"], ids=["folder", "sqlite"])
def store(request, tmp_path, monkeypatch):
    where = request.param.format(tmp_path)
    set_up(where)
    monkeypatch.setenv("ROLEKIT_COHORT", where)
    return open_store(where)


def resumed():
    made = Explorer()
    made.resume(RESPONSE.to_code())
    return made


@pytest.fixture
def explorer(store):
    return resumed()


def told(panel):
    return said(only(panel, HandIn))


def second_round(panel):
    """The box that says that it is the second round."""
    return only(panel, ipywidgets.Checkbox)


def answer(explorer, value):
    explorer.answers = explorer.answers.having("pipelines-1", value)


def sending():
    """What the page does beside a test: it hands in."""
    [task] = asyncio.all_tasks() - {asyncio.current_task()}
    return task


# The button


def test_without_a_store_there_is_no_button(monkeypatch):
    monkeypatch.delenv("ROLEKIT_COHORT", raising=False)
    assert "Hand in" not in words_on(resumed())


def test_what_was_handed_in_is_in_the_store_once_however_often(store, explorer):
    for _ in range(3):
        press(explorer, "Hand in")
        assert told(explorer) == DONE
        assert store.responses() == (RESPONSE,)
        assert str(store.read()) == "1 counted"


def test_the_later_of_two_counts_and_the_page_says_that_it_changed(store, explorer):
    press(explorer, "Hand in")
    answer(explorer, 90)
    assert told(explorer) == CHANGED
    assert store.responses() == (RESPONSE,)
    press(explorer, "Hand in")
    assert told(explorer) == DONE
    assert store.responses() == (replace(RESPONSE, answers=LATER),)
    answer(explorer, 40)
    assert told(explorer) == CHANGED


def test_nobody_hands_in_nothing(store):
    explorer = Explorer(guess=0)
    press(explorer, "Hand in")
    assert told(explorer) == EMPTY
    assert store.responses() == ()
    answer(explorer, 40)
    assert told(explorer) == ""


COPY = "Copy this code to your facilitator instead."
GONE = "the cohort is not there, or was not set up"
NO_ADDRESS = (
    "The cohort must be a folder, sqlite:///file or postgresql://user@host/name (got one that "
    "starts with {}://)"
)


@pytest.mark.parametrize(
    ("where", "cause"),
    [
        ("/proc/no/such/folder", GONE),
        ("sqlite:////no/such/room.db", GONE),
        ("postgresql://nobody@127.0.0.1:1/none?connect_timeout=1", "the cohort does not answer"),
        ("mysql://host/room", NO_ADDRESS.format("mysql")),
        ("<img src=x onerror=alert(1)>://x", NO_ADDRESS.format("<img src=x onerror=alert(1)>")),
        ("postgresql://[", "the cohort does not answer"),
        ("sqlite://\0", "The address of the cohort has a character that none can have."),
    ],
)
@pytest.mark.long
def test_a_store_that_cannot_be_reached_leaves_the_code(where, cause, monkeypatch):
    """And the cause stands beside it, in one plain sentence."""
    # A real environment holds no NUL, but other sources of one may.
    monkeypatch.setattr("os.environ", {**os.environ, "ROLEKIT_COHORT": where})
    explorer = resumed()
    press(explorer, "Hand in")
    assert told(explorer).startswith(f"Not handed in: {cause}")
    assert told(explorer).endswith(f". {COPY}")
    assert not button(explorer, "Hand in").disabled
    assert explorer.code == RESPONSE.to_code()


def test_a_store_that_comes_back_takes_it(tmp_path, monkeypatch):
    where = tmp_path / "later"
    monkeypatch.setenv("ROLEKIT_COHORT", str(where))
    explorer = resumed()
    press(explorer, "Hand in")
    assert told(explorer) == f"Not handed in: {GONE}. {COPY}"
    set_up(str(where))
    press(explorer, "Hand in")
    assert told(explorer) == DONE
    assert open_store(where).responses() == (RESPONSE,)


def test_the_sliders_stay_free_while_a_store_is_slow(store, explorer, monkeypatch):
    asked, free = threading.Event(), threading.Event()

    def slow():
        asked.set()
        # A page that waited for the store would never come to let it answer.
        assert free.wait(60)
        return open_store()

    monkeypatch.setattr(hand_in, "open_store", slow)

    async def beside():
        press(explorer, "Hand in")
        await until(asked.is_set)
        assert told(explorer) == SENT
        assert button(explorer, "Hand in").disabled
        answer(explorer, 90)
        assert explorer.answers == LATER
        free.set()
        await sending()

    asyncio.run(beside())
    # What was handed in is what stood there when the button was pressed, and the page says so.
    assert store.responses() == (RESPONSE,)
    assert told(explorer) == CHANGED
    assert not button(explorer, "Hand in").disabled


def test_the_button_comes_back_after_a_failure_nobody_thought_of(explorer, monkeypatch):
    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr(hand_in, "open_store", broken)

    async def beside():
        press(explorer, "Hand in")
        with pytest.raises(ZeroDivisionError):
            await sending()

    asyncio.run(beside())
    assert told(explorer) == f"Not handed in: something is wrong with this notebook. {COPY}"
    assert not button(explorer, "Hand in").disabled


# The second round


def test_the_second_round_is_the_same_person_and_resumed_by_its_code(store, explorer):
    press(explorer, "Hand in")
    second_round(explorer).value = True
    assert (explorer.response, explorer.code) == (AFTERWARDS, AFTERWARDS.to_code())
    press(explorer, "Hand in")
    assert store.responses() == (RESPONSE, AFTERWARDS)
    second_round(explorer).value = False
    assert explorer.code == RESPONSE.to_code()
    explorer = resumed()
    explorer.resume(AFTERWARDS.to_code())
    assert second_round(explorer).value
    assert explorer.response.round == 2
    explorer.resume(RESPONSE.to_code())
    assert not second_round(explorer).value


# The second method


def test_the_choices_of_the_game_are_in_what_is_handed_in(store):
    person = Person()
    game = PairsGame(person)
    person.response = RESPONSE
    cards = only(game, PairCards)
    cards.choices, cards.at = [0] * 10, 10
    handed_in = replace(RESPONSE, pairs=game.choices)
    assert any(game.choices)
    press(game, "Hand in")
    assert store.responses() == (handed_in,)
    second_round(game).value = True
    assert person.response == replace(handed_in, round=2)


# The QR picture


def test_the_qr_picture_is_made_when_asked_for_and_follows_the_code():
    explorer = resumed()
    assert html_on(only(explorer, HandIn)) == ""
    press(explorer, "Show as QR")
    first = html_on(only(explorer, HandIn))
    assert escape(ALT) in first
    answer(explorer, 90)
    assert html_on(only(explorer, HandIn)) not in ("", first)
    press(explorer, "Hide the QR")
    assert html_on(only(explorer, HandIn)) == ""
    assert not button(explorer, "Show as QR").disabled
