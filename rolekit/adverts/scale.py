"""The scale of an advert: how the weights of its phrases become points of lean and depth."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rolekit.adverts.terms import ADVERTS, Term, load_terms
from rolekit.measure.placement import BAND
from rolekit.measure.roles import roles
from rolekit.record.instrument import load_instrument

UNDECIDED = 10.0  # sum of |weight| that pulls nowhere
DRAWS = 200
SEED = 940


@dataclass(frozen=True)
class Axis:
    """How weights become points: `points` by the balance, `tilt` where its zero lies elsewhere."""

    name: str
    points: float
    tilt: float

    @property
    def room(self) -> float:
        """How far from its middle the scale goes."""
        return 100.0 if self.name == "lean" else 50.0

    def weight(self, term: Term) -> float:
        """Return the weight of a term along this axis."""
        return term.lean if self.name == "lean" else term.depth

    def points_of(self, term: Term) -> float:
        """Return the points of a term, before they are shared out among all that were read."""
        w = self.weight(term)
        return self.points * w + self.tilt * abs(w)

    def pulls(self, terms: Sequence[Term]) -> dict[str, float]:
        """Return term -> points. At the end of the scale all give up the same share of theirs."""
        total = math.fsum(abs(self.weight(term)) for term in terms) + UNDECIDED
        pulls = {term.id: self.points_of(term) / total for term in terms}
        beyond = max(1.0, abs(math.fsum(pulls.values())) / self.room)
        return {id: pull / beyond for id, pull in pulls.items()}


@dataclass(frozen=True)
class Scale:
    """Both axes, and `usual`: facet id -> its share of a typical advert's phrases."""

    lean: Axis
    depth: Axis
    usual: Mapping[str, float]


@cache
def load_scale() -> Scale:
    """Return the scale on which typical adverts of the core roles lie near their landmarks.

    A typical advert of a role says each counted term as much as the role's adverts do on average.
    `points` and `tilt` are the least-squares fit to the four landmarks.
    """
    terms = list({term.id: term for term in load_terms().values() if term.shares}.values())
    landmarks = {role.id: role for role in roles()}
    axes = []
    for name, target in (
        ("lean", {id: role.lean for id, role in landmarks.items()}),
        ("depth", {id: role.depth - 50 for id, role in landmarks.items()}),
    ):
        plain, rows = Axis(name, 1.0, 0.0), []
        for role in ADVERTS:
            size = sum(term.shares[role] * abs(plain.weight(term)) for term in terms)
            balance = sum(term.shares[role] * plain.weight(term) for term in terms)
            rows.append((balance / (size + UNDECIDED), size / (size + UNDECIDED), target[role]))
        axes.append(Axis(name, *_least_squares(rows)))
    usual = dict.fromkeys((facet.id for facet in load_instrument().facets), 0.0)
    for term in terms:
        if term.facet:
            usual[term.facet] += sum(term.shares.values())
    total = sum(usual.values())
    return Scale(axes[0], axes[1], {facet: n / total for facet, n in usual.items()})


def _least_squares(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Return a and b that make a * x + b * y closest to z."""
    xx = sum(x * x for x, _, _ in rows)
    xy = sum(x * y for x, y, _ in rows)
    yy = sum(y * y for _, y, _ in rows)
    xz = sum(x * z for x, _, z in rows)
    yz = sum(y * z for _, y, z in rows)
    below = xx * yy - xy * xy
    return (xz * yy - yz * xy) / below, (yz * xx - xz * xy) / below


def bands_of(terms: Sequence[Term]) -> list[tuple[float, float]]:
    """Return the bands of lean and depth, from seeded draws of as many phrases."""
    chance = random.Random(SEED)
    scale = load_scale()
    sizes = [
        (
            scale.lean.points_of(term),
            abs(term.lean),
            scale.depth.points_of(term),
            abs(term.depth),
        )
        for term in terms
    ]
    leans, depths = [], []
    for _ in range(DRAWS):
        a, b, c, d = map(sum, zip(*chance.choices(sizes, k=len(sizes)), strict=True))
        leans.append(max(-100.0, min(100.0, a / (b + UNDECIDED))))
        depths.append(max(0.0, min(100.0, 50 + c / (d + UNDECIDED))))
    cut = round(DRAWS * (1 - BAND) / 2)
    return [(sorted(drawn)[cut], sorted(drawn)[-1 - cut]) for drawn in (leans, depths)]
