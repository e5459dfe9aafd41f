"""Plain text out of what people paste: tags gone, entities decoded, everything else as it was.

An advert copied from a web page brings its markup along. What is left here is what a reader would
see, with a line break where a block began. The work is linear in the length of the text whatever
it holds: the parser of the standard library takes minutes for a hundred kilobytes of "<a <a <a".
"""

import html
import re

_MARKUP = re.compile(r"<!--|-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<![^<>]*>|<\?[^<>]*>")
_HIDDEN = {"script", "style", "template", "noscript"}
_INLINE = {"a", "abbr", "b", "code", "em", "font", "i", "mark", "small", "span", "strong", "u"}


def plain_text(text: str) -> str:
    """Return the text without its markup; a text without markup comes back as it is.

    The content of scripts, styles and comments goes too. Decoded is once: "&amp;lt;" becomes
    "&lt;", which is text.

    >>> plain_text("<h1>Analyst</h1><script>alert(1)</script><p>R &amp; <b>SQL</b></p>").split()
    ['Analyst', 'R', '&', 'SQL']
    """
    if "<" not in text and "&" not in text:
        return text
    kept, start, hidden = [], 0, ""
    for found in _MARKUP.finditer(text):
        closing, name = found[1] == "/", (found[2] or found[0]).lower()
        if not hidden:
            kept.append(text[start : found.start()])
            kept.append("" if name in _INLINE else "\n")
            if name == "<!--" or (name in _HIDDEN and not closing):
                hidden = "-->" if name == "<!--" else name
        elif name == hidden and (closing or name == "-->"):
            hidden = ""
        start = found.end()
    if not hidden:
        kept.append(text[start:])
    return html.unescape("".join(kept))
