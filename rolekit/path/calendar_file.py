"""A plan as a calendar file (iCalendar, RFC 5545), which usual calendars import.

Each step is one all-day entry that comes back every week until the step is over: a day, not an
hour, so no time zone can move it, and free time, so it is in nobody's way. The
identifiers follow from the plan's id and the skill: a plan that was changed and imported again
replaces its entries instead of doubling them. The library icalendar writes the file.
"""

import uuid
from datetime import datetime, timedelta

from rolekit.base.sentences import counted
from rolekit.errors import PlanError
from rolekit.path.plan import Plan
from rolekit.path.plan_page import tasks


def to_ics(plan: Plan, stamp: datetime) -> str:
    """Write a plan as the text of a calendar file.

    `stamp` says when it was written, with its time zone. Raises `PlanError` where the library
    icalendar is not installed.

    >>> from datetime import UTC
    >>> from rolekit.path.example import EXAMPLE_PLAN
    >>> to_ics(EXAMPLE_PLAN, datetime(2027, 1, 1, tzinfo=UTC)).splitlines()[4]
    'SUMMARY:User focus (3 hours this week)'
    """
    try:
        # Only who exports a calendar needs it, and it may be missing where a page runs alone.
        from icalendar import Calendar, Event
    except ImportError:
        raise PlanError(
            "A calendar file needs the package icalendar, which is not installed here. The page "
            "of your plan holds the same dates."
        ) from None
    calendar = Calendar()
    calendar.add("prodid", "-//rolekit//choose a path//EN")
    calendar.add("version", "2.0")
    for one in plan.schedule:
        event = Event()
        event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_OID, f"{plan.id} {one.step.skill}")))
        event.add("dtstamp", stamp)
        event.add("dtstart", one.first)
        event.add("dtend", one.first + timedelta(days=1))
        event.add("rrule", {"freq": "weekly", "count": one.step.weeks})
        event.add("summary", f"{one.step.skill} ({counted(one.step.hours, 'hour')} this week)")
        event.add(
            "description",
            f"Towards {plan.target.grade}: {one.levels}. Any day of the week will do.\n\n"
            f"{tasks(one)}",
        )
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text
