"""The instrument: what a person is asked.

Twelve kinds of work, called *facets*, are asked about with two statements each, called *items*.
Five facets belong to the pole *analytics*, five to the pole *engineering*; the other two, modelling
and deep learning, are ground that both sides share (the pole id is *machine_learning*). The first
item of every facet makes the short form, all 24 the full form.

The words are in `data/items.csv` and the weights in `data/facets.csv`; this module reads them once
and checks that together they make an instrument, in its present version and in all before it: what
people have answered stays readable when an item is replaced.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rolekit.base.tables import load_package, load_table
from rolekit.errors import DataError

SIDES = ("analytics", "engineering")  # the poles whose difference is lean
POLES = (*SIDES, "machine_learning")
LAST_VERSION = 9  # a code has one digit for it
STEM = "How much of your working time would you like to give to this, whatever your skill today?"


@dataclass(frozen=True)
class Facet:
    """A kind of work. `pole` is a pole's id; `weight` is its share of the pole's score."""

    id: str
    name: str
    pole: str
    weight: float
    description: str


@dataclass(frozen=True)
class Item:
    """A statement that is answered from 0 to 100. `facet` and `pole` are ids.

    `since` and `until` are the first and the last version of the instrument that asked it; `until`
    is None while it is asked.
    """

    id: str
    facet: str
    pole: str
    form: str
    statement: str
    explanation: str
    since: int = 1
    until: int | None = None


@dataclass(frozen=True)
class Instrument:
    """Everything that is asked: `facets` (12) and `items` (24) in table order, and the `version`.

    `ever_asked` are the items of all versions, in table order.
    """

    version: int
    facets: tuple[Facet, ...]
    ever_asked: tuple[Item, ...]
    poles: tuple[str, ...] = POLES

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of the present version."""
        return self.items_of(self.version)

    @cached_property
    def short_items(self) -> tuple[Item, ...]:
        """The first item of every facet: the 12 of the short form."""
        return tuple(item for item in self.items if item.form == "short")

    @cached_property
    def further_items(self) -> tuple[Item, ...]:
        """The second item of every facet: the 12 that the full form adds."""
        return tuple(item for item in self.items if item.form == "full")

    def items_of(self, version: int) -> tuple[Item, ...]:
        """Return the items that one version asks, in table order.

        >>> load_instrument().items_of(1)[0].id
        'exploration-1'
        """
        return tuple(
            item
            for item in self.ever_asked
            if item.since <= version <= (item.until or self.version)
        )

    def versions_of(self, ids: Iterable[str]) -> range:
        """Return the versions that have asked all of these items, item ids that are known.

        >>> 1 in load_instrument().versions_of(["pipelines-1", "statistics-2"])
        True
        """
        first, last, spans = 1, self.version, self._spans
        for id in ids:
            since, until = spans[id]
            first = since if since > first else first
            last = until if until < last else last
        return range(first, last + 1)

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        """Item id -> its first and its last version."""
        return {item.id: (item.since, item.until or self.version) for item in self.ever_asked}

    def facets_of(self, pole: str) -> tuple[Facet, ...]:
        """Return the facets of one pole, in table order."""
        return tuple(facet for facet in self.facets if facet.pole == pole)


@cache
def load_instrument(folder: Path | None = None) -> Instrument:
    """Return the instrument, read from the tables that come with rolekit.

    `folder` is another folder of tables, if you write an instrument of your own. Raises
    `DataError` where the tables break a rule.

    >>> instrument = load_instrument()
    >>> len(instrument.facets), len(instrument.items)
    (12, 24)
    """
    facets = tuple(Facet(**row) for row in load_table("facets", folder))
    pole = {facet.id: facet.pole for facet in facets}
    items = tuple(Item(pole=pole[row["facet"]], **row) for row in load_table("items", folder))
    for name in POLES:
        total = sum(facet.weight for facet in facets if facet.pole == name)
        if not math.isclose(total, 1, abs_tol=1e-9):
            raise DataError(f"facets.csv: the weights of {name} must sum to 1 (got {total:g}).")
    version = load_package(folder)["instrument_version"]
    if version not in range(1, LAST_VERSION + 1):
        raise DataError(
            "datapackage.json: 'instrument_version' must be a whole number from 1 to "
            f"{LAST_VERSION} (got {version!r})."
        )
    for item in items:
        if item.since > (item.until or version) or (item.until or 0) >= version:
            raise DataError(
                f"items.csv: item {item.id!r} must have a 'since' of at most {version}, the "
                "version of the instrument, and an 'until' that is empty or from 'since' to "
                f"{version - 1} (got {item.since} and {item.until})."
            )
    instrument = Instrument(version, facets, items)
    for number in range(1, version + 1):
        for facet in facets:
            forms = [item.form for item in instrument.items_of(number) if item.facet == facet.id]
            if forms != ["short", "full"]:
                raise DataError(
                    f"items.csv: facet {facet.id!r} must have one short and then one full item in "
                    f"version {number} (got {', '.join(forms) or 'none'})."
                )
    return instrument


def facet_name(facet: str) -> str:
    """Return the name of a facet in a sentence, given its id.

    >>> facet_name("deep_learning")
    'deep learning'
    """
    return {one.id: one.name for one in load_instrument().facets}[facet].lower()
