"""The facilitator's panel without a page: what is counted, what is hidden, what is shown."""

import asyncio
import itertools
import json
import re
import threading
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import ipywidgets
import pytest
from hands import ROOT, refusal, tags, until
from hypothesis import given
from hypothesis import strategies as st
from panels import (
    button,
    choose,
    html_on,
    only,
    parts,
    paste,
    pictures,
    press,
    said,
    shown,
    words_on,
)
from people import codes, without
from strategies import examples

from rolekit import StoreError
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.picture import Picture
from rolekit.cohort import Damaged, DamagedRecord, open_store, rehearsal
from rolekit.cohort.export import picture_csv
from rolekit.cohort.panels import store_watch, watched_store
from rolekit.cohort.panels.damaged_codes import MOST_SHOWN, damaged_html
from rolekit.cohort.panels.facilitator import DATABASE, FOLDER, HERE, PASTE, REHEARSAL
from rolekit.cohort.panels.pasted_codes import FORGOTTEN
from rolekit.cohort.panels.room_sources import Source
from rolekit.cohort.panels.store_watch import StoreWatch
from rolekit.cohort.panels.watched_store import ACCOUNT, ASK, KEPT, UNWRITABLE
from rolekit.cohort.shown import COARSE, DOTS_FROM, FLOOR
from rolekit.record.open_store import VARIABLE
from rolekit.record.paper_form import paper_form
from rolekit.record.read_codes import collect
from rolekit.record.set_up import set_up
from rolekit.record.stores import Store
from rolekit.widgets import Facilitator, PaperSheet, Rehearsal

pytestmark = pytest.mark.usefixtures("no_loop")

ROOM = rehearsal(30, seed=5).responses
FIRST = [response for response in ROOM if response.round == 1]
SECOND = [response for response in ROOM if response.round == 2]
HOSTILE = [
    *("ROLE1-<img src=x onerror=alert(1)>", "<script>alert('ROLE1-40')</script>"),
    *("ROLE1-\x00\x1b[31mRED\x07", "\u202eROLE1-40000\u2066", '=HYPERLINK("http://x","ROLE1-4")'),
    *("@SUM(A1) ROLE1-40000-00</td></table>", "'; DROP TABLE hand_ins; -- ROLE1-4&lt;b&gt;"),
]


