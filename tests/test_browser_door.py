"""Phones are let in: from notebook 08 to the wall, with a phone that answers on the way."""

import re

import pytest
from browser import JupyterLab
from doors import hand_in
from doors import phone as plain_phone
from pages import click
from phones import answer_all, expect_answered, phone, tap
from playwright.sync_api import Browser, Page, expect

from rolekit.cohort import open_store, rehearsal
from rolekit.cohort.door import VISIBLE

pytestmark = pytest.mark.browser

PEOPLE = [one for one in rehearsal(12, seed=3).responses if one.round == 1]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[0-9a-z]{13}/")


@pytest.mark.long
def test_a_phone_gets_in_hands_in_and_is_counted(
    own_lab: JupyterLab, own_page: Page, chromium: Browser
) -> None:
    own_lab.open(own_page, "08-facilitate.ipynb")
    own_lab.run_all(own_page)
    panel = own_page.locator(".rk-panel-facilitator")
    panel.scroll_into_view_if_needed()
    click(panel, "Let phones in")
    expect(panel).to_contain_text(VISIBLE)
    click(panel, "Open the door")
    shown = panel.locator(".rk-address code")
    expect(shown).to_have_text(ADDRESS)
    address = shown.inner_text()
    expect(panel.locator(".rk-phones svg")).to_be_visible()
    expect(panel).to_contain_text("Only this computer can open it.")

    with own_page.expect_popup() as opened:
        click(panel, "Show on the wall")
    wall = opened.value
    expect(wall.get_by_text(address)).to_be_visible()
    expect(wall.get_by_role("img", name="The address as a QR picture")).to_be_visible()
    expect(wall.get_by_text("0 counted.")).to_be_visible()

    visitor, errors = phone(chromium), []
    visitor.on("pageerror", lambda error: errors.append(error.message))
    visitor.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    visitor.goto(address)
    tap(visitor, "Skip")
    answer_all(visitor)
    response = expect_answered(visitor, 12)
    tap(visitor, "Hand in")
    expect(wall.get_by_text("1 counted.")).to_be_visible()
    expect(panel).to_contain_text("The page was opened 1 time, with 1 hand-in so far.")
    assert errors == []

    with plain_phone(address) as others:
        for one in PEOPLE[:7]:
            assert hand_in(others, one.to_code()).status_code == 200
    expect(wall.get_by_text("8 counted.")).to_be_visible()
    expect(panel.locator(".js-plotly-plot")).to_have_count(0)
    click(panel, "Reveal")
    expect(wall.locator(".main-svg").first).to_be_visible()
    expect(wall.get_by_text(address)).to_have_count(0)

    [folder] = own_lab.notebooks.glob("room-*/")
    assert set(open_store(folder).responses()) == {response, *PEOPLE[:7]}
    click(panel, "Close the door")
    expect(panel).to_contain_text("The door is closed")
    visitor.context.close()
