"""A room's pictures as one page of HTML that needs no network.

The page brings Plotly along, and forbids itself to load anything from anywhere.
"""

from html import escape

from rolekit.base.page import page, paragraph
from rolekit.base.plot.figure import plotly_script, saved_html
from rolekit.cohort.panels.room_pictures import room_pictures
from rolekit.cohort.shown import Shown

HOW_TO_READ = (
    "This says what the people of one room would like to do. It doesn't say what anybody can do, "
    "and it isn't for choosing between people. With fewer than 5 people nothing is shown, and "
    "single dots appear only from 10 on, moved a little at random."
)


def room_report(picture: Shown, *, title: str) -> str:
    """Return a page with all pictures of a room, their texts, and a button to save each as a PNG.

    It is about 5 MB: Plotly is in it.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> page = room_report(Reveal().redrawn(rehearsal(12, seed=1)).picture, title="A <room>")
    >>> "<h1>A &lt;room&gt;</h1>" in page, page.count("Save as PNG")
    (True, 6)
    """
    sections = []
    for name, _, figure, text in room_pictures(picture):
        sections.append(
            f"<figure>{saved_html(figure, name)}<figcaption>{escape(text)} "
            f"<button type='button' data-saves='{name}'>Save as PNG</button></figcaption></figure>"
        )
    body = [
        f"<h1>{escape(title)}</h1>",
        *(paragraph(note) for note in picture.notes),
        *sections,
        f"<footer>{paragraph(HOW_TO_READ)}</footer>\n{_SAVE}",
    ]
    return page(
        title, "\n".join(body), _STYLE, f"{_NO_NETWORK}\n<script>{plotly_script()}</script>"
    )


_NO_NETWORK = """<meta http-equiv="Content-Security-Policy" content="default-src 'none';
  script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">"""
_STYLE = """
body { max-width: 900px; margin: 24px auto; padding: 0 16px; font-size: 16px; line-height: 1.5; }
figure { margin: 32px 0; break-inside: avoid; }
figcaption { margin: 8px 0; }
/* No dot and no line runs through a name. */
.js-plotly-plot text { paint-order: stroke; stroke: #fff; stroke-width: 3px; }
button { font: inherit; font-size: 14px; padding: 2px 10px; }
footer { border-top: 1px solid #999; font-size: 14px; }
@media print { button { display: none; } }
"""
_SAVE = """<script>
for (const button of document.querySelectorAll("[data-saves]")) {
  const name = button.dataset.saves;
  button.addEventListener("click", () => {
    const plot = document.getElementById(name);
    const { offsetWidth: width, offsetHeight: height } = plot;
    Plotly.downloadImage(plot, { format: "png", filename: name, scale: 2, width, height });
  });
}
</script>"""
