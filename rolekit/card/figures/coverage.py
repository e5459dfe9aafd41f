"""Coverage as a picture: how often the 80% band holds the truth, when things are as assumed."""

from collections.abc import Mapping
from textwrap import wrap

import plotly.graph_objects as go

from rolekit.base.plot.marks import name_across, outlined
from rolekit.base.plot.palette import FAINT, LEGEND, POLE_COLOURS, TEMPLATE
from rolekit.card.studies import Coverage

LETTERS = 24  # in a line of a name: what leaves room for the marks on a telephone
ALLOWED = (78, 82)  # % within which an 80% band keeps its promise


def coverage(held: Mapping[str, Coverage], failed: Mapping[str, Coverage]) -> go.Figure:
    """Draw coverage (%) for each setting, in which the assumption of the band holds or fails.

    `held` and `failed` map what a setting is called to what was simulated for it.

    >>> from rolekit.measure.people import Population
    >>> from rolekit.card.studies import coverage as simulate
    >>> figure = coverage({"as assumed": simulate(Population(), 100, seed=1)}, {})
    >>> [trace.name for trace in figure.data]
    ['facets as assumed', 'facets not as assumed']
    """
    figure = go.Figure()
    looks = (
        ("facets as assumed", held, "machine_learning", "circle"),
        ("facets not as assumed", failed, "engineering", "diamond"),
    )
    for name, settings, colour, symbol in looks:
        figure.add_scatter(
            name=name,
            x=[100 * setting.inside for setting in settings.values()],
            y=["<br>".join(wrap(setting, LETTERS)) for setting in settings],
            mode="markers",
            marker=outlined(POLE_COLOURS[colour], symbol=symbol, size=12),
            hovertemplate="%{y}: %{x:.1f}%<extra></extra>",
        )
    figure.add_vrect(*ALLOWED, fillcolor=FAINT, line_width=0, layer="below")
    figure.update_layout(
        template=TEMPLATE,
        height=116 + 42 * (len(held) + len(failed)),
        margin={"l": 165, "t": 48, "b": 60},
        **LEGEND,
    )
    figure.update_xaxes(range=[40, 103], tickvals=[40, 60, 80, 100])
    name_across(figure, "bands that hold the truth (%)<br>grey: 78 to 82")
    figure.update_yaxes(autorange="reversed", tickfont={"size": 12})
    return figure
