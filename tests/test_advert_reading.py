"""An advert is placed by its phrases alone, and where they are too few it is not placed."""

import random
import re
from itertools import pairwise

import pytest
from adverts import ADVERTS, auc
from hands import close, in_a_child, refusal
from hypothesis import given
from hypothesis import strategies as st
from strategies import INSTRUMENT, examples

from rolekit import AdvertError, read_advert, roles
from rolekit.adverts.scale import UNDECIDED, Axis, load_scale
from rolekit.adverts.terms import DEPTH, LEAN, Term, load_terms

READINGS = {advert.name: read_advert(advert.text) for advert in ADVERTS}
any_advert = st.sampled_from(ADVERTS)
any_reading = st.sampled_from(list(READINGS.values()))
TITLES = re.compile(
    r"\b(?:(?:senior|lead|junior|graduate|applied|data|platform|analytics|insight|reporting|product|"
    r"marketing|software|machine learning|ml|mlops|ai|big|azure)[ /]+)*"
    r"(?:analyst|scientist|engineer)s?\b",
    re.IGNORECASE,
)


def numbers(reading):
    """All that a reading says of the place, without positions."""
    lean = (reading.lean, reading.low, reading.high)
    depth = (reading.depth, reading.depth_low, reading.depth_high)
    pulls = {phrase.term: (phrase.pull, phrase.depth_pull) for phrase in reading.phrases}
    return lean, depth, dict(reading.facets), dict(reading.profile), pulls


def of(role, axis, half):
    chosen = [a.name for a in ADVERTS if a.role == role and a.half == half]
    return [getattr(READINGS[name], axis) for name in chosen]


@pytest.mark.parametrize("half", ["open", "kept"])
@pytest.mark.parametrize(
    ("axis", "lower", "higher"),
    [
        ("lean", "data_scientist", "ml_engineer"),
        ("lean", "data_analyst", "data_engineer"),
        ("depth", "data_analyst", "data_scientist"),
        ("depth", "data_engineer", "ml_engineer"),
    ],
)
def test_the_four_kinds_of_advert_are_told_apart(axis, lower, higher, half):
    assert auc(of(lower, axis, half), of(higher, axis, half)) >= 0.95


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_no_advert_is_placed_where_a_recruiter_would_not(advert):
    """Clearly on the other side, or clearly at the other depth, would be wrong."""
    reading = READINGS[advert.name]
    if advert.lean == "analytics":
        assert reading.low <= 0 or reading.lean < 10
    if advert.lean == "engineering":
        assert reading.lean > 0
    if advert.depth == "deep":
        assert reading.depth > 50
    if advert.depth == "shallow":
        assert reading.depth_low < 50


def test_most_adverts_of_a_clear_side_are_given_it():
    clear = [advert for advert in ADVERTS if advert.lean]
    given_it = [a for a in clear if f"towards {a.lean}" in READINGS[a.name].verdict]
    assert len(given_it) >= 0.85 * len(clear)


ADAPTED = [id for id in LEAN if LEAN[id] or DEPTH[id]]


def test_typical_adverts_lie_near_the_landmarks():
    """A typical advert says each counted term as often as the adverts of its role do.

    The points are fitted to all of these roles but the AI engineer.
    """
    terms = {term.id: term for term in load_terms().values() if term.shares}.values()
    scale = load_scale()
    for role in (role for role in roles() if role.id in {*ADAPTED, "ai_engineer"}):
        for axis, target in ((scale.lean, role.lean), (scale.depth, role.depth - 50)):
            size = sum(term.shares[role.id] * abs(axis.weight(term)) for term in terms)
            total = sum(term.shares[role.id] * axis.points_of(term) for term in terms)
            assert total / (size + UNDECIDED) == pytest.approx(target, abs=8)


@given(any_reading)
def test_every_phrase_stands_where_it_says_and_the_pulls_add_up_to_a_place_in_its_band(reading):
    assert sum(phrase.pull for phrase in reading.phrases) == close(reading.lean)
    assert sum(phrase.depth_pull for phrase in reading.phrases) == close(reading.depth - 50)
    for phrase in reading.phrases:
        assert reading.text[phrase.start : phrase.end] == phrase.text
        assert phrase.start <= phrase.end
    assert all(before.end <= after.start for before, after in pairwise(reading.phrases))
    assert -100 <= reading.low <= reading.lean <= reading.high <= 100
    assert 0 <= reading.depth_low <= reading.depth <= reading.depth_high <= 100


