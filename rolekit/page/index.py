"""The page itself: its words and its style in index.html, what it does in one script."""

import json
from html import escape
from typing import Any

from rolekit.base.page import page
from rolekit.base.sentences import say
from rolekit.base.ui.scripts import HERE, classic_script, style
from rolekit.measure.figures import strip
from rolekit.measure.figures.strip import strip_parts
from rolekit.measure.page_tables import page_tables

OWN = "page-"  # begins the ids of sentences that this page says in its own way

# On a narrow phone too, columns of dots keep apart where there are 25 a side; so wide, they may be
# as high as the narrowest likely range makes them.
STRIP = {"bin": 4.0, "highest": 10}

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect "
    "y='13' width='16' height='6' fill='%230072B2'/%3E%3Crect x='16' y='13' width='16' height='6' "
    "fill='%23E69F00'/%3E%3Ccircle cx='20' cy='16' r='7' fill='white' stroke='%231a1a1a' "
    "stroke-width='3'/%3E%3C/svg%3E"
)
HEAD = f"""<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="{ICON}">
<script defer src="door.js"></script>
<script defer src="page.js"></script>"""


def index_html() -> str:
    """Return the page before its script has run.

    >>> "<script>" in index_html()
    False
    """
    words = {name: escape(say(f"{OWN}{name}")) for name in ("title", "begin", "private", "script")}
    body = (
        f"<header><h1>{words['title']}</h1><p>{words['begin']}</p>"
        f"<p class='quiet'>{words['private']}</p></header>\n"
        f"<main></main>\n<noscript><p>{words['script']}</p></noscript>"
    )
    look = "".join(map(style, (str(HERE / "slider.py"), strip.__file__, __file__)))
    return page(say("page-title"), body, style=look, head=HEAD)


def page_script() -> str:
    """Return what the page does, with everything it knows."""
    return f"globalThis.rolekitPage = {json.dumps(_known())};\n{classic_script(__file__)}"


def _known() -> dict[str, Any]:
    tables = page_tables()
    said = tables["sentences"]
    own = {id.removeprefix(OWN): text for id, text in said.items() if id.startswith(OWN)}
    tables["sentences"] = said | own
    return {"tables": tables, **strip_parts(**STRIP)}
