"""Finding what proves itself a code, in plain ASCII and whatever stands between its characters.

A *start* is ROLE and a digit (O read as 0, I and L as 1). From there as many letters and digits are
taken as the first of them says that a code has. Where their check fits, that is a code: of texts
made by chance, one in thirty thousand starts would get so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolekit.errors import CodeError
from rolekit.record.codes import VALUE, check_fits, length
from rolekit.record.instrument import load_instrument
from rolekit.record.response import Response, decode

LETTER = b"[0-9A-Za-z]"
OTHER = rb"[^0-9A-Za-z\x1c]"  # all but letters, digits and walls
_BETWEEN = OTHER + b"*+"
# Groups: the digit, and the first symbol after it.
START = re.compile(
    _BETWEEN.join([b"[Rr]", b"[Oo0]", b"[LlIi1]", b"[Ee]", b"([0-9OoIiLl])"])
    + b"(?=(?:%b(%b))?)" % (_BETWEEN, LETTER)
)
_NONE = 255  # the value of what is no symbol
VALUES = bytes(VALUE.get(chr(c), _NONE) for c in range(256))
OTHERS = bytes(c for c in range(256) if not re.match(LETTER, bytes([c])))
# How many symbols a code has, by its first one; with a first one that none has, perhaps as many.
LONGEST = length(15)
WANTED = {c: length(v) if v < 16 else LONGEST for c, v in enumerate(VALUES)}
_SYMBOLS = {
    count: re.compile(b"(?:%b[0-9A-TV-Za-tv-z]){%d}" % (_BETWEEN, count))
    for count in set(WANTED.values())
}


# Where a code starts and ends, its response, and its symbols.
Proven = tuple[int, int, Response, bytes]


def proven(seen: bytes | bytearray) -> Iterator[Proven]:
    """Find every code whose check fits, from the first to the last.

    >>> [(start, end) for start, end, *_ in proven(b"role1_40000.0007N NNNNN|NNNNN N2GRZ-C")]
    [(0, 37)]
    """
    newest, end = load_instrument().version, 0
    for start in START.finditer(seen):
        version = VALUES[ord(start[1])]
        if start.start() < end or not start[2] or not 1 <= version <= newest:
            continue
        found = _SYMBOLS[WANTED[ord(start[2])]].match(seen, start.end())
        if found is None:
            continue
        symbols = found[0].translate(VALUES, OTHERS)
        if check_fits(symbols, version):
            try:
                response = decode(symbols, version)
            except CodeError:  # intact, but not ours
                continue
            end = found.end()
            yield start.start(), end, response, symbols


def without(seen: bytes, found: Iterable[Proven]) -> bytearray:
    """Return a text with walls in place of what was found."""
    left = bytearray(seen)
    for start, end, _, _ in found:
        left[start:end] = b"\x1c" * (end - start)
    return left
