"""A room sees itself and tells on nobody."""

import inspect
import random
from dataclasses import replace
from itertools import pairwise
from statistics import fmean

import pytest
from hands import refusal
from hypothesis import given
from hypothesis import strategies as st
from people import ITEMS, sides
from strategies import examples

from rolekit import AnswerError, Response, StoreError, place
from rolekit.cohort import Reveal, Room, Shown, rehearsal
from rolekit.cohort.shown import DOTS_FROM, FLOOR, JITTER

UNDER_FIVE = "With fewer than 5 people, nothing is shown."


def person(id, lean=0, depth=50, **more):
    """Someone whose facets are all alike on each side, so that lean is as asked for."""
    return Response(sides(50 - lean // 2, 50 - lean // 2 + lean, depth), id=id, **more)


def people(*leans, **more):
    return [person(id, lean, **more) for id, lean in enumerate(leans)]


def after(responses, lean=20):
    return [replace(person(r.id, lean), round=2) for r in responses]


def picture(responses):
    return Reveal().redrawn(Room(responses)).picture


def values_of(group):
    return group.people, group.lean, group.low, group.high, group.spread


# What is shown


@pytest.mark.parametrize("n", range(FLOOR))
def test_nothing_is_shown_of_fewer_than_five(n):
    assert picture(people(*[20] * n)) == Shown(None, None, None, None, (UNDER_FIVE,), False)


def test_worked_examples_of_five_and_of_ten_people():
    # leans 10, 20, 30, 40, 50: mean 30, SD 15.811, t(0.975, 4) = 2.776445
    # reach 2.776445 * 15.811 / sqrt(5) = 19.632, so that the interval is 10.368 to 49.632,
    # outwards in fives 10 to 50; the SD in fives is 15
    group = picture(people(10, 20, 30, 40, 50)).before
    assert values_of(group) == (5, 30, 10, 50, 15)
    assert group.dots == ()
    # five times 20 and 40: mean 30, SD sqrt(1000/9) = 10.541, t(0.975, 9) = 2.262157
    # reach 2.262157 * 10.541 / sqrt(10) = 7.5405, outwards 22 to 38
    group = picture(people(*[20, 40] * 5)).before
    assert values_of(group) == (10, 30, 22, 38, 11)
    assert len(group.dots) == 10
    # analytics 50 - 10 and 50 - 20 half of the time each, engineering 60 and 70
    assert group.facets["statistics"] == 35
    assert group.facets["pipelines"] == 65
    assert group.depth == group.facets["modelling"] == 50


def test_below_ten_people_values_are_coarse():
    shown = picture(people(11, 21, 32, 43, 57, 60, 72, 88, 13))
    values = [*values_of(shown.before)[1:], shown.before.depth, *shown.before.facets.values()]
    assert all(value % 5 == 0 for value in values)
    assert shown.notes == (
        "With 9 people, values are rounded to 5 points. Dots for single people appear from 10 on.",
    )


@pytest.mark.parametrize("n", [5, 9, 10, 30])
def test_that_nobody_differs_is_not_told(n):
    """Else a narrow interval, or a mean at the end of the scale, would tell what everybody said."""
    group = picture([person(id, 100, depth=100) for id in range(n)]).before
    assert group.high - group.low >= (5 if n < DOTS_FROM else 1)
    assert group.spread >= (5 if n < DOTS_FROM else 1)
    if n < DOTS_FROM:
        assert {*group.facets.values(), group.depth} == {10, 90}


def test_all_values_rest_on_those_who_answered_every_kind_of_work():
    answers = sides(100, 0).having("statistics-1", None).having("statistics-2", None)
    assert place(answers).lean == -100
    room = Room([*people(20, 20, 20, 20, 20), Response(answers, id=9)])
    assert values_of(picture(room.responses).before)[:2] == (5, 20)
    assert (room.incomplete(1), room.incomplete(2)) == (1, 0)


def test_both_rounds_are_shown():
    before = people(*[0] * 12)
    shown = picture([*before, *after(before)])
    assert (shown.before.lean, shown.after.lean) == (0, 20)
    arrows = shown.moves.arrows
    assert len(arrows) == 12
    assert fmean(arrow.after.lean - arrow.before.lean for arrow in arrows) > 10
    assert {arrow.before for arrow in arrows} == set(shown.before.dots)
    assert {arrow.after for arrow in arrows} == set(shown.after.dots)


def test_the_room_has_not_moved_when_nobody_moved():
    """Of 39 people, the 14 most engineering-minded hand in again, unchanged."""
    before = people(*range(-76, 78, 4))
    stayed = [replace(one, round=2) for one in before[-14:]]
    shown = picture([*before, *stayed])
    assert (shown.before.people, shown.before.lean) == (39, 0)
    assert (shown.after.people, shown.after.lean) == (14, 50)
    moves = shown.moves
    assert (moves.before.people, moves.before.lean, moves.after["lean"]) == (14, 50, 50)
    for change in moves.changes.values():
        assert (change.value, change.low, change.high) == (0, -1, 1)


def test_a_worked_example_of_changes_is_of_pairs():
    # leans 0, 40, 80, 0, 40, 80, ... and each of ten moves by 2, 6, 2, 6, ...: differences have
    # mean 4 and SD sqrt(40/9) = 2.108, t(0.975, 9) = 2.262157, reach 2.262157 * 2.108 / sqrt(10) =
    # 1.508, outwards 2 to 6, though the leans themselves differ by 80
    before = people(*[0, 40, 80, 0, 40, 80, 0, 40, 80, 0])
    moved = [
        replace(person(r.id, lean + by), round=2)
        for r, lean, by in zip(before, [0, 40, 80] * 4, [2, 6] * 5, strict=False)
    ]
    change = picture([*before, *moved]).moves.changes["lean"]
    assert (change.value, change.low, change.high) == (4, 2, 6)


def test_changes_are_told_of_five_people_and_coarsely_below_ten():
    before = people(*[0] * 20)
    assert picture([*before, *after(before[:4])]).moves is None
    moves = picture([*before, *after(before[:5])]).moves
    assert (moves.before.people, moves.arrows) == (5, ())
    values = [value for one in moves.changes.values() for value in (one.value, one.low, one.high)]
    assert all(value % 5 == 0 for value in values)
    ends = picture([*people(*[-100] * 5), *after(people(*[0] * 5), lean=100)]).moves
    assert ends.changes["statistics"].value == -80  # 90 or more, to 10 or less


def test_the_twelve_changes_hold_together():
    """Each has the wider interval of Bonferroni: t(1 - 0.025/12, 9) = 3.83, against 2.26."""
    before = people(*[0] * 10)
    moved = [replace(person(r.id, 20 * (n % 2)), round=2) for n, r in enumerate(before)]
    changes = picture([*before, *moved]).moves.changes
    # differences 0 and 10 of each facet: mean 5, SE 5.270 / sqrt(10) = 1.667, reach 6.4 and 3.8
    assert (changes["pipelines"].low, changes["pipelines"].high) == (-2, 12)
    # differences 0 and 20 of lean: mean 10, SE 3.333, reach 7.54
    assert (changes["lean"].low, changes["lean"].high) == (2, 18)


def test_guesses_are_shown_beside_the_results():
    shown = picture(people(*[20] * 12, guess=-30))
    assert (shown.guesses.people, shown.guesses.mean) == (12, -30)
    assert all(abs(dot.guess + 30) <= JITTER for dot in shown.guesses.dots)
    assert {dot.lean for dot in shown.guesses.dots} == {dot.lean for dot in shown.before.dots}
    few = picture(people(*[20] * 6, guess=-33)).guesses
    assert (few.mean, few.dots) == (-35, ())
    assert picture(people(*[20] * 12)).guesses is None


# Dots


def test_dots_are_moved_a_little_and_do_not_average_out_by_drawing_anew():
    room = list(rehearsal(40, seed=3).complete(1).values())
    shown = picture(room).before.dots
    exact = {r.id: place(r.answers) for r in room}
    assert len(shown) == 40
    assert not {dot.lean for dot in shown} & {placement.lean for placement in exact.values()}
    for dot in shown:
        away = [max(abs(dot.lean - p.lean), abs(dot.depth - p.depth)) for p in exact.values()]
        assert min(away) <= JITTER
    ends = picture([person(id, 100, depth=100) for id in range(10)]).before.dots
    assert all(dot.lean <= 100 and dot.depth <= 100 for dot in ends)
    room = list(rehearsal(15, seed=3).complete(1).values())
    later = list(rehearsal(30, seed=3).complete(1).values())
    reveal = Reveal().redrawn(Room(room))
    dots = set(reveal.picture.before.dots)
    assert dots == set(picture(room).before.dots)
    assert dots < set(reveal.redrawn(Room(later)).picture.before.dots)


@given(st.randoms(use_true_random=False))
def test_the_order_of_hand_ins_is_not_seen(chance):
    responses = list(rehearsal(14, seed=2).responses)
    shuffled = chance.sample(responses, len(responses))
    assert picture(shuffled) == picture(responses)


# When it changes


def test_a_picture_is_redrawn_after_five_more_only():
    everybody = [person(id, 10 * (id % 5)) for id in range(31)]
    reveal, seen = Reveal(), []
    for n in range(32):
        room = Room(everybody[:n])
        reveal, earlier = reveal.redrawn(room), reveal
        assert (reveal != earlier) == (earlier.more_needed(room) == 0)
        shown = reveal.picture.before
        seen.append(shown.people if shown else 0)
    assert seen == [0] * 5 + [5] * 5 + [10] * 5 + [15] * 5 + [20] * 5 + [25] * 5 + [30] * 2


def test_the_rounds_are_redrawn_apart():
    """Else one answer more after the discussion would be seen beside four from before it."""
    before = people(*[0] * 20)
    reveal = Reveal().redrawn(Room([*before[:12], *after(before[:12])]))
    following = reveal.redrawn(Room([*before[:16], *after(before[:13])]))
    assert following.picture == reveal.picture
    following = reveal.redrawn(Room([*before[:17], *after(before[:13])]))
    assert following.picture.before.people == 17
    assert following.picture.after == reveal.picture.after


def test_changed_answers_and_disappearing_people_are_seen_together_with_others_only():
    before = people(*[0] * 12)
    reveal = Reveal().redrawn(Room(before))
    changed = [person(r.id, 60) for r in before]
    assert reveal.redrawn(Room([*changed[:4], *before[4:]])) == reveal
    assert reveal.redrawn(Room([*changed[:5], *before[5:]])).picture.before.lean == 25
    assert reveal.redrawn(Room(before[:8])) == reveal
    assert reveal.redrawn(Room(before[:7])).picture.before.people == 7
    assert reveal.redrawn(Room(before[:3])).picture == picture([])


def test_who_left_early_is_one_of_five_without_an_arrow():
    before = people(*[0] * 20)
    # Of 19 who stayed, five are left out: in neither round may 1 to 4 be without an arrow.
    expected = {20: 20, 19: 14, 18: 13, 16: 11, 15: 15, 14: 14, 10: 10, 9: 0}
    for n, arrows in expected.items():
        shown = picture([*before, *after(before[:n])])
        assert len(shown.moves.arrows) == arrows
        assert len(shown.before.dots) == 20
    assert picture([*before, *after(before[:19])]).notes == (
        "5 arrows are left out, so nobody stands out by having none.",
    )
    # Of 12 people, 6 arrows would be left; these are too few.
    assert picture([*before[:12], *after(before[:11])]).moves.arrows == ()


def test_moves_are_hidden_while_they_are_no_longer_those_of_the_dots():
    """Five changed their minds, of whom one has an arrow: it would end where no dot is."""
    before = people(*[0] * 20)
    late = people(*[0] * 5)
    late = [replace(one, id=100 + one.id) for one in late]
    reveal = Reveal().redrawn(Room([*before, *late, *after(before)]))
    assert len(reveal.picture.moves.arrows) == 20
    changed = [person(r.id, 60) for r in [before[0], *late[:4]]]
    following = reveal.redrawn(Room([*before, *late, *after(before), *changed]))
    assert following.picture.before != reveal.picture.before
    assert following.picture.moves is None


def test_who_gave_no_guess_is_one_of_five_without():
    shy = [person(id) for id in range(2)]
    room = [*shy, *[person(id, guess=10) for id in range(2, 20)]]
    assert picture(room).guesses.people == 15
    assert picture(room).before.people == 20
    assert picture([*shy, *room[2:7]]).guesses is None


# Laws about whatever may happen in a room


@st.composite
def histories(draw):
    """What a room is shown at several times, before the first of them nothing.

    Meanwhile people come, change their minds, take part again, disappear.
    """
    chance = random.Random(draw(st.integers(0, 10_000)))
    crowd = [
        person(id, 10 * chance.randint(-5, 5), guess=chance.choice([None, 5, -20, 30]))
        for id in range(40)
    ]
    there, reveals = {}, [Reveal()]
    for _ in range(draw(st.integers(1, 8))):
        for one in chance.sample(crowd, chance.choice([1, 2, 4, 5, 6, 9, 14])):
            kind = chance.random()
            if kind < 0.6:
                there.setdefault((one.id, 1), one)
            elif kind < 0.85:
                there.setdefault((one.id, 2), replace(one, round=2))
            elif kind < 0.95:
                there[one.id, 1] = person(one.id, 10 * chance.randint(-5, 5))
            else:
                there.pop((one.id, 1), None)
        reveals.append(reveals[-1].redrawn(Room(there.values())))
    return reveals


def apart(one, other):
    """Of how many people two things tell differently."""
    return sum(one.get(id) != other.get(id) for id in {*one, *other})


@examples(150)
@given(histories())
def test_no_two_pictures_differ_by_fewer_than_five_people_and_nobody_stands_out_by_a_lack(reveals):
    for earlier, reveal in pairwise(reveals):
        for part in ("before", "after", "guesses", "moves"):
            assert apart(getattr(earlier, part), getattr(reveal, part)) in {0, *range(5, 99)}
    for reveal in reveals:
        shown, before, later = reveal.picture, reveal.before, reveal.after
        if shown.guesses:
            assert reveal.guesses.keys() <= before.keys()
            assert len(before) - len(reveal.guesses) in {0, *range(5, 99)}
            assert shown.guesses.people == len(reveal.guesses)
        if shown.moves:
            assert reveal.moves.keys() <= before.keys() & later.keys()
            for whole in (before, later):
                assert len(whole) - len(reveal.moves) in {0, *range(5, 99)}
            assert shown.moves.before.people == len(reveal.moves)


@examples(100)
@given(histories())
def test_what_is_seen_keeps_the_floor(reveals):
    for shown in (reveal.picture for reveal in reveals):
        for group in (shown.before, shown.after):
            assert group is None or group.people >= 5
            assert group is None or len(group.dots) == (group.people if group.people >= 10 else 0)
        assert shown.moves is None or shown.moves.before.people >= 5
        assert shown.moves is None or len(shown.moves.arrows) in (0, *range(10, 99))
        assert shown.guesses is None or shown.guesses.people >= 5
        assert shown.guesses is None or len(shown.guesses.dots) in (0, *range(10, 99))


@examples(25)
@given(histories())
def test_what_was_shown_survives_being_kept_as_a_text(reveals):
    for reveal in reveals:
        again = Reveal.from_text(reveal.to_text())
        assert again == reveal
        assert again.picture == reveal.picture


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"before": ["ROLE1-4"]}', "null"])
def test_a_text_that_was_altered_is_refused(text):
    assert refusal(StoreError, Reveal.from_text, text) == (
        "What was revealed here before cannot be read, because its text was altered. Begin a new "
        "session."
    )


def test_a_round_waits_until_it_is_asked_for():
    before = people(*[0] * 12)
    room = Room([*before, *after(before)])
    reveal = Reveal().redrawn(room.of({1}))
    assert (reveal.rounds, reveal.waiting(room)) == ({1}, [2])
    assert reveal.picture.after is None
    assert reveal.redrawn(room).waiting(room) == []


def test_no_argument_switches_the_floor_off_and_no_repr_shows_an_answer():
    arguments = {
        Room: ["responses", "synthetic"],
        Reveal.redrawn: ["self", "room"],
        Reveal.more_needed: ["self", "room"],
        rehearsal: ["n", "seed"],
    }
    assert {each: list(inspect.signature(each).parameters) for each in arguments} == arguments
    room = rehearsal(12, seed=1)
    assert repr(room) == "Room(synthetic=True)"
    assert repr(Reveal().redrawn(room)) == "Reveal(synthetic=True)"


# The rehearsal


def test_a_rehearsal_is_marked_and_stays_marked():
    reveal = Reveal().redrawn(rehearsal(12, seed=1))
    assert reveal.picture.synthetic
    assert "This is a rehearsal: these people are invented." in reveal.picture.notes
    assert reveal.redrawn(Room(people(*[0] * 30))).picture.synthetic
    assert not picture(people(*[0] * 12)).synthetic


@pytest.mark.parametrize("n", [0, 1, 5, 40, 300])
def test_a_rehearsal_has_any_size(n):
    room = rehearsal(n, seed=5)
    assert len(room.complete(1)) == n
    assert len(room.complete(2)) <= n
    assert all(set(r.answers) == set(ITEMS) for r in room.responses)
    assert [Response.from_code(r.to_code()) for r in room.responses] == list(room.responses)


def test_a_rehearsal_is_the_same_for_the_same_seed_grows_and_shows_two_sides_and_moves():
    assert rehearsal(20, seed=1) == rehearsal(20, seed=1)
    assert rehearsal(20, seed=1) != rehearsal(20, seed=2)
    assert set(rehearsal(20, seed=1).responses) < set(rehearsal(30, seed=1).responses)
    shown = Reveal().redrawn(rehearsal(60, seed=1)).picture
    leans = [dot.lean for dot in shown.before.dots]
    assert min(leans) < -20 < 20 < max(leans)
    assert len(shown.moves.arrows) > 30
    assert shown.guesses.people > 40


@pytest.mark.parametrize("n", [-1, 1.5, "7", None, True])
def test_a_rehearsal_of_no_number_is_refused(n):
    assert refusal(AnswerError, rehearsal, n, seed=1) == (
        f"A rehearsal needs a whole number of people, 0 or more, (got {n!r})."
    )


def test_of_two_responses_with_one_id_and_round_the_later_counts_and_only_responses_do():
    assert Room([person(1, 0), person(1, 40)]).responses == (person(1, 40),)
    assert refusal(AnswerError, Room, ["ROLE1-4"]) == (
        "A room is made of Responses (got a str). Make them with rolekit.cohort.read_codes or take "
        "them from a store."
    )
