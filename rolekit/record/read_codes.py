"""Reading codes out of a mess: a chat, a mail, the table of a form.

People paste what they have: a log with names and times, a quoted mail with broken lines, a CSV
file. Whatever stands around a code does not matter, for a code says itself how long it is and
proves itself by its check. So every place that starts like a code is tried, with spaces, line ends,
hyphens and quotation marks of mails passed over; what proves itself is a response.

What starts like a code and does not prove itself is *damaged*, and nothing is dropped in silence.
A start is ROLE and a digit in one piece (O read as 0, I and L as 1). Four or more groups of five
symbols, joined by hyphens, count too: that is a code whose beginning was lost.

Of a damaged code only its own characters are kept, because a name may stand beside it. Where it
cannot be told whether a character still belongs to the code, it is left out; nothing is taken from
beyond a space or a line's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from rolekit.base.sentences import counted, say
from rolekit.errors import CodeError
from rolekit.record.codes import (
    DASHES,
    IGNORED,
    INVISIBLE,
    SPACES,
    VALUE,
    check_fits,
    length,
)
from rolekit.record.instrument import load_instrument
from rolekit.record.response import Response, decode

_PASSED_OVER = IGNORED | {">"}  # the mark of a quoted mail
_START = re.compile("[Rr][Oo0][LlIi1][Ee][0-9OoIiLl]")
_PREFIX = 5  # characters of ROLE1
_ID = 8  # symbols
# No answer has a higher symbol than N; in most other texts this fails at once.
_ANSWERS = {12: re.compile("[0-9A-Oa-o]{12}"), 24: re.compile("[0-9A-Oa-o]{24}")}
_DASH = f"[{re.escape(DASHES)}]"
# Between two groups: a hyphen, after which the line may break, or nothing but spaces.
_BREAK = f"[{re.escape(INVISIBLE + SPACES)}>]"
_GAPS = (
    f"[{re.escape(INVISIBLE)}]{{0,9}}{_DASH}(?:{_BREAK}{{0,80}}\n{_BREAK}{{0,80}})?",
    f"{_BREAK}{{1,80}}",
)
_GROUP = {"upper": "[0-9A-Z]", "lower": "[0-9a-z]"}
_RUN = {
    case: re.compile(f"(?:{group}|[{re.escape(DASHES + INVISIBLE)}]){{0,200}}")
    for case, group in _GROUP.items()
}
_HEADLESS = re.compile(f"(?<![0-9A-Za-z])[0-9A-TV-Z]{{5}}(?:{_DASH}[0-9A-TV-Z]{{5}}){{3,}}")
_TIDY = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(INVISIBLE + SPACES + ">")})
_HYPHENS = re.compile("-+")
_LONGEST = length(15)
# How many symbols a code has, by its first one; with a first one that none has, perhaps as many.
_WANTED = {c: length(value) if value < 16 else _LONGEST for c, value in VALUE.items()}


@dataclass(frozen=True, slots=True)
class Damaged:
    """A code that could not be read.

    line, column
        Where it starts in the text, both counted from 1.
    text
        Its own characters, tidied; perhaps not all of them, but nothing that stood around it.
    """

    line: int
    column: int
    text: str
    _goes_on: bool = field(default=False, repr=False)  # to its full length, beyond a space

    @property
    def where(self) -> str:
        """The position in words."""
        return f"line {self.line}, column {self.column}"

    @property
    def problem(self) -> str:
        """What is wrong with it, in a sentence."""
        if self._goes_on:
            return say("code-typo")
        try:
            Response.from_code(self.text)
        except CodeError as problem:
            return str(problem)
        raise AssertionError(f"{self.text} is not damaged")


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """A file or row of a store that holds no response; `text` is as in `Damaged`, perhaps ""."""

    where: str
    text: str
    problem: str


@dataclass(frozen=True)
class CodesRead:
    """What was found.

    responses
        One for each id and round, the later where there were several.
    duplicates
        How often a response was there again, the same in every part.
    conflicts
        How often a response took the place of another with its id and round.
    damaged
        What could not be read; each has `where`, `text` and `problem`.
    """

    responses: tuple[Response, ...] = field(repr=False)  # no answer is shown by the way
    duplicates: int
    conflicts: int
    damaged: tuple[Damaged | DamagedRecord, ...]

    def __str__(self) -> str:
        """Say what was found in one line.

        >>> print(CodesRead((), duplicates=3, conflicts=0, damaged=()))
        0 counted, 3 duplicates
        """
        counts = [(self.duplicates, "duplicate"), (self.conflicts, "conflict")]
        parts = [counted(n, word) for n, word in counts if n]
        if self.damaged:
            parts.append(f"{len(self.damaged)} damaged")
        return ", ".join([f"{len(self.responses)} counted", *parts])


def read_codes(text: str) -> CodesRead:
    """Find every response code in a text, whatever stands around them.

    Of two responses with one id and round the later counts. A million characters take less than a
    second. Raises `CodeError` if `text` is not a text.

    >>> found = read_codes("Anna, 10:32: role1-40000-0007N-NNNNN-NNNNN-N2GRZ-C. Bo: ROLE1-40")
    >>> found.responses[0].guess
    -20
    >>> found.damaged[0].where, found.damaged[0].text
    ('line 1, column 57', 'ROLE1-40')
    """
    if not isinstance(text, str):
        raise CodeError(f"Codes are read from a text (got a {type(text).__name__}).")
    # The text without what is passed over, and where in the text each of its characters stood.
    places = [place for place, c in enumerate(text) if c not in _PASSED_OVER]
    kept = "".join([text[place] for place in places])
    places.append(len(text))
    starts = [found.start() for found in _START.finditer(kept)]
    responses, damaged, covered, end = [], [], [(0, 0)], 0
    for start, next_start in pairwise([*starts, len(kept)]):
        if start < end:  # within a code that was read
            continue
        wanted = _WANTED.get(kept[start + _PREFIX : start + _PREFIX + 1], _LONGEST)
        symbols = _symbols(kept, start, wanted)
        response = _proven(symbols, VALUE[kept[start + _PREFIX - 1]])
        if response is not None:
            responses.append(response)
            end = start + _PREFIX + len(symbols)
        elif _in_one_piece(text, places[start], places[start + _PREFIX - 1]):
            own = _own(text, kept, places, start, next_start, wanted)
            damaged.append((places[start], *own))
            end = min(start + _PREFIX + wanted, next_start)
        else:
            continue
        covered.append((places[start], places[end - 1] + 1))
    damaged += ((place, own, False) for place, own in _headless(text, covered))
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    return collect(responses, [_located(*each, lines) for each in sorted(damaged)])


def collect(
    responses: Iterable[Response], damaged: Iterable[Damaged | DamagedRecord] = ()
) -> CodesRead:
    """Keep the later of two responses with one id and round, and count what gave way.

    >>> from rolekit import Answers
    >>> one, other = Response(Answers(), id=7), Response(Answers(), id=7, guess=5)
    >>> print(collect([one, one, other]))
    1 counted, 1 duplicate, 1 conflict
    """
    kept: dict[tuple[int, int], Response] = {}
    duplicates = conflicts = 0
    for response in responses:
        key = response.id, response.round
        earlier = kept.get(key)
        if earlier == response:
            duplicates += 1
        elif earlier is not None:
            conflicts += 1
        kept[key] = response
    return CodesRead(tuple(kept.values()), duplicates, conflicts, tuple(damaged))


def _symbols(kept: str, start: int, wanted: int) -> list[int]:
    """Return as many symbols as the code should have, or none if it cannot be one."""
    first = start + _PREFIX
    header = VALUE.get(kept[first : first + 1], 16)
    if header > 15 or not 1 <= VALUE[kept[first - 1]] <= load_instrument().version:
        return []
    if not _ANSWERS[24 if header & 1 else 12].match(kept, first + 1 + _ID):
        return []
    symbols = [VALUE.get(c, -1) for c in kept[first : first + wanted]]
    return symbols if len(symbols) == wanted and min(symbols) >= 0 else []


def _proven(symbols: list[int], version: int) -> Response | None:
    """Return the response, if the check fits."""
    if not symbols or not check_fits(symbols, version):
        return None
    try:
        return decode(symbols, version)
    except CodeError:  # intact, but not ours
        return None


def _in_one_piece(text: str, first: int, last: int) -> bool:
    """Return whether ROLE and a digit stand together, as they would not in "my role is"."""
    between = last + 1 - first - _PREFIX
    if between and sum(c in INVISIBLE for c in text[first:last]) < between:
        return False
    after = text[last + 1 : last + 2]
    return text[last].isdigit() or after.isdigit() or after in IGNORED


def _own(
    text: str, kept: str, places: list[int], start: int, stop: int, wanted: int
) -> tuple[str, bool]:
    """Return the characters that are surely the code's own, and whether it goes on after a space.

    `start` and `stop` are places in `kept`: of the code, and of where the next one starts.
    """
    prefix = kept[start : start + _PREFIX]
    if stop == start + _PREFIX:
        return prefix, False
    case = "upper" if prefix[3] == "E" else "lower"
    after, limit = places[start + _PREFIX - 1] + 1, places[stop]
    run = _RUN[case].match(text, after, limit)
    assert run is not None  # it may be empty
    own = run[0]
    if not own.isalnum():
        own = _HYPHENS.sub("-", own.translate(_TIDY))
    if run.end() < limit and text[run.end()].isalnum():
        own = own[: own.rfind("-") + 1]  # its last group runs on into something else
    length = len(own) - own.count("-")
    goes_on = length < wanted <= stop - start - _PREFIX and any(
        _complete(case, gap, wanted).match(text, after, limit) for gap in _GAPS
    )
    if length > wanted + 2:
        own = _first(own, wanted)
    return prefix + own.rstrip("-"), goes_on


@cache
def _complete(case: str, gap: str, wanted: int) -> re.Pattern[str]:
    """Return the pattern of a code's groups, from the first to the last."""
    group = f"{gap}{_GROUP[case]}"
    fives, rest = divmod(wanted, 5)
    last = f"{group}{{{rest}}}" if rest else ""
    return re.compile(f"(?:{group}{{5}}){{{fives}}}{last}(?![0-9A-Za-z])")


def _first(own: str, wanted: int) -> str:
    """Return the text as far as so many symbols go."""
    for place, c in enumerate(own):
        wanted -= c != "-"
        if wanted < 0:
            return own[:place]
    return own


def _headless(text: str, covered: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Find what looks like a code without its beginning, outside of what was found before."""
    for (_, after), (before, _) in pairwise([*covered, (len(text), 0)]):
        for found in _HEADLESS.finditer(text, after, before):
            own = found[0][:80].translate(_TIDY)
            if re.search("[0-9]", own) and re.search("[A-Z]", own):
                yield found.start(), _first(own, _LONGEST).rstrip("-")


def _located(place: int, own: str, goes_on: bool, lines: list[int]) -> Damaged:
    line = bisect_right(lines, place)
    return Damaged(line, place - lines[line - 1] + 1, own, goes_on)
