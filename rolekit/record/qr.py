"""A response code as a QR picture, to hand it over by a phone's camera.

A code is made of capital letters, digits and hyphens only, which QR has a compact way of writing:
the longest one fits into 29 by 29 squares. A middle level of error correction reads it off a
projector or a scratched screen, and the white margin of four squares is part of the picture, so
it reads on a dark page too.
"""

import io
from html import escape

from rolekit.record.response import Response

ALT = (
    "A QR picture of your response code, for a phone's camera. It holds the same characters as the "
    "code itself."
)
_SQUARE = 8  # pixels: a picture of about 300, two to three centimetres on a screen


def qr_svg(response: Response) -> str:
    """Return the code of a response as an SVG picture, ready to put in a page.

    >>> from rolekit import Answers
    >>> qr_svg(Response(Answers(), id=7)).startswith('<svg role="img" aria-label="A QR picture')
    True
    """
    import segno

    drawn = io.BytesIO()
    code = segno.make_qr(response.to_code(), error="m", boost_error=False)
    code.save(drawn, kind="svg", scale=_SQUARE, light="white", xmldecl=False, svgns=True, nl=False)
    label = f'<svg role="img" aria-label="{escape(ALT)}" '
    return drawn.getvalue().decode().replace("<svg ", label, 1)
