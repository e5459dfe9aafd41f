"""Which part of a text is English.

An advert is often pasted with its translation below it. Each sentence, or line, is judged by its
little words, and by letters that English has not; one without any ("SQL, Python") goes with what
is before it. `data/language_words.csv` has the words, of some thirty languages.
"""

import re
from collections.abc import Sequence
from functools import cache

from rolekit.base.tables import load_table

SUSPICIOUS = 3  # foreign words; fewer are names
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
    return foreign >= SUSPICIOUS and foreign > SHARE * len(words)


def english_part(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text with everything that is not English blanked, and where that was.

    >>> english, foreign = english_part("You work with us. Wir suchen eine Person mit Ideen.")
    >>> english.rstrip(), foreign
    ('You work with us.', ((18, 51),))
    """
    pieces = [(found[0], found.span()) for found in _PIECE.finditer(text) if found[0].strip()]
    judged = [_is_foreign(piece) for piece, _ in pieces]
    last = next((one for one in judged if one is not None), False)
    kept, foreign, at = [], [], 0
    for (piece, (start, end)), is_foreign in zip(pieces, judged, strict=True):
        last = last if is_foreign is None else is_foreign
        kept += [text[at:start], re.sub(r"[^\n]", " ", piece) if last else piece]
        at = end
        if last:
            foreign.append((start, end))
    return "".join((*kept, text[at:])), tuple(foreign)


def _is_foreign(piece: str) -> bool | None:
    """Return what a piece is, or None if it does not say; a capital letter begins a name."""
    written = _WORD.findall(piece)
    low = [word for word in written if word.islower()] + [word.lower() for word in written[:1]]
    strange = sum(not word.isascii() for word in low)
    others = sum(map(_words()[1].__contains__, low)) + max(0, strange - 1)
    english = sum(word.lower() in _words()[0] for word in written)
    # A single foreign word may be a name, too.
    return None if others == english or (others == 1 and not english) else others > english


def _foreign(words: Sequence[str]) -> int:
    strange = [word for word in words if not word.isascii() and word.isalpha()]
    return len(strange) + sum(map(_words()[1].__contains__, words))
