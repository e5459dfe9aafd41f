"""Weights learnt on one half of the counts tell apart adverts that the other half writes."""

import math
import random
from collections import defaultdict
from statistics import fmean

import pytest
from adverts import auc

from rolekit import AdvertError, read_advert
from rolekit.adverts import terms as advert_terms
from rolekit.adverts.scale import load_scale
from rolekit.adverts.tokens import normal_form
from rolekit.base.tables import load_table

ROWS = load_table("ad_term_counts")
ROLES = tuple(advert_terms.ADVERTS)
HALF = {role: n // 2 for role, n in advert_terms.ADVERTS.items()}
TITLES = {"analyst", "engineer", "scientist"}
SPOKEN = 0.3  # share of its terms that a drawn advert says: some thirty
EACH = 60  # adverts a role and seed
PAIRS = {
    "lean": (("data_scientist", "ml_engineer"), ("data_analyst", "data_engineer")),
    "depth": (("data_analyst", "data_scientist"), ("data_engineer", "ml_engineer")),
}


def halves(chance):
    """Each advert that has a term falls to one of two halves."""
    learnt, kept = [], []
    for row in ROWS:
        one = {role: sum(chance.random() < 0.5 for _ in range(row[role])) for role in ROLES}
        learnt.append({"term": row["term"]} | {r: min(one[r], HALF[r]) for r in ROLES})
        kept.append({"term": row["term"]} | {r: min(row[r] - one[r], HALF[r]) for r in ROLES})
    return learnt, kept


def drawn(chance, rows, role):
    said = [row["term"] for row in rows if chance.random() < SPOKEN * row[role] / HALF[role]]
    said = [term for term in said if not TITLES & set(normal_form(term))]
    chance.shuffle(said)
    return [term.upper() if term == "r" else term for term in said]


def plain(rows, role, other):
    """Term -> log-odds of `other` minus those of `role`, half added, as counted."""
    return {
        row["term"]: math.log(
            (row[other] + 0.5)
            / (HALF[other] - row[other] + 0.5)
            * (HALF[role] - row[role] + 0.5)
            / (row[role] + 0.5)
        )
        for row in rows
    }


def read_anew():
    """Let the next advert be read by the counts as they are then."""
    advert_terms.load_terms.cache_clear()
    load_scale.cache_clear()


def compared(monkeypatch, seed):
    """(axis, pair) -> AUC of the reader, and of log-odds made for the first pair of the axis."""
    chance = random.Random(seed)
    learnt, kept = halves(chance)
    tables = {"ad_term_counts": learnt, "advert_terms": load_table("advert_terms")}
    monkeypatch.setattr(advert_terms, "load_table", tables.get)
    monkeypatch.setattr(advert_terms, "ADVERTS", HALF)
    read_anew()
    weights = {axis: plain(learnt, *pairs[0]) for axis, pairs in PAIRS.items()}
    ours, theirs = defaultdict(list), defaultdict(list)
    for role in ROLES:
        while len(ours["lean", role]) < EACH:
            said = drawn(chance, kept, role)
            try:
                reading = read_advert(". ".join(said))
            except AdvertError:
                continue
            words = {part for term in said for part in (term.lower(), *term.lower().split())}
            for axis, weight in weights.items():
                ours[axis, role].append(getattr(reading, axis))
                theirs[axis, role].append(sum(weight.get(word, 0.0) for word in words))
    return {
        (axis, pair): [auc(*(one[axis, role] for role in pair)) for one in (ours, theirs)]
        for axis, pairs in PAIRS.items()
        for pair in pairs
    }


@pytest.fixture(scope="module")
def found():
    with pytest.MonkeyPatch.context() as monkeypatch:
        runs = [compared(monkeypatch, seed) for seed in range(3)]
    read_anew()
    return {key: tuple(fmean(run[key][i] for run in runs) for i in (0, 1)) for key in runs[0]}


@pytest.mark.parametrize("axis", PAIRS)
def test_an_axis_tells_both_its_pairs_apart_better_than_plain_log_odds(found, axis):
    """Log-odds of one pair are no axis: they are learnt for it, and know nothing of the other."""
    ours, plainly = (fmean(found[axis, pair][i] for pair in PAIRS[axis]) for i in (0, 1))
    assert ours > plainly


@pytest.mark.parametrize("axis", PAIRS)
def test_one_axis_for_both_pairs_costs_little_on_the_pair_of_the_plain_log_odds(found, axis):
    ours, plainly = found[axis, PAIRS[axis][0]]
    assert ours > plainly - 0.03
