"""Where the weights come from: how well each facet tells the two sides apart.

Some kinds of work separate engineering roles from analytics roles better than others, and a facet
that separates better deserves more weight: where facets have like spreads and little correlation,
the best weights of a sum are proportional to the difference of the two means (Fisher 1936).

The difference asked for here has two faces, counted equally: ML engineer against data scientist,
which is the question of the workbook, and the engineering roles against the analytics roles, which
is what the ends of the line stand for. The columns `side` and `pair` of `data/roles.csv` say which
they are. (A research scientist belongs to neither, and titles of which only
adverts tell are left out, so surveys and adverts compare the same titles.)
Every habit of a facet gives one such difference, in standard deviations of the core roles.

The difference of a facet is the mean of what surveys and adverts show, as its score of a role is.
It rests on one to six habits, and so is partly chance. It is drawn towards the mean of its pole,
the more so the fewer its habits are and the less those of one facet and kind of source agree there
(empirical Bayes: Efron and Morris 1975); a facet without evidence takes that mean. Weights are
these differences divided by their sum, held between 0.12 and 0.31, so no single kind of work
decides and none is dropped.

`make calibrate` writes the weights into `data/facets.csv`.
"""

import csv
import io
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from statistics import fmean, variance

from rolekit.base.tables import data_folder, load_table
from rolekit.measure.evidence import Habit, combined, load_habits
from rolekit.record.instrument import load_instrument
from rolekit.titles.sides import roles_of

ENGINEERING_ROLES, ANALYTICS_ROLES = roles_of("engineering"), roles_of("analytics")
PAIR = (ENGINEERING_ROLES[0], ANALYTICS_ROLES[0])
LEAST, MOST = 0.12, 0.31
SIGN = {"analytics": -1, "engineering": 1}
DECIMALS = 3
TINY = 1e-9  # stands in for a separation that is 0, or towards the other pole

Contrast = Callable[[Habit], float | None]
Weights = dict[str, float]
Seen = list[tuple[str, float]]  # differences of one facet: (kind of source, SDs)


def between_pair(habit: Habit, engineer: str = PAIR[0], analyst: str = PAIR[1]) -> float | None:
    """Return how much more one role shows a habit than another, in SDs of the core roles.

    None where there is no evidence on one of them.
    """
    if engineer in habit.z and analyst in habit.z:
        return habit.z[engineer] - habit.z[analyst]
    return None


def between_sides(habit: Habit) -> float | None:
    """Return the mean of the engineering roles minus that of the analytics roles, or None."""
    engineers = [habit.z[role] for role in ENGINEERING_ROLES if role in habit.z]
    analysts = [habit.z[role] for role in ANALYTICS_ROLES if role in habit.z]
    return fmean(engineers) - fmean(analysts) if engineers and analysts else None


def two_faces(habit: Habit) -> float | None:
    """Return the mean of the two differences above, or the one that there is, or None."""
    faces = [face for face in (between_pair(habit), between_sides(habit)) if face is not None]
    return fmean(faces) if faces else None


@dataclass(frozen=True)
class Separation:
    """How far one facet sets the two sides apart, towards its own pole, in SDs of the core roles.

    `observed` is the mean over its `habits` (None without any), `shrunken` what is left of it.
    """

    facet: str
    pole: str
    habits: int
    observed: float | None
    shrunken: float
    weight: float


def separations(
    habits: Sequence[Habit] | None = None, contrast: Contrast = two_faces, shrink: bool = True
) -> tuple[Separation, ...]:
    """Return the separation and the weight of every facet of the two poles.

    `habits` are those of `load_habits` unless given, `contrast` is the difference to use, and
    without `shrink` the observed differences are taken as they are.

    >>> weights = {s.facet: s.weight for s in separations()}
    >>> weights["decisions"] > weights["exploration"], weights["architecture"] <= 0.31
    (True, True)
    """
    habits = load_habits() if habits is None else habits
    found: list[Separation] = []
    for pole, sign in SIGN.items():
        facets = load_instrument().facets_of(pole)
        signed: dict[str, Seen] = {
            facet.id: [
                (habit.kind, sign * difference)
                for habit in habits
                if habit.facet == facet.id and (difference := contrast(habit)) is not None
            ]
            for facet in facets
        }
        shrunken = _shrunken(signed) if shrink else _means(signed)
        weights = _weights(shrunken)
        found += [
            Separation(
                facet.id,
                pole,
                len(signed[facet.id]),
                combined(signed[facet.id]) if signed[facet.id] else None,
                shrunken[facet.id],
                weights[facet.id],
            )
            for facet in facets
        ]
    return tuple(found)