def test_pulls_by_hand_and_at_the_end_of_the_scale_where_all_give_up_the_same_share():
    """Weights 3 and -1: 3 + 1 + 10 = 14, so 80 points make 240/14 and -80/14; a tilt of 4 adds
    12/14 and 4/14."""
    terms = [Term("a", None, None, 3.0, 0.0, {}), Term("b", None, None, -1.0, 0.0, {})]
    found = Axis("lean", 80.0, 4.0).pulls(terms)
    assert found == pytest.approx({"a": 252 / 14, "b": -76 / 14})
    # Weights 30 and 10: 50 in all, so 100 points make 60 and 20, and there is room for 50.
    terms = [Term("a", None, None, 0.0, 30.0, {}), Term("b", None, None, 0.0, 10.0, {})]
    assert Axis("depth", 100.0, 0.0).pulls(terms) == pytest.approx({"a": 37.5, "b": 12.5})


@given(any_advert, st.sampled_from(["ROLE", "[title]", "XXXXX", ""]))
@examples(80)
def test_masking_titles_changes_nothing(advert, mask):
    masked = read_advert(TITLES.sub(mask, advert.text))
    assert numbers(masked) == numbers(READINGS[advert.name])


@given(any_advert, st.sampled_from(["Machine Learning Engineer", "data analysts", "Data Science"]))
def test_naming_another_title_changes_nothing(advert, title):
    assert numbers(read_advert(f"{title}.\n{advert.text}")) == numbers(READINGS[advert.name])


TASKS = [
    *("Build data pipelines with Spark and Kafka", "Write SQL and Python"),
    *("Present findings to stakeholders", "Run A/B tests"),
    *("Deploy models to production with Docker", "No Tableau needed", "Monitor latency"),
]


@given(st.permutations(TASKS))
def test_the_order_of_tasks_changes_nothing_but_positions(tasks):
    one, other = (read_advert("Your tasks\n- " + "\n- ".join(some)) for some in (TASKS, tasks))
    assert numbers(one) == numbers(other)


@given(any_advert)
def test_doubling_the_text_changes_next_to_nothing(advert):
    """Only that what stands below its last part is read below that."""
    twice = read_advert(f"{advert.text}\n{advert.text}")
    once = READINGS[advert.name]
    assert (twice.lean, twice.depth) == (close(once.lean, 1), close(once.depth, 1))
    assert (twice.title, len(twice.adverts)) == (once.title, 1)


@given(
    any_advert,
    st.sampled_from([k for k, t in load_terms().items() if t.pole in ("engineering", "analytics")]),
)
@examples(200)
def test_a_phrase_of_a_side_never_moves_an_advert_away_from_it(advert, key):
    word = " ".join(one.upper() if one == "r" else one for one in key)
    after, before = read_advert(f"{advert.text}\n\n{word}."), READINGS[advert.name]
    if load_terms()[key].pole == "engineering":
        assert after.lean >= before.lean - 1e-9
    else:
        assert after.lean <= before.lean + 1e-9


@given(any_advert)
@examples(20)
def test_markup_changes_nothing(advert):
    lines = advert.text.replace("&", "&amp;").replace("<", "&lt;").split("\n")
    page = "".join(f"<p class='x'>{line}</p>" for line in lines)
    page = f"<html><style>p {{}}</style><body>{page}<script>spark.sql('kafka')</script></body>"
    plain = read_advert(advert.text.replace("\n", "\n\n"))
    assert numbers(read_advert(page)) == numbers(plain)


def test_a_reading_is_the_same_every_time_with_every_facet_covered_or_missing():
    assert read_advert(ADVERTS[0].text) == READINGS[ADVERTS[0].name]
    reading = READINGS["data_engineer-01"]
    assert list(reading.facets) == [facet.id for facet in INSTRUMENT.facets]
    assert sorted(reading.covered + reading.missing) == sorted(reading.facets)
    assert "pipelines" in reading.covered
    assert "deep_learning" in reading.missing


