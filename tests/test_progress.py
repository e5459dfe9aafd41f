"""Long work shows how far it has come, and short work shows nothing."""

import sys
import threading

import polars
import pytest
from people import ITEMS

from rolekit.base import progress
from rolekit.base.progress import progress as shown
from rolekit.cohort import open_store, place_frame, rehearsal


@pytest.fixture
def at_once(monkeypatch):
    """A bar from the start, so that a test need not wait for it."""
    monkeypatch.setattr(progress, "DELAY", 0)


@pytest.fixture
def clock(monkeypatch):
    """A clock for the bars that stands still until a test adds seconds to it."""
    passed = []
    monkeypatch.setattr("tqdm.std.time", lambda: sum(passed))
    return passed


def table():
    return polars.DataFrame({item: [50, 60] for item in ITEMS})


def test_work_of_more_than_a_second_shows_a_bar_that_goes_again(clock, capsys):
    for step in shown(range(8), "Waiting", "nap"):
        if step == 6:
            assert capsys.readouterr().err == ""  # six naps are 0.9 seconds
        clock.append(0.15)
    told = capsys.readouterr().err
    assert "Waiting:" in told
    assert "/8 [" in told
    assert told.endswith("\r")  # the line is wiped
    assert told.rsplit("\r", 2)[1].strip() == ""


def test_short_work_shows_none(clock, capsys, tmp_path):
    store = open_store(tmp_path)
    for response in rehearsal(3, seed=1).responses:
        store.add(response)
    store.read()
    place_frame(table())
    assert capsys.readouterr().err == ""


def test_a_rehearsal_a_store_and_a_table_say_what_they_do(at_once, capsys, tmp_path):
    store = open_store(tmp_path)
    store.add(rehearsal(1, seed=1).responses[0])
    assert "Inventing:   0%|" in capsys.readouterr().err
    store.read()
    assert "Reading: " in capsys.readouterr().err
    place_frame(table())
    told = capsys.readouterr().err
    assert "Checking:   0%|" in told
    assert "Placing:   0%|" in told


def test_a_lazy_table_and_work_behind_a_page_show_none(at_once, capsys):
    place_frame(table().lazy())
    assert capsys.readouterr().err == ""
    done = []
    thread = threading.Thread(target=lambda: done.extend(shown(range(3), "Behind", "step")))
    thread.start()
    thread.join()
    assert done == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_the_work_is_done_without_tqdm_too(at_once, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert list(shown(range(3), "Counting", "number")) == [0, 1, 2]
    assert capsys.readouterr().err == ""
