"""The damaged codes of a room, for the facilitator to ask for again.

A damaged code is somebody's slip or somebody's joke. Whatever it holds is shown as plain text, and
a character that cannot be seen by its number: one for right-to-left text would turn what is
beside it.
"""

from collections.abc import Sequence
from html import escape

from rolekit.record.read_codes import Damaged, DamagedRecord

MOST_SHOWN = 100  # rows: more than anybody asks for again

_ASK = "Ask these people to copy their code once more, all of it."


def damaged_html(damaged: Sequence[Damaged | DamagedRecord]) -> str:
    """Return a table of where each was, what is left of it and what is wrong, to be opened.

    >>> damaged_html([])
    ''
    >>> "&lt;b&gt;" in damaged_html([DamagedRecord("file '<b>'", "", "This is no code.")])
    True
    """
    if not damaged:
        return ""
    rows = "".join(
        f"<tr><td>{_safe(one.where)}</td><td><code>{_safe(one.text)}</code></td>"
        f"<td>{_safe(one.problem)}</td></tr>"
        for one in damaged[:MOST_SHOWN]
    )
    more = len(damaged) - MOST_SHOWN
    rest = f"<p>And {more} more.</p>" if more > 0 else ""
    return (
        f"<details><summary>See the {len(damaged)} damaged</summary><p>{_ASK}</p>"
        "<table><tr><th>where</th><th>what is left of the code</th><th>what is wrong</th></tr>"
        f"{rows}</table>{rest}</details>"
    )


def _safe(text: str) -> str:
    r"""Return the text as HTML in which every character can be seen.

    >>> _safe("a<b>\u202e")
    'a&lt;b&gt;\\u202e'
    """
    return escape("".join(c if c.isprintable() else ascii(c)[1:-1] for c in text))
