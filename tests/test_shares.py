"""Shares by role, and the differences between two roles, are those of the tables."""

from itertools import pairwise

import pytest
from hands import refusal, rows_of
from hypothesis import given
from hypothesis import strategies as st

from rolekit import RolekitError
from rolekit.base.tables import load_table
from rolekit.titles.shares import (
    CATEGORIES,
    Share,
    adverts_only,
    difference,
    differences,
    said,
    signs,
    years,
)

ROLES = [row["id"] for row in load_table("roles")]
SIGNS = {sign.id: sign for sign in signs()}
PAIR = ("data_scientist", "ml_engineer")
CORE = [row["id"] for row in load_table("roles") if row["core"]]
ADVERTS_ONLY = ["ai_engineer", "mlops_engineer", "analytics_engineer"]
two_roles = st.lists(st.sampled_from(ROLES), min_size=2, max_size=2, unique=True).map(tuple)
categories = st.sampled_from(["", *CATEGORIES])


def counted(table, **wanted):
    """(count, n) of the row that is wanted, read without rolekit."""
    [row] = [row for row in rows_of(table) if wanted.items() <= row.items()]
    return int(row["count"]), int(row["n"])


class TestShare:
    def test_a_worked_example(self):
        # 789 of 2,277 is 0.34651; z = 1.959964, z^2/n = 0.001687: middle (0.34651 + 0.000844) /
        # 1.001687 = 0.346767, reach 1.959964 / 1.001687 * sqrt(0.34651 * 0.65349 / 2277 +
        # 0.001687 / 9108) = 0.019531
        share = SIGNS["act_infra"].shares["ml_engineer"]
        assert (share.count, share.n) == (789, 2277)
        assert share.of_100 == 35
        assert share.interval == pytest.approx((0.327236, 0.366298), abs=1e-6)

    @pytest.mark.parametrize("count", [0, 7, 10])
    def test_it_lies_in_its_interval(self, count):
        share = Share(count, 10)
        low, high = share.interval
        assert 0 <= low <= share.share <= high <= 1
        assert low < high


class TestSigns:
    def test_every_count_of_the_tables_is_there_once(self):
        left_out = {row["id"] for row in load_table("indicators") if row["tool"]}
        rows = sum(row["indicator"] not in left_out for row in load_table("role_evidence"))
        rows += len(load_table("tool_shares")) + len(load_table("background_shares"))
        rows += sum(row["year"] == 2026 for row in load_table("llm_adverts"))
        assert sum(len(sign.shares) for sign in signs()) == rows
        assert len(SIGNS) == len(signs())

    @pytest.mark.parametrize(
        ("sign", "table", "wanted"),
        [
            ("act_analyse", "role_evidence", {"indicator": "act_analyse"}),
            ("ad_cloud", "role_evidence", {"indicator": "ad_cloud"}),
            ("ad_llm", "llm_adverts", {"year": "2026"}),
            ("language: MATLAB", "tool_shares", {"category": "language", "tool": "MATLAB"}),
            ("editor: MATLAB", "tool_shares", {"category": "editor", "tool": "MATLAB"}),
            ("industry: Other", "background_shares", {"question": "industry", "answer": "Other"}),
        ],
    )
    def test_the_counts_are_those_of_the_tables(self, sign, table, wanted):
        for role, share in SIGNS[sign].shares.items():
            assert (share.count, share.n) == counted(table, role=role, **wanted)

    def test_seven_titles_were_asked_and_seven_have_adverts(self):
        for sign in signs():
            if sign.category == "advert":
                assert set(sign.shares) == {*CORE, *ADVERTS_ONLY}
            elif sign.id == "ad_llm":
                assert set(sign.shares) == {*CORE, "ai_engineer", "analytics_engineer"}
            elif sign.id != "education: No formal education past high school":
                assert set(sign.shares) == set(ROLES) - set(ADVERTS_ONLY)

    def test_adverts_and_people_are_kept_apart_in_categories_that_all_have_signs(self):
        for sign in signs():
            from_adverts = sign.category in ("advert", "language_models")
            assert sign.unit == ("adverts" if from_adverts else "people")
            assert sign.label.startswith(("Advert mentions ", "Advert names ")) == from_adverts
        assert list(dict.fromkeys(sign.category for sign in signs())) == list(CATEGORIES)

    def test_no_tool_is_shown_twice(self):
        """A tool that both tables count keeps the larger table's row."""
        tools = {row["tool"] for row in load_table("tool_shares")}
        for row in load_table("indicators"):
            assert (row["id"] in SIGNS) == (row["tool"] is None)
            assert row["tool"] is None or row["tool"] in tools

    @pytest.mark.parametrize("row", [r for r in load_table("indicators") if r["tool"]], ids=str)
    def test_an_indicator_that_is_said_to_be_a_tool_counts_that_tool(self, row):
        """Both years hold one of them, so what is left for the other year must be like it."""
        for role in SIGNS["act_analyse"].shares:
            both, n = counted("role_evidence", role=role, indicator=row["id"])
            one = counted("tool_shares", role=role, tool=row["tool"])
            rest = Share(both - one[0], n - one[1])
            assert rest.n > 0
            assert abs(rest.share - Share(*one).share) < 0.13

    def test_years_and_where_nobody_was_asked_are_told_in_words(self):
        assert {years(sign) for sign in signs()} == {
            "2021",
            "2020 and 2021",
            "2022 to 2026",
            "2026",
        }
        for role in ROLES:
            assert adverts_only(role) == (role in ADVERTS_ONLY)
            assert said(role).endswith(" (what employers ask for)") == (role in ADVERTS_ONLY)


