"""The game of pairs without a page: what is dealt, what is chosen, and what the code gets."""

from dataclasses import replace

import ipywidgets
import pytest
from hypothesis import given
from hypothesis import strategies as st
from panels import as_drawn, button, code_on, figure_of, only, paste, pictures, sentences, shown
from people import FEW, ID_OF, ONE, OTHER, SIDE_OF, pairs_of
from strategies import choices as one_choice
from strategies import examples

from rolekit import Response, place
from rolekit.figures import two_methods
from rolekit.measure.example import EXAMPLE
from rolekit.measure.pairs import compare, load_pairs, score_pairs
from rolekit.measure.panels.pair_cards import PairCards
from rolekit.measure.panels.pairs_game import COVERED
from rolekit.measure.words import describe_missing, describe_pairs
from rolekit.widgets import PairsGame, Person

NONE = (None,) * 10
PLAYED = ("engineering",) * 3 + (None,) + ("analytics",) * 6
ids = st.integers(0, 2**40 - 1).filter(lambda id: id != EXAMPLE.id)
tens = st.tuples(*[one_choice] * 10)


class Table:
    """A game with a person beside it, or within it, and somebody who plays."""

    def __init__(self, *pasted, alone=False):
        self.person = None if alone else Person()
        self.game = PairsGame(self.person)
        if alone:
            self.person = only(self.game, Person)
        self.cards = only(self.game, PairCards)
        for response in pasted:
            self.paste(response)

    def paste(self, response):
        paste(self.person, response.to_code())

    @property
    def response(self):
        return self.person.response

    def send(self, **changes):
        """Let the kernel hear from the page, as it does: several changes in one message."""
        self.cards.set_state(changes)

    def choose(self, side):
        """Choose 0 (left), 1 (right) or None (skip), as the page does."""
        at, made = self.cards.at, list(self.cards.choices)
        made[at] = side
        self.send(choices=made, at=at + 1)

    def play(self, wanted):
        """Play all pairs that are left for the choices wanted, in the order of the table."""
        while self.cards.at < 10:
            texts = self.cards.pairs[self.cards.at]
            choice = wanted[ID_OF[texts[0]] - 1]
            self.choose(choice and [SIDE_OF[text] for text in texts].index(choice))

    @property
    def said(self):
        return [text for text in sentences(self.game) if text]

    @property
    def is_compared(self):
        return bool(pictures(self.game))

    @property
    def read_back(self):
        """What the code to take away says."""
        return Response.from_code(code_on(self.game))

    @property
    def end(self):
        """What is told, kept and handed out when it is over."""
        return self.said, self.response, self.read_back


def told(response):
    """What is said at the end about somebody with a place."""
    result, placement = score_pairs(response.pairs), place(response.answers)
    return f"{compare(placement, result)} {describe_pairs(result)}"


def end_for(response):
    """The end for somebody with a place, the choices being in the record."""
    return [told(response)], response, response


@pytest.fixture
def table():
    """One person's, before the first pair."""
    return Table(ONE)


@pytest.fixture
def played():
    """One person's, after the last pair."""
    made = Table(ONE)
    made.play(PLAYED)
    return made


class TestDealing:
    @given(ids)
    @examples(8)
    def test_order_and_sides_follow_the_id_alone_either_side_on_the_left_five_times(self, id):
        # An answer, a guess and a round more or less deal the same cards.
        one = Table(Response(ONE.answers, id=id))
        other = Table(Response(OTHER.answers, id=id, guess=30, round=2))
        assert one.cards.pairs == other.cards.pairs
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
    @examples(12)
    def test_choices_are_in_the_order_of_the_table_and_laid_out_again(self, id, wanted):
        table = Table(Response(ONE.answers, id=id))
        table.play(wanted)
        assert table.game.choices == wanted
        assert table.response.pairs == (wanted if any(wanted) else None)
        table = Table(Response(ONE.answers, id=id, pairs=wanted))
        assert (table.game.choices, table.cards.at) == (wanted, 10)
        played = Table(Response(ONE.answers, id=id))
        played.play(wanted)
        assert table.cards.choices == played.cards.choices


