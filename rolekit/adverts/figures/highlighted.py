"""An advert with its phrases marked: which way each one pulls, and how far."""

from html import escape

from rolekit.adverts.parts import REASONS
from rolekit.adverts.reading import AdvertReading, Passage, Phrase
from rolekit.base.plot.palette import OUTLINE

NBSP = "\N{NO-BREAK SPACE}"  # between a phrase and its number
LEAST = 0.05  # points below which a phrase pulls nowhere

GREY = (
    "color: var(--jp-content-font-color2, var(--vscode-descriptionForeground, #616161)); "
    "text-decoration: underline dotted"
)

# Pale grounds of their own under dark text, and a line that differs too: legible in any theme.
_STYLES = {
    "analytics": ("#cce4f2", "solid"),
    "engineering": ("#fae6bd", "dashed"),
    "": ("#e3e3e3", "dotted"),
}


def highlighted(reading: AdvertReading) -> str:
    """Return an advert as HTML, each phrase marked where it is first said.

    A full line under a phrase and an arrow to the left: it pulls towards analytics; a dashed line
    and an arrow to the right: towards engineering. What is left out is grey, with a dotted line.
    The text is escaped: nothing that was pasted becomes markup.

    >>> from rolekit import read_advert
    >>> reading = read_advert("SQL, Excel, Tableau, dashboards, Kafka, Spark, Java & <b>APIs</b>")
    >>> "&amp;" in highlighted(reading), "<b>" in highlighted(reading)
    (True, False)
    """
    passages: list[Phrase | Passage] = [*reading.phrases, *reading.left_out]
    parts, at = [], 0
    for passage in sorted(passages, key=lambda one: one.start):
        parts.append(escape(reading.text[at : passage.start]))
        parts.append(_marked(passage) if isinstance(passage, Phrase) else _grey(passage))
        at = passage.end
    parts.append(escape(reading.text[at:]))
    return (
        '<div class="rk-advert" style="white-space: pre-wrap; line-height: 1.7">'
        f"{''.join(parts)}</div>"
    )


def _grey(passage: Passage) -> str:
    return (
        f'<span class="rk-left" style="{GREY}" title="left out: {escape(REASONS[passage.why])}">'
        f"{escape(passage.text)}</span>"
    )


def _marked(phrase: Phrase) -> str:
    towards, arrow = "", ""
    if phrase.pull >= LEAST:
        towards, arrow = "engineering", f"<small>{NBSP}{phrase.pull:.1f}{NBSP}→</small>"
    elif phrase.pull <= -LEAST:
        towards, arrow = "analytics", f"<small>{NBSP}←{NBSP}{-phrase.pull:.1f}</small>"
    ground, line = _STYLES[towards]
    about = f"{phrase.facet or 'general'}, {phrase.depth_pull:+.1f} depth".replace("_", " ")
    return (
        f'<mark style="background: {ground}; color: {OUTLINE}; '
        f'border-bottom: 2px {line} {OUTLINE}" title="{escape(about)}">{escape(phrase.text)}'
        f"{arrow}</mark>"
    )
