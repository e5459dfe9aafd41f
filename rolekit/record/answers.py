"""Answers: what a person said, and nothing else.

`Answers` holds a whole number from 0 to 100 for every item that was answered. An item that was not
answered is simply not there: it is never taken for 0 or for the middle. Answers do not change; a
change gives new ones.
"""

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from statistics import fmean
from typing import Any, Literal

from rolekit.errors import AnswerError, check_known, did_you_mean
from rolekit.record.codes import Contents, contents_of, encode, new_id, symbols_of
from rolekit.record.instrument import load_instrument

Form = Literal["short", "full"]


@dataclass(frozen=True)
class Answers:
    """The answered items, as (item id, 0-100) pairs in the order of the items table.

    Make them with `from_items`, `from_facets` or `from_code`. Two people's answers are equal if
    they say the same. Items of earlier versions of the instrument are accepted too. Raises
    `AnswerError` for anything that `from_items` would not have made.

    >>> Answers((("pipelines-1", 70),)).by_facet
    {'pipelines': 70.0}
    """

    given: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be answers. A room has thousands: what is wrong is sought later."""
        places, before = _places(), -1
        try:
            for pair in self.given:
                name, value = pair
                place = places[name]
                if type(value) is not int or not 0 <= value <= 100 or place <= before:
                    break
                before = place
            else:
                if type(self.given) is tuple and all(type(pair) is tuple for pair in self.given):
                    return
        except (KeyError, TypeError, ValueError):
            pass
        raise AnswerError(_problem(self.given))

    @classmethod
    def from_items(cls, values: Mapping[str, int | None]) -> "Answers":
        """Make answers from a value for each item.

        `values` maps item ids, of any version of the instrument, to whole numbers from 0 to 100.
        None, or an item left out, means not answered. Raises `AnswerError` for an unknown item or
        for any other value.

        >>> Answers.from_items({"pipelines-1": 70, "statistics-1": None})["pipelines-1"]
        70
        """
        places = _places()
        for name in values:
            check_known("item", name, places, AnswerError)
        return cls(
            tuple(
                (name, _plain(value)) for name in places if (value := values.get(name)) is not None
            )
        )

    @classmethod
    def from_facets(cls, values: Mapping[str, int | None]) -> "Answers":
        """Make answers from a value for each facet, given to both of its items.

        `values` maps facet ids to whole numbers from 0 to 100; a facet left out means not answered.
        Raises `AnswerError` for an unknown facet or for any other value.

        >>> answers = Answers.from_facets({"statistics": 80})
        >>> answers["statistics-1"], answers["statistics-2"]
        (80, 80)
        """
        instrument = load_instrument()
        known = [facet.id for facet in instrument.facets]
        for name, value in values.items():
            check_known("facet", name, known, AnswerError)
            if value is not None and not _is_answer(_plain(value)):
                raise AnswerError(_no_answer("Facet", name, value))
        return cls.from_items({item.id: values.get(item.facet) for item in instrument.items})

    @classmethod
    def from_code(cls, text: str) -> "Answers":
        """Read the answers out of a response code. Raises `CodeError` if it is damaged."""
        return cls(contents_of(*symbols_of(text)).answers)

    def to_code(self) -> str:
        """Write the answers as a response code with a new random id.

        Every call is a new response. To keep one id, make a `rolekit.Response`.

        >>> answers = Answers.from_facets({"statistics": 80})
        >>> Answers.from_code(answers.to_code()) == answers
        True
        """
        return encode(Contents(self.given, new_id()))

    def having(self, item: str, value: int | None) -> "Answers":
        """Return these answers with one of them changed, or cleared by None.

        This drops answers to items that were never asked together with this one, because one
        replaced the other.

        >>> empty = Answers()
        >>> len(empty.having("statistics-1", 40)), len(empty)
        (1, 0)
        """
        check_known("item", item, _places(), AnswerError)
        values, versions_of = {**self.by_item, item: value}, load_instrument().versions_of
        if value is not None and not versions_of(values):
            values = {one: x for one, x in values.items() if versions_of((one, item))}
        return Answers.from_items(values)

    @cached_property
    def by_item(self) -> Mapping[str, int]:
        """Item id -> 0-100, for the answered items."""
        return dict(self.given)

    @cached_property
    def by_facet(self) -> Mapping[str, float]:
        """Facet id -> mean of its answered items (0-100), for facets with an answer."""
        values: dict[str, list[int]] = {}
        for item in load_instrument().ever_asked:
            if item.id in self.by_item:
                values.setdefault(item.facet, []).append(self.by_item[item.id])
        return {facet: fmean(several) for facet, several in values.items()}

    @property
    def form(self) -> Form:
        """ "full" once any second item is answered, else "short"."""
        return "short" if self.by_item.keys() <= _first() else "full"

    @property
    def short(self) -> "Answers":
        """Only the answers that belong to the short form."""
        return Answers(tuple(pair for pair in self.given if pair[0] in _first()))

    def __getitem__(self, item: str) -> int | None:
        """Return the answer to an item, or None if there is none."""
        return self.by_item.get(item)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the answered items."""
        return iter(self.by_item)

    def __len__(self) -> int:
        """Count the answered items."""
        return len(self.given)


def known_good(given: tuple[tuple[str, int], ...]) -> Answers:
    """Make answers of pairs that are known to be right, such as those of an intact code."""
    answers = object.__new__(Answers)
    object.__setattr__(answers, "given", given)
    return answers


@cache
def _places() -> dict[str, int]:
    """Return item id -> place in the items table, for all items that were ever asked."""
    return {item.id: place for place, item in enumerate(load_instrument().ever_asked)}


@cache
def _first() -> frozenset[str]:
    """Return the ids of all items of the short form, of any version."""
    return frozenset(item.id for item in load_instrument().ever_asked if item.form == "short")


def _plain(value: Any) -> Any:
    """Return a whole number, whoever's, as Python's own, and anything else as it is."""
    if type(value) is int or isinstance(value, bool):
        return value
    try:
        return operator.index(value)
    except TypeError:
        return value


def _is_answer(value: object) -> bool:
    return type(value) is int and 0 <= value <= 100


def _problem(given: object) -> str:
    """Return what is wrong with pairs that are no answers."""
    if type(given) is not tuple or not all(type(p) is tuple and len(p) == 2 for p in given):
        return (
            f"'given' must be a tuple of pairs of an item and a whole number (got {given!r}). Make "
            "answers with Answers.from_items."
        )
    places, names = _places(), [name for name, _ in given]
    for name, value in given:
        if name not in list(places):
            return f"There is no item {name!r}. {did_you_mean(name, places)}"
        if not _is_answer(value):
            return _no_answer("Item", name, value)
    return (
        f"The items must be in the order of the items table, each once (got {', '.join(names)}). "
        "Answers.from_items puts them in order."
    )


def _no_answer(kind: str, name: str, value: object) -> str:
    return (
        f"{kind} {name!r} must be a whole number from 0 to 100 or None "
        f"(got {value!r} that is a {type(value).__name__})."
    )