def _means(signed: Mapping[str, Seen]) -> dict[str, float]:
    seen = [combined(values) for values in signed.values() if values]
    middle = fmean(seen) if seen else 0.0
    return {facet: combined(values) if values else middle for facet, values in signed.items()}


def _shrunken(signed: Mapping[str, Seen]) -> dict[str, float]:
    """Draw each mean towards the mean of the pole, by how uncertain it is."""
    means = _means(signed)
    cells = {facet: _by_kind(values) for facet, values in signed.items() if values}
    if len(cells) < 2:  # nothing to differ from
        return means
    middle = fmean(means[facet] for facet in cells)
    every = [cell for several in cells.values() for cell in several]
    within = sum((x - fmean(cell)) ** 2 for cell in every for x in cell)
    within /= max(1, sum(len(cell) - 1 for cell in every))
    # The variance of a mean of means of so many habits each.
    noise = {
        facet: within * sum(1 / len(cell) for cell in several) / len(several) ** 2
        for facet, several in cells.items()
    }
    # What facets differ by, beyond what chance makes them differ by (method of moments).
    real = max(0.0, variance(means[facet] for facet in cells) - fmean(noise.values()))
    kept = {facet: real / (real + noise[facet]) if real else 0.0 for facet in cells}
    return {f: middle + kept.get(f, 0.0) * (means[f] - middle) for f in signed}


def _by_kind(values: Seen) -> list[list[float]]:
    kinds = dict.fromkeys(kind for kind, _ in values)
    return [[x for own, x in values if own == kind] for kind in kinds]


def _weights(separation: Mapping[str, float]) -> Weights:
    """Return weights that sum to 1: the separations times one number, held within the bounds."""

    def held(scale: float) -> Weights:
        return {f: min(max(scale * max(x, TINY), LEAST), MOST) for f, x in separation.items()}

    low, high = 0.0, MOST / TINY  # the bounds let the weights sum to less than 1, and to more
    while low < (scale := (low + high) / 2) < high:
        low, high = (scale, high) if sum(held(scale).values()) < 1 else (low, scale)
    return held(high)


def calibrated_weights() -> Weights:
    """Return facet id -> weight as it is written, to three decimals and summing to 1 in a pole.

    The shared ground is not calibrated: its two facets have equal weights.

    >>> round(sum(calibrated_weights().values()), 9)
    3.0
    """
    weights = {facet.id: facet.weight for facet in load_instrument().facets_of("machine_learning")}
    for pole in SIGN:
        exact = {s.facet: s.weight for s in separations() if s.pole == pole}
        units = {facet: math.floor(w * 10**DECIMALS) for facet, w in exact.items()}
        # The largest remainders take what rounding down has left over.
        by_remainder = sorted(exact, key=lambda f: units[f] - exact[f] * 10**DECIMALS)
        for facet in by_remainder[: 10**DECIMALS - sum(units.values())]:
            units[facet] += 1
        weights |= {facet: unit / 10**DECIMALS for facet, unit in units.items()}
    return weights


