"""Adverts: where a vacancy is on the map on which people are placed, phrase by phrase.

A reader goes through the text, knows some phrases, and lets each pull. `rolekit.adverts.terms` has
the lexicon and says how a phrase got its two weights. The position is their balance:

    pull = points * weight / (sum of |weight| of all phrases + 10)      lean = sum of the pulls

so every point of lean can be traced to a phrase, a long advert counts no more than a short
one, and a few phrases alone do not reach far. Depth is 50 plus the sum of its own pulls. A phrase
counts once, however often it is said. The points are such that adverts as typical as the counts
know them are near the landmarks of their roles. The band is where the place falls in 80% of
draws of as many phrases: what the same advert might have said in other words.

Only what is about the job is read (`rolekit.adverts.parts`); what is left out is kept, with the
reason. Titles carry no weight: "analyst", "engineer" and "scientist" are struck out with the words
that belong to them. A text that is no English, of another trade, or has too few known phrases gets
no result at all.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from rolekit.adverts.parts import LANGUAGE
from rolekit.adverts.paste import Paste, check, counting_in, read_paste, take_apart
from rolekit.adverts.scale import OnMap, load_scale, place_of
from rolekit.adverts.titles import own_title
from rolekit.adverts.tokens import spans_of
from rolekit.adverts.trie import Hit
from rolekit.adverts.unknown import unknown_words
from rolekit.adverts.wish_list import WishList, wish_list
from rolekit.errors import AdvertError
from rolekit.measure.placement import SIDE_FROM
from rolekit.measure.resemblance import Resemblance, resemblance
from rolekit.measure.roles import Role, roles
from rolekit.record.answers import Answers
from rolekit.record.instrument import SIDES, load_instrument

MUDDLED = 15  # points of lean from the middle within which an advert may be two jobs
TWO_JOBS = "This may be two jobs"
DEEP = 50.0  # depth from which a role, or an advert, counts as one of machine learning


class Phrase(NamedTuple):
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


class Passage(NamedTuple):
    """A passage that does not count, with its positions in `AdvertReading.text`, and the reason.

    why
        "company", "benefits", "legal", "furniture" or "similar" for text around the job; "negated",
        "meaning" for phrases that are taken back, or mean something else; "language".
    """

    text: str
    start: int
    end: int
    why: str


@dataclass(frozen=True)
class AdvertReading(OnMap):
    """Where an advert is, with the 80% bands of its position, and why.

    text
        The text without markup, to which all positions refer; of several adverts, the one read.
    adverts
        The texts of the adverts that were pasted together; one where it was one.
    counting
        The reasons for which nothing is left out here.
    """

    text: str
    adverts: tuple[str, ...]
    counting: frozenset[str]

    @cached_property
    def title(self) -> str:
        """The advert's own title, as written, or "" if it has none."""
        return own_title(self.text).text

    @cached_property
    def titled(self) -> Role | None:
        """The role that has its title, if it is one of ours."""
        role = own_title(self.text).role
        return next((one for one in roles() if one.id == role), None)

    @cached_property
    def _paste(self) -> Paste:
        # A place needs little memory; what it rests on is taken apart again when it is asked for.
        return take_apart(self.text)

    @cached_property
    def _first(self) -> Mapping[str, Hit]:
        return counting_in(self._paste.parts, self.counting)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return spans_of(self._paste.english)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """What was read, in the order of the text; the pulls sum to lean, and to depth - 50."""
        terms = [mark.term for _, _, mark in self._first.values() if mark.term]
        lean, depth = load_scale().lean.pulls(terms), load_scale().depth.pulls(terms)
        found = []
        for (first, last, _), term in zip(self._first.values(), terms, strict=True):
            i, j = self._spans[first][0], self._spans[last - 1][1]
            pulls = lean[term.id], depth[term.id]
            found.append(Phrase(self.text[i:j], i, j, term.id, term.facet, term.pole, *pulls))
        return tuple(found)

    @cached_property
    def left_out(self) -> tuple[Passage, ...]:
        """What does not count, in the order of the text."""
        found = [
            (self._spans[first][0], self._spans[last - 1][1], why)
            for first, last, why in self._paste.parts.left
            if why not in self.counting
        ]
        found += [(i, j, LANGUAGE) for i, j in self._paste.foreign]
        return tuple(Passage(self.text[i:j], i, j, why) for i, j, why in sorted(found))

    @cached_property
    def facets(self) -> Mapping[str, int]:
        """Facet id -> number of phrases, for all twelve."""
        facets = {facet.id: 0 for facet in load_instrument().facets}
        for _, _, mark in self._first.values():
            if mark.term and mark.term.facet:
                facets[mark.term.facet] += 1
        return MappingProxyType(facets)

    @cached_property
    def profile(self) -> Mapping[str, float]:
        """Facet id -> 0-100: 50 where the advert speaks of it as often as a typical one does.

        It follows from the shares of phrases in the manner of odds. Five phrases of a typical
        advert are added, so a short text says nothing extreme.
        """
        usual, total = load_scale().usual, sum(self.facets.values()) + 5
        shares = {facet: (n + 5 * usual[facet]) / total for facet, n in self.facets.items()}
        return MappingProxyType({f: 100 * n / (n + usual[f]) for f, n in shares.items()})

    @cached_property
    def resemblance(self) -> tuple[Resemblance, ...]:
        """Resemblance to the roles, the highest correlation of profiles first."""
        return tuple(
            resemblance(Answers.from_facets({f: round(score) for f, score in self.profile.items()}))
        )

    @cached_property
    def asks(self) -> WishList:
        """Counts of what is asked for, with advice."""
        return wish_list(self._paste.english, *map(self._covers, SIDES))

    @property
    def covered(self) -> tuple[str, ...]:
        """The facets of which the advert speaks, in table order."""
        return tuple(facet for facet, n in self.facets.items() if n)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facets of which it does not."""
        return tuple(facet for facet, n in self.facets.items() if not n)

    @property
    def two_jobs(self) -> bool:
        """Whether it asks for most of both sides' work, and for neither much more."""
        return self.asks.both_jobs and self.low <= MUDDLED and self.high >= -MUDDLED

    @property
    def side(self) -> str:
        """The side it leans to, "analytics" or "engineering", or "neither side"."""
        if abs(self.lean) < SIDE_FROM or self.low <= 0 <= self.high:
            return "neither side"
        return "engineering" if self.lean > 0 else "analytics"

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Names of tools, as it seems, that are not known here, each once."""
        return unknown_words(self._paste.english, self._paste.parts, self.title)

    @cached_property
    def verdict(self) -> str:
        """One plain sentence on lean, and where title and text differ in depth, another."""
        role, lean = self.titled, round(self.lean)
        clear = self.side in SIDES
        if clear:
            where = f"leans {abs(lean)} points towards {self.side}"
        else:
            low, high = round(self.low), round(self.high)
            where = f"settles on neither side (lean {lean}, likely range {low} to {high})"
        two = f"{TWO_JOBS}. " if self.two_jobs else ""
        if not self.title:
            return f"{two}{where[0].upper()}{where[1:]}."
        other = clear and role is not None and role.lean * self.lean < 0
        sentence = f"{two}Titled {self.title}, {'but' if other else 'and'} {where}."
        if role is not None and role.depth >= DEEP > self.depth_high:
            sentence += f" It asks for little machine learning (depth {self.depth:.0f} out of 100)."
        if role is not None and role.depth < DEEP < self.depth_low:
            sentence += (
                f" It asks for a lot of machine learning (depth {self.depth:.0f} out of 100)."
            )
        return sentence

    def _covers(self, pole: str) -> int:
        return sum(self.facets[facet.id] > 0 for facet in load_instrument().facets_of(pole))


def read_advert(text: str, counting: Collection[str] = ()) -> AdvertReading:
    """Place a job advert on the map, from its words.

    Markup is removed first, and passages that are not about the job are left out. `counting` names
    reasons (`Passage.why`) to ignore: passages left out for these count after all. If several
    adverts are pasted together, the first is read; `AdvertReading.adverts` has them all.

    Raises `AdvertError`, which says why, where there is no result: too few known phrases, another
    language, or a text about other work.

    >>> reading = read_advert(
    ...     "Data Scientist. You build data pipelines with Spark and Kafka, deploy models to "
    ...     "production on Kubernetes, write clean code, and monitor latency. No Tableau needed.")
    >>> reading.verdict
    'Titled Data Scientist, but leans 56 points towards engineering.'
    >>> abs(sum(phrase.pull for phrase in reading.phrases) - reading.lean) < 1e-9
    True
    >>> [passage.text for passage in reading.left_out]
    ['Tableau']
    """
    if not isinstance(text, str):
        raise AdvertError(f"An advert must be a text (got {type(text).__name__}).")
    paste = read_paste(text)
    check(paste)
    first = counting_in(paste.parts, counting)
    return AdvertReading(
        **vars(place_of(sorted(first))),
        text=paste.text,
        adverts=paste.adverts,
        counting=frozenset(counting),
    )
