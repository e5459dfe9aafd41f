"""The last part of a path: a plan that can be changed, kept and resumed."""

from datetime import UTC, date, datetime
from html import escape
from typing import Any

import ipywidgets

from rolekit.base.ui.code_field import CodeField
from rolekit.base.ui.handout import Handout
from rolekit.base.ui.panel import Panel
from rolekit.base.ui.picture import Picture
from rolekit.base.ui.sentence import Sentence
from rolekit.errors import PlanError
from rolekit.measure.panels.keep_this import KeptPage
from rolekit.path.calendar_file import to_ics
from rolekit.path.figures.timeline import timeline
from rolekit.path.framework import load_levels
from rolekit.path.gaps import GROUPS, Gap
from rolekit.path.panels.path_state import PathState
from rolekit.path.panels.plan_table import PlanTable
from rolekit.path.plan import MOST_STEPS, Plan, Step, next_monday, practice, suggest, task_hours
from rolekit.path.plan_code import from_text
from rolekit.path.plan_page import estimate, plan_html, tasks, to_html, to_markdown
from rolekit.path.words import describe_plan


class Planner(Panel):
    """Gaps to choose from, the plan as a timeline with its tasks, and three files to keep it."""

    def __init__(self, state: PathState) -> None:
        self._state = state
        self._said, self._table, self._picture = Sentence(), PlanTable(), Picture()
        self._tasks, self._no_calendar, self._kept = ipywidgets.HTML(), Sentence(), KeptPage()
        self._print = Handout(
            name="my-plan.html", kind="text/html", label="the page to print", is_readable=False
        )
        self._page = Handout(name="my-plan.md", kind="text/markdown", label="the plan")
        self._calendar = Handout(
            name="my-plan.ics", kind="text/calendar", label="the calendar file"
        )
        super().__init__([])
        self._resume = CodeField("Resume from a plan", "Resume", "PLAN1", self._go_on)
        self._table.observe(lambda _: self._choose(), ["steps", "start"])
        state.observe(
            lambda _: self._show(), ["response", "target", "ratings", "chosen", "start", "plan_id"]
        )
        self._show()

    def _go_on(self, text: str) -> str:
        plan = from_text(text)
        self._state.resume(plan)
        return f"Resumed: {len(plan.steps)} of {MOST_STEPS} steps, {plan.target.grade}."

    def _choose(self) -> None:
        """Take over what was done in the table."""
        steps = tuple(Step(**step) for step in self._table.steps)
        start = self._table.start
        if not (steps or start):
            return
        first = date.fromisoformat(start) if start else next_monday(date.today())
        if self._state.target and (steps, first) != (self._state.steps, self._state.start):
            self._state.choose(steps, first)

    def _show(self) -> None:
        """Bring table, picture and files in line with the state."""
        missing = [gap for gap in self._state.gaps if gap.size]
        plan = self._state.plan
        with self._table.hold_trait_notifications(), self._table.hold_sync():
            self._table.rows = [_offer(gap) for gap in missing]
            self._table.steps = [
                {"skill": step.skill, "weeks": step.weeks, "hours": step.hours}
                for step in self._state.steps
            ]
            self._table.start = self._state.start.isoformat() if self._state.start else ""
        self._said.text = _invitation(self._state, bool(missing), plan)
        shown: list[ipywidgets.Widget] = [self._said]
        if missing:
            shown.append(self._table)
        if plan:
            self._picture.show(timeline(plan), describe_plan(plan))
            self._tasks.value = _in_words(plan)
            self._print.content, self._page.content = to_html(plan), to_markdown(plan)
            self._kept.more = plan_html(plan)
            self._kept.show(self._state.response)
            files = [self._print, self._page, self._write_calendar(plan)]
            shown += [self._picture, self._tasks, self._kept, *files]
        self.children = (*shown, self._resume)

    def _write_calendar(self, plan: Plan) -> ipywidgets.Widget:
        """Return the calendar file, or in words why there is none."""
        try:
            self._calendar.content = to_ics(plan, datetime.now(UTC))
        except PlanError as problem:
            self._no_calendar.text = str(problem)
            return self._no_calendar
        return self._calendar


def _invitation(state: PathState, is_missing: bool, plan: Plan | None) -> str:
    if plan:
        return (
            "Here's your plan. Change what you like: the picture and the files follow. Save one of "
            "the files, because nothing is kept here once you close the notebook."
        )
    if is_missing:
        return f"Tick up to {MOST_STEPS} gaps. Fewer is better: three done are worth five begun."
    if state.target and all(gap.group == "there" for gap in state.gaps):
        return "Nothing is missing for this target: by your own rating, you're there."
    return "Once you've rated some skills above, you can choose their gaps here."


def _offer(gap: Gap) -> dict[str, Any]:
    names = [level.name for level in load_levels()]
    today = gap.today or 0
    step = suggest(gap.skill, today, gap.needed)
    hours = task_hours(practice(gap.skill, today, gap.needed))
    return {
        "skill": gap.skill,
        "group": GROUPS[gap.group],
        "gap": f"from {names[today]} to {names[gap.needed]}, about {hours} hours of practice",
        "weeks": step.weeks,
        "hours": step.hours,
    }


def _in_words(plan: Plan) -> str:
    """Return HTML with the tasks of each step."""
    parts = []
    for number, one in enumerate(plan.schedule, start=1):
        told = "".join(f"<p>{escape(text)}</p>" for text in tasks(one).split("\n\n"))
        parts.append(
            f"<details><summary>{number}. <b>{escape(one.step.skill)}</b>, {one.levels}"
            f"</summary><p>{estimate(one)}</p>{told}</details>"
        )
    return f"<p><b>What to do, what to show, how to tell</b></p>{''.join(parts)}"