class TestPlaying:
    def test_nothing_is_shown_before_the_last_pair(self, table):
        for pair in range(10):
            assert table.said == [COVERED]
            assert (table.is_compared, code_on(table.game), table.response) == (False, None, ONE)
            assert table.cards.at == pair
            table.choose(0)
        assert table.is_compared

    @pytest.mark.parametrize(
        ("wanted", "said"),
        [
            (PLAYED, "You chose the engineering task in 3 of 9 pairs."),
            (pairs_of(1), "Mixed signals: the sliders point towards engineering"),
            (pairs_of(9), "Both methods point the same way: towards engineering."),
            (pairs_of(5), "leaves the side open"),
        ],
        ids=["one skipped", "mixed", "same", "open"],
    )
    def test_the_end_shows_both_methods_and_the_code_with_the_choices(self, table, wanted, said):
        table.play(wanted)
        assert table.game.choices == wanted
        assert table.end == end_for(replace(ONE, pairs=wanted))
        assert said in table.said[0]
        both = two_methods(place(ONE.answers), score_pairs(wanted))
        assert figure_of(table.game) == as_drawn(both)

    def test_a_choice_can_be_changed_on_the_way_back(self, table):
        table.play(pairs_of(0))
        table.send(at=9)
        assert table.said == [COVERED]
        assert not table.is_compared
        last = table.cards.pairs[9]
        table.choose([SIDE_OF[text] for text in last].index("engineering"))
        changed = ID_OF[last[0]]
        wanted = tuple("engineering" if p.id == changed else "analytics" for p in load_pairs())
        assert table.end == end_for(replace(ONE, pairs=wanted))

    def test_clicks_that_reach_a_busy_kernel_together_count_as_well(self, table):
        """Back and another choice in one message: the game is over before and after."""
        for _ in range(10):
            table.choose(0)
        first = table.response.pairs
        table.send(choices=[0] * 9 + [1], at=10)
        assert table.game.choices != first
        assert table.end == end_for(replace(ONE, pairs=table.game.choices))

    def test_some_pairs_can_be_skipped(self, table):
        wanted = (None, "engineering", *NONE[2:])
        table.play(wanted)
        assert table.response.pairs == wanted
        assert " You chose the engineering task in 1 of 1 pairs." in table.said[0]

    def test_all_pairs_can_be_skipped(self, table):
        table.play(NONE)
        assert table.said == ["You skipped every pair."]
        assert (table.is_compared, code_on(table.game), table.response) == (False, None, ONE)

    def test_it_can_be_started_over(self, played):
        dealt = played.cards.pairs
        played.send(choices=list(NONE), at=0)
        assert played.said == [COVERED]
        assert (played.game.choices, played.is_compared) == (NONE, False)
        assert played.cards.pairs == dealt
        played.play(pairs_of(0))
        assert played.response.pairs == pairs_of(0)

    def test_who_starts_over_and_skips_all_takes_the_choices_back(self, played):
        played.send(choices=list(NONE), at=0)
        played.play(NONE)
        assert (played.said, played.response) == (["You skipped every pair."], ONE)

    def test_without_a_place_the_choices_are_told_and_kept_alone(self):
        table = Table(FEW)
        table.play(PLAYED)
        missing = describe_missing({"analytics": (0, 4), "engineering": (1, 4)})
        told = describe_pairs(score_pairs(PLAYED))
        assert table.said == [f"{told} There's no result from the sliders yet. {missing}"]
        assert not table.is_compared
        assert table.read_back == replace(FEW, pairs=PLAYED)


