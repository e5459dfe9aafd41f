"""A room's pictures show what the room may see, in words too, and nothing of anybody else."""

import json
from dataclasses import replace

import pytest
from hands import plain, traces
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from strategies import examples

from rolekit.cohort import Reveal, Room, Shown, rehearsal
from rolekit.cohort.panels.room_pictures import WATERMARK
from rolekit.cohort.room import DOTS_FROM
from rolekit.cohort.words import describe_guesses, describe_moves, describe_place, describe_work
from rolekit.figures import (
    room_facets,
    room_guesses,
    room_moves,
    room_pictures,
    room_report,
    room_strip,
)

SINGLE = {"people", "towards analytics", "towards engineering"}  # traces of single people


def picture(n, seed=1):
    return Reveal().redrawn(rehearsal(n, seed)).picture


def real(n, seed=1):
    return Reveal().redrawn(Room(rehearsal(n, seed).responses)).picture


def written(figures):
    return [(json.loads(figure.to_json()), text) for figure, text in figures]


SHOWN = real(40)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'\u202e=1+1"


@examples(30)
@given(st.integers(0, 30), st.integers(0, 5))
def test_no_picture_has_a_mark_for_a_single_person_of_few(n, seed):
    shown = real(n, seed)
    for figure, _ in room_pictures(shown):
        marks = sum(
            sum(x is not None for x in trace.x) for trace in figure.data if trace.name in SINGLE
        )
        assert marks == 0 or marks >= DOTS_FROM
    if n < 5:
        assert room_pictures(shown) == []


def test_pictures_are_the_same_for_rooms_that_may_not_be_told_apart():
    """Five responses more are needed until anything changes, in the pictures and in the words."""
    responses = rehearsal(16, seed=3).responses
    first = Reveal().redrawn(Room(responses[:-8]))
    ids = {r.id for r in responses[:-8]}
    late = [r for r in responses if r.round == 1 and r.id not in ids][:2]
    second = first.redrawn(Room([*responses[:-8], *late]))
    assert late
    assert written(room_pictures(first.picture)) == written(room_pictures(second.picture))


def test_no_id_and_no_answer_is_in_the_report():
    shown, responses = real(12), rehearsal(12, seed=1).responses
    page = room_report(shown, title="Where we sit").split("</script>", 1)[1]  # without Plotly
    for response in responses:
        assert str(response.id) not in page
        assert response.to_code() not in page


def test_dots_mean_interval_and_spread_are_those_of_the_group():
    group = SHOWN.before
    drawn = traces(room_strip(group, "before"))
    assert len(drawn["people"].x) == group.people == 40
    assert drawn["mean"].x[0] == group.lean
    assert drawn["mean"].error_x.array[0] == group.high - group.lean
    assert drawn["spread"].x == (group.lean - group.spread, group.lean + group.spread)
    # A stack stands no more than a bin away from the dot it is for.
    leans = sorted(dot.lean for dot in group.dots)
    assert all(abs(x - y) <= 2.5 for x, y in zip(sorted(drawn["people"].x), leans, strict=True))


def test_three_hundred_dots_stay_on_the_strip():
    drawn = room_strip(real(300).before, "before")
    low, high = drawn.layout.yaxis.range
    assert all(low < y < high for y in traces(drawn)["people"].y)
    everybody = replace(SHOWN.before, dots=(SHOWN.before.dots[0],) * 300)
    high = room_strip(everybody, "before").layout.yaxis.range[1]
    assert max(traces(room_strip(everybody, "before"))["people"].y) < high


def test_every_arrow_goes_from_before_to_after_and_has_its_side():
    drawn = traces(room_moves(SHOWN.before, SHOWN.after, SHOWN.arrows))
    found = []
    for side, sign in (("analytics", -1), ("engineering", 1)):
        xs = drawn[f"towards {side}"].x
        for start, end in zip(xs[::3], xs[1::3], strict=True):
            assert sign * (end - start) >= 0
            found.append((start, end))
    assert sorted(found) == sorted((a.before.lean, a.after.lean) for a in SHOWN.arrows)
    assert drawn["mean"].x[:2] == (SHOWN.before.lean, SHOWN.after.lean)


def test_a_room_that_stayed_has_no_arrow_for_its_mean():
    assert traces(room_moves(SHOWN.before, SHOWN.before, ()))["mean"].x == ()


def test_the_heat_strip_has_a_row_for_each_round_that_may_be_shown():
    both = room_facets(SHOWN.before, SHOWN.after)
    cells = {
        (row, name): value
        for trace in both.data
        for row, values, names in zip(trace.y, trace.z, trace.customdata, strict=True)
        for name, value in zip(names, values, strict=True)
    }
    assert len(cells) == 24
    assert cells["before", "Statistics"] == SHOWN.before.facets["statistics"]
    assert cells["after", "Pipelines"] == SHOWN.after.facets["pipelines"]
    assert list(room_facets(SHOWN.before, None).data[0].y) == ["before"]


