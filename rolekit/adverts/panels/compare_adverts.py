"""Two adverts side by side: the same title need not be the same job."""

import ipywidgets

from rolekit.adverts.figures.advert_map import advert_map
from rolekit.adverts.figures.highlighted import highlighted
from rolekit.adverts.panels.advert_entry import AdvertEntry
from rolekit.adverts.panels.advert_reader import facets_html
from rolekit.adverts.words import describe_comparison
from rolekit.base.ui.panel import Panel, grid
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence

WAITING = "Read two adverts to see them here side by side."


class CompareAdverts(Panel):
    """Two fields for adverts; both on one map, with what only one of them mentions."""

    def __init__(self) -> None:
        """Begin with two empty fields."""
        self._entries = (
            AdvertEntry("The first advert", lines=6),
            AdvertEntry("The second advert", example=1, lines=6),
        )
        self._picture, self._said = Picture(), Sentence()
        self._words = (ipywidgets.HTML(), ipywidgets.HTML())
        self._side_by_side = (grid("rk-two", self._entries), grid("rk-two", self._words))
        super().__init__([])
        for entry in self._entries:
            entry.observe(lambda _: self._show(), "reading")
        self._show()

    def _show(self) -> None:
        fields, words = self._side_by_side
        one, other = (entry.reading for entry in self._entries)
        shown: tuple[ipywidgets.Widget, ...] = (fields, self._said)
        if one is None or other is None:
            self._said.text = WAITING
        else:
            text = f"The first: {one.verdict} The second: {other.verdict} "
            self._picture.show(advert_map([one, other]), text + describe_comparison(one, other))
            for html, reading in zip(self._words, (one, other), strict=True):
                read = f'<div class="rk-scroll">{highlighted(reading)}</div>'
                html.value = facets_html(reading) + read
            shown = (fields, self._picture, words)
        self.children = shown
