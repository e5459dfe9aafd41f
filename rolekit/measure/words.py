"""Results in words: what stands under a picture and what a screen reader says.

A picture is never the only way to a result. These sentences, and those in the `words` of every
other subject, say the same in plain words, name the numbers that the picture shows, and promise no
more than they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from rolekit.base.sentences import listed, towards, where
from rolekit.measure.explain import WEIGHTINGS, Explanation, Flip
from rolekit.measure.pairs import PairsResult
from rolekit.measure.placement import Placement
from rolekit.measure.resemblance import Resemblance, by_family
from rolekit.measure.twelve_more import TwelveMore
from rolekit.record.instrument import SIDES, facet_name

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
    """Return the resemblance to the roles in words: the family first, then its titles.

    The two roles that are set against each other are named whatever comes first.

    >>> describe_resemblance([])
    'Your answers have no shape yet that could resemble one: they are too few, or all the same.'
    """
    if not found:
        return (
            "Your answers have no shape yet that could resemble one: they are too few, or all the "
            "same."
        )
    best = by_family(found)[0]
    if not best.is_clear:
        named = [best.titles[0]]
        sentences = [f"No clear resemblance: even the closest may be chance, {_told(named)}."]
    elif len(best.titles) == 1:
        named = list(best.titles)
        sentences = [f"Your profile looks most like this one: {_told(named)}."]
    else:
        named = list(best.nearest)
        sentences = [f"Your profile looks most like the {best.family.name}: {_told(named)}."]
        if len(named) > 1:
            sentences.append("The data can't tell which of these titles is closer.")
    also = [one for one in found if one.is_clear and one not in named]
    if also and best.is_clear:
        sentences.append(f"Also clearly alike: {_told(also)}.")
        named += also
    if unnamed := [one for one in found if one.role.pair and one not in named]:
        sentences.append(f"For comparison: {_told(unnamed)}.")
    return " ".join(sentences)


def _told(several: Sequence[Resemblance]) -> str:
    return listed(
        [f"{one.role.said} {one.r:.2f} ({one.low:.2f} to {one.high:.2f})" for one in several]
    )


def describe_pulls(explanation: Explanation) -> str:
    """Return in words what pulled a person where, and what it adds up to.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_pulls(explain(EXAMPLE.answers)).split(".")[0]  # doctest: +NORMALIZE_WHITESPACE
    'Towards engineering pulled most: storytelling (you gave it only 25) by 5, deployment (you gave
    it 80) by 4, decisions (you gave it only 35) by 3'
    """
    sentences = []
    for side, sign in zip(SIDES, (-1, 1), strict=True):
        own = [part for part in explanation.contributions if round(sign * part.points) > 0][:3]
        named = [
            f"{facet_name(part.facet)} (you gave it {'only ' if part.pole != side else ''}"
            f"{part.score:.0f}) by {abs(part.points):.0f}"
            for part in own
        ]
        if named:
            sentences.append(f"Towards {side} pulled most: {', '.join(named)}.")
    lean = sum(part.points for part in explanation.contributions)
    if round(lean) > 0:
        sentences.reverse()
    count = len(explanation.contributions)
    sentences.append(f"All {count} together make your lean: {where(lean)}.")
    return " ".join(sentences)


def describe_flips(found: Sequence[Flip]) -> str:
    """Return in words which answers would have to change to bring a person to the middle.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_flips(explain(EXAMPLE.answers).flips).split(".")[0]
    'You would be in the very middle if you gave architecture 11 instead of 60'
    """
    if not found:
        return "You are in the very middle already."
    changes = [f"{facet_name(f.facet)} {f.wanted:.0f} instead of {f.score:.0f}" for f in found]
    sentence = f"You would be in the very middle if you gave {listed(changes)}."
    if len(found) == 1:
        return (
            f"{sentence} One kind of work alone could do it, if you felt very differently about it."
        )
    return (
        f"{sentence} No {'single kind' if len(found) == 2 else f'{len(found) - 1} kinds'} of work "
        "could do it."
    )


def describe_sureness(
    placement: Placement,
    kept_share: float | None,
    foreseen: TwelveMore | None,
    before: Placement | None,
) -> str:
    """Return in words how sure a place is: by other work, other weights and more answers.

    `before` is the place from the first twelve statements alone and `foreseen` what twelve more
    would do, each None where those give no place; `placement` is the place from all answers.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_sureness(place(EXAMPLE.answers), 0.9, None, None)
    'Other work: the band is 20 points wide. Other weights: 1,800 of 2,000 leave you on this side.'
    """
    sentences = [f"Other work: the band is {placement.width:.0f} points wide."]
    if kept_share is None:
        sentences.append("Other weights: at a lean of 0 there is no side that they could keep.")
    else:
        count = f"{round(kept_share * WEIGHTINGS):,} of {WEIGHTINGS:,}"
        sentences.append(f"Other weights: {count} leave you on this side.")
    if before is not None and placement.answered > before.answered:
        sentences.append(
            f"More answers: your band was {before.width:.0f} points wide with the first "
            f"{before.answered}, and is {placement.width:.0f} with all {placement.answered}."
        )
    elif foreseen is not None:
        lower, upper = f"{foreseen.lower:.0f}", f"{foreseen.upper:.0f}"
        width = f"between {lower} and {upper}" if lower != upper else f"about {lower}"
        sentences.append(
            f"Twelve more answers: the chances are even that the band would be {width} points wide."
        )
    return " ".join(sentences)


def describe_pairs(result: PairsResult) -> str:
    """Return in words what the choices in the game of pairs say.

    >>> from rolekit.measure.pairs import score_pairs
    >>> describe_pairs(score_pairs(["engineering"] * 7 + ["analytics"] * 3)).split(".")[0]
    'You chose the engineering task in 7 of 10 pairs'
    """
    low, high = 100 * result.low, 100 * result.high
    told = (
        f"You chose the engineering task in {result.engineering} of {result.made} pairs. So few "
        f"choices are no exact measure: your share may be anything from {low:.0f} to {high:.0f} %."
    )
    if result.side in SIDES:
        return f"{told} That is clear: you would rather do {result.side}."
    return f"{told} That settles no side."


def describe_guess(placement: Placement, guess: int | None) -> str:
    """Return in words how a person's guess and their answers go together, siding with neither.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_guess(place(EXAMPLE.answers), EXAMPLE.guess).split(";")[0]
    'You placed yourself 10 points towards analytics'
    """
    if guess is None:
        return "The code holds no guess: it was skipped. Where would you place yourself now?"
    within = placement.low <= guess <= placement.high
    return (
        f"You placed yourself {where(guess)}; your answers place you {where(placement.lean)}. "
        f"Your guess lies {'inside' if within else 'outside'} the band, so the two "
        + (
            "agree as far as anyone can tell."
            if within
            else "differ by more than the band allows for. Neither is wrong: the guess knows "
            "your history, the answers know your wishes one by one. What does the one know that "
            "the other does not?"
        )
    )


def _place(placement: Placement) -> str:
    low, high = round(abs(placement.low)), round(abs(placement.high))
    if placement.side in SIDES:
        return _LEANS.format(
            side=placement.side,
            points=round(abs(placement.lean)),
            band=f"from {min(low, high)} to {max(low, high)}",
        )
    sentence = _NEAR_THE_MIDDLE if placement.side == "balanced" else _OPEN
    band = f"from {towards(placement.low)} to {towards(placement.high)}"
    return sentence.format(lean=where(placement.lean), band=band)
