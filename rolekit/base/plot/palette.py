"""One palette for every picture.

The colours are those of Okabe and Ito (2008), which people with any kind of colour vision can tell
apart: blue for analytics, orange for engineering, green for the shared ground. Colour is never the
only cue: each pole has a symbol of its own too, and orange, which is faint on white, always has a
dark outline. Backgrounds are transparent and text is grey enough for light and dark pages alike;
the notebook's widgets give text the colour of the theme.
"""

from functools import cache
from typing import Any

import plotly.graph_objects as go

from rolekit.base.tables import load_table

POLE_COLOURS = {"analytics": "#0072B2", "engineering": "#E69F00", "machine_learning": "#009E73"}
POLE_SYMBOLS = {"analytics": "circle", "engineering": "diamond", "machine_learning": "square"}
POLE_NAMES = {
    "analytics": "Analytics",
    "engineering": "Engineering",
    "machine_learning": "Machine learning",
}
# Where roles are compared with each other, each has one colour everywhere.
ROLE_COLOURS = {row["id"]: row["colour"] for row in load_table("roles")}
OUTLINE = "#1a1a1a"
MIDDLE = "#dddddd"
PERSON = "#ffffff"
GUESS = "#CC79A7"
TEXT = "#767676"  # 4.5:1 on white and no lighter grey has that; 4.2:1 on JupyterLab's dark page
PLANNED = "#56B4E9"  # what a person sets out to do
FAINT = "rgba(128, 128, 128, 0.35)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

LEGEND = {
    "showlegend": True,
    "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
}


@cache
def _template() -> go.layout.Template:
    """Return our template: plotly's default adds 6.5 KB of layout to every figure."""
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": TEXT},
            "paper_bgcolor": "rgba(0, 0, 0, 0)",
            "plot_bgcolor": "rgba(0, 0, 0, 0)",
            "showlegend": False,
            "margin": {"l": 44, "r": 14, "t": 6, "b": 34},
            "hoverlabel": {"font": {"family": FONT, "size": 13}},
            "xaxis": {
                "gridcolor": FAINT,
                "zerolinecolor": FAINT,
                "fixedrange": True,
                "title": {"font": {"size": 13}},
            },
            "yaxis": {
                "gridcolor": FAINT,
                "zerolinecolor": FAINT,
                "fixedrange": True,
                "title": {"font": {"size": 13}},
            },
        }
    )


def __getattr__(name: str) -> Any:
    # TEMPLATE is made when a figure first asks for it: Plotly takes long to be ready for that.
    if name != "TEMPLATE":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _template()


def framed(height: int, **margin: int) -> dict[str, object]:
    """Return the layout of a picture this high with a legend above it.

    >>> framed(300, l=120)["margin"]["l"]
    120
    """
    around = {"t": 40, "l": 56, "b": 46, **margin}
    return {"template": _template(), "height": height, "margin": around, **LEGEND}


PALE = "#f7f7f7"


def paler(colour: str) -> str:
    """Return a colour mixed with white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(0.45 * part + 0.55 * 255):02x}" for part in parts)


def side_colour(lean: float) -> str:
    """Return the colour of the side on which a lean is.

    >>> side_colour(-3) == POLE_COLOURS["analytics"]
    True
    """
    return POLE_COLOURS["engineering" if lean > 0 else "analytics"]
