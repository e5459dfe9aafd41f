"""Text as it looks: invisible characters gone, joined and styled letters made plain.

Pages and documents put characters into words that nobody sees (soft hyphens, zero-width spaces),
join letters (the "fi" of some fonts), style them (bold letters that are mathematical signs), divide
words at the end of a line, and lose the space where a line ended ("RequirementsPython"). No word is
lost by any of it.
"""

import re
import unicodedata

from rolekit.adverts.trie import load_trees

_UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}\U000e0000-\U000e007f]+")
_DIVIDED = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)+")
_HYPHENATED = re.compile(r"([A-Za-z]{2,})-[ \t]*\n[ \t]*([a-z]{2,})")
_SEAM = re.compile("[A-Z](?<=[a-z]{3}[A-Z])[a-z]{2,}[A-Za-z]*")
_BEFORE = re.compile("[A-Za-z]{1,30}$")
_SIGNS = str.maketrans("", "", "™®©")


def as_it_looks(text: str) -> str:
    """Return a text with each word in plain letters.

    >>> as_it_looks("work\\ufb02ows, pipe\\u00adlines, SQL\\u200bPython, \\uff32")
    'workflows, pipelines, SQL Python, R'
    """
    if "_" in text:
        text = text.replace("_", " ")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        if _INVISIBLE.search(text):
            text = _DIVIDED.sub(lambda found: _whole(_INVISIBLE.split(found[0])), text)
            text = _INVISIBLE.sub("", text)
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text.translate(_SIGNS))
    if "-\n" in text or "- \n" in text:
        text = _HYPHENATED.sub(_line_end, text)
    return _SEAM.sub(_apart, text)


def _known(word: str) -> bool:
    return word.lower() in load_trees()[0]


def _whole(pieces: list[str]) -> str:
    """Join the pieces of a word, or part them where each is a word and the whole is none."""
    whole = "".join(pieces)
    if not _known(whole) and all(map(_known, pieces)):
        return " ".join(pieces)
    return whole


def _line_end(found: re.Match[str]) -> str:
    one, other = found.groups()
    return one + other if _known(one + other) else f"{one}-{other}"


def _apart(found: re.Match[str]) -> str:
    """Part words that lost the line break between them, if one of them is known by itself."""
    before = _BEFORE.search(found.string, max(0, found.start() - 30), found.start())
    one, other = before[0] if before else "", found[0]
    parted = not _known(one + other) and (_known(one) or _known(other))
    return f"\n{other}" if parted else other
