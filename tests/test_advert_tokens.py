"""Words are compared as a reader would, and titles are struck whoever is meant."""

import pytest

from rolekit.adverts.tokens import first_title, normal_form, seems_english, words


def heard(text):
    return [word.lower for word in words(text) if not word.struck]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visualisation", "Visualizations"),
        ("data modelling", "data modeling"),
        ("analysing behaviour", "analyzing behavior"),
        ("Ph.D.", "phd"),
        ("state-of-the-art", "state of the art"),
        ("CI/CD", "ci cd"),
    ],
)
def test_spelling_and_number_do_not_matter(one, other):
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    "title",
    [
        "Data Scientist",
        "machine-learning engineers",
        "Senior ML Engineer",
        "AI/ML Engineer",
        "data analysts",
        "analyst",
        "Business Intelligence Analyst",
        "Data Science",
        "data engineering",
        "machine learning engineering",
    ],
)
def test_a_title_is_struck_whole(title):
    assert heard(f"We want a {title} who codes.") == ["we", "want", "a", "who", "codes"]


def test_what_is_no_title_is_heard():
    heard_all = ["machine", "learning", "software", "engineering"]
    assert heard("Machine learning, software engineering: engineer") == heard_all


def test_r_is_a_language_only_as_a_capital_that_stands_alone():
    assert [heard(text) for text in ("R", "R&D", "r", "SQL/R")] == [["r"], ["d"], [], ["sql", "r"]]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("data pipelines", True),
        ("data-pipelines", True),
        ("data\npipelines", True),  # a line that was wrapped
        ("Data\nPipelines", False),  # two items of a list
        ("data\n\npipelines", False),
        ("data. pipelines", False),
        ("data, pipelines", False),
        ("data (pipelines)", False),
    ],
)
def test_a_phrase_ends_where_a_sentence_or_an_item_does(text, joined):
    assert [word.joined for word in words(text)] == [False, joined]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("LEAD DATA  SCIENTIST wanted", ("LEAD DATA SCIENTIST", "data_scientist")),
        ("With our data engineers, as Data Analyst", ("Data Analyst", "data_analyst")),
        ("Analytics Engineer", ("Analytics Engineer", "analytics_engineer")),
        ("Research Scientist", ("Research Scientist", "research_scientist")),
        ("Software Engineer", ("Software Engineer", "software_engineer")),
        ("MLOps Engineer", ("MLOps Engineer", "mlops_engineer")),
        ("Business Analyst", ("Business Analyst", "")),
        ("An engineer. Machine learning.", ("", "")),
    ],
)
def test_the_first_title_names_the_role(text, title):
    assert first_title(text, list(words(text))) == title


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("You work with us in the team", True),
        ("SQL, Python, Excel", True),
        ("Nous cherchons une personne avec Python pour la modélisation des ventes", False),
        ("您将负责 SQL 建立模型并与团队合作", False),
        ("Wir suchen Verstärkung mit SQL und Python für das Team", False),
    ],
)
def test_another_language_is_noticed(text, english):
    assert seems_english(text, list(words(text))) is english
