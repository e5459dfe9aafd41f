"""The pictures of notebooks 04 and 05 in words, with the numbers that they show."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from rolekit.base.sentences import MONTHS, counted, judged, listed
from rolekit.weather.budget import EuroSpent, Surface, what_each_costs
from rolekit.weather.days import INPUT_NAMES, Floats, load_days
from rolekit.weather.enjoyment import Liking, means
from rolekit.weather.experiment import BASELINE, MODEL, Trial
from rolekit.weather.load import Answer, summarise
from rolekit.weather.monitor import RULE_OF_THUMB, Watch, false_alarms
from rolekit.weather.patterns import Stability, dry_shares, p_value, spells
from rolekit.weather.replay import MECHANISMS, TEAMS, Course, Setting


def describe_july(guess: int | None) -> str:
    """Return a guess at how many days in July are dry, out of 100, beside the truth.

    >>> describe_july(60), describe_july(None)  # doctest: +NORMALIZE_WHITESPACE
    ("You guessed 60; it's 94 out of 100 days in July: you were 34 too low.",
     "You made no guess; it's 94 out of 100 days in July.")
    """
    july = round(100 * float(np.mean([year[6] for year in dry_shares(load_days()).values()])))
    truth = f"it's {july} out of 100 days in July"
    if guess is None or guess == july:
        return judged(None if guess is None else str(guess), guess == july, truth)
    off = f"you were {abs(guess - july)} too {'high' if guess > july else 'low'}"
    return judged(str(guess), False, f"{truth}: {off}")


def describe_months() -> str:
    """Return the driest and the wettest month in words.

    >>> describe_months().split(".")[0]
    'On average, 94% of days are dry in July and 42% in December'
    """
    shares = dry_shares(load_days())
    july, december = (
        100 * sum(float(year[m]) for year in shares.values()) / len(shares) for m in (6, 11)
    )
    least = min(100 * float(year[11]) for year in shares.values())
    most = max(100 * float(year[11]) for year in shares.values())
    return (
        f"On average, {july:.0f}% of days are dry in July and {december:.0f}% in December. "
        f"Single years differ: December had between {least:.0f}% and {most:.0f}%."
    )


def describe_spells() -> str:
    """Return the lengths of the spells in words.

    >>> describe_spells().split(",")[0]
    'There were 200 dry spells'
    """
    found = spells(load_days().wet)
    single = sum(length == 1 for length in found["wet"])
    return (
        f"There were {len(found['dry'])} dry spells, the longest of {max(found['dry'])} days, and "
        f"{len(found['wet'])} wet ones, the longest of {max(found['wet'])} days. {single} of the "
        "wet spells lasted a single day."
    )


def describe_shuffles(asked: Stability, shuffled: Floats) -> str:
    """Return a permutation test in words."""
    summer, rest = asked.shares
    sentence = (
        f"Summer scores {100 * summer:.0f} out of 100, and the rest of the year {100 * rest:.0f}: "
        f"{abs(100 * asked.difference):.0f} points {'more' if asked.difference > 0 else 'less'} in "
        "summer."
    )
    if not (n := len(shuffled)):
        return f"{sentence} Nothing has been shuffled yet."
    p, typical = p_value(asked.difference, shuffled), 100 * float(shuffled.std())
    return (
        f"{sentence} Of {n:,} shuffle{'s' * (n > 1)}, {round(p * (n + 1)) - 1:,} gave at least "
        f"this difference: p = {p:.3f}. A typical shuffle gives {typical:.1f} points either way."
    )


def describe_trial(tried: Trial) -> str:
    """Return what a choice of features and model is worth, in words."""
    euros = sorted(tried.euros.items(), key=lambda item: item[1])
    told = listed([f"{value:,.0f} with \u201c{name}\u201d" for name, value in euros])
    saved, low, high = tried.saving()
    sure = (
        "so it's better on these days"
        if low > 0
        else "so it's worse on these days"
        if high < 0
        else "so these days don't settle which of the two is better"
    )
    return (
        f"In euros a year, mistakes cost {told}. Compared with \u201c{BASELINE}\u201d, the model "
        f"saves {saved:,.0f}. The 80% interval goes from {low:,.0f} to {high:,.0f}, {sure}."
    )


def describe_calibration(tried: Trial) -> str:
    """Return in words whether rain came as often as it was forecast.

    >>> from rolekit.weather.experiment import trial
    >>> describe_calibration(trial()).split(". ")[0]
    'When the forecast said 7%, it rained on 6% of 127 days'
    """
    parts = [
        f"said {100 * one.said:.0f}%, it rained on {100 * one.happened:.0f}% of {one.n} days."
        for one in tried.calibration()
    ]
    return (
        f"When the forecast {' When it '.join(parts)} The Brier score is {tried.brier:.3f} (0 "
        "would be perfect)."
    )


def describe_advice(tried: Trial, looks: int = 0) -> tuple[str, str]:
    """Return two sentences on which the owner of a café can act.

    `looks` is how many other tries were shown on the year that was kept back.

    >>> from rolekit.weather.experiment import KEPT_BACK, trial
    >>> describe_advice(trial(between=KEPT_BACK))[0].split(".")[0]
    'Put the tables out when the chance of rain is below 25%'
    """
    kept = "In 2015, a year on which nothing was tried out,"
    if looks:
        others = "another try" if looks == 1 else f"{looks} other tries"
        kept = f"In 2015, which is no longer kept back because {others} saw it,"
    saved, low, high = tried.saving()
    rest = {name: value for name, value in tried.euros.items() if name != MODEL}
    best = min(rest, key=lambda name: rest[name])
    gain = rest[best] - tried.euros[MODEL]
    if gain > 0:
        first = (
            f"Put the tables out when the chance of rain is below "
            f"{100 * tried.costs.threshold:.0f}%. {kept} that would have cost you {gain:,.0f} "
            f"euros less than the best simple rule, \u201c{best}\u201d."
        )
    else:
        first = (
            f"Stay with the simple rule, \u201c{best}\u201d. {kept} the model would have cost you "
            f"{-gain:,.0f} euros more."
        )
    if low > 0 or high < 0:
        second = (
            f"Compared with \u201c{BASELINE}\u201d, that's {abs(saved):,.0f} euros a year "
            f"{'saved' if saved > 0 else 'lost'}, and other years may bring anything from "
            f"{low:,.0f} to {high:,.0f}."
        )
    else:
        second = (
            f"Don't count on it: compared with \u201c{BASELINE}\u201d, other years may bring "
            f"anything from {low:,.0f} to {high:,.0f} euros."
        )
    return first, second


def describe_load(answers: Sequence[Answer]) -> str:
    """Return a load in words.

    >>> describe_load([])
    'Nothing has been sent yet.'
    """
    if not answers:
        return "Nothing has been sent yet."
    found = summarise(list(answers))
    return (
        f"{found.asked} requests, {found.per_second:.0f} a second: {found.answered} answered, "
        f"{found.refused} refused, {found.failed} failed. Half came within {found.p50:.1f} ms "
        f"(p50), 95% within {found.p95:.1f} (p95) and 99% within {found.p99:.1f} (p99)."
    )


def describe_drift(seen: Watch) -> str:
    """Return in words which alarms ring.

    >>> describe_drift(Watch("2014-01", {"wind": 0.1}, 0.2))
    'In January 2014, no alarm rings. The input furthest from its reference is wind (PSI 0.10).'
    """
    furthest = max(seen.psi, key=seen.psi.__getitem__)
    year, month = seen.month.split("-")
    ringing = [INPUT_NAMES.get(name, name) for name in seen.ringing]
    state = f"the alarm rings for {listed(ringing)}" if ringing else "no alarm rings"
    far = f"{INPUT_NAMES[furthest]} (PSI {seen.psi[furthest]:.2f})"
    when = f"{MONTHS[int(month) - 1]} {year}"
    return f"In {when}, {state}. The input furthest from its reference is {far}."


def describe_enjoyed(likings: Sequence[Liking]) -> str:
    """Return in words what was said beside what was liked.

    >>> from rolekit.weather.enjoyment import compare
    >>> describe_enjoyed(compare({}))
    "You haven't rated any moments yet."
    """
    rated = [one for one in likings if one.liked is not None]
    if not rated:
        return "You haven't rated any moments yet."
    part = f"You rated {len(rated)} of {len(likings)} moments."
    told = [part] if len(rated) < len(likings) else []
    mean = means(list(likings))
    if mean["morning"] is not None and mean["afternoon"] is not None:
        told.append(
            f"On average, you gave the morning {mean['morning']:.0f} out of 100 and the afternoon "
            f"{mean['afternoon']:.0f}."
        )
    apart = [one for one in rated if one.said is not None]
    if apart:
        far = max(apart, key=lambda one: abs((one.liked or 0) - (one.said or 0)))
        told.append(
            f"The widest gap is in {far.moment.facet}: you said {far.said:.0f} before, and gave "
            f"it {far.liked} after doing it."
        )
    return " ".join(told)


def describe_teams(courses: Sequence[Course]) -> str:
    """Return the value of the four teams after three years in words.

    >>> from rolekit.weather.replay import four_teams
    >>> describe_teams(four_teams(replays=5)).split(":")[0]
    'Euros saved in three years, compared with “same as today”'
    """
    first, *others = (
        f"{one.team.name} {one.total:,.0f} ({one.low[-1]:,.0f} to {one.high[-1]:,.0f})"
        for one in sorted(courses, key=lambda one: -one.total)
    )
    return (
        f"Euros saved in three years, compared with \u201c{BASELINE}\u201d: {first}. After that, "
        f"{'; '.join(others)}. The brackets hold the middle 80% of the replays."
    )


def describe_by_costs(totals: Mapping[int, Sequence[float]]) -> str:
    """Return in words at which costs which team is best.

    >>> describe_by_costs({58: (-1, -2, 0, -1), 75: (-1, 1, 0, 3)}).split(". ")[0]
    'Being strong in both is best at 1 of 2 splits'
    """
    best = {soaked: teams.index(max(teams)) for soaked, teams in totals.items()}
    others = {soaked: one for soaked, one in best.items() if one != len(TEAMS) - 1}
    told = [
        f"When a mistake costs {soaked} euros on a wet day and {100 - soaked} on a dry one, the "
        f"best team is {TEAMS[one].name}: {totals[soaked][one]:,.0f} against "
        f"{totals[soaked][-1]:,.0f}."
        for soaked, one in others.items()
    ]
    first = f"Being strong in both is best at {len(totals) - len(others)} of {len(totals)} splits."
    return " ".join([first, *told])


def describe_each_cost() -> str:
    """Return what each mechanism alone takes from the chosen model, the dearest first.

    >>> describe_each_cost().split(",")[0]
    'This is what each one costs in three years'
    """
    found = sorted((-euros, name.lower()) for name, euros in what_each_costs().items())
    told = "; ".join(f"{name}: {-euros:,.0f} euros" for euros, name in found)
    return (
        "This is what each one costs in three years, with our assumptions, when it alone is weak "
        f"and everything else is perfect: {told}."
    )


def describe_surface(found: Surface) -> str:
    """Return in words where the whole budget is best spent."""
    share, value = found.best_split
    all_engineering, all_analysis = (found.along_budget()[i][1] for i in (0, -1))
    return (
        f"The best split here gives {100 * share:.0f}% of the budget to analysis: {value:,.0f} "
        f"euros. If everything goes to analysis, it's {all_analysis:,.0f}; if everything goes to "
        f"engineering, {all_engineering:,.0f}."
    )


def describe_next_euro(euro: EuroSpent) -> str:
    """Return in words where more money would add more.

    >>> describe_next_euro(EuroSpent(280.0, 50.0)).split(".")[0]
    'The next euro is better spent on analysis'
    """
    if abs(euro.to_analysis - euro.to_engineering) < 25:
        first = "It hardly matters where the next euro goes"
    else:
        first = f"The next euro is better spent on {euro.better}"
    return (
        f"{first}. Another ten points of the budget add {euro.to_analysis:,.0f} euros in three "
        f"years if they go into analysis, and {euro.to_engineering:,.0f} if they go into "
        "engineering."
    )


def describe_false_alarms() -> str:
    """Return in how many of the months from 2013 to 2015 the alarm rings with nothing wrong.

    >>> describe_false_alarms().split(",")[1]
    ' with nothing broken'
    """
    year, season = (false_alarms(reference) for reference in ("whole year", "same season"))
    textbook = false_alarms("same season", RULE_OF_THUMB)
    return (
        f"From 2013 to 2015, with nothing broken, the alarm would have rung in {100 * year:.0f}% "
        f"of the months compared with all the training days, and in {100 * season:.0f}% compared "
        f"with the same season. With the textbook's {RULE_OF_THUMB}, even that would be "
        f"{100 * textbook:.0f}%: it's meant for thousands of independent rows, and a month has "
        "thirty days that resemble each other. So our alarm rings above 1. Somebody has to make "
        "that choice, and write it down."
    )


def mechanisms_table(setting: Setting) -> str:
    """Return the table of mechanisms as HTML: each with its numbers, and measured or assumed.

    >>> mechanisms_table(Setting()).count("<tr>") == len(MECHANISMS) + 1
    True
    """
    rows = []
    for one in MECHANISMS:
        weak = strong = ""
        if one.field:
            weak, strong = (
                counted(round(value), "day") if one.field == "notice" else f"{100 * value:g}%"
                for value in (getattr(setting.weak, one.field), getattr(setting.strong, one.field))
            )
        elif one.name == "Costs of mistakes":
            weak = strong = f"{setting.costs.soaked:g} and {setting.costs.missed:g} euros"
        rows.append((one.name, one.what, weak, strong, one.basis))
    return html_table(("mechanism", "what it is", "weak", "strong", "basis"), rows)


def html_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table as HTML; what it says is escaped.

    >>> html_table(["a"], [["<b>"]]).count("&lt;b&gt;")
    1
    """
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    lines = [
        "".join(
            f"<td data-head='{escape(name)}'>{escape(cell)}</td>"
            for name, cell in zip(heads, cells, strict=True)
        )
        for cells in rows
    ]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table class='rk-stack'><tr>{head}</tr>{body}</table>"
