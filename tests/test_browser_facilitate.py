"""Notebook 08 in a real JupyterLab: a room is collected, revealed, hidden and taken away.

What people paste runs nothing on the page, and what is saved runs without a network.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import JupyterLab
from pages import click, expect_picture, in_view, panel, paste, saved
from playwright.sync_api import Browser, Locator, Page, expect

from rolekit.cohort import Reveal, Room, open_store, read_codes, rehearsal
from rolekit.cohort.export import picture_csv
from rolekit.figures import room_pictures
from rolekit.record.set_up import set_up

pytestmark = pytest.mark.browser

NOTEBOOK = "08-facilitate.ipynb"
ROOM = rehearsal(12, seed=3).responses
PEOPLE = [response for response in ROOM if response.round == 1]
HOSTILE = [
    "Zoe: ROLE1-<img src=x onerror=alert(1)>",
    "<script>alert(2)</script> ROLE1-4",
    "ROLE1-\u202e0004 \u2066 ROLE1-\x07",
    '=HYPERLINK("http://127.0.0.1:9/x","ROLE1-40000")',
]


@pytest.fixture(autouse=True)
def dialogs(page: Page) -> Iterator[None]:
    """No script of somebody else's runs on the page, or a dialog would open."""
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    yield
    assert not opened


def start(lab: JupyterLab, page: Page) -> tuple[Locator, Locator]:
    """Open the notebook, run it, and give the rehearsal and the real panel."""
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    live, rehearsed = (in_view(panel(page, name)) for name in ("facilitator", "rehearsal"))
    expect(rehearsed).to_contain_text("24 before the discussion")
    return rehearsed, live


def add(panel: Locator, text: str) -> None:
    """Paste what was sent; nothing of it stays in the field."""
    field = in_view(panel).get_by_label("Paste here")
    paste(field, text)
    expect(field).to_have_value("")


def expect_pictures(panel: Locator, room: Room) -> None:
    """Check that a panel shows every picture that the room may see, named by its text."""
    for one in room_pictures(Reveal().redrawn(room).picture):
        expect_picture(panel, one.text)


def expect_hidden(panel: Locator) -> None:
    expect(panel.locator(".js-plotly-plot")).to_have_count(0)
    expect(panel.get_by_role("link")).to_have_count(0)


# The claims


@pytest.mark.long
def test_ten_megabytes_are_refused_before_they_are_sent(lab: JupyterLab, page: Page) -> None:
    sent: list[int] = []
    # The first test of the page: it hears what is sent from the opening on.
    page.on("websocket", lambda ws: ws.on("framesent", lambda frame: sent.append(len(frame))))
    _, live = start(lab, page)
    expect(live).to_contain_text("0 counted.")
    field = live.get_by_label("Paste here")
    paste(field, f"{PEOPLE[0].to_code()} ".ljust(10_000_000, "x"))
    expect(live).to_contain_text("Too long: 200,000 characters at the most (this has 10,000,000).")
    expect(field).to_have_value("")
    # The kernel is free, and has heard nothing of it.
    add(live, PEOPLE[0].to_code())
    expect(live).to_contain_text("Read: 1 counted.")
    expect(live).not_to_contain_text("Too long")
    assert max(sent) < 200_000


def test_a_room_is_collected_revealed_hidden_and_taken_away(
    lab: JupyterLab, page: Page, chromium: Browser, tmp_path: Path
) -> None:
    _, live = start(lab, page)
    text = "\n".join([*HOSTILE, *(f"{r.id} {r.to_code()}" for r in PEOPLE[:10])])
    found = read_codes(text)
    assert len(found.damaged) >= 4
    add(live, text)
    expect(live).to_contain_text(f"{found}.")
    expect_hidden(live)
    live.get_by_text(f"See the {len(found.damaged)} damaged").click()
    expect(live.get_by_role("table")).to_contain_text("line 1, column 6")
    assert live.locator("img, script").count() == 0
    expect(live).not_to_contain_text("Zoe")

    click(live, "Reveal")
    room = Room(found.responses)
    expect_pictures(live, room)
    # One more is counted, and nothing is drawn anew.
    add(live, PEOPLE[10].to_code())
    expect(live).to_contain_text("11 counted")
    expect(live).to_contain_text("The pictures change after 4 more complete responses.")
    expect_pictures(live, room)

    table = saved(page, live.get_by_role("link", name="Save the table"), tmp_path)
    assert table.name == "room.csv"
    assert table.read_bytes().decode() == picture_csv(Reveal().redrawn(room).picture)
    click(live, "Make the report")
    report = saved(page, live.get_by_role("link", name="Save the report"), tmp_path)
    read_without_a_network(chromium, report, room)

    click(live, "Hide")
    expect(live).to_contain_text("Everything is hidden until you press Reveal.")
    expect_hidden(live)
    click(live, "Reveal")
    expect_pictures(live, room)


def read_without_a_network(chromium: Browser, report: Path, room: Room) -> None:
    """Open a saved report where nothing else can be reached."""
    context = chromium.new_context()
    page, asked, errors = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto(report.as_uri())
    drawn = room_pictures(Reveal().redrawn(room).picture)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(len(drawn))
    for one in drawn:
        expect(page.get_by_text(one.text).first).to_be_attached()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as PNG").first.click()
    assert download.value.suggested_filename == "room-before-strip.png"
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"
    own = ("file:", "data:", "blob:")
    assert not [url for url in asked if not url.startswith(own)]
    assert not errors
    context.close()


@pytest.mark.long
def test_a_wall_goes_on_without_a_kernel(own_lab: JupyterLab, own_page: Page) -> None:
    rehearsed, _ = start(own_lab, own_page)
    click(rehearsed, "Reveal")
    expect(rehearsed.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    with own_page.expect_popup() as opened:
        click(rehearsed, "Show on the wall")
    wall = opened.value
    place = wall.locator("header span")
    expect(place).to_have_text("1 of 4")
    own_lab.shut_down(own_page)
    wall.keyboard.press("ArrowRight")
    expect(place).to_have_text("2 of 4")
    expect(wall.locator("header b")).to_have_text(
        "Rehearsal, invented people: the map, before the discussion"
    )
    wall.close()


def test_a_store_is_counted_as_people_hand_in(lab: JupyterLab, page: Page, tmp_path: Path) -> None:
    _, live = start(lab, page)
    where = str(tmp_path / "room")
    set_up(where)
    live.get_by_role("combobox").select_option("a folder")
    field = live.get_by_label("Folder")
    store = open_store(where)
    store.add(PEOPLE[0])
    field.fill(where)
    field.press("Enter")
    expect(live).to_contain_text("1 counted.")
    store.add(PEOPLE[1])
    expect(live).to_contain_text("2 counted.")
    # The store is gone: the page says so, by itself, and keeps what it counted.
    Path(where).rename(tmp_path / "away")
    expect(live).to_contain_text("Could not read the cohort")
    expect(live).to_contain_text("2 counted.")
    (tmp_path / "away").rename(where)
    expect(live).not_to_contain_text("Could not read the cohort")
