"""All phrases that an advert is searched for, in one tree of words, with what each is a sign of.

The terms of the lexicon, the other meanings of their words, the signs of a company's own talk, of
benefits, of law and of site menus, negations and titles are in tables of their own. Here they
become one tree: a word leads to the words that may follow it, and a phrase is found in as many
steps as it has words. Where one phrase is the beginning of another the longer one counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rolekit.adverts.terms import Term, load_terms
from rolekit.adverts.tokens import LITTLE_WORDS, STOPS, Key, normal_form, spellings
from rolekit.base.tables import load_table

FIRM = frozenset(("a", "on"))  # little words that say something at the beginning: "a/b", "on call"

Cues = tuple[tuple[str, int], ...]  # parts with weights


@dataclass(frozen=True, slots=True)
class Mark:
    """What a phrase is a sign of.

    term, trade
        What it stands for in the lexicon, and how surely it is of the trade (0-2).
    needs
        "company" or "capital", without which it has its everyday meaning.
    means
        Its other meaning, where it has one, such as "the industry"; `term` is what it looks like.
    job, cues
        The weight with which it speaks for the job, and parts of an advert with the weights with
        which it speaks for those.
    heads
        The part that begins under it where it is a heading.
    negates
        Whether it takes back what comes "after" or "before" it, "end"s that, or does "nothing".
    other_trade
        How much it speaks for another trade.
    titled
        Whether it is the noun of a title, and belongs with the words before it.
    signs, doubtful
        Whether it is a sign of more than its term, and whether its term, or another, may not count.
    id, phrase
        That of its term, or "", and the phrase itself.
    """

    term: Term | None = None
    trade: int = 0
    needs: str = ""
    means: str = ""
    job: int = 0
    cues: Cues = ()
    heads: str = ""
    negates: str = ""
    other_trade: int = 0
    titled: bool = False
    signs: bool = False
    doubtful: bool = False
    id: str = ""
    phrase: str = ""


Hit = tuple[int, int, Mark]  # first token, the one after the last, what they are a sign of
Node = dict[str, "tuple[Mark | None, Node]"]  # a word -> what it ends, the words that may follow
STOP = Mark(signs=True)


@cache
def load_trees() -> tuple[Node, Node]:
    """Return two trees: of phrases anywhere in a sentence, and of those with which one begins."""
    inside, begins = _marks()
    trees: tuple[Node, Node] = ({}, {})
    for tree, marks in zip(trees, (inside, begins), strict=True):
        for key, found in marks.items():
            signs = replace(found, term=None, trade=0) != Mark()
            doubtful = bool(found.needs or found.means or found.negates)
            id = found.term.id if found.term else ""
            _grow(
                tree,
                key,
                replace(found, signs=signs, doubtful=doubtful, id=id, phrase=" ".join(key)),
            )
    trees[0].update(dict.fromkeys((*STOPS, "\n"), (STOP, {})))
    return trees


def _marks() -> tuple[dict[Key, Mark], dict[Key, Mark]]:
    inside: dict[Key, Mark] = {}
    begins: dict[Key, Mark] = {}

    def mark(key: Key, **signs: Any) -> None:
        inside[key] = replace(inside.get(key, Mark()), **signs)

    lexicon = load_terms()
    for row in load_table("advert_terms"):
        key = normal_form(row["phrase"])
        mark(key, term=lexicon[key], trade=row["trade"])
    for row in load_table("advert_senses"):
        key = normal_form(row["phrase"])
        if row["rule"] == "other meaning":
            mark(key, term=_looks_like(key, lexicon), trade=0, means=row["meaning"])
        else:
            mark(key, needs=row["rule"].split()[-1])
    for row in load_table("advert_parts"):
        key, part = normal_form(row["phrase"]), (row["part"], row["weight"])
        marks = inside if row["place"] == "sentence" else begins
        before = marks.get(key, Mark())
        if row["place"] == "heading":
            marks[key] = replace(before, heads=row["part"])
        elif row["part"] == "job":
            marks[key] = replace(before, job=row["weight"])
        else:
            marks[key] = replace(before, cues=(*before.cues, part))
    for row in load_table("advert_negations"):
        mark(normal_form(row["phrase"]), negates=row["scope"])
    for row in load_table("other_trades"):
        mark(normal_form(row["phrase"]), other_trade=row["weight"])
    for row in load_table("role_titles"):
        for noun in (row["noun"], f"{row['noun']}s"):
            mark((noun,), titled=True)
    return inside, begins


def _grow(tree: Node, key: Key, mark: Mark) -> None:
    for n, word in enumerate(key):
        before, after = tree.get(word, (None, {}))
        here = (mark if n == len(key) - 1 else before, after)
        tree |= {spelling: here for spelling in spellings(word)}
        tree = after


def _looks_like(key: Key, lexicon: Mapping[Key, Term]) -> Term | None:
    """Return the longest term within a phrase that means something else."""
    for size in range(len(key) - 1, 0, -1):
        for i in range(len(key) - size + 1):
            if key[i : i + size] in lexicon:
                return lexicon[key[i : i + size]]
    return None


def longest(tree: Node, words: Sequence[str], at: int) -> tuple[Mark | None, int]:
    """Return what the longest phrase that begins at a word is a sign of, and where it ends.

    `words` ends with a line break, which is in no phrase.
    """
    mark, after = tree[words[at]]
    return _follow(mark, after, words, at + 1, words[at] not in FIRM)


def _follow(
    mark: Mark | None,
    after: Node,
    words: Sequence[str],
    at: int,
    passing: bool,
    aside: bool = True,
) -> tuple[Mark | None, int]:
    end = at
    while after:
        word = words[at]
        at += 1
        if word not in after:
            if passing and word in LITTLE_WORDS:
                continue
            break
        if aside and passing and word in LITTLE_WORDS:  # it may be passed over as well
            other, stop = _follow(None, after, words, at, True, aside=False)
            if other is not None:
                mark, end = other, stop
        found, after = after[word]
        passing = True
        if found is not None and at > end:
            mark, end = found, at
    return mark, end
