"""A room's pictures as one page of HTML that needs no network.

The page brings Plotly along, and forbids itself to load anything from anywhere.
"""

from __future__ import annotations

from html import escape

from plotly.offline import get_plotlyjs

from rolekit.cohort.room import Picture
from rolekit.figures.palette import OUTLINE
from rolekit.figures.room_pictures import room_pictures

HOW_TO_READ = (
    "This says what the people of one room would like to do. It does not say what anybody can do, "
    "and it is not for choosing between people. Of fewer than 5 people nothing is shown, and "
    "single dots only from 10 on, moved a little at random."
)


def room_report(picture: Picture, *, title: str) -> str:
    """Return a page with all pictures of a room, their texts, and a button to save each as a PNG.

    It is about 5 MB: Plotly is in it.

    >>> from rolekit.cohort import Reveal, rehearsal
    >>> page = room_report(Reveal().redrawn(rehearsal(12, seed=1)).picture, title="A <room>")
    >>> "<h1>A &lt;room&gt;</h1>" in page, page.count("Save as PNG")
    (True, 6)
    """
    sections = []
    for number, (figure, text) in enumerate(room_pictures(picture), start=1):
        # A saved picture has no page behind it.
        figure.update_layout(paper_bgcolor="white", font_color=OUTLINE)
        name = f"picture-{number}"
        drawn = figure.to_html(
            full_html=False,
            include_plotlyjs=False,
            div_id=name,
            default_height=f"{figure.layout.height}px",
            config={"displayModeBar": False, "responsive": True},
        )
        sections.append(
            f"<figure>{drawn}<figcaption>{escape(text)} "
            f"<button type='button' data-saves='{name}'>Save as PNG</button></figcaption></figure>"
        )
    return _PAGE.format(
        title=escape(title),
        plotly=get_plotlyjs(),
        notes="".join(f"<p>{escape(note)}</p>" for note in picture.notes),
        sections="\n".join(sections),
        how_to_read=HOW_TO_READ,
    )


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline';
  style-src 'unsafe-inline'; img-src data: blob:">
<title>{title}</title>
<style>
body {{ max-width: 900px; margin: 24px auto; padding: 0 16px; color: #1a1a1a; background: #fff;
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
figure {{ margin: 32px 0; break-inside: avoid; }}
figcaption {{ margin: 8px 0; }}
button {{ font: inherit; font-size: 14px; padding: 2px 10px; }}
footer {{ border-top: 1px solid #999; font-size: 14px; }}
@media print {{ button {{ display: none; }} }}
</style>
<script>{plotly}</script>
</head>
<body>
<h1>{title}</h1>
{notes}
{sections}
<footer><p>{how_to_read}</p></footer>
<script>
for (const button of document.querySelectorAll("[data-saves]")) {{
  const name = button.dataset.saves;
  button.addEventListener("click", () => {{
    const plot = document.getElementById(name);
    const {{ offsetWidth: width, offsetHeight: height }} = plot;
    Plotly.downloadImage(plot, {{ format: "png", filename: name, scale: 2, width, height }});
  }});
}}
</script>
</body>
</html>
"""
