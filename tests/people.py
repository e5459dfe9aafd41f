"""People who have answered, made to measure or drawn with a seed."""

import contextlib
import json
import random
from unittest.mock import patch

from hands import ROOT

from rolekit import Answers, Response, load_instrument
from rolekit.card.studies import with_weights
from rolekit.measure.pairs import load_pairs
from rolekit.record.codes import ALPHABET, check

INSTRUMENT = load_instrument()
FACETS = {facet.id: facet for facet in INSTRUMENT.facets}
ITEMS = [item.id for item in INSTRUMENT.items]
SHORT_ITEMS = [item.id for item in INSTRUMENT.short_items]
RISING = Answers.from_items({item: 20 + 5 * i for i, item in enumerate(SHORT_ITEMS)})
FALLING = Answers.from_items({item: 80 - 5 * i for i, item in enumerate(SHORT_ITEMS)})
ONE, OTHER = Response(RISING, id=7, guess=-40), Response(FALLING, id=8)
FEW = Response(Answers.from_items({"pipelines-1": 50}), id=9)
GOLDEN = json.loads((ROOT / "tests" / "golden_codes.json").read_text(encoding="utf-8"))
SHORT = "ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C"  # a code: nothing answered, id 7, guess -20

# Of a task's words: the side that it is of, and the number of its pair.
SIDE_OF = {getattr(p, side): side for p in load_pairs() for side in ("analytics", "engineering")}
ID_OF = {text: p.id for p in load_pairs() for text in (p.analytics, p.engineering)}


def scores_of(analytics, engineering, shared=()):
    """Scores by facet, as many of each pole as are given, None being not answered."""
    given = zip(INSTRUMENT.poles, (analytics, engineering, shared), strict=True)
    return {
        facet.id: score
        for pole, scores in given
        for facet, score in zip(INSTRUMENT.facets_of(pole)[: len(scores)], scores, strict=True)
    }


def answers_of(analytics, engineering, shared=()):
    """Answers with these facet scores, None being not answered."""
    return Answers.from_facets(scores_of(analytics, engineering, shared))


def varied(analytics, engineering):
    """Full answers in which no run is long and no two items of a facet lie far apart."""
    values = {"analytics": analytics, "engineering": engineering, "machine_learning": 50}
    wiggle = [0, 10, 5, -5, -10, 5, 15, 0, -15, -5]
    items = enumerate(INSTRUMENT.items)
    return Answers.from_items({item.id: values[item.pole] + wiggle[n % 10] for n, item in items})


def changed(answers, change):
    """The same items, each answer changed like this."""
    return Answers.from_items({item: change(value) for item, value in answers.by_item.items()})


def without(answers, *facets):
    """The same answers but for those on these facets."""
    left = {item: value for item, value in answers.by_item.items() if item[:-2] not in facets}
    return Answers.from_items(left)


def sides(analytics, engineering, shared=50):
    """Answers with one value for all facets of a pole."""
    return answers_of([analytics] * 5, [engineering] * 5, [shared] * 2)


def weighted(weights):
    """The instrument with these weights in each of the two poles."""
    poles = [INSTRUMENT.facets_of(pole) for pole in ("analytics", "engineering")]
    return with_weights({f.id: w for facets in poles for f, w in zip(facets, weights, strict=True)})


@contextlib.contextmanager
def using(instrument):
    """Let answers be placed and explained with this instrument's weights."""
    with (
        patch("rolekit.measure.placement.load_instrument", lambda: instrument),
        patch("rolekit.measure.explain.load_instrument", lambda: instrument),
    ):
        yield


def keen_on(pole, id=7):
    """Somebody who wants one kind of work: a pole's facets at 80, the rest low."""
    score = {"analytics": 20, "engineering": 20, "machine_learning": 50, pole: 80}
    answers = Answers.from_facets({facet.id: score[facet.pole] for facet in INSTRUMENT.facets})
    return Response(answers, id=id)


def some_responses(count, seed=1):
    """Short forms, each with an id of its own, the same ones in every run."""
    chance = random.Random(seed)
    for _ in range(count):
        answers = Answers.from_items({item: 5 * chance.randint(0, 20) for item in SHORT_ITEMS})
        yield Response(answers, chance.getrandbits(40))


def some_answers(count, seed=1):
    """Answers of all kinds: full and short forms, with gaps, and too few; any whole number."""
    chance = random.Random(seed)
    for _ in range(count):
        items, share = chance.choice([ITEMS, SHORT_ITEMS]), chance.choice([0.3, 0.8, 1])
        given = {item: chance.randint(0, 100) for item in items if chance.random() < share}
        yield Answers.from_items(given)


def pairs_of(engineering, analytics=None):
    """Ten choices: so many for engineering, the others for analytics unless fewer were made."""
    analytics = 10 - engineering if analytics is None else analytics
    left_open = 10 - engineering - analytics
    return ("engineering",) * engineering + ("analytics",) * analytics + (None,) * left_open


def codes(responses):
    """The code of each."""
    return [response.to_code() for response in responses]


def spell(symbols):
    """A code whose check fits, whatever its symbols say."""
    tail = check(symbols, version=1)
    symbols = [*symbols, tail >> 10, tail >> 5 & 31, tail & 31]
    return "ROLE1-" + "".join(ALPHABET[symbol] for symbol in symbols)
