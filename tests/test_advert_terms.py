"""The lexicon fits the counts, and its weights follow from them."""

import math

import pytest
from hands import ROOT, refusal

from rolekit import DataError, load_instrument
from rolekit.adverts import terms as advert_terms
from rolekit.adverts.terms import ADVERTS, DEPTH, LEAN, contrast_of, load_terms, prior_of
from rolekit.adverts.tokens import normal_form
from rolekit.base.tables import load_table

ROWS = load_table("advert_terms")
COUNTED = {normal_form(row["term"]) for row in load_table("ad_term_counts_2026")}
TERMS = {term.id: term for term in load_terms().values()}


def test_the_source_of_every_phrase_is_told_truly_and_none_names_a_job():
    for row in ROWS:
        phrase, term = (normal_form(row[one]) in COUNTED for one in ("phrase", "term"))
        assert row["source"] == ("counted" if phrase else "synonym" if term else "ours"), row
    titles = {"analyst", "engineer", "scientist"}
    assert not [row for row in ROWS if titles & set(normal_form(row["phrase"]))]


@pytest.mark.parametrize(
    "page", ["notebooks/07-teams-and-vacancies.ipynb", "data/README.md", "CHANGELOG.md"]
)
def test_the_number_of_adverts_that_pages_name_is_that_of_the_table(page):
    counted = f"{sum(ADVERTS.values()):,} adverts"
    assert counted in " ".join((ROOT / page).read_text(encoding="utf-8").split())


def test_every_facet_has_terms_that_were_counted():
    for facet in load_instrument().facets:
        assert sum(term.facet == facet.id and bool(term.shares) for term in TERMS.values()) >= 4


def test_what_all_roles_say_alike_pulls_nowhere_and_each_side_counts_as_a_whole():
    assert sum(LEAN.values()) == pytest.approx(0)
    assert sum(DEPTH.values()) == pytest.approx(0)
    for contrast in (LEAN, DEPTH):
        assert sum(share for share in contrast.values() if share > 0) == pytest.approx(1)


def test_contrast_of_log_odds_by_hand(monkeypatch):
    """81 of 161 and so on: log-odds (+0.5) of 81.5/80.5, 84.5/84.5, 191.5/191.5 and 115.5/114.5.

    With three quarters of the first pair and a quarter of the second: 3/4 of ln(81.5/80.5) and 1/4
    of ln(115.5/114.5), the other two being 0.
    """
    monkeypatch.setattr(advert_terms, "ADVERTS", {"a": 382, "b": 168, "c": 161, "d": 229})
    found = {"a": 191, "b": 84, "c": 81, "d": 115}
    value, variance = contrast_of(found, {"a": -0.25, "b": -0.75, "c": 0.75, "d": 0.25})
    assert value == pytest.approx((3 * math.log(81.5 / 80.5) + math.log(115.5 / 114.5)) / 4)
    parts = {81.5: 9, 80.5: 9, 84.5: 18, 191.5: 2, 115.5: 1, 114.5: 1}
    inverse = sum(times / n for n, times in parts.items())
    assert variance == pytest.approx((inverse + 20 * 0.04) / 16)


def test_prior_by_hand():
    """Estimates 1 and 3 of variance 0.5: precisions 2 and 2, mean 2, Q = 2 + 2 = 4.

    Between: (4 - 1) / (4 - 8/4) = 1.5. Around a given 0: Q = 2 + 18 = 20, (20 - 2) / 4 = 4.5.
    Estimates that are alike leave nothing between.
    """
    assert prior_of([(1, 0.5), (3, 0.5)], None) == (2, 1.5)
    assert prior_of([(1, 0.5), (3, 0.5)], 0.0) == (0, 4.5)
    assert prior_of([(2, 0.5), (2, 0.5)], None) == (2, 0)


def test_a_term_lies_between_its_counts_and_nothing_on_its_own_side():
    row = next(row for row in load_table("ad_term_counts_2026") if row["term"] == "kafka")
    raw, _ = contrast_of({role: row[role] for role in ADVERTS}, LEAN)
    assert 0 < TERMS["kafka"].lean < raw
    for term in TERMS.values():
        if term.pole == "engineering":
            assert term.lean >= 0, term
        if term.pole == "analytics":
            assert term.lean <= 0, term


def test_terms_that_were_not_counted_have_the_mean_of_their_facet():
    ours = [term for term in TERMS.values() if term.facet == "deployment" and not term.shares]
    assert len({term.lean for term in ours}) == len({term.depth for term in ours}) == 1
    assert ours[0].lean > 0
    shared = [term for term in TERMS.values() if term.facet == "modelling" and not term.shares]
    assert {term.lean for term in shared} == {0}
    assert min(term.depth for term in shared) > 0


def test_in_depth_engineering_counts_half_unless_it_is_about_models():
    """MLOps pulls as counted; Kubernetes, of which ML engineers speak too, by half."""
    row = next(row for row in load_table("ad_term_counts_2026") if row["term"] == "kubernetes")
    raw, _ = contrast_of({role: row[role] for role in ADVERTS}, DEPTH)
    assert 0 < TERMS["kubernetes"].depth < raw / 2
    assert TERMS["mlops"].depth > 2


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [*ROWS, {**ROWS[0], "phrase": ROWS[0]["phrase"].upper()}],
            f"{ROWS[0]['phrase'].upper()!r} is empty or a repetition once case, plural and "
            "spelling are put aside. Remove one of the two.",
        ),
        (
            [{**ROWS[1], "facet": "decisions"}, *ROWS[1:]],
            f"{ROWS[1]['term']!r} must have one facet.",
        ),
    ],
    ids=["a repeated phrase", "a term of two facets"],
)
def test_a_lexicon_that_contradicts_itself_is_refused(monkeypatch, rows, message):
    tables = {"advert_terms": rows, "ad_term_counts_2026": load_table("ad_term_counts_2026")}
    monkeypatch.setattr(advert_terms, "load_table", tables.get)
    assert refusal(DataError, load_terms.__wrapped__) == f"advert_terms.csv: {message}"
