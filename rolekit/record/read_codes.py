"""Reading codes out of a mess: a chat, a mail, the table of a form.

People paste what they have: a log with names and times, a quoted mail with broken lines, a file
with escapes and tags. It does not matter what is around a code or between its characters: a
code says itself how long it is and proves itself by its check (`proof`). So the text is searched as
it is, and once more each time that one wrapping is taken off it (`wrappings`); a position that has
given a response gives no second one.

What starts like a code and does not prove itself is *damaged* (`damage`), and nothing is dropped in
silence.
"""

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter

from rolekit.base.sentences import counted, say
from rolekit.errors import CodeError
from rolekit.record.damage import Damage, damages, looks_damaged
from rolekit.record.proof import Proven, proven, without
from rolekit.record.response import Response
from rolekit.record.wrappings import layers, plain, without_commands, without_tags


@dataclass(frozen=True, slots=True)
class Damaged:
    """A code that could not be read.

    line, column
        Where it starts in the text, both counted from 1.
    text
        Its own characters, tidied; perhaps not all of them, but nothing that was around it.
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
    """Find every response code in a text, whatever is around them.

    Of two responses with one id and round the later counts. A million characters take less than a
    second. Raises `CodeError` if `text` is not a text.

    >>> found = read_codes("Anna, 10:32: role1-40000-0007N-NNNNN-NNNNN-N2GRZ-C. Bo: ROLE1-40")
    >>> found.responses[0].guess
    -20
    >>> found.damaged[0].where, found.damaged[0].text
    ('line 1, column 57', 'ROLE1-40')
    """
    found, damaged = find_codes(text)
    return collect([response for _, _, response, _ in found], damaged)


@contextmanager
def _at_once() -> Iterator[None]:
    """Let the search for garbage rest while much is made of which all stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_at_once()
def find_codes(text: str) -> tuple[list[Proven], list[Damaged]]:
    """Return every code with its position in a text, and what is damaged, both in its order.

    Raises `CodeError` if `text` is not a text.

    >>> [(start, end, *_)], _ = find_codes("Bo: ROLE1=2D40000-0007N-NN=\\nNNN-NNNNN-N2GRZ-C.")
    >>> start, end
    (4, 45)
    """
    if not isinstance(text, str):
        raise CodeError(f"Codes must be read from a text (got a {type(text).__name__}).")
    found: list[Proven] = []
    wrapped = layers(text)
    for layer in wrapped:
        for reading in (layer, *without_tags(layer)):
            found += proven(without(plain(reading), found))
    left, damaged = without(plain(wrapped[-1]), found), list[Damage]()
    if looks_damaged(left):
        found += proven(without(plain(without_commands(text)), found))
        damaged = damages(without(left, found), found)
    found.sort(key=itemgetter(0))
    lines = [0, *(end.end() for end in re.finditer("\n", text))] if damaged else []
    return found, [_located(*each, lines) for each in damaged]


def read_code(text: str) -> Response:
    """Return the one response in a text, as somebody pastes it who goes on with theirs.

    Raises `CodeError` where there is none, or where there are several of different people.

    >>> read_code("My code: `ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C`, thanks").id
    7
    """
    read = read_codes(text)
    if len(read.responses) > 1:
        raise CodeError(say("code-several", count=len(read.responses)))
    if read.responses:
        return read.responses[0]
    if len(read.damaged) == 1 and not text.lstrip().startswith(read.damaged[0].text):
        raise CodeError(read.damaged[0].problem)
    return Response.from_code(text)


def collect(
    responses: Iterable[Response], damaged: Iterable[Damaged | DamagedRecord] = ()
) -> CodesRead:
    """Keep the later of two responses with one id and round, and count what gave way.

    >>> from rolekit import Answers
    >>> one, other = Response(Answers(), id=7), Response(Answers(), id=7, guess=5)
    >>> print(collect([one, one, other]))
    1 counted, 1 duplicate, 1 conflict
    """
    kept: dict[int, Response] = {}
    duplicates = conflicts = 0
    for response in responses:
        key = 4 * response.id + response.round
        earlier = kept.get(key)
        if earlier == response:
            duplicates += 1
        elif earlier is not None:
            conflicts += 1
        kept[key] = response
    return CodesRead(tuple(kept.values()), duplicates, conflicts, tuple(damaged))


def _located(place: int, own: str, goes_on: bool, lines: list[int]) -> Damaged:
    line = bisect_right(lines, place)
    return Damaged(line, place - lines[line - 1] + 1, own, goes_on)
