"""A field for an advert, and what was read of it: shared by all panels that take one."""

from collections import Counter
from collections.abc import Callable

import ipywidgets
import traitlets

from rolekit.adverts.examples import EXAMPLE_ADVERTS
from rolekit.adverts.parts import LANGUAGE, REASONS
from rolekit.adverts.reading import AdvertReading, read_advert
from rolekit.adverts.titles import own_title
from rolekit.adverts.words import notes
from rolekit.base.ui.panel import button, row
from rolekit.base.ui.paste_box import PasteBox
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import AdvertError

EMPTY = "Paste an advert first."
INVENTED = "This is an invented advert: nobody has this vacancy."


class AdvertEntry(ipywidgets.VBox):
    """A field for an advert: `reading` is what was read of it, or None where there is no result.

    Below it are buttons that read another of several adverts, and that count what was left out.
    """

    reading = traitlets.Instance(AdvertReading, allow_none=True)

    def __init__(self, label: str, read: str = "Read it", example: int = 0, lines: int = 8) -> None:
        """Take the words of the field and of its button, and which invented advert it offers."""
        self._example = EXAMPLE_ADVERTS[example]
        self._box = PasteBox(
            label=label,
            help="It stays in this notebook's own kernel.",
            button=read,
            lines=lines,
        )
        self._said, self._choices = Sentence(), row()
        self._box.observe(lambda _: self._read(), "sent")
        offer = button("Use an invented advert", self._use_example)
        super().__init__((self._box, row(offer, self._said), self._choices))

    @property
    def is_example(self) -> bool:
        """Whether it is the invented advert that was read."""
        return bool(self._box.text == self._example)

    def _use_example(self) -> None:
        self._box.text, self._box.size = self._example, len(self._example)
        self._read()

    def _read(self) -> None:
        if self._box.is_too_long:
            return self._refuse(
                f"This text has {self._box.size:,} characters, far more than an advert. Paste the "
                "advert alone."
            )
        if not self._box.text.strip():
            return self._refuse(EMPTY)
        try:
            reading = read_advert(self._box.text)
        except AdvertError as problem:
            return self._refuse(str(problem))
        return self._show(reading, reading.adverts)

    def _refuse(self, why: str) -> None:
        self._said.text, self._choices.children, self.reading = why, (), None

    def _show(self, reading: AdvertReading, adverts: tuple[str, ...]) -> None:
        words = [f"Found {len(reading.phrases)} known phrases.", *notes(reading)]
        self._said.text = " ".join([*words, INVENTED] if self.is_example else words)
        choices = []
        if len(adverts) > 1:
            for n, advert in enumerate(adverts, start=1):
                name = f"Read {n}: {own_title(advert).text or 'without a title'}"
                choices.append(button(name, self._reads(advert, adverts)))
        for why, n in Counter(passage.why for passage in reading.left_out).items():
            if why != LANGUAGE:
                name = f"Count {REASONS[why]} ({n})"
                choices.append(button(name, self._counts(reading, why, adverts)))
        if reading.counting:
            choices.append(button("Leave it out again", self._reads(reading.text, adverts)))
        self._choices.children = tuple(choices)
        self.reading = reading

    def _reads(self, advert: str, adverts: tuple[str, ...]) -> Callable[[], None]:
        def read() -> None:
            try:
                self._show(read_advert(advert), adverts)
            except AdvertError as problem:
                self._said.text, self.reading = str(problem), None

        return read

    def _counts(
        self, reading: AdvertReading, why: str, adverts: tuple[str, ...]
    ) -> Callable[[], None]:
        return lambda: self._show(read_advert(reading.text, {*reading.counting, why}), adverts)
