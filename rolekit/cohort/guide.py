"""A printable card for the facilitator: agenda, questions, and what to do if something fails."""

from rolekit.base.page import boxes, page, paragraph, table
from rolekit.base.tables import load_table

RULES = (
    "Never rank, never read out individuals, never show a picture without a conversation. With "
    "fewer than 5 people nothing is shown, and single dots appear only from 10 on."
)
_STYLE = """
@page { margin: 9mm; }
h2 { margin: 3mm 0 1mm; font-size: 12pt; }
th, td { padding: 0.5mm 2mm 0.5mm 0; text-align: left; vertical-align: top; font-weight: normal;
  border-bottom: 0.2mm solid #999; }
th[scope=row] { width: 48mm; font-weight: 600; }
.agenda td:not(:nth-child(2)), .agenda th[scope=col]:not(:nth-child(-n + 2)) { text-align: right; }
.boxes { margin: 0; padding: 0; list-style: none; }
.boxes li { padding-left: 4mm; text-indent: -4mm; }
.boxes li::before { content: "\\25A1"; display: inline-block; width: 4mm; text-indent: 0; }
.boxes ~ p { margin-top: 2mm; }
@media print { body { font-size: 8.5pt; line-height: 1.25; } }
"""


def facilitator_card() -> str:
    """Return the card as a page that prints on one sheet.

    >>> "<h2>When something fails</h2>" in facilitator_card()
    True
    """
    rows = load_table("workshop")
    agenda, ask, fails = (
        [row for row in rows if row["part"] == part] for part in ("agenda", "ask", "fails")
    )
    spans = ("minutes_30", "minutes_60", "minutes_90")
    timed = [
        [row["name"], row["text"], *(str(row[span] or "–") for span in spans)] for row in agenda
    ]
    body = [
        "<h1>Where do we sit? The facilitator's card</h1>",
        "<h2>Agenda</h2>",
        f"<div class='agenda'>{table(['part', 'what happens', *['30', '60', '90']], timed)}</div>",
        "<h2>What to ask</h2>",
        boxes([row["text"] for row in ask]),
        "<h2>When something fails</h2>",
        table(["what happens", "what to do"], [[row["name"], row["text"]] for row in fails]),
        paragraph(RULES),
    ]
    return page("The facilitator's card", "\n".join(body), _STYLE)
