"""The elements that ipywidgets does not have, each a small anywidget of ours.

ipywidgets' slider cannot be *not answered*, its handle has no name that a screen reader could say,
it has no live region, no button that copies, and no list or button that hears arrow keys. So these
bring a few lines of JavaScript each (`static/`), on the browser's own controls.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

STATIC = Path(__file__).parent / "static"


class Slider(anywidget.AnyWidget):
    """A native range input in its label: `value` is a whole number in steps of 5, or None.

    It is None, and looks so, until it is touched by mouse, finger or keyboard; a click or Enter
    answers with the position where it stands, Delete takes the answer back. `sides` names the two
    ends where the scale has two directions; `unit` is what follows the number where it has one. A
    slider that is not `clearable` is a setting: it has a value from the start. `disabled` keeps the
    value as it is; `focused` takes the keyboard's focus once, when it is first shown.
    """

    _esm = STATIC / "slider.js"
    _css = STATIC / "slider.css"
    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    least = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(100).tag(sync=True)
    sides = traitlets.List(traitlets.Unicode()).tag(sync=True)
    unit = traitlets.Unicode("of 100").tag(sync=True)
    clearable = traitlets.Bool(True).tag(sync=True)
    value = traitlets.Int(None, allow_none=True).tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    focused = traitlets.Bool(False).tag(sync=True)


class Choice(anywidget.AnyWidget):
    """A native list in its label: `value` is one of `options`, and the arrow keys choose it."""

    _esm = STATIC / "choice.js"
    _css = STATIC / "choice.css"
    label = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)


class Sentence(anywidget.AnyWidget):
    """A sentence in a polite live region.

    Where `names_picture` is set, the picture beside it gets the sentence as its name.
    """

    _esm = STATIC / "sentence.js"
    _css = STATIC / "panel.css"
    text = traitlets.Unicode().tag(sync=True)
    names_picture = traitlets.Bool(False).tag(sync=True)


class CodeBox(anywidget.AnyWidget):
    """A response code with a button that copies it."""

    _esm = STATIC / "code_box.js"
    code = traitlets.Unicode().tag(sync=True)


class PairCards(anywidget.AnyWidget):
    """Pairs to choose from, two cards at a time, by click or by the left and right arrow keys.

    `pairs` holds the texts, [left, right]; `choices` 0 (left), 1 (right) or None for each; `at` is
    the pair that is shown, from 0; at the number of pairs the game is over.
    """

    _esm = STATIC / "pair_cards.js"
    _css = STATIC / "pair_cards.css"
    pairs = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    choices = traitlets.List(traitlets.Int(allow_none=True)).tag(sync=True)
    at = traitlets.Int(0).tag(sync=True)
