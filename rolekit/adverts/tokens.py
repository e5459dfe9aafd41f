"""The words of an advert, as they are compared, and the job titles among them.

Words are compared without case, plural and British or American spelling, and little words are
passed over, so that "analysis of the data" is analysis and data. A phrase ends where a sentence, a
list item or a bracket does. Job titles are *struck*: "analyst", "engineer" and "scientist", with
the words that belong to them, carry no weight whoever is meant, and nor do the names of the fields
("data science"). A title says what a job is called, not what it is. Which role a title is one of,
`data/role_titles.csv` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rolekit.base.tables import load_table

Key = tuple[str, ...]  # a phrase in its normal form


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


WORD = re.compile(r"ph\.d\b|[a-z0-9]+(?:\+\+|#)?", re.IGNORECASE)
LITTLE_WORDS = _set_of(
    "a an and are as at be been by can for from has have in into is it its of on or our s such t "
    "that the their them these this those to us was we were will with within you your"
)
_AMERICAN = [
    (re.compile("isation$"), "ization"),
    (re.compile("is(e|ed|er|ing)$"), r"iz\1"),
    (re.compile("ys(e|ed|er|ing)$"), r"yz\1"),
    (re.compile("elling$"), "eling"),
    (re.compile("our(al)?$"), r"or\1"),
]
_BETWEEN = re.compile(r"[ \t\xa0/&'’\"‐‑-]*(\n[ \t]*)?")  # what may stand inside a phrase
# (noun, words one of which stands before it, role)
_TITLES = [
    (row["noun"], _set_of(row["words"] or ""), row["role"]) for row in load_table("role_titles")
]
_SINGULAR = frozenset(noun for noun, _, _ in _TITLES)
_NOUNS = _SINGULAR | {f"{noun}s" for noun in _SINGULAR}
_BEFORE_NOUNS = frozenset().union(*(words for _, words, _ in _TITLES)) | _set_of(
    "ai analytic analytics applied artificial aws azure backend bi big business cloud computer "
    "customer data deep devops etl gen graduate insight insights intelligence junior lead learning "
    "machine marketing ml mlops nlp platform principal product quantitative reporting research "
    "senior software staff vision"
)
_FIELDS = (
    ("data", "science"),
    ("data", "engineering"),
    ("machine", "learning", "engineering"),
    ("ml", "engineering"),
)
_OF_TITLES = _NOUNS | _BEFORE_NOUNS | {word for field in _FIELDS for word in field}
_LONGEST_TITLE = 12  # words; longer ones are no titles, and a hostile text holds no long list
_ENGLISH = _set_of("and the of to in for with you our we is are will on as be")
_OTHERS = _set_of(
    "und der das mit wir sie ein eine zu den von bei auf nicht ist "
    "et le les des une pour vous nous dans est du au avec "
    "el los las con que del su para como por "
    "het een van voor met wij je zijn bij "
    "os um uma com em seu dos "
    "il di per che gli della sono"
)


class Word(NamedTuple):
    """A word of a text.

    lower, start, end
        In lower case, with its positions.
    joined
        Whether nothing ends between it and the word before.
    struck
        Whether it belongs to a title and says nothing.
    """

    lower: str
    start: int
    end: int
    joined: bool
    struck: bool = False


@lru_cache(maxsize=20_000)
def normal_word(word: str) -> str:
    """Return a word in lower case, in the singular and in American spelling.

    >>> [normal_word(word) for word in ("pipelines", "Ph.D", "analysis", "AWS")]
    ['pipeline', 'phd', 'analysis', 'aws']
    >>> normal_word("Visualisations") == normal_word("visualization")
    True
    """
    word = word.lower().replace(".", "")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 4:
        for british, american in _AMERICAN:
            word = british.sub(american, word)
    return word


def normal_form(phrase: str) -> Key:
    """Return the words of a phrase as they are compared.

    >>> normal_form("analysis of the data")
    ('analysis', 'data')
    """
    words = (word.lower() for word in WORD.findall(phrase))
    return tuple(normal_word(word) for word in words if word not in LITTLE_WORDS)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, those of titles struck.

    >>> [word.lower for word in words("Lead Data Scientist: R, SQL") if not word.struck]
    ['r', 'sql']
    """
    ahead: list[Word] = []  # words that may yet turn out to belong to a title
    end = -1
    for match in WORD.finditer(text):
        start, lower = match.start(), match[0].lower()
        gap = _BETWEEN.fullmatch(text, end, start) if end >= 0 else None
        joined = gap is not None and (gap[1] is None or text[start].islower())
        end = match.end()
        # "R" is a language only as a capital that stands alone.
        alone = lower != "r" or (match[0] == "R" and "&" not in text[max(0, start - 1) : end + 1])
        word = Word(lower, start, end, joined, not alone)
        if not joined or lower not in _OF_TITLES:
            yield from _struck_fields(ahead)
            ahead = []
        ahead.append(word)
        if lower in _NOUNS:
            yield from (
                one._replace(struck=one.struck or one.lower in _BEFORE_NOUNS | _NOUNS)
                for one in ahead
            )
            ahead = []
        elif len(ahead) > _LONGEST_TITLE:
            yield from _struck_fields(ahead[: -_LONGEST_TITLE // 2])
            ahead = ahead[-_LONGEST_TITLE // 2 :]
    yield from _struck_fields(ahead)


def _struck_fields(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words, with the names of fields ("data science") struck out."""
    left = 0
    for i, word in enumerate(words):
        for field in _FIELDS:
            if tuple(one.lower for one in words[i : i + len(field)]) == field:
                left = max(left, len(field))
        yield word._replace(struck=True) if left else word
        left = max(0, left - 1)


def first_title(text: str, found: Sequence[Word]) -> tuple[str, str]:
    """Return the first job title in the singular, as written, and the id of its role.

    Both are "" where there is none, and the id where no role of ours bears that title. The plural
    ("with our data engineers") is about colleagues.

    >>> text = "You help analysts as our Senior ML Engineer."
    >>> first_title(text, list(words(text)))
    ('Senior ML Engineer', 'ml_engineer')
    """
    before: list[Word] = []
    for word in found:
        if not word.joined or not word.struck:
            before = []
        if word.struck and word.lower in _SINGULAR and before:
            title = text[before[0].start : word.end]
            return " ".join(title.split()), _role_of(word.lower, {one.lower for one in before})
        if word.struck:
            before.append(word)
    return "", ""


def _role_of(noun: str, before: set[str]) -> str:
    fitting = (role for of, words, role in _TITLES if of == noun and (not words or before & words))
    return next(fitting, "")


def seems_english(text: str, found: Sequence[Word]) -> bool:
    """Return whether the little words, and the letters, are rather English than others.

    >>> text = "Wir suchen eine Person mit Python und SQL"
    >>> seems_english(text, list(words(text)))
    False
    """
    english = sum(word.lower in _ENGLISH for word in found)
    others = sum(word.lower in _OTHERS for word in found)
    letters = sum(map(str.isalpha, text))
    # Beyond Latin with its accents.
    beyond = 0 if text.isascii() else sum(one.isalpha() and ord(one) > 0x24F for one in text)
    return others <= english and beyond <= 0.3 * letters
