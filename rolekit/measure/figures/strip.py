"""The strip as a picture without Plotly: on the page for phones, and until Plotly has come."""

from typing import Any

from rolekit.measure.figures.spectrum import REACH, RULES
from rolekit.measure.roles import roles


def strip_parts(**rules: float) -> dict[str, Any]:
    """Return what the script beside this module draws: the core roles, and by what rules.

    >>> strip_parts(highest=10)["rules"]["highest"]
    10
    """
    landmarks = [{"name": role.name, "lean": role.lean} for role in roles() if role.core]
    return {"landmarks": landmarks, "rules": {**RULES, "reach": REACH, **rules}}
