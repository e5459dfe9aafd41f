"""From Run All of notebook 02 to its sliders and to its live picture, over a slow link."""

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

from bench import apps
from bench.row import Row, in_turn
from tests.browser import IDLE, JupyterLab, Link, linked, new_page

ROUNDS = 3
NOTEBOOK = "02-where-you-sit.ipynb"
LINK = {"seconds": 0.3, "rate": 125_000, "stalled": 0.02}  # a megabit a second
SLIDERS, LIVE = 5000, 25_000  # milliseconds that people may have to wait


def slow() -> Iterator[Row]:
    """Measure it on the link and beside the server, in turn."""
    with apps.lab_and_browser() as (lab, browser):
        there, here = in_turn(
            ROUNDS, lambda: waited(lab, browser, **LINK), lambda: waited(lab, browser)
        )
    for i, (what, most) in enumerate([("sliders and sentence", SLIDERS), ("live picture", LIVE)]):
        times = [[one[i] for one in side] for side in (there, here)]
        name = f"{what} of 02 after Run All, 1 Mbit/s and 300 ms each way"
        yield Row(name, "beside the server", *times, counts="more", required=most)


def waited(lab: JupyterLab, browser: Browser, **link: float) -> tuple[float, float]:
    """Return the milliseconds to the sliders and to the live picture, Lab being open."""
    way = Link()
    with linked(lab, way) as far:
        page = new_page(browser)
        far.open(page, NOTEBOOK)
        page.wait_for_selector(IDLE)
        vars(way).update(link)
        started = page.evaluate("performance.now()")
        far.run_all(page)
        explorer = page.locator(".rk-panel-explorer").first
        explorer.get_by_role("button", name="Skip").click()
        expect(explorer.locator(".rk-said")).to_contain_text("Answer statements")
        sliders = page.evaluate("performance.now()")
        expect(explorer.locator(".main-svg").first).to_be_visible()
        live = page.evaluate("performance.now()")
        page.context.close()
    lab.stop_kernels()
    return sliders - started, live - started
