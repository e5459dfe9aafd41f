"""A sentence that screen readers speak: ipywidgets has no live region."""

import anywidget
import traitlets

from rolekit.base.ui.scripts import HERE, script, style


class Sentence(anywidget.AnyWidget):
    """A sentence in a polite live region, spoken once it rests, or `at_once`."""

    _esm = script(__file__)
    _css = style(str(HERE / "panel.py"))
    text = traitlets.Unicode().tag(sync=True)
    at_once = traitlets.Bool(False).tag(sync=True)
