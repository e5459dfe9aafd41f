"""The instrument: what a person is asked.

Twelve kinds of work, called *facets*, are asked about with two statements each, called *items*.
Five facets belong to the pole *analytics*, five to the pole *engineering*; the other two, modelling
and deep learning, are ground that both sides share (the pole id is *machine_learning*). The first
item of every facet makes the short form, all 24 the full form.

The words are in `data/items.csv` and the weights in `data/facets.csv`; this module reads them once
and checks that together they make an instrument.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rolekit.base.tables import load_package, load_table
from rolekit.errors import DataError

SIDES = ("analytics", "engineering")  # the poles whose difference is lean
POLES = (*SIDES, "machine_learning")
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
    """A statement that is answered from 0 to 100. `facet` and `pole` are ids."""

    id: str
    facet: str
    pole: str
    form: str
    statement: str
    explanation: str


@dataclass(frozen=True)
class Instrument:
    """All that is asked: `facets` (12) and `items` (24) in table order, and the `version`."""

    version: int
    facets: tuple[Facet, ...]
    items: tuple[Item, ...]
    poles: tuple[str, ...] = POLES

    @cached_property
    def short_items(self) -> tuple[Item, ...]:
        """The first item of every facet: the 12 of the short form."""
        return tuple(item for item in self.items if item.form == "short")

    @cached_property
    def further_items(self) -> tuple[Item, ...]:
        """The second item of every facet: the 12 that the full form adds."""
        return tuple(item for item in self.items if item.form == "full")

    def facets_of(self, pole: str) -> tuple[Facet, ...]:
        """Return the facets of one pole, in table order."""
        return tuple(facet for facet in self.facets if facet.pole == pole)

    def shuffled(self, items: tuple[Item, ...], seed: int) -> tuple[Item, ...]:
        """Return the items in an order of their own for each seed, with the two poles alternating.

        Alternating keeps a tired reader from treating all of one side alike; shuffling spreads
        what is left of such habits over people. The same seed gives the same order.

        >>> instrument = load_instrument()
        >>> order = instrument.shuffled(instrument.short_items, seed=7)
        >>> sorted(item.id for item in order) == sorted(i.id for i in instrument.short_items)
        True
        """
        chance = random.Random(seed)
        piles = {}
        for pole in self.poles:
            pile = [item for item in items if item.pole == pole]
            chance.shuffle(pile)
            piles[pole] = pile
        analytics, engineering, shared = (piles[pole] for pole in POLES)
        first, second = chance.sample([analytics, engineering], 2)
        order = [item for pair in zip(first, second, strict=True) for item in pair]
        for item in shared:
            # Only between two pairs, so that what surrounds it still alternates.
            order.insert(2 * chance.randint(1, len(first) - 1), item)
        return tuple(order)


@cache
def load_instrument(folder: Path | None = None) -> Instrument:
    """Return the instrument, read from the tables that come with rolekit.

    `folder` is another folder of tables, for those who write an instrument of their own. Raises
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
    for facet in facets:
        forms = [item.form for item in items if item.facet == facet.id]
        if forms != ["short", "full"]:
            raise DataError(
                f"items.csv: facet {facet.id!r} must have one short and then one full item "
                f"(got {', '.join(forms) or 'none'})."
            )
    return Instrument(load_package(folder)["instrument_version"], facets, items)


def facet_name(facet: str) -> str:
    """Return the name of a facet in a sentence, given its id.

    >>> facet_name("deep_learning")
    'deep learning'
    """
    return {one.id: one.name for one in load_instrument().facets}[facet].lower()
