"""What a sentence takes back: "no Tableau needed", "a PhD is not required", "rather than SQL".

A negation before a phrase reaches to the end of its clause, that is to a stop, a "but" or the like,
or a comma after which somebody does something. One after it ("is not needed") reaches back as far.
"Not only" takes nothing back. `data/advert_negations.csv` has the ways to say it.
"""

from collections.abc import Sequence

from rolekit.adverts.tokens import word_list
from rolekit.adverts.trie import Hit

MOST = 500  # phrases in a sentence; more are no sentence
_MARKS = frozenset((",", "(", ")", "–", "—", ":", "but"))
_APART = frozenset("(:–—")
_VERBS = word_list("acting")


def negated(hits: Sequence[Hit], words: Sequence[str], begin: int, end: int) -> set[int]:
    """Return the positions in `hits`, all in one sentence, that are taken back."""
    found: set[int] = set()
    if len(hits) > MOST:
        return found
    for start, stop, mark in hits:
        if not mark.negates:
            continue
        if mark.negates == "after":
            reach = _forward(hits, words, stop, end)
            found |= {n for n, hit in enumerate(hits) if stop <= hit[0] < reach}
        elif mark.negates == "before":
            reach = _back(words, start, begin)
            found |= {n for n, hit in enumerate(hits) if reach <= hit[0] < start}
    return found


def _forward(hits: Sequence[Hit], words: Sequence[str], start: int, end: int) -> int:
    ends = [hit[0] for hit in hits if hit[2].negates == "end" and hit[0] >= start]
    end = min([end, *ends])
    for i in range(start, end):
        if words[i] == ":" or (words[i] in _MARKS and _acts(words[i + 1 : i + 4])):
            return i
    return end


def _back(words: Sequence[str], start: int, begin: int) -> int:
    """A list ("Tableau, Excel or SAS is not needed") is crossed; a clause of its own is not.

    What stands apart ("Python, Tableau (not needed)") is about the last of a list alone.
    """
    reach = start
    if start > begin and words[start - 1] in _APART:
        return max(i for i in range(begin, start) if i == begin or words[i - 1] in _MARKS)
    while reach > begin:
        comma = reach - 1
        while comma >= begin and words[comma] not in _MARKS:
            comma -= 1
        if comma < begin:
            return begin
        before = comma - 1
        while before >= begin and words[before] not in _MARKS:
            before -= 1
        if words[comma] != "," or _acts(words[before + 1 : comma]):
            return comma + 1
        reach = comma
    return begin


def _acts(words: Sequence[str]) -> bool:
    return not _VERBS.isdisjoint(words)
