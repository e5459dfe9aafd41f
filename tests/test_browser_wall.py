"""The wall: a window of its own that is read from the back of the room.

The script runs alone here, beside a stand-in for the widget's model; that it runs in JupyterLab is
seen where the whole hour is.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
import zxingcpp
from alone import forget, page_for_one, show_alone
from browser import until
from conftest import watched
from hands import contrast, long
from pages import grey
from playwright.sync_api import Browser, Page, expect

from rolekit.cohort import Reveal, Room, rehearsal
from rolekit.cohort.panels.room_pictures import room_pictures
from rolekit.cohort.panels.wall import Wall
from rolekit.record.qr import qr_of

pytestmark = pytest.mark.browser

THEMES = {"light": ("#ffffff", "rgba(0, 0, 0, 0.87)"), "dark": ("#111111", "#ffffff")}


def shown_of(n: int, real: bool = True) -> Wall:
    """Give the wall of a room of so many people after both rounds."""
    wall = Wall("room")
    room = rehearsal(n, seed=8)
    reveal = Reveal().redrawn(Room(room.responses) if real else room)
    wall.lines = [f"{n} counted.", f"{n} before the discussion, {n} after it."]
    wall.show(room_pictures(reveal.picture))
    return wall


@pytest.fixture(scope="module")
def projected(chromium: Browser) -> Iterator[Page]:
    """Give the page that these tests share, which compiles Plotly once."""
    with page_for_one(chromium, 720) as page:
        yield page


@pytest.fixture
def panel(projected: Page) -> Iterator[Page]:
    """Give a page for a panel; close the windows that it opened, and forget where they were."""
    with watched(projected):
        yield projected
        for opened in projected.context.pages[1:]:
            opened.close()
        forget(projected)


def start(page: Page, wall: Wall, theme: str = "light") -> None:
    """Open the panel of a wall on a page."""
    paper, ink = THEMES[theme]
    look = f"--jp-layout-color0: {paper}; --jp-content-font-color1: {ink}"
    show_alone(page, wall, look)
    expect(page.get_by_role("button", name="Show on the wall")).to_be_enabled()


def show(page: Page) -> Page:
    """Open the wall, and give its window."""
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Show on the wall").click()
    opened.value.set_viewport_size({"width": 1280, "height": 720})
    expect(opened.value.locator(".rk-wall")).to_be_visible()
    return opened.value


def expect_page(wall: Page, number: int, of: int = 6) -> None:
    expect(wall.locator("header span")).to_have_text(f"{number} of {of}")
    expect(wall.locator(".rk-wall .main-svg").first).to_be_visible()


# Every text with its box on the screen, the size of its letters there, its colour, and what it is.
TEXTS = """(root, texts) => {
  const scale = root.firstChild.getBoundingClientRect().width / 1280;
  return [...root.querySelectorAll(texts)]
    .filter((text) => text.textContent.trim() && text.checkVisibility())
    .map((text) => {
      const box = text.getBoundingClientRect(), style = getComputedStyle(text);
      return {
        words: text.textContent, size: parseFloat(style.fontSize) * scale,
        box: [box.left, box.top, box.right, box.bottom],
        turned: Math.abs(box.height) > 2 * parseFloat(style.fontSize) * scale,
        ink: text.closest("svg") ? style.fill : style.color,
        isOnCell: !!text.closest(".heatmap-label"),
      };
    });
}"""


def rgb(colour: str) -> list[float]:
    return [float(part) for part in re.findall(r"[\d.]+", colour)][:3]


def check_legible(
    wall: Page, theme: str, which: str = "svg text, header b, header span", least: int = 6
) -> None:
    """Check sizes, places and colours of texts on the wall."""
    texts: list[dict[str, Any]] = wall.locator(".rk-wall").evaluate(TEXTS, which)
    assert len(texts) >= least
    paper = {"light": [255, 255, 255], "dark": [17, 17, 17]}[theme]
    for text in texts:
        left, top, right, bottom = text["box"]
        assert text["size"] >= 28, text
        assert left >= 0 and top >= 0 and right <= 1280 and bottom <= 720, text  # noqa: PT018
        ground = [244, 226, 186] if text["isOnCell"] else paper
        assert contrast(rgb(text["ink"]), ground) >= 4.5, text
    for one, other in combinations(texts, 2):
        if not (one["turned"] and other["turned"]):  # slanting names keep apart along their slant
            assert not overlap(one["box"], other["box"]), (one, other)


def overlap(one: list[float], other: list[float]) -> bool:
    """Return whether two boxes have more in common than the blank above and below letters."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width > 1 and height > 6


