"""With Voila a notebook is a page that has run: nothing says how to, and no other host is asked."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe import violations
from browser import ROOT, new_page, until
from explorers import ENGINEER, answer_by_keys, lean_shown, resume, settled
from hands import ON_RUNNING
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

NOTEBOOKS = {path.stem[:2]: path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
ELSEWHERE = re.compile(r"^(?:http|ws)s?://(?!127\.0\.0\.1[:/])")


@pytest.fixture(scope="module")
def voila(tmp_path_factory) -> Iterator[str]:
    """Give the address of a server, started as `make voila` does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["-m", "homes.voila", "--no-browser", "--Voila.ip=127.0.0.1", f"--port={port}"]
    log = tmp_path_factory.mktemp("voila") / "log.txt"
    with log.open("w") as stream:
        server = subprocess.Popen(
            [sys.executable, *command, "--Voila.port_retries=0"],
            cwd=ROOT,
            stdout=stream,
            stderr=stream,
        )
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        assert server.poll() is None, log.read_text("utf-8")[-2000:]
        try:
            return urlopen(f"{address}/voila/api/contents", timeout=60).status == 200
        except URLError:
            return False

    try:
        until(answers, "Voila does not answer")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture
def opened(chromium: Browser, voila: str) -> Iterator[Any]:
    """Give what opens a notebook; of other hosts nothing may have been asked in the end."""
    asked: list[str] = []
    page: Page | None = None

    def refuse(route: Any) -> None:
        asked.append(route.request.url)
        route.abort()

    def open_it(number: str, theme: str = "light", **more: Any) -> Page:
        nonlocal page
        page = new_page(chromium, **more)
        page.route(ELSEWHERE, refuse)
        answer = page.goto(f"{voila}/voila/render/{NOTEBOOKS[number]}?theme={theme}")
        assert answer
        assert answer.status == 200
        expect(page.locator(".rk-panel, .rk-picture").first).to_be_visible()
        return page

    yield open_it
    assert page
    page.context.close()
    assert asked == []


def said(page: Page) -> str:
    """All words of a page, once it has been drawn."""
    drawn = page.locator(".rk-panel, .rk-picture:not(.rk-panel *)")
    until(lambda: drawn.count() > 0, "there is nothing of ours")
    return page.locator("#rendered_cells").inner_text()


def leads(page: Page, host: str) -> set[str]:
    """Return where a page's links to its own host lead: each is opened by a test of its own."""
    found = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    return {re.split("[?#]", url)[0] for url in found if url.startswith(f"{host}/")}


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_slider_moves_the_point_and_nothing_speaks_of_running(opened, theme) -> None:
    page = opened("02", theme)
    assert page.title() == "Where do you sit?"
    assert ON_RUNNING.findall(said(page)) == []
    assert page.locator(".jp-InputArea-editor").count() == 0
    explorer = page.locator(".rk-panel-explorer")
    resume(explorer, ENGINEER)
    leans = []
    for end in ("Home", "End"):
        answer_by_keys(explorer.locator(".rk-statements input[type=range]").first, end)
        settled(explorer, 12)
        leans.append(lean_shown(explorer))
    assert len(set(leans)) == 2
    assert violations(page, "body") == []


@pytest.mark.long
@pytest.mark.parametrize("number", sorted(NOTEBOOKS))
def test_every_notebook_is_a_page_that_leads_to_others_and_speaks_not_of_running(
    opened, voila: str, number: str
) -> None:
    page = opened(number, width=390)
    assert leads(page, voila) <= {f"{voila}/voila/render/{name}" for name in NOTEBOOKS.values()}
    assert ON_RUNNING.findall(said(page)) == []
    assert page.locator("img:not([src^='data:'])").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for theme in ("light", "dark"):
        if theme == "dark":
            page = opened(number, theme)
        assert violations(page, "body") == []


@pytest.mark.long
def test_links_lead_from_notebook_to_notebook(opened, voila) -> None:
    with urlopen(voila, timeout=60) as answer:
        assert "voila/render/00-start-here.ipynb" in answer.read().decode()
    page = opened("00")
    assert leads(page, voila) == {f"{voila}/voila/render/{name}" for name in NOTEBOOKS.values()}
    page.locator("a[href$='.ipynb']", has_text="02-where-you-sit").first.click()
    expect(page.locator(".rk-panel-explorer")).to_be_visible()


def test_it_serves_the_notebooks_and_nothing_beside_them() -> None:
    from homes.voila import options

    assert Path(options().Voila.root_dir) == ROOT / "notebooks"
