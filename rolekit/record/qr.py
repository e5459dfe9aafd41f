"""A response code, or the address of a page, as a QR picture for a phone's camera.

A code is made of capital letters, digits and hyphens only, which QR has a compact way of writing:
the longest one fits into 29 by 29 squares. A middle level of error correction reads it off a
projector or a scratched screen, and the white margin of four squares is part of the picture, so
it reads on a dark page too.
"""

import io
from html import escape
from typing import Any

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
    return qr_of(response.to_code(), ALT)


def qr_of(text: str, label: str) -> str:
    """Return a text as an SVG picture, with the words that stand for it.

    >>> qr_of("http://127.0.0.1", "An address")[:42]
    '<svg role="img" aria-label="An address" xm'
    """
    drawn = io.BytesIO()
    _qr(text).save(drawn, kind="svg", scale=_SQUARE, light="white", xmldecl=False, nl=False)
    return (
        drawn.getvalue()
        .decode()
        .replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
    )


def qr_in_letters(text: str) -> str:
    """Return a text as a QR picture of half blocks, for a terminal.

    >>> len(qr_in_letters("http://127.0.0.1").splitlines()) < 20
    True
    """
    drawn = io.StringIO()
    _qr(text).terminal(drawn, compact=True)
    return drawn.getvalue()


def _qr(text: str) -> Any:
    import segno

    return segno.make_qr(text, error="m", boost_error=False)
