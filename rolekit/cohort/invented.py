"""A room of invented people, to practise with."""

import random
from dataclasses import replace

from rolekit.base.progress import progress
from rolekit.cohort.room import Room
from rolekit.errors import AnswerError
from rolekit.measure.people import Population, persons
from rolekit.measure.placement import place
from rolekit.record.answers import Answers
from rolekit.record.codes import STEP
from rolekit.record.response import Response


def rehearsal(n: int, seed: int) -> Room:
    """Return a room of n invented people, to practise with: two rounds, and most have a guess.

    The same seed gives the same people, and a larger n adds to them. Raises `AnswerError` unless n
    is a whole number from 0 on.

    >>> room = rehearsal(30, seed=1)
    >>> room.synthetic, len(room.complete(1)), len(room.complete(2)) < 30
    (True, 30, True)
    """
    if not isinstance(n, int) or isinstance(n, bool) or n < 0:
        raise AnswerError(f"A rehearsal needs a whole number of people, 0 or more, (got {n!r}).")
    chance, responses = random.Random(seed), []
    kinds = [Population(analytics=62, engineering=42), Population(analytics=42, engineering=62)]
    crowds = [persons(kind, n, seed + place) for place, kind in enumerate(kinds)]
    for _ in progress(range(n), "Inventing", "person"):
        answers = next(crowds[chance.random() < 0.5]).answers
        guess = round(max(-100, min(100, place(answers).lean + chance.gauss(0, 25))))
        first = Response(
            answers, chance.getrandbits(40), guess=guess if chance.random() < 0.9 else None
        )
        responses.append(first)
        if chance.random() < 0.85:
            moved = {item: _moved(value, chance) for item, value in answers.by_item.items()}
            responses.append(replace(first, answers=Answers.from_items(moved), round=2))
    return Room(responses, synthetic=True)


def _moved(value: int, chance: random.Random) -> int:
    """Return an answer after the discussion: mostly the same, else a step or two away."""
    return max(0, min(100, value + STEP * chance.choice([-2, -1, 0, 0, 0, 0, 1, 2])))
