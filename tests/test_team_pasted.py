"""A team is read from what people paste, and what cannot be read is handed back."""

import csv
import io

import pytest
from dressing import PLAIN, WRAPPED
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from people import SHORT, some_responses
from strategies import responses

from rolekit import Answers, Response, TeamError
from rolekit.team import Team, compose, to_csv
from rolekit.team.pasted import LONGEST, MOST, read_people

CODE = SHORT
ADA, BEN, CLEO = (one.to_code() for one in some_responses(3))
NO_CODE = "There is no code in this line. A code starts with ROLE1-."
NO_NAME = "There is no name before the code. Any name will do, such as A."


def names(read):
    return [person.name for person in read.people]


LINES = [
    f"Ada {CODE}",
    f"Ada: {CODE}",
    f"Ada, {CODE}",
    f"Ada;{CODE}",
    f"Ada,{CODE}",
    f"  Ada | {CODE}  ",
    f"Ada - {CODE.lower()}",
    f"Ada\t{CODE.replace('-', ' ')}",
    f"Ada: {CODE},",
    f'"Ada","{CODE}"',
    f"'Ada';'{CODE}'",
    f"{CODE}, Ada",
    f"Ada\n{CODE}",
    f"Ada:\n\n{CODE}",
    f"{CODE}\nAda",
    f"- Ada: {CODE}",
    f"1. Ada: {CODE}",
    f"* **Ada**: `{CODE}`",
    f"- [x] @Ada {CODE}",
    f"Ada (she/her): {CODE}",
    f"Ada's code: {CODE}",
    f"Ada: here is my code: {CODE} thanks!",
    f"Ada <ada@example.org>: {CODE}",
    f"Ada: {CODE[:18]}\n> {CODE[18:]}",
    f"| Name | Code |\n|------|:-----|\n| Ada | {CODE} |",
    f"+-----+---+\n| Ada | {CODE} |\n+=====+===+",
    f"Name,Code\nAda,{CODE}",
    f"Timestamp\tYour name\tCode\n03/11/2026 10:32:05\tAda\t{CODE}",
    f'"2026/11/03 10:32:05 AM GMT+1";"Ada";"{CODE}"',
    f"<tr>\n<td>Ada</td>\n<td>{CODE}</td>\n</tr>",
    f'[{{"name": "Ada", "code": "{CODE}"}}]',
    f'[\n  {{\n    "name": "Ada",\n    "code": "{CODE}"\n  }}\n]',
    f"- name: Ada\n  code: {CODE}",
    f"[03/11/2026, 10:32:05] Ada: {CODE}",
    f"\u200e[03.11.26, 10:32:05] \u202aAda\u202c: {CODE}",
    f"03/11/2026, 10:32 - Ada: {CODE}",
    f"[10:32] Ada: here we go {CODE}",
    f"10:32:05 From Ada to Everyone:\n\t{CODE}",
    f"10:32:05\t From  Ada to Host(direct message) : {CODE}",
    f"Ada  10:32 AM\n{CODE} (edited)",
    f"Ada  10:32 AM\nHello, my code: {CODE}",
    f"Ada — Today at 10:32 AM\n{CODE}",
    f"Ada, [3 Nov 2026 at 10:32:05]:\n{CODE}",
    f"2026-11-03T10:32:05Z Ada {CODE}",
    f"Ada\n10:32\n{CODE}",
    f"Ada\nGestern 10:32\n{CODE}",
    f"Ada – Hier à 10:32\n{CODE}",
    f"From: Ada <ada@example.org>\nDate: Tue, 3 Nov 2026 10:32\nSubject: my code\n\n{CODE}",
    f"Von: Ada\nGesendet: Dienstag, 3. November 2026 10:32\nAn: Sam\nBetreff: Code\n\n{CODE}",
    f"On Tue, 3 Nov 2026 at 10:32, Ada <ada@example.org> wrote:\n> {CODE}",
    f"Le 3 novembre 2026 à 10:32, Ada a écrit :\n> {CODE}",
    f"El 3 de noviembre de 2026, Ada escribió:\n> {CODE}",
    f"Am 03.11.2026 um 10:32 schrieb Ada:\n> {CODE}",
    f"Op 3 november 2026 om 10:32 schreef Ada:\n> {CODE}",
    f"{CODE} (Ada)",
    f"[('Ada', '{CODE}')]",
    f"Ada = {CODE}",
    f"Ada => {CODE}",
    f"Ada → {CODE}",
    f"Ada：{CODE}。",
    f"「Ada」{CODE}",
    f"Ada & \\texttt{{{CODE}}} \\\\",
    f'Replying to "{CODE[:20]}..."\nAda: {CODE}',
]


