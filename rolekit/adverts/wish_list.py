"""What an advert asks for, counted: years, must-haves, and words that keep people away.

These are plain counts with advice, not scores, and none of them moves the place of an advert.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rolekit.base.tables import load_table

MANY_YEARS = 5
MANY_MUST_HAVES = 8  # a list that few people meet in full
BOTH_JOBS = 4  # of a side's five facets; an advert that covers as many on both asks for two people

_YEARS = re.compile(
    r"\b(\d{1,2})(?: ?\+| ?(?:-|–|to) ?\d{1,2})? ?(?:\+ ?)?(?:or more )?"
    r"(?:years?|yrs?)\b(?! old| in business| ago|'? of history)",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|required|essential|mandatory|minimum|at least|need to have)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:requirements?|qualifications?|skills|criteria|must[- ]haves?|mandatory|essential|"
    r"your profile|candidate profile|you bring|you have|about you|we ask|person specification|"
    r"(?:looking for|what we need|we look for|we need)\W*$)",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:desirable|nice to have|good to have|preferred|bonus|is a plus|an advantage|an asset|"
    r"would be (?:nice|lovely)|welcome)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n;]+")
_SHORT = 60  # characters: a line that introduces a list is no longer
_MARK = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])?\s*")


@dataclass(frozen=True)
class Excluding:
    """A phrase that keeps people away, as written, with what could be said instead."""

    text: str
    start: int
    end: int
    reason: str
    instead: str


@dataclass(frozen=True)
class WishList:
    """What an advert asks for.

    years
        The most years of experience that are asked for (of a range, the lower end), or None.
    must_haves
        How many different things are asked for and not called nice to have.
    analytics, engineering
        How many of a side's five facets the advert covers.
    excluding
        Phrases that keep people away, each once.
    """

    years: int | None
    must_haves: int
    analytics: int
    engineering: int
    excluding: tuple[Excluding, ...]

    @property
    def both_jobs(self) -> bool:
        """Whether the advert asks for most of both sides' work."""
        return min(self.analytics, self.engineering) >= BOTH_JOBS

    @property
    def advice(self) -> tuple[str, ...]:
        """Sentences for whoever wrote the advert; often none."""
        said = []
        if self.years is not None and self.years >= MANY_YEARS:
            said.append(
                f"It asks for {self.years} years. Say what somebody should have done, not for how "
                "long."
            )
        if self.must_haves > MANY_MUST_HAVES:
            said.append(
                f"It lists {self.must_haves} must-haves. Keep those without which the first year "
                "would fail, and call the others welcome."
            )
        if self.both_jobs:
            said.append(
                f"It asks for {self.analytics} of 5 kinds of analytics and {self.engineering} of 5 "
                "kinds of engineering. That may be two jobs: say which comes first."
            )
        for one in self.excluding:
            said.append(f'"{one.text}" {one.reason}: {one.instead}.')
        return tuple(said)


def wish_list(text: str, analytics: int, engineering: int) -> WishList:
    """Count what an advert asks for; `analytics` and `engineering` are facets that it covers.

    A must-have is a line, or a part between semicolons, that stands in a list of requirements or
    says "must", "required" or the like, unless it calls itself desirable.

    >>> wish_list("You must know SQL. 3 to 5 years of experience.", 2, 0).years
    3
    """
    years = [int(found[1]) for found in _YEARS.finditer(text)]
    plausible = [n for n in years if n <= 20]  # "150 years of history" is not a wish
    return WishList(
        years=max(plausible, default=None),
        must_haves=len(_must_haves(text)),
        analytics=analytics,
        engineering=engineering,
        excluding=_excluding(text),
    )


def _must_haves(text: str) -> set[str]:
    found: set[str] = set()
    asking = False
    for match in _LINE.finditer(text):
        mark = _MARK.match(match[0])
        marked = bool(mark and mark[0].strip())
        line = match[0][mark.end() if mark else 0 :].strip()
        begins = match.start() == 0 or text[match.start() - 1] == "\n"
        if not line:
            continue
        if len(line) <= _SHORT and (_NICE.search(line) or _ASKS.search(line)):
            if line.endswith(":") or not marked:
                asking = not _NICE.search(line)
                continue
        elif len(line) <= _SHORT and begins and not marked and not line.endswith("."):
            asking = False  # the heading of something else
            continue
        if not _NICE.search(line) and (asking or _MUST.search(line)):
            found.add(" ".join(line.lower().split()))
    return found


@cache
def _language() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    said = {row["phrase"]: (row["reason"], row["instead"]) for row in load_table("advert_language")}
    longest_first = sorted(said, key=len, reverse=True)
    words = "|".join(re.escape(one).replace(r"\ ", "[ -]") for one in longest_first)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), said


def _excluding(text: str) -> tuple[Excluding, ...]:
    pattern, said = _language()
    found: dict[str, Excluding] = {}
    for match in pattern.finditer(text):
        key = match[0].lower().replace("-", " ")
        if key not in found:
            found[key] = Excluding(match[0], match.start(), match.end(), *said[key])
    return tuple(found.values())
