"""Years, must-haves and excluding words are counted, each once."""

import pytest

from rolekit.adverts.wish_list import wish_list


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3 to 5 years, of which 4 years in banking", 4),
        ("You have five or more years.", 5),
        ("We have 20 years of experience. You have three years.", 3),
        ("Benefits\n- after 5 years of service: 30 days' holiday", None),
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


def test_must_haves_by_hand_counted_once():
    """SQL, Excel, clear writing, and the licence; the second sql is the first one.

    Nice to have are Tableau and R.
    """
    found = wish_list(LISTED, 0, 0)
    assert (found.must_haves, found.nice_to_haves) == (4, 2)
    once, twice = wish_list(LISTED, 0, 0), wish_list(LISTED * 2, 0, 0)
    assert once == twice


@pytest.mark.parametrize(
    ("text", "musts", "nices"),
    [
        ("Analyst\nRequirements: a PhD in physics, strong Rust and Go.", 3, 0),
        ("What you bring\n\n- SQL\n- Python is a plus\n", 1, 1),
        ("Essential: SQL, Python. Desirable: dbt.", 2, 1),
        ("You'll need strong SQL.\nBonus points for dbt.", 1, 1),
        ("### Must-haves\n* SQL\n* Python\n### Nice-to-haves\n* dbt", 2, 1),
        ("Person specification\n1. SQL\n2. Excel\nDesirable criteria\n3. R", 2, 1),
        ("WHAT WE'RE LOOKING FOR\n• SQL\n• Python\nNICE TO HAVE\n• Rust", 2, 1),
        ("Your profile\nSQL\nExcel\nWhat we offer\nFree fruit", 2, 0),
        ("Who you are:\n- curious\nIdeally:\n- patient", 1, 1),
        ("SQL is a must. Tableau would be great.", 1, 1),
        ("You write SQL.", 0, 0),
    ],
)
def test_lists_and_headings_in_their_many_forms(text, musts, nices):
    found = wish_list(text, 0, 0)
    assert (found.must_haves, found.nice_to_haves) == (musts, nices)


def test_what_was_found_and_what_not_is_told():
    text = "Requirements\n- 10+ years of LLMs\n- SQL\nNice to have\n- R\nSalary: £50,000 a year"
    found = wish_list(text, 0, 4)
    assert found.counts == (
        *("Years of experience: 10", "Must-haves: 2", "Nice-to-haves: 1", "Pay: £50,000 a year"),
        "Kinds of work: 0 of 5 of analytics, 4 of 5 of engineering",
        "Impossible demands: 10+ years of LLMs",
    )
    assert found.advice[0].startswith('"10+ years of LLMs": nobody has that.')
    found = wish_list("You write SQL.", 1, 0)
    assert found.counts == (
        *("Years of experience: none found", "Must-haves: none found", "Nice-to-haves: none found"),
        *("Pay: none found", "Kinds of work: 1 of 5 of analytics, 0 of 5 of engineering"),
        "Impossible demands: none found",
    )


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
        "It lists 11 must-haves. Keep those without which the first year would fail, and call the "
        "others welcome.",
        "It asks for 4 of 5 kinds of analytics and 5 of 5 kinds of engineering. That may be two "
        "jobs: say which comes first.",
        '"guru" asks for a legend rather than for work: name the knowledge that is needed.',
    )