@pytest.mark.parametrize("text", LINES)
def test_a_person_is_read_from_lists_tables_and_chats(text):
    read = read_people(text, Team())
    assert (names(read), read.problems) == (["Ada"], ())


@pytest.mark.parametrize("text", LINES[:-1])
def test_so_are_two_of_them(text):
    both = "\n".join(
        text.replace("Ada", name).replace(CODE, code).replace("ada", name.lower())
        for name, code in (("Ada", ADA), ("Ben", BEN))
        if CODE in text
    )
    if both:
        read = read_people(both, Team())
        assert (names(read), read.problems) == (["Ada", "Ben"], ())


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Vorname;Code;Datum", "{0};{1};03.11.2026"),
        ("Nom\tCode\tVille", "{0}\t{1}\tLyon"),
        ("ID,Start time,Email,Name,Your code", "1,11/3/26 10:32,anonymous,{0},{1}"),
    ],
)
def test_the_headings_of_a_table_are_nobody(heading, row):
    rows = [heading, *(row.format(*each) for each in (("Ada", ADA), ("Ben", BEN)))]
    read = read_people("\n".join(rows), Team())
    assert (names(read), read.problems) == (["Ada", "Ben"], ())


@pytest.mark.parametrize("dress", PLAIN + WRAPPED[:9])
def test_a_code_is_read_in_any_dress(dress):
    read = read_people(f"Ada: {dress(CODE)}", Team())
    assert [one.id for one in read.people] == [7]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Ada: {ADA}, Ben: {BEN}", ["Ada", "Ben"]),
        (f"{ADA}, Ada; {BEN}, Ben", ["Ada", "Ben"]),
        (f"{ADA}\nAda\n{BEN}\nBen\n{CLEO}\nCleo", ["Ada", "Ben", "Cleo"]),
        (f"Lovelace, Ada: {ADA}", ["Lovelace, Ada"]),
        (f"Ada, Berlin, {ADA}", ["Ada"]),
        (f"Jean-Luc O'Brien - {ADA}", ["Jean-Luc O'Brien"]),
        (f"👩\u200d💻: {ADA}", ["👩\u200d💻"]),
        (f"April: {ADA}\nMay {BEN}", ["April", "May"]),
        (f"7: {ADA}", ["7"]),
        (f"Cléo: {ADA}\nCle\u0301o: {ADA}", ["Cléo"]),
    ],
)
def test_a_name_is_what_it_is(text, found):
    read = read_people(text, Team())
    assert (names(read), read.problems) == (found, ())


@pytest.mark.parametrize(("line", "reason"), [("Ada, later", NO_CODE), (CLEO, NO_NAME)])
def test_a_line_that_cannot_be_read_is_handed_back_and_the_others_count(line, reason):
    read = read_people(f"Ada {ADA}\n\n{line}\nBen {BEN}", Team())
    assert names(read) == ["Ada", "Ben"]
    assert read.problems == ((line, reason),)


def test_a_name_that_is_taken_and_a_damaged_code_are_handed_back():
    line = f"Ada {CODE[:-1]}"
    [(found, reason)] = read_people(line, Team()).problems
    assert found == line
    assert "one character missing" in reason
    read = read_people(f"Ada {CODE}", compose({"Ada": {"statistics": 80}}))
    assert not read.people
    assert "Ada" in read.problems[0][1]


