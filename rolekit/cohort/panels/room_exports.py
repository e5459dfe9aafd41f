"""What a facilitator takes away: the table of a room and its report, both made by the page itself.

They hold what the room was shown, and no single answer. The report brings its own drawing program
along and is a few megabytes, so it is made when it is asked for.
"""

from typing import Any

import ipywidgets
import traitlets

from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import button, row
from rolekit.cohort.export import picture_csv
from rolekit.cohort.panels.room_report import room_report
from rolekit.cohort.shown import Shown


class RoomExports(ipywidgets.VBox):
    """The files of `picture`, or nothing where it is None; `session` is whose they are."""

    session = traitlets.Unicode()
    picture = traitlets.Instance(Shown, allow_none=True)

    def __init__(self) -> None:
        self._table = Handout(kind="text/csv", label="the table")
        self._report = Handout(kind="text/html", label="the report", is_readable=False)
        self._make = row(button("Make the report", self._write))
        super().__init__([])

    @traitlets.observe("picture")
    def _changed(self, _: Any) -> None:
        self._report.content = ""
        if self.picture is None:
            self.children = []
            return
        self._table.name = f"{_stem(self.picture)}.csv"
        self._table.content = picture_csv(self.picture)
        self.children = [self._table, self._make]

    def _write(self) -> None:
        assert self.picture is not None  # the button is there when there is one
        title = "A rehearsal" if self.picture.synthetic else "Where we sit"
        title += f": {self.session}" if self.session else ""
        self._report.name = f"{_stem(self.picture)}.html"
        self._report.content = room_report(self.picture, title=title)
        self.children = [self._table, self._report]


def _stem(picture: Shown) -> str:
    return "rehearsal" if picture.synthetic else "room"
