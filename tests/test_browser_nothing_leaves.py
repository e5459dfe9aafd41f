"""What a notebook asks of hosts, opened and run where it has a server: nothing of any other."""

import pytest
from browser import JupyterLab, new_page, others_asked
from hands import ROOT
from pages import ALONE, run
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS)
@pytest.mark.parametrize("home", ["lab", "notebook"])
def test_nothing_leaves(own_lab: JupyterLab, chromium: Browser, home: str, notebook: str) -> None:
    # Not a page that fails at any error: Notebook has one of its own.
    page = new_page(chromium)
    asked = others_asked(page, own_lab.address)
    run(own_lab, page, notebook, home)
    for one in page.locator(ALONE).all():
        one.evaluate("part => part.scrollIntoView()")
    waiting = page.locator(".rk-picture:not(.rk-empty):visible:not(:has(.main-svg))")
    expect(waiting).to_have_count(0)
    page.context.close()
    assert asked == []
