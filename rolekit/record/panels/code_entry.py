"""The row into which a response code is pasted."""

from collections.abc import Callable

from rolekit.base.ui.code_field import CodeField
from rolekit.record.instrument import load_instrument
from rolekit.record.read_codes import read_code
from rolekit.record.response import Response


def code_entry(label: str, button: str, use: Callable[[Response], str]) -> CodeField:
    """Return the row for a response code; `use` gets the response and returns the reply."""
    begins = f"ROLE{load_instrument().version}"
    return CodeField(label, button, begins, lambda text: use(read_code(text)))
