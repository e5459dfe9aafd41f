"""The facilitator's panel without a page: what is counted, what is hidden, what is shown."""

import asyncio
import itertools
import json
import re
import threading
from dataclasses import replace

import ipywidgets
import pytest
from hands import ROOT, refusal, tags, until
from hypothesis import given
from hypothesis import strategies as st
from panels import button, choose, html_on, only, parts, paste, pictures, press, said, shown
from people import codes, without
from strategies import examples

from rolekit import StoreError
from rolekit.base.ui.choice import Choice
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.picture import Picture
from rolekit.cohort import Damaged, DamagedRecord, open_store, rehearsal
from rolekit.cohort.export import picture_csv
from rolekit.cohort.panels import room_sources, store_watch
from rolekit.cohort.panels.damaged_codes import MOST_SHOWN, damaged_html
from rolekit.cohort.panels.facilitator import DATABASE, FOLDER, HERE, PASTE, REHEARSAL
from rolekit.cohort.panels.room_sources import ACCOUNT, ASK, KEPT, Source
from rolekit.cohort.panels.store_watch import StoreWatch
from rolekit.cohort.room import COARSE, DOTS_FROM, FLOOR
from rolekit.record.open_store import VARIABLE
from rolekit.record.paper_form import paper_form
from rolekit.record.read_codes import collect
from rolekit.record.set_up import set_up
from rolekit.widgets import Facilitator, PaperSheet, Rehearsal

pytestmark = pytest.mark.usefixtures("no_loop")

