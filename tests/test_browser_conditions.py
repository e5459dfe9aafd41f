"""A notebook that lost its kernel, its link or its day goes on, or says how to make it go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from browser import JupyterLab, jupyterlab, new_page
from explorers import (
    ENGINEER,
    NOTEBOOK,
    answer_by_keys,
    resume,
    settled,
    slider,
    start,
)
from pages import NOT_RUNNING, reload, save
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.long]

OUTPUTS = ".jp-OutputArea-output:not([data-mime-type*=stderr])"


def expect_words(page: Page, words: str) -> Locator:
    """Check that a panel that is not running says what to do, and what it is; return it."""
    said = page.locator(".jp-OutputArea-output").filter(has_text=NOT_RUNNING).first
    expect(said).to_be_visible()
    expect(page.locator(".jp-Notebook")).not_to_contain_text("Error displaying widget")
    return said


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
        expect_words(page, "The Explorer before the first answer")
        explorer = start(today, page)
        resume(explorer, code)
        assert settled(explorer, answered=12).to_code() == code
        page.context.close()


def test_a_trusted_notebook_without_its_kernel_shows_its_pictures(
    own_lab: JupyterLab, own_page: Page
) -> None:
    told = {"JUPYTER_DATA_DIR": str(own_lab.folder.parent / "jupyter_data_dir")}
    trust = [sys.executable, "-m", "nbformat.sign", own_lab.notebooks / NOTEBOOK]
    subprocess.run(trust, env=os.environ | told, check=True)
    own_lab.open(own_page, NOTEBOOK)
    said = expect_words(own_page, "")
    words = "The Explorer before the first answer"
    expect(said.get_by_role("img", name=words)).to_be_visible()


def test_two_tabs_are_one_person(own_lab: JupyterLab, own_page: Page) -> None:
    one = start(own_lab, own_page, ENGINEER)
    save(own_page)
    other_page = own_page.context.new_page()
    own_lab.open(other_page, NOTEBOOK)
    other = other_page.locator(".rk-panel-explorer").first
    before = settled(other, answered=12)
    answer_by_keys(slider(one, "pipelines-1"), "End")
    answer_by_keys(slider(other, "statistics-1"), "Home")
    both = settled(other, answered=12)
    changed = {"pipelines-1": 100, "statistics-1": 0}
    assert dict(both.answers.given) == {**dict(before.answers.given), **changed}
    assert settled(one, answered=12) == both
    reload(own_page)
    assert settled(one, answered=12) == both
