"""The participant's loop in JavaScript gives what the one in Python gives, answer by answer.

Python is the oracle: the modules run alone in a browser, on responses of every kind, and what they
compute is compared to 1e-9, what they say and write letter by letter.
"""

import json
import random
import re
import warnings
from itertools import product

import pytest
from browser import bare_page
from hands import long
from people import ITEMS, SHORT_ITEMS, pairs_of, spell

from rolekit import (
    Answers,
    CodeError,
    NotEnoughAnswers,
    Response,
    describe,
    load_instrument,
    place,
    resemblance,
)
from rolekit.base.plot.labels import box_of, overlap, square_at
from rolekit.base.sentences import say, sentences
from rolekit.measure.figures.role_map import HEIGHT, HIGH, LOW, TIPS, role_map
from rolekit.measure.figures.spectrum import REACH, RULES
from rolekit.measure.figures.where_you_sit import MOVING, where_you_sit
from rolekit.measure.page_tables import page_tables
from rolekit.measure.resemblance import by_family
from rolekit.measure.words import (
    describe_gain,
    describe_guess,
    describe_missing,
    describe_nearest,
    missing_lines,
)
from rolekit.record.codes import ALPHABET
from rolekit.record.order import shuffled

pytestmark = pytest.mark.browser

INSTRUMENT = load_instrument()
COUNTS = [1_000, *long(5_000)]
CLOSE = 1e-9
# Of a second version, and what stands beside the result, which tests/test_browser.py reads.
ELSEWHERE = {"code-beginnings", "covered", "progress", "done", "next", "next-all", "more", "scale"}
ELSEWHERE |= {"guess-question", "guess-ready", "guess-after-all", "skip", "kernel-slow"}
ELSEWHERE |= {"code-several", "resume-from", "resume", "resumed", "resumed-one", "use-kept"}
ELSEWHERE |= {"someone-else", "tick-means", "ticked"}
ELSEWHERE |= {"keep", "keep-plan", "kept", "you", "your-guess"}
# The symbols of codes that nobody wrote: a guess of 923, a choice that is neither, a full form
# without a second item, a part that is not defined.
IMPOSSIBLE = [
    [4, *[0] * 8, *[21] * 12, 31, 31],
    [8, *[0] * 8, *[21] * 12, 0, 0, 0, 3],
    [1, *[0] * 8, *[10, 21] * 12],
    [16, *[0] * 8, *[21] * 12],
]
NUMBERS = ("lean", "low", "high", "analytics", "engineering", "elevation", "differentiation")
NUMBERS += ("error", "df", "width", "dots")

LOOP = """async ([tables, rules, responses, texts]) => {
  const { missing, place } = await import("/measure/placement.js");
  const { byFamily } = await import("/measure/resemblance.js");
  const words = await import("/measure/words.js");
  const { CodeError, decode, encode } = await import("/record/codes.js");
  const { itemsOf } = await import("/record/instrument.js");
  const { shuffled } = await import("/record/order.js");
  const { moved } = await import("/measure/figures/where_you_sit.js");
  const ofForm = (wanted) => itemsOf(tables).filter(({ form }) => form === wanted);
  const [short, full] = [ofForm("short"), ofForm("full")];
  const isShort = ([item]) => short.some(({ id }) => id === item);

  const tell = (response) => {
    const { answers, id, guess, pairs } = response;
    const placement = place(tables, answers);
    const first = place(tables, Object.fromEntries(Object.entries(answers).filter(isShort)));
    const lacks = missing(tables, answers);
    return {
      placement,
      missing: lacks,
      moved: moved(rules, placement, guess, placement ? [] : words.missingLines(tables, lacks)),
      sentence: placement
        ? words.describe(tables, placement)
        : words.describeMissing(tables, lacks),
      lines: placement ? [] : words.missingLines(tables, lacks),
      guess: placement && words.describeGuess(tables, placement, guess),
      nearest: words.describeNearest(tables, byFamily(tables, answers)),
      families: byFamily(tables, answers).map(({ said, r, low }) => [said, r, low]),
      choices: words.describeChoices(tables, pairs),
      gain: words.describeGain(tables, first, placement),
      code: encode(tables, response),
      order: [short, full].flatMap((items) => shuffled(items, id).map((item) => item.id)),
    };
  };
  const read = (text) => {
    try {
      return decode(tables, text);
    } catch (problem) {
      if (problem instanceof CodeError) return problem.message;
      throw problem;
    }
  };
  return JSON.stringify({ told: responses.map(tell), read: texts.map(read) });
}"""


