"""Responses: everything that is ever stored of a person.

A `Response` is the answers, a random id, the round, the guess and the choices in the game of pairs.
No name, no free text, no time.
"""

from dataclasses import dataclass, field

from rolekit.errors import AnswerError
from rolekit.record.answers import Answers, known_good
from rolekit.record.codes import (
    CHOICES,
    ID_BITS,
    PAIRS,
    Contents,
    PairChoice,
    contents_of,
    encode,
    new_id,
    symbols_of,
    version_of,
)


@dataclass(frozen=True)
class Response:
    """One person's record.

    answers
        The `Answers`; a code keeps them in steps of 5.
    id
        A whole number below 2^40, random unless given. It says nothing about the person, but keeps
        two hand-ins of one person together.
    round
        1 before the discussion, 2 after it.
    guess
        The person's own guess before answering: whole points of lean, -100..100, or None.
    pairs
        Ten choices, each "analytics", "engineering" or None; or None if the game was not played.

    Raises `AnswerError` for a value outside of these, or for answers to items that no version of
    the instrument has asked together.

    >>> Response(Answers(), id=7, guess=-20).to_code()
    'ROLE1-40000-0007N-NNNNN-NNNNN-N2GRZ-C'
    """

    answers: Answers
    id: int = field(default_factory=new_id)
    round: int = 1
    guess: int | None = None
    pairs: tuple[PairChoice, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse what a record cannot hold."""
        if not isinstance(self.answers, Answers):
            raise AnswerError(
                f"'answers' must be Answers (got a {type(self.answers).__name__}). Make them with "
                "Answers.from_items or Answers.from_facets."
            )
        version_of(self.answers.by_item)
        _whole("id", self.id, 0, 2**ID_BITS - 1)
        _whole("round", self.round, 1, 2)
        if self.guess is not None:
            _whole("guess", self.guess, -100, 100)
        if self.pairs is not None and (
            not isinstance(self.pairs, tuple)
            or len(self.pairs) != PAIRS
            or any(choice not in CHOICES for choice in self.pairs)
        ):
            raise AnswerError(
                f"'pairs' must be a tuple of {PAIRS} choices, each 'analytics', 'engineering' or "
                f"None (got {self.pairs!r})."
            )

    @property
    def version(self) -> int:
        """The version of its code: the newest one that has asked all of its items."""
        return version_of(self.answers.by_item)

    def to_code(self) -> str:
        """Write the record as a response code.

        Answers are kept in steps of 5. If one has to be rounded, a warning names it.
        """
        return encode(Contents(self.answers.given, self.id, self.round, self.guess, self.pairs))

    @classmethod
    def from_code(cls, text: str) -> "Response":
        """Read a record from a response code.

        `text` is one code, with or without its hyphens, in any case. Raises `CodeError` with a
        sentence that says what is wrong with it and what to do.
        """
        return decode(*symbols_of(text))


def decode(symbols: bytes, version: int) -> Response:
    """Return the record that is written in the symbols of a code, whose check is known to fit.

    `version` is one of the instrument. Raises `CodeError` for values that no slider gives.
    """
    answers, id, round, guess, pairs = contents_of(symbols, version)
    # What comes out of a code is right: nothing of it is looked at a second time.
    response, put = object.__new__(Response), object.__setattr__
    put(response, "answers", known_good(answers))
    put(response, "id", id)
    put(response, "round", round)
    put(response, "guess", guess)
    put(response, "pairs", pairs)
    return response


def _whole(name: str, value: object, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise AnswerError(
            f"{name!r} must be a whole number from {least} to {most} "
            f"(got {value!r} that is a {type(value).__name__})."
        )
