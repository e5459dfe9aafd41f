"""A choice of one among a few, as radio buttons that may also be left alone.

ipywidgets' own radio buttons always have one chosen, or cannot be taken back, and JupyterLab takes
the keys that would move a list. So these are the browser's radio buttons in a named group.
"""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style


class Radio(anywidget.AnyWidget):
    """Radio buttons: `value` is the index of the option that is chosen, or None.

    An option is a pair of words, what it is called and what that means (which may be empty).
    """

    _esm = script(__file__)
    _css = style(__file__)
    label = traitlets.Unicode().tag(sync=True)
    help = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    value = traitlets.Int(None, allow_none=True).tag(sync=True)
