"""The site without a server: from opening it cold to the first picture of the main notebook.

Beside it is the same site as JupyterLite's own tools leave it: with its wheels and its Python's
library as they are published.
"""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

import rolekit
from bench.row import Row, in_turn
from tests.browser import IDLE, JupyterLab, chromium, new_page
from tests.sites import files_served

ROUNDS = 5
OURS = Path("dist/lite")
PYTHON = Path(".venv-lite/bin/python")
AS_PUBLISHED = """
import sys
from pathlib import Path
from homes import lite
lite.SITE = Path(sys.argv[1])
lite.make_ready = lambda *_: None
lite.main()
"""


def without_server() -> Iterator[Row]:
    """Measure openings of both, each in a browser that was never there."""
    with TemporaryDirectory() as folder, chromium() as browser:
        subprocess.run([PYTHON, "-c", AS_PUBLISHED, folder], check=True, capture_output=True)
        with files_served(OURS) as ours, files_served(Path(folder)) as theirs:
            first, second = in_turn(
                ROUNDS, lambda: opened(browser, ours), lambda: opened(browser, theirs)
            )
    beside = "the same site, its packages as they are published"
    yield Row("first picture without a server, cold", beside, first, second, required=0.8)


def opened(browser: Browser, address: str) -> float:
    """Open the notebook, run it and resume; return the milliseconds until its picture is drawn."""
    page, begun = new_page(browser), time.perf_counter()
    page.goto(f"{address}/lab/index.html?path=notebooks/02-where-you-sit.ipynb")
    page.wait_for_selector(IDLE)
    JupyterLab(address, "", OURS).choose(page, "Run", "Run All Cells")
    code = page.get_by_label("Resume from a code")
    answers = {item.id: 50 for item in rolekit.load_instrument().short_items}
    code.fill(rolekit.Response(rolekit.Answers.from_items(answers), guess=10).to_code())
    code.press("Enter")
    page.wait_for_selector(".rk-panel-explorer .main-svg")
    taken = time.perf_counter() - begun
    page.context.close()
    return 1000 * taken
