"""The row into which a response code is pasted, and what goes before it where it is one's own."""

from collections.abc import Callable

from rolekit.base.sentences import counted
from rolekit.base.ui.code_field import CodeField
from rolekit.record.instrument import load_instrument
from rolekit.record.panels.hand_over import HandOver
from rolekit.record.read_codes import read_code
from rolekit.record.response import Response


def code_entry(label: str, button: str, use: Callable[[Response], str]) -> CodeField:
    """Return the row for a response code; `use` gets the response and returns the reply."""
    begins = f"ROLE{load_instrument().version}"
    return CodeField(label, button, begins, lambda text: use(read_code(text)))


def own_code(use: Callable[[Response | None], object]) -> tuple[HandOver, CodeField]:
    """Return the offer of what the tab has kept, and the row for another code.

    `use` gets the response from either, or None for nobody's.
    """
    kept = HandOver(use)

    def take(response: Response) -> str:
        kept.choice = "pasted"
        use(response)
        return f"Read: {counted(len(response.answers), 'answer')}."

    return kept, code_entry("Your response code", "Use my code", take)
