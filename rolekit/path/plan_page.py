"""A plan as a page, in HTML to print and in Markdown to work on, and to resume from either."""

import re
from datetime import date
from html import escape

from rolekit.base.page import page
from rolekit.base.sentences import MONTHS, counted
from rolekit.path.framework import load_skills
from rolekit.path.plan import Plan, Scheduled, task_hours
from rolekit.path.plan_code import to_text


def to_markdown(plan: Plan) -> str:
    """Write a plan as a page: its steps with days, tasks and signs, and the text to resume from.

    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> to_markdown(EXAMPLE_PLAN).splitlines()[0]
    '# My plan: towards Developer'
    """
    blocks = [
        f"# My plan: towards {plan.target.grade}",
        f"{plan.target.role_name}. From {day(plan.start)} to {day(plan.schedule[-1].last)}: "
        f"{counted(plan.weeks, 'week')}, {counted(plan.hours, 'hour')} in total.",
    ]
    for number, one in enumerate(plan.schedule, start=1):
        blocks += [
            f"## {number}. {one.step.skill}",
            f"*{load_skills()[one.step.skill].explanation}*",
            f"{one.levels.capitalize()}. {day(one.first)} to {day(one.last)}: "
            f"{effort(one)}. {estimate(one)}",
            tasks(one, bold="**"),
        ]
    blocks += [
        "## To carry on with this plan",
        "Paste the whole text, or just the lines below, into *Resume from a plan* in the notebook. "
        "They hold the target, your ratings and the steps: no name, and none of your answers. "
        "Anyone who has them can read them.",
        f"```\n{to_text(plan)}\n```",
        "Levels: UK Government Digital and Data Profession Capability Framework, Crown copyright, "
        "Open Government Licence v3.0. Tasks: rolekit, CC BY 4.0.",
    ]
    return "\n\n".join(blocks) + "\n"


_MARKS = ((r"\*\*(.+?)\*\*", r"<b>\1</b>"), (r"\*(.+?)\*", r"<i>\1</i>"))
_STYLE = """
h2 { margin: 5mm 0 1mm; font-size: 13pt; break-after: avoid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 9pt; }
"""


def to_html(plan: Plan) -> str:
    """Write the same as one page of HTML that needs nothing else, to print or to send.

    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> to_html(EXAMPLE_PLAN).count("<h1>My plan: towards Developer</h1>")
    1
    """
    return page(f"My plan: towards {plan.target.grade}", plan_html(plan), _STYLE)


def plan_html(plan: Plan) -> str:
    """Write what is on that page alone, to be part of another one."""
    parts = to_markdown(plan).strip().split("\n\n")
    return "\n".join(map(_as_html, parts))


def _as_html(part: str) -> str:
    """Return a part of our Markdown as HTML: a heading, the text to resume from, a paragraph."""
    if part.startswith("```"):
        return f"<pre>{escape(part.strip('`').strip())}</pre>"
    marks, _, heading = part.partition(" ")
    if marks in ("#", "##"):
        return f"<h{len(marks)}>{escape(heading)}</h{len(marks)}>"
    text = escape(part, quote=False)
    for mark, tag in _MARKS:
        text = re.sub(mark, tag, text)
    return f"<p>{text}</p>"


def tasks(one: Scheduled, bold: str = "") -> str:
    """Return the tasks of a step, a paragraph each for what to do, show and tell it by."""
    lines = [one.preface] if one.preface else []
    for task in one.tasks:
        lines += [
            f"{bold}Do (about {task.hours} hours):{bold} {task.task}",
            f"{bold}To show:{bold} {task.result}",
            f"{bold}Done when:{bold} {task.sign}",
        ]
    lines += [f"{bold}And in the end:{bold} {sign}" for sign in one.signs]
    return "\n\n".join(lines)


def effort(one: Scheduled) -> str:
    """Return in words how long a step takes, and how much of each week."""
    return f"{counted(one.step.weeks, 'week')}, {counted(one.step.hours, 'hour')} a week"


def estimate(one: Scheduled) -> str:
    """Return how the hours of a step compare with those that its tasks take.

    >>> from rolekit.path.plan import Step
    >>> estimate(Scheduled(Step("Testing", 1, 3), date(2027, 1, 4), date(2027, 1, 10), 1, 2))
    'The tasks take about 5 hours, 2 more than you set aside.'
    """
    needed, planned = task_hours(one.tasks), one.step.weeks * one.step.hours
    more = f", {needed - planned} more than you set aside" if needed > planned else ""
    return f"The tasks take about {needed} hours{more}."


def day(date: date) -> str:
    """Return a day in words, the same wherever it is read.

    >>> from datetime import date
    >>> day(date(2027, 1, 4))
    '4 January 2027'
    """
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
