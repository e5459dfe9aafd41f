"""Every code in a mess is found; what cannot be read is shown without what stood around it."""

import csv
import gc
import io
import re
import textwrap
from dataclasses import replace

import pytest
from dressing import WIDE
from hands import in_a_child, long, refusal
from hypothesis import example, given
from hypothesis import strategies as st
from people import GOLDEN, SHORT, codes, some_responses, spell
from strategies import examples, responses

from rolekit import Answers, CodeError, Response
from rolekit.cohort import CodesRead, read_codes
from rolekit.record.codes import ALPHABET, DASHES, INVISIBLE, SPACES

FULL = max((each["code"] for each in GOLDEN["codes"]), key=len)
START = re.compile(r"r[o0][l1i]e[0-9oil]", re.IGNORECASE)
OTHER = "ROLE1-40000-0008N-NNNNN-NNNNN-N2GRZ-C"  # not intact, and somebody else's
WRONG = f"{SHORT[:-1]}D"  # the last character of the check
NEVER_USED = SHORT.replace("N2", "U2")


# What is said of one code that cannot be read: test_codes has it word for word.


def problem_of(code):
    return refusal(CodeError, Response.from_code, code)


def missing(count):
    return problem_of(SHORT.replace("-", "")[:-count])


NOT_A_CODE, VERSION = problem_of("hello"), problem_of("ROLE2-")
TYPO = problem_of(WRONG)
NEVER_WRITTEN = problem_of(spell([0, *[0] * 8, *[21] * 11, 31]))


def only(text):
    """The one response in a text that holds nothing damaged."""
    found = read_codes(text)
    assert found.damaged == ()
    [response] = found.responses
    return response


# Laws


def no_start(text):
    """Whether a text, its spaces and marks taken away, has no code's beginning in it."""
    return not START.search("".join(c for c in text if c not in DASHES + INVISIBLE + SPACES + ">"))


junk = (st.text(max_size=40) | st.text("ROLE01-OIL \n>,:abcXYZ", max_size=40)).filter(no_start)
spellings = st.sampled_from(
    [
        str,
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", "-\n> > "),
        lambda code: "\u00ad".join(code),
        lambda code: "\n".join(textwrap.wrap(code, 7)),
    ]
)


@examples(300)
@given(st.lists(st.tuples(responses, spellings, junk)), junk)
@example([(Response(Answers(), id=7), str, "RO")], "LE1-")
def test_any_responses_are_found_again_in_any_junk(written, start):
    records, text = {}, start
    for response, spell_as, after in written:
        text += spell_as(response.to_code()) + after
        records[response.id, response.round] = response
    # Whatever the junk is, it adds no response and takes none away.
    assert list(read_codes(text).responses) == list(records.values())


@given(st.lists(responses, max_size=8, unique_by=lambda one: one.id), st.randoms())
def test_nothing_is_dropped_every_start_is_counted_once(given_in, chance):
    """Codes with up to three letters spoilt, one a line."""
    lines = []
    for response in given_in:
        code = list(response.to_code())
        for _ in range(chance.randint(0, 3)):
            code[chance.randrange(6, len(code))] = chance.choice(ALPHABET + "U-")
        lines.append("".join(code))
    found = read_codes(" ,\n".join(lines))
    read = len(found.responses) + found.duplicates + found.conflicts
    assert read + len(found.damaged) == len(lines)


@examples(300)
@given(st.text() | st.text("ROLE1-40OIL\n >aU", max_size=200) | st.text(ALPHABET + "-\n "))
@example("ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C" * 3)
def test_any_text_is_read_and_every_problem_is_said(text):
    for damaged in read_codes(f"ROLE1-{text}").damaged:
        assert re.fullmatch("[0-9A-Za-z-]+", damaged.text)
        assert damaged.problem.endswith(".")


AROUND = [" Ärger", ", SMITH", "\nSMITH", " SMITH JONES", "\n12345", "_jones", "—Maria", "é"]


