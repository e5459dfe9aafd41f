"""What a notebook takes of a server's memory: `python -m bench.memory` prints the table of README.

Each notebook is opened in a JupyterLab of its own and run. What is counted is what the server and
the kernel then hold (RSS): a little too much, for what they share is counted twice.
"""

import tempfile
from pathlib import Path

import nbformat
import psutil
from playwright.sync_api import Browser

from tests.browser import ROOT, chromium, jupyterlab, new_page, until

MB = 2**20
TOLD = "kernel.txt"
TELL = f"import os, pathlib\npathlib.Path({TOLD!r}).write_text(str(os.getpid()))"


def main() -> None:
    """Measure each notebook, and print a row of it."""
    print("| notebook | server | kernel | together |\n|---|---:|---:|---:|")
    with chromium() as browser:
        for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
            held = measured(browser, notebook.name)
            cells = " | ".join(f"{one} MB" for one in (*held, sum(held)))
            print(f"| {notebook.stem} | {cells} |", flush=True)


def measured(browser: Browser, name: str) -> tuple[int, int]:
    """Return what the server and the kernel hold, in MB, once all cells were run."""
    with tempfile.TemporaryDirectory() as folder, jupyterlab(Path(folder)) as lab:
        notebook = nbformat.read(lab.notebooks / name, 4)
        notebook.cells.append(nbformat.v4.new_code_cell(TELL))  # the last to be run
        nbformat.write(notebook, lab.notebooks / name)
        page = new_page(browser)
        lab.open(page, name)
        lab.run_all(page)
        told = lab.notebooks / TOLD
        until(lambda: told.exists() and told.read_text() != "", f"{name} was not run to its end")
        kernel = psutil.Process(int(told.read_text()))
        held = tuple(round(one.memory_info().rss / MB) for one in (kernel.parent(), kernel))
        page.context.close()
    return held


if __name__ == "__main__":
    main()
