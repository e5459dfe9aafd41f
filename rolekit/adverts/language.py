"""Which part of a text is English.

An advert is often pasted with its translation below it. Each sentence, or line, is judged by its
little words, and by letters that English has not; one without any ("SQL, Python") goes with what
is before it. `data/language_words.csv` has the words, of some thirty languages.
"""

import re
from collections.abc import Sequence
from functools import cache

from rolekit.base.tables import load_table

SUSPICIOUS = 3  # foreign words; fewer are names, unless hardly a word is English
LATIN = "\u024f"  # the last of its letters
SHARE = 0.02
_PIECE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s)[^\n.!?]*)*(?:[.!?]+\s*|\n+|$)")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    english: set[str] = set()
    others: set[str] = set()
    for row in load_table("language_words"):
        (english if row["language"] == "English" else others).update(row["words"].split())
    return frozenset(english), frozenset(others - english)


def looks_mixed(text: str, words: Sequence[str]) -> bool:
    """Return whether so many words are foreign that the text has to be looked at closely."""
    if text.isascii() and _words()[1].isdisjoint(words):
        return False
    foreign = _foreign(words)
    return foreign > SHARE * len(words) and (
        foreign >= SUSPICIOUS or (foreign > 1 and not _is_english(words))
    )


def english_part(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text with everything that is not English blanked, and where that was.

    >>> english, foreign = english_part("You work with us. Wir suchen eine Person mit Ideen.")
    >>> english.rstrip(), foreign
    ('You work with us.', ((18, 51),))
    """
    pieces = [(found[0], found.span()) for found in _PIECE.finditer(text) if found[0].strip()]
    least = 2 if _is_english(_WORD.findall(text.lower())) else 1
    judged = [_is_foreign(piece, least) for piece, _ in pieces]
    last = next((one for one in judged if one is not None), False)
    kept, foreign, at = [], [], 0
    for (piece, (start, end)), is_foreign in zip(pieces, judged, strict=True):
        last = last if is_foreign is None else is_foreign
        kept += [text[at:start], re.sub(r"[^\n]", " ", piece) if last else piece]
        at = end
        if last:
            foreign.append((start, end))
    return "".join((*kept, text[at:])), tuple(foreign)


def _is_foreign(piece: str, least: int) -> bool | None:
    """Return what a piece is, or None if it does not say; a capital letter begins a name.

    Without an English word, `least` foreign ones say so: among others a single one may be a name.
    """
    written = _WORD.findall(piece)
    low = [word for word in written if word.islower()] + [word.lower() for word in written[:1]]
    strange = sum(map(_strangeness, low))
    others = sum(map(_words()[1].__contains__, low)) + max(0, strange - 1)
    english = sum(word.lower() in _words()[0] for word in written)
    return None if others == english or (others < least and not english) else others > english


def _foreign(words: Sequence[str]) -> int:
    return sum(map(_strangeness, words)) + sum(map(_words()[1].__contains__, words))


def _is_english(words: Sequence[str]) -> bool:
    """Return whether there are at least as many English words as foreign ones."""
    return sum(map(_words()[0].__contains__, words)) >= _foreign(words)


def _strangeness(word: str) -> int:
    """Return for how many foreign words one with strange letters counts: some have no spaces."""
    if word.isascii() or not word.isalpha():
        return 0
    return 1 if max(word) <= LATIN else 1 + len(word) // 4
