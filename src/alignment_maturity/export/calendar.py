"""The plan as an iCalendar file (RFC 5545): an event of whole days for each action.

Events, because Outlook, Google and Apple show them where they hide tasks; transparent, because nobody is
busy all day. An event keeps its UID whatever becomes of the plan, so that importing it again moves the
event instead of doubling it.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import TYPE_CHECKING

import numpy as np

from alignment_maturity.export.contents import Contents, Task, contents, description
from alignment_maturity.language.export import word
from alignment_maturity.result import HORIZONS

if TYPE_CHECKING:
    from icalendar import Event

    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment


def as_calendar(result: Assessment, lang: Lang) -> bytes:
    """Write the dated actions, and when to measure again; optional actions have no dates and stay out."""
    from icalendar import Calendar, vText

    plan = contents(result, lang)
    calendar = Calendar()
    calendar.add("prodid", f"-//alignment-maturity//plan//{lang.upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(plan.title))  # else the library would not escape it
    for task in plan.tasks:
        calendar.add_component(_action(result, task, lang))
    calendar.add_component(_measure_again(result, plan, lang))
    data: bytes = calendar.to_ical()
    return data


def _action(result: Assessment, task: Task, lang: Lang) -> Event:
    start, end = task.start or result.plan.start, task.end or result.plan.start
    event = _event(result, f"action:{task.id}", start, end)
    event.add("summary", task.title)
    event.add("description", description(task, lang))
    event.add("categories", [*task.functions, task.horizon])
    return event


def _measure_again(result: Assessment, plan: Contents, lang: Lang) -> Event:
    """Return the event on the business day after the plan, or after the longest horizon where it is empty.

    With it, no calendar is without an event, which the standard forbids.
    """
    last = max((task.end for task in plan.tasks if task.end), default=None)
    day = _later(last, 1) if last else _later(result.plan.start, HORIZONS[-1])
    day = np.busday_offset(day, 0, roll="forward").astype(object)
    event = _event(result, "measure-again", day, day)
    event.add("summary", f"{word('measure-again', lang)}: {result.organisation}")
    event.add("description", word("measure-again-after" if last else "measure-again-later", lang))
    return event


def _event(result: Assessment, subject: str, start: dt.date, end: dt.date) -> Event:
    """Return an event from the first to the last day given."""
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(result, subject))
    event.add("dtstamp", dt.datetime.combine(result.plan.start, dt.time(), dt.UTC))
    event.add("dtstart", start)
    until = _later(end, 1)
    if until > start:  # where dates end, the default of one day has to do
        event.add("dtend", until)
    event.add("transp", "TRANSPARENT")
    return event


def _later(day: dt.date, days: int) -> dt.date:
    """Return the date so many days later, or the last one there is."""
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))


def _uid(result: Assessment, subject: str) -> str:
    """Return what stays the same as long as the assessment and the action do; neither dates nor target."""
    names = ["alignment-maturity", result.organisation, result.wave, result.questionnaire.id, subject]
    return str(uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(names)))
