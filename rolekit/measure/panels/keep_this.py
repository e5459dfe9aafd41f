"""A button that saves a person's result as one page to print, with what else belongs on it."""

import anywidget
import traitlets

from rolekit.base.plot.figure import plain
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import send_plotly
from rolekit.base.ui.scripts import script
from rolekit.measure.example import is_example
from rolekit.measure.figures.where_you_sit import where_you_sit
from rolekit.measure.page_tables import page_tables
from rolekit.measure.panels.person import Person
from rolekit.measure.placement import place_or_none
from rolekit.record.response import Response


class KeptPage(anywidget.AnyWidget):
    """The button, there while there is a `code`; `more` is HTML that goes below the result."""

    _esm = script(__file__)
    tables = traitlets.Dict().tag(sync=True)
    figure = traitlets.Dict().tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(tables=page_tables())
        self.on_msg(send_plotly)

    def show(self, response: Response) -> None:
        """Keep this response, as far as it is somebody's result."""
        placement = place_or_none(response.answers)
        if placement is None or is_example(response):
            self.code = ""
            return
        self.figure = plain(where_you_sit(placement, response.guess))
        self.code = response.to_code()


class KeepThis(Panel):
    """The result of a person as one page to print, their choices in the pairs included."""

    def __init__(self, person: Person) -> None:
        page = KeptPage()
        super().__init__([page])
        person.follow(page.show)