@pytest.fixture(autouse=True)
def no_store(monkeypatch, tmp_path):
    """No store, and a folder without a room's file."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)


def add(panel, *texts):
    paste(panel, "\n".join(texts), "Paste here")


def hand_in(where, responses):
    for response in responses:
        open_store(where).add(response)


def start_over(panel):
    press(panel, "Start over")
    press(panel, "Forget them")


def reveal(panel, responses):
    add(panel, *codes(responses))
    press(panel, "Reveal")


def is_hidden(panel):
    return panel.shown is None and not shown(panel, Picture, Handout)


def states(panel):
    """All that the page is told."""
    return json.dumps([part.get_state() for part in parts(panel)], default=str)


@pytest.fixture
def panel():
    return Facilitator()


class TestCounting:
    def test_the_count_is_in_words(self, panel):
        changed = replace(FIRST[0], answers=FIRST[1].answers)
        add(panel, *codes(FIRST[:8]), *codes(FIRST[:3]), changed.to_code(), "ROLE1-40", "ROLE1-5")
        assert panel.counted == "8 counted, 3 duplicates, 1 conflict, 2 damaged."

    def test_pastes_add_up_and_the_later_code_counts(self, panel):
        add(panel, *codes(FIRST[:3]))
        changed = replace(FIRST[0], answers=FIRST[9].answers)
        add(panel, *codes(FIRST[2:4]), changed.to_code())
        assert panel.counted == "4 counted, 1 duplicate, 1 conflict."
        responses = only(panel, Source).found.responses
        assert changed in responses
        assert FIRST[0] not in responses

    def test_what_is_pasted_again_is_damaged_once(self, panel):
        add(panel, "ROLE1-40", "ROLE1-40", "ROLE1-50")
        assert panel.counted == "0 counted, 3 damaged."
        add(panel, "x", "ROLE1-40", "ROLE1-40", "ROLE1-50", "ROLE1-60")
        assert panel.counted == "0 counted, 4 damaged."
        assert "paste 2, line 5, column 1" in html_on(panel)

    def test_of_a_paste_only_the_codes_are_kept(self, panel):
        add(
            panel, f"10:31 Anna Example: {FIRST[0].to_code()} thanks!", "Bo: ROLE1-40000-0007 sorry"
        )
        assert only(panel, PasteBox).text == ""
        told = states(panel)
        assert "1 counted, 1 damaged" in told
        for word in ("Anna", "Example", "thanks", "Bo:", "sorry", "10:31"):
            assert word not in told

    def test_starting_over_asks_first(self, panel):
        press(panel, "Start over")
        assert "There is nothing to forget yet." in said(panel)
        add(panel, *codes(FIRST[:3]), "ROLE1-40")
        press(panel, "Start over")
        assert "Forget what was pasted (3 counted, 1 damaged)?" in said(panel)
        press(panel, "Keep them")
        assert panel.counted == "3 counted, 1 damaged."
        start_over(panel)
        assert panel.counted == "0 counted."
        assert html_on(panel) == ""
        assert FORGOTTEN in said(panel)

    def test_starting_over_can_be_undone_until_something_new_is_added(self, panel):
        add(panel, *codes(FIRST[:3]), "ROLE1-40")
        start_over(panel)
        press(panel, "Undo")
        assert panel.counted == "3 counted, 1 damaged."
        assert FORGOTTEN not in said(panel)
        start_over(panel)
        add(panel, FIRST[4].to_code())
        assert panel.counted == "1 counted."
        assert next(one.description for one in shown(panel, ipywidgets.Button)) == "Start over"

    def test_what_is_far_too_long_is_refused(self, panel):
        """The page refuses it before it is sent; a program may send it all the same."""
        add(panel, *codes(FIRST[:3]))
        add(panel, f"{FIRST[4].to_code()} {'x' * 200_000}")
        assert panel.counted == "3 counted."
        assert "Too long: 200,000 characters at the most." in said(panel)
        assert only(panel, PasteBox).text == ""
        add(panel, f"{FIRST[4].to_code()} ".ljust(200_000, "x"))
        assert panel.counted == "4 counted."

    def test_nothing_pasted_is_said_and_rounds_and_gaps_are_told(self, panel):
        add(panel, " \n")
        assert "There is nothing in the field yet." in said(panel)
        gap = replace(FIRST[0], answers=without(FIRST[0].answers, "statistics"))
        add(panel, *codes([gap, *FIRST[1:6], *SECOND[:4]]))
        assert (
            "6 before the discussion, 4 after it. 1 of them leaves a kind of work out and is in no "
            "picture." in said(panel)
        )


class TestReveal:
    def test_nothing_is_drawn_before_it(self, panel):
        add(panel, *codes(ROOM))
        assert is_hidden(panel)
        assert "Everything is hidden until you press Reveal." in said(panel)
        # No value of the room waits on the page for it either.
        assert "vnd.plotly" not in states(panel)

    @pytest.mark.parametrize("n", range(5))
    def test_below_the_floor_it_cannot_be_pressed(self, panel, n):
        add(panel, *codes(FIRST[:n]), "x")
        assert button(panel, "Reveal").disabled
        many = f"{5 - n} more complete response{'' if n == 4 else 's'}"
        assert f"Nothing can be shown yet: it takes {many}." in said(panel)
        panel.reveal()
        assert is_hidden(panel)

    def test_it_shows_every_picture_with_its_text(self, panel):
        reveal(panel, ROOM)
        assert panel.shown.before.people == 30
        assert len(pictures(panel)) >= 2
        assert all(len(text) > 20 for text in pictures(panel))

    def test_hiding_hides_everything_and_counting_goes_on(self, panel):
        reveal(panel, FIRST[:6])
        press(panel, "Hide")
        assert is_hidden(panel)
        add(panel, *codes(FIRST[6:8]))
        assert panel.counted == "8 counted."

    def test_a_revealed_picture_waits_for_five_more(self, panel):
        reveal(panel, FIRST[:6])
        seen = panel.shown
        for n in (1, 2, 3, 4):
            add(panel, FIRST[5 + n].to_code())
            assert (panel.counted, panel.shown) == (f"{6 + n} counted.", seen)
            more = f"{5 - n} more complete response{'s' if n < 4 else ''}"
            assert f"Revealed. The pictures change after {more}." in said(panel)
        add(panel, FIRST[10].to_code())
        assert panel.shown.before.people == 11
        assert "The pictures change after 5 more complete responses." in said(panel)

    def test_counting_leaves_on_the_page_what_is_there(self, panel):
        """A page that is given other widgets takes the pictures away and does not draw them."""
        reveal(panel, FIRST[:6])
        there, drawn = panel.children, [one.get_state() for one in shown(panel, Picture)]
        add(panel, FIRST[6].to_code(), "ROLE1-40")
        assert panel.children == there
        assert [one.get_state() for one in shown(panel, Picture)] == drawn

    def test_neither_hiding_nor_starting_over_gets_round_that(self, panel):
        """Else the difference between two pictures would tell what the sixth person said."""
        reveal(panel, FIRST[:5])
        seen = panel.shown
        press(panel, "Hide")
        start_over(panel)
        choose(panel, FOLDER)
        choose(panel, PASTE)
        reveal(panel, FIRST[:6])
        assert panel.shown == seen

    def test_another_room_is_hidden_until_it_is_revealed(self, panel):
        reveal(panel, FIRST[:15])
        start_over(panel)
        assert panel.shown is None
        add(panel, *codes(FIRST[15:30]))
        assert panel.shown is None
        press(panel, "Reveal")
        assert panel.shown.before.people == 15

    def test_a_new_round_stays_hidden_until_its_own_reveal(self, panel):
        reveal(panel, FIRST)
        before, seen = len(pictures(panel)), panel.shown
        add(panel, *codes(SECOND[:3]))
        assert "The second round is hidden, and takes 2 more complete responses." in said(panel)
        assert button(panel, "Reveal").disabled
        add(panel, *codes(SECOND))
        assert panel.shown == seen
        assert seen.after is None
        assert len(pictures(panel)) == before
        assert "The next round is hidden until you reveal it." in said(panel)
        press(panel, "Hide")
        press(panel, "Reveal")
        assert panel.shown == seen
        press(panel, "Reveal the second round")
        assert len(panel.shown.moves.arrows) >= 10
        assert len(pictures(panel)) > before
        assert button(panel, "Reveal").disabled

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["add", "reveal", "hide", "over", "again"]), st.integers(1, 6)
            )
        )
    )
    @examples(30)
    def test_whatever_is_pressed_no_two_pictures_differ_by_fewer_than_five(self, steps):
        Path(f"room-{date.today()}.json").unlink(missing_ok=True)
        panel, given, seen, last = Facilitator(), 0, [], None
        for step, count in steps:
            if step == "add":
                add(panel, *codes(FIRST[given : given + count]), "x")
                given = (given + count) % 20
            elif step == "over":
                # Once over, it can be undone; without codes there is nothing to forget.
                for words in ("Undo", "Start over", "Forget them"):
                    if words in words_on(panel):
                        press(panel, words)
                given = 0
            elif step == "again":  # the notebook is run again
                panel = Facilitator()
            else:
                getattr(panel, step)()
            if panel.shown is not None and panel.shown != last:
                last = panel.shown
                seen.append(last.before.people)
                assert last.before.people >= 5
        for one, other in itertools.pairwise(seen):
            assert abs(one - other) >= 5 or one == other


class TestKeeping:
    """A panel that is run again, or a second facilitator's, goes on from what was shown."""

    @pytest.fixture(params=["file", "{}/room", "sqlite:///{}/room.db", "postgresql"])
    def panels(self, request, tmp_path):
        """Panels of one room, one after another, and a way in which responses come to it."""
        if request.param == "file":
            one = Facilitator()
            return lambda: one, Facilitator, lambda many: add(one, *codes(many))
        kind = request.param
        where = (
            request.getfixturevalue("postgresql").new_database()
            if kind == "postgresql"
            else kind.format(tmp_path)
        )
        set_up(where)

        return lambda: Facilitator(where), lambda: Facilitator(where), partial(hand_in, where)

    def test_a_latecomer_is_not_seen_in_it_alone(self, panels):
        first, again, hand_in = panels
        hand_in(FIRST[:10])
        one = first()
        press(one, "Reveal")
        seen = one.shown
        assert seen.before.people == 10
        hand_in([FIRST[10]])
        other = again()
        assert other.counted == "11 counted."
        assert other.shown is None
        press(other, "Reveal")
        assert other.shown == seen
        hand_in(FIRST[11:15])
        third = again()
        press(third, "Reveal")
        assert third.shown.before.people == 15

    def test_a_second_round_is_hidden_in_it_too(self, panels):
        first, again, hand_in = panels
        hand_in(FIRST[:10])
        press(first(), "Reveal")
        hand_in(SECOND[:10])
        other = again()
        press(other, "Reveal")
        assert other.shown.after is None
        press(other, "Reveal the second round")
        assert other.shown.after.people == 10

    def test_two_panels_that_reveal_one_after_the_other_show_the_same(self, tmp_path):
        """The second one had not looked again meanwhile, and has counted one more."""
        where = f"{tmp_path}/room"
        set_up(where)
        hand_in(where, FIRST[:10])
        one = Facilitator(where)
        hand_in(where, [FIRST[10]])
        other = Facilitator(where)
        press(one, "Reveal")
        press(other, "Reveal")
        assert one.shown.before.people == 10
        assert other.shown == one.shown

    def test_what_another_panel_revealed_is_taken_over(self, tmp_path):
        where = f"{tmp_path}/room"
        set_up(where)
        hand_in(where, [*FIRST[:10], *SECOND[:10]])
        one, other = Facilitator(where), Facilitator(where)
        press(one, "Reveal")
        press(other, "Reveal")
        press(other, "Reveal the second round")
        assert one.shown.after is None
        press(one, "Look now")
        assert one.shown == other.shown

    def test_what_was_pasted_is_there_again(self, panel):
        add(panel, *codes(FIRST[:6]), "ROLE1-40")
        again = Facilitator()
        assert again.counted == "6 counted."
        assert f"Read again from room-{date.today()}.json: 6 counted." in said(again)
        start_over(again)
        assert Facilitator().counted == "0 counted."
        press(again, "Undo")
        assert Facilitator().counted == "6 counted."

    def test_another_session_is_another_room(self, panel):
        reveal(panel, FIRST[:6])
        paste(panel, " Tuesday/1 ", "Session")
        assert panel.counted == "0 counted."
        assert panel.shown is None
        reveal(panel, FIRST[:7])
        assert panel.shown.before.people == 7
        assert Path("room-Tuesday-1.json").exists()
        paste(panel, date.today().isoformat(), "Session")
        assert panel.counted == "6 counted."
        press(panel, "Reveal")
        assert panel.shown.before.people == 6

    def test_the_file_is_for_its_owner_alone_and_holds_codes_alone(self, panel):
        add(panel, f"Anna: {FIRST[0].to_code()}")
        file = Path(f"room-{date.today()}.json")
        assert file.stat().st_mode & 0o777 == 0o600
        assert json.loads(file.read_text()) == {"codes": [FIRST[0].to_code()], "revealed": [0, ""]}

    def test_a_rehearsal_leaves_no_file(self, tmp_path):
        press(Rehearsal(), "Reveal")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("content", ["{", "[1]", '{"revealed": [1, "{}"]}'])
    def test_a_file_that_was_altered_is_told(self, content):
        Path(f"room-{date.today()}.json").write_text(content)
        assert re.search("cannot be read", said(Facilitator()))

    def test_where_no_file_can_be_written_the_panel_goes_on_and_says_so(self, panel, tmp_path):
        (tmp_path / f"room-{date.today()}.tmp").mkdir()
        reveal(panel, FIRST[:6])
        assert panel.shown.before.people == 6
        assert "cannot be written" in said(panel)