def test_guesses_stand_across_and_results_upwards():
    drawn = traces(room_guesses(SHOWN.guesses, SHOWN.before))
    assert list(zip(drawn["people"].x, drawn["people"].y, strict=True)) == [
        (dot.guess, dot.lean) for dot in SHOWN.guesses.dots
    ]
    assert (drawn["means"].x, drawn["means"].y) == ((SHOWN.guesses.mean,), (SHOWN.before.lean,))


# In words


def test_words_for_a_worked_example_of_twelve_people():
    # six dots at -20 and six at 30: 6 of 12 on the engineering side
    dots = tuple(replace(SHOWN.before.dots[0], lean=lean) for lean in [-20] * 6 + [30] * 6)
    group = replace(SHOWN.before, people=12, lean=5, low=-12, high=22, spread=26, dots=dots)
    assert describe_place(group) == (
        "The mean of 12 people lies 5 points towards engineering, and the room's true mean lies "
        "somewhere between 12 points towards analytics and 22 points towards engineering (95 % "
        "interval). The spread is 26 points: about two thirds of a room sit within that of its "
        "mean. 6 of 12 dots are on the engineering side. Each is one person, moved a little at "
        "random."
    )


def test_words_for_a_room_that_moved():
    before = replace(SHOWN.before, people=11, lean=-1)
    after = replace(SHOWN.after, people=10, lean=0)
    arrow = SHOWN.arrows[0]
    start = replace(arrow.before, lean=0)
    # 10 points to the right, 7 to the left, and 6, which the jitter alone can make
    ends = (replace(arrow.after, lean=lean) for lean in (10, -7, 6))
    arrows = tuple(replace(arrow, before=start, after=end) for end in ends)
    assert describe_moves(before, after, arrows) == (
        "The mean moved from 1 point towards analytics (11 people) to the middle (10 people). Of 3 "
        "arrows: clearly towards engineering 1, clearly towards analytics 1, little change 1."
    )
    assert describe_moves(before, after, ()).endswith(
        "(10 people). Arrows for single people are shown from 10 on."
    )


def test_words_for_what_a_room_wants():
    ranks = {facet: 30 + 5 * i for i, facet in enumerate(SHOWN.before.facets)}
    before = replace(SHOWN.before, people=20, facets=ranks)
    after = replace(SHOWN.after, people=18, facets=ranks | {"statistics": ranks["statistics"] + 9})
    told = describe_work(before, after)
    assert told.endswith("After the discussion Statistics changed most, by +9, among 18 people.")
    assert describe_work(before, before).endswith("After the discussion all means are the same.")
    assert "After" not in describe_work(before, None)
    assert describe_work(before, None).endswith("Means of 20 people, 0 to 100.")


def test_words_for_guesses_count_the_dots_above_the_line():
    dot = replace(SHOWN.guesses.dots[0], guess=0)
    dots = tuple(replace(dot, lean=lean) for lean in (10, 20, -5))
    guesses = replace(SHOWN.guesses, people=10, mean=-3, dots=dots)
    assert describe_guesses(guesses, replace(SHOWN.before, people=12, lean=0)) == (
        "The mean guess of 10 people lies 3 points towards analytics; the mean of what 12 people "
        "answered lies in the middle. 2 of 3 dots lie above the dashed line: their answers lean "
        "further towards engineering than their guess."
    )


@pytest.mark.parametrize("n", [5, 9, 10, 40, 300])
def test_every_picture_has_a_height_a_text_and_its_title_in_it(n):
    for figure, text in room_pictures(real(n)):
        assert figure.layout.height >= 140
        assert text.endswith(".")
        assert "None" not in text
        assert "nan" not in text


def test_a_room_seen_only_after_the_discussion_is_shown():
    drawn = room_pictures(replace(SHOWN, before=None, guesses=None, arrows=()))
    assert drawn[0][1].split(".")[0] == "After the discussion"
    assert len(drawn) == 2


# Rehearsals


@pytest.mark.parametrize("n", [5, 12])
def test_every_picture_of_a_rehearsal_is_marked_and_no_other(n):
    marked = room_pictures(picture(n))
    assert marked
    for figure, text in marked:
        assert WATERMARK in [plain(note.text) for note in figure.layout.annotations]
        assert text.startswith("A rehearsal with invented people.")
    for figure, text in room_pictures(real(n)):
        assert WATERMARK not in [plain(note.text) for note in figure.layout.annotations]
        assert "invented" not in text


# The report


def test_a_report_of_nobody_says_why_it_is_empty():
    page = room_report(Shown(None, None, None, (), ("Nothing yet.",), False), title="Us")
    assert "<p>Nothing yet.</p>" in page
    assert "<figure>" not in page


def test_a_hostile_title_stays_text(chromium: Browser, tmp_path):
    file = tmp_path / "room.html"
    file.write_text(room_report(picture(12), title=HOSTILE), "utf-8")
    context = chromium.new_context()
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(error.message))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name=HOSTILE)).to_be_visible()
    plots = page.locator(".js-plotly-plot .main-svg").first
    expect(plots).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as PNG").last.click()
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"
    assert not [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    assert said == []
    context.close()
