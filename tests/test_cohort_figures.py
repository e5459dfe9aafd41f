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
from rolekit.cohort.panels.room_pictures import INVENTED
from rolekit.cohort.shown import DOTS_FROM, Estimate
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
    return [(one.name, json.loads(one.figure.to_json()), one.text) for one in figures]


SHOWN = real(40)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'\u202e=1+1"


@examples(30)
@given(st.integers(0, 30), st.integers(0, 5))
def test_no_picture_has_a_mark_for_a_single_person_of_few(n, seed):
    shown = real(n, seed)
    for _, _, figure, _ in room_pictures(shown):
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


def test_no_id_and_no_answer_is_in_the_report_and_one_of_nobody_says_why_it_is_empty():
    shown, responses = real(12), rehearsal(12, seed=1).responses
    page = room_report(shown, title="Where we sit").split("</script>", 1)[1]  # without Plotly
    for response in responses:
        assert str(response.id) not in page
        assert response.to_code() not in page
    page = room_report(Shown(None, None, None, None, ("Nothing yet.",), False), title="Us")
    assert "<p>Nothing yet.</p>" in page
    assert "<figure>" not in page


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
    moves = SHOWN.moves
    drawn = traces(room_moves(moves))
    found = []
    for side, sign in (("analytics", -1), ("engineering", 1)):
        xs = drawn[f"towards {side}"].x
        for start, end in zip(xs[::3], xs[1::3], strict=True):
            assert sign * (end - start) >= 0
            found.append((start, end))
    assert sorted(found) == sorted((a.before.lean, a.after.lean) for a in moves.arrows)


def with_changes(**changes):
    """Forty people of whom some answered twice: nothing has changed but this, by 3 to either side.

    Else they are as they were.
    """
    still = {name: Estimate(0, -1, 1) for name in SHOWN.moves.changes}
    moved = {name: Estimate(by, by - 3, by + 3) for name, by in changes.items()}
    return replace(SHOWN.moves, changes=still | moved)


def test_the_arrow_of_the_mean_is_that_of_the_same_people():
    moves = with_changes(lean=12, depth=5)
    drawn = traces(room_moves(moves))
    assert drawn["mean"].x[:2] == (moves.before.lean, moves.before.lean + 12)
    assert drawn["mean"].y[:2] == (moves.before.depth, moves.before.depth + 5)
    assert traces(room_moves(with_changes()))["mean"].x == ()


def test_after_the_discussion_a_ring_shows_the_same_people_before():
    ring = traces(room_strip(SHOWN.after, "after", SHOWN.moves))["the same people before"]
    assert ring.x == (SHOWN.moves.before.lean,)
    [text] = [one.text for one in room_pictures(SHOWN) if one.name == "room-after-strip"]
    assert text.endswith(
        f"The ring is the earlier mean of the {SHOWN.moves.before.people} people who answered both "
        "times."
    )


def test_the_heat_strip_has_columns_for_everybody_and_for_the_same_people_twice():
    moves = with_changes(pipelines=7)
    n = moves.before.people
    both = room_facets(SHOWN.before, moves)
    cells = {
        (column, name): value
        for trace in both.data
        for values, names in zip(trace.z, trace.customdata, strict=True)
        for column, name, value in zip(trace.x, names, values, strict=True)
    }
    assert len(cells) == 36
    assert cells["40 people", "Statistics"] == SHOWN.before.facets["statistics"]
    assert cells[f"{n} before", "Pipelines"] == moves.before.facets["pipelines"]
    assert cells[f"{n} after", "Pipelines"] == moves.before.facets["pipelines"] + 7
    assert list(room_facets(SHOWN.before, None).data[0].x) == ["40 people"]


def test_guesses_stand_across_and_their_words_count_the_dots_above_the_line():
    drawn = traces(room_guesses(SHOWN.guesses, SHOWN.before))
    assert list(zip(drawn["people"].x, drawn["people"].y, strict=True)) == [
        (dot.guess, dot.lean) for dot in SHOWN.guesses.dots
    ]
    assert (drawn["means"].x, drawn["means"].y) == ((SHOWN.guesses.mean,), (SHOWN.before.lean,))
    dot = replace(SHOWN.guesses.dots[0], guess=0)
    dots = tuple(replace(dot, lean=lean) for lean in (10, 20, -5))
    guesses = replace(SHOWN.guesses, people=10, mean=-3, dots=dots)
    assert describe_guesses(guesses, replace(SHOWN.before, people=12, lean=0)) == (
        "The mean guess of 10 people is 3 points towards analytics. The mean result of 12 people "
        "is in the middle. The two are about the same. 2 of 3 dots are above the dashed line: "
        "there the answers lean further towards engineering than the guess."
    )


# In words


