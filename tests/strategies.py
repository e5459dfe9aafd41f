"""What hypothesis draws from, as people could answer; and equal weights for worked examples."""

import os
from dataclasses import replace
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st

from rolekit import Answers, Response, load_instrument

# How many times the usual number of examples: make test-long and make fuzz ask for more.
TIMES = int(os.environ.get("ROLEKIT_EXAMPLES", "1"))


def examples(count):
    """Try a law on so many examples, or on so many times as many where more are asked for."""
    return settings(max_examples=count * TIMES)


INSTRUMENT = load_instrument()
ITEMS = [item.id for item in INSTRUMENT.items]
SIDES = ("analytics", "engineering")

EQUAL = replace(
    INSTRUMENT,
    facets=tuple(
        replace(facet, weight=1 / len(INSTRUMENT.facets_of(facet.pole)))
        for facet in INSTRUMENT.facets
    ),
)
# What was worked by hand for equal weights runs under `@equal_weights` (above `@given`) or within
# `with equal_weights:`; all else runs with the weights in `data/facets.csv`.
equal_weights = patch("rolekit.measure.placement.load_instrument", lambda: EQUAL)

steps = st.integers(0, 20).map(lambda n: 5 * n)  # what a slider gives
whole = st.integers(0, 100)  # what else `from_items` takes


def any_answers(values=steps):
    """Answers to any of the items, none and all included."""
    return st.dictionaries(st.sampled_from(ITEMS), values).map(Answers.from_items)


@st.composite
def placeable(draw, values=steps):
    """Answers, in either form or between the two, on at least four facets of each side."""
    missing = {draw(st.sampled_from([None, *INSTRUMENT.facets_of(pole)])) for pole in SIDES}
    shared = draw(st.sampled_from(["none", "some", "all"]))
    given = {}
    for facet in INSTRUMENT.facets:
        if facet in missing:
            continue
        if facet.pole not in SIDES and (shared == "none" or (shared == "some" and draw(steps))):
            continue
        for item in draw(st.sampled_from([("-1",), ("-2",), ("-1", "-2")])):
            given[facet.id + item] = draw(values)
    return Answers.from_items(given)


choices = st.sampled_from([None, "analytics", "engineering"])
responses = st.builds(
    Response,
    any_answers() | placeable(),
    id=st.integers(0, 2**40 - 1),
    round=st.sampled_from([1, 2]),
    guess=st.none() | st.integers(-100, 100),
    pairs=st.none() | st.tuples(*[choices] * 10),
)
