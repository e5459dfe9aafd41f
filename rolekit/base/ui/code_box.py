"""A response code with a button that copies it: ipywidgets has none."""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script


class CodeBox(anywidget.AnyWidget):
    """A response code with a button that copies it."""

    _esm = script(__file__)
    code = traitlets.Unicode().tag(sync=True)
