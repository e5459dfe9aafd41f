"""Years of experience in a text, and demands that nobody can meet.

"Five or more years", "3-5 yrs", "a decade of experience", "experience: 2+ years" are wishes; "in
the last 5 years", "20 years of history" and "a two-year contract" are not. More years of a
technology than it has been there (`data/tech_years.csv`) are an impossible demand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rolekit.base.tables import load_table

MOST = 30  # more years are somebody's history
_WORDS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
}
_NUMBER = rf"\d{{1,2}}(?:\.\d)?|{'|'.join(_WORDS)}"
_UNIT = r"(?:years?|yrs?|yoe)\b"
_YEARS = re.compile(
    rf"(?<![\w.,$£€/])(?P<first>{_NUMBER})(?:\s*\(\s*\d+\s*\+?\s*\))?\s*(?:\+|plus)?"
    rf"(?:\s*(?:-|–|—|to|or|and|through)\s*(?P<last>{_NUMBER})\s*\+?)?"
    rf"[\s-]*(?:\+|plus\s+)?(?:\(\s*\d+\s*\+?\s*\)\s*)?(?:or\s+more\s+|or\s+above\s+|"
    rf"and\s+above\s+|full\s+|solid\s+|good\s+)?{_UNIT}['’]?",
    re.IGNORECASE,
)
_AFTER_UNIT = re.compile(
    rf"\b(?:years?|yrs?)(?:['’]|\s+of)?\s+(?:\w+\s+){{0,3}}?experience\s*(?:required|needed)?\s*"
    rf"[:=–-]\s*(?P<first>{_NUMBER})\b|\byoe\s*[:=]?\s*(?P<other>\d+)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:a|one|over a|more than a|at least a)\s+decade\b(?!\s+ago)", re.IGNORECASE
)
_NOT_AFTER = re.compile(
    r"[\s-]*(?:old|or older|and over|ahead|ago|in business|"
    r"of (?:age|history|growth|success|heritage|trading|service to)|"
    r"(?:fixed|contract|programme|program|plan|strategy|project|roadmap|degree|course|"
    r"apprenticeship|scheme|term|rotation|warranty|commitment|grant|funding|cycle|data|window|"
    r"horizon|forecast|period)s?\b)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:last|past|next|previous|within|every|for over|for more than|for the|first|coming|after|"
    r"in (?:just )?(?:over )?|founded|aged?|contract|term|duration|length|is|than|turning|"
    r"celebrating|trading for|serving .{0,30}for|history of)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:no less|no fewer|not less|more|greater|experience is)\s*(?:than)?\s*$", re.I
)


_NEXT = re.compile(r"[;(]|\bincluding\b|\bwith\s+(?:at least\s+)?\d")


@dataclass(frozen=True)
class Impossible:
    """A demand as written, for more years than the technology has been there."""

    text: str
    name: str
    since: int
    event: str

    @property
    def advice(self) -> str:
        """A sentence for people who wrote it."""
        return (
            f'"{self.text}": nobody has that. {self.name} goes back to {self.since} ({self.event}).'
        )


def _found(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Yield each number of years that is asked for, with its place."""
    for found in _YEARS.finditer(sentence):
        before = sentence[max(0, found.start() - 40) : found.start()]
        refused = _NOT_BEFORE.search(before) and not _AT_LEAST.search(before)
        if not refused and not _NOT_AFTER.match(sentence, found.end()):
            yield _value(found["first"]), found.start(), found.end()
    for found in _AFTER_UNIT.finditer(sentence):
        yield _value(found["first"] or found["other"]), found.start(), found.end()
    for found in _DECADE.finditer(sentence):
        yield 10, found.start(), found.end()


def _value(number: str) -> int:
    return _WORDS.get(number.lower()) or int(float(number))


def years_in(sentence: str) -> list[int]:
    """Return the years of experience that a sentence asks for, of a range the lower end.

    >>> years_in("Five or more years of SQL, 2-4 yrs of Python"), years_in("in the last 5 years")
    ([5, 2], [])
    """
    return [n for n, _, _ in _found(sentence) if 0 < n <= MOST]


@cache
def _technologies() -> tuple[re.Pattern[str], dict[str, tuple[int, str]]]:
    rows = {row["phrase"]: (row["since"], row["event"]) for row in load_table("tech_years")}
    names = sorted(map(re.escape, rows), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE), rows


def impossible_demands(sentences: Sequence[str]) -> tuple[Impossible, ...]:
    """Return the demands for more years of a technology than it has been there, each once.

    >>> [one.name for one in impossible_demands(["10+ years of LLMs and SQL", "2 years of LLMs"])]
    ['LLMs']
    """
    return tuple(dict.fromkeys(_impossible(sentences, date.today().year)))


def _impossible(sentences: Iterable[str], today: int) -> Iterator[Impossible]:
    names, since = _technologies()
    for sentence in sentences:
        demands = list(_found(sentence))
        for n, (years, start, end) in enumerate(demands):
            until = demands[n + 1][1] if n + 1 < len(demands) else len(sentence)
            clause = _NEXT.split(sentence[end:until])[0]
            for name in names.finditer(clause):
                year, event = since[name[0].lower()]
                if name[0].lower() == "go" and name[0] != "Go":
                    continue
                if years > today - year:
                    text = " ".join(sentence[start : end + name.end()].split())
                    yield Impossible(text, name[0], year, event)
                    break
