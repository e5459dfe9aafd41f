"""Resemblance as a picture: the correlation with each role's profile, with its interval."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rolekit.base.plot.marks import error_bars, landmark, name_across, row_axis
from rolekit.base.plot.palette import POLE_COLOURS, TEMPLATE, TEXT
from rolekit.measure.resemblance import FamilyResemblance, Resemblance, by_family

ROW = 25  # pixels
CLEAR = POLE_COLOURS["machine_learning"]


def resembling(found: Sequence[Resemblance]) -> go.Figure:
    """Draw one row a role, family by family, the likest first; green where it is clear, else grey.

    A resemblance is clear if its whole interval is above 0. A family of several titles has a row
    of its own. A role of which only adverts were counted is hollow; the two that are set against
    each other are bold.

    >>> from rolekit import resemblance
    >>> from rolekit.measure.example import EXAMPLE
    >>> len(resembling(resemblance(EXAMPLE.answers)).data[0].x)
    11
    """
    rows = _rows(found)
    marks = [one for _, one in rows]
    families = [isinstance(one, FamilyResemblance) for one in marks]
    figure = go.Figure(
        go.Scatter(
            x=[one.r for one in marks],
            y=list(range(len(rows))),
            error_x=error_bars((one.r, one.low, one.high) for one in marks),
            mode="markers",
            marker=landmark(
                [CLEAR if one.is_clear else TEXT for one in marks],
                [isinstance(one, Resemblance) and one.role.adverts_only for one in marks],
                [15 if family else 12 for family in families],
            ),
            text=[label for label, _ in rows],
            hovertemplate="%{text}: %{x:.2f}<extra></extra>",
        )
    )
    figure.add_vline(0, line={"color": TEXT, "width": 2})
    figure.update_layout(template=TEMPLATE, height=ROW * len(rows) + 60, margin={"l": 150, "b": 48})
    figure.update_xaxes(range=[-1.05, 1.05], tickvals=[-1, 0, 1], zeroline=False)
    name_across(figure, "← opposite  ·  correlation  ·  same →")
    return figure.update_yaxes(**row_axis([label for label, _ in rows]))


def _rows(found: Sequence[Resemblance]) -> list[tuple[str, Resemblance | FamilyResemblance]]:
    """Return label and resemblance of each row; a family of several has a row before its titles."""
    rows: list[tuple[str, Resemblance | FamilyResemblance]] = []
    for one in by_family(found):
        several = len(one.titles) > 1
        if several:
            rows.append((one.family.name, one))
        for title in one.titles:
            name = f"\N{EN DASH} {title.role.name}" if several else title.role.name
            rows.append((f"<b>{name}</b>" if title.role.pair else name, title))
    return rows
