"""What the pictures of notebook 06 show, in words."""

import re

from hands import rows_of
from hypothesis import given
from paths import ENGINEER, INTEGRATION, PLAN, RATINGS, SCIENTIST, TELLING, any_ratings, targets

from rolekit import Answers
from rolekit.measure.example import EXAMPLE
from rolekit.path import words
from rolekit.path.framework import load_targets, target
from rolekit.path.gaps import GROUPS, Gap, gaps
from rolekit.path.transition import describe_counts, neighbours, transition


class TestGaps:
    def test_the_example_by_hand(self):
        assert words.describe_gaps(gaps(ENGINEER, RATINGS, EXAMPLE.answers)) == (
            "Do first: Systems integration; Programming and build (software engineering); Data "
            "ethics and privacy. Later: Applied maths, statistics and scientific practices. "
            "Probably not you: Communicating between the technical and non-technical. "
            "You're there: Data science innovation."
        )

    @given(targets, any_ratings)
    def test_every_rated_skill_is_named_in_its_group(self, aim, ratings):
        found = gaps(aim, ratings, EXAMPLE.answers)
        text = words.describe_gaps(found)
        for gap in found:
            if gap.group != "unrated":
                told = text.partition(f"{GROUPS[gap.group]}: ")[2].partition(".")[0]
                assert gap.skill in told

    def test_what_is_not_rated_is_counted(self):
        text = words.describe_gaps(gaps(ENGINEER, {INTEGRATION: 3}, EXAMPLE.answers))
        assert text == "You're there: Systems integration. Not rated yet: 5 skills."

    def unwanted(self, count, wanted):
        rest = [Gap(str(i), 3, 1, want=80, average=50) for i in range(wanted)]
        return words.describe_gaps(
            [Gap(f"u{i}", 3, 1, want=0, average=50) for i in range(count)] + rest
        )

    def test_where_much_of_a_target_is_unwanted_another_may_suit_better(self):
        kind = "Of 4 gaps, 2 are in work that you want clearly less than other work."
        assert kind in self.unwanted(2, 2)
        for count, wanted in ((1, 0), (1, 1), (2, 3)):
            assert "gaps," not in self.unwanted(count, wanted)

    def test_where_nothing_is_missing_it_says_so(self):
        done = words.describe_gaps(gaps(ENGINEER, dict.fromkeys(ENGINEER.needs, 4), Answers()))
        assert done.endswith("Nothing is missing: by your own rating, you can do this today.")


class TestMoves:
    def test_to_ml_engineer_by_hand(self):
        assert words.describe_move(transition(SCIENTIST, ENGINEER)) == (
            "From Data scientist to Senior machine learning engineer: 3 carry over, 3 new (1 "
            "similar). Carries over (3): Applied maths, statistics and scientific practices; Data "
            "ethics and privacy; Data science innovation. New (3): Communicating between the "
            "technical and non-technical; Programming and build (software engineering) (similar "
            "to Programming and build (data science)); Systems integration. Left behind (5): Data "
            "engineering; Delivering business impact; Developing data science capability; "
            "Programming and build (data science); Understanding product delivery."
        )

    def test_what_rises_says_from_where_to_where(self):
        lead = target("ml_engineer", "Lead machine learning engineer")
        assert f"{TELLING} (from practitioner to expert)" in words.describe_move(
            transition(ENGINEER, lead)
        )

    @given(targets, targets)
    def test_the_counts_are_those_of_the_move(self, one, other):
        way = transition(one, other)
        numbers = [int(n) for n in re.findall(r"(\d+) (?:carr|rise|new)", describe_counts(way))]
        assert sum(numbers) == len(other.needs)

    def test_nearby_names_every_way(self):
        text = words.describe_nearby(SCIENTIST)
        for way in neighbours(SCIENTIST):
            assert f"{way.end.grade}: {describe_counts(way)}" in text


class TestOthers:
    def test_the_plan_by_hand(self):
        assert words.describe_plan(PLAN) == (
            "7 weeks, 26 hours in total. Systems integration from 4 January 2027 to 31 January "
            "2027. Programming and build (software engineering) from 1 February 2027 to 21 "
            "February 2027."
        )

    def test_only_the_role_without_an_entry_has_a_note(self):
        noted = {one.role for one in load_targets() if words.describe_role(one.role)}
        assert noted == {"ml_engineer"}
        assert "starts this role at Senior machine learning engineer" in words.describe_role(
            "ml_engineer"
        )

    def test_pay_is_told_with_its_quartiles_its_country_and_what_was_counted(self):
        assert words.describe_pay("ml_engineer") == (
            "Pay in the United States, 2024: half of the entries are between 147,300 and 250,000 "
            "dollars a year, the middle one 194,000. That's 4,220 entries from a public index, "
            "mostly from adverts and at all levels of experience, so it isn't what any one grade "
            "pays, or another country."
        )

    def test_every_quartile_is_told(self):
        for row in rows_of("pay"):
            told = words.describe_pay(row["role"])
            for column in ("p25_usd", "median_usd", "p75_usd", "n"):
                assert f"{int(row[column]):,}" in told
            assert int(row["p25_usd"]) < int(row["median_usd"]) < int(row["p75_usd"])
            assert row["country"] == "US"
