"""The list of what to change follows from the advert and the role, and from no taste."""

import pytest
from adverts import ADVERTS

from rolekit import read_advert, roles
from rolekit.example_adverts import EXAMPLE_ADVERTS
from rolekit.rewrite import KINDS, LITTLE, MUCH, Point, checklist, to_markdown

ROLES = {role.id: role for role in roles()}
BUILDER = EXAMPLE_ADVERTS[0]  # titled Data Scientist, asks for an engineer
OPPOSITE = {
    "data_analyst": "ml_engineer",
    "data_scientist": "data_engineer",
    "ml_engineer": "data_analyst",
    "data_engineer": "data_scientist",
}


def of(kind, points):
    return [point for point in points if point.kind == kind]


def test_a_builder_titled_scientist_is_told_so_when_an_engineer_is_meant():
    points = checklist(read_advert(BUILDER), ROLES["data_engineer"])
    assert [point.text for point in of("title", points)] == [
        "It is titled Senior Data Scientist; you mean a role like Data engineer."
    ]


def test_what_a_scientist_does_and_the_advert_leaves_out_is_to_be_added():
    reading = read_advert(BUILDER)
    missing = {f for f, score in ROLES["data_scientist"].profile.items() if score >= MUCH}
    added = {point.facet for point in of("add", checklist(reading, ROLES["data_scientist"]))}
    assert added == {facet for facet in missing if not reading.facets[facet]} != set()


def test_what_a_scientist_does_less_is_to_be_left_out_with_the_words_that_say_it():
    reading = read_advert(BUILDER)
    for point in of("less", checklist(reading, ROLES["data_scientist"])):
        assert ROLES["data_scientist"].profile[point.facet] <= LITTLE
        said = [one.text for one in reading.phrases if one.facet == point.facet]
        assert f'"{said[0]}"' in point.text


def test_the_right_title_is_no_point():
    assert not of("title", checklist(read_advert(BUILDER), ROLES["data_scientist"]))


def test_advice_on_years_and_must_haves_comes_last():
    reading = read_advert(BUILDER)
    points = checklist(reading, ROLES["data_engineer"])
    assert [point.text for point in of("asks", points)] == list(reading.asks.advice)
    order = [list(KINDS).index(point.kind) for point in points]
    assert order == sorted(order)


@pytest.mark.parametrize(("role", "opposite"), OPPOSITE.items())
def test_adverts_have_fewer_points_for_their_own_role_than_for_the_opposite_one(role, opposite):
    readings = [read_advert(advert.text) for advert in ADVERTS if advert.role == role]
    own, other = (
        sum(point.facet is not None for one in readings for point in checklist(one, ROLES[wanted]))
        for wanted in (role, opposite)
    )
    assert own < other / 2


def test_the_page_has_a_box_for_each_point_and_no_empty_heading():
    points = (Point("add", "One."), Point("asks", "Two."), Point("asks", "Three."))
    page = to_markdown(points, ROLES["data_analyst"])
    assert page == (
        "# An advert for a role like Data analyst\n\n## Say, if it is part of the job\n\n- [ ] One."
        "\n\n## What is asked for\n\n- [ ] Two.\n- [ ] Three.\n"
    )
