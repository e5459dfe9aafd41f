"""What looks like the name of a tool and is not known here.

A word with capitals inside ("DuckDB", "LLMOps"), or one with a capital that is in a list beside
known tools, is a name. Names of places, degrees and the like are in `data/capitals.csv`.
"""

import re
from functools import cache

from rolekit.adverts.parts import Parts
from rolekit.adverts.tokens import normal_word, spans_of
from rolekit.adverts.trie import load_trees
from rolekit.base.tables import load_table

_NAME = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]*\d*")
_IN_A_LIST = re.compile(r"[A-Z][a-z]{2,}[\w.]*|[A-Z]{3,6}\d*")
_BEFORE = frozenset((",", "(", "or", "and", "like", "as", "using", "use", "with"))


@cache
def _everyday() -> frozenset[str]:
    words = (word for row in load_table("capitals") for word in row["words"].split())
    counted = (word for row in load_table("ad_term_counts_2026") for word in row["term"].split())
    return frozenset(map(normal_word, (*words, *counted)))


def unknown_words(text: str, parts: Parts, title: str) -> tuple[str, ...]:
    """Return the unknown names in the sentences that count, each once, as first written.

    >>> from rolekit.adverts.parts import parts_of
    >>> text = "You use Python, SQL, Foobar and QuuxDB in London."
    >>> unknown_words(text, parts_of(text), "")
    ('Foobar', 'QuuxDB')
    """
    spans = spans_of(text)
    plain = {*title.lower().split(), *(text[i:j] for i, j in spans if text[i:j].islower())}
    tree = load_trees()[0]
    found: dict[str, str] = {}
    for begin, end, _ in parts.asked:
        known = [tree[word][0] for word in parts.words[begin:end] if word in tree]
        beside_tools = any(mark.trade > 1 for mark in known if mark)
        for i in range(begin, end):
            raw, word = text[slice(*spans[i])], parts.words[i]
            if word in tree or word in plain or normal_word(word) in _everyday():
                continue
            listed = beside_tools and i > begin and parts.words[i - 1] in _BEFORE
            if _NAME.fullmatch(raw) or (listed and _IN_A_LIST.fullmatch(raw)):
                found.setdefault(word, raw)
    return tuple(found.values())
