"""The map: lean across, machine-learning depth upwards.

One line cannot tell a data analyst from a data scientist, nor a data engineer from an ML engineer.
The second axis can: it asks how much of the work is machine learning. The four core roles are at
the corners of the map; six neighbours are marked more quietly, those hollow of which only adverts
are known.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import plotly.graph_objects as go

from rolekit.base.plot import palette
from rolekit.base.plot.labels import ANCHORS, box_of, positions
from rolekit.base.plot.marks import GUIDE, LEAN, error_bars, landmark, name_across, outlined
from rolekit.base.plot.palette import POLE_COLOURS, TEXT, side_colour
from rolekit.measure.figures.spectrum import REACH, SILENT, WIDTHS
from rolekit.measure.placement import Placement
from rolekit.measure.roles import Role, roles

HEIGHT = 180.0  # pixels: the height of the plot for which labels are laid out
LOW, HIGH = -4.0, 104.0  # depth shown
LOUD, QUIET = 12, 11  # size of the letters of core roles and of their neighbours
TIPS = 1.2  # how much farther the tips of a diamond reach than its size
NARROWEST = 216.0  # pixels: a map with more marks, in a notebook on a telephone
SHORT = 12  # letters of a neighbour's name that has one line
BARS = {"thickness": 2, "width": 5}  # of the lines through a mark
RING = "rgba(0, 0, 0, 0)"  # a person's mark is hollow
ROOM, END = 22.0, 12.0  # pixels that it takes, and an end of its lines
UP = HEIGHT / (HIGH - LOW)  # pixels of a point of depth


def role_map(placement: Placement | None = None) -> go.Figure:
    """Draw the map.

    `placement` is the person's result, or None. Where their depth is not known, a dashed line shows
    where they may be.

    >>> [trace.name for trace in role_map().data]
    ['depth unknown', 'you', 'roles', 'neighbours']
    """
    figure = go.Figure(map_traces(placement))
    figure.update_layout(template=palette.TEMPLATE, autosize=True, height=HEIGHT + 40)
    figure.update_xaxes(**LEAN_AXIS)
    figure.update_yaxes(**DEPTH_AXIS)
    return figure


LEAN_TICKS = {
    "range": [-REACH, REACH],
    "tickvals": [-100, -50, 0, 50, 100],
    "ticktext": ["100", "50", "0", "50", "100"],
}
LEAN_AXIS = {**LEAN_TICKS, "showgrid": False}
DEPTH_AXIS = {
    "range": [LOW, HIGH],
    "tickvals": [0, 50, 100],
    "title": {"text": "machine learning", "font": {"size": 12}, "standoff": 4},
}


def on_map(figure: go.Figure, height: float) -> go.Figure:
    """Give a figure the axes of the map, with the name of the one across.

    >>> on_map(go.Figure(), 200).layout.height
    200
    """
    figure.update_layout(template=palette.TEMPLATE, autosize=True, height=height, margin={"b": 46})
    figure.update_xaxes(**LEAN_AXIS)
    name_across(figure, LEAN)
    return figure.update_yaxes(**DEPTH_AXIS)


def map_traces(placement: Placement | None, hover: bool = True) -> "list[go.BaseTraceType]":
    """Return the traces of the map, always the same ones in the same order: names come last.

    The name of a title gives way where a person's mark, or an end of its lines, would meet it.
    Without `hover` the roles say nothing yet, as on the strip.
    """
    anchors = _anchors(_beside(placement))[: len(roles())]
    across = [placement.lean] * 2 if placement and placement.depth is None else []
    return [
        go.Scatter(
            name="depth unknown",
            x=across,
            y=[0, 100] if across else [],
            **GUIDE,
            line={"color": POLE_COLOURS["machine_learning"], "width": 3, "dash": "dash"},
        ),
        _person(placement),
        *_titles(anchors, hover),
    ]


Mark = tuple[float, float, float, str]  # lean, depth, size in pixels, and a name or ""


def among_roles(marks: Iterable[Mark]) -> "tuple[list[go.BaseTraceType], list[str]]":
    """Return the roles' traces for a map with more marks, and where the names of these go.

    It is twice as high as a person's, and no name is on a mark or on the line in the middle.

    >>> among_roles([(35, 74, 20, "here")])[1]
    ['bottom left']
    """
    middle = [(0.0, depth, 4.0, "") for depth in range(0, 101, 4)]
    anchors = _anchors((*marks, *middle), 2 * HEIGHT, (NARROWEST, *WIDTHS[1:]))
    many = len(roles())
    return _titles(anchors[:many]), anchors[many : -len(middle)]


def _titles(anchors: Sequence[str], hover: bool = True) -> "list[go.BaseTraceType]":
    """Return the core roles and their neighbours, a trace each, their names where `anchors` say."""
    traces = []
    for name, core, style in (("roles", True, "normal"), ("neighbours", False, "italic")):
        titles = [
            one for one in zip(roles(), anchors, _marks(), strict=True) if one[0].core == core
        ]
        shown = [role for role, _, _ in titles]
        rooms = [{"size": mark[2], "boxes": _boxes(mark)} for _, _, mark in titles]
        traces.append(
            go.Scatter(
                name=name,
                x=[role.lean for role in shown],
                y=[role.depth for role in shown],
                mode="markers+text",
                marker=landmark(
                    [TEXT if role.adverts_only else side_colour(role.lean) for role in shown],
                    [role.adverts_only for role in shown],
                    [_mark(core)] * len(shown),
                ),
                text=[_label(role) for role in shown],
                textposition=[anchor for _, anchor, _ in titles],
                textfont={"size": _letters(core), "style": style},
                cliponaxis=False,  # a long name may run into the margin
                # What the script beside this module makes the names give way with.
                meta={"titles": rooms, "anchors": list(ANCHORS), "up": UP, "reach": REACH},
                **(_told(shown) if hover else SILENT),
            )
        )
    return traces


@cache
def _boxes(mark: tuple[float, float, float, str, int]) -> list[tuple[int, ...]]:
    """Return the box of a role's name in every position, in whole pixels from its mark."""
    _, _, size, name, letters = mark
    return [tuple(map(round, box_of(0, 0, name, anchor, size, letters))) for anchor in ANCHORS]


