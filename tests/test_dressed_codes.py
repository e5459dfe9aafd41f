"""Whatever a program makes of a code, it counts, and once; what is no code never counts."""

import json

import pytest
from browser import bare_page
from dressing import AROUND, PLAIN, WRAPPED
from hands import refusal
from hypothesis import given, settings
from hypothesis import strategies as st
from people import GOLDEN, SHORT, some_responses
from strategies import examples

from rolekit import CodeError
from rolekit.cohort import read_codes
from rolekit.measure.page_tables import page_tables
from rolekit.record.codes import ALPHABET
from rolekit.record.read_codes import read_code
from rolekit.record.wrappings import layers, plain, without_commands, without_tags

CODES = [each["code"] for each in GOLDEN["codes"]]
CODES += [response.to_code() for response in some_responses(300)]
dressed = st.tuples(
    st.sampled_from(CODES), *(st.sampled_from(some) for some in (PLAIN, [str, *WRAPPED], AROUND))
)
words = st.sampled_from(
    ["", "Ada: ", "10:32 ", "\n\n", "role1 or role2? ", "é, ", " = 4 % of 20\n"]
)


def counts_once(code, *dresses):
    """Whether a code that is dressed in this way counts, whatever stands around it."""
    rewrite, wrap, around, before, after = dresses
    found = read_codes(before + around.format(wrap(rewrite(code))) + after)
    assert [one.to_code() for one in found.responses] == [code]
    assert (found.damaged, found.conflicts) == ((), 0)


@pytest.mark.parametrize("dress", PLAIN + WRAPPED)
@pytest.mark.parametrize("code", CODES[:3])
def test_a_code_counts_in_every_dress(dress, code):
    counts_once(code, dress, str, "{}", "", "")


@pytest.mark.parametrize("around", AROUND)
def test_a_code_counts_whatever_is_put_around_it(around):
    counts_once(SHORT, str, str, around, "", "")


@pytest.mark.parametrize("dress", PLAIN)
def test_the_copy_that_a_chat_cuts_off_is_no_damage_in_any_dress(dress):
    code = dress(SHORT)
    found = read_codes(f"Replying to Ada: {code[: len(code) * 2 // 3]}…\n\n{code}")
    assert [one.to_code() for one in found.responses] == [SHORT]
    assert found.damaged == ()


@examples(200)
@given(dressed, words, words)
def test_a_code_counts_in_two_dresses_among_words(one, before, after):
    counts_once(*one, before, after)


@pytest.mark.long
@settings(max_examples=100_000)
@given(dressed, words, words)
def test_a_hundred_thousand_dressed_codes_count(one, before, after):
    """About four minutes."""
    counts_once(*one, before, after)


@given(st.lists(dressed, max_size=6), words)
def test_of_many_dressed_codes_none_is_lost_and_none_counts_twice(many, between):
    text = between.join(
        f"\n{around.format(wrap(rewrite(code)))}\n" for code, rewrite, wrap, around in many
    )
    found = read_codes(text)
    assert {one.to_code() for one in found.responses} == {code for code, *_ in many}
    assert found.damaged == ()


pieces = st.sampled_from(
    ["ROLE1-", "role1", "-", "\n> ", "&#45;", "=2D", "<b>", "\\n", "N", "0", "%", "é"]
)


@examples(300)
@given(st.lists(pieces | st.text(ALPHABET, max_size=30), max_size=40).map("".join))
def test_what_was_made_by_chance_never_counts(text):
    assert read_codes(text).responses == ()


@given(st.text() | st.lists(pieces).map("".join))
def test_a_text_stays_as_long_as_it_is_whatever_is_taken_off(text):
    for layer in layers(text):
        for bare in (layer, *without_tags(layer), without_commands(layer)):
            assert len(plain(bare)) == len(text)


def test_the_place_of_damage_is_that_in_the_text_as_it_was_pasted():
    [damaged] = read_codes(f"a=\nb&amp;&nbsp;\n &#82;OLE1=2D{SHORT[6:-1]}D").damaged
    assert (damaged.where, damaged.text) == ("line 3, column 6", f"{SHORT[:-1]}D")


# One code of one's own


@pytest.mark.parametrize("dress", PLAIN + WRAPPED)
def test_one_goes_on_with_a_code_in_any_dress(dress):
    assert read_code(dress(SHORT)).to_code() == SHORT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{CODES[0]} {CODES[1]}", "There are 2 codes in this text. Paste only yours."),
        (f"Ada: {SHORT[:-1]}D", "This code has a typo"),
        ("hello", "This is not a response code."),
        ("", "There is nothing to read."),
    ],
)
def test_one_is_told_what_is_wrong_with_it(text, said):
    with pytest.raises(CodeError, match=said):
        read_code(text)


READ_CODE = """async ([tables, texts]) => {
  const { readCode } = await import("/record/read_codes.js");
  const { encode } = await import("/record/codes.js");
  const read = (text) => {
    try {
      return encode(tables, readCode(tables, text));
    } catch (problem) {
      return problem.message;
    }
  };
  return JSON.stringify(texts.map(read));
}"""
# What stands in one line, as a field of a page has it.
PASTED = [around.format(dress(SHORT)) for dress in PLAIN for around in AROUND]
PASTED = [text.replace("\n", " ") for text in PASTED]
ESCAPED = ["&#45;", "&hyphen;", "&shy;", "-<wbr>", "</b><b>-", "%2D", "%E2%80%91", "=2D"]
ESCAPED += [r"\u002d", r"\u2011", r"-\n", "&nbsp;", "-&zwj;", "<br>"]
PASTED += [SHORT.replace("-", escape) for escape in ESCAPED]


@pytest.mark.browser
def test_the_field_of_the_page_reads_what_is_pasted_into_it(chromium):
    texts = [*PASTED, f"{CODES[0]} {CODES[1]}", f"{SHORT[:-1]}D"]
    with bare_page(chromium) as page:
        read = json.loads(page.evaluate(READ_CODE, [page_tables(), texts]))
    *read, several, typo = read
    wrong = [text for text, code in zip(PASTED, read, strict=True) if code != SHORT]
    assert wrong == []
    assert several == refusal(CodeError, read_code, texts[-2])
    assert typo == refusal(CodeError, read_code, texts[-1])
