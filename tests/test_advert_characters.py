"""No word is lost by what pages and documents put into a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from rolekit import read_advert
from rolekit.adverts.characters import as_it_looks

TEXT = (
    "ML Engineer\nYou deploy models to production on Kubernetes, write workflows with Python and "
    "Spark, own observability, fine-tuning and inference latency."
)
ALONE = read_advert(TEXT)
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\ufe0f"


@given(st.data())
@examples(100)
def test_invisible_characters_lose_no_word(data):
    """Wherever inside a word they stand."""
    letters = list(TEXT)
    inside = [i for i in range(1, len(TEXT)) if TEXT[i - 1].isalnum() and TEXT[i].isalnum()]
    for i in data.draw(st.lists(st.sampled_from(inside), max_size=20)):
        letters[i] = data.draw(st.sampled_from(UNSEEN)) + letters[i].lstrip(UNSEEN)
    reading = read_advert("".join(letters))
    assert {phrase.term for phrase in reading.phrases} == {phrase.term for phrase in ALONE.phrases}


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("work\ufb02ows and \ufb01ne-tuning", "workflows and fine-tuning"),
        ("\uff30\uff59\uff54\uff48\uff4f\uff4e", "Python"),
        ("\U0001d5e3\U0001d606\U0001d601\U0001d5f5\U0001d5fc\U0001d5fb", "Python"),
        ("pipe-\nlines, end-\nto-end", "pipelines, end-to-end"),
        ("SQL\u200bPython", "SQL Python"),
        ("data\xa0pipelines", "data pipelines"),
        ("Tableau\u2122 and Python\u00ae", "Tableau and Python"),
        ("SQL\r\nPython\rJava\u2028Rust", "SQL\nPython\nJava\nRust"),
        ("RequirementsPython", "Requirements\nPython"),
        ("DashboardsExcel", "Dashboards\nExcel"),
        ("machine_learning", "machine learning"),
        ("TensorFlow, PowerPoint, LangChain", "TensorFlow, PowerPoint, LangChain"),
        ("LinkedIn, McKinsey", "LinkedIn, McKinsey"),
    ],
)
def test_a_text_is_read_as_it_looks(written, plain):
    assert as_it_looks(written) == plain


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="_\r-"), max_size=60))
def test_plain_letters_stay(text):
    assert as_it_looks(text).replace("\n", "") == text.replace("\n", "")
