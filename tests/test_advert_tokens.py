"""Words are compared as a reader would, and phrases end where sentences do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolekit.adverts.tokens import normal_form, normal_word, spans_of, spellings, tokens_of

WORDS = st.text("abcdefgilorsuyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visualisation", "Visualizations"),
        ("data modelling", "data modeling"),
        ("analysing behaviour", "analyzing behavior"),
        ("state-of-the-art", "state of the art"),
        ("CI/CD", "ci cd"),
    ],
)
def test_spelling_and_number_do_not_matter(one, other):
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("on call", ("on", "call")),
        ("a/b", ("a", "b")),
        ("a/b testing", ("a", "b", "testing")),
        ("hands-on", ("hand", "on")),
        ("end to end", ("end", "end")),
        ("infrastructure as code", ("infrastructure", "code")),
    ],
)
def test_little_words_are_passed_over_inside_a_phrase_alone(phrase, key):
    assert normal_form(phrase) == key


@given(WORDS)
def test_every_spelling_of_a_word_is_compared_as_it(word):
    normal = normal_word(word)
    assert {normal_word(one) for one in spellings(normal)} <= {normal}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, C# and Node.js", ["c++", ",", "c#", "and", "node.js"]),
        ("Ph.D. in R&D", ["ph.d", ".", "in", "r", "d"]),
        ("SQL.We pay 1,000 or 4.5", ["sql", ".", "we", "pay", "1,000", "or", "4.5"]),
        ("data\npipelines", ["data", "pipelines"]),  # a line that was wrapped
        ("Data\nPipelines", ["data", "\n", "pipelines"]),  # two items of a list
        ("data\n\npipelines", ["data", "\n", "pipelines"]),
        ("data (pipelines)", ["data", "(", "pipelines", ")"]),
    ],
)
def test_a_text_becomes_words_and_the_marks_at_which_phrases_end(text, words):
    assert tokens_of(text) == ["\n", *words, "\n", "\n"]


@given(st.text("aB .,\n-ßİé•", max_size=40))
def test_every_word_stands_where_it_says(text):
    spans = spans_of(text)
    assert len(spans) == len(tokens_of(text))
    for (start, end), word in zip(spans[1:-2], tokens_of(text)[1:-2], strict=True):
        assert text[start:end].lower()[: len(word)] == word or len(text[start:end]) == len(word)
