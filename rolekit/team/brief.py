"""The phrases of an advert, and the coverage of a team, as tables for spreadsheets.

Neither holds an answer of anybody: the table with a team's people is `rolekit.team.to_csv`, which
is for its owner alone.
"""

from __future__ import annotations

from rolekit.adverts import AdvertReading
from rolekit.cohort.export import spreadsheet_csv
from rolekit.errors import TeamError
from rolekit.team import TOO_FEW, Gap, Team


def phrases_csv(reading: AdvertReading) -> str:
    """Return the phrases of an advert as CSV, with the points that each adds to lean and depth.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java")
    >>> phrases_csv(reading).splitlines()[0]
    'phrase,term,kind of work,lean,depth'
    """
    rows = [
        [one.text, one.term, one.facet, round(one.pull, 2), round(one.depth_pull, 2)]
        for one in reading.phrases
    ]
    return spreadsheet_csv([["phrase", "term", "kind of work", "lean", "depth"], *rows])


def coverage_csv(team: Team, before: Gap) -> str:
    """Return what a team gives and lacks as CSV, a row a facet; names only where it has agreed.

    Raises `TeamError` for one or two people who have not.

    >>> from rolekit.team import compose, gap
    >>> team = compose({name: {"statistics": 80} for name in ("Ada", "Ben", "Cleo")})
    >>> coverage_csv(team, gap(team, {"statistics": 90})).splitlines()[2]
    'statistics,analytics,3,80,10,'
    """
    if not team.shows_highest:
        raise TeamError(TOO_FEW)
    rows = [
        [
            one.facet,
            one.pole,
            one.givers,
            None if one.highest is None else round(one.highest),
            round(before.short[one.facet]) if one.facet in before.short else None,
            "; ".join(one.names),
        ]
        for one in team.coverage
    ]
    heads = ["kind of work", "side", "give 60 or more", "highest", "short by", "who"]
    return spreadsheet_csv([heads, *rows])