class TestRehearsal:
    def test_it_starts_hidden_and_its_words_pictures_and_files_say_what_it_is(self):
        panel = Rehearsal()
        assert panel.counted == "47 counted."
        assert "24 before the discussion, 23 after it." in said(panel)
        assert "24 invented people" in Rehearsal.picture_text
        assert panel.shown is None
        assert "A rehearsal: nobody gave these answers." in said(panel)
        press(panel, "Reveal")
        assert panel.shown.synthetic
        assert "This is a rehearsal: these people are invented." in said(panel)
        assert [one.name for one in shown(panel, Handout)] == ["rehearsal.csv"]

    def test_it_goes_as_the_notebook_says(self):
        panel = Rehearsal()
        press(panel, "Reveal")
        people = only(panel, ipywidgets.BoundedIntText)
        assert panel.shown.after is None
        press(panel, "Reveal the second round")
        seen = panel.shown
        people.value = 26
        assert panel.shown == seen
        people.value = 29
        assert panel.shown.before.people == 29
        people.value = 8
        assert (panel.shown.before.people, panel.shown.before.dots) == (8, ())
        people.value = 2
        assert panel.shown is None

    def test_real_and_invented_people_never_meet(self):
        panel = Rehearsal()
        press(panel, "Reveal")
        choose(panel, PASTE)
        assert panel.shown is None
        reveal(panel, FIRST[:6])
        assert not panel.shown.synthetic
        assert panel.shown.before.people == 6
        choose(panel, REHEARSAL)
        assert panel.shown is None


