"""What the card says is what the tables say, and it is compared with nothing it should not be."""

import re

import pytest
from hands import rows_of, traces

from rolekit import roles
from rolekit.card.words import describe_by_source, describe_deploying, describe_landmarks
from rolekit.figures import by_source, evidence_table, landmarks
from rolekit.measure.roles import by_kind

CORE = [role for role in roles() if role.core]
ASKED = [role for role in roles() if role.adverts_only]


def test_deploying_then_and_now_is_worked_by_hand():
    # 64 of 168 in 2020, 0.3810, and 1774 of 3336, 0.5318: 15.08 more. Wilson: 0.3109 to 0.4562 and
    # 0.5148 to 0.5487. Newcombe: 0.1508 - sqrt(0.0170^2 + 0.0752^2) = 0.0737 and
    # 0.1508 + sqrt(0.0169^2 + 0.0701^2) = 0.2229.
    assert describe_deploying().startswith(
        "In 2020, 38% of adverts for data scientists mentioned deploying, and 53% do now: 15 "
        "percentage points more (7 to 22). The first figure is from 168 adverts, from one American "
        "state and one website. The second is from 3,336 adverts of 2022 to 2026, "
    )
    assert "nobody can say how much of it is time" in describe_deploying()


def test_the_adverts_of_2020_are_those_of_the_core_roles():
    rows = rows_of("adverts_2020")
    assert [row["role"] for row in rows] == [role.id for role in CORE]
    assert sum(int(row["n"]) for row in rows) == 940


def test_the_core_roles_are_told_and_drawn_by_surveys_by_adverts_and_by_both():
    told = describe_by_source(roles())
    for role in CORE:
        found = by_kind(role.id)
        places = [*(found[kind] for kind in ("surveys", "adverts")), (role.lean, role.depth)]
        one, other, both = (f"{lean:.0f} / {depth:.0f}" for lean, depth in places)
        assert f"{role.name}: {one}, {other} and {both}" in told
    assert all(role.name not in told for role in roles() if not role.core)
    shown = traces(by_source())
    for i, role in enumerate(CORE):
        for kind, place in {**by_kind(role.id), "both": (role.lean, role.depth)}.items():
            assert (shown[kind].x[i], shown[kind].y[i]) == pytest.approx(place)
            assert shown[kind].text[i] == role.name


def test_a_landmark_that_adverts_alone_tell_of_is_told_apart_with_its_n():
    people, *asked = describe_landmarks(roles()).split("What employers ask for: ")
    assert len(asked) == len(ASKED) == 3
    for role, told in zip(ASKED, asked, strict=True):
        assert role.name not in people
        assert told.startswith(f"{role.name} {role.lean:.0f} ({role.low:.0f} to {role.high:.0f}; ")
        assert f"{role.counted['adverts']:,} adverts" in told
    order = [role.lean for role in sorted(CORE, key=lambda role: people.index(role.name))]
    assert order == sorted(order)


def test_landmarks_of_adverts_alone_are_hollow_below_the_others_and_last_in_the_table():
    [drawn] = landmarks().data
    hollow = [symbol == "diamond-open" for symbol in drawn.marker.symbol]
    assert hollow == [False] * 7 + [True] * 3
    assert set(drawn.y[7:]) == {role.name for role in ASKED}
    assert landmarks().layout.shapes[0].y0 == 6.5
    table = evidence_table()
    names = table.layout.xaxis.ticktext
    assert all(name.endswith("(adverts)</i>") for name in names[7:])
    assert not re.search("adverts", " ".join(names[:7]))
    assert table.data[0].text[0][0] != ""
