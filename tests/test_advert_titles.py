"""The title of an advert is its own, and a second title begins a second advert."""

import pytest

from rolekit.adverts.titles import adverts_in, own_title, title_of_line

BODY = "You build data pipelines in Python and SQL with Spark and Kafka on AWS. " * 2


@pytest.mark.parametrize(
    ("text", "title", "role"),
    [
        ("LLM Engineer\nYou work with data analysts.", "LLM Engineer", "ai_engineer"),
        ("GenAI Engineer", "GenAI Engineer", "ai_engineer"),
        ("Generative AI Engineer", "Generative AI Engineer", "ai_engineer"),
        ("Senior AI/ML Engineer (Remote)", "Senior AI/ML Engineer", "ml_engineer"),
        ("Machine Learning (ML) Engineer", "Machine Learning (ML) Engineer", "ml_engineer"),
        (
            "Software Engineer, Machine Learning",
            "Software Engineer, Machine Learning",
            "ml_engineer",
        ),
        ("Software Engineer - Payments", "Software Engineer", "software_engineer"),
        ("ML Ops Engineer", "ML Ops Engineer", "mlops_engineer"),
        ("Analytics Engineer", "Analytics Engineer", "analytics_engineer"),
        ("Sr. Data Engineer. You build.", "Sr. Data Engineer", "data_engineer"),
        ("Business Intelligence Analyst", "Business Intelligence Analyst", "data_analyst"),
        ("BI Developer", "BI Developer", ""),
        ("Applied Scientist II", "Applied Scientist", ""),
        ("Soil Scientist", "Soil Scientist", ""),
        ("Research Scientist", "Research Scientist", "research_scientist"),
        ("Head of Data Science", "Head of Data Science", ""),
        ("Data Scientist / ML Engineer", "Data Scientist / ML Engineer", ""),
        ("Acme Ltd\nLondon\n**Data Analyst** (m/f/d)", "Data Analyst", "data_analyst"),
        ("Job Title: Data Scientist II", "Data Scientist", "data_scientist"),
        ("Hiring: Staff ML Engineer, Ads", "Staff ML Engineer", "ml_engineer"),
        ("We are looking for a Lead Data Analyst.", "Lead Data Analyst", "data_analyst"),
        ("As a Data Engineer you work with ML engineers.", "Data Engineer", "data_engineer"),
        ("LEAD DATA  SCIENTIST wanted", "LEAD DATA SCIENTIST", "data_scientist"),
        ("With our data engineers you build.", "", ""),
        ("You help analysts and a software engineer.", "", ""),
        ("Reports to the Data Engineering Manager", "", ""),
        ("", "", ""),
    ],
)
def test_the_title_is_the_adverts_own(text, title, role):
    assert own_title(text) == (title, role)


@pytest.mark.parametrize(
    "line",
    ["Our ML engineers help.", "Architect the platform", "Lead a team of analysts who", "SQL"],
)
def test_what_is_no_title_is_none(line):
    assert title_of_line(line) is None


@pytest.mark.parametrize(
    ("between", "second", "titles"),
    [
        ("\n", "Data Analyst", ["Data Engineer", "Data Analyst"]),
        ("\n----\n", "Senior Data Engineer", ["Data Engineer", "Senior Data Engineer"]),
        ("\n***\n", "Job title: BI Developer", ["Data Engineer", "BI Developer"]),
        ("\n\n2. ", "ML Engineer", ["Data Engineer", "ML Engineer"]),
        ("\n", "Data Engineer", ["Data Engineer"]),  # a page says its title twice
        ("\n", "Senior Data Engineer", ["Data Engineer"]),
        ("\n----\n", "What we offer", ["Data Engineer"]),
        ("\nSimilar jobs\n", "Data Analyst", ["Data Engineer"]),
    ],
)
def test_another_title_begins_another_advert(between, second, titles):
    text = f"Data Engineer\n{BODY}{between}{second}\n{BODY}Tableau."
    found = adverts_in(text)
    assert [own_title(advert).text for advert in found] == titles
    if len(titles) == 1:
        assert found == (text,)


def test_what_was_pasted_twice_is_one_advert_and_too_little_none_of_its_own():
    advert = f"Data Engineer\n{BODY}"
    assert adverts_in(f"{advert}\n-----\n{advert}")[0].strip().startswith("Data Engineer")
    assert len(adverts_in(f"Data Engineer\n{BODY}\n-----\nData Analyst")) == 1
