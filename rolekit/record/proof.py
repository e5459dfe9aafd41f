"""Finding what proves itself a code, in plain ASCII and whatever is between its characters.

A *start* is ROLE and a digit (O read as 0, I and L as 1). From there as many letters and digits are
taken as the first of them says that a code has. Where their check fits, that is a code: of texts
made by chance, one in thirty thousand starts would get so far.
"""

import re
from collections.abc import Iterable, Iterator

from rolekit.errors import CodeError
from rolekit.record.codes import VALUE, checks_fit, length
from rolekit.record.instrument import load_instrument
from rolekit.record.response import Response, decode

LETTER = b"[0-9A-Za-z]"
OTHER = rb"[^0-9A-Za-z\x1c]"  # all but letters, digits and walls
_BETWEEN = OTHER + b"*+"
VALUES = bytes(VALUE.get(chr(c), 255) for c in range(256))  # 255 is no symbol's
OTHERS = bytes(c for c in range(256) if not re.match(LETTER, bytes([c])))
# How many symbols a code has, by its first one; with a first one that none has, perhaps as many.
LONGEST = length(15)
WANTED = {c: length(v) if v < 16 else LONGEST for c, v in enumerate(VALUES)}


def _first_symbols(count: int) -> bytes:
    """Return what the first symbol can be of a code that has so many."""
    return bytes(c for c, v in enumerate(VALUES) if v < 16 and WANTED[c] == count)


def _symbols() -> bytes:
    """Return the pattern of all symbols of a code: its first one says how many follow."""
    return b"|".join(
        b"[%b](?:%b[0-9A-TV-Za-tv-z]){%d}" % (_first_symbols(count), _BETWEEN, count - 1)
        for count in sorted(set(WANTED.values()))
    )


_ROLE = _BETWEEN.join([b"[Rr]", b"[Oo0]", b"[LlIi1]", b"[Ee]", b"([0-9OoIiLl])"])
# Groups: the digit, and the first symbol after it. What follows may be the start of another code.
START = re.compile(_ROLE + b"(?=(?:%b(%b))?)" % (_BETWEEN, LETTER))
_CODE = re.compile(_ROLE + b"(?=%b(%b))" % (_BETWEEN, _symbols()))

# Where a code starts and ends, its response, and its symbols.
Proven = tuple[int, int, Response, bytes]


def proven(seen: bytes | bytearray) -> Iterator[Proven]:
    """Find every code whose check fits, from the first to the last.

    >>> [(start, end) for start, end, *_ in proven(b"role1_40000.0007N NNNNN|NNNNN N2GRZ-C")]
    [(0, 37)]
    """
    found = [
        (code.start(), code.end(2), VALUES[ord(code[1])], code[2].translate(VALUES, OTHERS))
        for code in _CODE.finditer(seen)
    ]
    fits = checks_fit([(symbols, version) for _, _, version, symbols in found])
    newest, last = load_instrument().version, 0
    for (start, end, version, symbols), fit in zip(found, fits, strict=True):
        if fit and start >= last and 1 <= version <= newest:
            try:
                response = decode(symbols, version)
            except CodeError:  # intact, but not ours
                continue
            last = end
            yield start, end, response, symbols


def without(seen: bytes | bytearray, found: Iterable[Proven]) -> bytearray:
    """Return a text with walls in place of what was found."""
    left = bytearray(seen)
    for start, end, _, _ in found:
        left[start:end] = b"\x1c" * (end - start)
    return left