class TestInvented:
    @pytest.fixture
    def table(self):
        """Nobody's, after the last pair."""
        made = Table()
        made.play(PLAYED)
        return made

    def test_the_choices_are_told_without_the_sliders_of_somebody_invented(self, table):
        assert table.said == [
            f"{describe_pairs(score_pairs(PLAYED))} Paste your response code above to see your "
            "sliders beside it."
        ]
        assert (table.is_compared, code_on(table.game)) == (False, None)
        assert table.response == EXAMPLE

    def test_who_plays_first_and_pastes_the_code_afterwards_keeps_the_choices(self, table):
        dealt = table.cards.pairs
        table.paste(ONE)
        assert table.cards.pairs == dealt
        assert table.end == end_for(replace(ONE, pairs=PLAYED))

    def test_but_choices_that_the_code_holds_go_before(self, table):
        own = replace(ONE, pairs=pairs_of(0))
        table.paste(own)
        assert (table.response, table.game.choices) == (own, own.pairs)

    def test_a_game_that_is_not_over_starts_anew(self):
        table = Table()
        table.choose(1)
        table.paste(ONE)
        assert (table.cards.at, table.game.choices, table.response) == (0, NONE, ONE)
        assert table.cards.pairs == Table(ONE).cards.pairs


class TestPeople:
    def test_a_code_with_choices_is_over_at_once(self):
        own = replace(ONE, pairs=PLAYED)
        assert Table(own).end == end_for(own)

    def test_a_game_that_is_made_later_knows_the_person_too(self, played):
        game = PairsGame(played.person)
        assert game.choices == PLAYED
        assert pictures(game)

    def test_another_person_starts_anew(self, played):
        played.paste(OTHER)
        assert played.response == OTHER
        assert (played.game.choices, played.cards.at, played.said) == (NONE, 0, [COVERED])
        assert played.cards.pairs == Table(OTHER).cards.pairs
        assert code_on(played.game) is None

    def test_another_person_with_choices_gets_their_own(self, played):
        own = replace(OTHER, pairs=pairs_of(10))
        played.paste(own)
        assert played.end == end_for(own)

    def test_back_to_the_invented_person_nothing_is_kept(self, played):
        played.paste(EXAMPLE)
        assert (played.game.choices, played.response) == (NONE, EXAMPLE)

    def test_the_same_person_may_paste_an_earlier_code_again(self, played):
        changed = replace(ONE, answers=ONE.answers.having("statistics-1", 100))
        played.paste(changed)
        assert played.end == end_for(replace(changed, pairs=PLAYED))

    @pytest.mark.parametrize("chosen", [0, 4, 10])
    def test_the_same_person_may_paste_a_later_code(self, table, chosen):
        """Its choices are the ones that count, whatever was played here."""
        for _ in range(chosen):
            table.choose(0)
        later = replace(ONE, pairs=PLAYED)
        table.paste(later)
        assert (table.game.choices, table.cards.at) == (PLAYED, 10)
        assert table.end == end_for(later)

    def test_a_code_with_a_fault_leaves_the_game_as_it_was(self, table):
        table.choose(1)
        before = (table.cards.get_state(), table.said)
        paste(table.person, "nonsense")
        assert (table.cards.get_state(), table.said) == before

    def test_two_games_about_one_person_agree_on_the_code(self):
        table = Table()
        other = PairsGame(table.person)
        table.paste(ONE)
        table.send(choices=[0] * 10, at=10)
        assert table.response.pairs == table.game.choices == other.choices


class TestAlone:
    def test_a_field_for_a_code_is_part_of_it(self):
        game = PairsGame()
        assert only(game, ipywidgets.Text).description == "Your response code"
        assert button(game, "Use my code")
        assert not shown(PairsGame(Person()), ipywidgets.Text)

    def test_it_is_played_like_any_other(self):
        table = Table(ONE, alone=True)
        table.play(PLAYED)
        assert table.response == replace(ONE, pairs=PLAYED)
        assert told(table.response) in table.said
        assert shown(table.game, ipywidgets.Text)
        assert "What follows is about you." in table.said

    def test_choices_are_kept_for_a_code_that_is_pasted_afterwards(self):
        table = Table(alone=True)
        table.play(PLAYED)
        table.paste(ONE)
        assert table.read_back == replace(ONE, pairs=PLAYED)

    def test_two_games_do_not_disturb_each_other(self):
        one, other = Table(ONE, alone=True), Table(OTHER, alone=True)
        one.play(PLAYED)
        assert (other.game.choices, other.response) == (NONE, OTHER)
