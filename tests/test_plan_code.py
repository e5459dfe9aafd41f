"""A plan comes back from its text as it was, and nothing else comes back at all."""

import base64
import json
import zlib
from dataclasses import replace
from datetime import date

import pytest
from hands import refusal
from hypothesis import example, given
from hypothesis import strategies as st
from paths import INTEGRATION, PLAN, plans

from rolekit import PlanError
from rolekit.path.framework import target
from rolekit.path.plan import Plan, Step
from rolekit.path.plan_code import LINE, LONGEST_PLAN, from_text, to_text
from rolekit.path.plan_page import to_markdown

DAMAGED = (
    "This plan is damaged: a part is missing, or a character was changed. Copy it again, from "
    "PLAN1- to -END."
)
TEXT, OTHER = to_text(PLAN), to_text(replace(PLAN, id=8))
FARTHEST = Plan(
    target("data_engineer", "Data engineer"),
    {"Data modelling": 0},
    date(2030, 2, 28),
    (Step("Data modelling", 26, 20),),
    2**40 - 1,
)
CONTENT = {
    "role": "ml_engineer",
    "grade": "Senior machine learning engineer",
    "start": "2027-01-04",
    "ratings": dict(PLAN.ratings),
    "steps": [[step.skill, step.weeks, step.hours] for step in PLAN.steps],
    "id": 7,
}


def packed(raw):
    """Any bytes, in the dress of a plan."""
    return f"PLAN1-{base64.b32encode(zlib.compress(raw)).decode().rstrip('=')}-END"


def written(**changed):
    return packed(json.dumps({**CONTENT, **changed}).encode())


def refused(text):
    return refusal(PlanError, from_text, text)


class TestRoundTrip:
    @given(plans())
    @example(FARTHEST)
    def test_a_plan_comes_back_from_its_text_and_from_its_whole_page(self, plan):
        assert from_text(to_text(plan)) == plan
        assert from_text(to_markdown(plan)) == plan

    @pytest.mark.parametrize(
        "worn",
        [
            lambda text: text.lower(),
            lambda text: text.replace("\n", ""),
            lambda text: "> " + text.replace("\n", " \r\n\t"),
            lambda text: f"My plan:{text}Regards",
            lambda text: f"{text}\n\n{text}",
            lambda text: text[:-2] + "\n" + text[-2:],
        ],
        ids=["lower case", "one line", "spaces", "within a sentence", "twice", "broken at the end"],
    )
    def test_it_survives_what_mail_does_to_it(self, worn):
        assert from_text(worn(TEXT)) == PLAN

    def test_what_is_written_by_hand_or_in_one_line_is_read(self):
        assert from_text(written()) == PLAN
        assert from_text(to_markdown(PLAN).replace("\n", "")) == PLAN

    def test_a_text_of_an_earlier_day_is_read_for_ever(self):
        """Never edit it: people have such texts in their files."""
        kept = (
            "PLAN1-PDNJLEGPNLBEAEGGL5SZQUYLFPCGQELSFPWQGFB4RKKHKM2NA2ZLGYLXKR"
            "CHZ52OQKKR46XJ6X57H64YXFRE4A3BQNY7QJHJLCEDEOXMWJXSO5KLYIUUH5FBG4"
            "FQN4SZLA5PQFJN5KZVVNFO5LG2EWROVK2YTWNLYUFDMV34DXDYDKJVQ33MLAOFSW"
            "FXEKHAUWCRFGCE7GFQHDGZA7J4SWVVYO3RJY2RHDGCAOEQT2EQJNBHKAFP2ZAMGN"
            "AJELA6ZLOHZ57KQG2P7GIYGOPXZODAWO6HX43GEBQJC5BSPYJGYVQOH5ZLFM3DTT"
            "3KNXXBZBBQWTZFPXU5SZ323RWP54YM3NPIUURMYZI6V4Q5KTO2NF6QNBL6Y5T7I3"
            "ONVPPM3XXH663O4XVP3XRBW7MGY3W76H6JPNA-END"
        )
        assert from_text(kept) == PLAN

    def test_its_lines_are_short_and_hold_no_answers_and_no_name(self):
        assert max(map(len, TEXT.splitlines())) <= LINE
        body = "".join(TEXT.split())[6:-4]
        content = json.loads(zlib.decompress(base64.b32decode(body + "=" * (-len(body) % 8))))
        assert content == CONTENT


