"""How many adverts mention language models, year by year and title by title."""

from collections.abc import Mapping

import plotly.graph_objects as go

from rolekit.base.plot.marks import OF_100, error_bars, outlined, row_axis, spans
from rolekit.base.plot.palette import FAINT, LEGEND, PLANNED, POLE_COLOURS, TEMPLATE, TEXT
from rolekit.base.tables import load_table
from rolekit.titles.shares import Share, adverts_only

ROW = 44  # pixels a title
LOOKS = ((TEXT, "circle", 9), (PLANNED, "diamond", 12), (POLE_COLOURS["analytics"], "square", 12))


def language_models(found: Mapping[str, Mapping[int, Share]]) -> go.Figure:
    """Draw one row a title, with a mark and a 95% interval for each of up to three years.

    The last year comes first in the order of the rows. A title of which only adverts were counted
    is hollow.

    >>> from rolekit.titles import sources
    >>> [trace.name for trace in language_models(sources.language_models()).data]
    ['change', '2024', '2025', '2026']
    """
    names = {row["id"]: row["name"] for row in load_table("roles")}
    years = sorted({year for by_year in found.values() for year in by_year})
    order = sorted(found, key=lambda role: -found[role].get(years[-1], Share(0, 1)).share)
    ends = [[100 * share.share for share in found[role].values()] for role in order]
    figure = go.Figure(
        go.Scatter(
            name="change",
            **spans([(min(own), max(own)) for own in ends], range(len(order))),
            line={"color": FAINT, "width": 8},
            showlegend=False,
        )
    )
    for year, (colour, symbol, size) in zip(years, LOOKS, strict=False):
        rows = [(y, role, found[role][year]) for y, role in enumerate(order) if year in found[role]]
        rows.sort(key=lambda row: adverts_only(row[1]))  # the legend has the look of the first
        figure.add_scatter(
            name=str(year),
            x=[100 * share.share for _, _, share in rows],
            y=[y for y, _, _ in rows],
            error_x=error_bars(share.percent for _, _, share in rows),
            mode="markers",
            cliponaxis=False,  # few mention them at all
            marker=outlined(
                colour,
                2,
                symbol=[f"{symbol}-open" if adverts_only(role) else symbol for _, role, _ in rows],
                size=size,
            ),
            text=[f"{names[role]}, {year}: n = {share.n:,}" for _, role, share in rows],
            hovertemplate="%{text}, %{x:.0f}%<extra></extra>",
        )
    figure.update_layout(
        template=TEMPLATE,
        height=ROW * len(order) + 90,
        margin={"l": 150, "t": 40, "b": 46},
        **LEGEND,
    )
    figure.update_xaxes(**OF_100, title="% of adverts")
    return figure.update_yaxes(**row_axis([_label(names[role], found[role]) for role in order]))


def _label(name: str, by_year: Mapping[int, Share]) -> str:
    return f"{name}<br>n = {', '.join(f'{share.n:,}' for share in by_year.values())}"
