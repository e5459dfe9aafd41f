"""The people of a team out of what is pasted: a list, a table, a chat, or the table that was kept.

The codes are found as everywhere (`rolekit.record.read_codes`). The name is what is before the
code, or after it, or on the line above or below. What cannot be read is handed back line by line
with the reason, so it can be put right; the others count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from rolekit.errors import RolekitError, TeamError
from rolekit.record.codes import beginnings
from rolekit.record.proof import START, Proven
from rolekit.record.read_codes import Damaged, find_codes
from rolekit.record.wrappings import plain
from rolekit.team.kept import from_csv, is_kept
from rolekit.team.names import (
    LONGEST_NAME,
    has_stamp,
    initials,
    is_head,
    is_heading,
    is_sender,
    name_in,
)
from rolekit.team.team import Member, Team, person

LONGEST = 100_000  # characters: a team of hundreds
MOST = 60  # people; beyond that it is no team

_RULE = re.compile(r"[\s|:+=_-]*(?:---|===|___)[\s|:+=_-]*|[\s\[\]{}(),;<>]*")
_BRACKETS = str.maketrans("()", "  ")
NO_NAME = "There is no name before the code. Any name will do, such as A."


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


@dataclass
class _Line:
    """A line between two codes, or what stands beside a code in its line."""

    text: str
    number: int  # counted from 1
    is_used: bool = False  # as a name

    @property
    def name(self) -> str:
        """The name in it, "" where there is none, or where it is somebody's already."""
        if self.is_used or START.search(plain(self.text)):
            return ""
        name = name_in(self.text)
        return name if len(name) <= LONGEST_NAME else ""


def read_people(text: str, team: Team, short: bool = False) -> PeopleRead:
    """Read people who are to join a team: "Ada, ROLE1-..." a line, or what `to_csv` wrote.

    With `short`, people are named by their initials, but for a table that was kept. A person who is
    there already with this name and code is passed over. Raises `TeamError` for a
    text that is far too long, or where the kept table cannot be read.

    >>> read = read_people("Ada: ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C\\nBen, soon", Team())
    >>> [person.name for person in read.people], read.problems[0][1]
    (['Ada'], 'There is no code in this line. A code starts with ROLE1-.')
    """
    if not isinstance(text, str):
        raise TeamError(f"A team must be read from a text (got a {type(text).__name__}).")
    if len(text) > LONGEST:
        raise TeamError(
            f"This text has {len(text):,} characters, far more than a team has. Paste only names "
            "and codes."
        )
    if is_kept(text):
        short = False
        given: Iterable[tuple[str, Member | str]] = (
            (one.name, one) for one in from_csv(text).people
        )
    else:
        given = _given("\n".join(text.splitlines()))
    people: list[Member] = []
    problems: list[tuple[str, str]] = []
    for source, one in given:
        if isinstance(one, str):
            problems.append((source, one))
        elif not _is_there(one, team, short):
            try:
                if len(team.people) >= MOST:
                    raise TeamError(f"A team can have at most {MOST} people here. Paste fewer.")
                joining = _shortened(one, team) if short else one
                team.joined_by(one)  # so that a problem tells the name that was pasted
                team = team.joined_by(joining)
                people.append(joining)
            except RolekitError as problem:
                problems.append((source, str(problem)))
    return PeopleRead(tuple(people), tuple(problems))


def _is_there(one: Member, team: Team, short: bool) -> bool:
    """Return whether a person is in the team already, with this name and this response."""
    name = re.escape(initials(one.name)) + "(?: [0-9]+)?" if short else re.escape(one.name)
    known = [each.name for each in team.people if one.id is not None and each.id == one.id]
    return any(re.fullmatch(name, each) or each == one.name for each in known)


def _shortened(one: Member, team: Team) -> Member:
    """Return a person with initials for a name, and a number where somebody has them."""
    name = short = initials(one.name)
    taken = {each.name for each in team.people}
    for number in count(2):
        if name not in taken:
            break
        name = f"{short} {number}"
    return replace(one, name=name)


def _given(text: str) -> Iterator[tuple[str, Member | str]]:
    """Give each person, or what is wrong instead, with the lines that it is about."""
    found, damaged = find_codes(text)
    gaps = _gaps(text, found)
    wrong = {one.line: one.problem for one in damaged if isinstance(one, Damaged)}
    named = [_named(gaps[k], gaps[k + 1], k == 0, k + 1 == len(found)) for k in range(len(found))]
    for k, gap in enumerate(gaps):
        for line in _between(gap, k == 0, k == len(found)):
            if not k and found and is_heading(line.text):
                continue
            if problem := _problem(line, wrong, bool(found)):
                yield line.text, problem
        if k < len(found):
            start, end, response, _ = found[k]
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end)
            source = text[first : len(text) if last < 0 else last]
            try:
                yield source, person(named[k], response) if named[k] else NO_NAME
            except RolekitError as problem:
                yield source, str(problem)


def _gaps(text: str, found: list[Proven]) -> list[list[_Line]]:
    """Return the lines before, between and after the codes, the parts beside them included."""
    gaps, place, number = [], 0, 1
    for start, end in [*((start, end) for start, end, *_ in found), (len(text), len(text))]:
        parts = text[place:start].split("\n")
        gaps.append([_Line(part, number + n) for n, part in enumerate(parts)])
        number += text.count("\n", place, end)
        place = end
    return gaps


def _between(gap: list[_Line], is_first: bool, is_last: bool) -> list[_Line]:
    """Return the lines of a gap that hold no part of a code."""
    return gap[0 if is_first else 1 : len(gap) if is_last else -1]


def _named(before: list[_Line], after: list[_Line], is_first: bool, is_last: bool) -> str:
    """Return the name of a code, and mark where it was found."""
    above = [line for line in _between(before, is_first, False) if _may_name(line)]
    below = [line for line in _between(after, False, is_last) if _may_name(line)][:1]
    beside = before[-1:]
    # In a chat a line with the time says whose the next line is: "Here is my code: ...".
    speaker = [line for line in above if is_sender(line.text)][-1:]
    above = above[-1:]
    speaker += [line for line in above if has_stamp(line.text)]
    if "code" in beside[0].text.casefold():
        beside = speaker + beside
    for line in [*beside, *speaker, *after[:1], *above, *below]:
        if name := line.name:
            line.is_used = True
            return name
    return name_in(after[0].text.translate(_BRACKETS))


def _may_name(line: _Line) -> bool:
    """Return whether a line may say whose the code above or below it is, as a time alone cannot."""
    text = line.text
    return bool(text.strip()) and not is_head(text) and bool(name_in(text) or not has_stamp(text))


def _problem(line: _Line, wrong: dict[int, str], is_list: bool) -> str:
    """Return what is wrong with a line that holds no intact code; "" where it need hold none.

    In a list of codes that are a line with a name, a heading, a rule, and a code that was cut off.
    """
    if line.number in wrong:
        return wrong[line.number]
    text = line.text
    if (
        not text.strip()
        or line.is_used
        or (is_list and is_head(text))
        or (is_list and (START.search(plain(text)) or _is_form(text)))
    ):
        return ""
    return f"There is no code in this line. A code starts with {beginnings()}."


def _is_form(text: str) -> bool:
    """Return whether a line is a rule, a bracket, or a heading without a name."""
    return bool(_RULE.fullmatch(text)) or (not name_in(text) and any(c.isalnum() for c in text))
