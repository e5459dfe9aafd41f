"""What the notebooks tell in lines of text, computed when they are run."""

from rolekit.weather import budget
from rolekit.weather.budget import what_each_costs
from rolekit.weather.decision import Costs
from rolekit.weather.monitor import ALARM, RULE_OF_THUMB, Reference, false_alarms
from rolekit.weather.replay import Setting, four_teams


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
