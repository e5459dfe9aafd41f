"""Numbers become whole in one way, and every sentence of the table can be filled."""

import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolekit.base.sentences import counted, listed, rounded, say, sentences, where


@pytest.mark.parametrize(
    ("number", "whole"),
    [(0, 0), (0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (-2.5, -3), (0.49, 0), (-0.49, 0)],
)
def test_halves_are_rounded_away_from_zero(number, whole):
    assert rounded(number) == whole
    assert isinstance(rounded(number), int)


def test_what_arithmetic_adds_or_takes_away_moves_no_number():
    assert 100 * 0.145 < 14.5
    assert rounded(100 * 0.145) == rounded(14.5) == 15


@given(st.floats(-1000, 1000))
def test_the_nearest_whole_number_is_taken_and_mirrors(number):
    assert abs(rounded(number) - number) <= 0.5 + 1e-9
    assert rounded(-number) == -rounded(number)


@given(st.floats(-100, 100))
def test_a_place_in_words_has_its_number_and_its_side(lean):
    told, points = where(lean), abs(rounded(lean))
    if points == 0:
        assert told == "right in the middle"
    else:
        unit = "point" if points == 1 else "points"
        assert told == f"{points} {unit} towards {'engineering' if lean > 0 else 'analytics'}"


def test_a_list_has_one_and_and_one_is_not_many():
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert (counted(0, "answer"), counted(1, "answer")) == ("0 answers", "1 answer")


@pytest.mark.parametrize("id", sentences())
def test_a_template_has_named_places_alone(id):
    parsed = list(Formatter().parse(sentences()[id]))
    names = {name for _, name, _, _ in parsed if name is not None}
    assert all(re.fullmatch("[a-z_]+", name) for name in names)
    assert not any(spec or conversion for _, _, spec, conversion in parsed)
    assert not re.search(r"[{}]", say(id, **dict.fromkeys(names, "it")))


@pytest.mark.parametrize("id", [id for id, text in sentences().items() if text.endswith(".")])
def test_a_sentence_sounds_like_the_workbook(id):
    text = sentences()[id]
    assert text[0].isupper() or text[0] == "{"
    assert not re.search(r"  |\bband\b|whoever| %|\bstands\b", text)
    # What went wrong is said without contractions.
    assert not (id.startswith("code-") and "'" in text)
