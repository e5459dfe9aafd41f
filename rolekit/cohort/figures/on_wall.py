"""A picture for a wall: the same picture, so much larger that it can be read from the back.

What a notebook shows at 12 pixels is 28 pixels high on a wall of 1280 by 720. So everything that is
measured in pixels grows by one factor, text, marks, lines and margins alike, and the layout that
holds on a narrow page holds here: on the wall, a page of about 500 pixels is shown twice as large
and more. The window scales all of it to its own size.
"""

from typing import Any

import plotly.graph_objects as go

from rolekit.base.plot.figure import plain

WIDTH, HEIGHT = 1280, 650  # pixels: of a window of 1280 by 720, what its heading leaves
SMALLEST, LEGIBLE = 12, 28  # pixels: the smallest text of a notebook's picture, and of the wall's
NARROWEST = 500  # pixels of a page, on which names still keep out of each other's way
PIXELS = {
    *("size", "width", "thickness", "standoff", "borderpad", "xgap", "ygap"),
    *("xshift", "yshift", "arrowwidth", "l", "r", "t", "b"),
}


def on_wall(figure: go.Figure) -> dict[str, Any]:
    """Return a picture as plain data for a wall, as high as its window leaves it.

    >>> drawn = on_wall(go.Figure(layout={"height": 300, "font": {"size": 12}}))
    >>> drawn["layout"]["font"]["size"], drawn["layout"]["height"]
    (28.0, 650)
    """
    most = WIDTH / NARROWEST
    factor = max(LEGIBLE / SMALLEST, min(HEIGHT / figure.layout.height, most))
    drawn: dict[str, Any] = _grown(plain(figure), factor)
    drawn["layout"] |= {"width": WIDTH, "height": HEIGHT, "autosize": False}
    return drawn


def _grown(thing: Any, factor: float, is_pixels: bool = False) -> Any:
    if isinstance(thing, dict):
        return {key: _grown(value, factor, key in PIXELS) for key, value in thing.items()}
    if isinstance(thing, list):
        return [_grown(value, factor, is_pixels) for value in thing]
    return thing * factor if is_pixels and isinstance(thing, int | float) else thing
