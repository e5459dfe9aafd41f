"""The parts of a pasted advert: which phrases are about the job, and why the others do not count.

A pasted advert also holds company talk, benefits, law, site menus and other vacancies. A heading
begins a part, and each sentence is weighed by itself: the signs of a part against those of
somebody's work ("you will", "experience with", a task that begins with its verb).
`data/advert_parts.csv` has the signs with their weights. Of the sentences that remain, a phrase
does not count where it is taken back, or means something else there. Everything that is left out is
kept with its reason, so it can be shown, and be counted after all.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from rolekit.adverts.negation import negated
from rolekit.adverts.tokens import LITTLE_WORDS, STOPS, tokens_of, word_list
from rolekit.adverts.trie import STOP, Hit, Mark, Node, load_trees, longest

COMPANY, BENEFITS, LEGAL, FURNITURE, SIMILAR = (
    "company",
    "benefits",
    "legal",
    "furniture",
    "similar",
)
NEGATED, MEANING, LANGUAGE = "negated", "meaning", "language"
REASONS = {
    COMPANY: "the company about itself",
    BENEFITS: "benefits and pay",
    LEGAL: "legal text",
    FURNITURE: "menus and how to apply",
    SIMILAR: "other vacancies",
    NEGATED: "what it says is not needed",
    MEANING: "words that mean something else",
    LANGUAGE: "another language",
}
JOB = frozenset(("job", "must", "nice"))
NO_WORK = frozenset((BENEFITS, LEGAL, FURNITURE))  # where hardly a phrase of the trade is said
# What a sentence under such a heading must say of somebody's work so as to count all the same.
UNDER = {COMPANY: 4, BENEFITS: 5, LEGAL: 5, FURNITURE: 5, SIMILAR: 99}
FAR = 2  # less of it once a blank line stands between
LEAST = 2  # of the weights of a part: less leaves a sentence with the job
A_TASK = 2  # what it says for the job that a sentence does not begin as a company's talk does
A_LIST = 2  # tools in a sentence, among which a name may be written without its capital
LONGEST_HEADING = 8  # words
_ALONE = re.compile(r"R(?<![&\w]R)(?![&\w])")  # the language R, and no R&D
_BARS = frozenset("|>›»·•")  # of menus and trails
_GOES_ON = word_list("after a heading")
_NAMING = frozenset(("at", "from"))  # a company's name comes after: "More jobs at Plenk"
_TITLE_WORDS = word_list("before a title")


@dataclass(slots=True)
class Parts:
    """A text taken apart.

    words
        Its words and marks, in lower case.
    first
        Term -> the tokens that say it first (the first, and the one after the last), and their
        sign, of all that count.
    said
        The phrases that count.
    spare
        Phrases that do not count: likewise, with the reason.
    left
        What is left out: first token, the one after the last, reason; sentences, or phrases.
    asked
        The sentences that count, with the part under whose heading they are.
    others
        Signs of other trades.
    title_lines
        How many lines may be titles.
    names
        Words of which it is known whether they are written as names.
    """

    words: list[str]
    first: dict[str, Hit] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    spare: list[tuple[Hit, str]] = field(default_factory=list)
    left: list[tuple[int, int, str]] = field(default_factory=list)
    asked: list[tuple[int, int, str]] = field(default_factory=list)
    others: list[Mark] = field(default_factory=list)
    title_lines: int = 0
    names: dict[str, bool] = field(default_factory=dict)

    def count(self, hits: Iterable[Hit]) -> None:
        """Let hits of terms count, each term where it is first said."""
        first, said = self.first, self.said.add
        for hit in hits:
            mark = hit[2]
            if mark.id:
                first.setdefault(mark.id, hit)
                said(mark.phrase)
            if mark.other_trade:
                self.others.append(mark)

    def leave_out(self, hits: Iterable[Hit], begin: int, end: int, why: str) -> None:
        """Keep a passage, and the phrases in it, apart."""
        self.left.append((begin, end, why))
        self.spare += [(hit, why) for hit in hits if hit[2].id]

    def is_name(self, word: str, text: str) -> bool:
        """Return whether a word is written as a name somewhere: with a capital, or in capitals."""
        if word not in self.names:
            upper = word.upper()
            self.names[word] = (
                bool(_ALONE.search(text))
                if len(word) == 1
                else any(one in text for one in (word.capitalize(), upper, f"{upper[:-1]}s"))
            )
        return self.names[word]

    @property
    def is_misled(self) -> bool:
        """Whether more of the work is said under the headings of a page than elsewhere."""
        around = {hit[2].id for hit, why in self.spare if why in NO_WORK and hit[2].trade}
        return len(around) > len(self.said)

    def readmit(self, why: str) -> None:
        """Let count what was left out for a reason."""
        self.count([hit for hit, reason in self.spare if reason == why])
        self.asked += [(begin, end, "") for begin, end, reason in self.left if reason == why]
        self.asked.sort()
        self.spare = [one for one in self.spare if one[1] != why]
        self.left = [one for one in self.left if one[2] != why]


def parts_of(text: str, headed: bool = True) -> Parts:
    """Take a text apart; unless `headed`, no heading begins a part around the job."""
    words, (tree, begins) = tokens_of(text), load_trees()
    parts, last = Parts(words), len(words) - 1
    sentence: list[Hit] = []
    opening: Mark | None = None
    section = after_line = ""
    begin = line = end = 0
    cued = doubt = far = False
    for start, node in enumerate(map(tree.get, words)):
        if node is None or start < end:
            continue
        mark, after = node
        end = start + 1
        if after:
            word = words[end]
            if word in after or (
                word in LITTLE_WORDS and (words[end + 1] in after or words[end + 1] in LITTLE_WORDS)
            ):
                mark, end = longest(tree, words, start)
        if mark is None:
            continue
        if not mark.signs:
            sentence.append((start, end, mark))
        elif mark is not STOP:
            if mark.titled:
                first = _strike(sentence, words, start)
                begins_line = first == begin or words[first - 1] == ":"
                parts.title_lines += begins_line and section != SIMILAR
            sentence.append((start, end, mark))
            cued = cued or bool(mark.cues)
            doubt = doubt or mark.doubtful
        else:
            if start > begin:
                part = ""
                if cued or opening is not None or section in UNDER:
                    part = _around(words[begin:start], sentence, section, far, opening)
                if part:
                    parts.leave_out(sentence, begin, start, part)
                else:
                    parts.asked.append((begin, start, section))
                    if doubt:
                        sentence = _counting(parts, sentence, begin, start, text)
                    parts.count(sentence)
                sentence, cued, doubt = [], False, False
            if end > last:
                break
            begin, opening = end, None
            if words[start] == "\n":
                line, section = end, after_line
                far = far or words[end] == "\n"
            elif start - line < 2 and words[line].isdigit():
                line = end  # a number before an item
            if words[end] in begins:
                heads, stop, opening = _begin(begins, words, end, line, headed)
                if heads:
                    section, far, begin, end = heads, False, stop, stop
                    if words[stop] != ":" or words[stop + 1] == "\n":
                        after_line = heads
    return parts


def _begin(
    begins: Node, words: Sequence[str], at: int, line: int, headed: bool
) -> tuple[str, int, Mark | None]:
    """Return what part begins under a heading here, if any, where it ends, or what is opened."""
    mark, stop = longest(begins, words, at)
    if mark is not None and mark.heads and _is_heading(words, at, stop, line):
        return mark.heads if headed or mark.heads in JOB else "job", stop, None
    if words[at] == "about" and _is_heading(words, at, at + 1, line):
        rest = words[at : at + LONGEST_HEADING]
        colon = rest.index(":") if ":" in rest else rest.index("\n")
        return COMPANY if headed else "job", at + colon, None
    first = begins[words[at]][0]
    for told in (mark, first):
        if told is not None and (told.cues or told.job):
            return "", stop, told
    return "", stop, None


def _is_heading(words: Sequence[str], start: int, end: int, line: int) -> bool:
    """A heading has its line for itself, or is followed by a colon."""
    if words[end] == ":":
        return True
    if start != line:
        return False
    if words[end] == "\n":
        return True
    rest = words[end : end + LONGEST_HEADING]
    if words[start] == "about" and ":" in rest:
        return True
    if "\n" not in rest:
        return False
    rest = rest[: rest.index("\n")]
    about = (words[start] == "about" or words[end - 1] in _NAMING) and rest[-1:] != ["."]
    goes_on = rest[:1] and rest[0] in _GOES_ON and rest[-1] not in STOPS
    return not rest or rest[-1] in ":?" or about or bool(goes_on)


def _strike(sentence: list[Hit], words: Sequence[str], noun: int) -> int:
    """Take out the hits of a title, whose words say nothing of the job; return where it begins."""
    first = noun
    while first and words[first - 1] in _TITLE_WORDS:
        first -= 1
    while sentence and sentence[-1][0] >= first:
        sentence.pop()
    return first


def _around(
    words: Sequence[str],
    sentence: Sequence[Hit],
    section: str,
    far: bool,
    opening: Mark | None,
) -> str:
    """Return which part around the job a sentence belongs to, or "" where it is about the job."""
    scores = {section: UNDER[section] - FAR * far} if section in UNDER else {}
    job = (section in JOB) + (0 if opening else A_TASK)
    marks = [mark for _, _, mark in sentence]
    for mark in (opening, *marks) if opening else marks:
        job += mark.job
        for part, weight in mark.cues:
            scores[part] = scores.get(part, 0) + weight
    if not scores:
        return ""
    tools = [1 for _, _, mark in sentence if mark.trade > 1 and not mark.doubtful]
    job += min(len(tools), A_TASK)
    bars = len([1 for word in words if word in _BARS])
    scores[FURNITURE] = scores.get(FURNITURE, 0) + bars
    part = max(scores, key=scores.__getitem__)
    return part if scores[part] > max(job, LEAST - 1) else ""


def _counting(parts: Parts, sentence: Sequence[Hit], begin: int, end: int, text: str) -> list[Hit]:
    """Return the hits that count; those taken back, or of another meaning, are put aside."""
    marks = [mark for _, _, mark in sentence]
    taken_back: Collection[int] = ()
    if any([mark.negates for mark in marks]):
        taken_back = negated(sentence, parts.words, begin, end)
    named = [n for n, mark in enumerate(marks) if mark.needs == "capital"]
    names = {n for n in named if parts.is_name(parts.words[sentence[n][0]], text)}
    beside = len([1 for mark in marks if mark.trade and not mark.doubtful]) + len(names)
    kept = []
    for n, hit in enumerate(sentence):
        mark = hit[2]
        why = NEGATED if n in taken_back else ""
        if mark.means:
            why = MEANING
        elif mark.needs == "company":
            why = why if beside else MEANING
        elif n in names:
            # "R" may be anybody's initial.
            why = why if beside > 1 or len(parts.words[hit[0]]) > 1 else MEANING
        elif mark.needs:
            why = why if beside + len(named) - len(names) > A_LIST else MEANING
        if not why:
            kept.append(hit)
        elif mark.id:
            parts.leave_out([hit], hit[0], hit[1], why)
    return kept