def _told(shown: list[Role]) -> dict[str, object]:
    return {
        "customdata": [
            [r.low, r.high, r.depth_low, r.depth_high, r.said, r.rests_on] for r in shown
        ],
        "hovertemplate": (
            "%{customdata[4]}<br>lean %{x:.0f} (%{customdata[0]:.0f} to %{customdata[1]:.0f})<br>"
            "machine learning %{y:.0f} (%{customdata[2]:.0f} to %{customdata[3]:.0f})"
            "<br>%{customdata[5]}<extra></extra>"
        ),
    }


def _label(role: Role) -> str:
    """Return the name as it is written: a neighbour's may take two lines."""
    return role.name if role.core or len(role.name) <= SHORT else role.name.replace(" ", "<br>")


def _letters(core: bool) -> int:
    return LOUD if core else QUIET


def _marks() -> list[tuple[float, float, float, str, int]]:
    return [(r.lean, r.depth, TIPS * _mark(r.core), _label(r), _letters(r.core)) for r in roles()]


def _mark(core: bool) -> int:
    return 12 if core else 8


@cache
def _anchors(
    beside: tuple[Mark, ...] = (), height: float = HEIGHT, widths: tuple[float, ...] = WIDTHS
) -> list[str]:
    """Return the position of each role's name, and of each mark's beside them."""
    marks = [*_marks(), *((*mark, LOUD) for mark in beside)]
    leans, depths, sizes, names, letters = zip(*marks, strict=True)
    up = [depth / (HIGH - LOW) * height for depth in depths]
    return positions(
        [
            list(zip([lean / (2 * REACH) * width for lean in leans], up, strict=True))
            for width in widths
        ],
        names,
        marks=sizes,
        reach=[width / 2 for width in widths],
        sizes=letters,
    )


def _person(placement: Placement | None) -> go.Scatter:
    cross = _cross(placement)
    across, up = ([one] for one in cross) if cross else ([], [])
    return go.Scatter(
        name="you",
        x=[lean for lean, *_ in across],
        y=[depth for depth, *_ in up],
        error_x=error_bars(across, **BARS),
        error_y=error_bars(up, **BARS),
        mode="markers",
        marker=outlined(RING, 3, size=18),
        cliponaxis=False,  # a person may be in a corner
        hovertemplate="you: lean %{x:.0f}, machine learning %{y:.0f}<extra></extra>",
    )


Range = tuple[float, float, float]  # a place, and the ends of its likely range


def _cross(placement: Placement | None) -> tuple[Range, Range] | None:
    """Return a person's lean and depth with their likely ranges, if the depth is known."""
    if placement is None or placement.depth_low is None or placement.depth_high is None:
        return None
    across = (placement.lean, placement.low, placement.high)
    return across, (placement.depth or 0.0, placement.depth_low, placement.depth_high)


def _beside(placement: Placement | None) -> tuple[Mark, ...]:
    """Return what names keep clear of: a person's mark, and the ends of the lines through it."""
    if (cross := _cross(placement)) is None:
        return ()
    (lean, *leans), (depth, *depths) = cross
    ends = [*((low, depth) for low in leans), *((lean, low) for low in depths)]
    return ((lean, depth, ROOM, ""), *((x, y, END, "") for x, y in ends))
