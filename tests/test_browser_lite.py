"""The site without a server runs every notebook in the browser, and asks no other host for it."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from axe import OURS, violations
from browser import ROOT, JupyterLab, new_page, until
from conftest import skip_or_fail, watched
from explorers import (
    ENGINEER,
    QUESTION,
    answer_by_keys,
    lean_shown,
    place_now,
    settled,
    slider,
    start,
)
from pages import click, expect_instead, expect_to_fit, in_view, panel, save, saved
from paths import PLAN
from playwright.sync_api import Browser, Page, expect
from sites import files_served

from rolekit.path.plan_code import to_text

pytestmark = [pytest.mark.browser, pytest.mark.long]

NOTEBOOKS = {path.stem[:2]: path.name for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
ELSEWHERE = re.compile(r"^(?:http|ws)s?://(?!127\.0\.0\.1[:/])")
# How many panels and pictures stand by themselves in each, as its cells ask for them.
SHOWN = {"00": 1, "01": 4, "02": 1, "03": 10, "06": 6, "07": 10, "08": 4, "09": 7}
OWN = ".jp-OutputArea-output :is(.rk-panel, .rk-picture, .rk-ticks):not(.rk-panel *)"
# What a step of 04 and 05 needs, and how many steps say so.
LACKING = {"04": ("NumPy", "scikit-learn", "scikit-learn and a server"), "05": ("scikit-learn",)}
STEPS = {"04": 11, "05": 4}
# These come with the kernel, of which homes/lite-requirements.txt names the version, or are ours.
OF_THE_KERNEL = ("piplite", "pyodide-kernel", "rolekit")


class Lite(JupyterLab):
    """The site, opened as JupyterLab is."""

    def open(self, page: Page, notebook: str) -> None:
        page.goto(f"{self.address}/lab/index.html?path=notebooks/{notebook}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")


@pytest.fixture(scope="module")
def site():
    """Give the site, made by `make lite` and served; skip where that needs what is not there."""
    lacking = [tool for tool in ("make", "npm") if not shutil.which(tool)]
    if not lacking:
        # A test run that make started must not hand its own flags down.
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        made = subprocess.run(["make", "lite"], cwd=ROOT, env=clean, capture_output=True)
        lacking = ["a network"] if made.returncode else []
    if lacking:
        skip_or_fail(f"The site was not made for want of {lacking[0]}.", "ROLEKIT_REQUIRE_LITE")
    folder = ROOT / "dist" / "lite"
    with files_served(folder) as address:
        yield Lite(address, "", folder)


@pytest.fixture
def page(chromium: Browser, site: Lite):
    """Give a browser that was never there: no error on its page, no other host asked."""
    asked: list[str] = []
    page = new_page(chromium)
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.route(ELSEWHERE, lambda route: route.abort())
    with watched(page):
        yield page
        page.context.close()
    assert [url for url in asked if ELSEWHERE.match(url)] == []


def ran(site: Lite, page: Page, number: str) -> None:
    """Run a notebook to its end, where it may have stopped at nothing."""
    site.open(page, NOTEBOOKS[number])
    site.choose(page, "Edit", "Clear Outputs of All Cells")  # with their counts
    site.run_all(page)
    stopped = page.get_by_text("Traceback (most recent call last)")
    counted, waiting = page.locator(".jp-InputPrompt"), re.compile(r"\[(\*| )\]")
    until(
        lambda: stopped.count() > 0 or not any(map(waiting.search, counted.all_text_contents())),
        f"{number} does not end",
    )
    expect(stopped).to_have_count(0)


@pytest.mark.parametrize("number", NOTEBOOKS)
def test_every_notebook_runs_to_its_end(site: Lite, page: Page, number: str) -> None:
    ran(site, page, number)
    if number in SHOWN:
        until(lambda: page.locator(OWN).count() >= SHOWN[number], "a panel does not come up")
        return
    said = page.locator(".jp-OutputArea-output", has_text="can't run in a browser alone")
    expect(said).to_have_count(STEPS[number])
    for needed in LACKING[number]:
        expect(said.filter(has_text=f"it needs {needed}.").first).to_be_attached()


def test_the_address_leads_to_the_first_notebook_and_asks_nothing(site: Lite, page: Page) -> None:
    page.goto(site.address)
    expect(page.get_by_role("heading", name="Start here")).to_be_visible()
    expect(page.locator(".jp-Dialog, .jp-toast, .Toastify__toast")).to_have_count(0)


def test_the_lock_names_only_what_lies_beside_it_and_is_pinned(site: Lite) -> None:
    text = (site.folder / "static/pyodide/pyodide-lock.json").read_text("utf-8")
    assert "://" not in text
    files = ("requirements.lock", "homes/lite-requirements.txt")
    pinned = "\n".join((ROOT / file).read_text("utf-8") for file in files)
    for name, entry in json.loads(text)["packages"].items():
        wheel = site.folder / "static/pyodide" / entry["file_name"]
        assert hashlib.sha256(wheel.read_bytes()).hexdigest() == entry["sha256"]
        known = re.search(rf"^{name}==\S+", pinned, re.MULTILINE)
        assert known or name in OF_THE_KERNEL, f"{name} is pinned nowhere"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_a_slider_moves_the_point_and_axe_finds_nothing(site: Lite, page: Page, theme) -> None:
    explorer = start(site, page, ENGINEER)
    site.use_theme(page, theme)
    before = settled(explorer, answered=12)
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    after = settled(explorer, answered=12)
    assert after != before
    assert lean_shown(explorer) == pytest.approx(place_now(after).lean)
    assert violations(page) == []


def test_answers_outlive_a_save_and_a_reload_on_a_narrow_page(site: Lite, page: Page) -> None:
    """The kernel ends with its page; the answers are the tab's, and Run All Cells offers them."""
    explorer = start(site, page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    before = settled(explorer, answered=12)
    save(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    expect_instead(page)
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    site.run_all(page)
    expect(in_view(explorer).get_by_role("slider", name=QUESTION)).to_be_attached()
    explorer.locator(".rk-offer button").first.click()
    assert settled(explorer, answered=12) == before
    expect_to_fit(page.locator(OURS))


def test_a_code_is_there_as_a_picture_and_a_plan_as_a_calendar(
    site: Lite, page: Page, tmp_path: Path
) -> None:
    explorer = start(site, page, ENGINEER)
    click(explorer, "Show as QR")
    expect(explorer.get_by_role("img", name=re.compile("^A QR picture"))).to_be_visible()

    ran(site, page, "06")
    planner = in_view(panel(page, "planner"))
    planner.get_by_label("Resume from a plan").fill(to_text(PLAN))
    planner.page.keyboard.press("Enter")
    calendar = saved(page, planner.get_by_role("link", name="Save the calendar file"), tmp_path)
    assert "BEGIN:VEVENT" in calendar.read_text("utf-8")


def test_where_a_door_for_phones_is_asked_for_it_says_that_there_is_none(
    site: Lite, page: Page
) -> None:
    ran(site, page, "08")
    facilitator = in_view(panel(page, "facilitator"))
    click(facilitator, "Let phones in")
    expect(facilitator).to_contain_text("runs in your browser, which can't let phones in")