def gap(
    weights: Mapping[str, float],
    habits: Iterable[Habit],
    contrast: Contrast,
    added: Mapping[str, str] | None = None,
) -> float:
    """Return how far apart the weights put the two sides, in SDs of the core roles.

    Divided by the square root of the sum of squared weights: uneven weights let chance through more
    than even ones do, and are not to be rewarded for it. `added` puts facets of the shared ground
    into a pole, facet id -> pole id.

    >>> gap(calibrated_weights(), load_habits(), two_faces) > 0
    True
    """
    differences: dict[str, Seen] = {}
    for habit in habits:
        if (difference := contrast(habit)) is not None:
            differences.setdefault(habit.facet, []).append((habit.kind, difference))
    total, squares = 0.0, 0.0
    for pole, sign in SIGN.items():
        facets = [facet.id for facet in load_instrument().facets_of(pole)]
        facets += [facet for facet, where in (added or {}).items() if where == pole]
        seen = [facet for facet in facets if facet in differences]
        scale = sum(weights[facet] for facet in seen)
        for facet in seen:
            total += sign * weights[facet] / scale * combined(differences[facet])
            squares += (weights[facet] / scale) ** 2
    return total / math.sqrt(squares)


@dataclass(frozen=True)
class LeftOut:
    """How well a rule does on evidence from which its weights were not made.

    `what` was left out: a kind of source, or an engineering role and an analytics role. `gap` is
    the gap with the rule's weights, `equal` the one with equal weights.
    """

    what: tuple[str, ...]
    gap: float
    equal: float


def leave_one_out(contrast: Contrast = two_faces, shrink: bool = True) -> tuple[LeftOut, ...]:
    """Compare a rule with equal weights on each kind of source, and each pair of roles, left out.

    A description, not a proof: it rests on two kinds, and on nine pairs that share their members.

    >>> len(leave_one_out())
    11
    """
    cases: list[tuple[tuple[str, ...], Sequence[Habit], Sequence[Habit], Contrast]] = []
    habits = load_habits()
    for kind in dict.fromkeys(habit.kind for habit in habits):
        others, left = ([h for h in habits if (h.kind == kind) == out] for out in (False, True))
        cases.append(((kind,), others, left, two_faces))
    for pair in product(ENGINEERING_ROLES, ANALYTICS_ROLES):
        rest = [
            replace(h, z={role: z for role, z in h.z.items() if role not in pair}) for h in habits
        ]
        engineer, analyst = pair
        measure: Contrast = partial(between_pair, engineer=engineer, analyst=analyst)
        cases.append((pair, rest, habits, measure))
    found = []
    for what, seen, kept, measure in cases:
        weights = {s.facet: s.weight for s in separations(seen, contrast, shrink)}
        equal = dict.fromkeys(weights, 1.0)
        found.append(LeftOut(what, gap(weights, kept, measure), gap(equal, kept, measure)))
    return tuple(found)


def try_in_pole(facet: str, pole: str, weight: float = 0.2) -> dict[str, float]:
    """Return what a facet of the shared ground would change if it had a weight in a pole.

    For the pair, for engineering roles that are not core against its analyst and against roles of
    neither side, and for the sides: the gap with it, as a share of the gap without.

    >>> try_in_pole("deep_learning", "engineering")["ml_engineer against data_scientist"] > 1
    True
    """
    weights, habits = calibrated_weights(), load_habits()
    with_it = {**weights, facet: weight}
    others = [row for row in load_table("roles") if not row["core"]]
    engineers = [row["id"] for row in others if row["side"] == "engineering"]
    outsiders = [row["id"] for row in others if row["side"] is None]
    pairs = (PAIR, *product(engineers, (PAIR[1], *outsiders)))
    contrasts: dict[str, Contrast] = {"engineering roles against analytics roles": between_sides}
    for engineer, analyst in pairs:
        measure = partial(between_pair, engineer=engineer, analyst=analyst)
        if any(measure(habit) is not None for habit in habits):  # counted in one kind of source
            contrasts[f"{engineer} against {analyst}"] = measure
    return {
        what: gap(with_it, habits, contrast, {facet: pole}) / gap(weights, habits, contrast)
        for what, contrast in contrasts.items()
    }


def main() -> None:
    """Write the calibrated weights into facets.csv."""
    rows = load_table("facets")
    weights = calibrated_weights()
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "weight": f"{weights[row['id']]:g}"})
    (data_folder() / "facets.csv").write_text(text.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
