"""The participant's loop needs no kernel, and is handed to the notebooks that follow."""

import os
import signal
from pathlib import Path

import nbformat
import pytest
from browser import JupyterLab, delayed, until
from explorers import (
    ENGINEER,
    NOTEBOOK,
    QUESTION,
    SHORT,
    answer_by_keys,
    handle,
    lean_shown,
    make_guess,
    place_now,
    settled,
    slider,
    start,
)
from pages import click, panel, press, reload, save
from playwright.sync_api import Locator, Page, expect

import rolekit

pytestmark = pytest.mark.browser

FOLLOWING = ("03-why-you-sit-there.ipynb", "06-choose-a-path.ipynb")
HEAR_FIRST = """() => {
  window.told = [];
  document.addEventListener("keydown", ({ key, target }) => {
    window.told.push([key, target.hasAttribute("data-lm-suppress-shortcuts")]);
  }, true);
}"""
YESTERDAY = """() => {
  const [key] = Object.keys(sessionStorage).filter((name) => name.startsWith("rolekit code"));
  const kept = JSON.parse(sessionStorage.getItem(key));
  sessionStorage.setItem(key, JSON.stringify({ ...kept, at: kept.at - 5 * 60 * 60 * 1000 }));
}"""


def offered(page: Page, words: str = "Use my answers from notebook 02") -> Locator:
    """Return the offer of answers from notebook 02 that is in sight."""
    return page.get_by_role("button", name=words).first


def follow(lab: JupyterLab, page: Page, notebook: str) -> Locator:
    """Open a notebook in the tab in which another was, and run it; return its field for a code."""
    lab.open(page, notebook)
    lab.run_all(page)
    person = panel(page, "person")
    expect(person.get_by_label("Your response code")).to_be_attached()
    return person


