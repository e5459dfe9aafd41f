"""Years, must-haves and excluding words are counted, each once."""

import pytest

from rolekit.adverts.wish_list import wish_list


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3+ years of Python", 3),
        ("2 - 5 yrs", 2),
        ("3 to 5 years, of which 4 years in banking", 4),
        ("at least 7 or more years", 7),
        ("5 + Years", 5),
        ("founded 150 years ago, 12 months fixed term", None),
        ("a child 5 years old", None),
        ("no number", None),
    ],
)
def test_the_most_years_that_are_asked_for(text, years):
    assert wish_list(text, 0, 0).years == years


LISTED = """Analyst
About us
We bake bread.
You have:
- SQL
- Excel; clear writing
- sql
- Tableau is a plus
Nice to have:
- R
What we offer
- 25 days
A licence is required.
"""


def test_must_haves_by_hand():
    """SQL, Excel, clear writing, and the licence; the second sql is the first one."""
    assert wish_list(LISTED, 0, 0).must_haves == 4


def test_what_is_said_twice_counts_once():
    once, twice = wish_list(LISTED, 0, 0), wish_list(LISTED * 2, 0, 0)
    assert once == twice


def test_excluding_words_come_with_a_reason_and_another_word():
    text = "A rock-star coder for our young team. Rock-star!"
    found = wish_list(text, 0, 0).excluding
    assert [(one.text, text[one.start : one.end]) for one in found] == [
        ("rock-star", "rock-star"),
        ("young", "young"),
    ]
    assert found[1].reason == "asks for an age"


def test_advice_is_given_only_where_it_is_due():
    assert wish_list("SQL", 3, 3).advice == ()
    lines = "".join(f"- thing {i}\n" for i in range(9))
    said = wish_list(f"Requirements:\n{lines}At least 6 years. A guru.", 4, 5).advice
    assert said == (
        "It asks for 6 years. Say what somebody should have done, not for how long.",
        "It lists 10 must-haves. Keep those without which the first year would fail, and call the "
        "others welcome.",
        "It asks for 4 of 5 kinds of analytics and 5 of 5 kinds of engineering. That may be two "
        "jobs: say which comes first.",
        '"guru" asks for a legend rather than for work: name the knowledge that is needed.',
    )
