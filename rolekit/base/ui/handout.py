"""A text to take away: as a file, or copied.

The browser itself makes the file, so it asks no server and works without a network. A
browser may refuse the file or the clipboard; the text is on the page in any case, unless it is
nothing to read.
"""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class Handout(anywidget.AnyWidget):
    """A link that saves `content` as the file `name` of the media type `kind`, and a copy of it.

    What is long and not made to be read as text, such as a page with its own program, is only saved
    where `is_readable` is False.
    """

    _esm = script(__file__)
    _css = style(__file__)
    name = traitlets.Unicode().tag(sync=True)
    kind = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    content = traitlets.Unicode().tag(sync=True)
    is_readable = traitlets.Bool(True).tag(sync=True)
