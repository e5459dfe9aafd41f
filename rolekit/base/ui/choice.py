"""A list to choose one of, which hears the arrow keys that JupyterLab would take."""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class Choice(anywidget.AnyWidget):
    """A native list in its label: `value` is one of `options`, and the arrow keys choose it."""

    _esm = script(__file__)
    _css = style(__file__)
    label = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
