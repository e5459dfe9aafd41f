"""The list of what to change follows from the advert and the role, and from no taste."""

import pytest
from adverts import ADVERTS

from rolekit import read_advert, roles
from rolekit.adverts.examples import EXAMPLE_ADVERTS
from rolekit.adverts.rewrite import KINDS, LITTLE, MUCH, Point, checklist, to_markdown

ROLES = {role.id: role for role in roles()}
BUILDER = read_advert(EXAMPLE_ADVERTS[0])  # titled Data Scientist, asks for an engineer
OPPOSITE = {
    "data_analyst": "ml_engineer",
    "data_scientist": "data_engineer",
    "ml_engineer": "data_analyst",
    "data_engineer": "data_scientist",
}


def points(kind, role):
    """What is to be changed in the builder's advert, of one kind, where a role is meant."""
    return [point for point in checklist(BUILDER, ROLES[role]) if point.kind == kind]


def test_a_builder_titled_scientist_is_told_so_where_an_engineer_is_meant_alone():
    assert [point.text for point in points("title", "data_engineer")] == [
        "It is titled Senior Data Scientist; you mean a role like Data engineer."
    ]
    assert not points("title", "data_scientist")


def test_what_a_scientist_does_is_to_be_added_and_what_less_left_out_with_its_words():
    missing = {f for f, score in ROLES["data_scientist"].profile.items() if score >= MUCH}
    added = {point.facet for point in points("add", "data_scientist")}
    assert added == {facet for facet in missing if not BUILDER.facets[facet]} != set()
    for point in points("less", "data_scientist"):
        assert ROLES["data_scientist"].profile[point.facet] <= LITTLE
        said = [one.text for one in BUILDER.phrases if one.facet == point.facet]
        assert f'"{said[0]}"' in point.text


def test_advice_on_years_and_must_haves_comes_last():
    advice = [point.text for point in points("asks", "data_engineer")]
    assert advice == list(BUILDER.asks.advice)
    every = checklist(BUILDER, ROLES["data_engineer"])
    order = [list(KINDS).index(point.kind) for point in every]
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
    three = (Point("add", "One."), Point("asks", "Two."), Point("asks", "Three."))
    assert to_markdown(three, ROLES["data_analyst"]) == (
        "# An advert for a role like Data analyst\n\n## Say, if it is part of the job\n\n- [ ] One."
        "\n\n## What is asked for\n\n- [ ] Two.\n- [ ] Three.\n"
    )
