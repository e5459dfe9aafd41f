"""Which title an advert has, and where a second advert begins.

The title is the advert's own: its first line, what the page marks as such ("Job title: ..."), or
what the first sentences say that somebody is looked for as. A title that only occurs in the text
("with our data engineers") is a colleague's. Which role of ours a title is one of,
`data/role_titles.csv` tells: the noun decides with the words around it.
"""

import re
from functools import cache
from typing import NamedTuple, Self

from rolekit.adverts.tokens import word_list
from rolekit.base.tables import load_table

BEGINNING = 2000  # characters in which a title is looked for
FIRST_LINES = 6  # lines among which a title stands by itself: before it a page may have its head
LONGEST_LINE = 100  # characters of a line that is a title
BODY = 25  # words: less between two titles is no advert, and a third of it after a line of dashes
_NOUNS = "|".join(word_list("title nouns"))
_WORD = r"[^\W_][\w&+#./'’-]*"
_NAME = rf"(?:{_WORD}[ ]+|\([^()\n]{{1,20}}\)[ ]+|[&/][ ]+){{0,7}}\b(?:{_NOUNS})\b"
_HEAD_OF = rf"(?:head|director|vp|vice president|chief)[ ]+(?:of[ ]+)?(?:{_WORD}[ ]*){{1,4}}"
_TITLE = rf"(?:{_HEAD_OF}|{_NAME})"
_LINE = re.compile(
    r"^[^\w\n]*(?:(?:(?:now |urgently )?hiring|wanted|urgent)\b[^\w\n]*)?"
    rf"({_TITLE})(?=[^\w\n]|$)"
    r"(?![ ]+(?:is|are|will|to|who|that|the|an?|our|your|new|and[ ]+you)\b)([^\n]*)$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^[^\w\n]*(?:(?:job |position |role |vacancy )?title|position|role|vacancy|post|job|"
    r"(?:we.re |now )?hiring)[ ]*(?:no\.?|#)?[ ]*\d*[ ]*[:–-][ ]*(?:an?[ ]+)?"
    rf"({_TITLE})\b([^\n]*)",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    rf"\b(?:(?:looking for|hiring|seeking|searching for|recruiting|recruit|need|want|join us as|"
    rf"role of|position of|post of|role as)[ ]+(?:an?|our(?: next| first)?|another|the)?|"
    rf"as (?:an?|our(?: new| next| first)?))[ ]+({_TITLE})\b()",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(rf"\b(?:{'|'.join(word_list('no title'))}|report(?:ing)?[ ]+to)\b", re.I)
_SENTENCE = re.compile(r"(?<!\b[SJsj]r)\. ")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")
_AFTER = re.compile(r"[\s,–—:|/(-]*((?:[^\W_]+[\s/&-]*){1,4})")
_SEPARATOR = re.compile(r"^\s*(?:[-=*_~#·•—–]\s*){4,}$")


class Title(NamedTuple):
    """A title as written ("" if there is none), and the id of its role ("" if none of ours)."""

    text: str = ""
    role: str = ""

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(_words(self.text))

    def is_like(self, other: Self) -> bool:
        """Return whether one says no more than the other, as "Senior Analyst" and "Analyst"."""
        return self.words <= other.words or other.words <= self.words


@cache
def _roles() -> list[tuple[str, frozenset[str], str]]:
    return [
        (row["noun"], frozenset((row["words"] or "").split()), row["role"] or "")
        for row in load_table("role_titles")
    ]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, _, _ in _roles())


@cache
def _others() -> frozenset[str]:
    """Return the headings under which other vacancies stand."""
    rows = load_table("advert_parts")
    return frozenset(row["phrase"] for row in rows if row["part"] == "similar")


@cache
def _telling() -> frozenset[str]:
    return frozenset().union(*(words for _, words, _ in _roles()))


def own_title(text: str) -> Title:
    """Return the title of an advert.

    >>> own_title("Software Engineer, Machine Learning\\nYou work with data analysts.")
    Title(text='Software Engineer, Machine Learning', role='ml_engineer')
    >>> own_title("You work with our data analysts and a software engineer.")
    Title(text='', role='')
    """
    beginning = text[:BEGINNING]
    lines = [line for line in beginning.split("\n", 2 * FIRST_LINES) if line.strip()]
    for line in lines[:FIRST_LINES]:
        if title := title_of_line(line[:160]):
            return title
    if (sought := _SOUGHT.search(beginning)) and not _NO_TITLE.search(sought[1]):
        return _title(sought[1], sought[2])
    return Title()


def title_of_line(line: str) -> Title | None:
    """Return the title with which a line begins, if it is a title and no sentence.

    >>> title_of_line("Senior ML Engineer (m/f/d), Leeds").role
    'ml_engineer'
    >>> title_of_line("Our ML engineers work with you.") is None
    True
    """
    line = _NUMBER.sub("", line)
    found = _MARKED.match(line) or _LINE.match(_SENTENCE.split(line)[0].rstrip())
    if found is None or _NO_TITLE.search(found[1]):
        return None
    return _title(found[1], found[2])


def _title(name: str, after: str) -> Title:
    """Return a title with what follows its noun, as far as that tells the role (", NLP")."""
    words = _words(name)
    role = _role(words[-1], words)
    more = _AFTER.match(after)
    if more and role in ("", _widest(words[-1])) and (following := _words(more[1])):
        last = max((n for n, word in enumerate(following) if word in _telling()), default=-1)
        told = _role(words[-1], [*words, *following[: last + 1]])
        if following[0] in _telling() and told:
            role = told
            name += after[: after.lower().index(following[last]) + len(following[last])]
    return Title(" ".join(name.split()), role)


def _widest(noun: str) -> str:
    """Return the role of a noun's last row, which what follows a title may tell more closely."""
    return next((role for of, _, role in reversed(_roles()) if of == noun), "")


def _role(noun: str, words: list[str]) -> str:
    if len({*words} & _nouns()) > 1:
        return ""  # "Data Scientist / ML Engineer" is either
    fits = (role for of, some, role in _roles() if of == noun and (not some or some & {*words}))
    return next(fits, "")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def adverts_in(text: str) -> tuple[str, ...]:
    """Return the adverts that a paste holds, the text itself where it is one.

    A further one begins with a line that is another title, or with any title after a line of
    dashes or the like, if there is enough text between.

    >>> one = "Data Engineer\\n" + "You build pipelines in Python and SQL. " * 5
    >>> len(adverts_in(one)), len(adverts_in(f"{one}\\n----\\nData Analyst\\n" + "Charts. " * 30))
    (1, 2)
    """
    starts, titles, parted, at, words = [0], [own_title(text)], False, 0, 0
    for line in text.split("\n"):
        if line.strip(" \t:#*").lower() in _others():
            break
        if _SEPARATOR.match(line):
            parted = True
        elif line.strip():
            title = _of_a_further(line) if at and words >= (BODY / 3 if parted else BODY) else None
            if title and (parted or not title.is_like(titles[-1])):
                starts.append(at)
                titles.append(title)
                words = 0
            words += len(line.split())
            parted = False
        at += len(line) + 1
    if words < BODY / 3:
        starts = starts[:-1] or [0]
    ends = [*starts[1:], len(text)]
    # What was pasted twice is one advert.
    return tuple({text[i:j].strip(): text[i:j] for i, j in zip(starts, ends, strict=True)}.values())


def _of_a_further(line: str) -> Title | None:
    title = title_of_line(line) if len(line) <= LONGEST_LINE else None
    return title if title and len(title.words) > 1 and title.words & _nouns() else None
