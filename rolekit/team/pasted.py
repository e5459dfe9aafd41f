"""The people of a team out of what is pasted: a line each, or the table that was kept.

A line holds a name and a response code, with whatever people put between the two. Lines that
cannot be read are handed back with the reason, so that they can be put right; the others count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rolekit.errors import RolekitError, TeamError
from rolekit.record.codes import beginnings
from rolekit.team.team import Member, Team, from_csv, person

LONGEST = 100_000  # characters: a team of hundreds
MOST = 60  # people; beyond that it is no team

_LINE = re.compile(r"\s*(?P<name>.*?)[\s,;:|\"'-]*(?P<code>R[O0][1IL]E[1-9IL].*)", re.IGNORECASE)


@dataclass(frozen=True)
class PeopleRead:
    """What was read.

    people
        In the order of the text.
    problems
        (line, reason) for each line that could not be read.
    """

    people: tuple[Member, ...]
    problems: tuple[tuple[str, str], ...]


def read_people(text: str, team: Team) -> PeopleRead:
    """Read people who are to join a team: "Ada, ROLE1-..." a line, or what `to_csv` wrote.

    >>> read = read_people("Ada: ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C\\nBen, soon", Team())
    >>> [person.name for person in read.people], read.problems[0][1]
    (['Ada'], 'There is no code in this line. A code starts with ROLE1-.')
    """
    if len(text) > LONGEST:
        raise TeamError(f"This text has {len(text):,} characters, far more than a team has.")
    kept = text.lstrip("\ufeff \n").startswith("name,")
    given: list[str | Member] = [*from_csv(text.strip()).people] if kept else [*text.splitlines()]
    people: list[Member] = []
    problems: list[tuple[str, str]] = []
    for one in given:
        if isinstance(one, str) and not one.strip():
            continue
        try:
            if len(team.people) >= MOST:
                raise TeamError(f"A team has {MOST} people at the most here.")
            joining = _read(one) if isinstance(one, str) else one
            team = team.joined_by(joining)
        except RolekitError as problem:
            problems.append((one if isinstance(one, str) else one.name, str(problem)))
        else:
            people.append(joining)
    return PeopleRead(tuple(people), tuple(problems))


def _read(line: str) -> Member:
    found = _LINE.fullmatch(line)
    if not found:
        raise TeamError(f"There is no code in this line. A code starts with {beginnings()}.")
    if not found["name"].strip():
        raise TeamError("There is no name before the code. Any name will do, such as A.")
    return person(found["name"], found["code"])
