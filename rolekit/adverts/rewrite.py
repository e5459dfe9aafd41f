"""What to change in an advert so that it describes the role that is really meant.

A list to work through, and no text to copy: only who knows the vacancy can say what is true of it.
Each point follows from numbers that can be looked up. A kind of work that the role does more than
the other roles (a score of 55 or more out of 100), and of which the advert says nothing, is to be
*added*, if it is part of the job. One that the role does less (40 or less), while the advert
speaks of it more than a typical one does, is to be *left out*, or moved down. The rest are the
title, and what is asked for in years and must-haves.
"""

from dataclasses import dataclass

from rolekit.adverts.reading import AdvertReading
from rolekit.measure.roles import Role
from rolekit.record.instrument import load_instrument

MUCH = 55  # of 100, 50 being the mean of the four core roles
LITTLE = 40
SHOWN = 4  # phrases named in a point

KINDS = {
    "title": "The title",
    "add": "Say, if it is part of the job",
    "less": "Leave out, or move down",
    "asks": "What is asked for",
}


@dataclass(frozen=True)
class Point:
    """A point of the list: its `kind`, one of `KINDS`, and what to do in a sentence or two."""

    kind: str
    text: str
    facet: str | None = None


def checklist(reading: AdvertReading, role: Role) -> tuple[Point, ...]:
    """Return what to change, in the order of `KINDS`; nothing where the advert says it already.

    >>> from rolekit import read_advert, roles
    >>> reading = read_advert("Analyst. SQL, Excel, Tableau, dashboards, statistics, A/B tests")
    >>> engineer = next(role for role in roles() if role.id == "ml_engineer")
    >>> [point.facet for point in checklist(reading, engineer) if point.kind == "add"][:2]
    ['architecture', 'infrastructure']
    """
    points = []
    if reading.titled is None or reading.titled.id != role.id:
        titled = f"is titled {reading.title}" if reading.title else "has no title that we know"
        points.append(Point("title", f"It {titled}; you mean a role like {role.name}."))
    for facet in load_instrument().facets:
        if role.profile.get(facet.id, 0) >= MUCH and not reading.facets[facet.id]:
            short = next(one for one in load_instrument().short_items if one.facet == facet.id)
            said = short.statement[0].lower() + short.statement[1:]
            text = f"{facet.name}: it says nothing about this. For example: {said}."
            points.append(Point("add", text, facet.id))
    for facet in load_instrument().facets:
        little = role.profile.get(facet.id, MUCH) <= LITTLE
        if little and reading.profile[facet.id] > MUCH:
            quoted = [f'"{one.text}"' for one in reading.phrases if one.facet == facet.id]
            more = f" and {len(quoted) - SHOWN} more" if len(quoted) > SHOWN else ""
            text = f"{facet.name}: it says {', '.join(quoted[:SHOWN])}{more}."
            points.append(Point("less", text, facet.id))
    points += [Point("asks", sentence) for sentence in reading.asks.advice]
    return tuple(points)


def to_markdown(points: tuple[Point, ...], role: Role) -> str:
    """Write the list as a page with boxes to tick.

    >>> from rolekit import roles
    >>> print(to_markdown((Point("title", "It has no title."),), roles()[0]))
    # An advert for a role like Data analyst
    <BLANKLINE>
    ## The title
    <BLANKLINE>
    - [ ] It has no title.
    <BLANKLINE>
    """
    blocks = [f"# An advert for a role like {role.name}"]
    for kind, heading in KINDS.items():
        if mine := [f"- [ ] {point.text}" for point in points if point.kind == kind]:
            blocks += [f"## {heading}", "\n".join(mine)]
    return "\n\n".join(blocks) + "\n"