ENGINEERING = (
    "You build data pipelines with Spark and Kafka, deploy models to production on Kubernetes, "
    "write clean code in Java, own the APIs, and monitor latency."
)
ANALYTICS = (
    "You write SQL, build dashboards and reports in Excel and Tableau, present findings to "
    "stakeholders and make recommendations on business questions."
)
MIDDLE = (
    "You write SQL and reports, present findings, build APIs in Python, deploy to production on "
    "Kubernetes and help with statistics."
)
DEEP = (
    "Deep learning, PyTorch, computer vision, NLP, TensorFlow, machine learning, algorithms, "
    "neural networks, keras, PhD."
)
NO_SIDE = "settles on neither side (lean {signed}, likely range {low} to {high})."


@pytest.mark.parametrize(
    ("title", "text", "verdict"),
    [
        ("Data Scientist", ENGINEERING, "but leans {lean} points towards engineering."),
        ("ML Engineer", ENGINEERING, "and leans {lean} points towards engineering."),
        ("", ENGINEERING, "Leans {lean} points towards engineering."),
        (
            "ML Engineer",
            ANALYTICS,
            "but leans {lean} points towards analytics. It asks for little machine learning (depth "
            "{depth} out of 100).",
        ),
        ("Data Analyst", MIDDLE, f"and {NO_SIDE}"),
        (
            "Data Analyst",
            f"{ANALYTICS} {DEEP}",
            "and leans {lean} points towards analytics. It asks for a lot of machine learning "
            "(depth {depth} out of 100).",
        ),
    ],
)
def test_the_verdict_is_a_plain_sentence(title, text, verdict):
    reading = read_advert(f"{title}. {text}")
    titled, lean = f"Titled {title}, " if title else "", round(reading.lean)
    rest = {name: round(getattr(reading, name)) for name in ("low", "high", "depth")}
    assert reading.verdict == titled + verdict.format(lean=abs(lean), signed=lean, **rest)


FEW = "Paste the whole advert, with its tasks and requirements."
OTHER = (
    "This does not seem to be data or software work. Paste an advert for such work: the words were "
    "counted in those. If it is one, add what the person will do, and with what."
)
FOREIGN = (
    "This does not seem to be English. Paste an advert in English: the words were counted in "
    "English adverts."
)
NURSE = (
    "Registered nurse wanted. You will support patients on a busy ward, prepare reports for "
    "doctors, maintain documentation, show attention to detail and communicate with families. You "
    "need clinical experience and good interpersonal skills. Compliance is essential."
)
GERMAN = (
    "Wir suchen für das Team eine Person mit Python, SQL, Tableau, Excel, Machine Learning, Kafka, "
    "Spark und Docker, die mit uns Modelle entwickelt und Reports erstellt."
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"Too little to go on: 0 known phrases. {FEW}"),
        ("SQL", f"Too little to go on: 1 known phrase. {FEW}"),
        ("Python, SQL and dashboards", f"Too little to go on: 3 known phrases. {FEW}"),
        (
            "<p>SQL</p><script>kafka spark java docker aws etl</script>",
            f"Too little to go on: 1 known phrase. {FEW}",
        ),
        (NURSE, OTHER),
        (GERMAN, FOREIGN),
        (None, "An advert must be a text (got NoneType)."),
        (b"SQL", "An advert must be a text (got bytes)."),
    ],
)
def test_where_there_is_no_place_the_reason_is_told(text, message):
    assert refusal(AdvertError, read_advert, text) == message


REASON = re.compile("Too little to go on|This does not seem")


@given(st.text(max_size=300))
def test_arbitrary_characters_get_a_reason(text):
    assert REASON.match(refusal(AdvertError, read_advert, text))


def is_refused(text):
    assert REASON.match(refusal(AdvertError, read_advert, text))


@pytest.mark.parametrize(
    "piece",
    ["data ", "machine learning ", "<a ", "12 - ", "must\n", "R&", "no a ", "what you ", "SQL no "],
)
@pytest.mark.long
def test_the_time_to_read_grows_with_the_text_and_no_faster(piece):
    """As `in_a_child` explains, a million characters would else not come to an end."""
    assert in_a_child(is_refused, piece * (1_000_000 // len(piece))) == 0


@pytest.mark.long
def test_two_megabytes_of_adverts_are_read():
    chosen = random.Random(1).choices(ADVERTS, k=1500)
    adverts = read_advert("\n\n".join(advert.text for advert in chosen)).adverts
    assert len(adverts) > 20
    reading = read_advert(adverts[0])
    assert sum(phrase.pull for phrase in reading.phrases) == close(reading.lean)
