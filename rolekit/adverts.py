"""Adverts: where a vacancy lies on the map on which people are placed, phrase by phrase.

A reader goes through the text, knows some phrases, and lets each pull. `rolekit.advert_terms` has
the lexicon and says how a phrase got its two weights. The place is their balance:

    pull = points * weight / (sum of |weight| of all phrases + 10)      lean = sum of the pulls

so that every point of lean can be traced to a phrase, a long advert counts no more than a short
one, and a few phrases alone do not reach far. Depth is 50 plus the sum of its own pulls. A phrase
counts once, however often it is said. The points are such that adverts as typical as the counts
know them lie near the landmarks of the four core roles. The band is where the place falls in 80 of
100 draws of as many phrases, with replacement: what the same advert might have said in other words.

Titles carry no weight: "analyst", "engineer" and "scientist" are struck out with the words that
belong to them before anything is read. A text with too few known phrases gets no place at all.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from rolekit.advert_terms import ADVERTS, Term, load_terms
from rolekit.advert_text import (
    LITTLE_WORDS,
    Word,
    first_title,
    normal_word,
    seems_english,
    words,
)
from rolekit.answers import Answers
from rolekit.errors import AdvertError
from rolekit.instrument import SIDES, load_instrument
from rolekit.placement import BAND, SIDE_FROM
from rolekit.plain_text import plain_text
from rolekit.resemblance import Resemblance, resemblance
from rolekit.roles import Role, roles
from rolekit.wish_list import WishList, wish_list

NEEDED = 6  # known phrases of a facet without which an advert gets no place
WORDS_TO_A_PHRASE = 40  # a text with fewer known phrases than this is about something else
UNDECIDED = 10.0  # sum of |weight| that pulls nowhere
DRAWS = 200
SEED = 940
DEEP = 50.0  # depth from which a role, or an advert, counts as one of machine learning

# Words of the trade: without some of them, "reports", "design" and "support" may be anybody's.
_TRADE = frozenset(
    normal_word(word)
    for word in (
        *("ai", "algorithm", "analytics", "api", "aws", "azure", "bi", "cloud", "code"),
        *("dashboard", "data", "database", "excel", "learning", "machine", "ml", "model"),
        *("pipeline", "programming", "python", "r", "software", "spark", "sql"),
        *("statistical", "statistics", "tableau"),
    )
)
_OF_THE_TRADE = 3
_LONGEST = 4  # words in a phrase


@dataclass(frozen=True)
class Phrase:
    """A known phrase, where it is first said in the text.

    text, start, end
        As written, with its positions in `AdvertReading.text`.
    term
        The term that it stands for.
    facet, pole
        What it is evidence of; None for a general term.
    pull, depth_pull
        The points that it adds to lean and to depth.
    """

    text: str
    start: int
    end: int
    term: str
    facet: str | None
    pole: str | None
    pull: float
    depth_pull: float


@dataclass(frozen=True)
class AdvertReading:
    """Where an advert lies, and why.

    text
        The text without markup, to which all positions refer.
    title, titled
        The first job title in the text, as written ("" if there is none), and its role if known.
    lean, low, high
        Points on the -100..100 lean axis, with the 80 % band.
    depth, depth_low, depth_high
        Machine-learning depth, 0-100, likewise.
    phrases
        What was read, in the order of the text; the pulls sum to lean, and to depth - 50.
    facets
        Facet id -> number of phrases, for all twelve.
    profile
        Facet id -> 0-100: 50 where the advert speaks of it as often as a typical one does.
    resemblance
        To the roles, the highest correlation of profiles first.
    asks
        Counts of what is asked for, with advice.
    """

    text: str
    title: str
    titled: Role | None
    lean: float
    low: float
    high: float
    depth: float
    depth_low: float
    depth_high: float
    phrases: tuple[Phrase, ...]
    facets: Mapping[str, int]
    profile: Mapping[str, float]
    resemblance: tuple[Resemblance, ...]
    asks: WishList

    @property
    def covered(self) -> tuple[str, ...]:
        """The facets of which the advert speaks, in table order."""
        return tuple(facet for facet, n in self.facets.items() if n)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facets of which it does not."""
        return tuple(facet for facet, n in self.facets.items() if not n)

    @cached_property
    def verdict(self) -> str:
        """One plain sentence on lean, and where title and text differ in depth, another."""
        return _verdict(self)