class TestHostilePaste:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_it_is_shown_as_text_and_runs_nowhere(self, panel, text):
        add(panel, text, *codes(FIRST[:5]))
        press(panel, "Reveal")
        html = html_on(panel)
        known = {"details", "summary", "p", "table", "tr", "th", "td", "code"}
        assert {tag for tag, _ in tags(html)} <= known
        assert not any(attributes for _, attributes in tags(html))
        assert all(c.isprintable() for c in html)
        table = only(panel, Handout).content
        assert "alert" not in table
        assert "HYPERLINK" not in table

    @given(st.text() | st.sampled_from(HOSTILE))
    @examples(50)
    def test_a_table_of_damaged_codes_has_its_own_tags_only(self, text):
        html = damaged_html([DamagedRecord(text, text, text), Damaged(1, 1, "ROLE1-<b>")])
        assert tags(html) == tags(damaged_html([DamagedRecord("", "", "")] * 2))
        assert all(c.isprintable() for c in html)

    def test_a_million_damaged_codes_do_not_drown_the_page(self):
        html = damaged_html([Damaged(n, 1, "ROLE1-4") for n in range(1, 2001)])
        assert "See the 2000 damaged" in html
        assert html.count("<tr>") == MOST_SHOWN + 1
        assert "<p>And 1900 more.</p>" in html


