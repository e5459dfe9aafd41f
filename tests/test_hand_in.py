"""Handing in: a response leaves the page in one of several ways, and is never lost."""

import asyncio
import os
import threading
from dataclasses import replace
from html import escape
from urllib.parse import quote

import ipywidgets
import pytest
from strategies import INSTRUMENT

from rolekit import Answers, Response
from rolekit.cohort import open_store
from rolekit.cohort.set_up import set_up
from rolekit.errors import HAND_OVER
from rolekit.qr import ALT
from rolekit.widgets import Explorer, PairsGame, hand_in
from rolekit.widgets.hand_in import CHANGED, DONE, EMPTY, SENT, HandIn
from rolekit.widgets.person import Person

ANSWERS = Answers.from_items({item.id: 40 for item in INSTRUMENT.short_items})
LATER = ANSWERS.having("pipelines-1", 90)
RESPONSE = Response(ANSWERS, id=7, guess=10)


@pytest.fixture(autouse=True)
def no_loop_of_a_browser():
    """Hide the loop that a browser, driven by the same process, keeps running meanwhile."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture(params=["folder", "sqlite"])
def store(request, tmp_path, monkeypatch):
    where = {
        "folder": str(tmp_path / "room"),
        "sqlite": f"sqlite:///{quote(str(tmp_path / 'room.db'))}",
    }[request.param]
    set_up(where)
    monkeypatch.setenv("ROLEKIT_COHORT", where)
    return open_store(where)


def buttons(widget):
    """Every button below a widget, by its words."""
    found = {}
    for child in getattr(widget, "children", ()):
        if isinstance(child, ipywidgets.Button):
            found[child.description] = child
        found |= buttons(child)
    return found


def box(handing):
    """The box that says that it is the second round."""
    return next(w for w in handing.children[0].children if isinstance(w, ipywidgets.Checkbox))


def part(explorer):
    return next(child for child in explorer.children if isinstance(child, HandIn))


def explorer():
    made = Explorer()
    made.resume(RESPONSE.to_code())
    return made


def qr(handing):
    return handing.children[1].value


# The button


def test_without_a_store_there_is_no_button(monkeypatch):
    monkeypatch.delenv("ROLEKIT_COHORT", raising=False)
    assert "Hand in" not in buttons(explorer())


def test_what_was_handed_in_is_in_the_store(store):
    made = explorer()
    buttons(made)["Hand in"].click()
    assert part(made).told == DONE
    assert store.responses() == (RESPONSE,)


def test_handing_in_again_leaves_one_record_and_no_conflict(store):
    made = explorer()
    for _ in range(3):
        buttons(made)["Hand in"].click()
    assert str(store.read()) == "1 counted"


def test_the_later_of_two_counts_and_the_page_says_that_it_changed(store):
    made = explorer()
    buttons(made)["Hand in"].click()
    made._answer("pipelines-1", 90)
    assert part(made).told == CHANGED
    assert store.responses() == (RESPONSE,)
    buttons(made)["Hand in"].click()
    assert part(made).told == DONE
    assert store.responses() == (replace(RESPONSE, answers=LATER),)
    made._answer("pipelines-1", 40)
    assert part(made).told == CHANGED


def test_nobody_hands_in_nothing(store):
    made = Explorer(guess=0)
    buttons(made)["Hand in"].click()
    assert part(made).told == EMPTY
    assert store.responses() == ()
    made._answer("pipelines-1", 40)
    assert part(made).told == ""


@pytest.mark.parametrize(
    "where",
    [
        "/proc/no/such/folder",
        "sqlite:////no/such/room.db",
        "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1",
        "mysql://host/room",
        "<img src=x onerror=alert(1)>://x",
        "postgresql://[",
        "sqlite://\0",
    ],
)
def test_a_store_that_cannot_be_reached_leaves_the_code(where, monkeypatch):
    # A real environment holds no NUL, but other sources of one may.
    monkeypatch.setattr("os.environ", {**os.environ, "ROLEKIT_COHORT": where})
    made = explorer()
    buttons(made)["Hand in"].click()
    assert part(made).told == (
        "Could not reach the cohort. Copy this code to your facilitator instead."
    )
    assert not buttons(made)["Hand in"].disabled
    assert made._code.code == RESPONSE.to_code()


def test_a_store_that_comes_back_takes_it(tmp_path, monkeypatch):
    where = tmp_path / "later"
    monkeypatch.setenv("ROLEKIT_COHORT", str(where))
    made = explorer()
    buttons(made)["Hand in"].click()
    assert part(made).told == HAND_OVER
    set_up(str(where))
    buttons(made)["Hand in"].click()
    assert part(made).told == DONE
    assert open_store(where).responses() == (RESPONSE,)


def test_the_sliders_stay_free_while_a_store_is_slow(store, monkeypatch):
    answer = threading.Event()
    add = hand_in._reached
    monkeypatch.setattr(hand_in, "_reached", lambda sent: answer.wait(10) and add(sent))
    made = explorer()

    async def beside():
        buttons(made)["Hand in"].click()
        assert part(made).told == SENT
        assert buttons(made)["Hand in"].disabled
        made._answer("pipelines-1", 90)
        assert made.answers == LATER
        answer.set()
        await part(made)._sending

    asyncio.run(beside())
    # What was handed in is what stood there when the button was pressed, and the page says so.
    assert store.responses() == (RESPONSE,)
    assert part(made).told == CHANGED
    assert not buttons(made)["Hand in"].disabled


def test_the_button_comes_back_after_a_failure_nobody_thought_of(store, monkeypatch):
    def broken(_):
        raise ZeroDivisionError

    monkeypatch.setattr(hand_in, "_reached", broken)
    made = explorer()

    async def beside():
        buttons(made)["Hand in"].click()
        with pytest.raises(ZeroDivisionError):
            await part(made)._sending

    asyncio.run(beside())
    assert part(made).told == HAND_OVER
    assert not buttons(made)["Hand in"].disabled


# The second round


def test_the_second_round_is_the_same_person(store):
    made = explorer()
    buttons(made)["Hand in"].click()
    box(part(made)).value = True
    assert made.response == replace(RESPONSE, round=2)
    assert made._code.code == made.code == replace(RESPONSE, round=2).to_code()
    buttons(made)["Hand in"].click()
    assert store.responses() == (RESPONSE, replace(RESPONSE, round=2))
    box(part(made)).value = False
    assert made.code == RESPONSE.to_code()


def test_a_code_of_the_second_round_is_resumed_in_it():
    made = explorer()
    made.resume(replace(RESPONSE, round=2).to_code())
    assert box(part(made)).value
    assert made.response.round == 2
    made.resume(RESPONSE.to_code())
    assert not box(part(made)).value


def test_one_answer_is_one_answer():
    one = Response(Answers.from_items({"pipelines-1": 40}), id=7)
    assert Explorer()._resume(one) == "Resumed with 1 answer."
    assert Explorer()._resume(RESPONSE) == "Resumed with 12 answers."


# The second method


def test_the_choices_of_the_game_are_in_what_is_handed_in(store):
    person = Person()
    game = PairsGame(person)
    person.response = RESPONSE
    game._cards.choices, game._cards.at = [0] * 10, 10
    handed_in = replace(RESPONSE, pairs=game.choices)
    assert any(game.choices)
    buttons(game)["Hand in"].click()
    assert store.responses() == (handed_in,)
    box(part(game)).value = True
    assert person.response == replace(handed_in, round=2)


# The QR picture


def test_the_qr_picture_is_made_when_asked_for_and_follows_the_code():
    made = explorer()
    assert qr(part(made)) == ""
    buttons(made)["Show as QR"].click()
    first = qr(part(made))
    assert escape(ALT) in first
    made._answer("pipelines-1", 90)
    assert qr(part(made)) not in ("", first)
    buttons(made)["Hide the QR"].click()
    assert qr(part(made)) == ""
    assert "Show as QR" in buttons(made)
