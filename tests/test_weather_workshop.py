"""The workshop serves, asks and loads, and leaves nothing behind."""

import gc
import socket

import pytest
from doors import can_connect
from hands import refusal

from rolekit.weather import WeatherError
from rolekit.weather.load import summarise
from rolekit.weather.workshop import REQUESTS, YESTERDAY, Workshop, in_words


@pytest.fixture
def workshop():
    made = Workshop(port=0)
    yield made
    made.stop()


def test_a_good_request_is_answered_and_every_broken_one_refused_under_load_too(workshop):
    workshop.train()
    workshop.start()
    found = {name: workshop.ask(name).status_code for name in REQUESTS}
    assert found == {
        "A good evening": 200,
        "A missing field": 422,
        "A word for a number": 422,
        "400 degrees": 422,
        "10,000 days at once": 413,
    }
    assert in_words(workshop.ask("400 degrees")) == (
        "Refused (422): days[6].temp_max: should be less than or equal to 60."
    )
    workshop.train()
    workshop.start()
    found = summarise(workshop.load(50).wait())
    assert (found.answered, found.refused, found.failed) == (45, 5, 0)


def test_nothing_is_asked_of_what_does_not_run_and_training_twice_makes_one_artefact(workshop):
    told = "The service is not running. Start it first."
    assert refusal(WeatherError, workshop.ask, "A word for a number") == told
    assert refusal(WeatherError, workshop.load) == told
    assert workshop.train().sha256 == workshop.train().sha256
    assert len(workshop.store.history) == 1


def test_a_new_workshop_stops_the_one_before(workshop):
    """A notebook that is run a second time."""
    workshop.train()
    address = workshop.start()
    running = workshop.load(100_000)
    again = Workshop(port=0)
    assert not can_connect(address)
    assert not running.is_running
    again.train()
    assert can_connect(again.start())
    again.stop()


def test_two_workshops_of_two_notebooks_share_no_port(workshop):
    """The other one runs in a kernel of its own: here a plain socket holds its port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = Workshop(port=taken.getsockname()[1])
        busy.train()
        assert busy.start() != f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert busy.ask("A good evening").status_code == 200
        busy.stop()


def test_training_goes_live_and_rolling_back_takes_it_back(workshop):
    first = workshop.train(YESTERDAY)
    workshop.start()
    second = workshop.train()
    assert second.name in workshop.ask("A good evening").text
    assert workshop.roll_back() == first
    assert first.name in workshop.ask("A good evening").text


def test_the_artefacts_go_with_the_workshop():
    folder = Workshop(port=0).store.folder
    assert folder.is_dir()
    Workshop(port=0)
    gc.collect()
    assert not folder.exists()
