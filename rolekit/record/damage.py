"""What starts like a code and is none: what of it may be shown, and whether it matters.

A start counts if ROLE and its digit are in one piece and something like a code follows: "role1 or
role2" is a sentence. Four or more groups of five symbols, joined by hyphens, count too: that is a
code whose beginning was lost. A copy that was cut off, as chats do where they quote, is no damage
if the whole code counted.

Only the code's own characters are kept, because a name may be beside it. Where it cannot be told
whether a character still belongs to the code, it is left out; nothing is taken from beyond a space
or a line's end.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rolekit.record.proof import LETTER, LONGEST, OTHER, OTHERS, START, VALUES, WANTED, Proven

_PREFIX = 5  # characters of ROLE1
_LEAST_CUT = 5  # symbols that two codes have in common by chance once in a million times
_GROUPS = re.compile(b"(?<!%b)[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{5}(?!%b)" % (LETTER, LETTER))
_NEAR = 300  # characters in which something like a code is looked for
# One character after the other, each for itself.
_APART = re.compile(b"(?:%b++%b(?!%b)){10,%d}" % (OTHER, LETTER, LETTER, LONGEST))
# Between two groups: a hyphen, after which the line may break, or nothing but spaces.
_BREAK = rb"[\0\s>]"
_GAPS = (rb"\0{0,9}[-_](?:%b{0,80}\n%b{0,80})?" % (_BREAK, _BREAK), _BREAK + b"{1,80}")
_GROUP = {"upper": b"[0-9A-Z]", "lower": b"[0-9a-z]"}
_RUN = {case: re.compile(rb"(?:%b|[-_\0]){0,200}" % group) for case, group in _GROUP.items()}
_NEIGHBOURS = re.compile(b"[0-9A-TV-Z]{5}[-_][0-9A-TV-Z]{5}")
_HEADLESS = re.compile(b"(?<!%b)[0-9A-TV-Z]{5}(?:[-_][0-9A-TV-Z]{5}){3,}" % LETTER)
_HYPHENS = re.compile("[-_]+")


class Damage(NamedTuple):
    """Where a code that cannot be read starts, what is its own, and whether it goes on from there.

    `goes_on` is whether all of its characters are there, some of them beyond a space.
    """

    place: int
    own: str
    goes_on: bool = False


def looks_damaged(seen: bytearray) -> bool:
    """Return whether it is worth looking for damage between the codes, where mostly little is."""
    rest = seen.translate(None, b"\x1c")
    return bool(START.search(rest) or _NEIGHBOURS.search(rest))


def damages(seen: bytearray, counted: Iterable[Proven]) -> list[Damage]:
    """Return what is damaged in a text, with walls in place of the codes that counted.

    >>> damages(bytearray(b"Bo: ROLE1-40000-00, role1 or role2"), [])
    [Damage(place=4, own='ROLE1-40000-00', goes_on=False)]
    """
    found, left, copies = [], bytearray(seen), _copies(counted)
    starts = list(START.finditer(seen))
    limits = [start.start() for start in starts[1:]] + [len(seen)] * bool(starts)
    for start, limit in zip(starts, limits, strict=True):
        wanted = WANTED[ord(start[2])] if start[2] else LONGEST
        if _in_one_piece(seen, start):
            own, goes_on = _own(seen, start, limit, wanted)
            if not _is_meant(seen, start, limit, own):
                continue
        elif apart := _is_apart(start) and _APART.match(seen, start.end(), limit):
            letters = len(apart[0].translate(None, OTHERS))
            own, goes_on = _prefix(start), letters == wanted
        else:
            continue
        ahead = _up_to(wanted).match(seen, start.end(), limit)
        assert ahead is not None  # it may be empty
        left[start.start() : ahead.end()] = b"\x1c" * (ahead.end() - start.start())
        # Where nothing is surely its own, its id tells whose copy it is.
        text = own[_PREFIX:].encode() or (b"" if goes_on else _first_nine(ahead[0]))
        if not _is_cut_off(text, copies):
            found.append(Damage(start.start(), own, goes_on))
    found += (one for one in _headless(left) if not _is_cut_off(one.own.encode(), copies))
    return sorted(found)


def _prefix(start: re.Match[bytes]) -> str:
    """Return ROLE and a digit as they are written."""
    return start[0].translate(None, OTHERS).decode()


def _in_one_piece(seen: bytearray, start: re.Match[bytes]) -> bool:
    """Return whether ROLE and a digit stand together, as they would not in "my role is"."""
    if len(start[0].replace(b"\0", b"")) != _PREFIX:
        return False
    after = bytes(seen[start.end() : start.end() + 1])
    return start[1].isdigit() or after.isdigit() or after.isspace() or after in (b"-", b"_", b"\0")


def _is_apart(start: re.Match[bytes]) -> bool:
    """Return whether something stands between all characters of ROLE and the digit."""
    return re.fullmatch(b"%b(?:%b+%b){4}" % (LETTER, OTHER, LETTER), start[0]) is not None


def _is_meant(seen: bytearray, start: re.Match[bytes], limit: int, own: str) -> bool:
    """Return whether what starts like a code goes on like one, or stands alone in its line."""
    body, after = _HYPHENS.sub("", own[_PREFIX:]), seen[start.end() : limit].lstrip(b"\0")
    digits, hyphen = any(c.isdigit() for c in body), after[:1] == b"-"
    if hyphen and own[3] == "E":
        # ROLE1-... and ROLE1-XXXXX tell what a code looks like.
        return after[1:2] != b"." and (len(body) < 2 or bool(body.strip("X")))
    if digits and len(body) >= (2 if hyphen else _LEAST_CUT):
        return True
    groups = _GROUPS.findall(after[:_NEAR].partition(b"\x1c")[0])
    if sum(group.isupper() or bool(re.search(b"[0-9]", group)) for group in groups) > 1:
        return True
    before = seen[max(0, start.start() - _NEAR) : start.start()].rpartition(b"\n")[2]
    line = before + seen[start.end() : start.end() + _NEAR].partition(b"\n")[0]
    return not line.translate(None, OTHERS)


def _own(seen: bytearray, start: re.Match[bytes], limit: int, wanted: int) -> tuple[str, bool]:
    """Return the characters that are surely the code's own, and whether it goes on after a space.

    `limit` is where the next start is.
    """
    prefix, after = _prefix(start), start.end()
    case = "upper" if prefix[3] == "E" else "lower"
    run = _RUN[case].match(seen, after, limit)
    assert run is not None  # it may be empty
    own = _HYPHENS.sub("-", run[0].replace(b"\0", b"").decode())
    if run.end() < limit and re.match(b"[0-9A-Za-z\x1c]", seen[run.end() : run.end() + 1]):
        own = own[: own.rfind("-") + 1]  # its last group runs on into something else
    count = len(own) - own.count("-")
    goes_on = count < wanted and any(
        _complete(case, gap, wanted).match(seen, after, limit) for gap in _GAPS
    )
    if count > wanted + 2:
        own = _first(own, wanted)
    return prefix + own.rstrip("-"), goes_on


@cache
def _up_to(count: int) -> re.Pattern[bytes]:
    """Return the pattern of at most so many letters and digits, whatever stands between them."""
    return re.compile(b"(?:%b*+%b){0,%d}" % (OTHER, LETTER, count))


@cache
def _complete(case: str, gap: bytes, wanted: int) -> re.Pattern[bytes]:
    """Return the pattern of a code's groups, from the first to the last."""
    group = gap + _GROUP[case]
    fives, rest = divmod(wanted, 5)
    last = b"%b{%d}" % (group, rest) if rest else b""
    return re.compile(b"(?:%b{5}){%d}%b(?!%b)" % (group, fives, last, LETTER))


