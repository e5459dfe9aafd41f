"""The pictures of notebooks 04 and 05 in words, with the numbers that they show."""

from collections.abc import Sequence
from html import escape

from rolekit.weather import budget
from rolekit.weather.budget import EuroSpent, Surface, what_each_costs
from rolekit.weather.days import INPUT_NAMES, Floats, load_days
from rolekit.weather.decision import Costs
from rolekit.weather.enjoyment import Liking, means
from rolekit.weather.experiment import BASELINE, MODEL, Trial
from rolekit.weather.load import Answer, summarise
from rolekit.weather.monitor import ALARM, RULE_OF_THUMB, Reference, Watch, false_alarms
from rolekit.weather.patterns import Stability, dry_shares, p_value, spells
from rolekit.weather.replay import MECHANISMS, Course, Setting, four_teams


def describe_months(guess: int | None = None) -> str:
    """Return the driest and the wettest month in words, with a guess for July.

    >>> describe_months().split(".")[0]
    'On average 94 of 100 days in July are dry, and 42 in December'
    """
    shares = dry_shares(load_days())
    july, december = (
        100 * sum(float(year[m]) for year in shares.values()) / len(shares) for m in (6, 11)
    )
    least = min(100 * float(year[11]) for year in shares.values())
    most = max(100 * float(year[11]) for year in shares.values())
    sentence = (
        f"On average {july:.0f} of 100 days in July are dry, and {december:.0f} in December. "
        f"Single years differ: December had between {least:.0f} and {most:.0f}."
    )
    return sentence if guess is None else f"{sentence} For July you guessed {guess}."


def describe_spells() -> str:
    """Return the lengths of the spells in words.

    >>> describe_spells().split(",")[0]
    'There were 200 dry spells'
    """
    found = spells(load_days().wet)
    single = sum(length == 1 for length in found["wet"])
    return (
        f"There were {len(found['dry'])} dry spells, the longest of {max(found['dry'])} days, and "
        f"{len(found['wet'])} wet ones, the longest of {max(found['wet'])}. {single} wet spells "
        "were over after a single day."
    )


def describe_shuffles(asked: Stability, shuffled: Floats) -> str:
    """Return a permutation test in words."""
    summer, rest = asked.shares
    sentence = (
        f"Summer {100 * summer:.0f}, the rest of the year {100 * rest:.0f}: a difference of "
        f"{100 * asked.difference:+.0f} points."
    )
    if not len(shuffled):
        return f"{sentence} Nothing has been shuffled yet."
    count = round(p_value(asked.difference, shuffled) * (len(shuffled) + 1)) - 1
    return (
        f"{sentence} Of {len(shuffled):,} shuffles {count:,} gave at least this difference: "
        f"p = {p_value(asked.difference, shuffled):.3f}. A typical shuffle gives "
        f"{100 * float(shuffled.std()):.1f} points either way."
    )


def describe_trial(tried: Trial) -> str:
    """Return what a choice of features and model is worth, in words."""
    euros = sorted(tried.euros.items(), key=lambda item: item[1])
    told = ", ".join(f"{value:,.0f} euros a year with {name}" for name, value in euros)
    saved, low, high = tried.saving()
    sure = (
        "so it is better on these days"
        if low > 0
        else "so it is worse on these days"
        if high < 0
        else "so that these days do not settle which of the two is better"
    )
    return (
        f"Mistakes cost {told}. Against {BASELINE} the model saves {saved:,.0f} euros a year; the "
        f"80 % interval goes from {low:,.0f} to {high:,.0f}, {sure}."
    )


def describe_calibration(tried: Trial) -> str:
    """Return in words whether rain came as often as it was forecast.

    >>> from rolekit.weather.experiment import trial
    >>> describe_calibration(trial()).split(",")[0]
    'Where 7 % was said it rained on 6 %'
    """
    bins = tried.calibration()
    parts = [
        f"{100 * one.said:.0f} % was said it rained on {100 * one.happened:.0f} %" for one in bins
    ]
    return (
        f"Where {', where '.join(parts)} of the days. The Brier score is {tried.brier:.3f} "
        "(0 would be perfect)."
    )


def describe_advice(tried: Trial) -> tuple[str, str]:
    """Return two sentences on which the owner of a café can act.

    >>> from rolekit.weather.experiment import KEPT_BACK, trial
    >>> describe_advice(trial(between=KEPT_BACK))[0].split(":")[0]
    'Put the tables out when the forecast says less than 25 % rain'
    """
    saved, low, high = tried.saving()
    rest = {name: value for name, value in tried.euros.items() if name != MODEL}
    best = min(rest, key=lambda name: rest[name])
    gain = rest[best] - tried.euros[MODEL]
    if gain > 0:
        first = (
            f"Put the tables out when the forecast says less than "
            f"{100 * tried.costs.threshold:.0f} % rain: in 2015, a year on which nothing was tried "
            f"out, that would have cost you {gain:,.0f} euros less than the best simple rule, "
            f"{best}."
        )
    else:
        first = (
            f"Keep to the simple rule, {best}: in 2015, a year on which nothing was tried out, the "
            f"model would have cost you {-gain:,.0f} euros more."
        )
    if low > 0 or high < 0:
        second = (
            f"Against {BASELINE} that is {abs(saved):,.0f} euros a year "
            f"{'saved' if saved > 0 else 'lost'}, and other years may bring anything from "
            f"{low:,.0f} to {high:,.0f}."
        )
    else:
        second = (
            f"Do not count on it: against {BASELINE}, other years may bring anything from "
            f"{low:,.0f} to {high:,.0f} euros."
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
        f"(p50), 95 of 100 within {found.p95:.1f} (p95), 99 of 100 within {found.p99:.1f} (p99)."
    )


