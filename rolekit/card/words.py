"""The pictures of notebook 09 in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from rolekit.card.calibration import LeftOut, Separation
from rolekit.card.studies import Coverage
from rolekit.measure.roles import Role


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

    >>> from rolekit.card.calibration import separations
    >>> describe_weights(separations()).startswith("Weights within each pole")
    True
    """
    weights = (f"{one.facet} {one.weight:.3f}" for one in found)
    return f"Weights within each pole, where equal weights are 0.2: {', '.join(weights)}."


def describe_left_out(rules: Mapping[str, Sequence[LeftOut]]) -> str:
    """Return in words how rules of weighting compare with equal weights.

    >>> from rolekit.card.calibration import leave_one_out
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
