"""The game of pairs without a page: what is dealt, what is chosen, and what the code gets."""

from dataclasses import replace

import ipywidgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import choices as one_choice
from test_person import EXAMPLE, ONE, OTHER, figure_of, paste, replies
from test_widgets import described, shown

from rolekit import Answers, Response, place
from rolekit.describe import describe_pairs
from rolekit.figures import two_methods
from rolekit.figures.shown import drawn
from rolekit.pairs import compare, load_pairs, score_pairs
from rolekit.widgets import PairsGame, Person
from rolekit.widgets.elements import CodeBox, PairCards, Sentence
from rolekit.widgets.pairs_game import COVERED
from rolekit.widgets.panel import Picture

PAIRS = load_pairs()
SIDE_OF = {pair.analytics: "analytics" for pair in PAIRS}
SIDE_OF |= {pair.engineering: "engineering" for pair in PAIRS}
ID_OF = {text: pair.id for pair in PAIRS for text in (pair.analytics, pair.engineering)}
NONE = (None,) * 10
PLAYED = ("engineering",) * 3 + (None,) + ("analytics",) * 6
FEW = Response(Answers.from_items({"pipelines-1": 50}), id=9)
ids = st.integers(0, 2**40 - 1).filter(lambda id: id != EXAMPLE.id)
tens = st.tuples(*[one_choice] * 10)


class Table:
    """A game with a person beside it, and somebody who plays."""

    def __init__(self, *pasted, alone=False):
        self.person = None if alone else Person()
        self.game = PairsGame(self.person)
        [self.cards] = shown(self.game, PairCards)
        for response in pasted:
            self.paste(response)

    def paste(self, response):
        paste(self.person or self.game, response.to_code())

    @property
    def response(self):
        return (self.person or self.game._person).response

    def send(self, **changes):
        """Let the kernel hear from the page, as it does: several changes in one message."""
        self.cards.set_state(changes)

    def choose(self, side):
        """Choose 0 (left), 1 (right) or None (skip), as the page does."""
        at, made = self.cards.at, list(self.cards.choices)
        made[at] = side
        self.send(choices=made, at=at + 1)

    def choose_for(self, wanted):
        """Play all pairs that are left for the choices wanted, in the order of the table."""
        while self.cards.at < 10:
            texts = self.cards.pairs[self.cards.at]
            choice = wanted[ID_OF[texts[0]] - 1]
            self.choose(choice and [SIDE_OF[text] for text in texts].index(choice))

    @property
    def said(self):
        return [part.text for part in shown(self.game, Sentence) if part.text]

    @property
    def code(self):
        boxes = shown(self.game, CodeBox)
        return boxes[0].code if boxes else None

    @property
    def is_compared(self):
        return bool(shown(self.game, Picture))


def is_drawn_as(panel, figure):
    [content] = drawn(figure).values()
    return figure_of(panel) == content


def told(response, choices):
    result, placement = score_pairs(choices), place(response.answers)
    return f"{describe_pairs(result)} {compare(placement, result)}"


class TestDealing:
    @given(ids)
    @settings(max_examples=15)
    def test_order_and_sides_follow_the_id_alone(self, id):
        # An answer, a guess and a round more or less deal the same cards.
        one = Table(Response(ONE.answers, id=id))
        other = Table(Response(OTHER.answers, id=id, guess=30, round=2))
        assert one.cards.pairs == other.cards.pairs

    @given(ids)
    @settings(max_examples=15)
    def test_either_side_is_on_the_left_five_times_and_no_pair_is_torn(self, id):
        cards = Table(Response(ONE.answers, id=id)).cards
        left = [SIDE_OF[left] for left, _ in cards.pairs]
        assert left.count("analytics") == left.count("engineering") == 5
        assert all(SIDE_OF[a] != SIDE_OF[b] and ID_OF[a] == ID_OF[b] for a, b in cards.pairs)
        assert sorted(ID_OF[a] for a, _ in cards.pairs) == list(range(1, 11))

    def test_people_get_orders_of_their_own(self):
        dealt = [Table(Response(ONE.answers, id=id)).cards.pairs for id in range(5)]
        assert len({str(pairs) for pairs in dealt}) == 5
        orders = {tuple(ID_OF[a] for a, _ in pairs) for pairs in dealt}
        turns = {tuple(SIDE_OF[a] for a, _ in pairs) for pairs in dealt}
        assert len(orders) == len(turns) == 5

    @given(ids, tens)
    @settings(max_examples=25)
    def test_choices_are_in_the_order_of_the_table_whatever_the_shuffle(self, id, wanted):
        table = Table(Response(ONE.answers, id=id))
        table.choose_for(wanted)
        assert table.game.choices == wanted
        assert table.response.pairs == (wanted if any(wanted) else None)

    @given(ids, tens)
    @settings(max_examples=25)
    def test_a_code_with_choices_lays_them_out_as_they_were_made(self, id, wanted):
        table = Table(Response(ONE.answers, id=id, pairs=wanted))
        assert (table.game.choices, table.cards.at) == (wanted, 10)
        played = Table(Response(ONE.answers, id=id))
        played.choose_for(wanted)
        assert table.cards.choices == played.cards.choices