class TestDifferences:
    def test_a_worked_example(self):
        # 1120/2277 - 4323/5717 = 0.491875 - 0.756166 = -0.264291. Wilson intervals: 0.471372 to
        # 0.512406, and 0.744866 to 0.767122. Ends: -0.264291 - sqrt(0.020503^2 + 0.010956^2) =
        # -0.287538, -0.264291 + sqrt(0.020531^2 + 0.011300^2) = -0.240855
        found = difference(SIGNS["act_analyse"], "ml_engineer", "data_scientist")
        assert found.gap == pytest.approx(-0.264291, abs=1e-6)
        assert (found.low, found.high) == pytest.approx((-0.287538, -0.240855), abs=1e-6)
        assert found.at_least == -found.high

    @given(two_roles, categories)
    def test_the_surest_difference_comes_first(self, two, category):
        found = differences(*two, category)
        for before, after in pairwise(found):
            assert before.at_least >= after.at_least
            if before.at_least == after.at_least:
                assert abs(before.gap) >= abs(after.gap)

    @given(two_roles, categories, st.sampled_from(["", "sql", "cloud", "years"]))
    def test_the_other_way_round_it_is_the_same_with_the_other_sign(self, two, category, search):
        there = differences(*two, category, search)
        back = differences(*reversed(two), category, search)
        assert [d.sign for d in there] == [d.sign for d in back]
        for one, other in zip(there, back, strict=True):
            assert (one.gap, one.low, one.high) == (-other.gap, -other.high, -other.low)
            assert (one.one, one.other) == (other.other, other.one)

    @given(two_roles)
    def test_every_interval_holds_its_difference_and_categories_part_the_whole(self, two):
        for found in differences(*two):
            assert found.low <= found.gap <= found.high
            takes_in_0 = found.low <= 0 <= found.high
            assert (found.at_least == 0) == takes_in_0
            assert found.at_least <= abs(found.gap)
        apart = [found for category in CATEGORIES for found in differences(*two, category)]
        assert sorted(d.sign.id for d in apart) == sorted(d.sign.id for d in differences(*two))

    @given(st.sampled_from(ROLES))
    def test_a_role_does_not_differ_from_itself(self, role):
        assert all(found.gap == found.at_least == 0 for found in differences(role, role))

    def test_few_adverts_do_not_outrank_many_people(self):
        """The gap between adverts is the wider, but what it is at the least is the smaller."""
        found = {d.sign.id: (place, d) for place, d in enumerate(differences(*PAIR))}
        (first, people), (second, adverts) = found["act_analyse"], found["ad_llm"]
        few = [d for d in differences("ai_engineer", "mlops_engineer") if d.sign.id != "ad_llm"]
        assert first < second
        assert people.one.n > adverts.one.n
        assert any(
            abs(before.gap) < abs(after.gap) and before.at_least > after.at_least
            for before, after in pairwise(few)
        )

    def test_a_title_is_compared_by_what_both_have_and_without_adverts_there_are_none(self):
        assert differences("statistician", "ml_engineer", "advert") == ()
        assert len(differences("data_analyst", "ml_engineer", "advert")) == 26
        found = differences("ai_engineer", "data_scientist")
        assert len(found) == 27
        assert {d.sign.unit for d in found} == {"adverts"}
        assert differences("ai_engineer", "statistician") == ()


class TestSearch:
    @pytest.mark.parametrize("search", ["sql", "SQL", " Sql  "])
    def test_case_and_spaces_do_not_matter(self, search):
        labels = {found.sign.label for found in differences(*PAIR, search=search)}
        assert {"SQL", "MySQL", "PostgreSQL", "SQLite"} <= labels
        assert all("sql" in label.casefold() for label in labels)

    def test_every_word_must_be_there_within_the_category_which_can_be_searched_for(self):
        labels = [found.sign.label for found in differences(*PAIR, search="sql microsoft")]
        assert sorted(labels) == ["Microsoft Azure SQL Database", "Microsoft SQL Server"]
        assert len(differences(*PAIR, search="cloud platforms")) == len(differences(*PAIR, "cloud"))
        assert [d.sign.label for d in differences(*PAIR, "language", "matlab")] == ["MATLAB"]
        assert len(differences(*PAIR, search="matlab")) == 2

    @pytest.mark.parametrize("search", ["llm", "LLM", "docker", "kubernetes", "RAG", "dbt"])
    def test_the_words_of_today_are_found_in_adverts(self, search):
        found = differences(*PAIR, search=search)
        assert "adverts" in {d.sign.unit for d in found}

    @pytest.mark.parametrize("search", ["cobol", "(", "<b>", "sql\\", "*"])
    def test_what_is_not_there_is_not_found(self, search):
        found = differences(*PAIR, search=search)
        assert all(search in d.sign.label for d in found)
        assert search == "(" or not found


class TestRefusals:
    def test_an_unknown_role_or_category_is_told_the_nearest(self):
        said = refusal(RolekitError, differences, "data_scientits", "ml_engineer")
        assert said == "There is no role 'data_scientits'. Did you mean 'data_scientist'?"
        said = refusal(RolekitError, differences, *PAIR, category="languages")
        assert said == "There is no category 'languages'. Did you mean 'language'?"