def drawn(chance):
    """Answers as somebody could give them: each kind of person comes up."""
    items = chance.choice([SHORT_ITEMS, ITEMS, chance.sample(ITEMS, chance.randint(8, 24))])
    middle = {pole: chance.randint(0, 100) for pole in INSTRUMENT.poles}
    spread = chance.choice([5, 15, 40])
    one = 5 * chance.randint(0, 20)
    likings = {
        "anything": lambda _: 5 * chance.randint(0, 20),
        "whole": lambda _: chance.randint(0, 100),
        "ends": lambda _: chance.choice([0, 100]),
        "one end a side": lambda pole: 100 * (pole == "engineering"),
        "the same": lambda _: one,
        "a leaning": lambda pole: 5 * round(chance.gauss(middle[pole], spread) / 5),
        "balanced": lambda _: 5 * round(chance.gauss(50, spread) / 5),
    }
    value = likings[chance.choice([*likings, "a leaning", "a leaning", "balanced"])]
    given = [item for item in INSTRUMENT.items if item.id in items]
    skipping = chance.choice([0, 0, 0, 0.1, 0.2, 0.5])
    return Answers.from_items(
        {
            item.id: max(0, min(100, value(item.pole)))
            for item in given
            if chance.random() >= skipping
        }
    )


def people(count, seed):
    chance = random.Random(seed)
    for n in range(count):
        pairs = pairs_of(k := chance.randint(0, 10), chance.randint(0, 10 - k))
        yield Response(
            Answers() if n == 0 else drawn(chance),
            id=chance.choice([2**40 - 1 - n, chance.getrandbits(40)]),
            round=chance.choice([1, 2]),
            guess=chance.choice([None, 0, chance.randint(-100, 100)]),
            pairs=chance.choice([None, tuple(chance.sample(pairs, 10))]),
        )


def spoilt(code, chance):
    """A code as a hand, a chat program or a mistake could leave it."""
    n, letter = chance.randrange(len(code)), chance.choice(ALPHABET + "UÄ€'\t\x00­ ı")
    return chance.choice(
        [
            code,
            f"  {code.lower().replace('-', ' ')}\n",
            code.replace("0", "O").replace("1", "l").replace("-", "–"),
            code[:n] + letter + code[n + 1 :],
            code[:n] + code[n + 1 : n + 2] + code[n : n + 1] + code[n + 2 :],
            code[:n] + code[n + chance.randint(1, 9) :],
            code[:n] + letter * chance.randint(1, 3) + code[n:],
            code[:n],
            code.replace("ROLE1", chance.choice(["ROLE2", "ROLE0", "RULE1", "ROLE", "Ｒ"])),
            code * chance.choice([2, 9]),
            chance.choice(["", " - ", "hello", "ROLE1", "ﬆ"]),
            spell([chance.randrange(32), *(chance.randrange(23) for _ in range(20))]),
            spell(chance.choice(IMPOSSIBLE)),
        ]
    )


def record(response):
    return {
        "answers": dict(response.answers.by_item),
        "id": response.id,
        "round": response.round,
        "guess": response.guess,
        "pairs": None if response.pairs is None else list(response.pairs),
    }


def place_or_missing(answers):
    try:
        return place(answers), {}
    except NotEnoughAnswers as few:
        return None, few.missing


def of(trace, *names):
    return {name: trace[name] for name in names}


def moved(response):
    """What the picture in Python has of the traces that move, in the shape of the other."""
    placement, missing = place_or_missing(response.answers)
    lines = [] if placement else missing_lines(missing)
    figure = where_you_sit(placement, response.guess, "<br>".join(lines))
    shown = [trace for trace in json.loads(figure.to_json())["data"] if trace["name"] in MOVING]
    band, guess, you, unknown, on_map = shown
    ends = ("array", "arrayminus")
    return [
        {**of(band, "x", "y"), "marker": of(band["marker"], "color")},
        of(guess, "x", "y", "textposition"),
        {**of(you, "x", "y", "text"), "marker": of(you["marker"], "size")},
        of(unknown, "x", "y"),
        {**of(on_map, "x", "y"), **{e: of(on_map[e], *ends) for e in ("error_x", "error_y")}},
    ]


def choices(pairs):
    made = [choice for choice in pairs if choice]
    places = {"count": made.count("engineering"), "made": len(made)}
    return say("pairs-chosen", **places) if made else ""


