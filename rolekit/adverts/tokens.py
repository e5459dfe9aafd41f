"""The words of an advert, as they are compared.

Words are compared without case, plural and British or American spelling, and little words inside a
phrase are passed over, so "analysis of the data" is analysis and data. At its ends they are
kept: "on call" is no call, and "a/b" no b. A text becomes a list of words and of the marks at which
a phrase ends (stops, commas, brackets, bullets, and lines that are not merely wrapped).
"""

import re

from rolekit.base.tables import load_table

Key = tuple[str, ...]  # a phrase in its normal form


def word_list(name: str) -> frozenset[str]:
    """Return the words of one of the lists in `data/advert_words.csv`."""
    return next(frozenset(row["words"].split()) for row in _LISTS if row["list"] == name)


_LISTS = load_table("advert_words")

_WRAPPED = re.compile(r"\n(?=[ \t]*[a-z])")
TOKEN = re.compile(
    # A word: C++, C#, Node.js, Ph.D and B.S. are one, and so is a number such as 4.5.
    r"\w+(?:[+#.,](?:(?<=\+)\+|(?<=#)|(?<=\.)(?:js\b|(?<!\w{3}\.)[a-z]{1,4}\b(?:\.[a-z]{1,4}\b)*)"
    r"|(?<=\d[.,])\d+))?"
    r"|[.,;:!?()|>›»\[\]•·…–—\n]"
)
LITTLE_WORDS = word_list("little")
STOPS = frozenset(".!?;•")  # where a sentence, or an item of a list, ends
_AMERICAN = [
    (re.compile("isation$"), "ization"),
    (re.compile("is(e|ed|er|ing)$"), r"iz\1"),
    (re.compile("ys(e|ed|er|ing)$"), r"yz\1"),
    (re.compile("elling$"), "eling"),
    (re.compile("our(al)?$"), r"or\1"),
]
_BRITISH = [
    ("ization", "isation"),
    *((f"iz{end}", f"is{end}") for end in ("e", "ed", "er", "ing")),
    *((f"yz{end}", f"ys{end}") for end in ("e", "ed", "er", "ing")),
    ("eling", "elling"),
    ("or", "our"),
    ("oral", "oural"),
]


def lowered(text: str) -> str:
    """Return a text of the same length in lower case, without the breaks of lines that go on."""
    text = _WRAPPED.sub(" ", text)
    low = text.lower()
    # Of some letters the lower case is longer.
    return low if len(low) == len(text) else "".join(one.lower()[0] for one in text)


def tokens_of(text: str) -> list[str]:
    """Return the words and marks of a text in lower case, between line breaks.

    >>> tokens_of("Lead R&D: C++, SQL.")
    ['\\n', 'lead', 'r', 'd', ':', 'c++', ',', 'sql', '.', '\\n', '\\n']
    """
    return ["\n", *TOKEN.findall(lowered(text)), "\n", "\n"]


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where each of the `tokens_of` a text is."""
    end = len(text), len(text)
    return [(0, 0), *(found.span() for found in TOKEN.finditer(lowered(text))), end, end]


def normal_word(word: str) -> str:
    """Return a word in lower case, in the singular and in American spelling.

    >>> [normal_word(word) for word in ("pipelines", "analysis", "AWS")]
    ['pipeline', 'analysis', 'aws']
    >>> normal_word("Visualisations") == normal_word("visualization")
    True
    """
    word = word.lower()
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", ".js")):
        word = word[:-1]
    if len(word) > 4:
        for british, american in _AMERICAN:
            word = british.sub(american, word)
    return word


def spellings(word: str) -> set[str]:
    """Return the spellings that are compared as one with a normal word.

    >>> {"tuning", "tunings"} == spellings("tuning")
    True
    """
    found = {word}
    for american, british in _BRITISH:
        if word.endswith(american):
            found.add(word[: -len(american)] + british)
    found |= {f"{one}s" for one in found}
    return {one for one in found if normal_word(one) == word}


def normal_form(phrase: str) -> Key:
    """Return the words of a phrase as they are compared.

    >>> normal_form("analysis of the data"), normal_form("on call")
    (('analysis', 'data'), ('on', 'call'))
    """
    words = [word for word in tokens_of(phrase) if word[0].isalnum()]
    last = len(words) - 1
    return tuple(
        normal_word(word)
        for i, word in enumerate(words)
        if i in (0, last) or word not in LITTLE_WORDS
    )
