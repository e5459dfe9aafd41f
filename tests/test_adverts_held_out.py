"""Weights learnt on one half of the counts tell apart adverts that the other half writes.

Such adverts are no real ones: each says its terms by chance, one apart from the other. The figures
guard against regressions, and are published nowhere.
"""

from statistics import fmean

import numpy as np
import pytest
from adverts import auc

from rolekit import AdvertError, read_advert
from rolekit.adverts import scale, trie
from rolekit.adverts import terms as advert_terms
from rolekit.adverts.tokens import normal_form
from rolekit.base.tables import load_table

HALF = {role: n // 2 for role, n in advert_terms.ADVERTS.items()}
ROWS = tuple({row["term"]: row for row in load_table("ad_term_counts_2026")}.values())
TITLES = {"analyst", "engineer", "scientist", "developer", "architect"}
SPOKEN = 0.3  # share of its terms that a drawn advert says: some thirty
EACH = 50  # adverts a role and seed
PAIRS = {
    ("lean", "data_scientist", "ml_engineer"): 0.93,
    ("lean", "data_scientist", "data_engineer"): 0.88,
    ("lean", "data_analyst", "data_engineer"): 0.95,
    ("lean", "ml_engineer", "mlops_engineer"): 0.76,
    ("depth", "data_analyst", "data_scientist"): 0.96,
    ("depth", "data_engineer", "ml_engineer"): 0.97,
    ("depth", "analytics_engineer", "data_scientist"): 0.95,
}
DRAWN = sorted({role for pair in PAIRS for role in pair[1:]})


def halves(chance):
    """Each advert that has a term falls to one of two halves."""
    learnt, kept = [], []
    for row in ROWS:
        one = {role: int(chance.binomial(row[role], 0.5)) for role in HALF}
        learnt.append({**row, **{role: min(one[role], n) for role, n in HALF.items()}})
        kept.append({**row, **{r: min(row[r] - one[r], n) for r, n in HALF.items()}})
    return learnt, kept


def drawn(chance, rows, role):
    said = [row["term"] for row in rows if chance.random() < SPOKEN * row[role] / HALF[role]]
    said = [term for term in said if not TITLES & set(normal_form(term))]
    chance.shuffle(said)
    return "You know " + ", ".join(term.upper() if term == "r" else term for term in said)


def read_anew():
    """Let the next advert be read by the counts as they are then."""
    for cached in (advert_terms.load_terms, trie.load_trees, scale.load_scale):
        cached.cache_clear()


def compared(monkeypatch, seed):
    """Pair -> AUC of the reader."""
    chance = np.random.default_rng(seed)
    learnt, kept = halves(chance)

    def table(name):
        return learnt if name == "ad_term_counts_2026" else load_table(name)

    monkeypatch.setattr(advert_terms, "load_table", table)
    monkeypatch.setattr(advert_terms, "ADVERTS", HALF)
    read_anew()
    readings = {role: [] for role in DRAWN}
    for role, found in readings.items():
        while len(found) < EACH:
            try:
                found.append(read_advert(drawn(chance, kept, role)))
            except AdvertError:
                continue
    return {
        (axis, one, other): auc(
            *([getattr(reading, axis) for reading in readings[role]] for role in (one, other))
        )
        for axis, one, other in PAIRS
    }


@pytest.fixture(scope="module")
def found():
    with pytest.MonkeyPatch.context() as monkeypatch:
        runs = [compared(monkeypatch, seed) for seed in range(3)]
    read_anew()
    return {pair: fmean(run[pair] for run in runs) for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "-".join(pair))
def test_roles_are_told_apart_by_what_was_not_learnt(found, pair):
    assert found[pair] >= PAIRS[pair]
