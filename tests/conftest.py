"""What the browser tests share. The browser's driver is loaded only when a test asks for it."""

from __future__ import annotations

import os

import pytest

# It has no examples to run, and only the browser tests need what it imports.
collect_ignore = ["browser.py"]


@pytest.fixture(scope="session")
def chromium():
    """Give a browser; skip where there is none, unless ROLEKIT_REQUIRE_BROWSER is set."""
    import browser

    if browser.chromium_path() is None:
        absent = "No Chromium found: install the package chromium to run the browser tests."
        if os.environ.get("ROLEKIT_REQUIRE_BROWSER"):
            pytest.fail(absent)
        pytest.skip(absent)
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="session")
def lab(chromium, tmp_path_factory):
    """Give a JupyterLab that serves a copy of the notebooks."""
    import browser

    with browser.jupyterlab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture
def page(chromium, lab):
    """Give a page as a projector shows it; an uncaught error on it fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{error.message}\n{error.stack}"))
    yield page
    context.close()
    lab.tidy()
    assert not errors, "\n".join(["uncaught on the page:", *errors])