def tell(response):
    """What the loop in Python makes of a response, in the shape of the one in JavaScript."""
    placement, missing = place_or_missing(response.answers)
    first, _ = place_or_missing(response.answers.short)
    orders = [shuffled(INSTRUMENT.short_items, response.id)]
    orders += [shuffled(INSTRUMENT.further_items, response.id)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # an answer between two steps is rounded
        code = response.to_code()
    found = resemblance(response.answers)
    told = {
        "moved": None,  # compared in a test of its own
        "placement": None,
        "missing": {pole: list(counts) for pole, counts in missing.items()},
        "sentence": describe(placement) if placement else describe_missing(missing),
        "lines": [] if placement else missing_lines(missing),
        "guess": describe_guess(placement, response.guess) if placement else None,
        "nearest": describe_nearest(found),
        "families": [[one.family.said, one.r, one.low] for one in by_family(found)],
        "choices": choices(response.pairs or ()),
        "gain": describe_gain(first, placement),
        "code": code,
        "order": [item.id for order in orders for item in order],
    }
    if placement:
        told["placement"] = {
            **{name: getattr(placement, name) for name in NUMBERS},
            "depth": placement.depth,
            "depthLow": placement.depth_low,
            "depthHigh": placement.depth_high,
            "depthRelative": placement.depth_relative,
            "side": placement.side,
            "answered": placement.answered,
            "alike": placement.alike,
            "notes": placement.notes,
        }
    return told


def read(text):
    try:
        return record(Response.from_code(text))
    except CodeError as problem:
        return str(problem)


def differences(one, other, where=""):
    """Where two nested values differ: numbers by more than 1e-9, all else at all."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [d for key in one for d in differences(one[key], other[key], f"{where}.{key}")]
    if isinstance(one, list | tuple) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [d for n, pair in pairs for d in differences(*pair, f"{where}.{n}")]
    if isinstance(one, float) and isinstance(other, float | int):
        return [] if abs(one - other) <= CLOSE else [(where, one, other)]
    return [] if one == other else [(where, one, other)]


@pytest.fixture(scope="module")
def page(chromium):
    with bare_page(chromium) as page:
        yield page


@pytest.fixture(scope="module", params=COUNTS)
def responses(request):
    return list(people(request.param, seed=1))


@pytest.fixture(scope="module")
def told(responses):
    return [tell(response) for response in responses]


@pytest.fixture(scope="module")
def texts(told):
    chance = random.Random(2)
    return [spoilt(one["code"], chance) for one in told]


@pytest.fixture(scope="module")
def twin(page, responses, texts):
    arguments = [page_tables(), RULES, [record(response) for response in responses], texts]
    return json.loads(page.evaluate(LOOP, arguments))


def test_both_place_describe_write_and_order_alike(responses, told, twin):
    for response, own, other in zip(responses, told, twin["told"], strict=True):
        assert not differences(own, other | {"moved": None}), response


NAMES = """async ([titles, placements, scale]) => {
  const { givingWay } = await import("/measure/figures/role_map.js");
  const positions = (placement) =>
    givingWay(titles, placement, scale).flatMap(({ textposition }) => textposition);
  return placements.map(positions);
}"""
ENDS = [("low", "depth"), ("high", "depth"), ("lean", "depthLow"), ("lean", "depthHigh")]


@pytest.mark.parametrize(("width", "most"), [(330, 0.1), (480, 0.02), (1220, 0.01)])
def test_the_names_of_titles_give_way_to_a_persons_mark_and_the_ends_of_its_lines(
    page, width, most
):
    titles = json.loads(role_map().to_json())["data"][-2:]
    scale, up = width / (2 * REACH), HEIGHT / (HIGH - LOW)
    marks = [
        (x * scale, y * up, text, TIPS * size, trace["textfont"]["size"])
        for trace in titles
        for x, y, text, size in zip(
            *of(trace, "x", "y", "text").values(), trace["marker"]["size"], strict=True
        )
    ]
    places = [
        {"lean": x, "low": x - 9, "high": x + 9}
        | {"depth": y, "depthLow": y - 12, "depthHigh": y + 12}
        for x in range(-100, 101, 8)
        for y in range(0, 101, 5)
    ]
    hidden, hidden_ends = 0, 0
    for person, anchors in zip(places, page.evaluate(NAMES, [titles, places, scale]), strict=True):
        ring = square_at(person["lean"] * scale, person["depth"] * up, 18)
        names = [
            box_of(x, y, text, at, *sizes)
            for (x, y, text, *sizes), at in zip(marks, anchors, strict=True)
        ]
        hidden += any(overlap(name, ring) > 20 for name in names)
        ends = [square_at(person[x] * scale, person[y] * up, 10) for x, y in ENDS]
        hidden_ends += any(overlap(name, end) > 20 for name, end in product(names, ends))
    assert hidden <= 0.01 * len(places)
    assert hidden_ends <= most * len(places)


def test_both_draw_a_person_alike(responses, twin):
    """Of these responses a part, for each takes Python a figure."""
    for response, other in zip(responses[::25], twin["told"][::25], strict=True):
        assert not differences(moved(response), other["moved"]), response


def test_both_read_and_refuse_codes_alike(texts, twin):
    for text, other in zip(texts, twin["read"], strict=True):
        assert read(text) == other, text


def test_these_people_and_codes_leave_no_sentence_out(texts, told):
    parts = ("sentence", "gain", "guess", "nearest", "choices")
    said = [[*(one[part] or "" for part in parts), *one["lines"]] for one in told]
    everything = "\n".join([*(text for one in said for text in one), *map(str, map(read, texts))])
    templates = sentences().items() - {(id, sentences()[id]) for id in ELSEWHERE}
    # What the page for phones says in its own way is held in test_page.py.
    templates = {(id, text) for id, text in templates if not id.startswith("page-")}
    for id, template in templates:
        assert re.search(re.sub(r"\\{\w+\\}", ".+", re.escape(template)), everything), id


def test_a_difference_is_seen():
    one = tell(Response(Answers.from_items({item: 40 for item in ITEMS}), id=1, guess=0))
    assert not differences(one, json.loads(json.dumps(one)))
    for part, spoilt in {"lean": 2e-9, "dots": [0.0] * 20, "side": "balanced"}.items():
        other = json.loads(json.dumps(one))
        other["placement"][part] = spoilt
        assert differences(one, other)