def test_the_result_the_count_and_what_to_do_next_are_said(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    click(explorer, "Skip")
    for item in SHORT:
        answer_by_keys(slider(explorer, item.id), "ArrowRight")
    settled(explorer, answered=12)
    expect(explorer.locator(".rk-next")).to_contain_text("open notebook 03")
    expect(explorer.locator(".rk-spoken")).to_contain_text("Done: here's your result.")
    answer_by_keys(slider(explorer, SHORT[4].id), "Delete")
    settled(explorer, answered=11)
    expect(explorer.locator(".rk-next")).to_be_empty()
    # Point, sentence and count are in sight together, beside a slider far below.
    explorer.locator(".rk-statements input").last.focus()
    for part in (".rk-said", ".rk-progress", ".rk-over .point"):
        expect(explorer.locator(part).first).to_be_in_viewport()


def test_a_skipped_guess_can_be_made_until_the_first_answer(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    click(explorer, "Skip")
    expect(explorer.get_by_role("slider", name=QUESTION)).to_be_hidden()
    click(explorer, "Make a guess after all")
    make_guess(explorer, steps=3)
    assert settled(explorer, answered=0, guess=15).guess == 15
    again = explorer.get_by_role("button", name="Make a guess after all")
    expect(again).to_be_hidden()

    explorer = start(lab, page)
    click(explorer, "Skip")
    expect(again).to_be_visible()
    answer_by_keys(slider(explorer, SHORT[0].id), "Enter")
    expect(again).to_be_hidden()


def test_tab_after_the_guess_lands_on_a_button_that_is_ready(lab: JupyterLab, page: Page) -> None:
    explorer = start(lab, page)
    explorer.get_by_role("slider", name=QUESTION).focus()
    press(page, "ArrowLeft", "Tab", "Tab")
    ready = explorer.get_by_role("button", name="This is my guess")
    expect(ready).to_be_focused()
    page.keyboard.press("Enter")
    assert settled(explorer, answered=0, guess=-5).guess == -5


def test_a_home_that_hears_keys_first_is_told_to_leave_them(lab: JupyterLab, page: Page) -> None:
    """As Notebook 7 does, which moves on to another cell by the arrow keys."""
    explorer = start(lab, page)
    click(explorer, "Skip")
    page.evaluate(HEAR_FIRST)
    explorer.locator(".rk-statements input").first.focus()
    press(page, "ArrowRight", "Control+s")
    told = [["ArrowRight", True], ["Control", False], ["s", False]]
    assert page.evaluate("window.told") == told


def test_what_the_roles_say_is_there_and_outlives_a_reload(
    own_lab: JupyterLab, own_page: Page
) -> None:
    explorer = start(own_lab, own_page)
    click(explorer, "Skip")
    expect_said(explorer)
    save(own_page)
    reload(own_page)
    expect_said(explorer)


def expect_said(explorer: Locator) -> None:
    """Point at the first role, on the map, until it says all that it has to say."""
    role = rolekit.roles()[0]
    on_map = explorer.locator(".subplot.xy2 .scatterlayer .trace").first
    expect(on_map.locator("path.point").first).to_be_visible()
    said = explorer.locator(".hoverlayer").first
    wanted = f"{role.name}lean {role.lean:.0f} ({role.low:.0f} to {role.high:.0f})"

    def is_said() -> bool:
        explorer.page.mouse.move(0, 0)
        on_map.locator("path.point").first.hover(force=True)
        return wanted in (said.text_content() or "")

    until(is_said, lambda: f"{said.text_content()!r} is said, not {wanted!r}")


def test_after_run_all_the_page_stands_at_the_first_thing_to_do(
    own_lab: JupyterLab, own_page: Page
) -> None:
    own_lab.open(own_page, FOLLOWING[0])
    own_lab.run_all(own_page)
    expect(panel(own_page, "pairsgame")).to_be_attached()
    expect(own_page.locator("text=/ \\| Idle/")).to_be_visible()
    expect(panel(own_page, "person")).to_be_in_viewport()
    own_page.mouse.wheel(0, 3000)
    expect(panel(own_page, "person")).not_to_be_in_viewport()


def test_answers_are_handed_to_the_notebooks_that_follow(
    own_lab: JupyterLab, own_page: Page
) -> None:
    explorer = start(own_lab, own_page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    code = settled(explorer, answered=12).to_code()
    for notebook in FOLLOWING:
        person = follow(own_lab, own_page, notebook)
        expect(offered(own_page)).to_have_attribute("aria-pressed", "true")
        expect(person).to_contain_text("What follows is about you.")

    # An earlier hour's answers may be somebody else's.
    own_page.evaluate(YESTERDAY)
    person = follow(own_lab, own_page, FOLLOWING[0])
    expect(offered(own_page)).to_have_accessible_name(
        "Use my answers from notebook 02 (5 hours ago)"
    )
    expect(person).to_contain_text("an invented person")
    offered(own_page).click()
    expect(person).to_contain_text("What follows is about you.")

    # A new kernel offers them in 02 as well.
    start(own_lab, own_page)
    offered(own_page).click()
    assert settled(explorer, answered=12).to_code() == code
    reload_and_run(own_lab, own_page)
    expect(offered(own_page)).to_be_visible()
    click(panel(own_page, "explorer"), "I'm someone else")
    expect(offered(own_page)).to_be_hidden()
    person = follow(own_lab, own_page, FOLLOWING[0])
    expect(person).to_contain_text("an invented person")
    assert own_page.get_by_role("button", name="Use my answers").count() == 0


def reload_and_run(lab: JupyterLab, page: Page) -> None:
    page.reload()
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    lab.run_all(page)


def test_the_pairs_bring_the_kept_code_up_to_date(own_lab: JupyterLab, own_page: Page) -> None:
    start(own_lab, own_page, ENGINEER)
    follow(own_lab, own_page, FOLLOWING[0])
    game = panel(own_page, "pairsgame")
    game.scroll_into_view_if_needed()
    game.locator(".rk-card").first.focus()
    press(own_page, *["ArrowRight"] * 10)
    expect(game.locator(".rk-code-box code")).to_be_visible()
    code = game.locator(".rk-code-box code").text_content()
    assert rolekit.Response.from_code(code).pairs
    assert code in own_page.evaluate("Object.values(sessionStorage).join()")
    # Another answer in 02 takes nothing of it away.
    explorer = start(own_lab, own_page)
    offered(own_page).click()
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    assert settled(explorer, answered=12).pairs == rolekit.Response.from_code(code).pairs


def test_with_the_kernel_killed_everything_but_handing_in_goes_on(
    own_lab: JupyterLab, own_page: Page, tmp_path: Path
) -> None:
    told = tmp_path / "pid"
    source = f"import os, pathlib\npathlib.Path({str(told)!r}).write_text(str(os.getpid()))"
    notebook = nbformat.read(own_lab.notebooks / NOTEBOOK, 4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(source))
    nbformat.write(notebook, own_lab.notebooks / NOTEBOOK)
    explorer = start(own_lab, own_page, ENGINEER)
    before = settled(explorer, answered=12)
    os.kill(int(told.read_text()), signal.SIGKILL)
    own_page.get_by_role("button", name="Ok", exact=True).click()  # the kernel died, it says
    for item, key in (("pipelines-1", "Home"), ("statistics-1", "End"), ("modelling-1", "Delete")):
        answer_by_keys(slider(explorer, item), key)
    after = settled(explorer, answered=11)
    assert place_now(after).lean < place_now(before).lean
    click(explorer, "Ask me 12 more")
    expect(explorer.locator(".rk-statements input")).to_have_count(24)
    expect(explorer.locator(".rk-kernel")).to_contain_text("Only handing in has to wait.")
    # What was answered meanwhile is offered to the next kernel.
    start(own_lab, own_page)
    offered(own_page).click()
    assert settled(explorer, answered=11) == after


@pytest.mark.long
@pytest.mark.parametrize("seconds", [0.2, 0.4])
def test_a_slow_link_holds_nothing_up(own_lab: JupyterLab, own_page: Page, seconds: float) -> None:
    with delayed(own_lab, seconds) as far:
        explorer = start(far, own_page, ENGINEER)
        moved = slider(explorer, "pipelines-1")
        moved.focus()
        for key in ("Home", "End", "ArrowLeft"):
            before = lean_shown(explorer)
            own_page.keyboard.press(key)
            # In the same moment, and not a way there and back later.
            assert lean_shown(explorer) != before
        x, y = handle(moved)
        own_page.mouse.move(x, y)
        own_page.mouse.down()
        for step in range(200):
            own_page.mouse.move(x - abs(step % 100 - 50), y)
        own_page.mouse.up()
        after = settled(explorer, answered=12)
        assert lean_shown(explorer) == pytest.approx(place_now(after).lean)
        save(own_page)
        reload(own_page)
        assert settled(explorer, answered=12) == after
