"""The cards of the game of pairs, which hear the arrow keys."""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class PairCards(anywidget.AnyWidget):
    """Pairs to choose from, two cards at a time, by click or by the left and right arrow keys.

    `pairs` holds the texts, [left, right]; `choices` 0 (left), 1 (right) or None for each; `at` is
    the pair that is shown, from 0; at the number of pairs the game is over.
    """

    _esm = script(__file__)
    _css = style(__file__)
    pairs = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    choices = traitlets.List(traitlets.Int(allow_none=True)).tag(sync=True)
    at = traitlets.Int(0).tag(sync=True)
