"""Places, numbers and lists in words, said the same way everywhere."""

from __future__ import annotations

from collections.abc import Sequence

# What is said of a role of which only adverts were counted.
ASKED_FOR = "what employers ask for"


def where(lean: float, middle: str = "in the very middle") -> str:
    """Return "17 points towards engineering", or that it is the middle.

    >>> where(17), where(-0.7), where(0)
    ('17 points towards engineering', '1 point towards analytics', 'in the very middle')
    """
    return towards(lean, unit(lean)) if round(lean) else middle


def towards(lean: float, unit: str = "") -> str:
    """Return "17 towards engineering", with the unit after the number if there is one."""
    side = "engineering" if lean > 0 else "analytics"
    return f"{round(abs(lean))} {unit}towards {side}"


def unit(points: float) -> str:
    """Return the word that goes with so many points, and a space."""
    return "point " if round(abs(points)) == 1 else "points "


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
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