@given(responses, st.data())
def test_a_damaged_code_is_shown_without_what_stood_around_it(response, data):
    code = response.to_code()
    place = data.draw(st.integers(6, len(code) - 1))
    cut = code[:place] + data.draw(st.sampled_from(["", "U", "*", "-"]))
    around = data.draw(st.sampled_from(AROUND))
    before = data.draw(st.sampled_from(["Jürgen:", "<b>", '"Smith","', "12:03 ", "a"]))
    found = read_codes(f"{before}{cut}{around}, nothing else")
    for damaged in found.damaged:
        assert damaged.text in code or damaged.text.rstrip("U") in code
    assert len(found.damaged) + len(found.responses) == 1


# Where codes come from


def test_a_chat_is_read():
    chat = f"""\
[10:31] Anna Smith: here we go {SHORT}
[10:31] Bo (he/him): role 1, or what? My role is unclear :-)
[10:32] Bo (he/him): `{FULL.lower()}`
[10:33] Anna Smith: **{SHORT.replace("-", "–")}**
"""
    found = read_codes(chat)
    assert codes(found.responses) == [SHORT, FULL]
    assert (found.duplicates, found.conflicts, found.damaged) == (1, 0, ())


def test_a_quoted_mail_with_broken_lines_and_a_form_in_csv_are_read():
    mail = (
        f"Hello,\r\n> On Monday Anna wrote:\r\n>> {FULL[:23]}\r\n>> {FULL[23:40]}\r\n"
        f">> {FULL[40:]}\r\n>\r\nYours\u00a0truly"
    )
    assert only(mail).to_code() == FULL
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["time", "name", "code", "remark"])
    table.writerow(["2026-11-03 10:00", 'Smith, "Jo"', SHORT, "=1+1"])
    table.writerow(["2026-11-03 10:01", "Bo", f" {FULL.lower()} ", ""])
    assert codes(read_codes(out.getvalue()).responses) == [SHORT, FULL]


@pytest.mark.parametrize(
    "text",
    [
        f"x{SHORT}x",
        f"({SHORT})",
        f'{{"code":"{SHORT}"}}',
        f"https://example.org/?code={SHORT}&n=1",
        f"{SHORT}.",
        f"{SHORT}Thanks",
        SHORT.replace("-", "\u00ad-"),
        SHORT.replace("-", "\u00a0"),
        SHORT.replace("-", "\u3000"),
        SHORT.replace("0", "o").replace("1", "l"),
        SHORT.replace("ROLE1", "RoIEl"),
        f"\u202e{SHORT}\u202c",
        "\u200f".join(SHORT),
        f"RO\nLE1{SHORT[5:]}",
        f"role 1 - {SHORT[6:]}",
        "ROLEROLE ROLE1".replace(" ROLE1", SHORT),
        f"ROLE1ROLE{SHORT[4:]}"[5:],
    ],
)
def test_a_code_is_found_whatever_stands_around_it(text):
    assert only(text).to_code() == SHORT


@pytest.mark.parametrize(
    "text",
    [
        *("", "My role is clear, role 1 of 2.", "role-based, roleless, Rolex 2", "parole"),
        *("role l ist", "role1 or role2", "Is it Role1?", "role1/role2, role1_name = 'x'"),
        *(
            "role7 anna",
            "role10 or role12",
            "a role1-based view",
            "It looks like ROLE1-XXXXX-XXXXX",
            *("ROLE1-XXXXX-XXXXX-XXXXX-XXXXX", "It starts with ROLE1-…", "Role1-3 are open"),
            *("ROLE1: analyst\nROLE2: engineer", "A code starts with ROLE1-.", "role1_id = 12345"),
        ),
    ],
)
def test_what_is_no_code_is_no_damaged_code(text):
    assert read_codes(text) == CodesRead((), 0, 0, ())


@pytest.mark.parametrize(
    "cut",
    [
        *('Replying to "{:.20}..."\n', "> {:.18}…\n\n", "{:.14}[…] "),
        *("<https://x.org/#{:.19}...|link> ", "{:.15}\u2026"),
    ],
)
def test_a_copy_of_a_code_that_counted_is_no_damage_where_it_was_cut_off(cut):
    assert only(cut.format(SHORT) + SHORT).to_code() == SHORT
    assert only(f"{SHORT} {cut.format(SHORT)}").to_code() == SHORT
    assert len(read_codes(cut.format(SHORT) + FULL).damaged) == 1


def test_a_copy_that_lost_its_beginning_is_no_damage_either():
    assert only(f"ROL {SHORT[6:]}, sorry: {SHORT}").to_code() == SHORT


