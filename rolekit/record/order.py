"""The order of the statements: one of its own for each person, with the two poles alternating.

Alternating keeps a tired reader from treating all of one side alike; shuffling spreads what is left
of such habits over people. The order follows from the id of the response alone, by a hash that any
language can follow (`order.js` does): who resumes from a code, on a page or in a notebook, meets
the statements in the order in which they were first asked.
"""

from collections.abc import Sequence

from rolekit.record.instrument import POLES, SIDES, Item


def shuffled(items: Sequence[Item], id: int) -> tuple[Item, ...]:
    """Return the items in the order of a response's id.

    The items of each pole are sorted by a hash of id and item, and the two poles take turns; those
    on shared ground come between two such turns. There must be as many of each pole, at
    least two.

    >>> from rolekit.record.instrument import load_instrument
    >>> [item.id for item in shuffled(load_instrument().short_items, id=7)][:2]
    ['architecture-1', 'storytelling-1']
    """

    def drawn(name: str) -> int:
        return hashed(f"{id} {name}")

    piles = {
        pole: sorted((item for item in items if item.pole == pole), key=lambda item: drawn(item.id))
        for pole in POLES
    }
    first, second = (piles[pole] for pole in sorted(SIDES, key=drawn))
    turns = [list(turn) for turn in zip(first, second, strict=True)]
    for item in piles["machine_learning"]:
        turns[hashed(f"{item.id} {id}") % (len(turns) - 1)].append(item)
    return tuple(item for turn in turns for item in turn)


def hashed(text: str) -> int:
    """Return a whole number below 2^32 that a text in ASCII always has.

    FNV-1a (Fowler, Noll and Vo), with the last steps of MurmurHash3 (Appleby), by which texts that
    differ in one letter get numbers that have nothing in common.

    >>> hashed("a"), hashed("b")
    (444641715, 2193908274)
    """
    number = 0x811C9DC5
    for byte in text.encode("ascii"):
        number = (number ^ byte) * 0x01000193 % 2**32
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        number = (number ^ number >> shift) * factor % 2**32
    return number ^ number >> 16
