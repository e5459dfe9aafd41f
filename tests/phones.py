"""Hands and eyes on the page for phones, by touch in Chromium."""

import re
from typing import Any

from browser import new_page
from playwright.sync_api import Browser, Locator, Page, expect

import rolekit

SETTLED = ".rk-loop:not([data-rk-moving])"  # everything has followed the sliders
QUESTION = "Before you see anything: where on this line would you place yourself?"


def phone(browser: Browser, width: int = 360, height: int = 740, **more: Any) -> Page:
    """Return a page of a phone, driven by touch."""
    return new_page(browser, width, height, has_touch=True, is_mobile=True, **more)


def tap(page: Page | Locator, name: str) -> None:
    """Tap the button with exactly this name."""
    page.get_by_role("button", name=name, exact=True).tap()


def tap_line(slider: Locator, share: float) -> None:
    """Tap a slider's line at a share of its width."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    slider.tap(position={"x": share * box["width"], "y": box["height"] / 2})


def guess(page: Page, share: float = 0.3) -> None:
    """Make a guess."""
    tap_line(page.get_by_role("slider", name=QUESTION), share)
    tap(page, "This is my guess")


def sliders(page: Page) -> Locator:
    """Return the sliders of the statements."""
    return page.locator(".rk-statements input")


def answer_all(page: Page, first: int = 0) -> None:
    """Answer all statements from one on, each in a way of its own."""
    for n in range(first, sliders(page).count()):
        tap_line(sliders(page).nth(n), 0.05 + 0.9 * (n * 5 % 12) / 12)
    expect(page.locator(".rk-statements output").last).not_to_have_text("not answered")


def response_of(page: Page) -> rolekit.Response:
    """Return what the code on the page holds."""
    return rolekit.Response.from_code(
        page.locator(f"{SETTLED} .rk-code-box code").first.inner_text()
    )


def expect_answered(page: Page, answered: int) -> rolekit.Response:
    """Check that so many are answered, on the page and in its code."""
    told = rf"^{answered} of \d+ answered$|^Done: here's your result\.$"
    expect(page.locator(".rk-progress")).to_have_text(re.compile(told))
    response = response_of(page)
    assert len(response.answers) == answered
    return response