# Twice


def test_the_later_of_two_counts_and_both_kinds_of_twice_are_counted():
    first, other = Response(Answers(), 7), Response(Answers(), 8)
    changed, second_round = replace(first, guess=5), replace(first, round=2)
    many = [first, other, first, changed, changed, second_round, first]
    found = read_codes(" ".join(codes(many)))
    # first again: 1 duplicate; changed for first: 1 conflict; changed again: 2 duplicates;
    # first for changed: 2 conflicts
    assert found.responses == (first, other, second_round)
    assert (found.duplicates, found.conflicts) == (2, 2)
    assert str(found) == "3 counted, 2 duplicates, 2 conflicts"


# Damage


def test_a_damaged_code_is_located_and_what_was_found_is_said_in_one_line():
    found = read_codes(f"Anna\r\n{SHORT}\n\n  Bo: {WRONG}, and\nROLE1-4")
    assert [(d.line, d.column, d.text) for d in found.damaged] == [(4, 7, WRONG), (5, 1, "ROLE1-4")]
    assert found.damaged[0].where == "line 4, column 7"
    assert str(read_codes("")) == "0 counted"
    found = read_codes(f"{SHORT} {SHORT} ROLE1-4 ROLE1-5")
    assert str(found) == "1 counted, 1 duplicate, 2 damaged"


@pytest.mark.parametrize(
    ("text", "shown", "problem"),
    [
        (WRONG, WRONG, TYPO),
        (SHORT[:-1], SHORT[:-2], missing(1)),
        (f"{SHORT[:-1]} Anna", SHORT[:-2], missing(1)),
        (f"{SHORT[:-1]}\nSMITH", SHORT[:-2], missing(1)),
        (f"{SHORT[:-1]}Anna", SHORT[:-2], missing(1)),
        (f"{SHORT[:-1]}Ärger", SHORT[:-2], missing(1)),
        (f"{WRONG}Thanks", SHORT[:-2], missing(1)),
        (f"{SHORT[:24]}Smith", SHORT[:23], missing(11)),
        (f"{SHORT[:24]}—Smith", SHORT[:23], missing(11)),
        (f"{SHORT[:24]}\nSMITH", SHORT[:23], missing(11)),
        (SHORT.replace("GR", "GXR"), SHORT.replace("GR", "GXR"), None),
        (NEVER_USED, NEVER_USED, problem_of(NEVER_USED)),
        (WRONG.replace("-", "-\n> "), "ROLE1", TYPO),
        (WRONG.replace("-", " "), "ROLE1", TYPO),
        (WRONG.lower().replace("-", "\n"), "role1", TYPO),
        (WRONG.replace("N-N", "N-\r\n> N", 1), SHORT[:17], TYPO),
        (f"{FULL[:54]}\nSM", FULL[:53], TYPO),
        (f"{SHORT[:-2]} A friend", SHORT[:-2], missing(1)),
        (f"{SHORT[:24]}- 10:32", SHORT[:23], missing(11)),
        ("ROLE1", "ROLE1", missing(24)),
        ("Role1-, ", "Role1", missing(24)),
        ("ROLE2-40000-0007N", "ROLE2-40000-0007N", VERSION),
        ("Role7", "Role7", VERSION),
        (" ".join(WRONG), "ROLE1", TYPO),
        (WRONG.replace("-", "&#45;"), WRONG, TYPO),
        (f'{{"a":"{WRONG[:18]}\\n{WRONG[18:]}\\nSMITH"}}', SHORT[:17], TYPO),
        (f"<b>{WRONG[:24]}</b>SMITH", SHORT[:23], missing(11)),
        (WRONG.translate(WIDE), WRONG, TYPO),
        (SHORT.replace("ROLE", "ROL"), SHORT[6:-2], NOT_A_CODE),
        (f"{SHORT[6:]} Smith", SHORT[6:-2], NOT_A_CODE),
        (SHORT.replace("ROLE", "ROLE\n").replace("C", "D"), SHORT[6:-2], NOT_A_CODE),
        (spell([16, *[0] * 8, *[21] * 12]), None, None),
        (spell([0, *[0] * 8, *[21] * 11, 22]), None, NEVER_WRITTEN),
    ],
)
def test_a_damaged_code_is_shown_with_what_is_wrong(text, shown, problem):
    [damaged] = read_codes(text).damaged
    assert shown is None or damaged.text == shown
    assert problem is None or damaged.problem == problem


