"""Places, numbers and lists in words, said the same way everywhere.

What participants read is in `data/sentences.csv`, as templates with {named} gaps:
Python and JavaScript (`sentences.js`) fill the same ones, and a translation is one file. Numbers
are whole when they come into a sentence, and both make them so by `rounded`.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache

from rolekit.base.tables import load_table

ROUNDING = 1e-9  # what the arithmetic of a computer may add to a number or take away

# What is said of a role of which only adverts were counted.
ASKED_FOR = "what employers ask for"
RIGHT = ", and that's right:"  # what follows a guess that is


@cache
def sentences() -> Mapping[str, str]:
    """Return id -> template, for all that `say` can say.

    >>> sentences()["points-towards"]
    '{points} points towards {side}'
    """
    return {row["id"]: row["text"] for row in load_table("sentences")}


MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]


def say(id: str, **places: object) -> str:
    """Return a sentence, or a part of one, with its places filled.

    >>> say("points-towards", points=17, side=say("engineering"))
    '17 points towards engineering'
    """
    return sentences()[id].format(**places)


def rounded(number: float) -> int:
    """Return the nearest whole number, and of two that are as near the one further from 0.

    >>> rounded(12.5), rounded(-12.5), rounded(100 * 0.145)
    (13, -13, 15)
    """
    return int(math.copysign(math.floor(abs(number) + 0.5 + ROUNDING), number))


def judged(guess: str | None, is_right: bool, truth: str) -> str:
    """Return a guess beside what is true, the guess first.

    >>> judged("quiet", False, "it rang"), judged("yes", True, "it does")
    ('You guessed quiet; it rang.', "You guessed yes, and that's right: it does.")
    """
    if guess is None:
        return f"You made no guess; {truth}."
    return f"You guessed {guess}{RIGHT if is_right else ';'} {truth}."


def where(lean: float, middle: str | None = None) -> str:
    """Return "17 points towards engineering", or that it is the middle.

    >>> where(17), where(-0.7), where(0)
    ('17 points towards engineering', '1 point towards analytics', 'right in the middle')
    """
    points = abs(rounded(lean))
    if not points:
        return middle or say("right-in-the-middle")
    side = say("engineering" if lean > 0 else "analytics")
    return say("point-towards" if points == 1 else "points-towards", points=points, side=side)


def towards(lean: float, unit: str = "") -> str:
    """Return "17 towards engineering", with the unit after the number if there is one."""
    side = "engineering" if lean > 0 else "analytics"
    return f"{abs(rounded(lean))} {unit}towards {side}"


def unit(points: float) -> str:
    """Return the word that goes with so many points, and a space."""
    return "point " if abs(rounded(points)) == 1 else "points "


def counted(number: int, word: str) -> str:
    """Return a number with its word in the singular or the plural.

    >>> counted(1, "answer"), counted(2, "answer")
    ('1 answer', '2 answers')
    """
    return f"{number} {word}{'' if number == 1 else 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a list in a sentence.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *before, last = parts
    return say("and", first=", ".join(before), second=last) if before else last
