"""A page to print: what an advert says, or what a team lacks, on one sheet.

It is a page of its own, with its style inside and nothing to be fetched, so that it opens anywhere
and can be handed on. What it is not for stands on it, since it travels without the notebook. All
that was pasted is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from rolekit.adverts import AdvertReading
from rolekit.describe import describe_closing, describe_team
from rolekit.errors import TeamError
from rolekit.instrument import POLES, load_instrument
from rolekit.rewrite import Point
from rolekit.team import GIVES, TOO_FEW, Gap, Step, Team

NOT_FOR = (
    "Not for ranking or choosing people. It counts words and adds up wishes; wishes are not "
    "skills, and nobody's fitness is in it. Systems that filter or rate applicants are high-risk "
    "under EU law (Regulation (EU) 2024/1689, Annex III, point 4): do not use this as one."
)
MOST_ROWS = 8  # sentences of a list, so that it stays one page
MOST_LETTERS = 160  # of each of them


def advert_brief(reading: AdvertReading, points: Sequence[Point] = ()) -> str:
    """Return an HTML page on an advert: its place, kinds of work, what it asks for, what to change.

    >>> from rolekit import read_advert
    >>> page = advert_brief(read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java"))
    >>> page.count("<tr>")
    13
    """
    rows = [
        (facet.name, _POLES[facet.pole], str(reading.facets[facet.id]), _said(reading, facet.id))
        for facet in load_instrument().facets
    ]
    asks = reading.asks
    years = "no years" if asks.years is None else f"{asks.years} years"
    blocks = [
        _paragraph(
            f"Lean {reading.lean:.0f}, from {reading.low:.0f} to {reading.high:.0f} (-100 is all "
            "analytics, 100 all engineering). Machine-learning depth "
            f"{reading.depth:.0f} of 100, from {reading.depth_low:.0f} to {reading.depth_high:.0f}."
        ),
        _table(("kind of work", "side", "phrases", "the strongest of them"), rows),
        _paragraph(f"It asks for {years} of experience and lists {asks.must_haves} must-haves."),
        _list([point.text for point in points] or list(asks.advice)),
    ]
    return _page("What this advert describes", reading.verdict, blocks)


def team_brief(
    team: Team, target: str, before: Gap, steps: Sequence[Step], invented: bool = False
) -> str:
    """Return an HTML page on a team: coverage, the gap to a target, and who would close it.

    `target` says in words what is wanted. Names are on it only where the team has agreed. Raises
    `TeamError` for one or two people who have not: it would be known whose wish it is.

    >>> from rolekit.team import compose, gap
    >>> team = compose({name: {"statistics": 80} for name in ("Ada", "Ben", "Cleo")})
    >>> "Ada" in team_brief(team, "more numbers", gap(team, {"statistics": 90}), ())
    False
    """
    names = {facet.id: facet.name for facet in load_instrument().facets}
    if not team.shows_highest:
        raise TeamError(TOO_FEW)
    rows = [
        (
            names[one.facet],
            _POLES[one.pole],
            f"{one.givers} of {len(team.people)}" + (", alone" if one.givers == 1 else ""),
            "" if one.highest is None else f"{one.highest:.0f}",
            f"{before.short[one.facet]:.0f}" if one.facet in before.short else "",
            ", ".join(one.names),
        )
        for one in team.coverage
    ]
    heads = ("kind of work", "side", f"give {GIVES} or more", "highest", "short by", "who")
    used = len(heads) if team.agreed else len(heads) - 1
    blocks = [
        _paragraph(describe_team(team)),
        _table(heads[:used], [row[:used] for row in rows]),
        _paragraph(f"Wanted: {target}. {describe_closing(before, steps)}"),
        _paragraph("A hire counts as giving what the vacancy describes, which nobody knows yet."),
    ]
    whose = "An invented team. " if invented else ""
    return _page("What this team gives, and what it lacks", f"{whose}Wanted: {target}.", blocks)


_POLES = {pole: pole.replace("_", " ") for pole in POLES}


def _said(reading: AdvertReading, facet: str) -> str:
    mine = [phrase for phrase in reading.phrases if phrase.facet == facet]
    strongest = sorted(mine, key=lambda phrase: -abs(phrase.pull))[:3]
    return ", ".join(_short(phrase.text) for phrase in strongest)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} ..."


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th scope='col'>{escape(one)}</th>" for one in heads)
    body = []
    for first, *others in rows:
        cells = "".join(f"<td>{escape(one)}</td>" for one in others)
        body.append(f"<tr><th scope='row'>{escape(first)}</th>{cells}</tr>")
    return f"<table><tr>{head}</tr>\n" + "\n".join(body) + "</table>"


def _list(sentences: Sequence[str]) -> str:
    items = [f"<li>{escape(_short(one))}</li>" for one in sentences[:MOST_ROWS]]
    if len(sentences) > MOST_ROWS:
        items.append(f"<li>and {len(sentences) - MOST_ROWS} more, in the notebook</li>")
    return f"<ul class='boxes'>{''.join(items)}</ul>" if items else ""


def _page(title: str, lead: str, blocks: Iterable[str]) -> str:
    return _PAGE.format(
        title=escape(title),
        lead=escape(_short(lead)),
        blocks="\n".join(blocks),
        not_for=escape(NOT_FOR),
    )


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: auto; margin: 14mm; }}
body {{ max-width: 180mm; margin: 6mm auto; padding: 0 4mm; color: #1a1a1a; background: #fff;
  font: 10pt/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
h1 {{ margin: 0 0 2mm; font-size: 17pt; }}
p {{ margin: 0 0 3mm; overflow-wrap: anywhere; }}
.lead {{ font-size: 12.5pt; font-weight: 600; }}
table {{ width: 100%; margin: 0 0 4mm; border-collapse: collapse; }}
th, td {{ padding: 0.8mm 2mm; text-align: left; border-bottom: 0.2mm solid #999;
  vertical-align: top; overflow-wrap: anywhere; }}
th[scope=col] {{ font-size: 9pt; border-bottom: 0.4mm solid #1a1a1a; }}
th[scope=row] {{ font-weight: 600; white-space: nowrap; }}
.boxes {{ margin: 0 0 4mm; padding: 0; list-style: none; }}
.boxes li {{ padding-left: 6mm; text-indent: -6mm; margin-bottom: 1mm; overflow-wrap: anywhere; }}
.boxes li::before {{ content: "\\25A1"; display: inline-block; width: 6mm; text-indent: 0; }}
.not-for {{ padding: 2.5mm 3mm; border: 0.4mm solid #1a1a1a; font-size: 9pt; }}
@media print {{ body {{ margin: 0 auto; padding: 0; font-size: 9pt; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="lead">{lead}</p>
{blocks}
<p class="not-for">{not_for}</p>
</body>
</html>
"""