def describe_drift(seen: Watch) -> str:
    """Return in words which alarms ring.

    >>> describe_drift(Watch("2014-01", {"wind": 0.1}, 0.2))
    'In 2014-01 no alarm rings. Furthest from its reference is wind, with a PSI of 0.10.'
    """
    furthest = max(seen.psi, key=lambda name: seen.psi[name])
    ringing = ", ".join(INPUT_NAMES.get(name, name) for name in seen.ringing)
    state = f"the alarm rings for: {ringing}" if seen.ringing else "no alarm rings"
    return (
        f"In {seen.month} {state}. Furthest from its reference is {INPUT_NAMES[furthest]}, "
        f"with a PSI of {seen.psi[furthest]:.2f}."
    )


def describe_enjoyed(likings: Sequence[Liking]) -> str:
    """Return in words what was said beside what was liked.

    >>> from rolekit.weather.enjoyment import compare
    >>> describe_enjoyed(compare({}))
    'No moment is rated yet.'
    """
    rated = [one for one in likings if one.liked is not None]
    if not rated:
        return "No moment is rated yet."
    told = [f"You rated {len(rated)} of {len(likings)} moments."]
    mean = means(list(likings))
    if mean["morning"] is not None and mean["afternoon"] is not None:
        told.append(
            f"On average you gave the morning {mean['morning']:.0f} and the afternoon "
            f"{mean['afternoon']:.0f} of 100."
        )
    apart = [one for one in rated if one.said is not None]
    if apart:
        far = max(apart, key=lambda one: abs((one.liked or 0) - (one.said or 0)))
        told.append(
            f"Furthest apart is {far.moment.facet}: you said {far.said:.0f} before, and gave "
            f"{far.liked} after doing it."
        )
    return " ".join(told)


def describe_teams(courses: Sequence[Course]) -> str:
    """Return the value of the four teams after three years in words.

    >>> from rolekit.weather.replay import four_teams
    >>> describe_teams(four_teams(replays=5)).split(":")[0]
    'Saved against same as today in three years, in euros'
    """
    parts = [
        f"{one.team.name} {one.total:,.0f} ({one.low[-1]:,.0f} to {one.high[-1]:,.0f})"
        for one in courses
    ]
    return (
        f"Saved against {BASELINE} in three years, in euros: {'; '.join(parts)}. In brackets: the "
        "middle 80 % of the replays."
    )


def describe_surface(found: Surface) -> str:
    """Return in words where the whole budget is best spent."""
    share, value = found.best_split
    all_engineering, all_analysis = (found.along_budget()[i][1] for i in (0, -1))
    return (
        f"Of one budget {100 * share:.0f} % for analysis is best here: {value:,.0f} euros. All "
        f"of it for analysis gives {all_analysis:,.0f}, all for engineering {all_engineering:,.0f}."
    )


def describe_next_euro(euro: EuroSpent) -> str:
    """Return in words where more money would add more.

    >>> describe_next_euro(EuroSpent(280.0, 50.0)).split(":")[0]
    'The next euro is better spent on analysis'
    """
    if abs(euro.to_analysis - euro.to_engineering) < 25:
        first = "It hardly matters where the next euro goes"
    else:
        first = f"The next euro is better spent on {euro.better}"
    return (
        f"{first}: ten points more of the budget add {euro.to_analysis:,.0f} euros in three years "
        f"if they go into analysis, and {euro.to_engineering:,.0f} if they go into engineering."
    )


def count_false_alarms() -> str:
    """Return in how many months the alarm would have rung with nothing wrong."""
    references: tuple[tuple[str, Reference], ...] = (
        ("all of the training days", "whole year"),
        ("the same season", "same season"),
    )
    return "\n".join(
        f"compared with {words:24} alarm above PSI {level:4.2f}: rings in "
        f"{100 * false_alarms(reference, level):3.0f} of 100 months"
        for words, reference in references
        for level in (RULE_OF_THUMB, ALARM)
    )


def what_each_mechanism_costs() -> str:
    """Return what each mechanism alone takes from the chosen model."""
    found = what_each_costs().items()
    return "\n".join(f"{name:32} {euros:5,.0f} euros in three years" for name, euros in found)


def what_retraining_is_worth() -> str:
    """Return what the model saves by what it was trained on, for two splits of the costs."""
    return "\n".join(
        f"wet {soaked} euros, dry {100 - soaked} euros, trained on {name:15}: {euros:5,.0f} euros"
        for soaked in (75, 65)
        for name, euros in budget.what_retraining_is_worth(Costs(soaked, 100 - soaked)).items()
    )


def who_is_best_at_which_costs() -> str:
    """Return the best of the four teams for several splits of 100 euros between the mistakes."""
    lines = []
    for soaked in (25, 40, 50, 58, 65, 75, 90):
        teams = four_teams(Setting(Costs(soaked, 100 - soaked)))
        best = max(teams, key=lambda course: course.total)
        lines.append(
            f"wet {soaked:2} euros, dry {100 - soaked:2} euros: best is {best.team.name:35} "
            f"with {best.total:5,.0f} euros; strong in both: {teams[-1].total:5,.0f}"
        )
    return "\n".join(lines)


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
                f"{value:g} days" if one.field == "notice" else f"{100 * value:g} %"
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

    def line(kind: str, cells: Sequence[str]) -> str:
        style = "style='text-align: left; padding: 2px 14px 2px 0'"
        inside = "".join(f"<{kind} {style}>{escape(cell)}</{kind}>" for cell in cells)
        return f"<tr>{inside}</tr>"

    return f"<table>{line('th', heads)}{''.join(line('td', cells) for cells in rows)}</table>"
