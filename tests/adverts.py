"""The adverts of our own writing, what a recruiter would say of them, and how to compare."""

import re
import shlex
from typing import NamedTuple

from hands import ROOT, rows_of

FOLDER = ROOT / "tests" / "data"


class Advert(NamedTuple):
    name: str
    role: str
    half: str
    lean: str
    depth: str
    verdict: str
    text: str


class FieldAdvert(NamedTuple):
    """An advert as people paste it, with what must be read of it: `expected` by name."""

    name: str
    expected: dict[str, str]
    text: str


def _field_adverts():
    whole = (FOLDER / "field_adverts.txt").read_text(encoding="utf-8")
    for block in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]:
        head, text = block.split("\n", 1)
        name, _, said = head.partition(" | ")
        yield FieldAdvert(name, dict(one.split("=", 1) for one in shlex.split(said)), text)


def auc(lower, higher):
    """How often one of `higher` exceeds one of `lower`, ties counting half (Mann-Whitney)."""
    pairs = [(a, b) for a in lower for b in higher]
    return sum((b > a) + (a == b) / 2 for a, b in pairs) / len(pairs)


ADVERTS = [
    Advert(*row.values(), (FOLDER / "adverts" / f"{row['advert']}.txt").read_text(encoding="utf-8"))
    for row in rows_of("adverts", FOLDER)
]
FIELD = list(_field_adverts())
