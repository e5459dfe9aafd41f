"""Response codes: a person's record as text, to copy, keep and hand in.

A record (`rolekit.Response`) is written as a *response code*, for example `ROLE1-00AAA-...`: the
prefix with the instrument's version, then symbols of Crockford's base 32 (no I, L, O or U), in
groups of five:

    1 symbol    which parts follow: full form, round 2, a guess, choices of pairs
    8 symbols   the id, 40 bits
    12 or 24    one symbol an answer, in the order that the items of that version have in the items
                table: the answer divided by 5 (0-20), or 21 for not answered; the short form has
                the first items only
    2 symbols   the guess + 100, if there is one
    4 symbols   the ten choices, two bits each: 0 none, 1 analytics, 2 engineering, if the game of
                pairs was played
    3 symbols   a check of 15 bits over all that comes before

The check is a cyclic redundancy check with the polynomial 0x4599 (the one of the CAN bus), started
with the version. It sees every change that stays within 15 neighbouring bits, and so every single
wrong symbol and every swap of two neighbours. Case, hyphens and spaces do not matter; O is read as
0, I and L as 1. A code is encoded, not secret: anyone who has it can read the answers.

Codes of every version so far are read. A response is written in the newest version that has asked
all of its items.
"""

import secrets
import unicodedata
import warnings
from collections.abc import Collection, Sequence
from functools import cache
from operator import getitem
from typing import Literal, NamedTuple

from rolekit.base.sentences import say
from rolekit.errors import AnswerError, CodeError
from rolekit.record.instrument import load_instrument

PairChoice = Literal["analytics", "engineering"] | None

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_BITS = 40
PAIRS = 10
LONGEST_TEXT = 200  # characters; an intact code has at most 56, the rest is for spaces
STEP = 5  # points between two answers that a code can tell apart

VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
VALUE |= {symbol.lower(): value for symbol, value in VALUE.items()}
VALUE |= {"O": 0, "o": 0, "I": 1, "i": 1, "L": 1, "l": 1}
# What mail and chat programs make of a hyphen, and the spaces and marks they add, seen or unseen.
DASHES = "-_\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
INVISIBLE += "\u2060\u2066\u2067\u2068\u2069\ufeff"
SPACES = " \t\n\v\f\r\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
SPACES += "\u200a\u2028\u2029\u202f\u205f\u3000"
IGNORED = frozenset(DASHES + INVISIBLE + SPACES)
_PREFIX = "R01E"  # ROLE with O read as 0 and L as 1
CHOICES: tuple[PairChoice, ...] = (None, "analytics", "engineering")
_NOT_ANSWERED = 100 // STEP + 1
_DIGITS = b"0123456789abcdefghijklmnopqrstuv".ljust(256)  # of Python's own base 32
_FULL, _ROUND_2, _GUESS, _PAIRS = 1, 2, 4, 8
_POLYNOMIAL = 0x8000 | 0x4599
_ANSWERS_FROM = 1 + ID_BITS // 5  # the place of the first answer's symbol


def new_id() -> int:
    """Return a random id of 40 bits: for 300 people, two alike once in 24 million rooms."""
    return secrets.randbits(ID_BITS)


class Contents(NamedTuple):
    """What a code holds: (item id, 0-100) pairs in table order, and the rest of a `Response`."""

    answers: tuple[tuple[str, int], ...]
    id: int
    round: int = 1
    guess: int | None = None
    pairs: tuple[PairChoice, ...] | None = None


def version_of(items: Collection[str]) -> int:
    """Return the version of a code: the newest one that has asked all of these items.

    Raises `AnswerError` where no version of the instrument has asked them together.

    >>> version_of(["pipelines-1"]) >= 1
    True
    """
    versions = load_instrument().versions_of(items)
    if not versions:
        raise AnswerError(
            "No version of the instrument has asked all of these items together (got "
            f"{', '.join(items)}). Leave out those that were replaced; `until` in items.csv tells "
            "which."
        )
    return versions[-1]