class TestFiles:
    def test_the_table_is_what_the_room_sees_and_the_report_is_made_when_asked_for(self, panel):
        reveal(panel, ROOM)
        table = only(panel, Handout)
        assert (table.name, table.kind) == ("room.csv", "text/csv")
        assert table.content == picture_csv(panel.shown)
        press(panel, "Make the report")
        _, report = shown(panel, Handout)
        assert (report.name, report.kind) == ("room.html", "text/html")
        assert f"<h1>Where we sit: {date.today()}</h1>" in report.content
        assert report.content.lower().startswith("<!doctype html>")
        assert not report.is_readable

    def test_a_report_never_outlives_its_picture(self, panel):
        reveal(panel, FIRST[:10])
        press(panel, "Make the report")
        _, report = shown(panel, Handout)
        add(panel, *codes(FIRST[10:20]))
        assert only(panel, Handout).content == picture_csv(panel.shown)
        assert report.content == ""
        press(panel, "Make the report")
        press(panel, "Hide")
        assert report.content == ""

    def test_the_sheet_of_paper_is_the_form(self):
        sheet = only(PaperSheet(), Handout)
        assert sheet.content == paper_form()
        assert sheet.name.endswith(".html")


class TestStores:
    @pytest.fixture(params=["{}/room", "sqlite:///{}/room.db"], ids=["folder", "sqlite"])
    def where(self, request, tmp_path):
        """A store with one response."""
        where = request.param.format(tmp_path)
        set_up(where)
        hand_in(where, [FIRST[0]])
        return where

    def test_the_environment_and_the_argument_choose_the_store(self, where, monkeypatch):
        assert Facilitator(where).counted == "1 counted."
        monkeypatch.setenv(VARIABLE, where)
        panel = Facilitator()
        choice = only(panel, Choice)
        assert (choice.value, choice.options[0]) == (HERE, HERE)
        assert panel.counted == "1 counted."

    def test_and_so_do_the_fields(self, panel, where):
        source, label = (DATABASE, "Address") if "://" in where else (FOLDER, "Folder")
        choose(panel, source)
        assert ASK in said(panel)
        paste(panel, f" {where} ", label)
        assert panel.counted == "1 counted."

    def test_who_could_not_reach_the_store_is_pasted_beside_it(self, where):
        hand_in(where, FIRST[1:5])
        panel = Facilitator(where)
        changed = replace(FIRST[1], answers=FIRST[9].answers)
        add(panel, *codes([FIRST[0], FIRST[5]]), changed.to_code(), "ROLE1-40")
        assert panel.counted == "6 counted, 1 duplicate, 1 conflict, 1 damaged."
        press(panel, "Reveal")
        assert panel.shown.before.people == 6
        start_over(panel)
        assert panel.counted == "5 counted."

    def test_another_address_is_another_room_and_is_typed_unseen(self, panel, tmp_path):
        choose(panel, DATABASE)
        assert isinstance(only(panel, ipywidgets.Text), ipywidgets.Password)
        for name in ("one", "two"):
            set_up(f"{tmp_path}/{name}")
        hand_in(f"{tmp_path}/one", FIRST[:3])
        choose(panel, FOLDER)
        paste(panel, f"{tmp_path}/one", "Folder")
        assert panel.counted == "3 counted."
        paste(panel, f"{tmp_path}/two", "Folder")
        assert panel.counted == "0 counted."

    def test_no_store_and_no_address_are_told_in_words(self, monkeypatch, tmp_path):
        nowhere = f"{tmp_path}/nowhere"
        monkeypatch.setenv(VARIABLE, nowhere)
        panel = Facilitator()
        assert panel.counted == "0 counted."
        assert f"{refusal(StoreError, open_store(nowhere).read)} {ACCOUNT}" in said(panel)
        choose(panel, PASTE)
        add(panel, *codes(FIRST[:2]))
        assert panel.counted == "2 counted."
        monkeypatch.setenv(VARIABLE, "mysql://host/room")
        assert refusal(StoreError, open_store) in said(Facilitator())

    def test_the_address_of_participants_is_refused_in_words(self, panel, postgresql):
        owners = postgresql.new_database()
        participants = set_up(owners)
        hand_in(participants, [FIRST[0]])
        choose(panel, DATABASE)
        paste(panel, participants, "Address")
        assert panel.counted == "0 counted."
        assert "Could not read the cohort (permission denied for table hand_ins)." in said(panel)
        assert ACCOUNT in said(panel)
        paste(panel, owners, "Address")
        assert panel.counted == "1 counted."

    def test_its_session_is_told_and_a_new_one_is_another_room(self, where):
        open_store(where).begin("<b>Thursday")
        hand_in(where, ROOM)
        panel = Facilitator(where)
        assert "Session: <b>Thursday. New codes are counted within seconds." in said(panel)
        press(panel, "Reveal")
        press(panel, "Make the report")
        _, report = shown(panel, Handout)
        assert "<h1>Where we sit: &lt;b&gt;Thursday</h1>" in report.content
        open_store(where).begin("Friday")
        press(panel, "Look now")
        assert (panel.counted, panel.shown) == ("0 counted.", None)
        hand_in(where, ROOM)
        press(panel, "Look now")
        assert panel.shown is None
        press(panel, "Reveal")
        assert panel.shown.after is None

    def test_a_store_that_can_be_read_and_not_written_says_so(self, where, monkeypatch):
        monkeypatch.setattr(Store, "unwritable", lambda store: "Read-only file system")
        monkeypatch.setattr(Store, "reveal", unable("Look at it in this panel alone."))
        hand_in(where, FIRST[1:6])
        panel = Facilitator(where)
        assert UNWRITABLE.format("Read-only file system") in said(panel)
        press(panel, "Reveal")
        assert panel.shown.before.people == 6
        assert "Look at it in this panel alone." in said(panel)

    def test_a_store_that_breaks_leaves_the_count(self, tmp_path):
        folder = tmp_path / "room"
        set_up(str(folder))
        hand_in(folder, [FIRST[0]])
        panel = Facilitator(folder)
        folder.rename(tmp_path / "away")
        press(panel, "Look now")
        assert panel.counted == "1 counted."
        assert "Could not read the cohort" in said(panel)
        assert KEPT in said(panel)
        (tmp_path / "away").rename(folder)
        press(panel, "Look now")
        assert KEPT not in said(panel)

    def test_damaged_records_are_shown_as_text(self, tmp_path):
        (tmp_path / "<img src=x onerror=alert(1)>\u202e.json").write_text("<script>")
        html = html_on(Facilitator(tmp_path))
        assert "&lt;img src=x onerror=alert(1)&gt;" in html
        assert "<img" not in html
        assert "\u202e" not in html


