"""Every notebook, opened and run where it has a server, asks nothing of any other host."""

import pytest
from browser import JupyterLab, others_asked
from hands import ROOT
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
WIDGET = '"application/vnd.jupyter.widget-view+json"'
READY = ".jp-Notebook-ExecutionIndicator[data-status=idle]"


@pytest.mark.parametrize("home", ["JupyterLab", "Notebook 7"])
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_nothing_leaves(own_lab: JupyterLab, own_page: Page, home: str, notebook: str) -> None:
    asked = others_asked(own_page, own_lab.address)
    if home == "JupyterLab":
        own_lab.open(own_page, notebook)
    else:
        place = f"notebooks/{own_lab.inside}/{notebook}?token={own_lab.token}"
        own_page.goto(f"{own_lab.address}/{place}")
    own_page.wait_for_selector(READY, state="attached")
    own_lab.choose(own_page, "Edit", "Clear Outputs of All Cells")
    own_lab.choose(own_page, "Run", "Run All Cells")
    shown = own_page.locator(":is(.rk-panel, .rk-picture):not(.rk-panel *)")
    expect(shown).to_have_count((ROOT / "notebooks" / notebook).read_text("utf-8").count(WIDGET))
    own_page.wait_for_selector(READY, state="attached")
    for one in shown.all():
        one.scroll_into_view_if_needed()
    waiting = own_page.locator(".rk-picture:not(.rk-empty):visible:not(:has(.main-svg))")
    expect(waiting).to_have_count(0)
    assert asked == []
