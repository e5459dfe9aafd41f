"""Names in a team: which ones can be, what is a name in a line of text, and initials.

People paste a list, a table, a chat. Beside a code there are a name, times, labels, bullets, a word
or two, which are no part of it.
"""

import html
import re
import unicodedata

from rolekit.base.spreadsheet import is_formula
from rolekit.errors import TeamError
from rolekit.record.codes import INVISIBLE

LONGEST_NAME = 40  # characters
_JOINERS = "\u200c\u200d"  # in Persian and Indian names, and between the parts of one emoji
_LOOSE_JOINER = re.compile(f"(?<![^\0-\x7f])[{_JOINERS}]+|[{_JOINERS}]+(?![^\0-\x7f])")
_TAG = re.compile(
    r"\\[a-z]+\b|</?(?:a|abbr|b|br|code|div|em|font|i|li|mark|o:p|ol|p|pre|s|small|span|strong|table|tbody|td"
    r"|th|thead|tr|tt|u|ul|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_STAMP = re.compile(
    rf"""(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?=\d)
    | \b\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?:T(?=\d)|\b)
    | \b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{_MONTH}(?:,?\s+\d{{4}}\b)?
    | \b{_MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}}\b)?
    | \b\d{{1,2}}\.?\s+(?:de\s+)?[^\W\d_]{{3,10}}\.?\s+(?:de\s+)?\d{{4}}\b
    | \b(?:today|yesterday|heute|gestern|hier|aujourd.hui|hoy|ayer|oggi|ieri|vandaag|gisteren)\b
      (?=[\s,]*(?:at\b|um\b|à\b|\d)) | \b(?:at|um|à|om|alle|a\ las)\s+(?=\d)
    | (?<![0-9])\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d+)?)?
      (?:\s*[ap]\.?m\b\.?)?(?:\s*(?:Z|(?:GMT|UTC)?[+-]\d{{1,2}}:?(?:\d{{2}})?|GMT|UTC|Uhr)\b)?)""",
    re.IGNORECASE | re.VERBOSE,
)
# As a chat or a mail says who wrote what follows; the time is taken out before.
_SENDERS = [
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"\W*from\s+(?P<name>.+?)(?:\s+to\s+.*)?",
        r"\W*(?:am|op)\b.*\b(?:schrieb|schreef)\s+(?P<name>.+?)\s*:\s*",
        r"\W*(?:on|le|el)\b(?:.*,)?\s*(?P<name>.+?)\s+(?:wrote|a écrit|escribió)\s*:\s*",
    )
]
# Lines in the head of a mail: whose it is, and what says nothing of that.
_FROM = re.compile(r"\W*(?:from|von|de|da|van)\s*:", re.IGNORECASE)
_HEAD = re.compile(
    r"\W*(?:date|sent|to|b?cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|à|objet|enviado"
    r"|para|asunto|inviato|oggetto|verzonden|aan|onderwerp)\s*:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?(?:mailto:)?(?P<name>[\w.+-]+)@[\w-]+\.[\w.-]+>?")
_MY_CODE = re.compile(
    r"(?:['’]s)?\s*\b(?:(?:here|this)(?:['’]s|\s+is|\s+comes)?\s+)?(?:my|the|your|their|her|his)?\s*"
    r"(?:role\s*|response\s*)?codes?\b(?:\s+is)?\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:e-?mail|full|my|role|the|your)?\s*(?:address|answer|code|name|response)s?"
    r"|anonymous|date|d[ae]|e-?mail|from|id|initials|members?|nr|participants?|people|person|team|text|time(?:stamp)?"
    r"|type|user|van|von|who)?",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[\t|;\n{}]|\"\s*,\s*\"?|,\s*\"")
_EDGES = " \t\r\n\"'“”‘’„«»`*_~-–—•·,.:;<>[](){}#>@+|/\\&→⇒：；，、。「」『』【】《》（）"


