"""The facilitator's card, to be saved and printed."""

from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel
from rolekit.cohort.guide import facilitator_card


class FacilitatorCard(Panel):
    """A link that saves the agenda, the questions and the remedies as a page for one sheet.

    >>> FacilitatorCard()
    FacilitatorCard()
    """

    def __init__(self) -> None:
        super().__init__(
            [
                Handout(
                    name="facilitators-card.html",
                    kind="text/html",
                    label="the card",
                    content=facilitator_card(),
                    is_readable=False,
                )
            ]
        )
