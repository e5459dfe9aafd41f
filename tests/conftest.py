"""The programs beside Python that some tests need: each is started when a test asks for it."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

# They have no examples to run, and only some tests need what they import.
collect_ignore = ["browser.py", "postgresql.py"]

# How long an example takes says nothing on a machine that does something else besides.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


def skip_or_fail(absent: str, variable: str) -> None:
    """Skip a test for want of a program, unless the variable says that it must be there."""
    if os.environ.get(variable):
        pytest.fail(absent)
    pytest.skip(absent)


@pytest.fixture(scope="session")
def chromium():
    """Give a browser; skip where there is none, unless ROLEKIT_REQUIRE_BROWSER is set."""
    import browser

    if browser.chromium_path() is None:
        skip_or_fail(
            "No Chromium found: install the package chromium to run the browser tests.",
            "ROLEKIT_REQUIRE_BROWSER",
        )
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


@pytest.fixture(scope="session")
def postgresql():
    """Give a PostgreSQL server of its own; skip where there is none to start."""
    import postgresql

    if postgresql.programs() is None:
        skip_or_fail(
            "No PostgreSQL found: install the package postgresql to run these tests.",
            "ROLEKIT_REQUIRE_POSTGRESQL",
        )
    with postgresql.server() as running:
        yield running


@pytest.fixture(scope="session")
def java():
    """Skip where Spark could not run, unless ROLEKIT_REQUIRE_JAVA is set."""
    if not shutil.which("java"):
        skip_or_fail(
            "No Java found: install Java 17 or newer to run the tests with Spark.",
            "ROLEKIT_REQUIRE_JAVA",
        )
