"""The list in notebook 00 ticks what was gone through, in this tab and for nobody else."""

import nbformat
import pytest
from browser import IDLE, JupyterLab, until
from pages import click, panel
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

LIST, GAME, EXPLORER = "00-start-here", "01-two-roles", "02-where-you-sit"
VIEWPORT = 760  # pixels: above the line at the bottom of JupyterLab
FRAMES = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
KEPT = "Object.keys(sessionStorage).filter((name) => name.startsWith('rolekit'))"
BLOCK = """Object.defineProperty(window, "sessionStorage", {
  get() { throw new DOMException("Cookies are blocked.", "SecurityError"); },
})"""


def run(lab: JupyterLab, page: Page, notebook: str) -> None:
    lab.open(page, f"{notebook}.ipynb")
    lab.run_all(page)
    expect(page.locator(":is(.rk-panel, .rk-picture) p").first).to_be_attached()
    expect(page.locator(IDLE)).to_be_visible()


def go_to_the_end(page: Page) -> None:
    notebook = page.locator(".jp-Notebook:visible")
    notebook.hover()

    def is_there() -> bool:
        page.mouse.wheel(0, 10_000)  # what comes into view is laid out, and may be higher
        last: float = notebook.locator(".jp-Cell").last.evaluate(
            "cell => cell.getBoundingClientRect().top"
        )
        return last < VIEWPORT

    until(is_there, "the end of the notebook does not come into view")
    page.evaluate(FRAMES)


def go_back(page: Page) -> None:
    page.mouse.wheel(0, -100_000)
    expect(page.locator(".jp-Notebook:visible h1").first).to_be_in_viewport()


def in_list(page: Page) -> Locator:
    """Return the ticks of the list, after the panel that puts them there is drawn."""
    expect(panel(page, "ticks").locator("p")).to_contain_text("A tick means")
    return page.locator("tr .rk-tick")


def ticked(page: Page) -> list[str]:
    rows = page.locator("tr", has=page.locator(".rk-tick")).locator("a")
    return rows.all_text_contents()


def test_somebody_else_begins_without_ticks(lab: JupyterLab, page: Page) -> None:
    run(lab, page, LIST)
    expect(panel(page, "ticks").get_by_role("button")).to_be_hidden()
    go_to_the_end(page)
    expect(in_list(page)).to_have_count(1)
    click(panel(page, "ticks"), "I'm someone else")
    expect(in_list(page)).to_have_count(0)
    expect(panel(page, "ticks").get_by_role("button")).to_be_hidden()
    assert page.evaluate(KEPT) == []


@pytest.mark.long
def test_a_notebook_is_ticked_when_it_was_tried_and_its_end_was_reached(
    lab: JupyterLab, page: Page
) -> None:
    run(lab, page, EXPLORER)
    go_to_the_end(page)
    go_back(page)
    click(panel(page, "explorer"), "Skip")
    run(lab, page, LIST)
    expect(in_list(page)).to_have_count(0)
    # What was tried before the page was loaded anew counts.
    run(lab, page, EXPLORER)
    go_to_the_end(page)
    run(lab, page, LIST)
    expect(in_list(page)).to_have_count(1)
    assert ticked(page) == [EXPLORER]
    expect(in_list(page)).to_have_accessible_name("been to the end")


def test_where_cookies_are_blocked_everything_goes_on_without_ticks(
    lab: JupyterLab, page: Page
) -> None:
    lab.open(page, f"{EXPLORER}.ipynb")
    page.evaluate(BLOCK)
    lab.run_all(page)
    explorer = panel(page, "explorer")
    click(explorer, "Skip")
    slider = explorer.get_by_role("slider").first
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "55 of 100")
    go_to_the_end(page)
    expect(explorer.locator(".rk-progress")).to_have_text("1 of 12 answered")


@pytest.mark.long
def test_each_of_several_open_notebooks_is_ticked_by_its_own_name(
    own_lab: JupyterLab, own_page: Page
) -> None:
    run(own_lab, own_page, LIST)
    own_page.locator("td").get_by_role("link", name=GAME).click()
    tab = own_page.get_by_role("tab", name=GAME)
    expect(tab).to_have_attribute("aria-selected", "true")
    own_lab.run_all(own_page)
    game = panel(own_page, "guessshares")
    game.get_by_role("slider").first.press("ArrowRight")
    expect(panel(own_page, "roleexplorer")).to_be_attached()
    go_to_the_end(own_page)
    own_page.get_by_role("tab", name=LIST).click()
    expect(in_list(own_page)).to_have_count(1)
    assert ticked(own_page) == [GAME]


@pytest.mark.long
def test_pictures_alone_are_ticked_by_a_hand_and_not_by_running(
    own_lab: JupyterLab, own_page: Page
) -> None:
    file = own_lab.notebooks / "09-how-it-works.ipynb"
    notebook = nbformat.read(file, 4)
    picture = "from rolekit import figures\nfigures.Picture(figures.two_roles(), 'Two roles')"
    notebook.cells = [notebook.cells[0], nbformat.v4.new_code_cell(picture), notebook.cells[-1]]
    nbformat.write(notebook, file)
    run(own_lab, own_page, file.stem)
    expect(own_page.get_by_role("heading", name="Next")).to_be_in_viewport()
    run(own_lab, own_page, LIST)
    expect(in_list(own_page)).to_have_count(0)
    run(own_lab, own_page, file.stem)
    go_to_the_end(own_page)
    run(own_lab, own_page, LIST)
    expect(in_list(own_page)).to_have_count(1)
    assert ticked(own_page) == [file.stem]
