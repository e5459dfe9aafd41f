"""Families are what complete linkage finds in the profiles, by scipy's reckoning too."""

from itertools import combinations

import numpy
import pytest
from hands import close
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from rolekit import roles
from rolekit.measure.families import ALIKE, alike, families, family_of

IDS = [role.id for role in roles()]


def reckoned(one, other):
    """The correlation of two profiles over the facets that both have, with numpy."""
    first, second = (next(r.profile for r in roles() if r.id == id) for id in (one, other))
    both = [facet for facet in first if facet in second]
    return numpy.corrcoef([first[f] for f in both], [second[f] for f in both])[0, 1]


def test_how_alike_two_titles_are_is_their_correlation():
    for one, other in combinations(IDS, 2):
        assert alike(one, other) == alike(other, one) == close(reckoned(one, other))


def test_families_are_those_of_complete_linkage():
    distances = [1 - reckoned(one, other) for one, other in combinations(IDS, 2)]
    assert squareform(distances).shape == (10, 10)
    labels = fcluster(linkage(distances, "complete"), t=1 - ALIKE, criterion="distance")
    groups = {
        frozenset(id for id, own in zip(IDS, labels, strict=True) if own == label)
        for label in labels
    }
    assert {frozenset(role.id for role in family.roles) for family in families()} == groups


def test_every_two_titles_of_a_family_are_alike_and_no_two_families_are():
    for family in families():
        for one, other in combinations(family.roles, 2):
            assert alike(one.id, other.id) > ALIKE
    for first, second in combinations(families(), 2):
        assert min(alike(a.id, b.id) for a in first.roles for b in second.roles) <= ALIKE


def test_every_title_is_of_one_family_and_the_two_are_of_different_ones():
    assert sorted(role.id for family in families() for role in family.roles) == sorted(IDS)
    for id in IDS:
        assert id in [role.id for role in family_of(id).roles]
    assert family_of("data_scientist") != family_of("ml_engineer")


@pytest.mark.parametrize("id", ["data_scientist", "ml_engineer"])
def test_the_two_titles_that_are_set_against_each_other_lend_their_families_a_name(id):
    name = next(role.name for role in roles() if role.id == id)
    assert family_of(id).name.startswith(name)
