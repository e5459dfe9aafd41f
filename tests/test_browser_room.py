"""The whole hour: twelve people, a store and a paste, two rounds and a wall.

The agenda of 60 minutes is followed sentence by sentence, as notebook 08 and the facilitator's card
have it: each sentence has a step here, and none has two.
"""

import csv
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from browser import JupyterLab, jupyterlab, new_page
from hands import rows_of
from pages import click, expect_picture, grey, paste, press, saved
from phones import SETTLED
from playwright.sync_api import Browser, Locator, Page, expect

from rolekit import Response
from rolekit.cohort import Reveal, Room, open_store, rehearsal
from rolekit.cohort.export import picture_csv
from rolekit.cohort.panels.room_pictures import RoomPicture
from rolekit.figures import room_pictures
from rolekit.record.panels.hand_in import CHANGED, DONE
from rolekit.record.set_up import set_up
from rolekit.titles.guesses import Guess, load_questions
from rolekit.titles.words import describe_answer, describe_shares

pytestmark = pytest.mark.browser

GUESS = "Before you see anything: where on this line would you place yourself?"
AGENDA = [row for row in rows_of("workshop") if row["part"] == "agenda" and row["minutes_60"]]
SENTENCES = [one for row in AGENDA for one in re.split(r"(?<=[.?]) ", row["text"])]
OTHERS = [
    replace(response, round=1)
    for response in rehearsal(10, seed=5).responses
    if response.round == 1
]
NAMES = ["Cem", "Dora"]  # of the two others whose codes are pasted


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that a room hands in to."""
    where = tmp_path_factory.mktemp("cohort") / "room"
    set_up(str(where), "Thursday")
    return where


@pytest.fixture(scope="module")
def hub(room: Path, chromium: Browser, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """Give a JupyterLab as on a hub, whose environment names the store."""
    before = os.environ.get("ROLEKIT_COHORT")
    os.environ["ROLEKIT_COHORT"] = str(room)
    try:
        with jupyterlab(tmp_path_factory.mktemp("hub")) as running:
            yield running
    finally:
        del os.environ["ROLEKIT_COHORT"]
        if before is not None:
            os.environ["ROLEKIT_COHORT"] = before


def open_page(chromium: Browser, hub: JupyterLab, notebook: str) -> Page:
    """Open a notebook with a kernel of its own, and run it."""
    page = new_page(chromium, height=900)
    hub.open(page, notebook)
    hub.run_all(page)
    return page


def code_of(explorer: Locator) -> str:
    return explorer.locator(f"{SETTLED} .rk-code-box code").text_content() or ""


class Hour:
    """A workshop of an hour: Ann and Bob in the browser, ten others, and the facilitator."""

    def __init__(self, chromium: Browser, hub: JupyterLab, where: Path, files: Path) -> None:
        self.chromium, self.hub, self.store, self.files = chromium, hub, open_store(where), files
        self.codes: list[str] = []  # all that was handed in, in its order
        self.steps: dict[str, Callable[[], None]] = {
            "What this is and what it isn't, how to hand in, and what nobody will "
            "see.": self.welcome,
            "Everyone makes their guess in 02.": self.predict,
            "Then, by show of hands or on paper: where will the middle of this room be, and how "
            "far apart will we be?": self.show_nothing,
            "In pairs, guess in 01 who does what, then see the real figures.": self.look,
            "Twelve statements in 02, then hand in.": self.answer,
            "Ask for the predictions once more, and only then press Reveal.": self.reveal,
            "Say nothing for half a minute.": self.stay,
            "First in pairs, then everyone together, with two or three of the "
            "questions.": self.discuss,
            "If you think differently now, change your answers in 02, tick that this is after the "
            "discussion, and hand in again.": self.move_again,
            "Then the second round is revealed.": self.reveal_again,
            "Everyone says one sentence: what I'll look at differently.": self.close,
        }

    def room(self, *rounds: int) -> list[RoomPicture]:
        """Return the pictures of all who have handed in, in these rounds."""
        everybody = Room(map(Response.from_code, self.codes))
        return room_pictures(Reveal().redrawn(everybody.of(rounds)).picture)

    def expect_shown(self, *rounds: int) -> None:
        """Check that the panel shows every picture that the room may see, and the wall one."""
        drawn = self.room(*rounds)
        for one in drawn:
            expect_picture(self.panel, one.text)
        expect(self.panel.locator(".js-plotly-plot")).to_have_count(len(drawn))
        expect(self.wall.locator("header span")).to_contain_text(f" of {len(drawn)}")

    # The steps

    def welcome(self) -> None:
        """The facilitator's page counts, on the wall too; the participants' shows no result."""
        desk = open_page(self.chromium, self.hub, "08-facilitate.ipynb")
        self.panel = desk.locator(".rk-panel-facilitator")
        self.panel.scroll_into_view_if_needed()
        expect(self.panel).to_contain_text("Session: Thursday.")
        with desk.expect_popup() as opened:
            click(self.panel, "Show on the wall")
        self.wall = opened.value
        self.wall.set_viewport_size({"width": 1280, "height": 720})
        self.ann, self.bob = (
            open_page(self.chromium, self.hub, "02-where-you-sit.ipynb").locator(
                ".rk-panel-explorer"
            )
            for _ in range(2)
        )
        for explorer in (self.ann, self.bob):
            expect(explorer.get_by_role("slider", name=GUESS)).to_be_attached()
            expect(explorer.locator(".js-plotly-plot text")).to_have_count(0)
        self.show_nothing()

    def predict(self) -> None:
        for explorer, key, steps in ((self.ann, "ArrowLeft", 4), (self.bob, "ArrowRight", 6)):
            explorer.get_by_role("slider", name=GUESS).focus()
            press(explorer.page, *[key] * steps)
            click(explorer, "This is my guess")
            expect(explorer.locator(".js-plotly-plot text").first).to_be_visible()

    def show_nothing(self) -> None:
        """Nobody sees anything of the room but the count."""
        expect(self.wall.locator("main")).to_contain_text("0 counted.")
        expect(self.panel.locator(".js-plotly-plot")).to_have_count(0)
        expect(self.panel.get_by_role("button", name="Reveal", exact=True)).to_be_disabled()

    def look(self) -> None:
        """Ann and Bob guess at one question in 01, and see the real figures only then."""
        pair = open_page(self.chromium, self.hub, "01-two-roles.ipynb")
        game = pair.locator(".rk-panel-guessshares")
        guess = Guess(load_questions()[0], (55, 45))
        expect(game.get_by_role("slider").last).to_be_attached()
        game.get_by_role("slider").first.focus()
        press(pair, "ArrowRight", "Tab", "Tab", "ArrowLeft", "Tab", "Tab")
        said = describe_answer(guess)
        expect(game.get_by_text(said, exact=True)).to_have_count(0)
        press(pair, "Enter")
        expect(game.get_by_text(said, exact=True)).to_be_visible()
        shares = describe_shares(guess.question)
        expect(game.get_by_role("img", name=shares, exact=True)).to_be_visible()
        pair.close()

    def answer(self) -> None:
        """Ann hands in by the button. Bob's code is read by camera, and pasted with two others."""
        for explorer, steps in ((self.ann, "ArrowLeft"), (self.bob, "ArrowRight")):
            sliders = explorer.locator(".rk-statements input[type=range]")
            expect(sliders).to_have_count(12)
            for number in range(12):
                sliders.nth(number).focus()
                press(explorer.page, *[steps] * (1 + number % 4), "Enter")
                expect(sliders.nth(number)).not_to_have_attribute("aria-valuetext", "not answered")
        click(self.ann, "Hand in")
        expect(self.ann).to_contain_text(DONE)
        for response in OTHERS[2:]:
            self.store.add(response)
        expect(self.panel).to_contain_text("9 counted.")
        expect(self.wall.locator("main")).to_contain_text("9 counted.")

        click(self.bob, "Show as QR")
        picture = self.bob.get_by_role("img", name="A QR picture of your response code")
        expect(picture).to_be_visible()
        [read] = zxingcpp.read_barcodes(grey(self.chromium, picture.screenshot()))
        assert read.text == code_of(self.bob)
        codes = [response.to_code() for response in OTHERS[:2]]
        chat = "\n".join(f"10:31 {one}: {code}" for one, code in zip(NAMES, codes, strict=True))
        self.paste(f"{chat}\nBob: {read.text}")
        self.codes = [code_of(self.ann), read.text, *(one.to_code() for one in OTHERS)]
        expect(self.panel).to_contain_text("12 counted.")
        expect(self.wall.locator("main")).to_contain_text("12 before the discussion, 0 after it.")

    def paste(self, text: str) -> None:
        """Paste, and check that no name stands on the page for a moment."""
        field = self.panel.get_by_label("Paste here")
        paste(field, text)
        expect(field).to_have_value("")
        expect(self.panel).to_contain_text("Only the codes are kept of it.")
        for name in (*NAMES, "Bob"):
            expect(self.panel).not_to_contain_text(name)

    def reveal(self) -> None:
        expect(self.panel).to_contain_text("Everything is hidden until you press Reveal.")
        expect(self.panel.locator(".js-plotly-plot")).to_have_count(0)
        click(self.panel, "Reveal")
        self.expect_shown(1)

    def stay(self) -> None:
        """Nothing moves by itself: another hand-in of the same changes nothing."""
        [first, *_] = self.room(1)
        self.store.add(OTHERS[5])
        expect(self.wall.get_by_role("img", name=first.text, exact=True)).to_be_visible()
        self.expect_shown(1)

    def discuss(self) -> None:
        """The pictures are turned on the wall, from either window."""
        drawn = self.room(1)
        self.wall.keyboard.press("ArrowRight")
        expect(self.wall.get_by_role("img", name=drawn[1].text, exact=True)).to_be_visible()
        click(self.panel, "Next")
        self.panel.page.keyboard.press("ArrowLeft")
        self.panel.page.keyboard.press("ArrowLeft")
        expect(self.wall.get_by_role("img", name=drawn[0].text, exact=True)).to_be_visible()

    def move_again(self) -> None:
        """Ann changes an answer and Bob none; of the others nine come back."""
        changed = self.ann.locator(".rk-statements input[type=range]").first
        changed.focus()
        press(self.ann.page, *["ArrowRight"] * 6)
        expect(self.ann).to_contain_text(CHANGED)
        for explorer in (self.ann, self.bob):
            before = code_of(explorer)
            explorer.get_by_role("checkbox", name="This is after the discussion").check()
            expect(explorer.locator(".rk-code-box code")).not_to_have_text(before)
        click(self.ann, "Hand in")
        expect(self.ann).to_contain_text(DONE)
        again = [replace(one, round=2) for one in OTHERS]
        for response in again[2:]:
            self.store.add(response)
        self.paste(f"{NAMES[0]} once more: {again[0].to_code()}, Bob: {code_of(self.bob)}")
        self.codes += [code_of(self.ann), code_of(self.bob)]
        self.codes += [one.to_code() for one in [again[0], *again[2:]]]
        expect(self.panel).to_contain_text("12 before the discussion, 11 after it.")
        # Eleven have handed in again, and the room sees nothing of it yet.
        expect(self.panel).to_contain_text("The next round is hidden until you reveal it.")
        self.expect_shown(1)

    def reveal_again(self) -> None:
        """What has changed is that of the same people, though eleven of twelve came back."""
        click(self.panel, "Reveal the second round")
        self.expect_shown(1, 2)
        [moves] = [one for one in self.room(1, 2) if one.name == "room-moves"]
        assert "people answered both times" in moves.text
        for _ in range(3):
            self.wall.keyboard.press("ArrowRight")
        expect(self.wall.locator("header")).to_contain_text(moves.title)
        expect(self.wall.locator(".rk-wall .main-svg").first).to_be_visible()

    def close(self) -> None:
        """The files are taken away, and a closed wall loses nothing."""
        desk, drawn = self.panel.page, self.room(1, 2)
        table = saved(desk, self.panel.get_by_role("link", name="Save the table"), self.files)
        everybody = Room(map(Response.from_code, self.codes))
        expected = picture_csv(Reveal().redrawn(everybody.of({1})).redrawn(everybody).picture)
        assert (table.name, table.read_bytes().decode()) == ("room.csv", expected)
        with table.open(encoding="utf-8-sig", newline="") as stream:
            changes = [row for row in csv.DictReader(stream) if row["who"].startswith("change")]
        assert len(changes) == 14
        click(self.panel, "Make the report")
        report = saved(desk, self.panel.get_by_role("link", name="Save the report"), self.files)
        page = report.read_text("utf-8")
        assert "<h1>Where we sit: Thursday</h1>" in page
        assert all(f"data-saves='{one.name}'" in page for one in drawn)
        first = self.panel.locator(".rk-picture").first
        first.hover()
        picture = saved(desk, first.get_by_role("button", name="Save picture"), self.files)
        assert picture.name == "room-before-strip.png"
        assert picture.read_bytes()[:4] == b"\x89PNG"
        self.wall.close()
        expect(self.panel.get_by_role("button", name="Show on the wall")).to_be_visible()
        self.panel.get_by_role("button", name="Show on the wall").scroll_into_view_if_needed()
        for one in drawn:
            expect_picture(self.panel, one.text)


