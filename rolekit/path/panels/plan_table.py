"""The table in which a plan is made: which gaps, in which order, how long, from when."""

import anywidget
import traitlets

from rolekit.base.ui.scripts import script, style
from rolekit.path.plan import MOST_HOURS, MOST_STEPS, MOST_WEEKS


class PlanTable(anywidget.AnyWidget):
    """Gaps to tick, and the chosen ones with their weeks and hours.

    rows
        What can be chosen: a dict each with skill, group and gap (in words), and the weeks and
        hours that a chosen one starts with.
    steps
        What is chosen, in order: a dict each with skill, weeks and hours.
    start
        The first day as YYYY-MM-DD, or nothing.
    """

    _esm = script(__file__)
    _css = style(__file__)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    steps = traitlets.List(traitlets.Dict()).tag(sync=True)
    start = traitlets.Unicode().tag(sync=True)
    most = traitlets.Dict(
        {"steps": MOST_STEPS, "weeks": MOST_WEEKS, "hours": MOST_HOURS}, read_only=True
    ).tag(sync=True)
