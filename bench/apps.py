"""The same in five ways: a picture with a point that sliders move; and many pictures.

The picture is the Explorer's. Ours is the Explorer itself, which reckons a place from the answers,
draws its range, and says it in words; the others move one point to the mean of their sliders.
"""

import os
import secrets
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page

import rolekit
from rolekit.figures import where_you_sit
from tests.browser import JupyterLab, chromium, jupyterlab, new_page, until

HERE = Path(__file__).parent / "peers"
PEERS = Path(".venv-peers/bin")
POINTS = ".js-plotly-plot .point"
SLIDERS = "[role=slider], input[type=range]"
OUR_POINTS = ".rk-over .point"
OUR_SLIDERS = ".rk-loop .rk-statements input[type=range]"
GUESS = 10
FIGURE = "figure.json"

READ = f'from plotly.io import read_json\nfigure = read_json("{FIGURE}")'
EXPLORER = """\
import rolekit, rolekit.widgets
items = rolekit.load_instrument().{items}
answers = rolekit.Answers.from_items({{item.id: 50 for item in items}})
rolekit.widgets.Explorer(answers=answers, guess=10)"""
FIGURE_WIDGET = f"""\
import ipywidgets, plotly.graph_objects as go
{READ}
figure = go.FigureWidget(figure)
sliders = [ipywidgets.IntSlider(50, step=5, description=f"Statement {{n}}") for n in range(COUNT)]
def move(_):
    lean = 2 * sum(slider.value for slider in sliders) / COUNT - 100
    figure.data[-1].x = [lean]
for slider in sliders:
    slider.observe(move, "value")
ipywidgets.VBox([figure, *sliders])"""
INTERACT = f"""\
from ipywidgets import IntSlider, interact
{READ}
def show(**values):
    lean = 2 * sum(values.values()) / COUNT - 100
    figure.data[-1].x = [lean]
    return figure
interact(show, **{{f"statement_{{n}}": IntSlider(50, step=5) for n in range(COUNT)}});"""


def our_source(count: int) -> str:
    """Return the cell with the Explorer of 12 or of 24."""
    return EXPLORER.format(items="short_items" if count == 12 else "items")


def source(cell: str, count: int) -> str:
    """Return a cell of another side, for so many sliders."""
    return f"COUNT = {count}\n{cell}"


@contextmanager
def lab_and_browser() -> Iterator[tuple[JupyterLab, Browser]]:
    """Run a JupyterLab with the picture beside its notebooks, and a Chromium."""
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        jupyterlab(Path(folder)) as lab,
    ):
        write_figure(lab.notebooks)
        yield lab, browser
        lab.stop_kernels()


def write_figure(folder: Path) -> None:
    """Write the Explorer's picture of somebody for the sides that know nothing of rolekit."""
    values = {item.id: 50 + 5 * (n % 5) for n, item in enumerate(rolekit.load_instrument().items)}
    placement = rolekit.place(rolekit.Answers.from_items(values))
    figure = where_you_sit(placement, GUESS)
    # The person comes last, where every side finds it.
    figure.data = sorted(figure.data, key=lambda trace: trace.name == "you")
    figure.write_json(folder / FIGURE)


def open_notebook(lab: JupyterLab, page: Page, *cells: str) -> None:
    """Open a new notebook with these cells, with a kernel of its own that is ready."""
    kernel = {"name": "python3", "display_name": "Python 3"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    name = f"{secrets.token_hex(4)}.ipynb"
    nbformat.write(notebook, lab.notebooks / name)
    lab.open(page, name)
    page.wait_for_selector("text=/ \\| Idle/")


@contextmanager
def served(browser: Browser, command: list[str], figure: Path, count: int) -> Iterator[Page]:
    """Serve an app of a peer on a port of its own, and open it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = {"FIGURE": str(figure), "SLIDERS": str(count)}
    server = subprocess.Popen(
        [*command, str(port)],
        env={**os.environ, **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: _listens(port), f"{command[0]} does not answer")
        page = new_page(browser)
        page.goto(f"http://127.0.0.1:{port}")
        yield page
        page.context.close()
    finally:
        server.terminate()
        server.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def peers() -> dict[str, list[str]]:
    """Return the peers that are installed, each with the command that serves its app at a port."""
    streamlit = [
        *(str(PEERS / "streamlit"), "run", str(HERE / "in_streamlit.py")),
        *("--server.headless=true", "--browser.gatherUsageStats=false"),
        *("--server.address=127.0.0.1", "--server.port"),
    ]
    marimo = [
        *(str(PEERS / "marimo"), "run", str(HERE / "in_marimo.py")),
        *("--headless", "--no-token", "--host", "127.0.0.1", "--port"),
    ]
    both = {"Streamlit": streamlit, "marimo": marimo}
    return {name: command for name, command in both.items() if Path(command[0]).exists()}
