"""What pictures are made of, in one shape everywhere."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from rolekit.base.plot import palette
from rolekit.base.plot.palette import OUTLINE, TEXT, side_colour

MARK = 26  # pixels: the height of the line that says that a person is invented
TEAM = "an invented team"
LEAN = "← analytics  ·  lean  ·  engineering →"
OF_100 = {"range": [-3, 103], "tickvals": [0, 25, 50, 75, 100]}  # an axis from 0 to 100

ON_PAPER = {"xref": "paper", "yref": "paper", "showarrow": False}  # words at a place of the picture

# Traces that are words alone, and lines that only lead the eye.
WORDS = {"mode": "text", "hoverinfo": "skip", "cliponaxis": False}
GUIDE = {"mode": "lines", "hoverinfo": "skip"}

DOT = 8.0  # pixels: the size of a dot, and so the height of a step in a stack
BIN = 2.5  # points of lean that share a stack


def outlined(
    colour: str | Sequence[str], width: float | Sequence[float] = 1, **more: object
) -> dict[str, object]:
    """Return a marker with the dark outline without which a colour may be too faint.

    >>> outlined("#ffffff", 2, size=9)["line"]["width"]
    2
    """
    # Plotly makes marks of several sizes translucent.
    solid = {"opacity": 1} if isinstance(more.get("size"), list) else {}
    return {"color": colour, "line": {"width": width, "color": OUTLINE}, **solid, **more}


def landmark(
    colours: Sequence[str], hollow: Sequence[bool], sizes: Sequence[int]
) -> dict[str, object]:
    """Return the marker of landmarks, hollow where only adverts were counted.

    A hollow mark has no dark outline, so its colour must be one that is not faint.

    >>> landmark(["#0072B2"] * 2, [False, True], [12, 8])["symbol"]
    ['diamond', 'diamond-open']
    """
    return outlined(
        colours,
        [2 if empty else 1 for empty in hollow],
        size=list(sizes),
        symbol=["diamond-open" if empty else "diamond" for empty in hollow],
    )


def hatched(colour: str, shape: str) -> dict[str, object]:
    """Return the marker of bars that a pattern tells apart as well as their colour.

    >>> hatched("#ffffff", "/")["pattern"]["shape"]
    '/'
    """
    ink = {"fgcolor": OUTLINE, "bgcolor": colour, "size": 7, "solidity": 0.15}
    return outlined(colour, pattern={"shape": shape, **ink})


def error_bars(points: Iterable[tuple[float, float, float]], **look: float) -> dict[str, object]:
    """Return error bars, of points that are each given as (middle, low, high).

    >>> error_bars([(10, 5, 20)], width=5)["arrayminus"]
    [5]
    """
    ends = list(points)
    above, below = [high - x for x, _, high in ends], [x - low for x, low, _ in ends]
    bars = {"type": "data", "symmetric": False, "array": above, "arrayminus": below}
    return {**bars, "color": TEXT, **look}


def row_axis(names: Sequence[str]) -> dict[str, object]:
    """Return an axis downwards on which the rows 0, 1, 2 ... have names.

    >>> row_axis(["one", "other"])["range"]
    [1.5, -0.5]
    """
    rows = list(range(len(names)))
    ends = [len(rows) - 0.5, -0.5]
    return {"range": ends, "tickvals": rows, "ticktext": list(names), "zeroline": False}


def spans(ends: Iterable[Sequence[float | None]], heights: Iterable[float]) -> dict[str, object]:
    """Return what draws level lines, each from one end to the other at its height.

    >>> spans([(1, 2), (3, 4)], [0, 5])["x"]
    [1, 2, None, 3, 4, None]
    """
    return {
        "x": [x for end in ends for x in (*end, None)],
        "y": [y for height in heights for y in (height, height, None)],
        **GUIDE,
    }


def dots(places: Sequence[tuple[float, float]], size: float) -> dict[str, object]:
    """Return what draws a dot at each (lean, height), in the colour of its side.

    >>> dots([(-5, 1), (5, 1)], DOT)["marker"]["color"]
    ['#0072B2', '#E69F00']
    """
    return {
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "mode": "markers",
        "marker": outlined([side_colour(x) for x, _ in places], size=size),
        "hoverinfo": "skip",
    }


def bin_of(lean: float) -> int:
    """Return the bin of a lean: one begins at 0, so none is astride it; 100 is in the last one.

    >>> bin_of(-1), bin_of(0), bin_of(100)
    (-1, 0, 39)
    """
    return min(math.floor(lean / BIN), int(100 / BIN) - 1)


def stacked(bins: Iterable[int]) -> list[tuple[float, int]]:
    """Return for each dot the middle of its bin and how many dots of the bin are below it.

    >>> stacked([0, 0, 1])
    [(1.25, 0), (1.25, 1), (3.75, 0)]
    """
    below: Counter[int] = Counter()
    places = []
    for bin in bins:
        places.append((BIN * (bin + 0.5), below[bin]))
        below[bin] += 1
    return places


def arrow(
    figure: go.Figure, start: float, end: float, y: float | str, colour: str, **more: object
) -> go.Figure:
    """Draw a level arrow.

    >>> arrow(go.Figure(), 0, 9, 1, "#ffffff").layout.annotations[0].ax
    0
    """
    line = {"arrowhead": 2, "arrowwidth": 2, "arrowcolor": colour}
    return figure.add_annotation(
        x=end, y=y, ax=start, ay=y, axref="x", ayref="y", text="", **line, **more
    )


def name_across(figure: go.Figure, text: str) -> go.Figure:
    """Say below the numbers of the axis across what it shows, in about 40 letters a line.

    Plotly's own title is in the middle of the axis and is cut off where that is short; this
    one ends where the axis ends, and has the room below the labels on the left as well.

    >>> name_across(go.Figure(), LEAN).layout.annotations[0].xanchor
    'right'
    """
    look = {"xanchor": "right", "yanchor": "top", "yshift": -20, "align": "right"}
    return figure.add_annotation(text=text, x=1, y=0, **ON_PAPER, **look)


def invented(figure: go.Figure, whose: str = "an invented person") -> go.Figure:
    """Return the figure with a mark that says that nobody gave these answers.

    >>> invented(go.Figure(layout={"height": 100})).layout.height
    126
    """
    layout = figure.layout.to_plotly_json()
    return go.Figure(figure).update_layout(saying_invented(layout, whose))


def saying_invented(layout: Mapping[str, Any], whose: str) -> dict[str, Any]:
    """Return what of a layout, as plain data, is different with that mark.

    >>> saying_invented({"height": 100}, TEAM)["height"]
    126
    """
    look = {"xanchor": "right", "yanchor": "bottom", "font": {"size": 12, "color": TEXT}}
    box = {"bgcolor": "rgba(128, 128, 128, 0.15)", "borderpad": 3}
    # On a line of its own above the picture, which keeps its size, and above its legend.
    margin = {"t": palette.TEMPLATE.layout.margin.t, **layout.get("margin", {})}
    mark = {"text": whose, "x": 1, "y": 1, "yshift": margin["t"], **ON_PAPER, **look, **box}
    return {
        "annotations": [*layout.get("annotations", ()), mark],
        "height": layout["height"] + MARK,
        "margin": {**margin, "t": margin["t"] + MARK},
    }
