"""What a phrase in an advert says: the lexicon, and the weights that counts give it.

`data/advert_terms.csv` ties some 1,800 phrases to about 470 *terms*, and each term to a facet, or
to none where it is honest but general ("solve", "independently"). The weights are not typed: they
are learnt, when the lexicon is loaded, from `data/ad_term_counts_2026.csv`, in how many of 12,700
adverts of eleven roles each term occurs. There are two weights, each a contrast of roles, with the
shares that are columns of `data/advert_contrasts.csv`:

    lean   log-odds of ML, data and MLOps engineers minus those of data scientists and analysts
    depth  log-odds of data scientists and ML engineers minus those of data analysts, data and
           analytics engineers

In lean the data scientist counts most on its side, being the hardest to tell from either engineer;
an analyst is told from them by the same words. In depth, too, the hardest pair counts most.

A count from some places and years is not the truth about others. So each weight is shrunk towards
0, the more the thinner its counts and the less the terms of its facet say (empirical Bayes,
DerSimonian and Laird 1986; the idea for words: Monroe, Colaresi and Quinn 2008, "Fightin' Words").
A phrase that was not counted takes the mean of its facet; in lean, the mean of shared ground is 0.
A counted term is not drawn to that mean: that would let the topic of an advert speak as often as it
is named. In lean a term of a side never pulls to the other side. In depth a term of engineering
pulls towards machine learning half as much as was counted, unless it is of deployment: that ML
engineers say "Kubernetes" more often than analysts makes it no sign of machine learning.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from rolekit.adverts.tokens import Key, normal_form
from rolekit.base.tables import Row, load_table
from rolekit.errors import DataError
from rolekit.record.instrument import load_instrument

_ROLES = load_table("advert_contrasts")
# Role id -> how many adverts were counted, and what its log-odds count in a contrast.
ADVERTS: dict[str, int] = {row["role"]: row["adverts"] for row in _ROLES}
LEAN: dict[str, float] = {row["role"]: row["lean"] for row in _ROLES}
DEPTH: dict[str, float] = {row["role"]: row["depth"] for row in _ROLES}
DEPLOYMENT = "deployment"  # the facet of engineering that is about models
HALF = 0.5
ELSEWHERE = 0.2  # SD by which a role's log-odds may differ in another country; see notebook 09


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning, however it is spelt.

    facet, pole
        Ids, or None for a general term.
    lean, depth
        Its two weights: differences of log-odds, positive towards engineering and towards machine
        learning.
    shares
        Role id -> share of the counted adverts that have it; empty for a term of ours.
    """

    id: str
    facet: str | None
    pole: str | None
    lean: float
    depth: float
    shares: dict[str, float]


@cache
def load_terms() -> dict[Key, Term]:
    """Return the lexicon: normal form of a phrase -> its term.

    Raises `DataError` where the tables do not fit together.

    >>> terms = load_terms()
    >>> terms[normal_form("k8s")].id, terms[normal_form("MLOps")].facet
    ('kubernetes', 'deployment')
    """
    counts = _counts()
    rows = load_table("advert_terms")
    facet = {row["term"]: _facet(row) for row in rows}
    pole = {one.id: one.pole for one in load_instrument().facets}
    shared = [one.id for one in load_instrument().facets_of("machine_learning")]
    lean = _weights(facet, counts, LEAN, {None, *shared})
    depth = _weights(facet, counts, DEPTH, {None})
    terms = {
        id: Term(
            id,
            of,
            pole[of] if of else None,
            _on_its_side(lean[id], pole[of] if of else None),
            _without_the_side(depth[id], of, pole),
            _shares(counts.get(normal_form(id))),
        )
        for id, of in facet.items()
    }
    lexicon: dict[Key, Term] = {}
    for row in rows:
        key = normal_form(row["phrase"])
        if not key or key in lexicon:
            raise DataError(
                f"advert_terms.csv: {row['phrase']!r} is empty or a repetition once case, plural "
                "and spelling are put aside. Remove one of the two."
            )
        if _facet(row) != facet[row["term"]]:
            raise DataError(f"advert_terms.csv: {row['term']!r} must have one facet.")
        lexicon[key] = terms[row["term"]]
    return lexicon


