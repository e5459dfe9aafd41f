"""The framework's table, read whole, and our words beside it."""

import re
from collections import Counter
from itertools import groupby

import pytest
from hands import refusal
from paths import ENGINEER, SCIENTIST

from rolekit import PlanError
from rolekit.base.tables import load_table
from rolekit.path.framework import akin, load_levels, load_skills, load_targets, target

ROWS = load_table("uk_framework_levels")
PRACTICE = load_table("practice")
SENTENCES = [row[column] for row in PRACTICE for column in ("task", "result", "sign")]


class TestTargets:
    def test_every_row_of_the_table_is_in_a_target_once(self):
        names = {level.level: level.name for level in load_levels()}
        told = [
            (one.role, one.grade, skill, names[need])
            for one in load_targets()
            for skill, need in one.needs.items()
        ]
        assert Counter(told) == Counter(tuple(row.values()) for row in ROWS)

    def test_a_known_level_is_read_and_cannot_be_changed(self):
        assert SCIENTIST.needs["Delivering business impact"] == 2
        assert set(ENGINEER.needs.values()) == {3}
        assert ENGINEER.mean_need == 3
        with pytest.raises(TypeError):
            ENGINEER.needs["Testing"] = 1

    def test_grades_of_a_role_stand_together_by_what_they_need(self):
        assert len(list(groupby(one.role for one in load_targets()))) == 7
        sums = [sum(one.needs.values()) for one in load_targets() if one.role == "data_scientist"]
        assert sums == sorted(sums)

    def test_an_unknown_role_or_grade_is_answered_with_the_likest(self):
        said = refusal(PlanError, target, "ml_enginer", "Senior machine learning engineer")
        assert said == "There is no role 'ml_enginer'. Did you mean 'ml_engineer'?"
        assert refusal(PlanError, target, "ml_engineer", "Senior machine learning enginer") == (
            "There is no grade 'Senior machine learning enginer' of ml_engineer. Did you mean "
            "'Senior machine learning engineer'?"
        )


class TestSkills:
    def test_every_skill_of_the_framework_is_explained_with_a_longer_task_for_practitioners(self):
        assert set(load_skills()) == {row["skill"] for row in ROWS}
        for skill in load_skills().values():
            first, second = skill.tasks
            assert (first.reaches, second.reaches) == (2, 3)
            assert first.hours < second.hours

    def test_few_skills_belong_to_no_kind_of_work(self):
        silent = [name for name, skill in load_skills().items() if not skill.facets]
        assert silent == [
            "Data compliance and security",
            "Data ethics and privacy",
            "Developing data science capability",
            "Information security",
            "Managing a data project",
        ]

    def test_akin_goes_both_ways_and_never_to_itself_and_knows_programming_by_all_its_names(self):
        for skill in load_skills():
            assert skill not in akin(skill)
            assert all(skill in akin(other) for other in akin(skill))
        assert akin("Programming and build (data science)") == (
            "Developing code for analysis",
            "Programming and build (data and analytics engineering)",
            "Programming and build (software engineering)",
        )


class TestPracticeTasks:
    def test_every_sentence_is_its_own_ends_and_names_no_product(self):
        assert len(set(SENTENCES)) == len(SENTENCES) == 3 * 78
        assert all(re.search(r"[.!?]\"?$", sentence) for sentence in SENTENCES)
        brands = r"\b(AWS|Azure|Docker|Kubernetes|GitHub|Excel|Tableau|Spark|Airflow|dbt)\b"
        assert not [sentence for sentence in SENTENCES if re.search(brands, sentence)]

    def test_a_task_is_concrete_short_and_begins_as_no_other_and_needs_none_to_be_understood(self):
        lengths = [len(row["task"].split()) for row in PRACTICE]
        assert min(lengths) >= 20
        assert max(lengths) <= 60
        # Else it would be a template filled in, and not a task.
        starts = Counter(" ".join(row["task"].split()[:5]) for row in PRACTICE)
        assert [start for start, count in starts.items() if count > 1] == []
        # A plan may show the second task alone.
        second = [row["task"] for row in PRACTICE if row["reaches"] == "practitioner"]
        assert not [task for task in second if re.match(r"Then|Now|After that|Repeat|It ", task)]
        assert not [task for task in second if re.search(r"^[^.,:]*\bsuch an? ", task)]
