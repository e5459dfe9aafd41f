"""What sources of record say about the two titles, and that the notebook says no more."""

import pytest
from hands import refusal, rows_of

from rolekit import RolekitError
from rolekit.titles.shares import differences
from rolekit.titles.sources import (
    INTERESTS,
    advert_overlap,
    language_models,
    occupations,
    projections,
    skills,
)

PAIR = ("data_scientist", "ml_engineer")


class TestOccupations:
    def test_onet_files_the_ml_engineer_under_three_with_the_interests_of_the_table(self):
        found = occupations("ml_engineer")
        assert [one.code for one in found] == ["15-1221.00", "15-1299.08", "15-2051.00"]
        assert found[-1].name == "Data Scientists"
        rows = {row["onet_soc_code"]: row for row in rows_of("onet_interests")}
        for one in occupations("ml_engineer"):
            assert one.interests == {i: float(rows[one.code][i]) for i in INTERESTS}
            assert len(one.interests) == 6
        assert occupations("statistician") == ()

    def test_what_the_notebook_says_of_their_interests_is_so(self):
        found = [one.interests for one in occupations("ml_engineer")]
        for one in found:
            assert sorted(one, key=one.get)[-2:] == ["conventional", "investigative"]
        reach = {i: max(o[i] for o in found) - min(o[i] for o in found) for i in INTERESTS}
        assert max(reach, key=reach.get) == "realistic"
        assert max(o["realistic"] for o in found) > 4 > 2.5 > min(o["realistic"] for o in found)


class TestSkills:
    def test_the_two_share_three_of_eleven(self):
        found = skills(*PAIR)
        assert tuple(map(len, (found.shared, found.only_one, found.only_other))) == (3, 5, 3)

    def test_they_are_those_of_the_table(self):
        rows = rows_of("uk_framework_levels")
        first, second = ({r["skill"] for r in rows if r["role"] == role} for role in PAIR)
        found = skills(*PAIR)
        assert set(found.shared) | set(found.only_one) == first
        assert set(found.shared) | set(found.only_other) == second
        assert set(found.only_one).isdisjoint(found.only_other)

    def test_the_other_way_round_only_the_sides_change(self):
        there, back = skills(*PAIR), skills(*reversed(PAIR))
        assert there.shared == back.shared
        assert (there.only_one, there.only_other) == (back.only_other, back.only_one)

    def test_what_the_notebook_says_of_the_framework_is_so(self):
        found = skills(*PAIR)
        assert len(found.shared) < len(found.only_one) + len(found.only_other)
        assert "Data engineering" in found.only_one
        rows = rows_of("uk_framework_levels")
        grades = {row["grade"] for row in rows if row["role"] == "ml_engineer"}
        assert grades
        assert all(grade.split()[0] in ("Senior", "Lead") for grade in grades)

    def test_a_role_that_the_framework_lacks_is_named(self):
        said = refusal(RolekitError, skills, "data_scientist", "ml_enginer")
        assert said == "The framework has no role 'ml_enginer'. Did you mean 'ml_engineer'?"


class TestAdverts:
    def test_a_worked_example(self):
        # The words with the widest gap are those of statistics: 2383/3336 - 338/1344 = 0.714329 -
        # 0.251488 = 0.462841, so that they alone sort (1 + 0.462841) / 2 = 0.731420 rightly.
        found = advert_overlap(*PAIR)
        assert found.best.sign.id == "ad_statistics"
        assert (found.sorted, found.words) == (pytest.approx(0.731420, abs=1e-6), 26)

    def test_the_overlap_is_the_part_of_both_shares_that_is_in_common_either_way_round(self):
        """A word is there or not: the smaller share of either, added up."""
        both = [(d.one.share, d.other.share) for d in differences(*PAIR, category="advert")]
        common = [min(a, b) + min(1 - a, 1 - b) for a, b in both]
        assert advert_overlap(*PAIR).mean == pytest.approx(sum(common) / len(common))
        there, back = advert_overlap(*PAIR), advert_overlap(*reversed(PAIR))
        assert (there.mean, there.sorted) == (back.mean, back.sorted)

    def test_titles_without_adverts_are_refused(self):
        assert refusal(RolekitError, advert_overlap, "data_scientist", "statistician") == (
            "Adverts were not counted for both of 'data_scientist' and 'statistician'. They were "
            "for data_analyst, data_scientist, ml_engineer, data_engineer, ai_engineer, "
            "mlops_engineer, analytics_engineer."
        )


class TestProjections:
    def test_they_are_those_of_the_table(self):
        rows = rows_of("demand")
        assert [one.occupation for one in projections()] == [row["occupation"] for row in rows]
        growth = [float(r["growth_percent"]) if r["growth_percent"] else None for r in rows]
        assert [one.growth for one in projections()] == growth

    def test_what_the_notebook_says_of_demand_is_so(self):
        found = {one.occupation: one for one in projections()}
        every = found.pop("All occupations")
        assert set(found) == {"Data Scientists", "Software Developers"}  # and no ML engineer
        assert found["Data Scientists"].growth > every.growth
        assert found["Data Scientists"].years == every.years == (2024, 2034)
        assert found["Software Developers"].growth is found["Software Developers"].years is None
        for one in found.values():
            assert (one.wage_date, one.second_hand) == ("May 2024", True)
        assert found["Software Developers"].wage > found["Data Scientists"].wage
        assert not every.second_hand


class TestLanguageModels:
    def test_they_are_those_of_the_table(self):
        for row in rows_of("llm_adverts"):
            share = language_models()[row["role"]][int(row["year"])]
            assert (share.count, share.n) == (int(row["count"]), int(row["n"]))
        assert sum(map(len, language_models().values())) == len(rows_of("llm_adverts"))

    def test_what_the_notebook_says_of_them_is_so(self):
        found = language_models()
        latest = {role: by_year[2026] for role, by_year in found.items()}
        assert max(latest, key=lambda role: latest[role].share) == "ai_engineer"
        assert min(latest, key=lambda role: latest[role].share) == "data_analyst"
        for by_year in found.values():
            if 2024 in by_year:
                assert by_year[2026].share > by_year[2024].share
