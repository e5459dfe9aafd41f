"""What an advert asks for, counted: years, must-haves, pay, and words that keep people away.

These are plain counts with advice, not scores, and none of them moves the place of an advert.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rolekit.adverts.parts import Parts, parts_of
from rolekit.adverts.pay import pay_in
from rolekit.adverts.tokens import spans_of
from rolekit.adverts.years import Impossible, impossible_demands, years_in
from rolekit.base.tables import load_table

MANY_YEARS = 5
MANY_MUST_HAVES = 8  # a list that few people meet in full
BOTH_JOBS = 4  # of a side's five facets; an advert that covers as many on both asks for two people

_MUST = re.compile(
    r"\b(?:must|required?|requires|essential|mandatory|minimum|at least|need(?:ed)? to have|"
    r"you(?:'ll|’ll| will)? need|non-negotiable|prerequisites?|a must)\b",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:desirable|desired|(?:nice|good|great)[- ]to[- ]haves?|preferred|preferably|bonus|plus|"
    r"advantage(?:ous)?|an? asset|assets|would be (?:nice|lovely|great|good|helpful|useful|ideal)|"
    r"beneficial|helpful|ideally|optional|not essential|not required|welcome|appreciated|"
    r"brownie points|extra (?:points|credit)|even better|useful)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_PART = re.compile(r",\s*(?:and\s+|or\s+)?|\s+and\s+")


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
    must_haves, nice_to_haves
        How many different things are asked for, and how many are called nice to have.
    analytics, engineering
        How many of a side's five facets the advert covers.
    pay
        The pay as written, or "" where none is.
    impossible
        Demands for more years of a technology than it has been there.
    excluding
        Phrases that keep people away, each once.
    """

    years: int | None
    must_haves: int
    nice_to_haves: int
    analytics: int
    engineering: int
    pay: str
    impossible: tuple[Impossible, ...]
    excluding: tuple[Excluding, ...]

    @property
    def both_jobs(self) -> bool:
        """Whether the advert asks for most of both sides' work."""
        return min(self.analytics, self.engineering) >= BOTH_JOBS

    @property
    def counts(self) -> tuple[str, ...]:
        """The counts in words; "none found" says that nothing was found, not that nothing is asked.

        >>> wish_list("You write SQL.", 1, 0).counts[:2]
        ('Years of experience: none found', 'Must-haves: none found')
        """
        return (
            f"Years of experience: {'none found' if self.years is None else self.years}",
            f"Must-haves: {self.must_haves or 'none found'}",
            f"Nice-to-haves: {self.nice_to_haves or 'none found'}",
            f"Pay: {self.pay or 'none found'}",
            f"Kinds of work: {self.analytics} of 5 of analytics, {self.engineering} of 5 of "
            "engineering",
            f"Impossible demands: {'; '.join(one.text for one in self.impossible) or 'none found'}",
        )

    @property
    def advice(self) -> tuple[str, ...]:
        """Sentences for people who wrote the advert; often none."""
        said = [one.advice for one in self.impossible]
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

    A must-have is a sentence, a line, or a part between semicolons, that is under a heading of
    requirements or says "must", "required" or the like, unless it calls itself nice to have; a list
    that follows its heading in the same line counts by its commas.

    >>> wish_list("You must know SQL. 3 to 5 years of experience.", 2, 0).years
    3
    """
    parts = parts_of(text)
    asked = _sentences(text, parts)
    years = [n for sentence, _ in asked for n in years_in(sentence)]
    musts, nices = _wishes(asked)
    return WishList(
        years=max(years, default=None),
        must_haves=len(musts),
        nice_to_haves=len(nices),
        analytics=analytics,
        engineering=engineering,
        pay=pay_in(text),
        impossible=impossible_demands([sentence for sentence, _ in asked]),
        excluding=_excluding(text),
    )


def _sentences(text: str, parts: Parts) -> list[tuple[str, str]]:
    """Return what is said about the job, with the part under whose heading it stands.

    What follows a heading in its own line is set apart by its commas.
    """
    spans = spans_of(text)
    found = []
    for begin, end, section in parts.asked:
        sentence = text[spans[begin][0] : spans[end - 1][1]]
        inline = begin and parts.words[begin] == ":"
        pieces = _PART.split(sentence.lstrip(": ")) if inline else [sentence]
        found += [(piece, section) for piece in pieces if _LETTER.search(piece)]
    return found


def _wishes(asked: Sequence[tuple[str, str]]) -> tuple[set[str], set[str]]:
    musts: set[str] = set()
    nices: set[str] = set()
    for sentence, section in asked:
        said = " ".join(sentence.lower().split())
        if section == "nice" or _NICE.search(sentence):
            nices.add(said)
        elif section == "must" or _MUST.search(sentence):
            musts.add(said)
    return musts, nices - musts


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
