"""A field of several lines into which people paste what they have, with a button that reads it.

It is read when the button is clicked, not while somebody types; where it is on a wall, what is
pasted is read at once and never seen. A text that is far too long is refused by the page itself: a
kernel would choke on it.
"""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class PasteBox(anywidget.AnyWidget):
    """A text field in its label, with a button.

    `text` is what was read last, and what the field shows when it is set here; `size` is its number
    of characters, of which the page sends `most` at the most. `sent` counts the clicks, so the
    same text can be read again. Where `opens` has words, a second button with them reads a file
    instead. Where it is read `at_once`, a paste counts as a click and leaves the field empty.
    """

    _esm = script(__file__)
    _css = style(__file__)
    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    opens = traitlets.Unicode().tag(sync=True)
    button = traitlets.Unicode().tag(sync=True)
    lines = traitlets.Int(8).tag(sync=True)
    at_once = traitlets.Bool(False).tag(sync=True)
    most = traitlets.Int(200_000).tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    size = traitlets.Int(0).tag(sync=True)
    sent = traitlets.Int(0).tag(sync=True)

    @property
    def is_too_long(self) -> bool:
        """Whether more was pasted than is read."""
        return max(self.size, len(self.text)) > int(self.most)