ROOM = rehearsal(30, seed=5).responses
FIRST = [response for response in ROOM if response.round == 1]
SECOND = [response for response in ROOM if response.round == 2]
HOSTILE = [
    "ROLE1-<img src=x onerror=alert(1)>",
    "<script>alert('ROLE1-40')</script>",
    "ROLE1-\x00\x1b[31mRED\x07",
    "\u202eROLE1-40000\u2066",
    '=HYPERLINK("http://x","ROLE1-4")',
    "@SUM(A1) ROLE1-40000-00</td></table>",
    "'; DROP TABLE hand_ins; -- ROLE1-4&lt;b&gt;",
]


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def add(panel, *texts):
    paste(panel, "\n".join(texts), "Paste here")
    press(panel, "Add these codes")


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
        assert only(panel, ipywidgets.Textarea).value == ""
        told = states(panel)
        assert "1 counted, 1 damaged" in told
        for word in ("Anna", "Example", "thanks", "Bo:", "sorry", "10:31"):
            assert word not in told

    def test_starting_afresh_forgets_what_was_pasted(self, panel):
        add(panel, *codes(FIRST), "ROLE1-40")
        press(panel, "Start afresh")
        assert panel.counted == "0 counted."
        assert html_on(panel) == ""

    def test_nothing_pasted_is_said(self, panel):
        add(panel, " \n")
        assert "There is nothing in the field yet." in said(panel)

    def test_rounds_and_gaps_are_told(self, panel):
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
            assert panel.counted == f"{6 + n} counted."
            assert panel.shown == seen
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

    def test_neither_hiding_nor_starting_afresh_gets_round_that(self, panel):
        """Else the difference between two pictures would tell what the sixth person said."""
        reveal(panel, FIRST[:5])
        seen = panel.shown
        press(panel, "Hide")
        press(panel, "Start afresh")
        choose(panel, FOLDER)
        choose(panel, PASTE)
        reveal(panel, FIRST[:6])
        assert panel.shown == seen

    def test_another_room_is_hidden_until_it_is_revealed(self, panel):
        reveal(panel, FIRST[:15])
        press(panel, "Start afresh")
        assert panel.shown is None
        add(panel, *codes(FIRST[15:30]))
        assert panel.shown is None
        press(panel, "Reveal")
        assert panel.shown.before.people == 15

    def test_after_the_second_round_moves_are_shown(self, panel):
        reveal(panel, FIRST)
        assert not panel.shown.arrows
        before = len(pictures(panel))
        add(panel, *codes(SECOND))
        assert len(panel.shown.arrows) >= 10
        assert len(pictures(panel)) > before

    @given(
        st.lists(st.tuples(st.sampled_from(["add", "reveal", "hide", "afresh"]), st.integers(1, 6)))
    )
    @examples(30)
    def test_whatever_is_pressed_no_two_pictures_differ_by_fewer_than_five(self, steps):
        panel, given, seen, last = Facilitator(), 0, [], None
        for step, count in steps:
            if step == "add":
                add(panel, *codes(FIRST[given : given + count]), "x")
                given = (given + count) % 20
            elif step == "afresh":
                press(panel, "Start afresh")
                given = 0
            else:
                getattr(panel, step)()
            if panel.shown is not None and panel.shown != last:
                last = panel.shown
                seen.append(last.before.people)
                assert last.before.people >= 5
        for one, other in itertools.pairwise(seen):
            assert abs(one - other) >= 5 or one == other


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
        open_store(where).add(FIRST[0])
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
        for response in FIRST[1:5]:
            open_store(where).add(response)
        panel = Facilitator(where)
        changed = replace(FIRST[1], answers=FIRST[9].answers)
        add(panel, *codes([FIRST[0], FIRST[5]]), changed.to_code(), "ROLE1-40")
        assert panel.counted == "6 counted, 1 duplicate, 1 conflict, 1 damaged."
        press(panel, "Reveal")
        assert panel.shown.before.people == 6
        press(panel, "Start afresh")
        assert panel.counted == "5 counted."

    def test_an_address_may_hold_a_password_and_is_typed_unseen(self, panel):
        choose(panel, DATABASE)
        assert isinstance(only(panel, ipywidgets.Text), ipywidgets.Password)

    def test_another_address_is_another_room(self, panel, tmp_path):
        for name in ("one", "two"):
            set_up(f"{tmp_path}/{name}")
        for response in FIRST[:3]:
            open_store(f"{tmp_path}/one").add(response)
        choose(panel, FOLDER)
        paste(panel, f"{tmp_path}/one", "Folder")
        assert panel.counted == "3 counted."
        paste(panel, f"{tmp_path}/two", "Folder")
        assert panel.counted == "0 counted."

    def test_a_store_that_is_not_there_is_told_in_words(self, monkeypatch, tmp_path):
        nowhere = f"{tmp_path}/nowhere"
        monkeypatch.setenv(VARIABLE, nowhere)
        panel = Facilitator()
        assert panel.counted == "0 counted."
        assert f"{refusal(StoreError, open_store(nowhere).read)} {ACCOUNT}" in said(panel)
        choose(panel, PASTE)
        add(panel, *codes(FIRST[:2]))
        assert panel.counted == "2 counted."

    def test_an_address_that_is_none_is_told_in_words(self, monkeypatch):
        monkeypatch.setenv(VARIABLE, "mysql://host/room")
        assert refusal(StoreError, open_store) in said(Facilitator())

    def test_the_address_of_participants_is_refused_in_words(self, panel, postgresql):
        owners = postgresql.new_database()
        participants = set_up(owners)
        open_store(participants).add(FIRST[0])
        choose(panel, DATABASE)
        paste(panel, participants, "Address")
        assert panel.counted == "0 counted."
        assert "Could not read the cohort (permission denied for table hand_ins)." in said(panel)
        assert ACCOUNT in said(panel)
        paste(panel, owners, "Address")
        assert panel.counted == "1 counted."

    def test_a_store_that_breaks_leaves_the_count(self, tmp_path):
        folder = tmp_path / "room"
        set_up(str(folder))
        open_store(folder).add(FIRST[0])
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
            watch = StoreWatch(store, told.append)
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
        other = StoreWatch(Asked(), told.append)
        assert (watch.is_running, other.is_running) == (False, True)
        other.stop()
        assert not other.is_running
        await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
        # While a third one looks again and again, the first has ended.
        asked, third = store.asked, Asked()
        last = StoreWatch(third, told.append)
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

        monkeypatch.setattr(room_sources, "StoreWatch", noted)
        asyncio.run(beside())


class TestNotebook:
    def text(self):
        notebook = json.loads((ROOT / "notebooks" / "08-facilitate.ipynb").read_text("utf-8"))
        return "\n\n".join("".join(c["source"]) for c in notebook["cells"])

    def test_the_agendas_fill_the_time_that_they_are_for(self):
        rows = re.findall(r"^\| \*\*.+\| (\d+|–) \| (\d+|–) \| (\d+|–) \|$", self.text(), re.M)
        sums = [sum(int(m) for m in column if m != "–") for column in zip(*rows, strict=True)]
        assert sums == [30, 60, 90]

    def test_the_rules_are_those_of_the_package(self):
        text = self.text()
        assert f"**Under {FLOOR} people nothing is shown.**" in text
        assert (
            f"**From {FLOOR} to {DOTS_FROM - 1} people values are rounded to {COARSE} poi" in text
        )
        assert f"**From {DOTS_FROM} people on there is a dot for each**" in text
        assert f"**Once revealed, the pictures wait for {FLOOR} more people.**" in text
