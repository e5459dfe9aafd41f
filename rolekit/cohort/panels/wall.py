"""A wall for the room: a second window with one revealed picture at a time, read from the back.

The page fills the window by itself, without a server, so it goes on where a kernel has stopped. It
is given what was revealed and nothing else; until then, how many have handed in.
"""

import secrets
from collections.abc import Sequence

import anywidget
import traitlets

from rolekit.base.ui.picture import send_plotly
from rolekit.base.ui.scripts import script, style
from rolekit.cohort.figures.on_wall import on_wall
from rolekit.cohort.panels.room_pictures import RoomPicture


class Wall(anywidget.AnyWidget):
    """A button that opens the wall, and two that turn its pages; arrow keys do it as well.

    `name` tells the walls of a page apart: only one of them is shown at a time. `lines` are large
    on it while there are no `pages`, beside the way in: the address of an open `door` and its QR
    picture.

    >>> Wall().pages
    []
    """

    _esm = script(__file__)
    _css = style(__file__)
    id = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    lines = traitlets.List(traitlets.Unicode()).tag(sync=True)
    door = traitlets.List(traitlets.Unicode()).tag(sync=True)
    pages = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, name: str = "room") -> None:
        super().__init__(name=name, id=secrets.token_hex(4))
        self.on_msg(send_plotly)

    def show(self, pictures: Sequence[RoomPicture]) -> None:
        """Show these from now on, and nothing of those before."""
        self.pages = [
            {"title": one.title, "text": one.text, **on_wall(one.figure)} for one in pictures
        ]
