"""What was pasted: readable text, of one advert, with its English part taken apart."""

from collections.abc import Collection
from operator import itemgetter
from typing import NamedTuple

from rolekit.adverts.characters import as_it_looks
from rolekit.adverts.language import english_part, looks_mixed
from rolekit.adverts.parts import COMPANY, Parts, parts_of
from rolekit.adverts.plain_text import plain_text
from rolekit.adverts.titles import adverts_in
from rolekit.adverts.trade import of_the_trade
from rolekit.adverts.trie import Hit
from rolekit.base.sentences import counted
from rolekit.errors import AdvertError

NEEDED = 6  # known phrases without which an advert gets no place
SHORT = 40  # words: of fewer it is not said that they are of another trade


class Paste(NamedTuple):
    """The text of the first advert, its English, that taken apart, and where other languages are.

    adverts
        All the adverts that were pasted.
    """

    text: str
    english: str
    parts: Parts
    foreign: tuple[tuple[int, int], ...]
    adverts: tuple[str, ...]


def take_apart(text: str) -> Paste:
    """Take an advert apart that is readable text already.

    Where next to nothing is said of the job but by a company that speaks of itself ("we deploy our
    models with ..."), that counts. Where most of the work is below a page's "Benefits" or
    "Apply", that heading is the page's alone, and begins nothing.
    """
    parts = parts_of(text)
    english, foreign = text, tuple[tuple[int, int], ...]()
    if looks_mixed(text, parts.words):
        english, foreign = english_part(text)
        parts = parts_of(english)
    if parts.is_misled:
        parts = parts_of(english, headed=False)
    if len(parts.said) < NEEDED:
        parts.readmit(COMPANY)
    return Paste(text, english, parts, foreign, (text,))


def read_paste(text: str) -> Paste:
    """Make a paste readable and take its first advert apart."""
    text = as_it_looks(plain_text(text))
    paste = take_apart(text)
    if paste.parts.title_lines > 1:
        adverts = adverts_in(text)
        if len(adverts) > 1:
            return take_apart(adverts[0])._replace(adverts=adverts)
    return paste


def counting_in(parts: Parts, reasons: Collection[str]) -> dict[str, Hit]:
    """Return term -> where it is first said, with what was left out for these reasons."""
    if not reasons:
        return parts.first
    more = [hit for hit, why in parts.spare if why in reasons]
    first: dict[str, Hit] = {}
    for hit in sorted((*parts.first.values(), *more), key=itemgetter(0)):
        first.setdefault(hit[2].id, hit)
    return first


def check(paste: Paste) -> None:
    """Raise `AdvertError`, which says why, where a result would be a guess.

    >>> check(read_paste("Data Analyst. SQL, Excel, Tableau, dashboards, reports, KPIs"))
    """
    parts = paste.parts
    few = len(parts.said) < NEEDED
    if few and paste.foreign:
        raise AdvertError(
            "This does not seem to be English. Paste an advert in English: the words were counted "
            "in English adverts."
        )
    if not of_the_trade(parts, paste.text) and (not few or len(parts.words) >= SHORT):
        raise AdvertError(
            "This does not seem to be data or software work. Paste an advert for such work: the "
            "words were counted in those. If it is one, add what the person will do, and with what."
        )
    if few:
        raise AdvertError(
            f"Too little to go on: {counted(len(parts.said), 'known phrase')}. Paste the whole "
            "advert, with its tasks and requirements."
        )
