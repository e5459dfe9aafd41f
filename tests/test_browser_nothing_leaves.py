"""What a notebook asks of hosts, opened and run where it has a server: nothing of any other."""

from contextlib import suppress

import pytest
from browser import IDLE, PATIENCE, JupyterLab, new_page, others_asked
from hands import ROOT
from pages import TRIES
from playwright.sync_api import Browser, TimeoutError, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
WIDGET = '"application/vnd.jupyter.widget-view+json"'
# Minutes pass before their first picture where a machine is busy, and Notebook 7 asks about it.
SLOW = ("05", "09")
READY = ".jp-Notebook-ExecutionIndicator[data-status=idle]"


@pytest.mark.parametrize(
    ("home", "notebook"),
    [
        *(("JupyterLab", name) for name in NOTEBOOKS),
        *(("Notebook 7", name) for name in NOTEBOOKS if name[:2] not in SLOW),
    ],
)
def test_nothing_leaves(own_lab: JupyterLab, chromium: Browser, home: str, notebook: str) -> None:
    # Not a page that fails at any error: Notebook has one of its own.
    page = new_page(chromium)
    asked = others_asked(page, own_lab.address)
    if home == "JupyterLab":
        own_lab.open(page, notebook)
        page.wait_for_selector(IDLE)
    else:
        place = f"notebooks/{own_lab.inside}/{notebook}?token={own_lab.token}"
        page.goto(f"{own_lab.address}/{place}")
    question = page.locator(".jp-Dialog .jp-mod-accept").last  # such as which kernel is meant
    page.add_locator_handler(question, lambda: question.click())
    page.wait_for_selector(READY, state="attached")
    own_lab.choose(page, "Edit", "Clear Outputs of All Cells")
    shown = page.locator(":is(.rk-panel, .rk-picture):not(.rk-panel *)")
    for _ in range(TRIES):  # what is run before the page hears of its kernel is forgotten
        own_lab.choose(page, "Run", "Run All Cells")
        with suppress(TimeoutError):
            shown.first.wait_for(state="attached", timeout=PATIENCE / TRIES)
            break
    expect(shown).to_have_count((ROOT / "notebooks" / notebook).read_text("utf-8").count(WIDGET))
    page.wait_for_selector(READY, state="attached")
    for one in shown.all():
        one.evaluate("part => part.scrollIntoView()")
    waiting = page.locator(".rk-picture:not(.rk-empty):visible:not(:has(.main-svg))")
    expect(waiting).to_have_count(0)
    page.context.close()
    assert asked == []
