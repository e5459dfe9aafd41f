"""The button that lets phones in: what it says first, what it shows, and how it ends."""

import asyncio
import re
import sys
from dataclasses import replace

import ipywidgets
import pytest
from browser import until as wait_until
from doors import FILES, can_connect, phone
from hands import until
from panels import button, choose, html_on, labelled, only, paste, press, replies, said, shown
from people import ONE, OTHER, codes

from rolekit.base.ui.choice import Choice
from rolekit.cohort import door as door_module
from rolekit.cohort import open_store, rehearsal
from rolekit.cohort.door import VISIBLE
from rolekit.cohort.door import addresses as addresses_module
from rolekit.cohort.door.addresses import HERE, Address
from rolekit.cohort.panels.facilitator import DATABASE, FOLDER, PASTE, REHEARSAL
from rolekit.cohort.panels.phones_in import (
    ALONE,
    ALT,
    CLOSED,
    ENDED,
    HOURS,
    IN_A_BROWSER,
    MISSING,
    QUIET,
    PhonesIn,
)
from rolekit.cohort.panels.wall import Wall
from rolekit.page import build
from rolekit.record.open_store import VARIABLE
from rolekit.record.qr import qr_of
from rolekit.record.set_up import set_up
from rolekit.widgets import Facilitator, Rehearsal

PEOPLE = [response for response in rehearsal(12, seed=3).responses if response.round == 1]
WIFI = Address("127.0.0.2", "wlan0")  # this machine's, and so a stand-in for one in a network
PUBLIC = Address("198.51.0.7", "eth0")
WHERE = "Phones reach this computer at"


