"""The notebooks by keyboard, with large letters, on a narrow page, and as axe-core sees them."""

import pytest
from axe import OURS, violations
from browser import IDLE, ROOT, JupyterLab, new_page
from explorers import NOTEBOOK, QUESTION, settled
from hands import long
from pages import ALONE, click, expect_to_fit, panel, press, run
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
HOMES = ["lab", *long("notebook")]
THEMES = ("JupyterLab Dark", "JupyterLab Light")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


@pytest.mark.parametrize("home", HOMES)
def test_from_run_all_to_the_copied_code_by_keyboard(
    own_lab: JupyterLab, chromium: Browser, home: str
) -> None:
    """One Tab from Run All to the guess, no trap, and no key that the home takes for its own."""
    page = new_page(chromium)  # not watched: Notebook 7 leaves errors of its own on it
    run(own_lab, page, NOTEBOOK, home)
    explorer = panel(page, "explorer")
    expect(explorer).to_be_focused()
    press(page, "Tab")
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_focused()
    press(page, *["ArrowRight"] * 3, "Tab", "Tab", "Enter")
    for _ in range(12):
        expect(focused(page)).to_have_js_property("type", "range")
        press(page, "ArrowRight", "ArrowUp", "ArrowLeft")
        expect(focused(page)).to_have_value("55")
        press(page, "Tab", "Tab", "Tab")  # past what clears it, and what explains it
    expect(focused(page)).to_have_text("Keep this")
    press(page, "Tab", "Tab", "Tab")
    expect(focused(page)).to_have_text("Copy")
    settled(explorer, answered=12, guess=15)
    press(page, "Enter")
    expect(explorer.locator(".rk-code-box")).to_contain_text("Copied.")
    page.context.close()


def test_who_runs_cell_by_cell_comes_to_the_next_cell(lab: JupyterLab, page: Page) -> None:
    page.goto("about:blank")
    lab.open(page, NOTEBOOK)
    page.wait_for_selector(IDLE)  # a cell that is run before there is a kernel stays the active one
    page.locator(".jp-Notebook .jp-Cell").first.click()
    cells = page.locator(".jp-Notebook .jp-Cell")
    code = page.locator(".jp-CodeCell").last.get_attribute("data-windowed-list-index")
    for cell in range(1, cells.count()):
        page.keyboard.press("Shift+Enter")
        expect(cells.nth(cell)).to_contain_class("jp-mod-active")
        if str(cell - 1) == code:  # what was run is waited for, and looked at
            expect(panel(page, "explorer").locator(".rk-slider").last).to_be_attached()


@pytest.mark.long
@pytest.mark.parametrize(
    ("home", "notebook"), [*(("lab", name) for name in NOTEBOOKS), ("notebook", NOTEBOOK)]
)
def test_axe_finds_nothing_in_what_is_ours(
    lab: JupyterLab, tab: Page, home: str, notebook: str
) -> None:
    page = tab
    run(lab, page, notebook, home)
    found = []
    for theme in THEMES:
        lab.use_theme(page, theme)
        found += violations(page)
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_document_alone_fits_a_narrow_page_and_one_of_double_size(
    lab: JupyterLab, page: Page, notebook: str
) -> None:
    """1280 pixels by 800 at 200% are 640 by 400, to be read in lines as wide as the page."""
    run(lab, page, notebook, "document")
    if notebook == NOTEBOOK:
        click(panel(page, "explorer"), "Skip")
    for width, height in ((390, 844), (640, 400)):
        page.set_viewport_size({"width": width, "height": height})
        for part in page.locator(ALONE).filter(visible=True).all():
            part.scroll_into_view_if_needed()
            expect_to_fit(part)  # a picture out of view waits with its new width
        expect_to_fit(page.locator(OURS))
        if notebook == NOTEBOOK:  # nothing covers a slider
            panel(page, "explorer").locator(".rk-statements input").nth(6).click(trial=True)