class TestPlaying:
    def test_nothing_is_shown_before_the_last_pair(self):
        table = Table(ONE)
        for pair in range(10):
            assert table.said == [COVERED]
            assert (table.is_compared, table.code, table.response) == (False, None, ONE)
            assert table.cards.at == pair
            table.choose(0)
        assert table.is_compared

    def test_the_end_shows_both_methods_and_the_code_with_the_choices(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        assert table.game.choices == table.response.pairs == PLAYED
        assert table.response == replace(ONE, pairs=PLAYED)
        assert table.said == [told(ONE, PLAYED)]
        assert is_drawn_as(table.game, two_methods(place(ONE.answers), score_pairs(PLAYED)))
        assert Response.from_code(table.code) == table.response

    def test_a_choice_can_be_changed_on_the_way_back(self):
        table = Table(ONE)
        table.choose_for(("analytics",) * 10)
        table.send(at=9)
        assert table.said == [COVERED]
        assert not table.is_compared
        last = table.cards.pairs[9]
        table.choose([SIDE_OF[text] for text in last].index("engineering"))
        wanted = tuple(
            "engineering" if pair.id == ID_OF[last[0]] else "analytics" for pair in PAIRS
        )
        assert table.response.pairs == wanted
        assert table.said == [told(ONE, wanted)]

    def test_clicks_that_reach_a_busy_kernel_together_count_as_well(self):
        """Back and another choice in one message: the game is over before and after."""
        table = Table(ONE)
        for _ in range(10):
            table.choose(0)
        first = table.response.pairs
        table.send(choices=[0] * 9 + [1], at=10)
        assert table.response.pairs == table.game.choices != first
        assert table.said == [told(ONE, table.game.choices)]
        assert Response.from_code(table.code).pairs == table.game.choices

    def test_some_pairs_can_be_skipped(self):
        table = Table(ONE)
        wanted = (None, "engineering", *NONE[2:])
        table.choose_for(wanted)
        assert table.response.pairs == wanted
        assert table.said[0].startswith("You chose the engineering task in 1 of 1 pairs.")

    def test_all_pairs_can_be_skipped(self):
        table = Table(ONE)
        table.choose_for(NONE)
        assert table.said == ["Every pair was skipped."]
        assert (table.is_compared, table.code, table.response) == (False, None, ONE)

    def test_it_can_be_started_over(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        dealt = table.cards.pairs
        table.send(choices=list(NONE), at=0)
        assert table.said == [COVERED]
        assert (table.game.choices, table.is_compared) == (NONE, False)
        assert table.cards.pairs == dealt
        table.choose_for(("analytics",) * 10)
        assert table.response.pairs == ("analytics",) * 10

    def test_who_starts_over_and_skips_all_takes_the_choices_back(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        table.send(choices=list(NONE), at=0)
        table.choose_for(NONE)
        assert table.said == ["Every pair was skipped."]
        assert table.response == ONE

    @pytest.mark.parametrize(
        ("wanted", "sentence"),
        [
            (
                ("analytics",) * 9 + ("engineering",),
                "Mixed signals: the sliders point towards engineering, the pairs towards "
                "analytics. What you would give your time to and what you would rather do can "
                "differ; that is worth a talk.",
            ),
            (
                ("engineering",) * 9 + ("analytics",),
                "Both methods point the same way: towards engineering.",
            ),
            (
                ("engineering",) * 5 + ("analytics",) * 5,
                "At least one of the two methods leaves the side open, so they do not contradict.",
            ),
        ],
        ids=["mixed", "same", "open"],
    )
    def test_how_the_two_methods_go_together_is_said(self, wanted, sentence):
        assert place(ONE.answers).side == "engineering"
        table = Table(ONE)
        table.choose_for(wanted)
        assert table.said == [f"{describe_pairs(score_pairs(wanted))} {sentence}"]

    def test_without_a_place_the_choices_are_told_and_kept_alone(self):
        table = Table(FEW)
        table.choose_for(PLAYED)
        assert table.said == [
            f"{describe_pairs(score_pairs(PLAYED))} The sliders give no place yet: 0 of 4 needed "
            "on the analytics side, 1 of 4 needed on the engineering side."
        ]
        assert not table.is_compared
        assert Response.from_code(table.code) == replace(FEW, pairs=PLAYED)


class TestInvented:
    def test_the_choices_are_told_without_the_sliders_of_somebody_invented(self):
        table = Table()
        table.choose_for(PLAYED)
        assert table.said == [
            f"{describe_pairs(score_pairs(PLAYED))} Paste your code above to see your sliders "
            "beside it."
        ]
        assert (table.is_compared, table.code) == (False, None)
        assert table.response == EXAMPLE

    def test_who_plays_first_and_pastes_the_code_afterwards_keeps_the_choices(self):
        table = Table()
        table.choose_for(PLAYED)
        dealt = table.cards.pairs
        table.paste(ONE)
        assert table.response == replace(ONE, pairs=PLAYED)
        assert table.cards.pairs == dealt
        assert table.said == [told(ONE, PLAYED)]
        assert Response.from_code(table.code) == table.response

    def test_but_choices_that_the_code_holds_go_before(self):
        table = Table()
        table.choose_for(PLAYED)
        own = replace(ONE, pairs=("analytics",) * 10)
        table.paste(own)
        assert table.response == own
        assert table.game.choices == own.pairs

    def test_a_game_that_is_not_over_starts_anew(self):
        table = Table()
        table.choose(1)
        table.paste(ONE)
        assert (table.cards.at, table.game.choices, table.response) == (0, NONE, ONE)
        assert table.cards.pairs == Table(ONE).cards.pairs


class TestPeople:
    def test_a_code_with_choices_is_over_at_once(self):
        table = Table(replace(ONE, pairs=PLAYED))
        assert table.said == [told(ONE, PLAYED)]
        assert Response.from_code(table.code) == replace(ONE, pairs=PLAYED)

    def test_a_game_that_is_made_later_knows_the_person_too(self):
        person = Person()
        paste(person, replace(ONE, pairs=PLAYED).to_code())
        game = PairsGame(person)
        assert game.choices == PLAYED
        assert shown(game, Picture)

    def test_another_person_starts_anew(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        table.paste(OTHER)
        assert table.response == OTHER
        assert (table.game.choices, table.cards.at, table.said) == (NONE, 0, [COVERED])
        assert table.cards.pairs == Table(OTHER).cards.pairs
        assert table.code is None

    def test_another_person_with_choices_gets_their_own(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        own = replace(OTHER, pairs=("engineering",) * 10)
        table.paste(own)
        assert table.response == own
        assert table.said == [told(OTHER, own.pairs)]

    def test_back_to_the_invented_person_nothing_is_kept(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        table.paste(EXAMPLE)
        assert (table.game.choices, table.response) == (NONE, EXAMPLE)

    def test_the_same_person_may_paste_an_earlier_code_again(self):
        table = Table(ONE)
        table.choose_for(PLAYED)
        changed = replace(ONE, answers=ONE.answers.having("statistics-1", 100))
        table.paste(changed)
        assert table.response == replace(changed, pairs=PLAYED)
        assert table.said == [told(changed, PLAYED)]
        assert Response.from_code(table.code) == table.response

    @pytest.mark.parametrize("played", [0, 4, 10])
    def test_the_same_person_may_paste_a_later_code(self, played):
        """Its choices are the ones that count, whatever was played here."""
        table = Table(ONE)
        for _ in range(played):
            table.choose(0)
        later = replace(ONE, pairs=PLAYED)
        table.paste(later)
        assert (table.response, table.game.choices, table.cards.at) == (later, PLAYED, 10)
        assert table.said == [told(ONE, PLAYED)]

    def test_a_code_with_a_fault_leaves_the_game_as_it_was(self):
        table = Table(ONE)
        table.choose(1)
        before = (table.cards.get_state(), table.said)
        paste(table.person, "nonsense")
        assert (table.cards.get_state(), table.said) == before

    def test_two_games_about_one_person_agree_on_the_code(self):
        person = Person()
        one, other = PairsGame(person), PairsGame(person)
        paste(person, ONE.to_code())
        [cards] = shown(one, PairCards)
        cards.set_state({"choices": [0] * 10, "at": 10})
        assert person.response.pairs == one.choices == other.choices


class TestAlone:
    def test_a_field_for_a_code_is_part_of_it(self):
        game = PairsGame()
        assert [field.description for field in shown(game, ipywidgets.Text)] == [
            "Your response code"
        ]
        assert described(game, ipywidgets.Button, "Use my code")
        assert not shown(PairsGame(Person()), ipywidgets.Text)

    def test_it_is_played_like_any_other(self):
        table = Table(ONE, alone=True)
        table.choose_for(PLAYED)
        assert table.response == replace(ONE, pairs=PLAYED)
        assert told(ONE, PLAYED) in table.said
        assert shown(table.game, ipywidgets.Text)
        assert "What follows is about you." in replies(table.game)

    def test_choices_are_kept_for_a_code_that_is_pasted_afterwards(self):
        table = Table(alone=True)
        table.choose_for(PLAYED)
        table.paste(ONE)
        assert Response.from_code(table.code) == replace(ONE, pairs=PLAYED)

    def test_two_games_do_not_disturb_each_other(self):
        one, other = Table(ONE, alone=True), Table(OTHER, alone=True)
        one.choose_for(PLAYED)
        assert (other.game.choices, other.response) == (NONE, OTHER)
