"""What an advert says: a page to print, and a table of its phrases for spreadsheets."""

from collections.abc import Sequence

from rolekit.adverts.reading import AdvertReading
from rolekit.adverts.rewrite import Point
from rolekit.adverts.words import notes
from rolekit.base.page import boxes, brief, paragraph, short, table
from rolekit.base.spreadsheet import spreadsheet_csv
from rolekit.record.instrument import load_instrument


def advert_brief(reading: AdvertReading, points: Sequence[Point] = ()) -> str:
    """Return an HTML page on an advert: its position, kinds of work, demands and what to change.

    >>> from rolekit import read_advert
    >>> page = advert_brief(read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java"))
    >>> page.count("<tr>")
    13
    """
    rows = [
        (
            facet.name,
            facet.pole.replace("_", " "),
            str(reading.facets[facet.id]),
            _said(reading, facet.id),
        )
        for facet in load_instrument().facets
    ]
    asks = reading.asks
    blocks = [
        paragraph(
            f"Lean {reading.lean:.0f} (likely range {reading.low:.0f} to {reading.high:.0f}), "
            "where -100 is all analytics and 100 all engineering. Machine-learning depth "
            f"{reading.depth:.0f} out of 100 (likely range {reading.depth_low:.0f} to "
            f"{reading.depth_high:.0f})."
        ),
        table(("kind of work", "side", "phrases", "strongest phrases"), rows),
        *(paragraph(note) for note in notes(reading)),
        paragraph("In plain counts. " + " ".join(f"{count}." for count in asks.counts)),
        boxes([point.text for point in points] or list(asks.advice)),
    ]
    return brief("What this advert describes", reading.verdict, blocks)


def _said(reading: AdvertReading, facet: str) -> str:
    mine = [phrase for phrase in reading.phrases if phrase.facet == facet]
    strongest = sorted(mine, key=lambda phrase: -abs(phrase.pull))[:3]
    return ", ".join(short(phrase.text) for phrase in strongest)


def phrases_csv(reading: AdvertReading) -> str:
    r"""Return the phrases of an advert as CSV, with the points that each adds to lean and depth.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java")
    >>> phrases_csv(reading).splitlines()[0].lstrip("\ufeff")
    'phrase,term,kind of work,lean,depth'
    """
    rows = [
        [one.text, one.term, one.facet, round(one.pull, 2), round(one.depth_pull, 2)]
        for one in reading.phrases
    ]
    return spreadsheet_csv([["phrase", "term", "kind of work", "lean", "depth"], *rows])