@pytest.mark.long
def test_an_hour_goes_as_its_agenda_says(
    chromium: Browser, hub: JupyterLab, room: Path, tmp_path: Path
) -> None:
    hour = Hour(chromium, hub, room, tmp_path)
    assert list(hour.steps) == SENTENCES
    for sentence in SENTENCES:
        hour.steps[sentence]()
    # A second facilitator, or this one after a restart, goes on from what was shown.
    late = replace(OTHERS[9], id=7)
    hour.store.add(late)
    desk = open_page(chromium, hub, "08-facilitate.ipynb")
    other = desk.locator(".rk-panel-facilitator")
    other.scroll_into_view_if_needed()
    expect(other).to_contain_text("10 before the discussion")
    expect(other.locator(".js-plotly-plot")).to_have_count(0)
    click(other, "Reveal")
    for one in hour.room(1, 2):
        expect_picture(other, one.text)
    # And in the next session nobody is there.
    hour.store.begin(f"after {date.today()}")
    expect(other).to_contain_text("0 counted.")
    expect(other.locator(".js-plotly-plot")).to_have_count(0)


@pytest.mark.long
def test_a_room_that_cannot_be_reached_leaves_the_code(
    chromium: Browser, hub: JupyterLab, room: Path
) -> None:
    page = open_page(chromium, hub, "02-where-you-sit.ipynb")
    explorer = page.locator(".rk-panel-explorer")
    explorer.get_by_label("Resume from a code").fill(OTHERS[0].to_code())
    click(explorer, "Resume")
    expect(explorer.locator(".rk-code-box code")).to_have_text(OTHERS[0].to_code())
    away = room.rename(room.with_name("away"))
    try:
        click(explorer, "Hand in")
        expect(explorer).to_contain_text(
            "Not handed in: the cohort is not there, or was not set up. Copy this code to your "
            "facilitator instead."
        )
    finally:
        away.rename(room)
    expect(explorer.locator(".rk-code-box code")).to_have_text(OTHERS[0].to_code())
    click(explorer, "Hand in")
    expect(explorer).to_contain_text(DONE)
