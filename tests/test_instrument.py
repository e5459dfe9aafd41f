"""The instrument asks the same of both poles, in words that anyone can read."""

import re
import shutil
from collections import Counter
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import INSTRUMENT, ITEMS, SIDES

from rolekit import DataError, load_instrument, roles
from rolekit.instrument import STEM
from rolekit.tables import data_folder

BRANDS = re.compile(
    r"\b(airflow|aws|azure|bash|databricks|docker|excel|git|google|java|jupyter|keras|kubernetes"
    r"|looker|mlflow|numpy|pandas|polars|power bi|python|pytorch|r|scala|scikit-learn|snowflake"
    r"|spark|sql|tableau|tensorflow|terraform)\b",
    re.I,
)
TITLES = re.compile(r"\b(engineer|analyst|scientist|statistician|developer|researcher)s?\b", re.I)
STATEMENTS = [pytest.param(item.statement, id=item.id) for item in INSTRUMENT.items]
EXPLANATIONS = [pytest.param(item.explanation, id=item.id) for item in INSTRUMENT.items]
FORMS = {
    "short": INSTRUMENT.short_items,
    "further": INSTRUMENT.further_items,
    "full": INSTRUMENT.items,
}
forms = pytest.mark.parametrize("items", FORMS.values(), ids=FORMS)
seeds = st.integers(0, 2**40 - 1)


def words(text):
    return re.findall(r"[\w'-]+", text)


def lix(text):
    """Readability after Björnsson (1968): below 40 reads easily, above 60 hardly.

    Words per sentence, plus the percentage of words with more than six letters.
    """
    sentences = max(1, len(re.findall(r"[.:!?]", text)))
    long = [word for word in words(text) if len(re.sub(r"\W", "", word)) > 6]
    return len(words(text)) / sentences + 100 * len(long) / len(words(text))


def by_pole(measure, column):
    """The mean of a measure over the texts of each of the two poles."""
    return [
        fmean(measure(getattr(item, column)) for item in INSTRUMENT.items if item.pole == pole)
        for pole in SIDES
    ]


def poles_of(order):
    return [item.pole for item in order]


def test_twelve_facets_have_two_items_each():
    assert len(INSTRUMENT.facets) == 12
    assert [item.facet for item in INSTRUMENT.items] == [
        facet.id for facet in INSTRUMENT.facets for _ in range(2)
    ]


def test_the_poles_have_five_facets_and_share_two():
    assert {pole: len(INSTRUMENT.facets_of(pole)) for pole in INSTRUMENT.poles} == {
        "analytics": 5,
        "engineering": 5,
        "machine_learning": 2,
    }


@pytest.mark.parametrize("pole", INSTRUMENT.poles)
def test_the_weights_of_a_pole_sum_to_one(pole):
    assert sum(facet.weight for facet in INSTRUMENT.facets_of(pole)) == pytest.approx(1, abs=1e-12)


def test_the_short_form_has_the_first_item_of_every_facet():
    assert [item.id for item in INSTRUMENT.short_items] == ITEMS[::2]
    assert [item.id for item in INSTRUMENT.further_items] == ITEMS[1::2]
    assert all(item.id.endswith("-1") for item in INSTRUMENT.short_items)


def test_an_item_has_the_pole_of_its_facet():
    pole = {facet.id: facet.pole for facet in INSTRUMENT.facets}
    assert all(item.pole == pole[item.facet] for item in INSTRUMENT.items)


def test_an_item_is_named_after_its_facet():
    assert all(item.id[:-2] == item.facet for item in INSTRUMENT.items)


def test_the_instrument_is_read_once():
    assert load_instrument() is load_instrument()


def test_this_is_version_one():
    assert INSTRUMENT.version == 1


def test_the_question_is_about_wishes_and_not_about_skill():
    assert STEM.endswith("whatever your skill today?")


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_has_eight_to_sixteen_words(text):
    assert 8 <= len(words(text)) <= 16


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_asks_about_one_thing(text):
    assert not re.search(r"\b(and|as well as)\b|[;:]", text)


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_starts_with_a_verb_and_has_no_full_stop(text):
    first = text.split()[0]
    assert first.istitle()
    assert first.isalpha()
    assert not first.endswith(("ing", "ed", "s"))
    assert text[-1].isalpha()


@pytest.mark.parametrize("text", [*STATEMENTS, *EXPLANATIONS])
def test_no_text_names_a_job(text):
    assert not TITLES.search(text)
    assert not any(role.name.lower() in text.lower() for role in roles())


@pytest.mark.parametrize("text", [*STATEMENTS, *EXPLANATIONS])
def test_no_text_names_a_tool(text):
    assert not BRANDS.search(text)


@pytest.mark.parametrize("text", [*STATEMENTS, *EXPLANATIONS])
def test_every_text_can_be_read_by_a_student_and_a_manager(text):
    assert lix(text) <= 55


@pytest.mark.parametrize("text", EXPLANATIONS)
def test_an_explanation_is_one_sentence_on_one_line(text):
    assert text[0].isupper()
    assert text.endswith(".")
    assert not re.search(r"[.!?\n]", text[:-1])
    assert len(text) <= 110


def test_an_explanation_adds_to_its_statement():
    for item in INSTRUMENT.items:
        shared = {word.lower() for word in words(item.statement) if len(word) > 4}
        own = {word.lower() for word in words(item.explanation) if len(word) > 4}
        assert len(own - shared) >= 3, item.id