def read_advert(text: str) -> AdvertReading:
    """Place a job advert on the map, from its words.

    Markup is taken out first. Raises `AdvertError`, which says why, where there is no place: too
    few known phrases, another language, or a text about something else.

    >>> reading = read_advert(
    ...     "Data Scientist. You build data pipelines with Spark and Kafka, deploy models to "
    ...     "production on Kubernetes, write clean code, and monitor latency.")
    >>> reading.verdict
    'Titled Data Scientist, but leans 40 points to engineering.'
    >>> abs(sum(phrase.pull for phrase in reading.phrases) - reading.lean) < 1e-9
    True
    """
    if not isinstance(text, str):
        raise AdvertError(f"An advert must be a text (got {type(text).__name__}).")
    text = plain_text(text)
    said = list(words(text))
    found = _known(said)
    _check(text, said, found)
    first: dict[str, tuple[Term, int, int]] = {}
    for term, start, end in found:
        first.setdefault(term.id, (term, start, end))
    # In an order of their own, so that the order of sentences does not reach the drawing.
    terms = [term for term, _, _ in (first[id] for id in sorted(first))]
    scale = load_scale()
    lean, depth = scale.lean.pulls(terms), scale.depth.pulls(terms)
    bands = _bands(terms)
    facets = _facets(terms)
    profile = _profile(facets, scale.usual)
    title, role = first_title(text, said)
    return AdvertReading(
        text=text,
        title=title,
        titled=next((one for one in roles() if one.id == role), None),
        lean=math.fsum(lean.values()),
        low=bands[0][0],
        high=bands[0][1],
        depth=50 + math.fsum(depth.values()),
        depth_low=bands[1][0],
        depth_high=bands[1][1],
        phrases=tuple(
            Phrase(text[i:j], i, j, term.id, term.facet, term.pole, lean[term.id], depth[term.id])
            for term, i, j in first.values()
        ),
        facets=MappingProxyType(facets),
        profile=MappingProxyType(profile),
        resemblance=tuple(resemblance(Answers.from_facets({f: round(profile[f]) for f in facets}))),
        asks=wish_list(text, *(_covered(facets, pole) for pole in SIDES)),
    )


def _known(said: Sequence[Word]) -> list[tuple[Term, int, int]]:
    """Return each known phrase with its start and end: the longest ones, from left to right."""
    lexicon, found = load_terms(), []
    run: list[tuple[str, int, int]] = []  # words that follow each other without a break
    for word in said:
        if word.struck or not word.joined:
            found += _in_run(run, lexicon)
            run = []
        if not word.struck and word.lower not in LITTLE_WORDS:
            run.append((normal_word(word.lower), word.start, word.end))
    return found + _in_run(run, lexicon)


def _in_run(
    run: Sequence[tuple[str, int, int]], lexicon: Mapping[tuple[str, ...], Term]
) -> list[tuple[Term, int, int]]:
    found, i = [], 0
    while i < len(run):
        for size in range(min(_LONGEST, len(run) - i), 0, -1):
            term = lexicon.get(tuple(word for word, _, _ in run[i : i + size]))
            if term:
                # Ways of speaking ("reporting to the head") are known so as to be read over.
                if term.lean or term.depth:
                    found.append((term, run[i][1], run[i + size - 1][2]))
                i += size
                break
        else:
            i += 1
    return found


def _check(text: str, said: Sequence[Word], found: Sequence[tuple[Term, int, int]]) -> None:
    """Raise `AdvertError` where a place would be a guess."""
    if not seems_english(text, said):
        raise AdvertError(
            "This does not seem to be English. Only adverts in English can be read: the words were "
            "counted in English adverts."
        )
    known = len({term.id for term, _, _ in found})
    tied = [term.id for term, _, _ in found if term.facet]
    few = f"Too little to go on: {known} known phrase{'' if known == 1 else 's'}"
    if len(set(tied)) < NEEDED:
        raise AdvertError(f"{few}. Paste the whole advert, with its tasks and requirements.")
    trade = {normal_word(word.lower) for word in said if not word.struck} & _TRADE
    if len(tied) * WORDS_TO_A_PHRASE < len(said) or len(trade) < _OF_THE_TRADE:
        raise AdvertError(
            f"{few}, and too few of them on data or software. Paste the advert alone; if this is "
            "all, it describes another kind of work."
        )


@dataclass(frozen=True)
class Axis:
    """How weights become points: `points` by the balance, `tilt` where its zero lies elsewhere."""

    name: str
    points: float
    tilt: float

    @property
    def room(self) -> float:
        """How far from its middle the scale goes."""
        return 100.0 if self.name == "lean" else 50.0

    def weight(self, term: Term) -> float:
        """Return the weight of a term along this axis."""
        return term.lean if self.name == "lean" else term.depth

    def points_of(self, term: Term) -> float:
        """Return the points of a term, before they are shared out among all that were read."""
        w = self.weight(term)
        return self.points * w + self.tilt * abs(w)

    def pulls(self, terms: Sequence[Term]) -> dict[str, float]:
        """Return term -> points. At the end of the scale all give up the same share of theirs."""
        total = math.fsum(abs(self.weight(term)) for term in terms) + UNDECIDED
        pulls = {term.id: self.points_of(term) / total for term in terms}
        beyond = max(1.0, abs(math.fsum(pulls.values())) / self.room)
        return {id: pull / beyond for id, pull in pulls.items()}


