r"""What programs wrap around a text, taken off again.

A code comes out of a mail, a chat, a form or a file: escaped (`=2D`, `\u002d`, `%2D`, `&#45;`),
between tags, in the wide letters of another keyboard. Each function here takes one kind of that off
and gives a text *as long as the one that it was given*: what an escape stands for is put at its
end, and the rest is filled. So a position in the result is the same position in what was pasted,
and an escape that was itself escaped is joined to what it belongs to.
"""

import base64
import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from rolekit.record.codes import DASHES, INVISIBLE, SPACES

FILL = "\0"  # what is nothing
WALL = "\x1c"  # a letter or digit that no code has
_LAYERS = 3  # so often a text may be wrapped: a mail that holds a page that holds JSON
_HEX = "[0-9A-Fa-f]"
_MAIL = rf"(?:[ \t]{{0,9}}\r?\n|{_HEX}{{2}})"
# What may follow a sign for the two to be an escape. Found by their sign they are found fast.
_AFTER = {
    # A mail's text, and its head.
    "=": rf"{_MAIL}(?:={_MAIL})*|\?[\w-]{{1,40}}\?(?:[Qq]\?|[Bb]\?[A-Za-z0-9+/=]*+\?=)",
    "\\?": r"=\s{1,9}=\?[\w-]{1,40}\?[Qq]\?",
    "%": rf"u{_HEX}{{4}}|{_HEX}{{2}}(?:%{_HEX}{{2}})*",
    "&": rf"(?:\#[0-9]{{1,7}}|\#[Xx]{_HEX}{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});|nbsp|shy",
    # JSON, Python, JavaScript, C; but \role1 is a folder's name.
    "\\\\": rf"""u{_HEX}{{4}}(?:\\u{_HEX}{{4}})*|u\{{{_HEX}{{1,6}}\}}|U000{_HEX}{{5}}
        |x{_HEX}{{2}}(?:\\x{_HEX}{{2}})*|[0-3][0-7]{{2}}(?:\\[0-3][0-7]{{2}})*
        |N\{{[A-Z\ -]{{1,60}}\}}|[abfntv\\]|r(?![Oo][Ll][Ee])""",
    "_": rf"x{_HEX}{{4}}_",  # a spreadsheet's file
    "\x1b": r"\[[0-9;?]{0,20}[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)",  # a terminal's colours
    # Two to four characters that are one, see _mistaken.
    "[\xc2-\xf4]": r"(?<=[\xc2-\xdf])[^\0-\x7f]|(?<=[\xe0-\xef])[^\0-\x7f]{2}|[^\0-\x7f]{3}",
}
_MEANT = "|".join(f"(?<={sign})(?:{after})" for sign, after in _AFTER.items())
_ESCAPE = re.compile(f"[=?%&\\\\_\x1b\xc2-\xf4](?:{_MEANT})", re.VERBOSE)
_SOFT_END = re.compile(r"=[ \t]*\r?\n")
_SIGNS_OF_BASE64 = ("base64", "Base64", "BASE64")
_BASE64 = re.compile(r"(?<![\w+/-])[A-Za-z0-9+/]{16,}+(?:\r?\n[A-Za-z0-9+/]{2,}+)*+={0,2}")
_TAGS = {
    "<": r"</?[A-Za-z!?][^<>]*>",
    "[": r"\[/?[A-Za-z*]{1,10}(?:=[^\[\]\n]{0,200})?\]",
    "{": r"\{/?[A-Za-z]{1,10}(?::[^{}\n]{0,200})?\}",
}
# Of RTF, TeX and style sheets; and what UTF-7, or a mail filter in a link, makes of a hyphen.
_COMMAND = re.compile(
    r"\\(?:u-?[0-9]{1,5} ?\??|'[0-9A-Fa-f]{2}|[0-9A-Fa-f]{2,6} |[A-Za-z]{1,32}-?[0-9]{0,9})"
    r"|\+[A-Za-z0-9/]{3}-|-2D"
)
# Letters to Unicode, but typed or shown as a hyphen or as nothing.
_READ_AS = dict.fromkeys("\u30fc\uff70\u3161\u1173\u0640", "-")
_READ_AS |= dict.fromkeys("\u115f\u1160\u3164\uffa0", FILL)
# Cyrillic and Greek letters that look like ours.
_READ_AS |= zip(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0455\u0456\u0458"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03bf",
    "ABEKMHOPCTXSIJaeopcxsijABEZHIKMNOPTXo",
    strict=True,
)
# Boxed, in discs, and of flags.
for _first in (0x1F150, 0x1F170, 0x1F1E6):
    _READ_AS |= {chr(_first + n): chr(ord("A") + n) for n in range(26)}


