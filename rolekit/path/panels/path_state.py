"""What a person has said so far on the way to a plan; the parts of notebook 06 share one.

Each part sets what it asks for and watches the rest. Gaps and the plan are never kept: they follow.
"""

from datetime import date

import traitlets

from rolekit.measure.panels.person import Person
from rolekit.path.framework import Target
from rolekit.path.gaps import Gap, gaps
from rolekit.path.plan import MOST_STEPS, Plan, Step
from rolekit.record.codes import new_id
from rolekit.record.response import Response


class PathState(traitlets.HasTraits):
    """Wishes, target, ratings and steps.

    response
        The record of notebook 02, or that of an invented person.
    target
        The role and grade to aim at, or None.
    ratings
        Skill -> level, 0 to 4, for every skill that was rated under any target.
    chosen
        (role, grade) -> the steps chosen for it, so a look at another target costs none.
    start
        The first day of the plan, or None before there is one.
    """

    response = traitlets.Instance(Response)
    target = traitlets.Instance(Target, allow_none=True)
    ratings = traitlets.Dict()
    chosen: "traitlets.Dict[tuple[str, str], tuple[Step, ...]]" = traitlets.Dict()
    start = traitlets.Instance(date, allow_none=True)
    plan_id = traitlets.Int()

    def __init__(self, person: Person) -> None:
        super().__init__()
        person.follow(lambda response: self.set_trait("response", response))

    @traitlets.default("plan_id")
    def _new_plan_id(self) -> int:
        return new_id()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps to the target; none without one."""
        return gaps(self.target, self.ratings, self.response.answers) if self.target else ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The chosen steps towards the target for which something is missing."""
        if self.target is None:
            return ()
        missing = {gap.skill for gap in self.gaps if gap.size}
        chosen = self.chosen.get((self.target.role, self.target.grade), ())
        return tuple(step for step in chosen if step.skill in missing)[:MOST_STEPS]

    @property
    def plan(self) -> Plan | None:
        """The plan, or None until something is chosen."""
        if self.target is None or self.start is None or not self.steps:
            return None
        own = {skill: self.ratings[skill] for skill in self.target.needs if skill in self.ratings}
        return Plan(self.target, own, self.start, self.steps, self.plan_id)

    def choose(self, steps: tuple[Step, ...], start: date) -> None:
        """Take these steps towards the target, from this day on."""
        assert self.target is not None
        with self.hold_trait_notifications():
            self.start = start
            self.chosen = {**self.chosen, (self.target.role, self.target.grade): steps}

    def resume(self, plan: Plan) -> None:
        """Go on with a plan: its target, its ratings, its steps."""
        with self.hold_trait_notifications():
            self.target, self.plan_id = plan.target, plan.id
            self.ratings = {**self.ratings, **plan.ratings}
            self.choose(plan.steps, plan.start)
