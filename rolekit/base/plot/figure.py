"""What becomes of a figure: plain data for a live page, part of a saved one; Plotly itself."""

import gzip
import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

from plotly.graph_objects import Figure as Figure  # handed on to those who may not import Plotly

from rolekit.base.plot.palette import OUTLINE

# A figure as plain data. What a slider moves is drawn so: Plotly's own figure takes milliseconds to
# be checked, and is made of it where one is asked for.
Spec = dict[str, Any]


def plain(figure: Figure | Spec) -> Spec:
    """Return a figure as plain data: its traces as a list, its layout as a dictionary.

    What is plain data already may still hold a template of Plotly's.

    >>> plain(Figure(layout={"height": 300}))["layout"]["height"]
    300
    """
    if isinstance(figure, dict):
        text = json.dumps(figure, default=lambda template: template.to_plotly_json())
    else:
        text = figure.to_json()
    # Six digits are finer than any screen, and the same on every machine.
    content = json.loads(text, parse_float=lambda x: float(f"{float(x):.6g}"))
    return {"data": content["data"], "layout": content["layout"]}


def changes(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Return what turns one plain figure into another: all of it, or what differs.

    What differs is a dictionary of properties for each trace, and one for the layout; a property
    that is gone is None.

    >>> one, other = ({"data": [{"x": [x], "y": [5]}], "layout": {}} for x in (1, 2))
    >>> changes(one, other)
    {'data': [{'x': [2]}], 'layout': {}}
    >>> changes({}, one) == {"whole": one}
    True
    """
    if len(old.get("data", ())) != len(new["data"]):
        return {"whole": new}
    traces = [_different(was, now) for was, now in zip(old["data"], new["data"], strict=True)]
    return {"data": traces, "layout": _different(old["layout"], new["layout"])}


def _different(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {
        name: new.get(name) for name in old.keys() | new.keys() if old.get(name) != new.get(name)
    }


def saved_html(figure: Figure, name: str) -> str:
    """Return a figure as a part of a page that has `plotly_script`; `name` is its id there."""
    # A saved picture has no page behind it.
    figure.update_layout(paper_bgcolor="white", font_color=OUTLINE)
    html: str = figure.to_html(
        full_html=False,
        include_plotlyjs=False,
        div_id=name,
        default_height=f"{figure.layout.height}px",
        config={"displayModeBar": False, "responsive": True},
    )
    return html


def plotly_script() -> str:
    """Return Plotly itself, about 5 MB."""
    return _plotly().decode("utf-8")


@cache
def packed_plotly() -> bytes:
    """Return Plotly itself for a page that unpacks it: gzip, about 1.5 MB."""
    return gzip.compress(_plotly(), 4, mtime=0)


def _plotly() -> bytes:
    # Without an import of Plotly, which a page that only wants its script does not need.
    found = importlib.util.find_spec("plotly")
    assert found
    assert found.origin
    return (Path(found.origin).parent / "package_data" / "plotly.min.js").read_bytes()