def layers(text: str) -> list[str]:
    r"""Return a text as it is, and with one layer of escapes after the other taken off.

    >>> layers("1&amp;#45;4")
    ['1&amp;#45;4', '1\x00\x00\x00\x00&#45;4', '1\x00\x00\x00\x00\x00\x00\x00\x00-4']
    """
    found, is_base64 = [text], any(sign in text for sign in _SIGNS_OF_BASE64)
    for _ in range(_LAYERS):
        inner = _ESCAPE.sub(_unescaped, found[-1])
        if is_base64:
            inner = _BASE64.sub(lambda body: _decoded(body[0]), inner)
        if inner == found[-1]:
            break
        found.append(inner)
    return found


def without_tags(text: str) -> Iterator[str]:
    """Give a text with spaces in place of the tags of HTML, and of forums, if it has any.

    >>> list(without_tags("<b>1[i]4"))
    ['   1[i]4', '<b>1   4']
    """
    for sign, tag in _TAGS.items():
        # Much the fastest way to see that there is none.
        if sign in text and (bare := re.sub(tag, lambda tag: " " * len(tag[0]), text)) != text:
            yield bare


def without_commands(text: str) -> str:
    r"""Return a text without the commands of RTF and TeX.

    >>> without_commands(r"1\endash 4")
    '1\x00\x00\x00\x00\x00\x00\x00 4'
    """
    return _COMMAND.sub(lambda command: FILL * len(command[0]), text)


def plain(text: str) -> bytes:
    r"""Return a text in ASCII, a byte a character.

    Letters and digits of every form are the plain ones, all hyphens and spaces are one; other marks
    are points, and other letters a wall.

    >>> plain("Ｒ１–é\u200b")
    b'R1-\x1c\x00'
    """
    if not text.isascii():
        text = text.translate({ord(c): _plain(c) for c in set(text) if not c.isascii()})
    return text.encode("ascii")


@cache
def _plain(c: str) -> str:
    """Return what stands for a character that is not in ASCII."""
    if c in DASHES:
        return "-"
    if c in INVISIBLE:
        return FILL
    if c in SPACES:
        return " "
    if c in _READ_AS:
        return _READ_AS[c]
    digit = unicodedata.digit(c, None)
    same = unicodedata.normalize("NFKC", c) if digit is None else str(digit)
    if len(same) == 1 and same.isascii() and same.isalnum():
        return same
    return WALL if c.isalnum() else "."


def _unescaped(found: re.Match[str]) -> str:
    """Return what an escape stands for, at the end of as many characters as it has."""
    escape = found[0]
    sign, kind = escape[0], escape[1:2]
    if sign == "&":
        meant = html.unescape(escape)
    elif escape.endswith("?="):
        meant = _decoded(escape.split("?")[3])
    elif sign in "?\x1b" or kind == "?":
        meant = ""
    elif sign == "=" or (sign == "%" and kind != "u"):
        meant = unquote(_SOFT_END.sub("", escape).replace("=", "%"), errors="ignore")
    elif sign in "%_" or escape.startswith("\\u{"):
        meant = chr(min(int(escape[2:].strip("{}_"), 16), sys.maxunicode))
    else:
        meant = _backslashed(escape) if sign == "\\" else _mistaken(escape)
    return meant.rjust(len(escape), FILL) if len(meant) <= len(escape) else escape


def _decoded(body: str) -> str:
    """Return what is written in base64, if it is a text, at the end of as many characters."""
    try:
        return base64.b64decode(f"{body}==").decode().rjust(len(body), FILL)
    except ValueError:
        return body


def _backslashed(escape: str) -> str:
    """Return what is written with a backslash, in UTF-16 or in bytes of UTF-8 too."""
    try:
        meant = escape.encode().decode("unicode_escape")
    except UnicodeDecodeError:  # a name that no character has
        return ""
    if escape[1] in "x0123":
        return meant.encode("latin-1").decode("utf-8", "ignore")
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _mistaken(text: str) -> str:
    """Return two to four characters as they were before somebody took their bytes for Latin."""
    latin = [c.encode("cp1252", "ignore") or c.encode("latin-1", "replace") for c in text]
    try:
        return b"".join(latin).decode()
    except UnicodeDecodeError:
        return text
