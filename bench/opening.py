"""From Run All, with a fresh kernel, to the pictures: how long, and how much is sent for them."""

from collections.abc import Iterator
from typing import NamedTuple

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1
from playwright.sync_api import Browser, Page, WebSocket

from bench import apps
from bench.row import Row, in_turn
from tests.browser import JupyterLab, new_page

ROUNDS = 4
MANY = 12
LOW = 220  # pixels: so low are many pictures that all of them are in view
REST = 1500  # milliseconds, in which what is still to be sent arrives
STEPS = 6

START = f"{apps.READ}\nfigure.update_layout(height={LOW})"
OURS = [
    f"{START}\nfrom rolekit.base.ui.picture import Picture",
    *["Picture(figure, 'A picture.')"] * MANY,
]
THEIRS = [f"{START}\nimport plotly.graph_objects as go", *["go.FigureWidget(figure)"] * MANY]
DRAWN = """count => {
  const drawn = [...document.querySelectorAll(".js-plotly-plot")].filter(
    (plot) => plot.querySelector(".main-svg")?.getBoundingClientRect().width > 0,
  );
  return drawn.length >= count && performance.now();
}"""


class Opening(NamedTuple):
    """Milliseconds from Run All to the last picture, kB until all rests, kB for a step."""

    time: float
    sent: float
    step: float


class Counter:
    """Counts what kernels send to the widgets of a page, in kB: the messages of their comms."""

    def __init__(self, page: Page) -> None:
        self.sent = 0.0
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        if "/channels" in socket.url:
            socket.on("framereceived", self._hear)

    def _hear(self, frame: bytes | str) -> None:
        assert isinstance(frame, bytes)
        _, [header, _, _, *content] = deserialize_msg_from_ws_v1(frame)
        if b'"comm_' in header:
            self.sent += sum(map(len, content)) / 1000


def opening() -> Iterator[Row]:
    """Measure one and many pictures, each time on a new page with a new kernel."""
    with apps.lab_and_browser() as (lab, browser):
        explorer, widget = apps.our_source(12), apps.source(apps.FIGURE_WIDGET, 12)
        ours, other = in_turn(
            ROUNDS,
            lambda: opened(lab, browser, [explorer], 1, apps.OUR_SLIDERS),
            lambda: opened(lab, browser, [widget], 1, apps.SLIDERS),
        )
        name = "a FigureWidget with 12 sliders"
        yield row("first picture of a fresh kernel", name, "time", ours, other, 0.6, 0.5)
        yield row("sent to the page with the Explorer", name, "sent", ours, other, 0.35)
        yield row("sent for a step of the Explorer", name, "step", ours, other, 0)
        ours, other = in_turn(
            ROUNDS,
            lambda: opened(lab, browser, OURS, MANY),
            lambda: opened(lab, browser, THEIRS, MANY),
        )
        name = f"{MANY} FigureWidgets"
        yield row(f"last of {MANY} pictures", name, "time", ours, other, 0.25, 0.15)
        yield row(f"sent to the page with {MANY} pictures", name, "sent", ours, other, 0.05)


def row(
    what: str,
    beside: str,
    field: str,
    ours: tuple[Opening, ...],
    other: tuple[Opening, ...],
    *asked: float,
) -> Row:
    """Return a row about one thing that openings showed."""
    mine, theirs = ([getattr(one, field) for one in side] for side in (ours, other))
    return Row(what, beside, mine, theirs, "ms" if field == "time" else "kB", "times", *asked)


def opened(
    lab: JupyterLab, browser: Browser, cells: list[str], pictures: int, sliders: str = ""
) -> Opening:
    """Open a notebook and run it; press some keys if it has sliders."""
    page = new_page(browser, 1280, 1000 + LOW * (pictures + 4))
    counter = Counter(page)
    apps.open_notebook(lab, page, *cells)
    started = page.evaluate("performance.now()")
    lab.choose(page, "Run", "Run All Cells")
    drawn = page.wait_for_function(DRAWN, arg=pictures).json_value()
    page.wait_for_timeout(REST)
    sent = counter.sent
    for n in range(STEPS if sliders else 0):
        page.locator(sliders).first.focus()
        page.keyboard.press(("ArrowRight", "ArrowLeft")[n % 2])
        page.wait_for_timeout(REST / 3)
    step = (counter.sent - sent) / STEPS
    page.context.close()
    lab.stop_kernels()
    return Opening(drawn - started, sent, step)