def unable(sentence):
    """A method that says why it cannot."""

    def method(*_):
        raise StoreError(sentence)

    return method


class Asked:
    """A store that counts how often it is asked and read, and can be broken."""

    def __init__(self):
        self.responses, self.asked, self.reads, self.broken = [], 0, 0, False

    def watch(self):
        self.asked += 1
        if self.broken:
            raise StoreError("Could not read the cohort (it is asleep).")
        return str(len(self.responses))

    def read(self):
        self.reads += 1
        return collect(self.responses)


def beside_a_watch(steps):
    """Run the steps of a test beside a watch that looks every hundredth of a second."""

    def test(self, monkeypatch):
        monkeypatch.setattr(store_watch, "PACE", 0.01)
        store, told = Asked(), []

        async def beside():
            watch = StoreWatch(lambda: store.watch(), store.read, told.append)
            await steps(self, watch, store, told)
            watch.stop()

        asyncio.run(beside())

    return test


class TestWatching:
    @beside_a_watch
    async def test_it_tells_only_what_is_new(self, watch, store, told):
        await until(lambda: store.asked > 5)
        assert (store.reads, len(told)) == (1, 1)
        store.responses.append(FIRST[0])
        await until(lambda: len(told) == 2)
        assert told[-1].responses == (FIRST[0],)

    @beside_a_watch
    async def test_it_goes_on_after_a_failure(self, watch, store, told):
        await until(lambda: told)
        store.broken = True
        await until(lambda: isinstance(told[-1], StoreError))
        store.broken = False
        await until(lambda: not isinstance(told[-1], StoreError))

    @beside_a_watch
    async def test_looking_now_reads_again_though_nothing_seems_new(self, watch, store, told):
        await until(lambda: told)
        watch.look()
        await until(lambda: store.reads == 2)

    @beside_a_watch
    async def test_it_ends_when_told_to_and_when_another_one_begins(self, watch, store, told):
        await until(lambda: told)
        other = StoreWatch(lambda: "", list, told.append)
        assert (watch.is_running, other.is_running) == (False, True)
        other.stop()
        assert not other.is_running
        await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
        # While a third one looks again and again, the first has ended.
        asked, third = store.asked, Asked()
        last = StoreWatch(third.watch, third.read, told.append)
        await until(lambda: third.asked > 5)
        last.stop()
        assert store.asked == asked

    @beside_a_watch
    async def test_the_page_is_free_while_a_store_is_slow(self, watch, store, told):
        asked, free, answers = threading.Event(), threading.Event(), []

        def slow():
            asked.set()
            answers.append(free.wait(60))
            return "later"

        await until(lambda: told)
        store.watch = slow
        watch.look()
        # The store answers once the page has gone on: a page that waits for it would never do so.
        await until(asked.is_set)
        assert not answers
        free.set()
        await until(lambda: len(told) == 2)
        assert answers[0]

    @pytest.mark.parametrize(
        "leave",
        [Facilitator.close, lambda panel: choose(panel, PASTE)],
        ids=["the panel is closed", "another source is chosen"],
    )
    def test_it_stops_with_the_panel_and_with_its_source(self, leave, monkeypatch, tmp_path):
        watches = []

        def noted(*arguments):
            watches.append(StoreWatch(*arguments))
            return watches[-1]

        async def beside():
            panel = Facilitator(tmp_path)
            [watch] = watches
            assert watch.is_running
            leave(panel)
            assert not watch.is_running

        monkeypatch.setattr(watched_store, "StoreWatch", noted)
        asyncio.run(beside())


class TestNotebook:
    def text(self):
        notebook = json.loads((ROOT / "notebooks" / "08-facilitate.ipynb").read_text("utf-8"))
        return "\n\n".join("".join(c["source"]) for c in notebook["cells"])

    def test_the_rules_are_those_of_the_package(self):
        text = self.text()
        assert f"**With fewer than {FLOOR} people, nothing is shown.**" in text
        assert (
            f"**With {FLOOR} to {DOTS_FROM - 1} people, values are rounded to {COARSE} points"
            in text
        )
        assert f"**From {DOTS_FROM} people on, each person is a dot**" in text
        assert f"**Once revealed, the pictures wait for {FLOOR} more people.**" in text
        assert f"on the people who answered both times, if there are at least {FLOOR}." in text
