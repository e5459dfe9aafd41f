"""A field for an advert, and what was read of it: shared by all panels that take one."""

from __future__ import annotations

import ipywidgets
import traitlets

from rolekit.adverts.examples import EXAMPLE_ADVERTS
from rolekit.adverts.reading import AdvertReading, read_advert
from rolekit.base.ui.panel import button, row
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import AdvertError

EMPTY = "Paste an advert first."
INVENTED = "This is an invented advert: nobody has this vacancy."


class AdvertEntry(ipywidgets.VBox):
    """A field for an advert: `reading` is where it lies, or None where it could not be placed."""

    reading = traitlets.Instance(AdvertReading, allow_none=True)

    def __init__(self, label: str, read: str = "Read it", example: int = 0, lines: int = 8) -> None:
        """Take the words of the field and of its button, and which invented advert it offers."""
        self._example = EXAMPLE_ADVERTS[example]
        self._box = PasteBox(
            label=label,
            help="It stays in this page's own kernel.",
            button=read,
            lines=lines,
        )
        self._said = Sentence()
        self._box.observe(lambda _: self._read(), "sent")
        offer = button("Use an invented advert", self._use_example)
        super().__init__((self._box, row(offer, self._said)))

    @property
    def is_example(self) -> bool:
        """Whether it is the invented advert that was read."""
        return bool(self._box.text == self._example)

    @property
    def text(self) -> str:
        """What is said beside the field."""
        return str(self._said.text)

    def _use_example(self) -> None:
        self._box.text, self._box.size = self._example, len(self._example)
        self._read()

    def _read(self) -> None:
        self._said.text, self.reading = self._answer()

    def _answer(self) -> tuple[str, AdvertReading | None]:
        """Return what to say, and the reading if there is one."""
        if self._box.is_too_long:
            return (
                f"This text has {self._box.size:,} characters, far more than an advert. Paste the "
                "advert alone.",
                None,
            )
        if not self._box.text.strip():
            return EMPTY, None
        try:
            reading = read_advert(self._box.text)
        except AdvertError as problem:
            return str(problem), None
        words = f"Read: {len(reading.phrases)} known phrases."
        return (f"{words} {INVENTED}" if self.is_example else words), reading