def encode(contents: Contents) -> str:
    """Write a code. Answers are kept in steps of 5; where one is rounded, a warning names it.

    Raises `AnswerError` for answers to items that no version of the instrument has asked together.

    >>> encode(Contents((), id=7))
    'ROLE1-00000-0007N-NNNNN-NNNNN-N81F'
    """
    answers, guess, pairs = dict(contents.answers), contents.guess, contents.pairs
    version, full = version_of(answers), _is_full(answers)
    symbols = [
        full * _FULL
        | (contents.round == 2) * _ROUND_2
        | (guess is not None) * _GUESS
        | (pairs is not None) * _PAIRS
    ]
    symbols += _split(contents.id, ID_BITS // 5)
    symbols += [_symbol(item, answers.get(item)) for item in _items(version, full)]
    if guess is not None:
        symbols += _split(guess + 100, 2)
    if pairs is not None:
        symbols += _split(sum(CHOICES.index(c) << 2 * i for i, c in enumerate(pairs)), 4)
    symbols += _split(check(symbols, version), 3)
    text = "".join(ALPHABET[symbol] for symbol in symbols)
    return f"ROLE{version}-" + "-".join(text[i : i + 5] for i in range(0, len(text), 5))


def _symbol(item: str, value: int | None) -> int:
    if value is None:
        return _NOT_ANSWERED
    if value % STEP:
        warnings.warn(
            f"A code keeps answers in steps of {STEP}: {item} {value} is written as "
            f"{(value + STEP // 2) // STEP * STEP}.",
            stacklevel=5,
        )
    return (value + STEP // 2) // STEP


def contents_of(symbols: bytes, version: int) -> Contents:
    """Return what is written in the symbols of a code, whose check is known to fit.

    `symbols` are those after the prefix, each 0-31, as many as `length` says; `version` is one of
    the instrument. Raises `CodeError` for values that no slider gives.

    >>> contents_of(bytes([0] * 8 + [7] + [21] * 12 + [0] * 3), version=1).id
    7
    """
    header = symbols[0]
    full = bool(header & _FULL)
    end = _ANSWERS_FROM + (24 if full else 12)
    guess = pairs = None
    try:
        answers = tuple(
            filter(None, map(getitem, _pairs_of(version, full), symbols[_ANSWERS_FROM:]))
        )
        if header & _GUESS:
            guess = _joined(symbols[end : end + 2]) - 100
            end += 2
        if header & _PAIRS:
            choices = _joined(symbols[end : end + 4])
            pairs = tuple(CHOICES[choices >> 2 * i & 3] for i in range(PAIRS))
        # A record has one spelling only; another one was not written by us.
        is_ours = header < 16 and (not full or _is_full(dict(answers)))
    except IndexError:  # no such answer, or no such choice
        is_ours = False
    if not is_ours or (guess is not None and guess > 100):
        raise CodeError(say("code-never-written"))
    id = _joined(symbols[1:_ANSWERS_FROM])
    return Contents(answers, id, 2 if header & _ROUND_2 else 1, guess, pairs)


def _joined(symbols: bytes) -> int:
    """Return the number that is written in symbols, the highest first."""
    return int(symbols.translate(_DIGITS), 32)


@cache
def _pairs_of(version: int, full: bool) -> tuple[tuple[tuple[str, int] | None, ...], ...]:
    """Return, for each item of a form, what each symbol says: (item, 0-100), or None for nothing.

    Those of all codes are the same objects: a room's worth of codes is read in a moment.
    """
    return tuple(
        (*((item, STEP * symbol) for symbol in range(_NOT_ANSWERED)), None)
        for item in _items(version, full)
    )


def _is_full(answers: Collection[str]) -> bool:
    return any(item in answers for item in _further())


@cache
def _further() -> tuple[str, ...]:
    """Return the ids of all items that only the full form has, of any version."""
    return tuple(item.id for item in load_instrument().ever_asked if item.form == "full")


def check(symbols: Sequence[int], version: int) -> int:
    """Return the CRC-15 (polynomial 0x4599) over 5-bit symbols, started with the version.

    >>> check([0, 0, 0], version=1) != check([0, 0, 1], version=1)
    True
    """
    register = version
    for symbol in symbols:
        register = (register << 5 & 0x7FFF) ^ _REMAINDER[register >> 10 ^ symbol]
    return register


def check_fits(symbols: Sequence[int], version: int) -> bool:
    """Return whether the last three of a code's symbols are the check of the others."""
    return not check(symbols, version)


def checks_fit(codes: Sequence[tuple[bytes, int]]) -> list[bool]:
    """Return whether the check of each of many codes fits, given as symbols and version.

    A check is the exclusive or of what each symbol adds to it in its position. So it is worked out
    for all codes at once, place by place from the end, in numbers as long as there are codes.

    >>> checks_fit([(bytes([0] * 8 + [7] + [21] * 12 + [8, 1, 15]), 1), (bytes(24), 1)])
    [True, False]
    """
    long = max((len(symbols) for symbols, _ in codes), default=0) + 3
    text = b"".join((_OPENINGS[version] + symbols).rjust(long, b"\0") for symbols, version in codes)
    lows = highs = 0
    for place in range(long):
        column, (low, high) = text[place::long], _adds(long - place - 1)
        lows ^= int.from_bytes(column.translate(low), "big")
        highs ^= int.from_bytes(column.translate(high), "big")
    return [not rest for rest in (lows | highs).to_bytes(len(codes), "big")]


@cache
def _adds(after: int) -> tuple[bytes, bytes]:
    """Return the low and the high byte of what each symbol adds, so many before the last one."""
    adds = [check([symbol, *[0] * after], 0) for symbol in range(32)] + [0] * 224
    return bytes(x & 255 for x in adds), bytes(x >> 8 for x in adds)


def length(header: int) -> int:
    """Return how many symbols follow the prefix, the first of which is `header` (0-31).

    >>> length(0), length(15)
    (24, 42)
    """
    answers = 24 if header & _FULL else 12
    return 1 + ID_BITS // 5 + answers + 2 * bool(header & _GUESS) + 4 * bool(header & _PAIRS) + 3


def _split(number: int, count: int) -> list[int]:
    """Return a number as `count` symbols of 5 bits, the highest first."""
    return [number >> 5 * i & 31 for i in reversed(range(count))]


def _remainder(symbol: int) -> int:
    """Return what five bits, shifted out at the top, leave behind."""
    register = symbol << 10
    for _ in range(5):
        register <<= 1
        if register & 0x8000:
            register ^= _POLYNOMIAL
    return register


# One step a symbol in place of five.
_REMAINDER = [_remainder(symbol) for symbol in range(32)]


def _opening(version: int) -> bytes:
    """Return the three symbols whose check is a version: the register's 15 steps, taken back."""
    register = version
    for _ in range(15):
        register = (register ^ _POLYNOMIAL * (register & 1)) >> 1
    return bytes(_split(register, 3))


_OPENINGS = [_opening(version) for version in range(32)]


@cache
def _items(version: int, full: bool) -> tuple[str, ...]:
    items = load_instrument().items_of(version)
    return tuple(item.id for item in items if full or item.form == "short")


def beginnings() -> str:
    """Return how a code can start, in words.

    >>> beginnings().startswith("ROLE1-") or " to ROLE" in beginnings()
    True
    """
    version = load_instrument().version
    return say("code-beginning" if version == 1 else "code-beginnings", version=version)


def symbols_of(text: object) -> tuple[bytes, int]:
    """Return the symbols after a code's prefix, their check verified, and the code's version."""
    if not isinstance(text, str):
        raise CodeError(f"A response code must be a text (got a {type(text).__name__}).")
    if len(text) > LONGEST_TEXT:
        raise CodeError(say("code-too-long", length=f"{len(text):,}"))
    kept = [(place, c) for place, c in enumerate(text, start=1) if c not in IGNORED]
    if not kept:
        raise CodeError(say("code-empty", beginnings=beginnings()))
    head = "".join(ALPHABET[VALUE[c]] if c in VALUE else "?" for _, c in kept[:5])
    if not head.startswith(_PREFIX):
        raise CodeError(say("code-other", beginnings=beginnings()))
    version = VALUE.get(head[4:], 0)
    if not 1 <= version <= load_instrument().version:
        raise CodeError(say("code-version", beginnings=beginnings()))
    for place, c in kept[5:]:
        if c not in VALUE:
            raise CodeError(say("code-character", place=place, character=_shown(c)))
    symbols = bytes(VALUE[c] for _, c in kept[5:])
    _check_length(symbols)
    if not check_fits(symbols, version):
        raise CodeError(say("code-typo"))
    return symbols, version


def _check_length(symbols: bytes) -> None:
    off = len(symbols) - length(symbols[0] if symbols else 0)
    if off:
        which = "missing" if off < 0 else "too-many"
        raise CodeError(say(f"code-{'one-' * (abs(off) == 1)}{which}", count=abs(off)))


def _shown(character: str) -> str:
    """Return a character in quotation marks, or the number of one that cannot be seen."""
    unseen = unicodedata.category(character)[0] == "C"
    return f"U+{ord(character):04X}" if unseen else f"'{character}'"
