"""Guess, then see: how many of two titles do a thing, or use a tool?

Eight questions, each about people of two titles, or about adverts for them: of 100 data
scientists, how many? Of 100 ML engineers, how many? The answers are never written down anywhere:
they are computed from the counts when they are asked for. What is in `data/guesses.csv` is the
question, a note in our words, and what the note takes for granted: a test holds the note to the
counts.

How far a person is off is one thing. The other is the picture of the two roles that their guesses
paint: are the two further apart in it than they are?
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from rolekit.base.tables import load_table
from rolekit.errors import AnswerError, DataError, did_you_mean
from rolekit.titles.shares import Difference, Share, Sign, difference, signs
from rolekit.titles.sides import in_a_sentence, pair

TITLES = pair()  # the two titles that are guessed at, in this order
SAME = 0.05  # shares less than this apart are called about equal


@dataclass(frozen=True)
class Question:
    """What is asked about.

    sign
        What was counted, with the shares.
    short, words
        What it is called in a picture, and what follows "How many".
    claim, most
        What the note relies on: "more_data_scientists", "about_equal" or "more_ml_engineers"; and
        the role with the highest share, or None.
    note
        What is worth knowing once the shares are seen.
    """

    sign: Sign
    short: str
    words: str
    claim: str
    most: str | None
    note: str

    @property
    def asked(self) -> tuple[str, str]:
        """Of what 100 are guessed at: people, or adverts, of the two titles."""
        adverts = "adverts for " if self.sign.unit == "adverts" else ""
        one, other = (f"{adverts}{in_a_sentence(title)}s" for title in TITLES)
        return one, other

    @property
    def shares(self) -> tuple[Share, Share]:
        """The shares of the two titles."""
        one, other = (self.sign.shares[title] for title in TITLES)
        return one, other

    @property
    def difference(self) -> Difference:
        """How far data scientists are above ML engineers, with its interval."""
        return difference(self.sign, *TITLES)

    @property
    def finding(self) -> str:
        """What the counts say, in the words of `claim`, which it must agree with."""
        if abs(self.difference.gap) < SAME:
            return "about_equal"
        return "more_data_scientists" if self.difference.gap > 0 else "more_ml_engineers"


@dataclass(frozen=True)
class Guess:
    """What a person guessed: a percentage for each of the two titles, or None."""

    question: Question
    values: tuple[int | None, int | None] = (None, None)

    def __post_init__(self) -> None:
        """Refuse what cannot be a number of people out of 100."""
        for value in self.values:
            if value is not None and (type(value) is not int or not 0 <= value <= 100):
                raise AnswerError(
                    f"A guess must be a whole number from 0 to 100 or None (got {value!r})."
                )

    @property
    def off(self) -> tuple[int | None, int | None]:
        """How far each is off, in whole percentage points: above 0 it was guessed too high."""
        one, other = (
            None if value is None else value - share.of_100
            for value, share in zip(self.values, self.question.shares, strict=True)
        )
        return one, other

    @property
    def gap(self) -> int | None:
        """How many more data scientists than ML engineers were guessed, if both were."""
        one, other = self.values
        return None if one is None or other is None else one - other


@dataclass(frozen=True)
class Judgement:
    """What several guesses come to.

    made, off
        How many guesses were made, and how far off they were on average (percentage points).
    gaps
        For how many questions both titles were guessed.
    expected, real
        How far apart the two titles were guessed to be, on average over those questions, and how
        far apart they are (percentage points, whichever is above); None without such a question.
    reversed
        For how many questions, of those that find more of one title, more of the other were
        expected.
    """

    made: int
    off: float
    gaps: int
    expected: float | None
    real: float | None
    reversed: int


@cache
def load_questions() -> tuple[Question, ...]:
    """Return the questions.

    Raises `DataError` where the table asks about what was not counted.

    >>> len(load_questions())
    8
    """
    known = {sign.id: sign for sign in signs()}
    questions = []
    for row in load_table("guesses"):
        sign = known.get(row["sign"])
        if sign is None:
            raise DataError(
                f"guesses.csv: {row['sign']!r} was not counted. {did_you_mean(row['sign'], known)}"
            )
        questions.append(
            Question(sign, row["short"], row["question"], row["claim"], row["most"], row["note"])
        )
    return tuple(questions)


def judge(guesses: Sequence[Guess]) -> Judgement | None:
    """Return what the guesses come to, or None if none was made.

    >>> first, *_ = load_questions()
    >>> result = judge([Guess(first, (50, 50))])
    >>> result.made, result.expected, result.reversed
    (2, 0.0, 0)
    """
    off = [abs(one) for guess in guesses for one in guess.off if one is not None]
    if not off:
        return None
    both = [(guess.gap, guess.question) for guess in guesses if guess.gap is not None]
    apart = [(gap, q.difference.gap) for gap, q in both if q.finding != "about_equal"]
    return Judgement(
        made=len(off),
        off=fmean(off),
        gaps=len(both),
        expected=fmean(abs(gap) for gap, _ in both) if both else None,
        real=fmean(100 * abs(q.difference.gap) for _, q in both) if both else None,
        reversed=sum(gap * real < 0 for gap, real in apart),
    )
