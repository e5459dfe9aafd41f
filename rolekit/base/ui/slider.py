"""A slider, as `ipywidgets` does not have it.

Ipywidgets' own cannot be *not answered*, and its handle has no name that a screen reader could say.
So this is the browser's own range input in its label.
"""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class Slider(anywidget.AnyWidget):
    """A native range input in its label: `value` is a whole number in steps of 5, or None.

    It is None, and looks so, until it is touched by mouse, finger or keyboard; a click or Enter
    accepts the value shown, Delete clears it. `sides` names the two
    ends where the scale has two directions; `unit` is what follows the number where it has one. A
    slider that is not `clearable` is a setting: it has a value from the start. `disabled` keeps the
    value as it is.
    """

    _esm = script(__file__)
    _css = style(__file__)
    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    least = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(100).tag(sync=True)
    sides = traitlets.List(traitlets.Unicode()).tag(sync=True)
    unit = traitlets.Unicode("of 100").tag(sync=True)
    clearable = traitlets.Bool(True).tag(sync=True)
    value = traitlets.Int(None, allow_none=True).tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)

    def focus(self) -> None:
        """Take the keyboard's focus, where it is shown."""
        self.send({"kind": "focus"})