def test_words_for_a_worked_example_of_twelve_people():
    # six dots at -20 and six at 30: 6 of 12 on the engineering side
    dots = tuple(replace(SHOWN.before.dots[0], lean=lean) for lean in [-20] * 6 + [30] * 6)
    group = replace(SHOWN.before, people=12, lean=5, low=-12, high=22, spread=26, dots=dots)
    assert describe_place(group) == (
        "The mean of 12 people is 5 points towards engineering. The room's true mean is somewhere "
        "between 12 points towards analytics and 22 points towards engineering (95% interval). The "
        "spread is 26 points: about two thirds of the people in a room are within that of its "
        "mean. 6 of 12 dots are on the engineering side. Each dot is one person, moved a little "
        "at random."
    )


def test_words_for_a_room_that_moved_and_one_that_stayed():
    arrow = SHOWN.moves.arrows[0]
    start = replace(arrow.before, lean=0)
    # 10 points to the right, 7 to the left, and 6, which the jitter alone can make
    ends = (replace(arrow.after, lean=lean) for lean in (10, -7, 6))
    arrows = tuple(replace(arrow, before=start, after=end) for end in ends)
    before = replace(SHOWN.moves.before, people=11, lean=-1)
    moves = replace(with_changes(lean=4), before=before, arrows=arrows)
    assert describe_moves(moves) == (
        "11 people answered both times. Their mean was 1 point towards analytics and moved 4 "
        "points towards engineering. The true move is somewhere between 1 point towards "
        "engineering and 7 points towards engineering (95% interval). Arrows: 1 clearly towards "
        "engineering, 1 clearly towards analytics, 1 with little change."
    )
    moves = replace(with_changes(lean=0), arrows=())
    assert describe_moves(moves).endswith(
        "and hardly moved. The true move is somewhere between 3 points towards analytics and 3 "
        "points towards engineering (95% interval), so there may be none. Arrows for single people "
        "appear from 10 people on."
    )


def wanted(**scores):
    """A room that wants every kind of work at 30 but for these."""
    facets = dict.fromkeys(SHOWN.before.facets, 30) | scores
    return describe_work(replace(SHOWN.before, people=20, facets=facets), None)


def test_what_is_wanted_nearly_equally_is_called_so():
    """The means of a room are seldom far apart, and an order of what is equal says nothing."""
    told = wanted(exploration=51, statistics=50, modelling=46, pipelines=45, deployment=20)
    assert told == (
        "Wanted most, about equally: Exploration (51), Statistics (50) and Modelling (46). Wanted "
        "least: Deployment (20). Means of 20 people, from 0 to 100."
    )
    assert wanted(exploration=40).startswith(
        "This room wants all kinds of work about equally (30 to 40)"
    )
    assert "Wanted most: Exploration (41)." in wanted(exploration=41)


def test_words_for_what_has_changed_in_what_is_wanted():
    n = SHOWN.moves.before.people
    people = f"Among the {n} people who answered both times"
    told = describe_work(SHOWN.before, with_changes(statistics=9, pipelines=-4))
    assert told.endswith(
        f"{people}, Statistics changed most, by +9 on average (+6 to +12; 95% sure, with all "
        "twelve kinds in view)."
    )
    # A change that may be none is not named, however large it looks beside the others.
    assert describe_work(SHOWN.before, with_changes(statistics=3)).endswith(
        f"{people}, no kind of work changed clearly."
    )


@pytest.mark.parametrize("n", [5, 9, 10, 40, 300])
def test_every_picture_has_a_height_a_text_and_its_title_in_it(n):
    for _, _, figure, text in room_pictures(real(n)):
        assert figure.layout.height >= 140
        assert text.endswith(".")
        assert "None" not in text
        assert "nan" not in text


def test_a_room_seen_only_after_the_discussion_is_shown():
    drawn = room_pictures(replace(SHOWN, before=None, guesses=None, moves=None))
    assert drawn[0].text.split(".")[0] == "After the discussion"
    assert len(drawn) == 2


# Rehearsals


@pytest.mark.parametrize("n", [5, 12])
def test_every_picture_of_a_rehearsal_is_marked_and_no_other(n):
    marked = room_pictures(picture(n))
    assert marked
    for _, _, figure, text in marked:
        assert INVENTED in [plain(note.text) for note in figure.layout.annotations]
        assert text.startswith("A rehearsal with invented people.")
    for _, _, figure, text in room_pictures(real(n)):
        assert INVENTED not in [plain(note.text) for note in figure.layout.annotations]
        assert "invented" not in text


def test_pictures_are_named_by_what_they_show():
    names = ["before-strip", "after-strip", "before-map", "moves", "work", "guesses"]
    assert [one.name for one in room_pictures(SHOWN)] == [f"room-{name}" for name in names]
    assert room_pictures(picture(12))[0].name == "rehearsal-before-strip"
    page = room_report(SHOWN, title="Us")
    assert all(f"data-saves='room-{name}'" in page for name in names)


# The report


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
