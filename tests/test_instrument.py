"""The instrument asks the same of both poles, in words that anyone can read."""

import re
from statistics import fmean

import pytest
from hands import BRANDS, TITLES, lix, refusal, replaced, words
from people import FACETS, INSTRUMENT, ITEMS
from strategies import SIDES

from rolekit import DataError, load_instrument, roles
from rolekit.record.instrument import STEM

STATEMENTS = [pytest.param(item.statement, id=item.id) for item in INSTRUMENT.items]
EXPLANATIONS = [pytest.param(item.explanation, id=item.id) for item in INSTRUMENT.items]
each_statement = pytest.mark.parametrize("text", STATEMENTS)
each_text = pytest.mark.parametrize("text", [*STATEMENTS, *EXPLANATIONS])
each_kind_of_text = pytest.mark.parametrize("column", ["statement", "explanation"])


def by_pole(measure, column):
    """The mean of a measure over the texts of each of the two poles."""
    return [
        fmean(measure(getattr(item, column)) for item in INSTRUMENT.items if item.pole == pole)
        for pole in SIDES
    ]


def test_twelve_facets_have_two_items_each_of_their_pole_and_named_after_them():
    assert len(INSTRUMENT.facets) == 12
    assert [item.facet for item in INSTRUMENT.items] == [
        facet.id for facet in INSTRUMENT.facets for _ in range(2)
    ]
    assert all(item.pole == FACETS[item.facet].pole for item in INSTRUMENT.items)
    assert all(item.id[:-2] == item.facet for item in INSTRUMENT.items)
    numbers = {pole: len(INSTRUMENT.facets_of(pole)) for pole in INSTRUMENT.poles}
    assert numbers == {"analytics": 5, "engineering": 5, "machine_learning": 2}
    assert [item.id for item in INSTRUMENT.short_items] == ITEMS[::2]
    assert [item.id for item in INSTRUMENT.further_items] == ITEMS[1::2]
    assert all(item.id.endswith("-1") for item in INSTRUMENT.short_items)


@pytest.mark.parametrize("pole", INSTRUMENT.poles)
def test_the_weights_of_a_pole_sum_to_one(pole):
    assert sum(facet.weight for facet in INSTRUMENT.facets_of(pole)) == pytest.approx(1, abs=1e-12)


def test_this_is_version_one_read_once_and_asks_about_wishes_not_skill():
    assert INSTRUMENT.version == 1
    assert load_instrument() is load_instrument()
    assert STEM.endswith("whatever your skill today?")


@each_statement
def test_a_statement_asks_about_one_thing_in_eight_to_sixteen_words_from_a_verb_on(text):
    assert 8 <= len(words(text)) <= 16
    assert not re.search(r"\b(and|as well as)\b|[;:]", text)
    first = text.split()[0]
    assert first.istitle()
    assert first.isalpha()
    assert not first.endswith(("ing", "ed", "s"))
    assert text[-1].isalpha()


@each_text
def test_every_text_can_be_read_by_anybody_and_names_no_job_and_no_tool(text):
    assert lix(text) <= 55
    assert not TITLES.search(text)
    assert not any(role.name.lower() in text.lower() for role in roles())
    assert not BRANDS.search(text)


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


@each_kind_of_text
def test_the_texts_of_both_poles_are_equally_long_and_easy_to_read(column):
    analytics, engineering = by_pole(lix, column)
    assert max(analytics, engineering) <= 40
    assert abs(analytics - engineering) <= 8  # the classes of LIX are ten points wide
    analytics, engineering = by_pole(lambda text: len(words(text)), column)
    assert abs(analytics - engineering) <= 1


def reweigh(folder, facet, weight):
    known = f"{facet.name},{facet.pole},"
    replaced(folder, "facets.csv", f"{known}{facet.weight:g},", f"{known}{weight:g},")


def test_an_instrument_of_ones_own_is_read_from_its_folder(tables):
    replaced(tables, "facets.csv", "statistics,Statistics", "statistics,Chance", 1)
    assert load_instrument(tables).facets[1].name == "Chance"
    assert load_instrument().facets[1].name == "Statistics"


def test_unequal_weights_that_sum_to_one_are_taken(tables):
    lightest, *_, heaviest = sorted(INSTRUMENT.facets_of("analytics"), key=lambda f: f.weight)
    more, less = round(lightest.weight + 0.01, 3), round(heaviest.weight - 0.01, 3)
    reweigh(tables, lightest, more)
    reweigh(tables, heaviest, less)
    weights = {facet.id: facet.weight for facet in load_instrument(tables).facets}
    assert (weights[lightest.id], weights[heaviest.id]) == (more, less)
    assert len({weights[facet.id] for facet in INSTRUMENT.facets_of("analytics")}) > 1


def test_weights_that_do_not_sum_to_one_are_refused(tables):
    reweigh(tables, FACETS["pipelines"], FACETS["pipelines"].weight + 0.1)
    assert refusal(DataError, load_instrument, tables) == (
        "facets.csv: the weights of engineering must sum to 1 (got 1.1)."
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param("pipelines,short", "reliability,full", "short", id="no second item"),
        pytest.param("reliability,short", "reliability,full", "none", id="no items"),
        pytest.param("pipelines,full", "pipelines,short", "full, short", id="full before short"),
    ],
)
def test_a_facet_without_a_short_and_then_a_full_item_is_refused(tables, first, second, found):
    replaced(tables, "items.csv", "\npipelines-1,pipelines,short", f"\npipelines-1,{first}")
    replaced(tables, "items.csv", "\npipelines-2,pipelines,full", f"\npipelines-2,{second}")
    assert refusal(DataError, load_instrument, tables) == (
        f"items.csv: facet 'pipelines' must have one short and then one full item in version 1 "
        f"(got {found})."
    )
