"""The facilitator's panel without a page: what is counted, what is hidden, what is shown."""

import asyncio
import csv
import io
import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import ipywidgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolekit import StoreError
from rolekit.cohort import Damaged, DamagedRecord, open_store, rehearsal
from rolekit.cohort.export import picture_csv
from rolekit.cohort.set_up import set_up
from rolekit.cohort.stores import VARIABLE, Store
from rolekit.paper_form import paper_form
from rolekit.widgets import Facilitator, PaperSheet, Rehearsal, store_watch
from rolekit.widgets.damaged_codes import MOST_SHOWN, damaged_html
from rolekit.widgets.elements import Choice, Sentence
from rolekit.widgets.facilitator import DATABASE, FOLDER, HERE, PASTE, REHEARSAL
from rolekit.widgets.handout import Handout
from rolekit.widgets.panel import Picture
from rolekit.widgets.room_sources import ACCOUNT, ASK, KEPT, Source

ROOT = Path(__file__).resolve().parents[1]
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
def no_loop_of_a_browser():
    """Hide the loop that a browser, driven by the same process, keeps running meanwhile."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def parts(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


def shown(widget, kind):
    return [part for part in parts(widget) if isinstance(part, kind)]


def found_button(panel, text):
    [one] = [part for part in shown(panel, ipywidgets.Button) if part.description == text]
    return one


def press(panel, text):
    assert not found_button(panel, text).disabled
    found_button(panel, text).click()


def said(panel):
    return " ".join(one.text for one in shown(panel, Sentence))


def pictures(panel):
    return [one.text for one in shown(panel, Picture)]


def choose(panel, source):
    [choice] = shown(panel, Choice)
    choice.value = source


def paste(panel, *texts):
    [field] = shown(panel, ipywidgets.Textarea)
    field.value = "\n".join(texts)
    press(panel, "Add these codes")


def codes(responses):
    return [response.to_code() for response in responses]


def enter(panel, text):
    field = shown(panel, ipywidgets.Text)[0]
    field.value = text


@pytest.fixture
def panel():
    return Facilitator()


class TestCounting:
    def test_the_count_is_in_words(self, panel):
        changed = replace(FIRST[0], answers=FIRST[1].answers)
        paste(panel, *codes(FIRST[:8]), *codes(FIRST[:3]), changed.to_code(), "ROLE1-40", "ROLE1-5")
        assert panel.counted == "8 counted, 3 duplicates, 1 conflict, 2 damaged."

    def test_pastes_add_up_and_the_later_code_counts(self, panel):
        paste(panel, *codes(FIRST[:3]))
        changed = replace(FIRST[0], answers=FIRST[9].answers)
        paste(panel, *codes(FIRST[2:4]), changed.to_code())
        assert panel.counted == "4 counted, 1 duplicate, 1 conflict."
        [source] = shown(panel, Source)
        assert changed in source.found.responses
        assert FIRST[0] not in source.found.responses

    def test_what_is_pasted_again_is_damaged_once(self, panel):
        paste(panel, "ROLE1-40", "ROLE1-40", "ROLE1-50")
        assert panel.counted == "0 counted, 3 damaged."
        paste(panel, "x", "ROLE1-40", "ROLE1-40", "ROLE1-50", "ROLE1-60")
        assert panel.counted == "0 counted, 4 damaged."
        assert "paste 2, line 5, column 1" in panel._damaged.value

    def test_of_a_paste_only_the_codes_are_kept(self, panel):
        paste(
            panel, f"10:31 Anna Example: {FIRST[0].to_code()} thanks!", "Bo: ROLE1-40000-0007 sorry"
        )
        [field] = shown(panel, ipywidgets.Textarea)
        assert field.value == ""
        states = json.dumps([part.get_state() for part in parts(panel)], default=str)
        assert "1 counted, 1 damaged" in states
        for word in ("Anna", "Example", "thanks", "Bo:", "sorry", "10:31"):
            assert word not in states

    def test_starting_afresh_forgets_what_was_pasted(self, panel):
        paste(panel, *codes(FIRST), "ROLE1-40")
        press(panel, "Start afresh")
        assert panel.counted == "0 counted."
        assert panel._damaged.value == ""

    def test_nothing_pasted_is_said(self, panel):
        paste(panel, " \n")
        assert "There is nothing in the field yet." in said(panel)

    def test_rounds_and_gaps_are_told(self, panel):
        gap = FIRST[0].answers
        for item in ("statistics-1", "statistics-2"):
            gap = gap.having(item, None)
        paste(panel, *codes([replace(FIRST[0], answers=gap), *FIRST[1:6], *SECOND[:4]]))
        assert (
            "6 before the discussion, 4 after it. 1 of them leaves a kind of work out and is in no "
            "picture." in said(panel)
        )


class TestReveal:
    def test_nothing_is_drawn_before_it(self, panel):
        paste(panel, *codes(ROOM))
        assert panel.shown is None
        assert not shown(panel, Picture)
        assert not shown(panel, Handout)
        assert "Everything is hidden until you press Reveal." in said(panel)
        # No value of the room waits on the page for it either.
        states = json.dumps([part.get_state() for part in parts(panel)], default=str)
        assert "vnd.plotly" not in states

    @pytest.mark.parametrize("n", range(5))
    def test_below_the_floor_it_cannot_be_pressed(self, panel, n):
        paste(panel, *codes(FIRST[:n]), "x")
        assert found_button(panel, "Reveal").disabled
        many = f"{5 - n} more complete response{'' if n == 4 else 's'}"
        assert f"Nothing can be shown yet: it takes {many}." in said(panel)
        panel.reveal()
        assert panel.shown is None
        assert not shown(panel, Picture)

    def test_it_shows_every_picture_with_its_text(self, panel):
        paste(panel, *codes(ROOM))
        press(panel, "Reveal")
        assert panel.shown.before.people == 30
        assert len(pictures(panel)) >= 2
        assert all(len(text) > 20 for text in pictures(panel))

    def test_hiding_hides_everything_and_counting_goes_on(self, panel):
        paste(panel, *codes(FIRST[:6]))
        press(panel, "Reveal")
        press(panel, "Hide")
        assert panel.shown is None
        assert not shown(panel, Picture)
        assert not shown(panel, Handout)
        paste(panel, *codes(FIRST[6:8]))
        assert panel.counted == "8 counted."

    def test_a_revealed_picture_waits_for_five_more(self, panel):
        paste(panel, *codes(FIRST[:6]))
        press(panel, "Reveal")
        seen = panel.shown
        for n in (1, 2, 3, 4):
            paste(panel, FIRST[5 + n].to_code())
            assert panel.counted == f"{6 + n} counted."
            assert panel.shown == seen
            more = f"{5 - n} more complete response{'s' if n < 4 else ''}"
            assert f"Revealed. The pictures change after {more}." in said(panel)
        paste(panel, FIRST[10].to_code())
        assert panel.shown.before.people == 11
        assert "The pictures change after 5 more complete responses." in said(panel)

    def test_counting_leaves_on_the_page_what_is_there(self, panel):
        """A page that is given other widgets takes the pictures away and does not draw them."""
        paste(panel, *codes(FIRST[:6]))
        press(panel, "Reveal")
        there, drawn = panel.children, [one.get_state() for one in shown(panel, Picture)]
        paste(panel, FIRST[6].to_code(), "ROLE1-40")
        assert panel.children == there
        assert [one.get_state() for one in shown(panel, Picture)] == drawn

    def test_neither_hiding_nor_starting_afresh_gets_round_that(self, panel):
        """Else the difference between two pictures would tell what the sixth person said."""
        paste(panel, *codes(FIRST[:5]))
        press(panel, "Reveal")
        seen = panel.shown
        press(panel, "Hide")
        press(panel, "Start afresh")
        choose(panel, FOLDER)
        choose(panel, PASTE)
        paste(panel, *codes(FIRST[:6]))
        press(panel, "Reveal")
        assert panel.shown == seen

    def test_another_room_is_hidden_until_it_is_revealed(self, panel):
        paste(panel, *codes(FIRST[:15]))
        press(panel, "Reveal")
        press(panel, "Start afresh")
        assert panel.shown is None
        paste(panel, *codes(FIRST[15:30]))
        assert panel.shown is None
        press(panel, "Reveal")
        assert panel.shown.before.people == 15

    def test_after_the_second_round_moves_are_shown(self, panel):
        paste(panel, *codes(FIRST))
        press(panel, "Reveal")
        assert not panel.shown.arrows
        before = len(pictures(panel))
        paste(panel, *codes(SECOND))
        assert len(panel.shown.arrows) >= 10
        assert len(pictures(panel)) > before

    @given(
        st.lists(st.tuples(st.sampled_from(["add", "reveal", "hide", "afresh"]), st.integers(1, 6)))
    )
    @settings(max_examples=30)
    def test_whatever_is_pressed_no_two_pictures_differ_by_fewer_than_five(self, steps):
        panel, given, seen, last = Facilitator(), 0, [], None
        for step, count in steps:
            if step == "add":
                paste(panel, *codes(FIRST[given : given + count]), "x")
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
    def test_it_starts_hidden_and_says_that_it_is_one(self):
        panel = Rehearsal()
        assert panel.counted == "47 counted."
        assert "24 before the discussion, 23 after it." in said(panel)
        assert "24 invented people" in Rehearsal.picture_text
        assert panel.shown is None
        assert "A rehearsal: nobody gave these answers." in said(panel)

    def test_its_pictures_are_marked_and_its_files_are_named_so(self):
        panel = Rehearsal()
        press(panel, "Reveal")
        assert panel.shown.synthetic
        assert "This is a rehearsal: these people are invented." in said(panel)
        assert [one.name for one in shown(panel, Handout)] == ["rehearsal.csv"]

    def test_it_goes_as_the_notebook_says(self):
        panel = Rehearsal()
        press(panel, "Reveal")
        [people] = shown(panel, ipywidgets.BoundedIntText)
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
        paste(panel, *codes(FIRST[:6]))
        press(panel, "Reveal")
        assert not panel.shown.synthetic
        assert panel.shown.before.people == 6
        choose(panel, REHEARSAL)
        assert panel.shown is None


class TestHostilePaste:
    def tags(self, html):
        found = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attributes: found.append((tag, attributes))
        parser.feed(html)
        return found

    @pytest.mark.parametrize("text", HOSTILE)
    def test_it_is_shown_as_text_and_runs_nowhere(self, panel, text):
        paste(panel, text, *codes(FIRST[:5]))
        press(panel, "Reveal")
        for one in shown(panel, ipywidgets.HTML):
            known = {"details", "summary", "p", "table", "tr", "th", "td", "code"}
            assert {tag for tag, _ in self.tags(one.value)} <= known
            assert not [attributes for _, attributes in self.tags(one.value) if attributes]
            assert all(c.isprintable() for c in one.value)
        [table] = shown(panel, Handout)
        assert "alert" not in table.content
        assert "HYPERLINK" not in table.content

    @given(st.text() | st.sampled_from(HOSTILE))
    @settings(max_examples=50)
    def test_a_table_of_damaged_codes_has_its_own_tags_only(self, text):
        html = damaged_html([DamagedRecord(text, text, text), Damaged(1, 1, "ROLE1-<b>")])
        assert self.tags(html) == self.tags(damaged_html([DamagedRecord("", "", "")] * 2))
        assert all(c.isprintable() for c in html)

    def test_a_million_damaged_codes_do_not_drown_the_page(self):
        html = damaged_html([Damaged(n, 1, "ROLE1-4") for n in range(1, 2001)])
        assert "See the 2000 damaged" in html
        assert html.count("<tr>") == MOST_SHOWN + 1
        assert "<p>And 1900 more.</p>" in html


class TestFiles:
    def test_the_table_is_what_the_room_sees(self, panel):
        paste(panel, *codes(ROOM))
        press(panel, "Reveal")
        [table] = shown(panel, Handout)
        assert (table.name, table.kind) == ("room.csv", "text/csv")
        assert table.content == picture_csv(panel.shown)
        rows = list(csv.reader(io.StringIO(table.content)))
        assert rows[0] == ["round", "measure", "value", "people"]

    def test_the_report_is_made_when_it_is_asked_for(self, panel):
        paste(panel, *codes(ROOM))
        press(panel, "Reveal")
        press(panel, "Make the report")
        _, report = shown(panel, Handout)
        assert (report.name, report.kind) == ("room.html", "text/html")
        assert report.content.lower().startswith("<!doctype html>")
        assert not report.is_readable

    def test_a_report_never_outlives_its_picture(self, panel):
        paste(panel, *codes(FIRST[:10]))
        press(panel, "Reveal")
        press(panel, "Make the report")
        paste(panel, *codes(FIRST[10:20]))
        [table] = shown(panel, Handout)
        assert table.content == picture_csv(panel.shown)
        press(panel, "Hide")
        states = json.dumps([p.get_state() for p in (panel._exports._report,)], default=str)
        assert "<!" not in states

    def test_the_sheet_of_paper_is_the_form(self):
        [sheet] = shown(PaperSheet(), Handout)
        assert sheet.content == paper_form()
        assert sheet.name.endswith(".html")


class TestStores:
    @pytest.fixture(params=["folder", "sqlite"])
    def where(self, request, tmp_path):
        kinds = {"folder": f"{tmp_path}/room", "sqlite": f"sqlite:///{tmp_path}/room.db"}
        set_up(kinds[request.param])
        return kinds[request.param]

    def test_the_environment_chooses_the_store(self, where, monkeypatch):
        monkeypatch.setenv(VARIABLE, where)
        open_store().add(FIRST[0])
        panel = Facilitator()
        [choice] = shown(panel, Choice)
        assert (choice.value, choice.options[0]) == (HERE, HERE)
        assert panel.counted == "1 counted."

    def test_so_does_the_argument(self, where):
        open_store(where).add(FIRST[0])
        assert Facilitator(where).counted == "1 counted."

    def test_and_so_do_the_fields(self, panel, where):
        open_store(where).add(FIRST[0])
        source = DATABASE if where.startswith("sqlite") else FOLDER
        choose(panel, source)
        assert ASK in said(panel)
        enter(panel, f" {where} ")
        assert panel.counted == "1 counted."

    def test_who_could_not_reach_the_store_is_pasted_beside_it(self, where):
        for response in FIRST[:5]:
            open_store(where).add(response)
        panel = Facilitator(where)
        changed = replace(FIRST[1], answers=FIRST[9].answers)
        paste(panel, *codes([FIRST[0], FIRST[5]]), changed.to_code(), "ROLE1-40")
        assert panel.counted == "6 counted, 1 duplicate, 1 conflict, 1 damaged."
        press(panel, "Reveal")
        assert panel.shown.before.people == 6
        press(panel, "Start afresh")
        assert panel.counted == "5 counted."

    def test_an_address_may_hold_a_password_and_is_typed_unseen(self, panel):
        choose(panel, DATABASE)
        [field] = shown(panel, ipywidgets.Text)
        assert isinstance(field, ipywidgets.Password)

    def test_another_address_is_another_room(self, panel, tmp_path):
        for name in ("one", "two"):
            set_up(f"{tmp_path}/{name}")
        for response in FIRST[:3]:
            open_store(f"{tmp_path}/one").add(response)
        choose(panel, FOLDER)
        enter(panel, f"{tmp_path}/one")
        assert panel.counted == "3 counted."
        enter(panel, f"{tmp_path}/two")
        assert panel.counted == "0 counted."

    def test_a_store_that_is_not_there_is_told_in_words(self, monkeypatch, tmp_path):
        monkeypatch.setenv(VARIABLE, f"{tmp_path}/nowhere")
        panel = Facilitator()
        assert panel.counted == "0 counted."
        told = (
            "Could not read the cohort (No such file or directory). Check that it is there and was "
            f"set up, or paste the codes. {ACCOUNT}"
        )
        assert told in said(panel)
        choose(panel, PASTE)
        paste(panel, *codes(FIRST[:2]))
        assert panel.counted == "2 counted."

    def test_an_address_that_is_none_is_told_in_words(self, monkeypatch):
        monkeypatch.setenv(VARIABLE, "mysql://host/room")
        assert (
            "The cohort must be a folder, sqlite:///file or postgresql://user@host/name (got one "
            "that starts with mysql://)." in said(Facilitator())
        )

    def test_the_address_of_participants_is_refused_in_words(self, panel, postgresql):
        owners = postgresql.new_database()
        participants = set_up(owners)
        open_store(participants).add(FIRST[0])
        choose(panel, DATABASE)
        enter(panel, participants)
        assert panel.counted == "0 counted."
        assert "Could not read the cohort (permission denied for table hand_ins)." in said(panel)
        assert ACCOUNT in said(panel)
        enter(panel, owners)
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
        html = Facilitator(tmp_path)._damaged.value
        assert "&lt;img src=x onerror=alert(1)&gt;" in html
        assert "<img" not in html
        assert "\u202e" not in html


class Slow(Store):
    """A store that counts how often it is asked, and can be broken."""

    def __init__(self):
        self.responses_, self.asked, self.read_, self.broken = [], 0, 0, False

    def watch(self):
        self.asked += 1
        if self.broken:
            raise StoreError("Could not read the cohort (it is asleep).")
        return str(len(self.responses_))

    def read(self):
        self.read_ += 1
        from rolekit.cohort.read_codes import collect

        return collect(self.responses_)

    def _add(self, record, code): ...

    def _records(self):
        return iter(())

    def _state(self):
        return ""


class TestWatching:
    def run(self, steps, monkeypatch):
        """Run the steps beside a watch that looks every hundredth of a second."""
        monkeypatch.setattr(store_watch, "PACE", 0.01)
        store, told = Slow(), []

        async def beside():
            watch = store_watch.StoreWatch(store, told.append)

            async def until(condition):
                for _ in range(500):
                    if condition():
                        return
                    await asyncio.sleep(0.01)
                raise AssertionError("it did not happen within five seconds")

            await steps(watch, store, told, until)
            watch.stop()

        asyncio.run(beside())

    def test_it_tells_only_what_is_new(self, monkeypatch):
        async def steps(watch, store, told, until):
            await until(lambda: store.asked > 5)
            assert (store.read_, len(told)) == (1, 1)
            store.responses_.append(FIRST[0])
            await until(lambda: len(told) == 2)
            assert told[-1].responses == (FIRST[0],)

        self.run(steps, monkeypatch)

    def test_it_goes_on_after_a_failure(self, monkeypatch):
        async def steps(watch, store, told, until):
            await until(lambda: told)
            store.broken = True
            await until(lambda: isinstance(told[-1], StoreError))
            store.broken = False
            await until(lambda: not isinstance(told[-1], StoreError))

        self.run(steps, monkeypatch)

    def test_looking_now_reads_again_though_nothing_seems_new(self, monkeypatch):
        async def steps(watch, store, told, until):
            await until(lambda: told)
            watch.look()
            await until(lambda: store.read_ == 2)

        self.run(steps, monkeypatch)

    def test_it_ends_when_told_to_and_when_another_one_begins(self, monkeypatch):
        async def steps(watch, store, told, until):
            await until(lambda: told)
            other = store_watch.StoreWatch(Slow(), lambda _: None)
            assert (watch.is_running, other.is_running) == (False, True)
            other.stop()
            assert not other.is_running
            await asyncio.sleep(0.03)
            asked = store.asked
            await asyncio.sleep(0.05)
            assert store.asked == asked

        self.run(steps, monkeypatch)

    def test_the_page_is_free_while_a_store_is_slow(self, monkeypatch):
        async def steps(watch, store, told, until):
            import time

            store.watch = lambda: time.sleep(0.3) or "1"
            watch.look()
            start = time.monotonic()
            await asyncio.sleep(0.01)
            assert time.monotonic() - start < 0.25

        self.run(steps, monkeypatch)

    def test_it_stops_with_the_panel(self, tmp_path):
        async def beside():
            panel = Facilitator(tmp_path)
            await asyncio.sleep(0)
            watch = panel._source._watch
            assert watch.is_running
            panel.close()
            assert not watch.is_running

        asyncio.run(beside())

    def test_another_source_ends_it(self, tmp_path):
        async def beside():
            panel = Facilitator(tmp_path)
            watch = panel._source._watch
            choose(panel, PASTE)
            assert not watch.is_running

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
        from rolekit.cohort.room import COARSE, DOTS_FROM, FLOOR

        text = self.text()
        assert f"**Under {FLOOR} people nothing is shown.**" in text
        assert (
            f"**From {FLOOR} to {DOTS_FROM - 1} people values are rounded to {COARSE} poi" in text
        )
        assert f"**From {DOTS_FROM} people on there is a dot for each**" in text
        assert f"**Once revealed, the pictures wait for {FLOOR} more people.**" in text
