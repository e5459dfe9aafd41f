"""The participant's loop needs no kernel, and is handed to the notebooks that follow."""

import os
import signal
from pathlib import Path

import nbformat
import pytest
from browser import IDLE, JupyterLab, Link, linked, until
from explorers import (
    ENGINEER,
    NOTEBOOK,
    answer_by_keys,
    handle,
    lean_shown,
    place_now,
    settled,
    slider,
    start,
)
from hands import tags, words_of
from pages import click, in_view, panel, press, reload, save, saved
from playwright.sync_api import Locator, Page, expect

import rolekit
from rolekit.measure.words import describe_guess, describe_nearest

pytestmark = pytest.mark.browser

FOLLOWING = ("03-why-you-sit-there.ipynb", "06-choose-a-path.ipynb")
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


@pytest.mark.long
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


def hand_over(lab: JupyterLab, page: Page, notebook: str) -> Locator:
    """Answer in 02 and go on to another notebook; return its field for a code."""
    explorer = start(lab, page, ENGINEER)
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    settled(explorer, answered=12)
    person = follow(lab, page, notebook)
    expect(offered(page)).to_have_attribute("aria-pressed", "true")
    expect(person).to_contain_text("What follows is about you.")
    return person


def test_answers_are_handed_to_the_notebook_that_follows(
    own_lab: JupyterLab, own_page: Page
) -> None:
    hand_over(own_lab, own_page, FOLLOWING[0])
    code = with_pairs(own_page)
    # They are offered in 02 as well, and another answer there takes nothing of the pairs away.
    explorer = start(own_lab, own_page)
    offered(own_page).click()
    assert settled(explorer, answered=12).to_code() == code
    answer_by_keys(slider(explorer, "pipelines-1"), "End")
    changed = settled(explorer, answered=12)
    assert changed.pairs == rolekit.Response.from_code(code).pairs


@pytest.mark.long
@pytest.mark.parametrize("notebook", FOLLOWING)
def test_answers_of_an_earlier_hour_or_of_somebody_else_are_not_taken(
    own_lab: JupyterLab, own_page: Page, notebook: str
) -> None:
    person = hand_over(own_lab, own_page, notebook)
    own_page.evaluate(YESTERDAY)
    follow(own_lab, own_page, notebook)
    expect(offered(own_page)).to_have_accessible_name(
        "Use my answers from notebook 02 (5 hours ago)"
    )
    expect(person).to_contain_text("an invented person")
    offered(own_page).click()
    expect(person).to_contain_text("What follows is about you.")

    explorer = start(own_lab, own_page)
    expect(offered(own_page)).to_be_visible()
    click(explorer, "I'm someone else")
    expect(offered(own_page)).to_be_hidden()

    person = follow(own_lab, own_page, notebook)
    expect(person).to_contain_text("an invented person")
    assert own_page.get_by_role("button", name="Use my answers").count() == 0
    # After Run All the page stands at the first thing to do.
    expect(own_page.locator(IDLE)).to_be_visible()
    first = own_page.locator(".rk-panel:not(.rk-panel *)").first
    expect(first).to_be_in_viewport()
    own_page.mouse.wheel(0, 3000)
    expect(first).not_to_be_in_viewport()


def with_pairs(page: Page) -> str:
    """Play the pairs; return the code, once the page keeps it for the other notebooks."""
    game = in_view(panel(page, "pairsgame"))
    game.locator(".rk-card").first.focus()
    press(page, *["ArrowRight"] * 10)
    expect(game.locator(".rk-code-box code")).to_contain_text("ROLE1-")
    code = game.locator(".rk-code-box code").text_content() or ""
    assert rolekit.Response.from_code(code).pairs
    page.wait_for_function("code => Object.values(sessionStorage).join().includes(code)", arg=code)
    return code


@pytest.mark.long
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
    expect(explorer.locator(".rk-code-box code")).to_have_text(ENGINEER)
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


def test_a_result_is_kept_as_one_page_without_a_kernel(
    own_lab: JupyterLab, own_page: Page, tmp_path: Path
) -> None:
    answers = rolekit.Response.from_code(ENGINEER).answers
    response = rolekit.Response(answers, guess=-40, pairs=(*["engineering"] * 7, *[None] * 3))
    explorer = start(own_lab, own_page, response.to_code())
    own_lab.shut_down(own_page)
    keep = explorer.get_by_role("button", name="Keep this")
    page = saved(own_page, keep, tmp_path).read_text(encoding="utf-8")
    told, placement = words_of(page), place_now(response)
    for part in (
        rolekit.describe(placement),
        describe_guess(placement, -40),
        describe_nearest(rolekit.resemblance(answers)),
        "You chose the engineering task in 7 of 7 pairs.",
        response.to_code(),
    ):
        assert part in told
    [(_, picture)] = [tag for tag in tags(page) if tag[0] == "img"]
    assert picture["alt"] == rolekit.describe(placement)
    assert picture["src"].startswith("data:image/svg+xml,")
    # A page from the disk shows it, and asks nobody for anything.
    asked: list[str] = []
    alone = own_page.context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "where-you-sit.html").as_uri())
    assert alone.evaluate("document.images[0].naturalWidth") == 700
    assert all(url.startswith(("file:", "data:")) for url in asked)
    alone.close()


@pytest.mark.long
@pytest.mark.parametrize("seconds", [0.2, 0.4])
def test_a_slow_link_holds_nothing_up(own_lab: JupyterLab, own_page: Page, seconds: float) -> None:
    with linked(own_lab, Link(seconds)) as far:
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