# The claims


@pytest.mark.parametrize("theme", ["light", *long("dark")])
def test_the_way_in_is_read_from_the_back(panel: Page, chromium: Browser, theme: str) -> None:
    address = "http://192.168.178.123:58080/0123456789abc/"
    given = shown_of(0)
    given.lines = [
        "287 counted, 13 duplicates, 2 conflicts.",
        "287 before the discussion, 0 after it.",
    ]
    given.door, given.pages = [address, qr_of(address, "The address")], []
    start(panel, given, theme)
    wall = show(panel)
    expect(wall.get_by_text(address)).to_be_visible()
    check_legible(wall, theme, ".rk-wall p", least=3)
    [code] = zxingcpp.read_barcodes(grey(chromium, wall.screenshot()))
    assert code.text == address
    # It goes when the door is closed, and the count stays.
    panel.evaluate("model.set('door', [])")
    expect(wall.get_by_text(address)).to_have_count(0)
    expect(wall.get_by_text(given.lines[0])).to_be_visible()


@pytest.mark.parametrize(
    "room",
    [
        *((7, "light"), (300, "dark")),
        *long((7, "dark"), (40, "light"), (40, "dark"), (300, "light")),
    ],
    ids=str,
)
def test_every_picture_is_read_from_the_back(panel: Page, room: tuple[int, str]) -> None:
    n, theme = room
    given = shown_of(n)
    start(panel, given, theme)
    wall, many = show(panel), len(given.pages)
    for number in range(1, many + 1):
        expect_page(wall, number, many)
        check_legible(wall, theme)
        wall.keyboard.press("ArrowRight")
    expect_page(wall, many, many)  # after the last there is none


def test_a_rehearsal_is_marked_on_the_wall(panel: Page) -> None:
    start(panel, shown_of(12, real=False))
    wall = show(panel)
    for number in range(1, 7):
        expect_page(wall, number)
        expect(wall.locator("header b")).to_contain_text("Rehearsal, invented people: ")
        check_legible(wall, "light")
        wall.keyboard.press("ArrowRight")


