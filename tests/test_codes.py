"""A response survives its code; what is not an intact code is refused in a sentence that helps."""

import random
import re
import warnings
from functools import partial
from itertools import pairwise
from operator import methodcaller

import pytest
from hands import refusal
from hypothesis import assume, example, given
from hypothesis import strategies as st
from people import GOLDEN, SHORT, spell
from strategies import ITEMS, any_answers, examples, responses, whole

from rolekit import AnswerError, Answers, CodeError, Response
from rolekit.record.codes import ALPHABET, LONGEST_TEXT, check

each_golden = pytest.mark.parametrize("golden", GOLDEN["codes"], ids=lambda it: it["what"])
CHECK = (
    "This code has a typo: a character is wrong, or two are swapped. Compare it with the original, "
    "or copy it again."
)
NOT_A_CODE = "This is not a response code. A code starts with ROLE1-; copy it from there."
VERSION = (
    "This code does not start with ROLE1-. Check that character, or update rolekit if the code "
    "was made by a newer version."
)
NEVER_WRITTEN = (
    "This code is intact but holds values that no slider gives, so rolekit did not write it. "
    "Copy the code again from where it was made."
)


why_refused = partial(refusal, CodeError, Response.from_code)


def record(golden):
    answers, pairs = Answers.from_items(golden["answers"]), golden["pairs"]
    pairs = None if pairs is None else tuple(pairs)
    return Response(answers, golden["id"], golden["round"], golden["guess"], pairs)


def bare(code):
    return code.replace("-", "")


def of_all_shapes(count, seed):
    """Responses of all shapes, the same ones in every run."""
    chance = random.Random(seed)
    for n in range(count):
        items = ITEMS if n % 2 else ITEMS[::2]
        given = {item: 5 * chance.randint(0, 20) for item in items if chance.random() < 0.8}
        yield Response(
            Answers.from_items(given),
            chance.getrandbits(40),
            round=1 + (n // 2) % 2,
            guess=chance.randint(-100, 100) if n // 4 % 2 else None,
            pairs=tuple(chance.choices([None, "analytics", "engineering"], k=10))
            if n // 8 % 2
            else None,
        )


def read(text):
    """The response, or the error that says why there is none."""
    try:
        return Response.from_code(text)
    except CodeError as problem:
        return problem


def is_refused(text):
    return isinstance(read(text), CodeError)


# Round trip


@given(responses)
def test_every_response_survives_the_round_trip_in_one_spelling_that_looks_like_a_code(response):
    code = response.to_code()
    assert Response.from_code(code) == response
    assert Response.from_code(code).to_code() == code
    assert re.fullmatch(r"ROLE1(-[0-9A-HJKMNP-TV-Z]{5})*-[0-9A-HJKMNP-TV-Z]{1,5}", code)
    assert len(code) <= 56 < LONGEST_TEXT / 3


@each_golden
def test_a_golden_code_is_read_and_written_for_ever(golden):
    assert Response.from_code(golden["code"]) == record(golden)
    assert record(golden).to_code() == golden["code"]


def test_the_golden_codes_cover_every_part_of_a_record():
    codes = GOLDEN["codes"]
    assert "never edit" in GOLDEN["note"]
    assert len(codes) >= 12
    assert len({c["code"] for c in codes}) == len(codes)
    assert {c["code"][6] for c in codes} >= {"0", "1", "2", "4", "8", "F"}
    assert {v for c in codes for v in c["answers"].values()} == set(range(0, 101, 5))


# Ways of writing a code


@pytest.mark.parametrize(
    "rewrite",
    [
        str.lower,
        *(methodcaller("replace", "-", mark) for mark in ("", " ", "–", "—", "\u2011", "-\n")),
        *(methodcaller("replace", *pair) for pair in ("0O", "0o", "1I", "1l", ("ROLE", "R0IE"))),
        lambda code: code.replace("1", "i").replace("0", "o"),
        lambda code: f"\ufeff \t{code}\u00a0\r\n",
        lambda code: "\u200b".join(code),
    ],
)
@each_golden
def test_a_code_is_read_however_it_is_written(golden, rewrite):
    assert Response.from_code(rewrite(golden["code"])) == record(golden)


# Mistakes


@each_golden
def test_every_single_wrong_character_is_caught(golden):
    code = bare(golden["code"]).replace("ROLE", "R01E")  # the same, in symbols of the alphabet
    for place, right in enumerate(code):
        for wrong in set(ALPHABET) - {right}:
            assert is_refused(code[:place] + wrong + code[place + 1 :]), (place, wrong)


def test_every_swap_of_unequal_neighbours_is_caught():
    swaps = missed = 0
    for response in of_all_shapes(320, seed=5):
        code = bare(response.to_code())
        for place, (one, other) in enumerate(pairwise(code)):
            if one != other:
                swaps += 1
                missed += not is_refused(code[:place] + other + one + code[place + 2 :])
    assert swaps > 10_000
    assert missed == 0


@given(responses, st.data())
def test_a_change_within_three_neighbours_is_caught(response, data):
    code = bare(response.to_code())
    place = data.draw(st.integers(5, len(code) - 3))
    other = data.draw(st.text(ALPHABET, min_size=3, max_size=3))
    assume(other != code[place : place + 3])
    assert is_refused(code[:place] + other + code[place + 3 :])


@examples(300)
@given(responses, st.data())
def test_a_spoilt_code_gives_no_other_error(response, data):
    text = response.to_code()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        text = text[:place] + data.draw(st.text(max_size=3)) + text[place + cut :]
    assert isinstance(read(text), (Response, CodeError))


@examples(500)
@given(st.text() | st.text(min_size=150) | st.text(ALPHABET).map("ROLE1-{}".format))
@example("ROLE1")
@example("ROLE1-")
@example("ROLE")
@example("\x00")
@example("ROLE1-" + "٣" * 27)
@example("ＲＯＬＥ１-" + "0" * 24)
@example("ROLE1-" + "N" * 24 + "\ud800")
@example("ROLE1-" + "0" * 1_000_000)
@example(" " * 1_000_000)
def test_any_other_text_is_refused_in_a_sentence(text):
    sentence = why_refused(text)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) < 250


