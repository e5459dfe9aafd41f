"""The short form on one sheet of paper, with a key to score it with a pencil.

If there is no screen, twelve statements with five boxes each will do. The key below them has a
number for every box: what that answer adds to its side. So to score it, people look up ten numbers
and add five and five; nobody has to multiply by a weight. The key has whole numbers, because people
add them up in their heads. That moves lean by `ROUNDING` points at most.
"""

from collections.abc import Mapping
from html import escape

from rolekit.base.page import page
from rolekit.record.instrument import SIDES, STEM, Item, load_instrument
from rolekit.record.order import shuffled

BOXES = {0: "none", 25: "a little", 50: "some", 75: "a lot", 100: "as much as I can get"}
ROUNDING = 2 * 5 * 0.5  # points: half a point for each of five statements on either side
# Points: about half the width of a typical band from twelve answers (`rolekit.card.studies`).
OPEN = 20
SEED = 12  # of the order of the statements, which is the same on every sheet


def paper_order() -> tuple[Item, ...]:
    """Return the twelve statements in the order of the sheet.

    >>> len(paper_order())
    12
    """
    return shuffled(load_instrument().short_items, SEED)


def paper_key() -> Mapping[int, Mapping[int, int]]:
    """Return number of the statement -> box (0-100) -> points for its side, in whole points.

    The two statements on machine learning are left out: they have no side.

    >>> sum(points[100] for points in paper_key().values()) in range(198, 203)
    True
    """
    weights = {facet.id: facet.weight for facet in load_instrument().facets}
    return {
        number: {box: round(weights[item.facet] * box) for box in BOXES}
        for number, item in enumerate(paper_order(), start=1)
        if item.pole in SIDES
    }


def paper_form() -> str:
    """Return the sheet as an HTML file that prints on one page of A4 or letter paper.

    >>> paper_form().startswith("<!DOCTYPE html>")
    True
    """
    rows = "\n".join(
        f"<tr><td>{number}</td><th scope='row'>{escape(item.statement)}</th>"
        + "<td class='box'>&#9633;</td>" * len(BOXES)
        + "</tr>"
        for number, item in enumerate(paper_order(), start=1)
    )
    heads = "".join(f"<th scope='col'>{words}</th>" for words in BOXES.values())
    body = _BODY.format(
        stem=escape(STEM),
        heads=heads,
        rows=rows,
        left=_key("analytics"),
        right=_key("engineering"),
        open=OPEN,
    )
    return page("Where do you sit? One sheet", body, _STYLE)


def _key(side: str) -> str:
    key, order = paper_key(), paper_order()
    rows = "\n".join(
        f"<tr><th scope='row'>{number}</th>"
        + "".join(f"<td>{points}</td>" for points in boxes.values())
        + "<td class='write'></td></tr>"
        for number, boxes in key.items()
        if order[number - 1].pole == side
    )
    heads = "".join(f"<th scope='col'>{words}</th>" for words in BOXES.values())
    return (
        f"<table><caption>{side}</caption><tr><th></th>{heads}<th scope='col'>yours</th></tr>"
        f"{rows}<tr><th scope='row' colspan='6'>sum</th><td class='write'></td></tr></table>"
    )


_STYLE = """
@page { size: auto; margin: 9mm 12mm; }
body { max-width: 190mm; margin: 0 auto; padding: 0; line-height: 1.25; }
h1 { margin: 0 0 1mm; font-size: 15pt; }
h2 { margin: 0 0 1mm; font-size: 11pt; }
p { margin: 0 0 1.5mm; }
th { font-weight: normal; text-align: left; }
.statements th[scope=col] { width: 16mm; text-align: center; font-size: 8pt; }
.statements td, .statements th[scope=row] { padding: 0.5mm 1mm; }
.statements tr + tr > * { border-bottom: 0.2mm solid #999; }
.box { text-align: center; font-size: 14pt; line-height: 1; }
.line { display: flex; align-items: center; gap: 3mm; margin: 2mm 0; }
.line span { flex: 1; border-bottom: 0.5mm solid #000; height: 3mm; position: relative; }
.line span::after { content: ""; position: absolute; left: 50%; height: 3mm; }
.line span::after { border-left: 0.5mm solid #000; }
.fold { margin: 2.5mm 0 2mm; border-top: 0.3mm dashed #000; text-align: center; font-size: 8pt; }
.keys { display: flex; gap: 8mm; font-size: 8.5pt; }
.keys td, .keys th { padding: 0.4mm; text-align: center; border: 0.2mm solid #999; }
.keys td, .keys th { font-size: 8pt; }
caption { font-weight: bold; }
.write { width: 13mm; height: 4.4mm; }
.blank { display: inline-block; width: 16mm; border-bottom: 0.3mm solid #000; }
.small { font-size: 8pt; }
"""

_BODY = """<h1>Where do you sit?</h1>
<p>First, guess: where on this line would you put yourself? Mark it with a cross.</p>
<div class="line"><b>analytics</b><span></span><b>engineering</b></div>
<p><b>{stem}</b> Put one cross on each line. If you can't say at all, leave one out.</p>
<table class="statements">
<tr><th></th><th></th>{heads}</tr>
{rows}
</table>
<p class="fold">fold here, and unfold once you've answered them all</p>
<h2>How to score it</h2>
<p>For each statement, find the number for the box you crossed, and write it in the last column. Add
up each table. (Did you leave one out? Take the number for its box on the far right away from 100.
Divide the sum by what is left, and multiply it by 100.)</p>
<div class="keys">{left}{right}</div>
<p style="margin-top: 2mm">engineering <span class="blank"></span> minus analytics
<span class="blank"></span> is your lean: <span class="blank"></span> Above 0 it's towards
engineering, below 0 towards analytics. Mark it on the line at the top; the ends are 100.</p>
<p class="small">Twelve statements aren't many: a lean within about {open} points of 0 leaves the
side open. The other two statements are about machine learning, which both sides share. This sheet
says what you'd like to do, not what you can do. It's yours, and it needs no name. It's for starting
a conversation, not for choosing between people.</p>
"""