def test_a_code_that_ends_early_or_runs_on_is_shown_and_does_not_hide_the_next_one():
    text = SHORT.replace("7N-", "77N-")
    found = read_codes(f"{text}, Anna")
    assert found.responses == ()
    [damaged] = found.damaged
    assert damaged.text == text
    assert "one character too many" in damaged.problem
    found = read_codes(f"{OTHER[:20]} {SHORT} {OTHER[:20]}\n{FULL}{OTHER[:9]}")
    assert codes(found.responses) == [SHORT, FULL]
    assert [d.text for d in found.damaged] == [OTHER[:20], OTHER[:20], OTHER[:9]]


def test_no_markup_control_character_formula_or_phone_number_is_shown():
    """Markup, control characters, right-to-left marks and formulas are not a code's own."""
    text = (
        f"\x1b[31m=cmd|'/c calc'!A1 {SHORT[:18]}<script>\u202e\x07@SUM(1) {SHORT[:12]}\u202e-\x00"
    )
    assert [d.text for d in read_codes(text).damaged] == [SHORT[:17], SHORT[:11]]
    assert read_codes("12345-12345-12345-12345 ABCDE-FGHJK-MNPQR-STVWX a-b 1-2-3-4-5").damaged == ()


@pytest.mark.parametrize(("thing", "kind"), [(None, "NoneType"), (b"ROLE1", "bytes"), ([], "list")])
def test_what_is_no_text_is_refused(thing, kind):
    assert (
        refusal(CodeError, read_codes, thing) == f"Codes must be read from a text (got a {kind})."
    )


# Speed


@pytest.mark.parametrize("was", [True, False])
def test_reading_leaves_the_search_for_garbage_as_it_was(was):
    enabled = gc.isenabled()
    (gc.enable if was else gc.disable)()
    try:
        only(SHORT)
        refusal(CodeError, read_codes, None)
        assert gc.isenabled() is was
    finally:
        (gc.enable if enabled else gc.disable)()


MILLION = 1_000_000
near = "ROLE10000ROLE1" + "0" * 12 + "AB"
CROWD = "codes of 28,000 people"  # made where it is read: they take a second
HOSTILE = [
    *("ROLE1-", "ROLE1", "ROLE10", "ROLE10000", "ROLE2-4000 ", "ROLE", "R", "R "),  # beginnings
    *("-", " ", "\n", ">\n", "0", "\u200b", "é\u202e"),  # what stands between codes
    *("ROLE1" + " " * 50, "ROLE1" + "-\n" * 50, "R\u200bO\u200bL\u200bE\u200b1"),  # both
    *("AAAA1-", "AAAA1-BBBBB-CCCCC ", "AAAA1-BBBBB-CCCCC-DDDDD "),  # lost beginnings
    *(WRONG, f"{WRONG[:-1]} ", f"{WRONG} ".replace("-", " "), near),  # damaged
    *(f"{SHORT} ", CROWD),  # intact
    # Escapes, and both.
    *("&#45;", "=2D", "=\n", "%25", "\\u002d", "\\\\", "&amp;", "&a", "<a"),
    *("[a=", "\x1b]", "ï¼", "ROLE1-&", "<b>ROLE1</b>", "R O L E 1 4 ", f"{SHORT[:17]} "),
]


# Of each kind the one that has most to be read.
USUAL = ["ROLE1-", "\n", "AAAA1-BBBBB-CCCCC ", near, CROWD, "&#45;"]


@pytest.mark.parametrize(
    "piece",
    [*USUAL, *long(*(piece for piece in HOSTILE if piece not in USUAL))],
    ids=lambda piece: repr(piece[:24]),
)
def test_a_million_characters_come_to_an_end(piece):
    """As `in_a_child` explains, they would not if the work grew faster than the text."""
    if piece == CROWD:
        piece = "\n".join(codes(some_responses(28_000)))
    text = (piece * (MILLION // len(piece) + 1))[:MILLION]
    assert in_a_child(read_codes, text) == 0
