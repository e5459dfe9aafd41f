"""The sheet of paper for those without a screen, to be saved and printed."""

from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel
from rolekit.record.paper_form import paper_form


class PaperSheet(Panel):
    """A link that saves the twelve statements and their key as a page that prints on one sheet.

    >>> PaperSheet()
    PaperSheet()
    """

    def __init__(self) -> None:
        """Make the sheet."""
        super().__init__(
            [
                Handout(
                    name="where-do-you-sit.html",
                    kind="text/html",
                    label="the sheet",
                    content=paper_form(),
                    is_readable=False,
                )
            ]
        )