@pytest.mark.parametrize(
    ("thing", "kind"), [(None, "NoneType"), (5, "int"), (b"ROLE1", "bytes"), ([SHORT], "list")]
)
def test_what_is_no_text_is_refused(thing, kind):
    assert why_refused(thing) == f"A response code must be a text (got a {kind})."


@examples(500)
@given(st.data())
def test_a_code_whose_check_fits_is_canonical_or_refused(data):
    header = data.draw(st.integers(0, 31))
    length = 8 + (24 if header & 1 else 12) + 2 * bool(header & 4) + 4 * bool(header & 8)
    # Mostly values that an answer may have, so that many codes are let through.
    symbol = st.integers(0, 21) | st.integers(0, 31)
    symbols = [header, *data.draw(st.lists(symbol, min_size=length, max_size=length))]
    outcome = read(spell(symbols))
    if isinstance(outcome, Response):
        assert bare(outcome.to_code()) == bare(spell(symbols))
    else:
        assert str(outcome) == NEVER_WRITTEN


# What is said


MISTAKES = {
    "There is nothing to read. Paste a code; it starts with ROLE1-.": ["", "   ", "-", "\n\u200b–"],
    NOT_A_CODE: ["hello", "12345", "RULE1-40000", SHORT[1:], "Ω", "ROL"],
    VERSION: ["ROLE", SHORT.replace("E1", "E2"), SHORT.replace("E1", "E?")],
    CHECK: [SHORT.replace("7N", "8N"), SHORT.replace("7N", "N7")],
    # Places are counted in the text as it was pasted, hyphens and spaces included.
    "Character 17 of this code, 'U', never occurs in codes. Compare it with the original.": [
        f"  {SHORT[:14]}U{SHORT[15:]}"
    ],
    "Character 15 of this code, U+0007, never occurs in codes. Compare it with the original.": [
        f"{SHORT[:14]}\a{SHORT[15:]}"
    ],
    "This text has 2,000 characters, far more than a code. Paste one code only.": [
        "ROLE1-" + "0" * 1994
    ],
}


@pytest.mark.parametrize(
    ("text", "sentence"), [(text, said) for said, texts in MISTAKES.items() for text in texts]
)
def test_what_is_no_code_or_no_longer_one_is_called_what_it_is(text, sentence):
    assert why_refused(text) == sentence


ONE_MISSING = [SHORT[:n] + SHORT[n + 1 :] for n in range(7, len(SHORT)) if SHORT[n] != "-"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *((text, "one character missing") for text in ONE_MISSING),
        (SHORT[:-5], "4 characters missing"),
        (SHORT + "7", "one character too many"),
        (SHORT + "777", "3 characters too many"),
        (f"{SHORT}\n{SHORT[6:]}", "26 characters too many"),
        (SHORT * 2, "31 characters too many"),
    ],
)
def test_missing_and_extra_characters_are_counted(text, count):
    assert why_refused(text) == (
        f"This looks like a code with {count}. Copy it again from its first to its last character."
    )


