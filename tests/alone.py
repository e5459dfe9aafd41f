"""A widget's script alone on a page, beside a stand-in for its model: it needs no JupyterLab."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import anywidget
from browser import new_page
from playwright.sync_api import Browser, Page, Route

from rolekit.base.plot.figure import plotly_script

ADDRESS = "https://widget.test"  # nobody serves it
# A model as anywidget gives one, and a page on which Plotly has arrived.
STAND_IN = """<!DOCTYPE html><html><head><style>STYLE</style></head>
<body style="LOOK"><div id="panel"></div>
<script src="/plotly.js"></script>
<script type="module">
const values = VALUES, heard = [];
window.model = {
  get: (name) => values[name],
  set: (name, value) => {
    values[name] = value;
    for (const [events, hear] of heard) if (events.split(" ").includes(`change:${name}`)) hear();
  },
  on: (name, hear) => heard.push([name, hear]),
  off: (name, hear) => heard.splice(heard.findIndex(([n, f]) => n === name && f === hear), 1),
  send() {}, save_changes() {},
};
const source = await (await fetch("/plotly.js")).text();
const ready = Promise.resolve(window.Plotly);
window[Symbol.for("rolekit.plotly")] = { Plotly: window.Plotly, source, ready, waiting: [] };
const widget = (await import("/widget.js")).default;
widget.initialize?.({ model });
widget.render({ model: { ...model }, el: document.querySelector("#panel") });
</script></body></html>"""


@contextmanager
def page_for_one(chromium: Browser, height: int = 800) -> Iterator[Page]:
    """Give a page on which one widget after another can be shown; Plotly is compiled once."""
    page = new_page(chromium, 1280, height)
    yield page
    page.context.close()


def show_alone(page: Page, widget: anywidget.AnyWidget, look: str = "") -> None:
    """Show a widget; `look` is the style of the page, such as a theme's variables."""
    values = {k: v for k, v in widget.get_state().items() if not k.startswith("_")}
    html = STAND_IN.replace("LOOK", look).replace("STYLE", str(getattr(widget, "_css", "")))
    files = {
        "nothing": ("", "text/html"),
        "": (html.replace("VALUES", json.dumps(values)), "text/html"),
        "plotly.js": (plotly_script(), "text/javascript"),
        "widget.js": (str(widget._esm), "text/javascript"),
    }

    def serve(route: Route) -> None:
        body, kind = files[route.request.url.removeprefix(f"{ADDRESS}/")]
        route.fulfill(body=body, content_type=kind)

    page.context.unroute_all()
    page.context.route(f"{ADDRESS}/**", serve)
    page.goto(ADDRESS)


def forget(page: Page) -> None:
    """Leave the widget, which may keep something for a reload, and forget what it kept."""
    page.goto(f"{ADDRESS}/nothing")
    page.evaluate("sessionStorage.clear()")
