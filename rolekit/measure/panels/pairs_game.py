"""The game of pairs: which of two tasks would you rather do, ten times over?"""

import random
from dataclasses import replace
from typing import Any

from rolekit.base.ui.code_box import CodeBox
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import NotEnoughAnswers
from rolekit.measure.example import is_example
from rolekit.measure.figures.two_methods import two_methods
from rolekit.measure.pairs import compare, load_pairs, score_pairs
from rolekit.measure.panels.pair_cards import PairCards
from rolekit.measure.panels.person import Person
from rolekit.measure.placement import place
from rolekit.measure.words import describe_missing, describe_pairs
from rolekit.record.codes import PairChoice
from rolekit.record.panels.hand_in import HandIn
from rolekit.record.response import Response

COVERED = "After the last pair, you'll see both methods side by side here."


class PairsGame(Panel):
    """Ten pairs as a game of two buttons, and then sliders and pairs side by side.

    Parameters
    ----------
    person : Person, optional
        Whose answers the choices are set beside, and whose code gets them. Without one, a field
        for a code is part of the game.
    """

    def __init__(self, person: Person | None = None) -> None:
        self._person = person or Person()
        self._cards = PairCards()
        self._shown, self._said = Picture(), Sentence()
        self._code, self._hand_in = CodeBox(), HandIn(self._choose_round)
        super().__init__(())
        self._given = () if person else (self._person,)
        self._deal(self._person.response)
        # A busy kernel hears of several clicks at once, which can end at the pair where they began.
        self._cards.observe(self._played, ["choices", "at"])
        self._person.observe(self._another_person, "response")
        self._show()

    @property
    def choices(self) -> tuple[PairChoice, ...]:
        """The ten choices, in the order of the table."""
        chosen = dict(zip(self._order, self._cards.choices, strict=True))
        return tuple(
            None if (at := chosen[i]) is None else sides[at] for i, sides in enumerate(self._sides)
        )

    def _deal(self, response: Response) -> None:
        """Lay out the pairs in an order of the person's own, either side as often on the left."""
        pairs, chance = load_pairs(), random.Random(response.id)
        self._order = chance.sample(range(len(pairs)), len(pairs))
        turned = chance.sample([True, False] * (len(pairs) // 2), len(pairs))
        self._sides: list[tuple[PairChoice, PairChoice]] = [
            ("engineering", "analytics") if turn else ("analytics", "engineering")
            for turn in turned
        ]
        chosen = response.pairs or (None,) * len(pairs)
        with self._cards.hold_sync():
            self._cards.pairs = [
                [getattr(pairs[i], str(side)) for side in self._sides[i]] for i in self._order
            ]
            self._cards.choices = [
                None if (choice := chosen[i]) is None else self._sides[i].index(choice)
                for i in self._order
            ]
            self._cards.at = len(pairs) if response.pairs else 0

    @property
    def _over(self) -> bool:
        return bool(self._cards.at == len(self._cards.pairs))

    def _played(self, _: object) -> None:
        if self._over and not self._person.is_example:
            chosen = self.choices if any(self.choices) else None
            self._person.response = replace(self._person.response, pairs=chosen)
        self._show()

    def _choose_round(self, round: int) -> None:
        self._person.response = replace(self._person.response, round=round)

    def _another_person(self, change: dict[str, Any]) -> None:
        was, now = change["old"], change["new"]
        mine = is_example(was) or was.id == now.id
        if mine and self._over and any(self.choices) and now.pairs is None:
            # Who plays first and pastes the code afterwards, or an earlier one, keeps the choices.
            self._person.response = replace(now, pairs=self.choices)
            return
        if was.id != now.id or now.pairs not in (None, self.choices):
            self._deal(now)
        self._show()

    def _show(self) -> None:
        if not self._over or not any(self.choices):
            self._said.text = COVERED if not self._over else "You skipped every pair."
            self.children = (*self._given, self._cards, self._said)
            return
        result = score_pairs(self.choices)
        self._said.text = describe_pairs(result)
        own = (*self._given, self._cards)
        if self._person.is_example:
            self._said.text += " Paste your response code above to see your sliders beside it."
            self.children = (*own, self._said)
            return
        try:
            placement = place(self._person.response.answers)
        except NotEnoughAnswers as few:
            self._said.text += (
                f" There's no result from the sliders yet. {describe_missing(few.missing)}"
            )
            self.children = (*own, self._said, self._code, self._hand_in)
        else:
            text = f"{compare(placement, result)} {describe_pairs(result)}"
            self._shown.show(two_methods(placement, result), text)
            self.children = (*own, self._shown, self._code, self._hand_in)
        self._code.code = self._person.response.to_code()
        self._hand_in.response = self._person.response
