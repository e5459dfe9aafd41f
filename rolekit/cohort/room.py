"""What a room of people may see of itself, and when.

A group picture must not tell on anybody in the group. Four rules see to that, and no argument
switches them off:

- Nothing is shown of fewer than 5 people, and below 10 only coarse values.
- Single dots, and single arrows from before the discussion to after it, are shown from 10 people
  on, moved a little at random (`rolekit.cohort.shown`).
- A picture that was shown changes only when 5 responses or more differ. A mean of five people, and
  then of six, tells what the sixth said.
- People who lack something that others have, such as a guess or the second round, must be at least
  5. Otherwise the one dot without an arrow is the one who left early. Where fewer lack it,
  others are left out with them.

A `Room` is everything that was handed in, a `Reveal` is what the room has been shown so far, and a
`Shown` holds the values to draw. Reveals do not change: showing more gives a new one. As a text,
a reveal can be kept with the responses, so a panel that is run again goes on from it.
"""

import json
import random
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from rolekit.cohort.shown import (
    COARSE,
    DOTS_FROM,
    FLOOR,
    Shown,
    group_of,
    guesses_of,
    moves_of,
    seen,
)
from rolekit.errors import AnswerError, StoreError
from rolekit.record.instrument import load_instrument
from rolekit.record.read_codes import collect
from rolekit.record.response import Response

T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """Everything that was handed in.

    responses
        One for each id and round; of several the later is kept.
    synthetic
        Whether these people are invented: a picture of them says so.
    """

    # No answer is shown by the way where an object is only named.
    responses: tuple[Response, ...] = field(repr=False)
    synthetic: bool = False

    def __init__(self, responses: Iterable[Response], *, synthetic: bool = False) -> None:
        several = list(responses)
        for one in several:
            if not isinstance(one, Response):
                raise AnswerError(
                    f"A room is made of Responses (got a {type(one).__name__}). Make them with "
                    "rolekit.cohort.read_codes or take them from a store."
                )
        object.__setattr__(self, "responses", collect(several).responses)
        object.__setattr__(self, "synthetic", synthetic)

    def complete(self, round: int) -> dict[int, Response]:
        """Return id -> response of the people who answered every kind of work in a round."""
        facets = len(load_instrument().facets)
        return {
            response.id: response
            for response in self.responses
            if response.round == round and len(response.answers.by_facet) == facets
        }

    def of(self, rounds: Collection[int]) -> "Room":
        """Return the room as it is in these rounds alone."""
        some = (response for response in self.responses if response.round in rounds)
        return Room(some, synthetic=self.synthetic)

    def incomplete(self, round: int) -> int:
        """Return how many responses of a round leave a kind of work out."""
        handed_in = sum(response.round == round for response in self.responses)
        return handed_in - len(self.complete(round))


