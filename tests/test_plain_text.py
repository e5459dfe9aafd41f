"""What is pasted from a page loses its markup, at once, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolekit.plain_text import plain_text


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
def test_the_time_is_linear_in_hostile_text(piece):
    """Eight times the text in less than forty times the time; quadratic would be sixty-four."""
    times = []
    for size in (250_000, 2_000_000):
        start = time.process_time()
        plain_text(piece * (size // len(piece)))
        times.append(time.process_time() - start)
    assert times[1] < 40 * max(times[0], 0.01)