def test_one_code_under_two_names_or_before_and_after_is_one_person():
    line = f"Ben: {CODE.lower()}"
    read = read_people(f"Ada: {CODE}\n{line}\nAda: {CODE}", Team())
    assert names(read) == ["Ada"]
    assert read.problems == (
        (
            line,
            "The code of 'Ben' is the same as that of 'Ada'. Each person has a code of their own: "
            "ask for it, or leave one of the two names out.",
        ),
    )
    after = Response(Answers(), id=7, round=2).to_code()
    read = read_people(f"Ben: {after}", compose({"Ada": CODE}))
    assert not read.people
    assert "the same as that of 'Ada'" in read.problems[0][1]


def test_a_team_has_an_end():
    codes = [one.to_code() for one in some_responses(MOST + 3)]
    read = read_people("\n".join(f"P{i} {code}" for i, code in enumerate(codes)), Team())
    assert len(read.people) == MOST
    assert [reason for _, reason in read.problems] == [
        "A team can have at most 60 people here. Paste fewer."
    ] * 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "x" * (LONGEST + 1),
            "This text has 100,001 characters, far more than a team has. Paste only names and "
            "codes.",
        ),
        (None, "A team must be read from a text (got a NoneType)."),
    ],
)
def test_what_is_no_team_is_refused_at_once(text, said):
    assert refusal(TeamError, read_people, text, Team()) == said


def saved_again(text, separator=",", number=str):
    """A table as a spreadsheet saves it after it was opened there."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=separator)
    for row in csv.reader(io.StringIO(text)):
        rows.writerow([number(cell) if cell.isdigit() else cell for cell in row])
    return out.getvalue()


SAVED = {
    "as it was": str,
    "with semicolons": lambda text: saved_again(text, ";", "{},0".format),
    "with tabs": lambda text: saved_again(text, "\t", "{}.0".format),
    "with per cent": lambda text: saved_again(text, ";", "{} %".format),
    "told what parts the columns": lambda text: f"sep=;\r\n{saved_again(text, ';')}",
    "with a mark": lambda text: f"\ufeff{text}",
    "with old line ends": lambda text: text.replace("\r\n", "\r"),
    "with empty cells": lambda text: text.replace("\r\n", ",,\r\n"),
    "with empty rows": lambda text: f"{text},,,,,,,,,,,,\r\n\r\n;;\r\n"[: -len(";;\r\n")],
    "with capitals": lambda text: text.replace("name,exploration", "Name, Exploration "),
    "turned round": lambda text: "".join(
        ",".join(f'"{cell}"' for cell in row[::-1]) + "\n" for row in csv.reader(io.StringIO(text))
    ),
}


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
def test_a_kept_file_opens_as_a_spreadsheet_left_it(save):
    team = compose({"Ada": CODE, "Ben, 2": {"statistics": 70}, "Ada;=1+1": {"pipelines": 0}})
    read = read_people(save(to_csv(team)), Team())
    assert not read.problems
    assert Team(read.people) == Team(from_facets(team))


def from_facets(team):
    """The people as a kept table has them: a value for each kind of work."""
    return compose({one.name: one.answers.by_facet for one in team.people}).people


@pytest.mark.parametrize("separator", ",;\t|")
def test_no_spreadsheet_runs_a_name(separator):
    text = to_csv(compose({name: {} for name in ("Ada;=1+1", "Ben|@SUM(1)", "C;  -1", 'D;"+1')}))
    for row in csv.reader(io.StringIO(text), delimiter=separator):
        assert not any(
            cell.lstrip(" \"'").startswith(tuple("=+-@")) for cell in row if "'" not in cell
        )


@given(st.dictionaries(st.sampled_from(["Ada", "Ben", "Cléo", "D, E"]), responses, max_size=4))
def test_a_kept_file_gives_the_same_team(given_by):
    team = compose({name: response.answers for name, response in given_by.items()})
    read = read_people(to_csv(team), Team())
    assert not read.problems
    assert to_csv(Team(read.people)) == to_csv(team)


@given(st.text(max_size=300))
def test_any_other_text_is_handed_back_line_by_line(text):
    read = read_people(text, Team())
    if not text.lstrip("\ufeff \n").startswith("name,"):
        lines = [line for line in text.splitlines() if line.strip()]
        assert len(read.people) + len(read.problems) == len(lines)
