"""The scale of an advert: how the weights of its phrases become points of lean and depth."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

from rolekit.adverts.terms import ADVERTS, DEPTH, LEAN, Term, load_terms
from rolekit.measure.placement import BAND
from rolekit.measure.roles import roles
from rolekit.record.instrument import load_instrument

UNDECIDED = 10.0  # sum of |weight| that pulls nowhere
TAIL = NormalDist().inv_cdf((1 + BAND) / 2)


@dataclass(frozen=True)
class OnMap:
    """A position on the map with its 80% bands.

    lean, low, high
        Points on the -100..100 lean axis, and the ends of the band.
    depth, depth_low, depth_high
        Machine-learning depth, 0-100, likewise.
    """

    lean: float
    low: float
    high: float
    depth: float
    depth_low: float
    depth_high: float


@dataclass(frozen=True)
class Axis:
    """How weights become points: `points` by the balance, `tilt` where its zero is elsewhere."""

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
    """Both axes, and what is summed up along them.

    usual
        Facet id -> its share of a typical advert's phrases.
    sums
        Term -> what it adds to the sums from which a result follows, five an axis.
    """

    lean: Axis
    depth: Axis
    usual: Mapping[str, float]
    sums: Mapping[str, tuple[float, ...]]


@cache
def load_scale() -> Scale:
    """Return the scale on which typical adverts of the core roles are near their landmarks.

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
        for role in (id for id in ADVERTS if id in target and (LEAN[id] or DEPTH[id])):
            size = sum(term.shares[role] * abs(plain.weight(term)) for term in terms)
            balance = sum(term.shares[role] * plain.weight(term) for term in terms)
            rows.append((balance / (size + UNDECIDED), size / (size + UNDECIDED), target[role]))
        axes.append(Axis(name, *_least_squares(rows)))
    usual = dict.fromkeys((facet.id for facet in load_instrument().facets), 0.0)
    for term in terms:
        if term.facet:
            usual[term.facet] += sum(term.shares.values())
    total = sum(usual.values())
    usual = {facet: n / total for facet, n in usual.items()}
    return Scale(axes[0], axes[1], usual, _sums(axes))


def _least_squares(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Return a and b that make a * x + b * y closest to z."""
    xx = sum(x * x for x, _, _ in rows)
    xy = sum(x * y for x, y, _ in rows)
    yy = sum(y * y for _, y, _ in rows)
    xz = sum(x * z for x, _, z in rows)
    yz = sum(y * z for _, y, z in rows)
    below = xx * yy - xy * xy
    return (xz * yy - yz * xy) / below, (yz * xx - xz * xy) / below


def _sums(axes: Sequence[Axis]) -> dict[str, tuple[float, ...]]:
    found = {}
    for term in load_terms().values():
        sums: list[float] = []
        for axis in axes:
            points, size = axis.points_of(term), abs(axis.weight(term))
            sums += [points, size, points * points, points * size, size * size]
        found[term.id] = tuple(sums)
    return found


def place_of(terms: Sequence[str]) -> OnMap:
    """Return where an advert is that says these terms (ids), with its 80% bands.

    A band holds 80% of the positions of as many phrases, drawn anew from those that were said. It
    is the linear approximation to that draw, of which the balance is a ratio of two sums (the
    infinitesimal jackknife; Efron 1982, "The Jackknife, the Bootstrap and Other Resampling Plans").
    """
    if not terms:
        return OnMap(0.0, 0.0, 0.0, 50.0, 50.0, 50.0)
    sums = list(map(sum, zip(*map(load_scale().sums.__getitem__, terms), strict=True)))
    found: list[float] = []
    for room, (points, known, pp, ps, ss) in ((100.0, sums[:5]), (50.0, sums[5:])):
        size = known + UNDECIDED
        at = points / size
        # Of each phrase, its points beyond what its weight earns at this place.
        mean = (points - at * known) / len(terms)
        spread = max(0.0, pp - 2 * at * ps + at * at * ss - len(terms) * mean * mean)
        half = TAIL * math.sqrt(spread) / size
        at = max(-room, min(room, at))
        middle = 100.0 - room
        found += [middle + at, middle + max(-room, at - half), middle + min(room, at + half)]
    return OnMap(*found)
