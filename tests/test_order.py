"""The statements come in an order of a person's own, in which no side is treated alike."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import INSTRUMENT
from strategies import SIDES

from rolekit.record.order import hashed, shuffled

FORMS = {
    "short": INSTRUMENT.short_items,
    "further": INSTRUMENT.further_items,
    "full": INSTRUMENT.items,
}
forms = pytest.mark.parametrize("items", FORMS.values(), ids=FORMS)
ids = st.integers(0, 2**40 - 1)

# Of the statements of the short form, for the greatest id.
ORDER = [
    *("reliability", "storytelling", "modelling", "pipelines", "exploration", "architecture"),
    *("decisions", "deep_learning", "infrastructure", "experimentation", "deployment"),
    "statistics",
]


def poles_of(order):
    return [item.pole for item in order]


@given(ids, st.sampled_from(list(FORMS)))
def test_an_order_holds_every_item_once_begins_and_ends_with_the_poles_and_alternates(id, form):
    order = shuffled(FORMS[form], id)
    assert Counter(order) == Counter(FORMS[form])
    assert shuffled(FORMS[form][::-1], id) == order  # however the items come
    poles = poles_of(order)
    sides = [pole for pole in poles if pole in SIDES]
    assert all(one != other for one, other in pairwise(sides))
    assert {poles[0], poles[-1]} == set(SIDES)
    before = 0
    for pole in poles:
        assert pole in SIDES or (before % 2 == 0 and before > 0)
        before += pole in SIDES


@forms
def test_another_id_has_another_order_in_which_any_item_of_either_pole_may_come_first(items):
    assert len({shuffled(items, id) for id in range(100)}) == 100
    first = [shuffled(items, id)[0] for id in range(400)]
    assert set(first) == {item for item in items if item.pole in SIDES}
    # 200, give or take four standard deviations
    assert 160 <= sum(item.pole == "engineering" for item in first) <= 240


@forms
def test_shared_ground_has_no_fixed_place(items):
    places = Counter(
        place
        for id in range(400)
        for place, item in enumerate(shuffled(items, id))
        if item.pole == "machine_learning"
    )
    assert len(places) >= len(items) - 5


def test_any_pair_of_a_pole_is_as_often_in_one_order_as_in_the_other():
    one, other = (f"{facet}-1" for facet in ("exploration", "statistics"))
    orders = [[item.id for item in shuffled(INSTRUMENT.short_items, id)] for id in range(400)]
    first = sum(order.index(one) < order.index(other) for order in orders)
    assert 160 <= first <= 240  # 200, give or take four standard deviations


def test_an_order_never_changes():
    # A page that was opened yesterday has it, and who resumes from a code meets it again.
    order = [item.id.removesuffix("-1") for item in shuffled(INSTRUMENT.short_items, 2**40 - 1)]
    assert order == ORDER


@pytest.mark.parametrize(
    ("text", "number"),
    # FNV-1a by its published values, 0x811c9dc5 and 0xe40c292c, and MurmurHash3's last steps:
    # h ^= h >> 16, h *= 0x85ebca6b, h ^= h >> 13, h *= 0xc2b2ae35, h ^= h >> 16, all in 32 bits.
    [("", 2872998923), ("a", 444641715)],
)
def test_the_hash_is_that_of_its_authors(text, number):
    assert hashed(text) == number