def test_it_counts_until_something_is_revealed_and_when_it_is_hidden_again(panel: Page) -> None:
    given = shown_of(40)
    start(panel, Wall("room"))
    wall = show(panel)
    expect(wall.locator(".rk-wall svg")).to_have_count(0)
    panel.evaluate("lines => model.set('lines', lines)", given.lines)
    expect(wall.locator("main")).to_contain_text("40 counted.")
    expect(wall.locator("main")).to_contain_text("40 before the discussion, 40 after it.")
    sizes = wall.locator("main p").evaluate_all(
        "every => every.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 28
    panel.evaluate("pages => model.set('pages', pages)", given.pages)
    expect_page(wall, 1)
    expect(wall.get_by_role("img", name=given.pages[0]["text"])).to_be_visible()
    panel.evaluate("model.set('pages', [])")
    expect(wall.locator("main")).to_contain_text("40 counted.")
    expect(wall.locator(".rk-wall svg")).to_have_count(0)
    for page in given.pages:
        assert page["title"] not in wall.content()
        assert page["text"] not in wall.content()


def test_arrow_keys_turn_its_pages_in_either_window(panel: Page) -> None:
    start(panel, shown_of(40))
    wall = show(panel)
    wall.keyboard.press("ArrowRight")
    wall.keyboard.press("PageDown")
    expect_page(wall, 3)
    expect(panel.get_by_role("status")).to_contain_text("On the wall: 3 of 6: The map, before")
    panel.get_by_role("button", name="Close the wall").focus()
    panel.keyboard.press("ArrowLeft")
    expect_page(wall, 2)
    panel.get_by_role("button", name="Next").click()
    panel.get_by_role("button", name="Next").click()
    expect_page(wall, 4)


def test_a_closed_window_loses_nothing(panel: Page) -> None:
    start(panel, shown_of(40))
    wall = show(panel)
    wall.keyboard.press("ArrowRight")
    expect_page(wall, 2)
    wall.close()
    expect(panel.get_by_role("button", name="Show on the wall")).to_be_visible()
    expect(panel.get_by_role("status")).to_have_text("")
    wall = show(panel)
    expect_page(wall, 2)
    panel.get_by_role("button", name="Close the wall").click()
    until(wall.is_closed, "the wall stays open")


def test_after_a_reload_the_panel_takes_the_window_over(panel: Page) -> None:
    start(panel, shown_of(40))
    wall = show(panel)
    wall.keyboard.press("ArrowRight")
    expect_page(wall, 2)
    panel.reload()
    expect(panel.get_by_role("status")).to_contain_text("On the wall: 2 of 6")
    wall.keyboard.press("ArrowRight")
    expect_page(wall, 3)
    expect(panel.get_by_role("status")).to_contain_text("On the wall: 3 of 6")
    assert len(panel.context.pages) == 2


def test_a_window_that_was_closed_meanwhile_is_not_opened_again(panel: Page) -> None:
    start(panel, shown_of(40))
    show(panel)
    wall = panel.context.pages[1]
    panel.goto("about:blank")
    wall.close()
    panel.add_init_script(KEEP_OPENED)
    start(panel, shown_of(40))
    closed = "opened.length === 1 && opened[0].closed"
    until(lambda: panel.evaluate(closed), "a window was left open")
    expect(panel.get_by_role("button", name="Show on the wall")).to_be_visible()


# What the page opens, even where it closes it at once.
KEEP_OPENED = """{
  const { open } = window;
  window.opened = [];
  window.open = (...where) => {
    opened.push(open(...where));
    return opened.at(-1);
  };
}"""


@pytest.mark.parametrize("how", ["() => null", "() => { throw new Error('blocked') }"])
def test_where_no_window_opens_it_fills_the_panels_page(panel: Page, how: str) -> None:
    start(panel, shown_of(40), "dark")
    panel.evaluate(f"() => {{ window.open = {how}; }}")
    panel.get_by_role("button", name="Show on the wall").click()
    panel.keyboard.press("ArrowRight")
    expect_page(panel, 2)
    expect(panel.get_by_role("status")).to_contain_text("This browser opened no window.")
    box = panel.locator(".rk-wall").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1280, "height": 720}
    check_legible(panel, "dark")
    panel.locator(".rk-wall").get_by_role("button", name="Close").click()
    expect(panel.locator(".rk-wall")).to_have_count(0)
    panel.get_by_role("button", name="Show on the wall").click()
    expect_page(panel, 2)
    panel.keyboard.press("Escape")
    expect(panel.locator(".rk-wall")).to_have_count(0)
    expect(panel.get_by_role("button", name="Show on the wall")).to_be_visible()


def test_a_larger_window_shows_all_of_it_larger(panel: Page) -> None:
    start(panel, shown_of(40))
    wall = show(panel)
    wall.set_viewport_size({"width": 1920, "height": 1200})
    stage = wall.locator(".rk-wall > div")
    until(lambda: (stage.bounding_box() or {})["width"] == 1920, "it has not grown")
    assert (stage.bounding_box() or {})["height"] == 1080
