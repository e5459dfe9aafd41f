"""Every notebook, opened and run where it has a server, asks nothing of any other host."""

import re

import pytest
from browser import JupyterLab, others_asked
from hands import ROOT
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
READY = ".jp-Notebook-ExecutionIndicator[data-status=idle]"


@pytest.mark.parametrize("home", ["lab/tree", "notebooks"])
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_nothing_leaves(own_lab: JupyterLab, own_page: Page, home: str, notebook: str) -> None:
    asked = others_asked(own_page, own_lab.address)
    place = f"{home}/{own_lab.inside}/{notebook}?token={own_lab.token}"
    own_page.goto(f"{own_lab.address}/{place}")
    own_page.wait_for_selector(READY, state="attached")
    own_lab.choose(own_page, "Edit", "Clear Outputs of All Cells")
    own_lab.choose(own_page, "Run", "Run All Cells")
    prompts = own_page.locator(".jp-CodeCell .jp-InputPrompt")
    expect(prompts.last).to_have_text(re.compile(r"\[\d+\]"))
    shown = own_page.locator(":is(.rk-panel, .rk-picture):not(.rk-panel *)")
    for one in shown.all():
        one.scroll_into_view_if_needed()
    waiting = own_page.locator(".rk-picture:not(.rk-empty):visible:not(:has(.main-svg))")
    expect(waiting).to_have_count(0)
    assert shown.count() > 0
    assert asked == []
