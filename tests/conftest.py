"""The programs beside Python that some tests need: each is started when a test asks for it."""

import asyncio
import os
import re
import shutil
import sys
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, settings
from strategies import TIMES

# As on everybody's machine, what Python has compiled is kept: kernels and servers start sooner.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# They have no examples to run, and only some tests need what they import.
collect_ignore = [
    *("alone.py", "browser.py", "explorers.py", "pages.py"),
    *("phones.py", "postgresql.py", "webkit.py"),
]

# How long an example takes says nothing on a machine that does something else besides.
settings.register_profile(
    "rolekit", deadline=None, max_examples=100 * TIMES, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rolekit")


def pytest_xdist_auto_num_workers(config):
    """Let one more file run than there are cores: a test of a browser often waits for it."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items):
    """Begin with what waits for a kernel or a browser: at the end it would leave cores idle.

    Notebooks come first: a browser keeps a loop running, which their kernels would have to share.
    """

    def turn(item):
        if item.path.suffix == ".ipynb":
            return 0
        return 1 if item.get_closest_marker("browser") else 2

    items.sort(key=turn)


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


@pytest.fixture(params=["A4", "Letter"])
def sheets(chromium, request):
    """Give what counts the sheets of paper on which a page is printed."""
    page = chromium.new_page()

    def count(html):
        page.set_content(html)
        printed = page.pdf(format=request.param)
        return len(re.findall(rb"/Type\s*/Page\b", printed))

    yield count
    page.close()


@pytest.fixture(scope="session")
def server(chromium, tmp_path_factory):
    """Give a JupyterLab that serves a copy of the notebooks."""
    import browser

    with browser.jupyterlab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def lab(server):
    """Give the JupyterLab with notebooks, and so kernels, that the tests of a file share."""
    lab = server.beside()
    yield lab
    lab.stop_kernels()


@pytest.fixture(scope="session")
def profile(chromium, tmp_path_factory):
    """Give a browser that keeps what it compiled: JupyterLab is opened again and again."""
    import browser

    with browser.profile(chromium.browser_type, tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def tab(profile, lab):
    """Give the page that the tests of a file share."""
    page = profile.new_page()
    yield page
    page.close()


@contextmanager
def watched(page):
    """Let an uncaught error on a page fail the test."""
    errors: list[str] = []

    def note(error):
        # So anywidget puts it when the kernel closes a widget that the page was about to open.
        if "Failed to initialize model" not in error.message or "AbortSignal" not in error.stack:
            errors.append(f"{error.message}\n{error.stack}")

    page.on("pageerror", note)
    yield page
    page.remove_listener("pageerror", note)
    assert not errors, "\n".join(["uncaught on the page:", *errors])


@pytest.fixture
def page(tab):
    """Give a page as a projector shows it, with a kernel in which other tests ran before."""
    import browser

    tab.set_viewport_size(browser.PROJECTOR)
    with watched(tab):
        yield tab


@pytest.fixture
def own_lab(server):
    """Give the JupyterLab with notebooks that no other test has opened."""
    lab = server.beside()
    yield lab
    lab.stop_kernels()


@pytest.fixture
def own_page(profile, own_lab):
    """Give a page of its own, for a test that reloads it or does away with its kernel."""
    page = profile.new_page()
    with watched(page):
        yield page
        page.close()


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


@pytest.fixture
def tables(tmp_path):
    """Give a copy of the tables, free to be changed."""
    from rolekit.base.tables import data_folder

    return shutil.copytree(data_folder(), tmp_path / "data")


@pytest.fixture
def no_loop():
    """Hide the loop that a browser, driven by the same process, keeps running meanwhile."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)
