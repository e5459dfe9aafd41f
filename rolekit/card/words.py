"""The pictures of notebook 09 in words."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from rolekit.base.intervals import newcombe
from rolekit.base.tables import load_table
from rolekit.card.calibration import LeftOut, Separation
from rolekit.card.studies import Coverage
from rolekit.measure.roles import Role, by_kind
from rolekit.record.instrument import facet_name
from rolekit.titles.shares import Share, signs, years
from rolekit.titles.sides import pair


def describe_evidence(every: Sequence[Role]) -> str:
    """Return in words each role's highest and lowest facet.

    >>> from rolekit import roles
    >>> describe_evidence(roles()[:1])  # doctest: +ELLIPSIS
    "Each role's highest and lowest facet, from 0 to 100. Data analyst: decisions 76, ..."
    """
    parts = []
    for role in every:
        high = max(role.profile, key=lambda facet: role.profile[facet])
        low = min(role.profile, key=lambda facet: role.profile[facet])
        parts.append(
            f"{role.said}: {facet_name(high)} {role.profile[high]:.0f}, "
            f"{facet_name(low)} {role.profile[low]:.0f}."
        )
    return " ".join(["Each role's highest and lowest facet, from 0 to 100.", *parts])


def describe_landmarks(every: Sequence[Role]) -> str:
    """Return in words where the roles are, with those known from adverts alone apart.

    >>> from rolekit import roles
    >>> describe_landmarks(roles()).startswith("Lean of each role with its interval")
    True
    """
    known = [role for role in every if not role.adverts_only]
    asked = [role for role in every if role.adverts_only]
    sentences = [
        "Lean of each role with its interval, from analytics to engineering: "
        f"{', '.join(map(_place, sorted(known, key=lambda role: role.lean)))}."
    ]
    sentences += [f"What employers ask for: {_place(role)}." for role in asked]
    return " ".join(sentences)


def _place(role: Role) -> str:
    return f"{role.name} {role.lean:.0f} ({role.low:.0f} to {role.high:.0f}; {role.rests_on})"


def describe_by_source(every: Sequence[Role]) -> str:
    """Return in words where surveys, adverts and both put each role that has both.

    >>> from rolekit import roles
    >>> describe_by_source(roles()[1:2])  # doctest: +NORMALIZE_WHITESPACE
    'Lean / depth by surveys, by adverts and by both. Data scientist: -19 / 66, -24 / 68 and
    -22 / 67.'
    """
    told = []
    for role in every:
        found = by_kind(role.id)
        if len(found) > 1:
            places = [found["surveys"], found["adverts"], (role.lean, role.depth)]
            one, other, both = (f"{lean:.0f} / {depth:.0f}" for lean, depth in places)
            told.append(f"{role.name}: {one}, {other} and {both}")
    return f"Lean / depth by surveys, by adverts and by both. {'; '.join(told)}."


def describe_deploying() -> str:
    """Return in words how many adverts for data scientists mention deploying, then and now.

    >>> describe_deploying().split(":")[0]
    'In 2020, 38% of adverts for data scientists mentioned deploying, and 53% do now'
    """
    sign, role = "ad_deploy", pair()[0]
    [row] = [r for r in load_table("adverts_2020") if (r["role"], r["indicator"]) == (role, sign)]
    then = Share(row["count"], row["n"])
    found = next(one for one in signs() if one.id == sign)
    now = found.shares[role]
    gap, low, high = newcombe((now.count, now.n), (then.count, then.n), 0.95)
    return (
        f"In 2020, {then.of_100}% of adverts for data scientists mentioned deploying, and "
        f"{now.of_100}% do now: {100 * gap:.0f} percentage points more ({100 * low:.0f} to "
        f"{100 * high:.0f}). The first figure is from {then.n:,} adverts, from one American state "
        f"and one website. The second is from {now.n:,} adverts of {years(found)}, from about 20 "
        "countries and several websites. Time, country and website changed together, so nobody "
        "can say how much of it is time."
    )


def describe_weights(found: Sequence[Separation]) -> str:
    """Return the weights of the facets in words.

    >>> from rolekit.card.calibration import separations
    >>> describe_weights(separations()).startswith("Weights within each pole")
    True
    """
    weights = (f"{facet_name(one.facet)} {one.weight:.3f}" for one in found)
    return f"Weights within each pole, where equal weights would be 0.2: {', '.join(weights)}."


def describe_left_out(rules: Mapping[str, Sequence[LeftOut]]) -> str:
    """Return in words how ways of weighting compare with equal weights.

    >>> from rolekit.card.calibration import leave_one_out
    >>> describe_left_out({"as used": leave_one_out()}).startswith("Gap between the sides")
    True
    """
    means = []
    for name, cases in rules.items():
        ratios = [case.gap / case.equal for case in cases]
        means.append(f"{name} {fmean(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    return (
        "Gap between the sides on evidence left out, where equal weights make 1. Mean of "
        f"{len(cases)} cases (smallest to largest): {', '.join(means)}."
    )


def describe_coverage(settings: Mapping[str, Coverage]) -> str:
    """Return in words how often the band held the truth in each setting.

    >>> describe_coverage({})
    'Share of 80% bands that hold the truth: .'
    """
    shares = (f"{name} {100 * setting.inside:.1f}%" for name, setting in settings.items())
    return f"Share of 80% bands that hold the truth: {', '.join(shares)}."
