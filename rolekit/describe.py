"""Results in words: what stands under a picture and what a screen reader says.

A picture is never the only way to a result. These sentences say the same in plain words, name the
numbers that the picture shows, and promise no more than they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from rolekit.instrument import SIDES
from rolekit.placement import Placement
from rolekit.resemblance import Resemblance
from rolekit.roles import Role

if TYPE_CHECKING:  # only the measurement card needs these
    from rolekit.calibration import LeftOut, Separation
    from rolekit.simulation import Coverage

_LEANS = (
    "You lean towards {side}, by {points} of 100 points, and the whole band, {band}, stays on that "
    "side."
)
_NEAR_THE_MIDDLE = (
    "You sit near the middle: you are {lean}, and the band, {band}, stays close to it. Both kinds "
    "of work attract you about equally."
)
_OPEN = (
    "Your answers do not settle on a side: you are {lean}, but the band, {band}, takes in both "
    "sides."
)


def describe(placement: Placement) -> str:
    """Return a placement in two or three plain sentences.

    >>> from rolekit import Answers, load_instrument, place
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> facets = load_instrument().facets
    >>> answers = Answers.from_facets({facet.id: keen[facet.pole] for facet in facets})
    >>> describe(place(answers)).split(",")[0]
    'You lean towards engineering'
    """
    sentences = [_place(placement)]
    if placement.depth is not None:
        sentences.append(
            f"Your wish for machine-learning work is {placement.depth:.0f} of 100 (band "
            f"{placement.depth_low:.0f} to {placement.depth_high:.0f})."
        )
    return " ".join((*sentences, *placement.notes))


def describe_gain(before: Placement | None, after: Placement | None) -> str:
    """Return in words what the second 12 statements did to the width of the band.

    `before` is the place from the first 12 statements alone, `after` that from all answers; either
    is None where it cannot be given.

    >>> describe_gain(None, None)
    'The width of your band is shown here as soon as there is one.'
    """
    if after is None:
        return "The width of your band is shown here as soon as there is one."
    now = f"{after.width:.0f} points wide with {after.answered} answers"
    if before is None:
        return f"Your band is {now}; the first 12 statements alone give none yet."
    first = f"{before.width:.0f} points wide with the first {before.answered}"
    if after.answered == before.answered:
        return (
            f"Your band is {first}. Answer some of the new statements and see what they do to it."
        )
    if round(after.width) < round(before.width):
        return f"Your band was {first}, and is {now}: it narrowed."
    return (
        f"Your band was {first}, and is {now}: it did not narrow. More answers do not always agree "
        "more."
    )


def describe_resemblance(found: Sequence[Resemblance]) -> str:
    """Return the resemblance to the roles in a sentence or two.

    >>> describe_resemblance([])
    'Your answers have no shape yet that could resemble one: they are too few, or all the same.'
    """
    if not found:
        return (
            "Your answers have no shape yet that could resemble one: they are too few, or all the "
            "same."
        )
    best = found[0]
    if not best.is_clear:
        return (
            f"There is no clear resemblance: even the best correlation, {best.r:.2f} with the "
            f"profile of {best.role.name}, may be nothing "
            f"({best.low:.2f} to {best.high:.2f})."
        )
    clear = [one for one in found if one.is_clear]
    names = ", ".join(
        f"{one.role.name} {one.r:.2f} ({one.low:.2f} to {one.high:.2f})" for one in clear
    )
    return f"Profiles that rise and fall with yours, the likest first: {names}."


def describe_evidence(every: Sequence[Role]) -> str:
    """Return in words in which facets each role stands out.

    >>> from rolekit import roles
    >>> describe_evidence(roles()[:1])  # doctest: +ELLIPSIS
    'Highest and lowest facet of each role, from 0 to 100. Data analyst: decisions 74, ...'
    """
    parts = []
    for role in every:
        high = max(role.profile, key=lambda facet: role.profile[facet])
        low = min(role.profile, key=lambda facet: role.profile[facet])
        parts.append(
            f"{role.name}: {high.replace('_', ' ')} {role.profile[high]:.0f}, "
            f"{low.replace('_', ' ')} {role.profile[low]:.0f}."
        )
    return " ".join(["Highest and lowest facet of each role, from 0 to 100.", *parts])


def describe_landmarks(every: Sequence[Role]) -> str:
    """Return in words where the roles stand, from analytics to engineering.

    >>> from rolekit import roles
    >>> describe_landmarks(roles()).startswith("Lean of each role with its interval")
    True
    """
    ordered = sorted(every, key=lambda role: role.lean)
    places = [f"{one.name} {one.lean:.0f} ({one.low:.0f} to {one.high:.0f})" for one in ordered]
    return (
        f"Lean of each role with its interval, from analytics to engineering: {', '.join(places)}."
    )


def describe_weights(found: Sequence[Separation]) -> str:
    """Return the weights of the facets in words.

    >>> from rolekit.calibration import separations
    >>> describe_weights(separations()).startswith("Weights within each pole")
    True
    """
    weights = (f"{one.facet} {one.weight:.3f}" for one in found)
    return f"Weights within each pole, where equal weights are 0.2: {', '.join(weights)}."


def describe_left_out(rules: Mapping[str, Sequence[LeftOut]]) -> str:
    """Return in words how rules of weighting compare with equal weights.

    >>> from rolekit.calibration import leave_one_out
    >>> describe_left_out({"as used": leave_one_out()}).startswith("Gap between the sides")
    True
    """
    means = []
    for name, cases in rules.items():
        ratios = [case.gap / case.equal for case in cases]
        means.append(f"{name} {fmean(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    return (
        "Gap between the sides on evidence left out, as a share of that of equal weights, on "
        f"average over {len(cases)} cases and from the least to the most: {', '.join(means)}."
    )


def describe_coverage(settings: Mapping[str, Coverage]) -> str:
    """Return in words how often the band held the truth in each setting.

    >>> describe_coverage({})
    'Share of 80 % bands that hold the truth: .'
    """
    shares = (f"{name} {100 * setting.inside:.1f} %" for name, setting in settings.items())
    return f"Share of 80 % bands that hold the truth: {', '.join(shares)}."


def _place(placement: Placement) -> str:
    low, high = round(abs(placement.low)), round(abs(placement.high))
    if placement.side in SIDES:
        return _LEANS.format(
            side=placement.side,
            points=round(abs(placement.lean)),
            band=f"from {min(low, high)} to {max(low, high)}",
        )
    sentence = _NEAR_THE_MIDDLE if placement.side == "balanced" else _OPEN
    band = f"from {_towards(placement.low)} to {_towards(placement.high)}"
    points = round(abs(placement.lean))
    where = _towards(placement.lean, "point " if points == 1 else "points ")
    return sentence.format(lean=where if points else "in the very middle", band=band)


def _towards(lean: float, unit: str = "") -> str:
    side = "engineering" if lean > 0 else "analytics"
    return f"{round(abs(lean))} {unit}towards {side}"
