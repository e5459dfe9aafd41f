"""What is pasted from a page loses its markup, at once, and nothing else."""

import pytest
from hands import in_a_child
from hypothesis import given
from hypothesis import strategies as st

from rolekit.adverts.plain_text import plain_text


@pytest.mark.parametrize(
    ("pasted", "left"),
    [
        ("C++ & R, 3 < 5 > 2", "C++ & R, 3 < 5 > 2"),
        ("a<br>b", "a\nb"),
        ("Know<b>ledge</b>", "Knowledge"),
        ("R&amp;D &eacute; &#8211; &lt;b&gt;", "R&D é – <b>"),
        ("&amp;lt;", "&lt;"),
        ("a<script>if (x < 1) alert('<p>')</script>b", "a\nb"),
        ("a<style>p{}</style>b<!-- <p>c</p> -->d", "a\nb\nd"),
        ('<p onclick="steal()">x</p>', "\nx\n"),
        ("x<script>never closed", "x\n"),
        ("<!DOCTYPE html>x", "\nx"),
    ],
)
def test_only_what_a_reader_sees_is_left(pasted, left):
    assert plain_text(pasted) == left


@given(st.text(st.characters(exclude_characters="<&")))
def test_a_text_without_markup_comes_back_as_it_is(text):
    assert plain_text(text) == text


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<script>", "</", "<![CDATA[", "&", "&#", "<"])
def test_two_million_hostile_characters_come_to_an_end(piece):
    """As `in_a_child` explains, they would not if the work grew faster than the text."""
    assert in_a_child(plain_text, piece * (2_000_000 // len(piece))) == 0
