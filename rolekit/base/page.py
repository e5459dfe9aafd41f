"""Pages to print: one style for all of them, and their building blocks.

Each is one HTML file with its style inside. It fetches nothing, so it opens anywhere and you can
pass it on. Everything that was pasted is escaped.
"""

from collections.abc import Iterable, Sequence
from html import escape

NOT_FOR = (
    "Not for ranking or choosing people. It counts words and adds up wishes. Wishes aren't skills, "
    "and it says nothing about anybody's fitness. Systems that filter or rate applicants are "
    "high-risk under EU law (Regulation (EU) 2024/1689, Annex III, point 4): don't use this as one."
)
MOST_ROWS = 8  # sentences of a list, so that it stays one page
MOST_LETTERS = 160  # of each of them

_STYLE = """
@page { size: auto; margin: 14mm; }
body { max-width: 180mm; margin: 6mm auto; padding: 0 4mm; color: #1a1a1a; background: #fff;
  font: 10pt/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0 0 2mm; font-size: 17pt; }
* + h1 { margin-top: 6mm; }
p { margin: 0 0 3mm; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
@media print { body { margin: 0 auto; padding: 0; } }
"""
_BRIEF = """
.lead { font-size: 12.5pt; font-weight: 600; }
table { margin: 0 0 4mm; }
th, td { padding: 0.8mm 2mm; text-align: left; border-bottom: 0.2mm solid #999;
  vertical-align: top; overflow-wrap: anywhere; }
th[scope=col] { font-size: 9pt; border-bottom: 0.4mm solid #1a1a1a; }
th[scope=row] { font-weight: 600; white-space: nowrap; }
.boxes { margin: 0 0 4mm; padding: 0; list-style: none; }
.boxes li { padding-left: 6mm; text-indent: -6mm; margin-bottom: 1mm; overflow-wrap: anywhere; }
.boxes li::before { content: "\\25A1"; display: inline-block; width: 6mm; text-indent: 0; }
.not-for { padding: 2.5mm 3mm; border: 0.4mm solid #1a1a1a; font-size: 9pt; }
@media print { body { font-size: 9pt; } }
"""


def page(title: str, body: str, style: str = "", head: str = "") -> str:
    """Return a page of HTML; `style` adds to the common style, and `head` to the page's head.

    >>> "<title>A &lt;b&gt;</title>" in page("A <b>", "")
    True
    """
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
<title>{escape(title)}</title>
<style>{_STYLE}{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def brief(title: str, lead: str, blocks: Iterable[str]) -> str:
    """Return a page with what matters first, and with what it is not for at the end."""
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="lead">{escape(short(lead))}</p>',
        *blocks,
        f'<p class="not-for">{escape(NOT_FOR)}</p>',
    ]
    return page(title, "\n".join(body), _BRIEF)


def short(text: str) -> str:
    """Return a text on one line, cut where it is too long for a page."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} ..."


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; the first cell of each row is its name."""
    head = "".join(f"<th scope='col'>{escape(one)}</th>" for one in heads)
    body = []
    for first, *others in rows:
        cells = "".join(f"<td>{escape(one)}</td>" for one in others)
        body.append(f"<tr><th scope='row'>{escape(first)}</th>{cells}</tr>")
    return f"<table><tr>{head}</tr>\n" + "\n".join(body) + "</table>"


def boxes(sentences: Sequence[str]) -> str:
    """Return a list to tick off, as long as fits on the page."""
    items = [f"<li>{escape(short(one))}</li>" for one in sentences[:MOST_ROWS]]
    if len(sentences) > MOST_ROWS:
        items.append(f"<li>and {len(sentences) - MOST_ROWS} more, in the notebook</li>")
    return f"<ul class='boxes'>{''.join(items)}</ul>" if items else ""