@pytest.mark.parametrize("column", ["statement", "explanation"])
def test_both_poles_are_equally_easy_to_read(column):
    analytics, engineering = by_pole(lix, column)
    assert max(analytics, engineering) <= 40
    assert abs(analytics - engineering) <= 8  # the classes of LIX are ten points wide


@pytest.mark.parametrize("column", ["statement", "explanation"])
def test_the_texts_of_both_poles_are_equally_long(column):
    analytics, engineering = by_pole(lambda text: len(words(text)), column)
    assert abs(analytics - engineering) <= 1


@given(seeds, st.sampled_from(list(FORMS)))
def test_an_order_holds_every_item_once(seed, form):
    order = INSTRUMENT.shuffled(FORMS[form], seed)
    assert Counter(order) == Counter(FORMS[form])


@given(seeds, st.sampled_from(list(FORMS)))
def test_the_poles_alternate(seed, form):
    poles = poles_of(INSTRUMENT.shuffled(FORMS[form], seed))
    sides = [pole for pole in poles if pole in SIDES]
    assert all(one != other for one, other in pairwise(sides))


@given(seeds, st.sampled_from(list(FORMS)))
def test_an_order_begins_and_ends_with_the_poles(seed, form):
    poles = poles_of(INSTRUMENT.shuffled(FORMS[form], seed))
    assert {poles[0], poles[-1]} == set(SIDES)


@given(seeds)
def test_a_seed_has_one_order(seed):
    assert INSTRUMENT.shuffled(INSTRUMENT.items, seed) == INSTRUMENT.shuffled(
        INSTRUMENT.items, seed
    )


@forms
def test_another_seed_has_another_order(items):
    orders = {INSTRUMENT.shuffled(items, seed) for seed in range(100)}
    assert len(orders) == 100


@forms
def test_either_pole_may_come_first(items):
    first = [INSTRUMENT.shuffled(items, seed)[0].pole for seed in range(400)]
    assert 160 <= first.count("engineering") <= 240  # 200, give or take four standard deviations


@forms
def test_any_item_of_a_pole_may_come_first(items):
    first = {INSTRUMENT.shuffled(items, seed)[0] for seed in range(400)}
    assert first == {item for item in items if item.pole in SIDES}


@forms
def test_shared_ground_has_no_fixed_place(items):
    places = Counter(
        place
        for seed in range(400)
        for place, item in enumerate(INSTRUMENT.shuffled(items, seed))
        if item.pole == "machine_learning"
    )
    assert len(places) >= len(items) - 5


@pytest.fixture
def folder(tmp_path):
    """A copy of the tables, free to be changed."""
    return shutil.copytree(data_folder(), tmp_path / "data")


def replace(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def reweigh(folder, facet, weight):
    replace(
        folder,
        "facets.csv",
        f"{facet.name},{facet.pole},{facet.weight:g},",
        f"{facet.name},{facet.pole},{weight:g},",
    )


def refusal(folder):
    with pytest.raises(DataError) as caught:
        load_instrument(folder)
    return str(caught.value)


def test_an_instrument_of_ones_own_is_read_from_its_folder(folder):
    replace(folder, "facets.csv", "statistics,Statistics", "statistics,Chance")
    assert load_instrument(folder).facets[1].name == "Chance"
    assert load_instrument().facets[1].name == "Statistics"


def test_unequal_weights_that_sum_to_one_are_taken(folder):
    lightest, *_, heaviest = sorted(INSTRUMENT.facets_of("analytics"), key=lambda f: f.weight)
    more, less = round(lightest.weight + 0.01, 3), round(heaviest.weight - 0.01, 3)
    reweigh(folder, lightest, more)
    reweigh(folder, heaviest, less)
    weights = {facet.id: facet.weight for facet in load_instrument(folder).facets}
    assert (weights[lightest.id], weights[heaviest.id]) == (more, less)
    assert len({weights[facet.id] for facet in INSTRUMENT.facets_of("analytics")}) > 1


def test_weights_that_do_not_sum_to_one_are_refused(folder):
    pipelines = next(facet for facet in INSTRUMENT.facets if facet.id == "pipelines")
    reweigh(folder, pipelines, pipelines.weight + 0.1)
    assert refusal(folder) == ("facets.csv: the weights of engineering must sum to 1 (got 1.1).")


def test_a_facet_without_a_second_item_is_refused(folder):
    replace(folder, "items.csv", "\npipelines-2,pipelines", "\npipelines-2,reliability")
    assert refusal(folder) == (
        "items.csv: facet 'pipelines' must have one short and then one full item (got short)."
    )


def test_a_facet_without_items_is_refused(folder):
    replace(folder, "items.csv", "\npipelines-1,pipelines", "\npipelines-1,reliability")
    replace(folder, "items.csv", "\npipelines-2,pipelines", "\npipelines-2,reliability")
    assert refusal(folder) == (
        "items.csv: facet 'pipelines' must have one short and then one full item (got none)."
    )


def test_a_full_item_before_the_short_one_is_refused(folder):
    replace(folder, "items.csv", "pipelines-1,pipelines,short", "pipelines-1,pipelines,full")
    replace(folder, "items.csv", "pipelines-2,pipelines,full", "pipelines-2,pipelines,short")
    assert refusal(folder) == (
        "items.csv: facet 'pipelines' must have one short and then one full item (got full, short)."
    )