def _counts() -> dict[Key, dict[str, int]]:
    """Return normal form -> role id -> number of adverts, of the spelling that is counted most."""
    counts: dict[Key, dict[str, int]] = {}
    rows = load_table("ad_term_counts_2026")
    if ADVERTS.keys() != rows[0].keys() - {"term", "set"}:
        raise DataError(
            "advert_contrasts.csv: its roles must be those with a column in "
            f"ad_term_counts_2026.csv (got {', '.join(ADVERTS)})."
        )
    for row in rows:
        key, found = normal_form(row["term"]), {role: row[role] for role in ADVERTS}
        if sum(found.values()) > sum(counts.get(key, {}).values()):
            counts[key] = found
    return counts


def _facet(row: Row) -> str | None:
    return None if row["facet"] == "general" else str(row["facet"])


def _shares(found: dict[str, int] | None) -> dict[str, float]:
    return {role: n / ADVERTS[role] for role, n in found.items()} if found else {}


def _weights(
    facet: dict[str, str | None],
    counts: dict[Key, dict[str, int]],
    contrast: dict[str, float],
    without_mean: set[str | None],
) -> dict[str, float]:
    """Return term -> weight: its contrast of log-odds, shrunk, or the mean of its facet."""
    weights = {}
    for one in dict.fromkeys(facet.values()):
        ids = [id for id, of in facet.items() if of == one]
        raw = {
            id: contrast_of(counts[normal_form(id)], contrast)
            for id in ids
            if normal_form(id) in counts
        }
        mean, _ = prior_of(list(raw.values()), 0.0 if one in without_mean else None)
        _, size = prior_of(list(raw.values()), 0.0)
        for id in ids:
            weights[id] = mean
            if id in raw:
                value, variance = raw[id]
                weights[id] = size / (size + variance) * value
    return weights


def contrast_of(found: dict[str, int], contrast: dict[str, float]) -> tuple[float, float]:
    """Return a contrast of the roles' log-odds (+0.5 on both sides) and its variance."""
    value = variance = 0.0
    for role, n in ADVERTS.items():
        yes, no = found[role] + 0.5, n - found[role] + 0.5
        value += contrast[role] * math.log(yes / no)
        variance += contrast[role] ** 2 * (1 / yes + 1 / no + ELSEWHERE**2)
    return value, variance


def prior_of(raw: Sequence[tuple[float, float]], mean: float | None) -> tuple[float, float]:
    """Return mean and variance of true weights, from estimates with known variances.

    DerSimonian and Laird's (1986) moments; a `mean` that is given is not estimated.
    """
    precision = [1 / variance for _, variance in raw]
    total = math.fsum(precision)
    centre = mean
    if centre is None:
        centre = math.fsum(p * value for p, (value, _) in zip(precision, raw, strict=True)) / total
    q = math.fsum(p * (value - centre) ** 2 for p, (value, _) in zip(precision, raw, strict=True))
    lost = math.fsum(p * p for p in precision) / total if mean is None else 0.0
    between = max(0.0, (q - len(raw) + (mean is None)) / (total - lost))
    if mean is None:
        precision = [1 / (between + variance) for _, variance in raw]
        mean = fmean((value for value, _ in raw), weights=precision)
    return mean, between


def _without_the_side(weight: float, facet: str | None, pole: dict[str, str]) -> float:
    side = facet and facet != DEPLOYMENT and pole[facet] == "engineering"
    return weight * HALF if side and weight > 0 else weight


def _on_its_side(weight: float, pole: str | None) -> float:
    if pole == "analytics":
        return min(weight, 0.0)
    return max(weight, 0.0) if pole == "engineering" else weight