class TestRefused:
    @pytest.mark.parametrize("text", ["", "hello", "PLAN2-ABC-END", "ROLE1-40000", "<b>PLAN1</b>"])
    def test_a_text_without_a_plan(self, text):
        assert refused(text) == (
            "There is no plan in this text. A plan starts with PLAN1-; it is at the end of "
            "the page that you kept."
        )

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            (None, "A plan must be a text (got a NoneType)."),
            (
                "x" * 200_001,
                "This text has 200,001 characters, far more than a plan. Paste the plan only.",
            ),
            (TEXT + OTHER, "There are 2 different plans in this text. Paste one of them."),
            *((part, DAMAGED) for part in (TEXT[:-4], TEXT[:-40], TEXT[:50] + TEXT[60:])),
            ("PLAN1--END", DAMAGED),
        ],
        ids=["no text", "far too long", "two plans", "no end", "cut", "a gap", "nothing in it"],
    )
    def test_what_is_not_one_plan(self, given, says):
        assert refused(given) == says

    @given(st.data())
    def test_any_one_changed_character(self, data):
        text = "".join(TEXT.split())
        at = data.draw(st.integers(6, len(text) - 6))
        other = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
        changed = text[:at] + other + text[at + 1 :]
        assert changed == text or refused(changed) == DAMAGED

    @pytest.mark.parametrize(
        "raw",
        [
            pytest.param(b"", id="nothing"),
            pytest.param(b"[]", id="list"),
            pytest.param(b"{}", id="empty"),
            pytest.param(b"null", id="null"),
            pytest.param(b"\xff\xfe", id="bytes"),
            pytest.param(b"[" * 15_000, id="deep"),
            pytest.param(b"9" * 10_000, id="number"),
            pytest.param(b'{"role": 1e999}', id="endless"),
            pytest.param(b" " * (LONGEST_PLAN + 1), id="long"),
            pytest.param(b" " * 5_000_000, id="a bomb, which is not unpacked"),
        ],
    )
    def test_what_is_no_plan_inside(self, raw):
        assert refused(packed(raw)) == DAMAGED

    @pytest.mark.parametrize(
        "changed",
        [
            {"start": "tomorrow"},
            {"start": 20270104},
            {"ratings": []},
            {"steps": {}},
            {"steps": [["Testing"]]},
            {"steps": [7]},
            {"steps": [[INTEGRATION, 1, 1, 1]]},
            {"steps": [[[], 1, 1]]},
            {"role": ["ml_engineer"]},
            {"role": None},
        ],
        ids=str,
    )
    def test_a_part_of_another_kind(self, changed):
        assert refused(written(**changed)) == DAMAGED

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"grade": "<script>"}, "There is no grade '<script>' of ml_engineer."),
            ({"role": "wizard"}, "There is no role 'wizard'."),
            ({"steps": []}, "A plan must have 1 to 5 steps (got 0)."),
            ({"steps": [[INTEGRATION, 999, 1]]}, "must be a whole number from 1 to 26 (got 999)."),
            ({"ratings": {INTEGRATION: 9}}, "must be a whole number from 0 to 4 (got 9)."),
            ({"start": "9999-12-31"}, "A plan must start between 2000 and 2100"),
            ({"id": -1}, "The id of a plan must be a whole number from 0 to"),
        ],
        ids=str,
    )
    def test_a_plan_that_cannot_be(self, changed, says):
        assert says in refused(written(**changed))
