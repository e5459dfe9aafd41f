"""An advert read: where it is, which words pulled it there, what it leaves out, what it asks."""

from html import escape

import ipywidgets
import traitlets

from rolekit.adverts.brief import advert_brief, phrases_csv
from rolekit.adverts.figures.advert_map import advert_map
from rolekit.adverts.figures.highlighted import highlighted
from rolekit.adverts.panels.advert_entry import AdvertEntry
from rolekit.adverts.reading import AdvertReading
from rolekit.adverts.words import describe_advert
from rolekit.base.sentences import counted, judged
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.radio import Radio
from rolekit.base.ui.sentence import Sentence
from rolekit.measure.figures.resembling import resembling
from rolekit.record.instrument import POLES, SIDES, load_instrument

KEY = (
    "<p><b>The words that count.</b> A full line and an arrow to the left mean towards analytics. "
    "A dashed line and an arrow to the right mean towards engineering. Dotted words pull to "
    "neither side, though perhaps to more or less machine learning. The number is points of lean. "
    "Grey words with a dotted line were left out: point at them to see why. The buttons above "
    "count them after all.</p>"
)
QUESTION = "Before you read it: judging by its title, which side does it lean towards?"
GUESSES = (*SIDES, "neither side")
NO_EXCLUDING = "It has none of the phrases on our list that may keep people away."


class AdvertReader(Panel):
    """A field for an advert, and everything read of it; `reading` is the same for other panels.

    >>> AdvertReader().reading is None
    True
    """

    reading = traitlets.Instance(AdvertReading, allow_none=True)

    def __init__(self) -> None:
        """Begin with an empty field."""
        self._guess = Radio(label=QUESTION, options=[[guess, ""] for guess in GUESSES])
        self._entry, self._answer = AdvertEntry("The advert"), Sentence(at_once=True)
        self._map, self._likeness = Picture(), Picture()
        self._words, self._counts = ipywidgets.HTML(), ipywidgets.HTML()
        self._brief = Handout(name="advert-brief.html", kind="text/html", label="the brief")
        self._table = Handout(name="advert-phrases.csv", kind="text/csv", label="the phrases")
        super().__init__([self._guess, self._entry])
        traitlets.dlink((self._entry, "reading"), (self, "reading"))
        self.observe(lambda _: self._show(), "reading")

    def _show(self) -> None:
        reading = self.reading
        if reading is None:
            self.children = (self._guess, self._entry)
            return
        guess = None if self._guess.value is None else GUESSES[self._guess.value]
        self._answer.text = judged(guess, guess == reading.side, f"it leans towards {reading.side}")
        self._map.show(advert_map([reading]), describe_advert(reading))
        self._words.value = f'{KEY}<div class="rk-scroll">{highlighted(reading)}</div>'
        self._counts.value = facets_html(reading) + _asks(reading)
        self._brief.content, self._table.content = advert_brief(reading), phrases_csv(reading)
        shown = [self._guess, self._entry, self._answer, self._map, self._words, self._counts]
        if reading.resemblance:
            self._likeness.show(resembling(reading.resemblance), _likeness(reading))
            shown.append(self._likeness)
        self.children = (*shown, self._brief, self._table)


def facets_html(reading: AdvertReading) -> str:
    """Return as HTML which kinds of work an advert mentions, side by side, and which not.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java")
    >>> facets_html(reading).count("<li")
    12
    """
    rows = []
    for pole in POLES:
        cells = []
        for facet in load_instrument().facets_of(pole):
            n = reading.facets[facet.id]
            what = counted(n, "phrase") if n else "not a word"
            kind = pole if n else "none"
            name = escape(facet.name)
            cells.append(f'<li class="rk-chip rk-{kind}"><b>{name}</b> {what}</li>')
        name = pole.replace("_", " ").capitalize()
        rows.append(f'<p>{name}</p><ul class="rk-chips">{"".join(cells)}</ul>')
    return f"<p><b>What it mentions, and what it doesn't</b></p>{''.join(rows)}"


def _asks(reading: AdvertReading) -> str:
    asks = reading.asks
    said = "".join(f"<li>{escape(one)}</li>" for one in asks.counts)
    advice = list(asks.advice)
    if not asks.excluding:
        advice.append(NO_EXCLUDING)
    told = "".join(f"<li>{escape(one)}</li>" for one in advice)
    return (
        f"<p><b>What it asks for</b>, as plain counts</p><ul>{said}</ul>"
        f"<p><b>Advice</b></p><ul>{told}</ul>"
    )


def _likeness(reading: AdvertReading) -> str:
    rows = [
        f"{one.role.said} {one.r:.2f} (from {one.low:.2f} to {one.high:.2f})"
        for one in reading.resemblance
    ]
    return f"Correlation with each role's profile, with a 95% interval: {'; '.join(rows)}."