@dataclass(frozen=True)
class Reveal:
    """What a room has been shown so far. Start with `Reveal()`.

    before, after
        Id -> response of who is in the picture of each round.
    guesses, moves
        Id -> guess, and id -> response of both rounds, of who has a guess or an arrow in it; they
        stay remembered while they cannot be shown.
    synthetic
        Whether any of it came from a rehearsal.

    >>> from rolekit.cohort.invented import rehearsal; reveal = Reveal().redrawn(rehearsal(7, 1))
    >>> reveal.picture.before.people, reveal.picture.before.dots
    (7, ())
    >>> reveal.redrawn(rehearsal(11, seed=1)) == reveal  # four more are too few
    True
    >>> len(reveal.redrawn(rehearsal(12, seed=1)).picture.before.dots)
    12
    """

    before: Mapping[int, Response] = field(default_factory=dict, repr=False)
    after: Mapping[int, Response] = field(default_factory=dict, repr=False)
    guesses: Mapping[int, int] = field(default_factory=dict, repr=False)
    moves: Mapping[int, tuple[Response, Response]] = field(default_factory=dict, repr=False)
    synthetic: bool = False

    @property
    def rounds(self) -> frozenset[int]:
        """The rounds of which something has been shown."""
        people = {1: self.before, 2: self.after}
        return frozenset(n for n in people if len(people[n]) >= FLOOR)

    def waiting(self, room: Room) -> list[int]:
        """Return the rounds of which nothing has been shown yet, and something may be.

        >>> from rolekit.cohort.invented import rehearsal; Reveal().waiting(rehearsal(12, seed=1))
        [1, 2]
        """
        return [n for n in (1, 2) if n not in self.rounds and len(room.complete(n)) >= FLOOR]

    def redrawn(self, room: Room) -> "Reveal":
        """Return what may be shown of the room now: the same as before where too little is new."""
        before = _next(self.before, room.complete(1))
        after = _next(self.after, room.complete(2))
        guesses = {id: r.guess for id, r in before.items() if r.guess is not None}
        moves = {id: (r, after[id]) for id, r in before.items() if id in after}
        return Reveal(
            before,
            after,
            _next(self.guesses, guesses, before),
            _next(self.moves, moves, before, after),
            self.synthetic or room.synthetic,
        )

    def more_needed(self, room: Room) -> int:
        """Return how many more complete responses it takes until the picture changes, 0 for none.

        >>> from rolekit.cohort.invented import rehearsal; Reveal().more_needed(rehearsal(2, 1))
        3
        """
        differing = max(
            _differing(self.before, room.complete(1)), _differing(self.after, room.complete(2))
        )
        return max(0, FLOOR - differing)

    @cached_property
    def picture(self) -> Shown:
        """The values to draw."""
        before, after = (
            {id: seen(one) for id, one in people.items()} for people in (self.before, self.after)
        )
        # What was shown is remembered, even while it cannot be shown because others changed.
        guesses = self.guesses if _blends_in(self.guesses, self.before) else {}
        now = {id: (self.before.get(id), self.after.get(id)) for id in self.moves}
        stays = now == self.moves and _blends_in(self.moves, self.before, self.after)
        moves = moves_of([(before[id], after[id]) for id in self.moves] if stays else [])
        return Shown(
            group_of([*before.values()]),
            group_of([*after.values()]),
            guesses_of(guesses, before),
            moves,
            tuple(self._notes(len(moves.arrows) if moves else 0)),
            self.synthetic,
        )

    def to_text(self) -> str:
        """Write what was shown, with the codes of the people in it, to be kept with them."""
        return json.dumps(
            {
                "before": [one.to_code() for one in self.before.values()],
                "after": [one.to_code() for one in self.after.values()],
                "guesses": [*self.guesses.items()],
                "moves": [[one.to_code() for one in both] for both in self.moves.values()],
            }
        )

    @classmethod
    def from_text(cls, text: str) -> "Reveal":
        """Read what was shown from its text; "" is nothing. Raises `StoreError` for another text.

        >>> from rolekit.cohort.invented import rehearsal
        >>> reveal = Reveal().redrawn(Room(rehearsal(12, seed=1).responses))
        >>> Reveal.from_text(reveal.to_text()) == reveal, Reveal.from_text("") == Reveal()
        (True, True)
        """
        if not text:
            return cls()
        read = Response.from_code
        try:
            kept = json.loads(text)
            before, after = (
                {one.id: one for one in map(read, kept[part])} for part in ("before", "after")
            )
            moves = {read(first).id: (read(first), read(last)) for first, last in kept["moves"]}
            return cls(before, after, dict(kept["guesses"]), moves)
        except (ValueError, TypeError, LookupError) as problem:
            raise StoreError(
                "What was revealed here before cannot be read, because its text was altered. Begin "
                "a new session."
            ) from problem

    def _notes(self, arrows: int) -> Iterator[str]:
        if self.synthetic:
            yield "This is a rehearsal: these people are invented."
        for people, which in ((self.before, ""), (self.after, " after the discussion")):
            if len(people) < FLOOR and not which:
                yield f"With fewer than {FLOOR} people, nothing is shown."
            elif FLOOR <= len(people) < DOTS_FROM:
                yield (
                    f"With {len(people)} people{which}, values are rounded to {COARSE} points. "
                    f"Dots for single people appear from {DOTS_FROM} on."
                )
        left_out = sum(id in self.after for id in self.before) - arrows
        if arrows and left_out:
            yield f"{left_out} arrows are left out, so nobody stands out by having none."


def _next(
    shown: Mapping[int, T], wanted: Mapping[int, T], *wholes: Mapping[int, object]
) -> Mapping[int, T]:
    """Return what may be shown next, of what one would like to show; else what was shown.

    It differs from what was shown in nothing or in 5 people at least, and so do those of each whole
    who are not in it. Where they are too few, some of the new ones are left out with them.
    """
    # In an order that stays, so that asking again does not leave out others.
    new = sorted(wanted.keys() - shown.keys(), key=lambda id: random.Random(id).random())
    for count in range(FLOOR + 1 if wholes else 1):
        left_out = set(new[:count])
        found = {id: value for id, value in wanted.items() if id not in left_out}
        if _differing(shown, found) not in range(1, FLOOR) and _blends_in(found, *wholes):
            return found
    return shown


def _blends_in(part: Mapping[int, object], *wholes: Mapping[int, object]) -> bool:
    """Return whether those of each whole who are not in the part are none, or 5 at least."""
    return all(
        part.keys() <= whole.keys() and len(whole) - len(part) not in range(1, FLOOR)
        for whole in wholes
    )


def _differing(one: Mapping[int, object], other: Mapping[int, object]) -> int:
    """Return of how many people there is something else in the two."""
    return sum(one.get(id) != other.get(id) for id in one.keys() | other.keys())