@pytest.fixture(autouse=True)
def room(monkeypatch, tmp_path):
    """A folder of its own, a small page, three addresses; every door is closed afterwards."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "page_files", lambda: FILES)
    monkeypatch.setattr(door_module, "PORT", 0)  # any free one, which no other test listens at
    monkeypatch.setattr(addresses_module, "addresses", lambda: [Address(HERE, ""), WIFI, PUBLIC])
    made = []

    def note(panel, *arguments, init=PhonesIn.__init__):
        init(panel, *arguments)
        made.append(panel)

    monkeypatch.setattr(PhonesIn, "__init__", note)
    yield tmp_path
    for panel in made:
        panel.shut()


@pytest.fixture
def panel(no_loop):
    return Facilitator()


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def phones(no_loop, clock, tmp_path):
    """The button alone, with a clock that goes when it is told to."""
    return PhonesIn("alone", lambda: str(tmp_path / "room"), clock)


def let_in(panel, address=WIFI):
    press(panel, "Let phones in")
    choose(panel, address.label, WHERE)
    press(panel, "Open the door")
    return only(panel, PhonesIn).address


def hand_in(address, *responses):
    with phone(address) as client:
        client.get("")
        for response in responses:
            assert client.post("hand-in", content=response.to_code()).json() == {"kept": True}


class TestAsking:
    def test_before_it_opens_it_says_in_a_sentence_what_becomes_visible_to_whom(self, phones):
        press(phones, "Let phones in")
        assert VISIBLE in replies(phones)
        assert VISIBLE.count(". ") == 0
        for who in ("anyone with the address", "you", "others on this network", "the room"):
            assert who in VISIBLE
        assert phones.address == ""

    def test_it_is_this_computer_alone_until_another_address_is_chosen(self, phones):
        press(phones, "Let phones in")
        choice = only(phones, Choice)
        assert choice.options == [one.label for one in (Address(HERE, ""), WIFI, PUBLIC)]
        press(phones, "Open the door")
        assert phones.address.startswith("http://127.0.0.1:")
        assert ALONE in said(phones)
        assert not can_connect(phones.address, "127.0.0.2")

    def test_one_of_its_private_addresses_is_taken_at_once(self, phones):
        assert let_in(phones).startswith("http://127.0.0.2:")
        assert HOURS in said(phones)
        assert not can_connect(phones.address, "127.0.0.1")

    def test_any_other_only_after_a_warning(self, phones):
        press(phones, "Let phones in")
        choose(phones, PUBLIC.label, WHERE)
        assert PUBLIC.warning in said(phones)
        press(phones, "Open it all the same")
        # This machine has no such address.
        assert "No port is free at 198.51.0.7" in said(phones)
        assert phones.address == ""
        choose(phones, WIFI.label, WHERE)
        assert PUBLIC.warning not in said(phones)
        press(phones, "Open the door")
        assert phones.address

    def test_it_may_be_left_closed(self, phones):
        press(phones, "Let phones in")
        press(phones, "Not now")
        assert button(phones, "Let phones in")
        assert said(phones).strip() == ""

    def test_a_store_where_nobody_can_hand_in_is_told(self, panel, tmp_path):
        choose(panel, DATABASE)
        paste(panel, f"sqlite:///{tmp_path}/nowhere/room.db", "Address")
        press(panel, "Let phones in")
        press(panel, "Open the door")
        assert "Nobody could hand in there (unable to open database file)." in said(panel)

    def test_what_is_not_installed_is_named(self, phones, monkeypatch):
        monkeypatch.setitem(sys.modules, "rolekit.cohort.door", None)
        monkeypatch.delattr("rolekit.cohort.door")
        press(phones, "Let phones in")
        assert MISSING.format("rolekit.cohort.door") in said(phones)

    def test_a_notebook_in_a_browser_says_that_it_cannot(self, phones, monkeypatch):
        monkeypatch.setattr(sys, "platform", "emscripten")
        press(phones, "Let phones in")
        assert IN_A_BROWSER in said(phones)
        assert "jupyterhub_config.py" in html_on(phones)


class TestOpenDoor:
    def test_its_address_is_there_for_cameras_and_in_letters(self, phones):
        address = let_in(phones)
        assert f"<code>{address}</code>" in html_on(phones)
        assert phones.picture in html_on(phones)
        assert phones.picture == qr_of(address, ALT)

    def test_it_says_how_many_came(self, phones):
        hand_in(let_in(phones), ONE, OTHER)
        phones.look()
        assert "The page was opened 1 time, with 2 hand-ins so far." in said(phones)

    def test_after_a_minute_without_a_phone_it_lists_what_may_be_in_the_way(self, phones, clock):
        address = let_in(phones)
        clock.now += QUIET - 1
        phones.look()
        assert "No phone has come yet" not in html_on(phones)
        clock.now += 1
        phones.look()
        assert QUIET == 60
        words = (
            "Wi-Fi",
            "Guest isolation",
            "firewall",
            "hotspot",
            "static page",
            "paste the codes",
        )
        for word in ("No phone has come yet", *words):
            assert word in html_on(phones)
        hand_in(address)
        phones.look()
        assert "No phone has come yet" not in html_on(phones)

    def test_without_a_common_network_it_says_which_way_fits(self, phones):
        let_in(phones)
        for way in ("make page", "one field", "ROLE1-", "jupyterhub_config.py"):
            assert way in html_on(phones)
        # The lines for a hub are Python.
        [line] = re.findall("c.Spawner.environment = .*(?=</pre>)", html_on(phones))
        assert f'"{VARIABLE}"' in line.replace("&quot;", '"')

    def test_it_closes_when_it_is_told_to(self, phones):
        address = let_in(phones)
        press(phones, "Close the door")
        assert CLOSED in said(phones)
        assert "<svg" not in html_on(phones)
        assert not can_connect(address)
        assert let_in(phones) == address  # for the phones that have it

    def test_it_closes_by_itself_after_four_hours(self, phones, clock):
        address = let_in(phones)
        clock.now += 4 * 3600

        def has_ended():
            phones.look()
            return ENDED in said(phones)

        wait_until(has_ended, "it is still open")
        assert phones.address == ""
        assert not can_connect(address)


class TestFacilitator:
    def test_without_a_store_a_folder_is_made_and_watched(self, panel, tmp_path):
        paste(panel, "\n".join(codes(PEOPLE[:2])), "Paste here")
        paste(panel, "Thursday", "Session")
        address = let_in(panel)
        where = tmp_path / "room-Thursday"
        assert f"<code>{where}</code>" in html_on(panel)
        assert labelled(panel, ipywidgets.Text, "Folder").value == str(where)
        hand_in(address, ONE)
        press(panel, "Look now")
        assert panel.counted == "1 counted."
        assert open_store(where).session() == "Thursday"

    def test_what_was_pasted_and_shown_goes_along(self, panel, tmp_path):
        paste(panel, "\n".join(codes(PEOPLE[:10])), "Paste here")
        press(panel, "Reveal")
        before = panel.shown
        address = let_in(panel)
        assert panel.counted == "10 counted."
        hand_in(address, PEOPLE[10])
        press(panel, "Look now")
        assert panel.counted == "11 counted."
        press(panel, "Reveal")
        assert panel.shown == before  # nothing anew for one who came late

    def test_what_phones_handed_in_later_is_not_undone_by_an_older_paste(self, panel, no_loop):
        paste(panel, ONE.to_code(), "Paste here")
        later = replace(ONE, answers=OTHER.answers)
        hand_in(let_in(panel), later)
        panel.close()
        again = Facilitator()
        let_in(again)
        assert again.counted == "1 counted, 1 conflict."
        assert open_store(only(again, PhonesIn).where).responses() == (later,)

    @pytest.mark.parametrize("where", ["{}/room", "sqlite:///{}/room.db"])
    def test_a_store_that_is_there_is_used(self, where, tmp_path, monkeypatch, no_loop):
        where = where.format(tmp_path)
        set_up(where)
        monkeypatch.setenv(VARIABLE, where)
        panel = Facilitator()
        hand_in(let_in(panel), ONE)
        assert open_store(where).responses() == (ONE,)
        press(panel, "Look now")
        assert panel.counted == "1 counted."

    def test_the_wall_shows_the_way_in_while_the_door_is_open(self, panel):
        wall = only(panel, Wall)
        assert wall.door == []
        address = let_in(panel)
        assert wall.door == [address, only(panel, PhonesIn).picture]
        press(panel, "Close the door")
        assert wall.door == []

    def test_codes_from_elsewhere_close_it(self, panel):
        address = let_in(panel)
        choose(panel, PASTE, "Codes come from")
        assert CLOSED in said(panel)
        assert not can_connect(address)

    def test_a_notebook_that_is_run_again_takes_the_open_door_over(self, panel):
        address = let_in(panel)
        hand_in(address, ONE)
        again = Facilitator()
        assert only(again, PhonesIn).address == address
        assert labelled(again, Choice, "Codes come from").value == FOLDER
        assert again.counted == "1 counted."
        assert only(again, Wall).door[0] == address
        press(again, "Close the door")
        assert not can_connect(address)

    def test_a_panel_that_is_closed_closes_its_door(self, panel):
        address = let_in(panel)
        panel.close()
        assert not can_connect(address)

    def test_no_phone_comes_to_a_rehearsal(self, panel, no_loop):
        address = let_in(panel)
        rehearsed = Rehearsal()
        assert shown(rehearsed, PhonesIn) == []
        assert can_connect(address)
        choose(rehearsed, PASTE, "Codes come from")
        assert only(rehearsed, PhonesIn).address == ""
        choose(rehearsed, REHEARSAL, "Codes come from")


def test_in_a_notebook_it_looks_by_itself(clock, no_loop):
    async def workshop():
        panel = PhonesIn("alone", lambda: str(door_module.folder_of("x")), clock)
        address = let_in(panel)
        await asyncio.to_thread(hand_in, address, ONE)
        await until(lambda: "with 1 hand-in so far." in said(panel))
        panel.shut()

    asyncio.run(workshop())
