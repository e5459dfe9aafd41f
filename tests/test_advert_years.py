"""Years of experience are told from other years, and impossible demands are found."""

import datetime
from functools import partial

import pytest

from rolekit.adverts.years import impossible_demands, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3+ years of Python", [3]),
        ("2 - 5 yrs", [2]),
        ("3–5 years’ commercial experience", [3]),
        ("3 to 5 years, of which 4 years in banking", [3, 4]),
        ("between three and five years of experience", [3]),
        ("five or more years", [5]),
        ("a minimum of five (5) years' experience", [5]),
        ("at least two (2) to four (4) years", [2]),
        ("Three-plus years", [3]),
        ("5 + Years", [5]),
        ("more than six years", [6]),
        ("no less than 4 years", [4]),
        ("Years of experience: 4", [4]),
        ("Experience: 3-5 years", [3]),
        ("5+ YOE", [5]),
        ("a decade of SQL", [10]),
        ("20+ years of experience", [20]),
        ("in the last 5 years", []),
        ("over the past ten years we have grown", []),
        ("founded 150 years ago, 12 months fixed term", []),
        ("over 20 years in business", []),
        ("25 years of history", []),
        ("a 2-year fixed-term contract", []),
        ("contract: 2 years", []),
        ("a 3 year roadmap", []),
        ("a child 5 years old", []),
        ("you must be 18 years or older", []),
        ("we are three years ahead of others", []),
        ("a twenty-year-old warehouse", []),
        ("no number", []),
    ],
)
def test_years_that_are_asked_for(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10+ years of LLMs", "LLMs"),
        ("At least 10 years of experience with generative AI", "generative AI"),
        ("Twelve years of LangChain in production", "LangChain"),
        ("8 years of experience with the Model Context Protocol", "Model Context Protocol"),
        ("20 years of Python, SQL and Kubernetes", "Kubernetes"),
        ("15 years of dbt", "dbt"),
    ],
)
def test_more_years_than_a_technology_has_been_there_are_impossible(text, name):
    [found] = impossible_demands([text])
    assert found.name == name
    assert found.text in text
    assert found.advice.startswith(f'"{found.text}": nobody has that. {name} goes back to ')


@pytest.mark.parametrize(
    "text",
    [
        *("10 years of Python", "2 years of LLMs"),
        "10 years of software engineering, including 2 years of LLMs",
        *("10 years of Python and 2 years of LLMs", "10 years of experience; LLMs are a plus"),
        *("Ten years in business with LLMs", "12 years of going to market", "LLMs"),
    ],
)
def test_what_can_be_met_is_not_impossible(text):
    assert impossible_demands([text]) == ()


def of(year):
    return datetime.date(year, 6, 1)


def test_a_technology_is_as_old_as_the_year_says(monkeypatch):
    """dbt goes back to 2016: ten years were impossible in 2025 and are possible from 2026 on."""

    for year, impossible in ((2025, 1), (2026, 0)):
        then = type("Then", (datetime.date,), {"today": staticmethod(partial(of, year))})
        monkeypatch.setattr("rolekit.adverts.years.date", then)
        assert len(impossible_demands(["10 years of dbt"])) == impossible
