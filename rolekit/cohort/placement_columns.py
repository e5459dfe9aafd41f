"""The formulas of a placement as column expressions, in stages.

A stage makes columns out of those of the stages before it. Written as one expression each, the
results would hold the same sums hundreds of times over, and not every database would notice.

One part of the formulas is no expression: the quantile of Student's t, whose degrees of freedom are
between 3 and 8 and seldom whole. On that short stretch, seen as a function of 1 / df, it is so
smooth that a polynomial through eleven of its points is within 1e-12 of it everywhere.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from operator import add
from typing import Any

import narwhals as nw

from rolekit.base.sentences import ROUNDING
from rolekit.base.student_t import t_quantile
from rolekit.measure.placement import BALANCED_WITHIN, BAND, LEAST_SPREAD, NEEDED, SIDE_FROM
from rolekit.record.instrument import POLES, SIDES, Facet, load_instrument

OWN = "_rolekit_"  # how the columns begin that are taken away again
_POINTS = 11  # of the polynomial

Columns = dict[str, nw.Expr]
Scale = tuple[float, float]  # what the least and the most that one can answer are written as
FULL_SCALE: Scale = (0, 100)


def stages(items: Sequence[str], scale: Scale = FULL_SCALE) -> Iterable[Columns]:
    """Give the columns of each stage, for a table that has columns for these items."""
    yield cleaned(items, scale)
    for stage in (_facets, _counts, _placed, _means, _spreads, _errors, _bands, _results):
        yield stage(items)


def cleaned(items: Sequence[str], scale: Scale = FULL_SCALE) -> Columns:
    """Return each item as a number from 0 to 100 or null; what can be no answer is out of that."""
    found = {OWN + item: _stretched(nw.col(item), scale) for item in items}
    # Of the same type as the others, which may be one of several for numbers.
    some = nw.col(items[0]).cast(nw.Float64)
    nothing = nw.when(some.is_null()).then(some)
    return {OWN + item.id: nothing for item in load_instrument().ever_asked} | found


def _stretched(answer: nw.Expr, scale: Scale) -> nw.Expr:
    """Return an answer on the scale from 0 to 100, where it is a whole number from the start."""
    x = answer.cast(nw.Float64).fill_nan(None)
    if scale == FULL_SCALE:
        return nw.when(x - x.floor() > 0).then(nw.lit(-1.0)).otherwise(x)
    low, high = scale
    return (x - low) * 100 / (high - low)


def _facets(items: Sequence[str]) -> Columns:
    """Return the mean of each facet, and what is to be known of the items together."""
    instrument = load_instrument()
    scores: Columns = {}
    for facet in instrument.facets:
        own = [item.id for item in instrument.ever_asked if item.facet == facet.id]
        n = _total(_answered(item, nw.lit(1.0)) for item in own)
        total = _total(_answered(item, _own(item)) for item in own)
        scores[OWN + facet.id] = total / nw.when(n > 0).then(n)
    wrong = (nw.when(is_wrong(item)).then(nw.lit(1)).otherwise(nw.lit(0)) for item in items)
    return scores | {
        OWN + "wrong": _total(wrong),
        OWN + "given": _total(_answered(item, nw.lit(1), nothing=0) for item in items),
        OWN + "first": nw.coalesce(*map(_own, items)),
    }


def _counts(items: Sequence[str]) -> Columns:
    """Return how many facets of each group are answered, and one of their scores."""
    found: Columns = {}
    for name, facets in _groups().items():
        found[f"{OWN}{name}_n"] = _total(_answered(f.id, nw.lit(1.0)) for f in facets)
        found[f"{OWN}{name}_start"] = nw.coalesce(*(_own(f.id) for f in facets))
    unlike = _total(_answered(item, (_own(item) - _own("first")).abs()) for item in items)
    return found | {OWN + "unlike": unlike}


def _placed(items: Sequence[str]) -> Columns:
    """Return how many facets are answered and the sum of their weights, for who has a place."""
    placed = _own("wrong") == 0
    for side in SIDES:
        placed = placed & (_own(f"{side}_n") >= NEEDED)
    found: Columns = {OWN + "placed": nw.when(placed).then(nw.lit(1))}
    for name, facets in _groups().items():
        # Some databases divide by 0 even where nobody asked.
        some = placed & (_own(f"{name}_n") > 0)
        found[f"{OWN}{name}_n"] = nw.when(some).then(_own(f"{name}_n"))
        if name in POLES:
            weight = _total(_answered(f.id, nw.lit(f.weight)) for f in facets)
            found[f"{OWN}{name}_weight"] = nw.when(some).then(weight)
    return found


def _means(items: Sequence[str]) -> Columns:
    """Return the plain mean of each group, and of the poles the weighted one too.

    Both are taken from one of the scores, as in `place`: where all are the same, so is their mean.
    """
    found: Columns = {}
    for name, facets in _groups().items():
        start, n, weight = (_own(f"{name}_{part}") for part in ("start", "n", "weight"))
        away = {f: _own(f.id) - start for f in facets}
        plain = _total(_answered(f.id, away[f]) for f in facets)
        found[f"{OWN}{name}_middle"] = start + plain / n
        if name in POLES:
            weighed = _total(_answered(f.id, f.weight / weight * away[f]) for f in facets)
            found[f"{OWN}{name}_mean"] = start + weighed
        if name in SIDES:
            squares = _total(_answered(f.id, nw.lit(f.weight**2)) for f in facets)
            found[f"{OWN}{name}_squares"] = squares / weight / weight
    return found


def _spreads(items: Sequence[str]) -> Columns:
    """Return the squares around the plain mean of each group, and the error variance of a side."""
    found: Columns = {}
    for name, facets in _groups().items():
        around = (_own(f.id) - _own(f"{name}_middle") for f in facets)
        squares = (_answered(f.id, away * away) for f, away in zip(facets, around, strict=True))
        found[f"{OWN}{name}_around"] = _total(squares)
    for side in SIDES:
        total, terms = _own(f"{side}_squares"), []
        for f in load_instrument().facets_of(side):
            w, away = f.weight / _own(f"{side}_weight"), _own(f.id) - _own(f"{side}_mean")
            terms.append(_answered(f.id, w * w * away * away / (1 - 2 * w + total)))
        found[f"{OWN}{side}_variance"] = _at_least(LEAST_SPREAD**2 * total, _total(terms))
    return found


def _errors(items: Sequence[str]) -> Columns:
    """Return the squared standard error of lean, 1 / df, and how far the band of depth reaches."""
    variances = {pole: _own(f"{pole}_variance") for pole in SIDES}
    both = _total(variances.values())
    parts = (v * v / (_own(f"{pole}_n") - 1) for pole, v in variances.items())
    shared = load_instrument().facets_of("machine_learning")
    df = _own("all_n") - len(POLES)
    spread = (_total(_own(f"{pole}_around") for pole in POLES) / df).sqrt()
    reach = _at_least(nw.lit(LEAST_SPREAD), spread) * math.hypot(*(f.weight for f in shared))
    factor = nw.lit(math.nan)
    for whole in _depth_df():
        t = nw.lit(t_quantile((1 + BAND) / 2, whole))
        factor = nw.when(df == whole).then(t).otherwise(factor)
    has_depth = _own("machine_learning_n") == len(shared)
    return {
        OWN + "error2": both,
        OWN + "inverse_df": _total(parts) / (both * both),
        OWN + "lean": _own("engineering_mean") - _own("analytics_mean"),
        OWN + "elevation": (_own("analytics_mean") + _own("engineering_mean")) / 2,
        OWN + "depth": nw.when(has_depth).then(_own("machine_learning_mean")),
        OWN + "depth_reach": nw.when(has_depth).then(reach * factor),
    }


def _bands(items: Sequence[str]) -> Columns:
    """Return the ends of the band of lean."""
    reach = _own("error2").sqrt() * quantile(_own("inverse_df"))
    return {
        OWN + "low": (_own("lean") - reach).clip(-100, 100),
        OWN + "high": (_own("lean") + reach).clip(-100, 100),
    }


def _results(items: Sequence[str]) -> Columns:
    """Return the columns that are given back."""
    lean, low, high, depth = _own("lean"), _own("low"), _own("high"), _own("depth")
    aside = (lean.abs() >= SIDE_FROM - ROUNDING) & ((low > 0) | (high < 0))
    within = (low >= -BALANCED_WITHIN) & (high <= BALANCED_WITHIN) & (_own("unlike") > 0)
    side = nw.when(within).then(nw.lit("balanced")).otherwise(nw.lit("unclear"))
    for name, there in zip(SIDES, (lean < 0, lean > 0), strict=True):
        side = nw.when(aside & there).then(nw.lit(name)).otherwise(side)
    return {
        "lean": lean,
        "low": low,
        "high": high,
        "side": nw.when(_own("placed") == 1).then(side),
        "depth": depth,
        "depth_low": (depth - _own("depth_reach")).clip(0, 100),
        "depth_high": (depth + _own("depth_reach")).clip(0, 100),
        "depth_relative": depth - _own("elevation"),
        "analytics": _own("analytics_mean"),
        "engineering": _own("engineering_mean"),
        "elevation": _own("elevation"),
        "differentiation": (_own("all_around") / _own("all_n")).sqrt(),
        "answered": nw.when(_own("wrong") == 0).then(_own("given")),
    }


def _own(name: str) -> nw.Expr:
    return nw.col(OWN + name)


def _groups() -> dict[str, tuple[Facet, ...]]:
    """Return the facets of each pole, and all of them."""
    instrument = load_instrument()
    return {pole: instrument.facets_of(pole) for pole in POLES} | {"all": instrument.facets}


def is_wrong(item: str) -> nw.Expr:
    """Return whether a cleaned item holds a number that cannot be an answer."""
    x = _own(item)
    return (x < 0) | (x > 100)


def _answered(name: str, value: nw.Expr, nothing: float = 0.0) -> nw.Expr:
    """Return the value where there is an answer, else 0."""
    return nw.when(_own(name).is_null()).then(nw.lit(nothing)).otherwise(value)


def _at_least(least: nw.Expr, value: nw.Expr) -> nw.Expr:
    return nw.when(value > least).then(value).otherwise(least)


def _total(terms: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(add, terms)


def _depth_df() -> range:
    """Return the degrees of freedom that the band of depth can have."""
    facets, shared = _groups()["all"], _groups()["machine_learning"]
    return range(2 * NEEDED + len(shared) - len(POLES), len(facets) - len(POLES) + 1)


def quantile(inverse_df: nw.Expr) -> nw.Expr:
    """Return the quantile of Student's t as a polynomial in 1 / df, by Newton's form."""
    nodes, coefficients = polynomial()
    value: Any = coefficients[-1]
    for node, coefficient in zip(nodes[-2::-1], coefficients[-2::-1], strict=True):
        value = coefficient + (inverse_df - node) * value
    return value  # type: ignore[no-any-return]


@cache
def polynomial() -> tuple[list[float], list[float]]:
    """Return the nodes, which are Chebyshev's, and the divided differences there."""
    least, most = NEEDED - 1, sum(len(_groups()[pole]) - 1 for pole in SIDES)
    low, high = 1 / most, 1 / least
    nodes = [
        (low + high) / 2 + (high - low) / 2 * math.cos((2 * i + 1) * math.pi / (2 * _POINTS))
        for i in range(_POINTS)
    ]
    found = [t_quantile((1 + BAND) / 2, 1 / node) for node in nodes]
    for order in range(1, _POINTS):
        for i in range(_POINTS - 1, order - 1, -1):
            found[i] = (found[i] - found[i - 1]) / (nodes[i] - nodes[i - order])
    return nodes, found
