"""Results in words: what stands under a picture and what a screen reader says.

A picture is never the only way to a result. These sentences say the same in plain words, name the
numbers that the picture shows, and promise no more than they do.
"""

from __future__ import annotations

from rolekit.placement import Placement

_SIDE = {
    "analytics": "You lean towards analytics: you are {lean} on a line of 100 points each way, and "
    "the whole band, {band}, stays on that side.",
    "engineering": "You lean towards engineering: you are {lean} on a line of 100 points each way, "
    "and the whole band, {band}, stays on that side.",
    "balanced": "You sit near the middle: you are {lean}, and the band, {band}, stays close to it. "
    "Both kinds of work attract you about equally.",
    "unclear": "Your answers do not settle on a side: you are {lean}, but the band, {band}, takes "
    "in both sides.",
}


def describe(placement: Placement) -> str:
    """Return a placement in two or three plain sentences.

    >>> from rolekit import Answers, load_instrument, place
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> facets = load_instrument().facets
    >>> answers = Answers.from_facets({facet.id: keen[facet.pole] for facet in facets})
    >>> describe(place(answers)).split(":")[0]
    'You lean towards engineering'
    """
    sentences = [
        _SIDE[placement.side].format(lean=_lean(placement.lean), band=_band(placement)),
    ]
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


def _lean(lean: float) -> str:
    points = round(abs(lean))
    if points == 0:
        return "in the very middle"
    unit = "point" if points == 1 else "points"
    return f"{points} {unit} towards {'engineering' if lean > 0 else 'analytics'}"


def _band(placement: Placement) -> str:
    low, high = round(placement.low), round(placement.high)
    if low < 0 < high:
        return f"from {-low} towards analytics to {high} towards engineering"
    near, far = sorted((abs(low), abs(high)))
    return f"from {near} to {far}"
