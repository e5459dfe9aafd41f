"""What an advert takes back does not count, and "not only" takes nothing back."""

import pytest

from rolekit.adverts.parts import parts_of


def counting(sentence):
    return set(parts_of(sentence).first)


@pytest.mark.parametrize(
    "sentence",
    [
        "You write SQL, no Tableau needed.",
        "SQL. No Tableau, please.",
        "SQL. A PhD is not needed.",
        "SQL; Tableau isn't required.",
        "You write SQL without needing Tableau.",
        "You don't need Tableau, but you write SQL.",
        "You do not need Tableau or Kafka; SQL is enough.",
        "SQL is essential, Tableau is not required.",
        "We use SQL instead of Tableau.",
        "We don't use Tableau, we use SQL.",
        "You won't build Tableau dashboards. SQL it is.",
        "SQL rather than Tableau.",
        "You will not need Kafka, Tableau or a PhD, only SQL.",
        "Tableau, Kafka and a PhD are not part of this role. SQL is.",
        "This is not a Tableau job. SQL.",
        "SQL. There's no need for Tableau.",
        "SQL. Tableau experience is unnecessary.",
        "Neither Tableau nor Kafka: SQL.",
        "SQL, Tableau (not required)",
        "SQL (daily), Tableau – not needed.",
        "SQL. Tableau experience: none required.",
    ],
)
def test_what_is_taken_back_does_not_count(sentence):
    assert counting(sentence) & {"sql", "tableau", "kafka", "phd", "dashboards"} == {"sql"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Not only SQL but also Tableau.",
        "You use not just SQL, but Tableau.",
        "Tools include, but are not limited to, SQL and Tableau.",
        "No two days are the same: SQL, Tableau.",
        "SQL. Tableau is preferred but not required.",
        "SQL; Tableau desirable but not essential.",
        "No later than May you use SQL and Tableau.",
        "You don't need to be told: SQL; Tableau.",
        "No Kafka, but SQL and Tableau.",
        "SQL and Tableau, never boring.",
    ],
)
def test_what_only_looks_taken_back_counts(sentence):
    assert counting(sentence) >= {"sql", "tableau"}


@pytest.mark.parametrize(
    "sentence", ["NoSQL and SQL", "SQL and No-SQL databases", "SQL or NoSQL databases"]
)
def test_nosql_is_a_tool_and_no_negation(sentence):
    assert "nosql" in counting(sentence)
