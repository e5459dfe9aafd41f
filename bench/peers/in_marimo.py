"""A picture with a point that so many sliders move, in marimo."""

import marimo

app = marimo.App()


@app.cell
def _():
    import os

    import marimo as mo
    from plotly.io import read_json

    figure = read_json(os.environ["FIGURE"])
    return figure, mo, os


@app.cell
def _(mo, os):
    sliders = mo.ui.array([mo.ui.slider(0, 100, 5, 50) for _ in range(int(os.environ["SLIDERS"]))])
    return (sliders,)


@app.cell
def _(figure, sliders):
    lean = 2 * sum(sliders.value) / len(sliders.value) - 100
    figure.data[-1].x = [lean]
    figure  # noqa: B018
    return


@app.cell
def _(sliders):
    sliders  # noqa: B018
    return


if __name__ == "__main__":
    app.run()
