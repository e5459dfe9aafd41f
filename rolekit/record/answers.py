"""Answers: what a person said, and nothing else.

`Answers` holds a whole number from 0 to 100 for every item that was answered. An item that was not
answered is simply not there: it is never taken for 0 or for the middle. Answers do not change; a
change gives new ones.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import Literal

from rolekit.errors import AnswerError, did_you_mean
from rolekit.record.codes import Contents, contents_of, encode, new_id, symbols_of
from rolekit.record.instrument import load_instrument

Form = Literal["short", "full"]


@dataclass(frozen=True)
class Answers:
    """The answered items, as (item id, 0-100) pairs in the order of the items table.

    Make them with `from_items`, `from_facets` or `from_code`. Equal answers are equal, whoever
    gave them.
    """

    given: tuple[tuple[str, int], ...] = ()

    @classmethod
    def from_items(cls, values: Mapping[str, int | None]) -> Answers:
        """Make answers from a value for each item.

        `values` maps item ids to whole numbers from 0 to 100; None, or an item left out, is not
        answered. Raises `AnswerError` for an unknown item or for any other value.

        >>> Answers.from_items({"pipelines-1": 70, "statistics-1": None})["pipelines-1"]
        70
        """
        known = [item.id for item in load_instrument().items]
        for name in values:
            if name not in known:
                raise AnswerError(f"There is no item {name!r}. {did_you_mean(name, known)}")
        checked = {name: _checked("Item", name, value) for name, value in values.items()}
        return cls(
            tuple((name, value) for name in known if (value := checked.get(name)) is not None)
        )

    @classmethod
    def from_facets(cls, values: Mapping[str, int | None]) -> Answers:
        """Make answers from a value for each facet, given to both of its items.

        `values` maps facet ids to whole numbers from 0 to 100; a facet left out is not answered.
        Raises `AnswerError` for an unknown facet or for any other value.

        >>> answers = Answers.from_facets({"statistics": 80})
        >>> answers["statistics-1"], answers["statistics-2"]
        (80, 80)
        """
        instrument = load_instrument()
        known = [facet.id for facet in instrument.facets]
        for name in values:
            if name not in known:
                raise AnswerError(f"There is no facet {name!r}. {did_you_mean(name, known)}")
        checked = {name: _checked("Facet", name, value) for name, value in values.items()}
        return cls.from_items({item.id: checked.get(item.facet) for item in instrument.items})

    @classmethod
    def from_code(cls, text: str) -> Answers:
        """Read the answers out of a response code. Raises `CodeError` if it is not intact."""
        return cls(contents_of(symbols_of(text)).answers)

    def to_code(self) -> str:
        """Write the answers as a response code with a new random id.

        Every call is a new response. To keep one id, make a `rolekit.Response`.

        >>> answers = Answers.from_facets({"statistics": 80})
        >>> Answers.from_code(answers.to_code()) == answers
        True
        """
        return encode(Contents(self.given, new_id()))

    def having(self, item: str, value: int | None) -> Answers:
        """Return these answers with one of them changed, or taken back by None.

        >>> empty = Answers()
        >>> len(empty.having("statistics-1", 40)), len(empty)
        (1, 0)
        """
        return Answers.from_items({**self.by_item, item: value})

    @cached_property
    def by_item(self) -> Mapping[str, int]:
        """Item id -> 0-100, for the answered items."""
        return dict(self.given)

    @cached_property
    def by_facet(self) -> Mapping[str, float]:
        """Facet id -> mean of its answered items (0-100), for facets with an answer."""
        values: dict[str, list[int]] = {}
        for item in load_instrument().items:
            if item.id in self.by_item:
                values.setdefault(item.facet, []).append(self.by_item[item.id])
        return {facet: fmean(several) for facet, several in values.items()}

    @property
    def form(self) -> Form:
        """ "full" once any second item is answered, else "short"."""
        second = (item.id for item in load_instrument().further_items)
        return "full" if any(item in self.by_item for item in second) else "short"

    @property
    def short(self) -> Answers:
        """Only the answers that belong to the short form."""
        first = {item.id for item in load_instrument().short_items}
        return Answers(tuple(pair for pair in self.given if pair[0] in first))

    def __getitem__(self, item: str) -> int | None:
        """Return the answer to an item, or None if there is none."""
        return self.by_item.get(item)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the answered items."""
        return iter(self.by_item)

    def __len__(self) -> int:
        """Count the answered items."""
        return len(self.given)


def _checked(kind: str, name: str, value: object) -> int | None:
    """Return the value as an int from 0 to 100, or None; refuse anything else."""
    if value is None:
        return None
    try:
        number = -1 if isinstance(value, bool) else operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        number = -1
    if not 0 <= number <= 100:
        raise AnswerError(
            f"{kind} {name!r} must be a whole number from 0 to 100 or None "
            f"(got {value!r} that is a {type(value).__name__})."
        )
    return number
