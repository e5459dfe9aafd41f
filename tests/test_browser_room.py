"""Three kernels and one room: two people hand in, and a facilitator reveals."""

from __future__ import annotations

import base64
import os
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
import zxingcpp
from browser import JupyterLab, jupyterlab, new_page
from pages import click, expect_picture
from playwright.sync_api import Browser, Locator, Page, expect

from rolekit import Response
from rolekit.cohort import Reveal, Room, open_store, rehearsal
from rolekit.figures import room_pictures
from rolekit.record.panels.hand_in import CHANGED, DONE
from rolekit.record.set_up import set_up

pytestmark = pytest.mark.browser

INVENTED = [r for r in rehearsal(12, seed=5).responses if r.round == 1]
OTHERS, (ONE, TWO) = INVENTED[:-2], INVENTED[-2:]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that a room hands in to."""
    where = tmp_path_factory.mktemp("cohort") / "room"
    set_up(str(where))
    return where


@pytest.fixture(scope="module")
def hub(room: Path, chromium: Browser, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """Give a JupyterLab as on a hub, whose environment names the store."""
    before = os.environ.get("ROLEKIT_COHORT")
    os.environ["ROLEKIT_COHORT"] = str(room)
    try:
        with jupyterlab(tmp_path_factory.mktemp("hub")) as running:
            yield running
    finally:
        del os.environ["ROLEKIT_COHORT"]
        if before is not None:
            os.environ["ROLEKIT_COHORT"] = before


def open_page(chromium: Browser, hub: JupyterLab, notebook: str) -> Page:
    """Open a notebook with a kernel of its own, and run it."""
    page = new_page(chromium, height=900)
    hub.open(page, notebook)
    hub.run_all(page)
    return page


def resumed(page: Page, response: Response) -> Locator:
    """Resume from a code, and give the Explorer."""
    explorer = page.locator(".rk-explorer")
    field = explorer.get_by_label("Resume from a code")
    field.scroll_into_view_if_needed()
    field.fill(response.to_code())
    click(explorer, "Resume")
    expect(explorer.locator(".rk-code-box code")).to_have_text(response.to_code())
    return explorer


def hand_in(explorer: Locator) -> None:
    click(explorer, "Hand in")
    expect(explorer).to_contain_text(DONE)


def grey(chromium: Browser, png: bytes) -> numpy.ndarray:
    """Return a picture as a camera sees it: one byte a pixel."""
    page = chromium.new_page()
    width, values = page.evaluate(
        """async (png) => {
          const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
          const drawn = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const canvas = new OffscreenCanvas(drawn.width, drawn.height).getContext("2d");
          canvas.drawImage(drawn, 0, 0);
          const { data } = canvas.getImageData(0, 0, drawn.width, drawn.height);
          return [drawn.width, Array.from(data).filter((_, i) => i % 4 === 1)];
        }""",
        base64.b64encode(png).decode(),
    )
    page.close()
    return numpy.array(values, dtype=numpy.uint8).reshape(-1, width)


def test_two_kernels_hand_in_and_a_third_reveals(
    chromium: Browser, hub: JupyterLab, room: Path
) -> None:
    store = open_store(room)
    for response in OTHERS:
        store.add(response)

    first = open_page(chromium, hub, "02-where-you-sit.ipynb")
    one = resumed(first, ONE)
    hand_in(one)
    assert ONE in store.responses()

    # The second person's phone reads the code, and the button hands in.
    two = resumed(open_page(chromium, hub, "02-where-you-sit.ipynb"), TWO)
    click(two, "Show as QR")
    picture = two.get_by_role("img", name="A QR picture of your response code")
    expect(picture).to_be_visible()
    photo = grey(chromium, picture.screenshot())
    assert [found.text for found in zxingcpp.read_barcodes(photo)] == [TWO.to_code()]
    hand_in(two)

    third = open_page(chromium, hub, "08-facilitate.ipynb")
    live = third.locator(".rk-panel-facilitator")
    live.scroll_into_view_if_needed()
    expect(live).to_contain_text("12 counted")
    expect(live.locator(".js-plotly-plot")).to_have_count(0)
    click(live, "Reveal")
    for _, text in room_pictures(Reveal().redrawn(Room(INVENTED)).picture):
        expect_picture(live, text)

    # After the discussion: the same id, and the counter moves while the pictures do not.
    one.get_by_role("checkbox", name="This is after the discussion").check()
    expect(one).to_contain_text(CHANGED)
    hand_in(one)
    assert replace(ONE, round=2) in store.responses()
    assert len(store.responses()) == 13
    expect(live).to_contain_text("13 counted")
    expect(live).to_contain_text("12 before the discussion, 1 after it.")
    expect(live).to_contain_text("The pictures change after 4 more complete responses.")
    for _, text in room_pictures(Reveal().redrawn(Room(INVENTED)).picture):
        expect_picture(live, text)


@pytest.mark.long
def test_a_room_that_cannot_be_reached_leaves_the_code(
    chromium: Browser, hub: JupyterLab, room: Path
) -> None:
    explorer = resumed(open_page(chromium, hub, "02-where-you-sit.ipynb"), ONE)
    away = room.rename(room.with_name("away"))
    try:
        click(explorer, "Hand in")
        expect(explorer).to_contain_text(
            "Could not reach the cohort. Copy this code to your facilitator instead.",
        )
    finally:
        away.rename(room)
    expect(explorer.locator(".rk-code-box code")).to_have_text(ONE.to_code())
    hand_in(explorer)
