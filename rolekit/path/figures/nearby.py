"""The ways out of one job into each other role, by how many skills have the same name."""

import plotly.graph_objects as go

from rolekit.base.plot.marks import outlined
from rolekit.base.plot.palette import FAINT, PLANNED, TEXT
from rolekit.path.figures.skill_rows import frame, place_rows
from rolekit.path.framework import Target
from rolekit.path.transition import describe_counts, neighbours

# Pattern and colour both tell the parts apart.
PARTS = {
    "carries over": ("carries over", PLANNED, ""),
    "rises": ("rises", PLANNED, "/"),
    "akin": ("new, but similar", FAINT, "."),
    "new": ("new", FAINT, ""),
}


def nearby(start: Target) -> go.Figure:
    """Draw a bar for each other role: the skills that it needs, and how they are reached.

    >>> from rolekit.path.framework import target
    >>> [bar.name for bar in nearby(target("data_scientist", "Data scientist")).data[1:]]
    ['carries over', 'rises', 'new, but similar', 'new']
    """
    ways = neighbours(start)
    counts = {part: [len(way.of(part)) for way in ways] for part in PARTS if part != "akin"}
    counts["akin"] = [sum(bool(change.akin) for change in way.of("new")) for way in ways]
    counts["new"] = [new - kin for new, kin in zip(counts["new"], counts["akin"], strict=True)]
    names = [f"{way.end.grade}\n{describe_counts(way)}" for way in ways]
    rows, words, height = place_rows([("", names)], left=0)
    figure = go.Figure(
        [
            words,
            *(
                go.Bar(
                    name=name,
                    orientation="h",
                    x=counts[part],
                    y=rows,
                    width=17,
                    marker=outlined(colour, pattern={"shape": shape, "fgcolor": TEXT, "size": 6}),
                    hovertemplate=f"{name}: %{{x}}<extra></extra>",
                )
                for part, (name, colour, shape) in PARTS.items()
            ),
        ]
    )
    frame(figure, height, top=8)
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    figure.update_xaxes(range=[0, 12], visible=False)
    return figure
