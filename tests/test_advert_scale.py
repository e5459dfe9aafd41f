"""Weights become points on the map, and a band is what other words for the same job might say."""

import random

import pytest
from adverts import ADVERTS
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from rolekit import read_advert
from rolekit.adverts.scale import UNDECIDED, load_scale, place_of
from rolekit.adverts.terms import load_terms

TERMS = {term.id: term for term in load_terms().values()}
DRAWS = 2000


def drawn(terms, axis, chance):
    """The balance of as many terms, drawn with replacement."""
    some = chance.choices(terms, k=len(terms))
    size = sum(abs(axis.weight(term)) for term in some) + UNDECIDED
    return sum(axis.points_of(term) for term in some) / size


@pytest.mark.parametrize("advert", ADVERTS[::8], ids=lambda advert: advert.name)
def test_a_band_is_where_eighty_of_a_hundred_draws_fall(advert):
    """The linear approximation lies within a few points of the draws themselves."""
    reading = read_advert(advert.text)
    terms = [TERMS[phrase.term] for phrase in reading.phrases]
    chance, scale = random.Random(8), load_scale()
    for axis, middle, low, high in (
        (scale.lean, 0, reading.low, reading.high),
        (scale.depth, 50, reading.depth_low, reading.depth_high),
    ):
        found = sorted(middle + drawn(terms, axis, chance) for _ in range(DRAWS))
        assert found[DRAWS // 10] == pytest.approx(low, abs=3)
        assert found[-DRAWS // 10] == pytest.approx(high, abs=3)


@given(st.lists(st.sampled_from(sorted(TERMS)), max_size=30, unique=True))
@examples(100)
def test_a_place_is_the_sum_of_its_pulls_and_lies_in_its_bands(ids):
    place, terms, scale = place_of(ids), [TERMS[id] for id in ids], load_scale()
    assert sum(scale.lean.pulls(terms).values()) == pytest.approx(place.lean)
    assert 50 + sum(scale.depth.pulls(terms).values()) == pytest.approx(place.depth)
    assert -100 <= place.low <= place.lean <= place.high <= 100
    assert 0 <= place.depth_low <= place.depth <= place.depth_high <= 100


def test_who_says_nothing_lies_in_the_middle():
    place = place_of([])
    assert (place.lean, place.depth) == (0, 50)