@dataclass(frozen=True)
class Scale:
    """Both axes, and `usual`: facet id -> its share of a typical advert's phrases."""

    lean: Axis
    depth: Axis
    usual: Mapping[str, float]


@cache
def load_scale() -> Scale:
    """Return the scale on which typical adverts of the core roles lie near their landmarks.

    A typical advert of a role says each counted term as much as the role's adverts do on average.
    `points` and `tilt` are the least-squares fit to the four landmarks.
    """
    terms = list({term.id: term for term in load_terms().values() if term.shares}.values())
    landmarks = {role.id: role for role in roles()}
    axes = []
    for name, target in (
        ("lean", {id: role.lean for id, role in landmarks.items()}),
        ("depth", {id: role.depth - 50 for id, role in landmarks.items()}),
    ):
        plain, rows = Axis(name, 1.0, 0.0), []
        for role in ADVERTS:
            size = sum(term.shares[role] * abs(plain.weight(term)) for term in terms)
            balance = sum(term.shares[role] * plain.weight(term) for term in terms)
            rows.append((balance / (size + UNDECIDED), size / (size + UNDECIDED), target[role]))
        axes.append(Axis(name, *_least_squares(rows)))
    usual = dict.fromkeys((facet.id for facet in load_instrument().facets), 0.0)
    for term in terms:
        if term.facet:
            usual[term.facet] += sum(term.shares.values())
    total = sum(usual.values())
    return Scale(axes[0], axes[1], {facet: n / total for facet, n in usual.items()})


def _least_squares(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Return a and b that make a * x + b * y closest to z."""
    xx = sum(x * x for x, _, _ in rows)
    xy = sum(x * y for x, y, _ in rows)
    yy = sum(y * y for _, y, _ in rows)
    xz = sum(x * z for x, _, z in rows)
    yz = sum(y * z for _, y, z in rows)
    below = xx * yy - xy * xy
    return (xz * yy - yz * xy) / below, (yz * xx - xz * xy) / below


def _bands(terms: Sequence[Term]) -> list[tuple[float, float]]:
    """Return the bands of lean and depth, from seeded draws of as many phrases."""
    chance = random.Random(SEED)
    scale = load_scale()
    sizes = [
        (
            scale.lean.points_of(term),
            abs(term.lean),
            scale.depth.points_of(term),
            abs(term.depth),
        )
        for term in terms
    ]
    leans, depths = [], []
    for _ in range(DRAWS):
        a, b, c, d = map(sum, zip(*chance.choices(sizes, k=len(sizes)), strict=True))
        leans.append(max(-100.0, min(100.0, a / (b + UNDECIDED))))
        depths.append(max(0.0, min(100.0, 50 + c / (d + UNDECIDED))))
    cut = round(DRAWS * (1 - BAND) / 2)
    return [(sorted(drawn)[cut], sorted(drawn)[-1 - cut]) for drawn in (leans, depths)]


def _facets(terms: Sequence[Term]) -> dict[str, int]:
    facets = {facet.id: 0 for facet in load_instrument().facets}
    for term in terms:
        if term.facet:
            facets[term.facet] += 1
    return facets


def _profile(facets: Mapping[str, int], usual: Mapping[str, float]) -> dict[str, float]:
    """Return facet id -> 0-100 from the shares of phrases, in the manner of odds.

    Five phrases of a typical advert are added, so that a short text says nothing extreme.
    """
    total = sum(facets.values()) + 5
    shares = {facet: (n + 5 * usual[facet]) / total for facet, n in facets.items()}
    return {facet: 100 * share / (share + usual[facet]) for facet, share in shares.items()}


def _covered(facets: Mapping[str, int], pole: str) -> int:
    return sum(facets[facet.id] > 0 for facet in load_instrument().facets_of(pole))


def _verdict(reading: AdvertReading) -> str:
    role, lean = reading.titled, round(reading.lean)
    clear = abs(reading.lean) >= SIDE_FROM and not reading.low <= 0 <= reading.high
    side = "engineering" if lean > 0 else "analytics"
    if clear:
        where = f"leans {abs(lean)} points to {side}"
    else:
        low, high = round(reading.low), round(reading.high)
        where = f"settles no side (lean {lean}, from {low} to {high})"
    if not reading.title:
        return f"{where[0].upper()}{where[1:]}."
    other = clear and role is not None and role.lean * reading.lean < 0
    sentence = f"Titled {reading.title}, {'but' if other else 'and'} {where}."
    if role is not None and role.depth >= DEEP > reading.depth_high:
        sentence += f" It asks for little machine learning (depth {reading.depth:.0f} of 100)."
    if role is not None and role.depth < DEEP < reading.depth_low:
        sentence += f" It asks for much machine learning (depth {reading.depth:.0f} of 100)."
    return sentence
