"""A notebook that lost its kernel, its link or its day goes on, or says how to make it go."""

import os
import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from browser import IDLE, PROJECTOR, JupyterLab, Link, jupyterlab, linked, new_page
from explorers import (
    ENGINEER,
    NOTEBOOK,
    answer_by_keys,
    drag,
    lean_shown,
    place_now,
    resume,
    settled,
    slider,
    start,
)
from pages import check_readable, click, expect_instead, grey, reload, save
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

MEGABIT = 125_000  # bytes a second
SLOW = {"seconds": 0.3, "rate": MEGABIT, "stalled": 0.02}
# What it carries in the seconds that people wait: of five, half goes on the way to and fro.
FIRST, LIVE = int(2.5 * MEGABIT), 20 * MEGABIT
GREY = 0x75  # of what is drawn where nothing runs
WORDS = "The Explorer before the first answer"


def test_saved_and_opened_tomorrow(chromium: Browser, tmp_path: Path) -> None:
    with jupyterlab(tmp_path) as lab:
        yesterday = lab.beside()
        page = new_page(chromium)
        code = settled(start(yesterday, page, ENGINEER), answered=12).to_code()
        save(page)
        page.context.close()
    with jupyterlab(tmp_path) as lab:
        today = JupyterLab(lab.address, lab.token, lab.folder, yesterday.inside)
        page = new_page(chromium)
        today.open(page, NOTEBOOK)
        expect(expect_instead(page)).to_contain_text(WORDS)
        explorer = start(today, page)
        resume(explorer, code)
        assert settled(explorer, answered=12).to_code() == code
        page.context.close()


def test_a_trusted_notebook_without_its_kernel_shows_its_pictures_as_dark_as_its_page(
    own_lab: JupyterLab, own_page: Page, chromium: Browser
) -> None:
    told = {"JUPYTER_DATA_DIR": str(own_lab.folder.parent / "jupyter_data_dir")}
    trust = [sys.executable, "-m", "nbformat.sign", own_lab.notebooks / NOTEBOOK]
    subprocess.run(trust, env=os.environ | told, check=True)
    own_page.set_viewport_size({"width": 640, "height": 800})
    own_lab.open(own_page, NOTEBOOK)
    expect(own_page.locator("#jp-left-stack")).to_be_hidden()
    own_page.set_viewport_size(PROJECTOR)
    said = expect_instead(own_page)
    picture = said.get_by_role("img", name=WORDS)
    for theme, paper in (("JupyterLab Dark", 0x11), ("JupyterLab Light", 0xFF)):
        own_lab.use_theme(own_page, theme)
        assert check_readable(said, 1) == {(paper, paper, paper, 1)}
        shades = numpy.bincount(grey(chromium, picture.screenshot()).ravel())
        assert shades.argmax() == paper
        assert shades[GREY] > 0


def test_two_tabs_are_one_person(own_lab: JupyterLab, own_page: Page) -> None:
    one = start(own_lab, own_page, ENGINEER)
    save(own_page)
    other_page = own_page.context.new_page()
    own_lab.open(other_page, NOTEBOOK)
    other = other_page.locator(".rk-panel-explorer").first
    before = settled(other, answered=12)
    answer_by_keys(slider(one, "pipelines-1"), "End")
    # A person turns to the other tab, and finds it there.
    expect(slider(other, "pipelines-1")).to_have_attribute("aria-valuetext", "100 of 100")
    answer_by_keys(slider(other, "statistics-1"), "Home")
    both = settled(other, answered=12)
    changed = {"pipelines-1": 100, "statistics-1": 0}
    assert dict(both.answers.given) == {**dict(before.answers.given), **changed}
    expect(slider(one, "statistics-1")).to_have_attribute("aria-valuetext", "0 of 100")
    assert settled(one, answered=12) == both
    reload(own_page)
    assert settled(one, answered=12) == both

    # Run anew in one tab, it is another person there, and nobody's answers change.
    other_page.bring_to_front()
    click(start(own_lab, other_page), "Skip")
    answer_by_keys(slider(other, "pipelines-1"), "Home")
    settled(other, answered=1)
    assert settled(one, answered=12) == both
    other_page.close()


def test_a_lost_link_comes_back_with_what_was_answered_meanwhile(
    own_lab: JupyterLab, own_page: Page
) -> None:
    """As after ten minutes in which a laptop slept."""
    link = Link()
    with linked(own_lab, link) as far:
        explorer = start(far, own_page, ENGINEER)
        save(own_page)
        before = settled(explorer, answered=12)
        link.is_cut = True
        answer_by_keys(slider(explorer, "pipelines-1"), "Home")
        after = settled(explorer, answered=12)
        assert place_now(after).lean < place_now(before).lean
        line = explorer.locator(".rk-kernel")
        expect(line).to_contain_text("Only handing in has to wait.")
        link.is_cut = False
        expect(line).to_be_empty()
        reload(own_page)
        assert settled(explorer, answered=12) == after
        own_page.close()


def test_a_kernel_that_was_shut_down_for_idleness_takes_nothing_with_it(
    own_lab: JupyterLab, own_page: Page
) -> None:
    explorer = start(own_lab, own_page, ENGINEER)
    own_lab.stop_kernels()
    own_page.wait_for_selector("text=/^No Kernel/")
    answer_by_keys(slider(explorer, "pipelines-1"), "Home")
    after = settled(explorer, answered=12)
    expect(explorer.locator(".rk-kernel")).to_contain_text("Only handing in has to wait.")
    # The first time JupyterLab only starts a kernel for it.
    own_lab.choose(own_page, "Run", "Run All Cells")
    explorer = start(own_lab, own_page)
    explorer.get_by_role("button", name="Use my answers from notebook 02").click()
    assert settled(explorer, answered=12) == after


def test_over_a_slow_link_sliders_come_first_and_a_picture_until_the_live_one(
    own_lab: JupyterLab, own_page: Page
) -> None:
    """In as many bytes as it carries in the seconds that people wait: no time is measured."""
    link = Link()
    with linked(own_lab, link) as far:
        far.open(own_page, NOTEBOOK)
        own_page.wait_for_selector(IDLE)
        vars(link).update(SLOW, most=link.carried + FIRST)
        far.run_all(own_page)
        explorer = own_page.locator(".rk-panel-explorer").first
        click(explorer, "Skip")
        still, live = explorer.locator(".rk-strip"), explorer.locator(".main-svg").first
        expect(still.get_by_text("ML engineer")).to_be_visible()
        resume(explorer, ENGINEER)
        expect(explorer.locator(".rk-said")).to_contain_text("You lean towards engineering")
        expect(still.get_by_text("you", exact=True)).to_be_visible()
        expect(live).to_have_count(0)
        link.most += LIVE
        expect(live).to_be_visible()
        expect(still).to_have_count(0)
        drag(slider(explorer, "pipelines-1"), 60)
        after = settled(explorer, answered=12)
        assert lean_shown(explorer) == pytest.approx(place_now(after).lean)
        own_page.close()
