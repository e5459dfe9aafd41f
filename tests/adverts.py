"""The forty adverts of our own writing, what a recruiter would say of them, and how to compare."""

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


def auc(lower, higher):
    """How often one of `higher` exceeds one of `lower`, ties counting half (Mann-Whitney)."""
    pairs = [(a, b) for a in lower for b in higher]
    return sum((b > a) + (a == b) / 2 for a, b in pairs) / len(pairs)


ADVERTS = [
    Advert(*row.values(), (FOLDER / "adverts" / f"{row['advert']}.txt").read_text(encoding="utf-8"))
    for row in rows_of("adverts", FOLDER)
]
