"""The calendar file, read back by the library as a calendar would."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateutil.rrule import rrulestr
from hands import refusal
from hypothesis import given
from icalendar import Calendar
from paths import INTEGRATION, PLAN, plans
from strategies import examples

from rolekit import PlanError
from rolekit.path.calendar_file import to_ics
from rolekit.path.plan import Step
from rolekit.path.plan_page import tasks

NOW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)


def events(plan, stamp=NOW):
    return Calendar.from_ical(to_ics(plan, stamp)).walk("VEVENT")


def days(event):
    """All days on which an entry stands."""
    rule = rrulestr(
        event["RRULE"].to_ical().decode(),
        dtstart=datetime.combine(event["DTSTART"].dt, datetime.min.time()),
    )
    return [moment.date() for moment in rule]


@examples(40)
@given(plans())
def test_every_week_of_the_plan_has_one_whole_day_and_what_was_written_is_read(plan):
    found = events(plan)
    assert len(found) == len(plan.steps)
    every = [day for event in found for day in days(event)]
    assert every == [plan.start + timedelta(weeks=week) for week in range(plan.weeks)]
    for event, one in zip(found, plan.schedule, strict=True):
        assert type(event["DTSTART"].dt) is date
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert one.first <= days(event)[0] <= days(event)[-1] <= one.last
        # Commas, semicolons and line breaks are escaped, and lines folded, by the library.
        assert tasks(one) in str(event["DESCRIPTION"])
        assert str(event["SUMMARY"]).startswith(one.step.skill)
        assert event["DTSTAMP"].dt == NOW


def test_the_file_is_as_the_standard_wants_it():
    text = to_ics(PLAN, NOW)
    lines = text.split("\r\n")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rolekit//choose a path//EN"]
    assert "DTSTART;VALUE=DATE:20270104" in lines
    assert "RRULE:FREQ=WEEKLY;COUNT=4" in lines
    assert "DTSTAMP:20270102T030405Z" in lines
    assert "SUMMARY:Systems integration (5 hours this week)" in lines
    assert "TRANSP:TRANSPARENT" in lines


def test_a_changed_plan_keeps_the_names_of_its_entries_and_two_people_have_their_own():
    """So that a calendar replaces them instead of doubling them."""
    later = replace(PLAN, start=date(2027, 3, 1), steps=(Step(INTEGRATION, 9, 1),))
    first, second = (str(event["UID"]) for event in events(PLAN))
    assert [str(event["UID"]) for event in events(later)] == [first]
    assert first != second
    one, other = events(PLAN), events(replace(PLAN, id=8))
    assert not {str(e["UID"]) for e in one} & {str(e["UID"]) for e in other}


def test_without_the_library_it_says_what_is_missing_and_what_there_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert refusal(PlanError, to_ics, PLAN, NOW) == (
        "A calendar file needs the package icalendar, which is not installed here. The page of "
        "your plan holds the same dates."
    )