@pytest.mark.parametrize(
    "symbols",
    [
        pytest.param([0, *[0] * 8, *[21] * 11, 22], id="an answer of 110"),
        pytest.param([0, *[0] * 8, *[21] * 11, 31], id="an answer of 155"),
        pytest.param([16, *[0] * 8, *[21] * 12], id="a part that is not defined"),
        pytest.param([1, *[0] * 8, *[10, 21] * 12], id="a full form without a second item"),
        pytest.param([4, *[0] * 8, *[21] * 12, 6, 9], id="a guess of 101"),
        pytest.param([4, *[0] * 8, *[21] * 12, 31, 31], id="a guess of 923"),
        pytest.param([8, *[0] * 8, *[21] * 12, 0, 0, 0, 3], id="a choice that is neither"),
    ],
)
def test_an_intact_code_of_impossible_values_is_refused(symbols):
    assert why_refused(spell(symbols)) == NEVER_WRITTEN


def test_the_greatest_possible_values_are_let_through():
    response = Response.from_code(spell([4, *[31] * 8, *[20] * 11, 21, 6, 8]))
    assert (response.id, response.guess, len(response.answers)) == (2**40 - 1, 100, 11)


# Rounding


@pytest.mark.parametrize(
    ("value", "written"), [(72, 70), (73, 75), (98, 100), (97, 95), (2, 0), (3, 5), (1, 0)]
)
def test_an_answer_between_two_steps_is_rounded_and_that_is_said(value, written):
    response = Response(Answers.from_items({"pipelines-1": value}))
    with pytest.warns(UserWarning, match="in steps of 5") as caught:
        code = response.to_code()
    assert str(caught[0].message) == (
        f"A code keeps answers in steps of 5: pipelines-1 {value} is written as {written}."
    )
    assert caught[0].filename == __file__
    assert Response.from_code(code).answers["pipelines-1"] == written


def test_answers_in_steps_are_written_without_a_word():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Response(Answers.from_items({item: 35 for item in ITEMS})).to_code()


@given(any_answers(whole))
@pytest.mark.filterwarnings("ignore:A code keeps answers")
def test_rounding_moves_an_answer_by_two_points_at_most(answers):
    kept = Response.from_code(Response(answers).to_code()).answers
    assert list(kept) == list(answers)
    assert all(abs(kept[item] - answers[item]) <= 2 for item in answers)


# The record


def test_a_response_has_a_random_id_of_its_own():
    ids = {Response(Answers()).id for _ in range(200)}
    assert len(ids) == 200
    assert all(0 <= id < 2**40 for id in ids)
    assert max(ids) > 2**38


@pytest.mark.parametrize(
    ("field", "value", "numbers", "kind"),
    [
        ("id", -1, "0 to 1099511627775", "int"),
        ("id", 2**40, "0 to 1099511627775", "int"),
        ("round", 3, "1 to 2", "int"),
        ("round", True, "1 to 2", "bool"),
        ("guess", 0.5, "-100 to 100", "float"),
        ("guess", -101, "-100 to 100", "int"),
    ],
)
def test_a_number_of_a_record_that_cannot_be_is_refused(field, value, numbers, kind):
    assert refusal(AnswerError, Response, Answers(), **{field: value}) == (
        f"'{field}' must be a whole number from {numbers} (got {value} that is a {kind})."
    )


@pytest.mark.parametrize(
    "pairs",
    [("analytics",), 5, [None] * 10, "analytics!", ("both", *[None] * 9), ([],) * 10],
    ids=repr,
)
def test_pairs_of_another_kind_are_refused(pairs):
    assert refusal(AnswerError, Response, Answers(), pairs=pairs) == (
        "'pairs' must be a tuple of 10 choices, each 'analytics', 'engineering' or None "
        f"(got {pairs!r})."
    )


# The check


def test_the_check_is_the_one_of_the_can_bus_and_another_for_another_version():
    # CRC-15/CAN of b"123456789" is 0x059e, with a register that starts at 0. Its 72 bits, with
    # three bits of 0 in front (which do not change a register of 0), are 15 symbols of 5 bits.
    number = int.from_bytes(b"123456789", "big")
    symbols = [number >> 5 * place & 31 for place in reversed(range(15))]
    assert check(symbols, version=0) == 0x059E
    assert check([1, 2, 3], version=1) != check([1, 2, 3], version=2)