def _first(own: str, wanted: int) -> str:
    """Return the text as far as so many symbols go."""
    for place, c in enumerate(own):
        wanted -= c != "-"
        if wanted < 0:
            return own[:place]
    return own


def _headless(seen: bytearray) -> Iterator[Damage]:
    """Find what looks like a code without its beginning."""
    for found in _HEADLESS.finditer(seen):
        own = found[0][:80].decode().replace("_", "-")
        if re.search("[0-9]", own) and re.search("[A-Z]", own) and not START.match(found[0]):
            yield Damage(found.start(), _first(own, LONGEST).rstrip("-"))


def _first_nine(text: bytes) -> bytes:
    """Return the first symbols of a code, which hold its id."""
    return text.translate(None, OTHERS)[:9]


def _copies(counted: Iterable[Proven]) -> list[bytes]:
    """Return, in order, what is left of the symbols of codes from each of their groups on."""
    return sorted(code[place:] for *_, code in counted for place in range(0, len(code), 5))


def _is_cut_off(text: bytes, copies: list[bytes]) -> bool:
    """Return whether these are the first characters of a code that counted, or of its groups."""
    symbols = text.translate(VALUES, OTHERS)
    place = bisect_left(copies, symbols)
    return len(symbols) >= _LEAST_CUT and any(
        c.startswith(symbols) for c in copies[place : place + 1]
    )
