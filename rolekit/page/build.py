"""All files of the page: what a phone loads at once, and the map, which it loads if asked to."""

import json

from rolekit.base.plot.figure import plain, plotly_script
from rolekit.measure.figures.role_map import HEIGHT, on_map, role_map
from rolekit.page.index import index_html, page_script

ROOM = 60.0  # pixels below and above the map: its axis and the name of it

# What the facilitator's laptop serves in its place says where answers are handed in.
NO_DOOR = "globalThis.rolekitDoor = undefined;\n"


def page_files() -> dict[str, bytes]:
    """Return file name -> content; index.html is the page, the others are beside it.

    All scripts are files of their own and classic ones: the page opens from a disk, and under a
    policy that forbids scripts inside a page.

    >>> list(page_files())
    ['index.html', 'page.js', 'door.js', 'map.js']
    """
    figure = json.dumps(plain(on_map(role_map(), HEIGHT + ROOM)))
    files = {
        "index.html": index_html(),
        "page.js": page_script(),
        "door.js": NO_DOOR,
        "map.js": f"{plotly_script()}\nglobalThis.rolekitMap = {figure};\n",
    }
    return {name: text.encode() for name, text in files.items()}
