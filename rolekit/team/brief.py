"""What a team gives and lacks: a page to print, and a table for spreadsheets.

Neither holds anybody's answers. The table with a team's people is `rolekit.team.to_csv`, and it is
for the team's owner alone.
"""

from collections.abc import Sequence

from rolekit.base.page import brief, paragraph, table
from rolekit.base.spreadsheet import spreadsheet_csv
from rolekit.errors import TeamError
from rolekit.record.instrument import load_instrument
from rolekit.team.hires import Hire, Shortfall
from rolekit.team.team import GIVES, TOO_FEW, Team
from rolekit.team.words import describe_closing, describe_hanging, describe_team


def coverage_csv(team: Team, before: Shortfall) -> str:
    """Return what a team gives and lacks as CSV, one row a facet; names only if it has agreed.

    Raises `TeamError` for one or two people who have not agreed.

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


def team_brief(
    team: Team,
    target: str,
    before: Shortfall,
    steps: Sequence[Hire],
    each: Sequence[Hire] = (),
    invented: bool = False,
) -> str:
    """Return an HTML page on a team: coverage, the gap to a target, and who would close it.

    `target` says in words what is wanted; `each` is what every vacancy would close by itself.
    Names are on the page only if the team has agreed. Raises `TeamError` for one or two people who
    have not: readers would know whose wish it is.

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
            one.pole.replace("_", " "),
            f"{one.givers} of {len(team.people)}" + (", depends on one" if one.givers == 1 else ""),
            "" if one.highest is None else f"{one.highest:.0f}",
            f"{before.short[one.facet]:.0f}" if one.facet in before.short else "",
            ", ".join(one.names),
        )
        for one in team.coverage
    ]
    heads = ("kind of work", "side", f"give {GIVES} or more", "highest", "short by", "who")
    told, hanging = describe_team(team), describe_hanging(team, before.short)
    used = len(heads) if team.agreed else len(heads) - 1
    blocks = [
        paragraph(told),
        table(heads[:used], [row[:used] for row in rows]),
        paragraph(describe_closing(before, steps)),
        *([] if hanging in told else [paragraph(hanging)]),
        alone_table(each),
        paragraph(
            "This assumes that a hire gives what the vacancy describes, and nobody knows that yet."
        ),
    ]
    whose = "An invented team. " if invented else ""
    return brief("What this team gives, and what it lacks", f"{whose}Wanted: {target}.", blocks)


def alone_table(each: Sequence[Hire]) -> str:
    """Return as HTML what each vacancy would close by itself, or nothing where there is none."""
    points = [(hire.vacancy, f"{hire.gain:.0f}" if round(hire.gain) else "none") for hire in each]
    return table(("each vacancy alone", "points closed"), points) if points else ""
