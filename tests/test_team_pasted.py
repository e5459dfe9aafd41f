"""A team is read from what people paste, and what cannot be read is handed back."""

import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from strategies import responses

from rolekit import TeamError
from rolekit.team import Team, compose, to_csv
from rolekit.team.pasted import LONGEST, MOST, read_people

CODE = "ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C"


def names(read):
    return [person.name for person in read.people]


@pytest.mark.parametrize(
    "line",
    [
        f"Ada {CODE}",
        f"Ada: {CODE}",
        f"Ada, {CODE}",
        f"Ada;{CODE}",
        f"Ada,{CODE}",
        f"  Ada | {CODE}  ",
        f"Ada - {CODE.lower()}",
        f"Ada\t{CODE.replace('-', ' ')}",
    ],
)
def test_a_line_is_read_whatever_stands_between_name_and_code(line):
    read = read_people(line, Team())
    assert (names(read), read.problems) == (["Ada"], ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Ada, later", "There is no code in this line. A code starts with ROLE1-."),
        (CODE, "There is no name before the code. Any name will do, such as A."),
    ],
)
def test_a_line_that_cannot_be_read_is_handed_back_and_the_others_count(line, reason):
    read = read_people(f"Ada {CODE}\n\n{line}\nBen {CODE}", Team())
    assert names(read) == ["Ada", "Ben"]
    assert read.problems == ((line, reason),)


def test_a_damaged_code_is_handed_back_with_what_is_wrong():
    line = f"Ada {CODE[:-1]}"
    [(found, reason)] = read_people(line, Team()).problems
    assert found == line
    assert "one character missing" in reason


def test_a_name_that_is_taken_is_handed_back():
    read = read_people(f"Ada {CODE}", compose({"Ada": {"statistics": 80}}))
    assert not read.people
    assert "Ada" in read.problems[0][1]


def test_a_team_has_an_end():
    text = "\n".join(f"P{i} {CODE}" for i in range(MOST + 3))
    read = read_people(text, Team())
    assert len(read.people) == MOST
    assert [reason for _, reason in read.problems] == ["A team has 60 people at the most here."] * 3


def test_a_text_far_too_long_is_refused_at_once():
    said = refusal(TeamError, read_people, "x" * (LONGEST + 1), Team())
    assert said == "This text has 100,001 characters, far more than a team has."


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
