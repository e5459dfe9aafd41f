"""The comparison of weightings as a picture: how they do on evidence they have not seen."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import name_across, outlined
from rolekit.base.plot.palette import LEGEND, TEMPLATE, TEXT
from rolekit.card.calibration import LeftOut
from rolekit.measure.roles import roles

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")
SYMBOLS = ("circle", "diamond", "square", "triangle-up")
SIZES = (17, 13, 9, 6)  # pixels: what lies on top of another mark leaves its edge in sight


def left_out(rules: Mapping[str, Sequence[LeftOut]]) -> go.Figure:
    """Draw, for each rule and each piece of evidence left out, its gap as a share of the equal one.

    `rules` maps a rule's name to what `rolekit.card.calibration.leave_one_out` gives for it; four
    rules at most.

    >>> from rolekit.card.calibration import leave_one_out
    >>> left_out({"as used": leave_one_out()}).data[0].name
    'as used'
    """
    figure = go.Figure()
    names = {role.id: role.name for role in roles()}
    names |= {"adverts": "the adverts", "surveys": "the surveys"}
    looks = zip(COLOURS, SYMBOLS, SIZES, strict=True)
    for (name, cases), (colour, symbol, size) in zip(rules.items(), looks, strict=False):
        figure.add_scatter(
            name=name,
            x=[case.gap / case.equal for case in cases],
            y=[" against<br>".join(names[part] for part in case.what) for case in cases],
            mode="markers",
            marker=outlined(colour, symbol=symbol, size=size),
            hovertemplate=f"{name}: %{{x:.2f}}<extra></extra>",
        )
    figure.add_vline(1, line={"color": TEXT, "dash": "dot"})
    figure.update_layout(
        template=TEMPLATE, height=600, margin={"l": 165, "t": 74, "b": 60}, **LEGEND
    )
    figure.update_xaxes(range=[0.7, 1.3], tickvals=[0.8, 1, 1.2])
    name_across(figure, "gap between the sides<br>(1: as with equal weights)")
    figure.update_yaxes(autorange="reversed", tickfont={"size": 12})
    return figure