def checked(name: str) -> str:
    """Return a name as it is kept: without double spaces and marks that nobody sees.

    Raises `TeamError` for what cannot be a name.

    >>> checked(" Ada  L\u200b ")
    'Ada L'
    """
    if not isinstance(name, str):
        raise TeamError(f"A name must be a text (got a {type(name).__name__}).")
    kept = unicodedata.normalize("NFC", " ".join(_seen(name).split()))
    seen = re.sub("[\u200c\u200d\U000e0020-\U000e007f]", "", kept)
    if not 0 < len(kept) <= LONGEST_NAME or not seen or not seen.isprintable() or is_formula(kept):
        raise TeamError(
            f"A name must have 1 to {LONGEST_NAME} characters and begin with none of = + - @ "
            f"(got {kept[: LONGEST_NAME + 1]!r})."
        )
    return kept


def initials(name: str) -> str:
    """Return the initials of a name; what is none of letters, or initials already, stays.

    >>> initials("Ada Lovelace"), initials("jean-luc"), initials("AL"), initials("🦊")
    ('AL', 'JL', 'AL', '🦊')
    """
    words = re.findall(r"[^\W\d_][^\s-]*", name)
    if not any(any(c.islower() for c in word) or not word.isascii() for word in words):
        return name
    return "".join(word[0].upper() for word in words)


def has_stamp(text: str) -> bool:
    """Return whether a date or a time is in a text, as over what somebody said in a chat."""
    return _STAMP.search(text) is not None


def is_head(text: str) -> bool:
    """Return whether a line is of a mail's head, and says nothing of who wrote it.

    >>> is_head("Subject: my code"), is_head("From: Ada")
    (True, False)
    """
    return _HEAD.match(text) is not None


def is_sender(text: str) -> bool:
    """Return whether a line of a mail's head says who wrote it.

    >>> is_sender("Von: Ada Lovelace"), is_sender("Ada")
    (True, False)
    """
    return _FROM.match(text) is not None


def is_heading(text: str) -> bool:
    """Return whether a line is the first one of a table, with a label among its cells.

    >>> is_heading("Nom;Code;Ville"), is_heading("Ada, later")
    (True, False)
    """
    cells = [_bare(cell) for cell in re.split(r"[\t|;,]", text)]
    return len(cells) > 1 and any(cell and _LABEL.fullmatch(cell) for cell in cells)


def name_in(text: str) -> str:
    """Return the name in what is beside a code; "" where there is none.

    >>> name_in("[03/11/2026, 10:32:05] Ada Lovelace: here we go "), name_in('2. "Ben","')
    ('Ada Lovelace', 'Ben')
    >>> name_in("| Name | Code |")
    ''
    """
    text = _seen(html.unescape(_TAG.sub("\t", text))).replace("\x00", "")
    text = _STAMP.sub(" ", text)
    senders = (pattern.fullmatch(text) for pattern in _SENDERS)
    text = _MY_CODE.sub(" ", next((sender["name"] for sender in senders if sender), text))
    numbers = ""
    for cell in _CELLS.split(text):
        said = re.split(r":(?=\s|\"|$)|：", cell)
        for place, part in enumerate(said):
            # "Lovelace, Ada: ..." is one who speaks; in "Ada, Berlin" the first is the name.
            whole = place + 1 < len(said) or cell != text
            for some in [part] if whole else part.split(","):
                name = _bare(some)
                if _LABEL.fullmatch(name):
                    continue
                if any(not c.isascii() or c.isalpha() for c in name):
                    return name
                numbers = numbers or name
    return numbers


def _bare(text: str) -> str:
    """Return a name without bullets, quotation marks and what is added in brackets."""
    text = re.sub(r"\([^()]*\)|(?<=\w) \([^()]*$|\[[ x]?\]", " ", text)
    text = _ADDRESS.sub(lambda found: found["name"] if found[0] == text.strip() else " ", text)
    text = re.sub(r"^\s*\d{1,3}[.)]\s+", "", text.strip(_EDGES) if "=" not in text[:3] else text)
    return " ".join(text.rstrip(f"{_EDGES}=").lstrip(_EDGES).split())


def _seen(text: str) -> str:
    """Return a text without the marks that nobody sees, but for those that join."""
    kept = "".join(c for c in text if c in _JOINERS or c not in INVISIBLE)
    return _LOOSE_JOINER.sub("", kept)
