"""Results in words: what is under a picture and what a screen reader says.

A picture is never the only way to a result. These sentences, and those in the `words` of every
other subject, say the same in plain words, name the numbers that the picture shows, and promise no
more than they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rolekit.base.sentences import judged, listed, rounded, say, unit, where
from rolekit.measure.placement import Placement
from rolekit.measure.resemblance import FamilyResemblance, Resemblance, by_family
from rolekit.record.instrument import SIDES, facet_name

if TYPE_CHECKING:  # the Explorer says where a person is, and loads none of the rest
    from rolekit.measure.explain import Explanation, Flip
    from rolekit.measure.pairs import PairsResult
    from rolekit.measure.twelve_more import TwelveMore


def describe(placement: Placement) -> str:
    """Return a placement in two or three plain sentences.

    >>> from rolekit import Answers, load_instrument, place
    >>> keen = {"analytics": 30, "engineering": 70, "machine_learning": 50}
    >>> facets = load_instrument().facets
    >>> answers = Answers.from_facets({facet.id: keen[facet.pole] for facet in facets})
    >>> describe(place(answers)).split(".")[0]
    'You lean towards engineering: 40 out of 100'
    """
    notes = list(placement.notes)
    sentences = [notes.pop(0) if placement.alike else _placed(placement)]
    ends = placement.depth, placement.depth_low, placement.depth_high
    known = [rounded(end) for end in ends if end is not None]
    if known:
        depth, low, high = known
        sentences.append(say("depth", depth=depth, low=low, high=high))
    return " ".join((*sentences, *notes))


def describe_missing(missing: Mapping[str, tuple[int, int]]) -> str:
    """Return what is missing for a result, as `NotEnoughAnswers.missing` says it.

    >>> describe_missing({"engineering": (3, 4)})
    'Answer a statement on 1 more kind of engineering work to see your result.'
    """
    counts = [needed - answered for answered, needed in missing.values()]
    return say("missing-one" if counts == [1] else "missing", kinds=listed(_kinds(missing)))


def missing_lines(missing: Mapping[str, tuple[int, int]]) -> list[str]:
    """Return what is missing in a few short lines, which fit into the picture.

    >>> missing_lines({"engineering": (3, 4)})
    ['1 more kind of engineering work', 'still to answer']
    """
    return [*_kinds(missing), say("still-to-answer")]


def describe_gain(before: Placement | None, after: Placement | None) -> str:
    """Return in words what the second 12 statements did to the width of the likely range.

    `before` is the result of the first 12 statements alone, `after` that of all answers; either
    is None where it cannot be given.

    >>> describe_gain(None, None)
    "Once you have a result, you'll see here how wide your likely range is."
    """
    if after is None:
        return say("gain-none")
    places = {"width": rounded(after.width), "answers": after.answered}
    if before is None:
        return say("gain-first-too-few", **places)
    if after.answered == before.answered:
        return say("gain-nothing-new", **places)
    width = rounded(before.width)
    return say(
        "gain-narrower" if places["width"] < width else "gain-not-narrower",
        **places,
        width_before=width,
        answers_before=before.answered,
    )


def describe_resemblance(found: Sequence[Resemblance]) -> str:
    """Return the resemblance to the roles in words: the family first, then its titles.

    The two roles that are set against each other are named whatever comes first.

    >>> describe_resemblance([])
    "There's no profile to compare yet: your answers are too few, or all the same."
    """
    if not found:
        return "There's no profile to compare yet: your answers are too few, or all the same."
    best = by_family(found)[0]
    if not best.is_clear:
        named = [best.titles[0]]
        sentences = [
            "No family of titles looks clearly like your profile: even the closest may be chance."
        ]
    else:
        named = list(best.nearest)
        sentences = [_first(best)]
        if len(named) > 1:
            sentences.append("The data can't tell which of its titles is closer.")
    sentences.append(f"Correlation: {_told(named)}.")
    also = [one for one in found if one.is_clear and one not in named]
    if also and best.is_clear:
        sentences.append(f"Also clearly similar: {_told(also)}.")
        named += also
    if unnamed := [one for one in found if one.role.pair and one not in named]:
        sentences.append(f"For comparison: {_told(unnamed)}.")
    notes: dict[str, list[str]] = {}
    for one in found:
        notes.setdefault(one.note, []).append(one.role.name)
    sentences += [f"{listed(names)}: {note}" for note, names in notes.items() if note]
    return " ".join(sentences)


def describe_nearest(found: Sequence[Resemblance]) -> str:
    """Return in one sentence which families of titles answers clearly resemble, the likest first.

    >>> describe_nearest([])
    "Your answers don't clearly look like any of the job titles here."
    """
    families = by_family(found)
    if not families or not families[0].is_clear:
        return say("nearest-none")
    first, *others = [one.family.said for one in families if one.is_clear]
    if not others:
        return say("nearest", first=first)
    return say("nearest-more", first=first, others=listed(others))


def _first(best: FamilyResemblance) -> str:
    said = best.family.said
    return f"{said[0].upper()}{said[1:]} looks most like your profile."


def _told(several: Sequence[Resemblance]) -> str:
    return listed(
        [f"{one.role.said} {one.r:.2f} ({one.low:.2f} to {one.high:.2f})" for one in several]
    )


def describe_pulls(explanation: Explanation, guess: str = "") -> str:
    """Return in words what pulled a person where; `guess` is the facet they named first, by its id.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_pulls(explain(EXAMPLE.answers), "statistics").split(".")[0]
    'You guessed statistics; storytelling pulls you hardest, by 5 points towards engineering'
    """
    points = explanation.whole_points
    if not any(points.values()):
        return "Nothing pulls you to either side: you gave about the same to every kind of work."
    lean, told = sum(points.values()), []
    adds_up = (
        f"together put you {where(lean)}" if lean else "cancel out: you're right in the middle"
    )
    for side, sign in zip(SIDES, (-1, 1), strict=True):
        own = [part for part in explanation.contributions if sign * points[part.facet] > 0][:3]
        named = [
            f"your {'high' if part.pole == side else 'low'} score for {facet_name(part.facet)} "
            f"({part.score:.0f}), worth {abs(points[part.facet])}"
            for part in own
        ]
        if named:
            named[0] += f" {unit(points[own[0].facet]).strip()}"
            pulls = "pull" if len(named) == 1 else "pulls"
            told.append(f"Strongest {pulls} towards {side}: {'; '.join(named)}.")
    if lean > 0:
        told.reverse()
    hardest = explanation.contributions[0]
    if points[hardest.facet] and (hardest.pole == "engineering") != (hardest.points > 0):
        told.append(
            "Your strongest pull comes from something you'd rather leave to others. That says as "
            "much about you as knowing what you love."
        )
    return " ".join((_hardest(explanation, guess), f"All {len(points)} pulls {adds_up}.", *told))


def _hardest(explanation: Explanation, guess: str) -> str:
    """Return which facet pulls hardest, or which several, beside what was guessed."""
    ids = explanation.hardest
    ways = {where(explanation.whole_points[id]) for id in ids}
    several = len(ids) > 1
    truth = f"{listed([facet_name(id) for id in ids])} pull{'' if several else 's'} you hardest"
    if len(ways) == 1:
        truth += f", {'each ' if several else ''}by {ways.pop()}"
    if guess:
        return judged(facet_name(guess), guess in ids, truth)
    return f"{truth[0].upper()}{truth[1:]}."


def describe_flips(found: Sequence[Flip]) -> str:
    """Return in words which answers would have to change to bring a person to the middle.

    >>> from rolekit import explain
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_flips(explain(EXAMPLE.answers).flips).split(".")[0]
    "You'd be right in the middle if you gave architecture 11 instead of 60"
    """
    if not found:
        return "You're right in the middle already."
    changes = [f"{facet_name(f.facet)} {f.wanted:.0f} instead of {f.score:.0f}" for f in found]
    sentence = f"You'd be right in the middle if you gave {listed(changes)}."
    if len(found) == 1:
        return f"{sentence} That one change would be enough."
    if len(found) == 2:
        return f"{sentence} It takes both: no single change would be enough."
    return f"{sentence} It takes all {len(found)}: no smaller set of changes would be enough."


def describe_sureness(
    placement: Placement,
    kept_share: float | None,
    foreseen: TwelveMore | None,
    before: Placement | None,
) -> str:
    """Return in words how sure a result is: by other work, other weights and more answers.

    `before` is the result of the first twelve statements alone and `foreseen` what twelve more
    would do, each None where those give no result; `placement` is the result of all answers.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> print(describe_sureness(place(EXAMPLE.answers), 0.9, None, None).split(". ")[0])
    Other tasks could put you anywhere in a likely range 20 points wide
    """
    sentences = [
        f"Other tasks could put you anywhere in a likely range {placement.width:.0f} points wide."
    ]
    if kept_share is None:
        sentences.append("Other weights have no side to change: you're right in the middle.")
    else:
        from rolekit.measure.explain import WEIGHTINGS

        kept = round(kept_share * WEIGHTINGS)
        count = f"All {kept:,}" if kept == WEIGHTINGS else f"{kept:,} of {WEIGHTINGS:,}"
        sentences.append(f"{count} other sets of weights keep you on the same side.")
    if before is not None and placement.answered > before.answered:
        sentences.append(
            f"With your first {before.answered} answers, your likely range was {before.width:.0f} "
            f"points wide; with all {placement.answered}, it's {placement.width:.0f}."
        )
    elif foreseen is not None:
        lower, upper = f"{foreseen.lower:.0f}", f"{foreseen.upper:.0f}"
        width = f"between {lower} and {upper}" if lower != upper else f"about {lower}"
        sentences.append(
            "With twelve more answers, there's an even chance that your likely range would be "
            f"{width} points wide."
        )
    return " ".join(sentences)


def describe_pairs(result: PairsResult) -> str:
    """Return in words what the choices in the game of pairs say.

    >>> from rolekit.measure.pairs import score_pairs
    >>> describe_pairs(score_pairs(["engineering"] * 7 + ["analytics"] * 3)).split(".")[0]
    'You chose the engineering task in 7 of 10 pairs'
    """
    low, high = 100 * result.low, 100 * result.high
    chosen = say("pairs-chosen", count=result.engineering, made=result.made)
    verdict = "That leaves the side open."
    if result.side in SIDES:
        verdict = f"That's clear: you'd rather do {result.side}."
    return (
        f"{chosen} {verdict} So few choices give only a rough answer: with many more pairs, the "
        f"engineering share could be anywhere from {low:.0f}% to {high:.0f}%."
    )


def describe_guess(placement: Placement, guess: int | None) -> str:
    """Return in words how a person's guess and their answers go together, siding with neither.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_guess(place(EXAMPLE.answers), EXAMPLE.guess).split(";")[0]
    'You guessed 10 points towards analytics'
    """
    if guess is None:
        return say("guess-none")
    places = {"guess": where(guess), "lean": where(placement.lean)}
    if places["guess"] == places["lean"]:
        return say("guess-same", **places)
    inside = placement.low <= guess <= placement.high
    return say("guess-inside" if inside else "guess-outside", **places)


def describe_change(then: Placement, now: Placement) -> str:
    """Return in words how an earlier result and today's go together, claiming nothing of either.

    >>> from rolekit import place
    >>> from rolekit.measure.example import EXAMPLE
    >>> describe_change(place(EXAMPLE.answers), place(EXAMPLE.answers)).split(".")[0]
    'You came out 15 points towards engineering then, and you do again now'
    """
    gap = rounded(now.lean) - rounded(then.lean)
    told = f"{where(now.lean)} now, a change of {where(gap)}" if gap else "you do again now"
    return (
        f"You came out {where(then.lean)} then, and {told}. Nobody has measured how much people's "
        "answers vary from one day to the next, so a difference here is something to think about, "
        "not a finding."
    )


def _placed(placement: Placement) -> str:
    lean, low, high = placement.lean, placement.low, placement.high
    if placement.side in SIDES:
        return _leaning(lean, low, high, placement.side)
    if placement.side == "balanced":
        id = "near-the-middle" if rounded(lean) else "in-the-middle"
    elif not rounded(lean):
        id = "unclear-middle"
    else:
        id = "unclear" if rounded(low) < 0 < rounded(high) else "unclear-just"
    far = max(abs(rounded(end)) for end in (low, high))
    return say(id, where=where(lean), range=_range(low, high), high=far)


def _leaning(lean: float, low: float, high: float, side: str) -> str:
    points = abs(rounded(lean))
    near, far = sorted(abs(rounded(end)) for end in (low, high))
    id = "leans-all-the-way" if points == 100 else "leans" if near else "leans-just"
    return say(id, side=say(side), points=points, low=near, high=far)


def _range(low: float, high: float) -> str:
    left, right = rounded(low), rounded(high)
    if left < 0 < right:
        return say("range-across", low=-left, high=right)
    near, far = sorted((abs(left), abs(right)))
    side = say("engineering" if right > 0 else "analytics")
    return say(
        "range-on-one-side" if near else "range-from-the-middle", low=near, high=far, side=side
    )


def _kinds(missing: Mapping[str, tuple[int, int]]) -> list[str]:
    kinds = []
    for pole, (answered, needed) in missing.items():
        count = needed - answered
        id = "kinds" if not answered else "kind-more" if count == 1 else "kinds-more"
        kinds.append(say(id, count=count, side=say(pole)))
    return kinds
