"""Draw the pictures of README and of notebook 00 again: `make pictures`.

They come from the real thing: figures of rolekit, and a real JupyterLab in a real Chromium.
"""

import tempfile
from pathlib import Path

import plotly.graph_objects as go
from playwright.sync_api import Browser

import rolekit
from rolekit.measure.example import EXAMPLE
from tests.browser import JupyterLab, chromium, jupyterlab, new_page, until

HERE = Path(__file__).parent
FIT = "plots => plots.every((plot) => Math.abs(plot._fullLayout.width - plot.clientWidth) < 1)"


def main() -> None:
    """Draw every picture."""
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        draw_figure(browser, without_roles(), "example-spectrum.png")
        with jupyterlab(Path(folder)) as lab:
            draw_explorer(browser, lab)


def without_roles() -> go.Figure:
    """Return the example's strip without job titles, which would spoil the reader's guess."""
    figure = rolekit.figures.spectrum(rolekit.place(EXAMPLE.answers), EXAMPLE.guess)
    figure.data = [trace for trace in figure.data if not trace.name.startswith("role")]
    return figure


def draw_figure(browser: Browser, figure: go.Figure, name: str) -> None:
    """Draw a figure as a PNG with dark text on white."""
    figure.update_layout(paper_bgcolor="white", font_color="#212121")
    page = new_page(browser, 820, 900, device_scale_factor=1.5)
    page.set_content(figure.to_html(config={"displayModeBar": False}))
    page.locator(".js-plotly-plot").screenshot(path=HERE / name)
    page.context.close()


def draw_explorer(browser: Browser, lab: JupyterLab) -> None:
    """Draw the Explorer with the example's answers, in a light and in a dark page."""
    page = new_page(browser)
    lab.open(page, "02-where-you-sit.ipynb")
    lab.hide_files(page)
    lab.run_all(page)
    explorer = page.locator(".rk-loop")
    explorer.get_by_label("Resume from a code").fill(EXAMPLE.to_code())
    explorer.get_by_role("button", name="Resume", exact=True).click()
    explorer.locator(".rk-over .point").first.wait_for()
    layers = explorer.locator(".js-plotly-plot")
    for theme in ("Dark", "Light"):
        lab.use_theme(page, f"JupyterLab {theme}")
        explorer.evaluate("explorer => explorer.scrollIntoView()")
        until(lambda: layers.evaluate_all(FIT), "the picture is not as wide as its place")
        page.screenshot(path=HERE / f"screenshot-{theme.lower()}.png", animations="disabled")
    page.context.close()


if __name__ == "__main__":
    main()
