"""Controls that all steps use: one choice of several, and tidy text."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets

from rolekit.base.ui.slider import Slider
from rolekit.errors import RolekitError


def choice(label: str, options: Sequence[Any], value: Any = None) -> ipywidgets.ToggleButtons:
    """Return buttons of which one can be down; none is at first, unless a value is given."""
    return ipywidgets.ToggleButtons(description=label, options=options, value=value)


def setting(label: str, least: int, most: int, value: int, unit: str) -> Slider:
    """Return a slider that has a value from the start, in steps of 5."""
    return Slider(label=label, least=least, most=most, value=value, unit=unit, clearable=False)


def number(slider: Slider) -> int:
    """Return what a setting says."""
    return slider.value or 0


def told(act: Callable[[], str], refused: str = "") -> str:
    """Return what an act has to say, or after `refused` why it could not be done."""
    try:
        return act()
    except RolekitError as problem:
        return f"{refused}{problem}"


def text(*lines: str) -> ipywidgets.HTML:
    """Return paragraphs; what they say is escaped."""
    return ipywidgets.HTML("".join(f"<p>{escape(line)}</p>" for line in lines))
