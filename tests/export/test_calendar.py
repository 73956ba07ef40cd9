"""The plan as a calendar, as RFC 5545 wants it and as calendars show it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from icalendar import Calendar, Event

from alignment_maturity.export.calendar import as_calendar
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.result import Assessment

from .plans import CASES, FORMULA, case, contract


def events(result: Assessment, lang: Lang = "en") -> list[Event]:
    """Read a calendar back, strictly."""
    (calendar,) = Calendar.from_ical(as_calendar(result, lang).decode(), multiple=True)
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert not [event.errors for event in found if event.errors]
    return [event for event in found if isinstance(event, Event)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_what_the_standard_asks_for(name: str, lang: Lang) -> None:
    """Outlook refuses a whole calendar for one line too long, or for none at all."""
    written = as_calendar(case(name), lang)
    assert written.endswith(b"\r\n")
    lines = written.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75]
    assert written.count(b"BEGIN:VEVENT\r\n") == len(case(name).plan.steps) + 1
    for required in (b"VERSION:2.0", b"PRODID:-//alignment-maturity//"):
        assert [line.startswith(required) for line in lines].count(True) == 1
    assert b"METHOD" not in written
    found = events(case(name), lang)
    assert len({event["UID"] for event in found}) == len(found)
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP"} <= event.keys()
        assert event["TRANSP"] == "TRANSPARENT"
        assert (
            event.decoded("DTSTAMP").tzinfo is dt.UTC
            or event.decoded("DTSTAMP").utcoffset() == dt.timedelta()
        )
        assert type(event.decoded("DTSTART")) is dt.date, "a whole day"
        assert "DTEND" not in event or event.decoded("DTEND") > event.decoded("DTSTART")


def test_an_event_is_over_on_the_day_after_its_last() -> None:
    """The standard's end is exclusive: without the extra day every step would be a day short."""
    first = events(contract("seven.yaml"))[0]
    assert first.decoded("DTSTART") == dt.date(2026, 11, 23)
    assert first.decoded("DTEND") == dt.date(2026, 12, 5)


def test_an_event_says_what_to_do() -> None:
    first = events(contract("seven.yaml"), "it")[0]
    assert str(first["SUMMARY"]) == "Write one definition of a qualified lead"
    assert "\n- Test it on twenty leads\n" in str(first["DESCRIPTION"])
    assert "\nÈ fatta quando: Two people grade the same ten leads alike.\n" in str(first["DESCRIPTION"])
    assert [str(category) for category in first.categories] == ["Marketing", "Sales", "entro 30 giorni"]


def test_importing_again_moves_events_instead_of_doubling_them() -> None:
    """Whatever the dates, the target and the language; another wave or company is another plan."""

    def uids(result: Assessment, lang: Lang = "en") -> dict[str, str]:
        steps = [step.action.id for step in result.plan.steps]
        return dict(
            zip([*steps, "again"], [str(event["UID"]) for event in events(result, lang)], strict=True)
        )

    base = uids(contract("seven.yaml"))
    moved = uids(contract("seven.yaml", start=dt.date(2027, 3, 1), target=5), "it")
    shared = base.keys() & moved.keys()
    assert len(shared) == 3
    assert all(base[name] == moved[name] for name in shared)
    for other in ({"wave": "2027-H1"}, {"wave": None}, {"organisation": "Bianchi"}):
        assert not set(uids(replace(contract("seven.yaml"), **other)).values()) & set(base.values())


def test_a_plan_is_followed_by_a_reminder_to_measure_again() -> None:
    last = events(contract("seven.yaml"))[-1]
    assert str(last["SUMMARY"]) == "Measure again: Rossi Componenti"
    assert last.decoded("DTSTART") == dt.date(2027, 1, 18), "the Monday after the plan ends"


@pytest.mark.parametrize("name", ["top", "nothing in the plan"])
def test_a_plan_without_actions_is_a_calendar_all_the_same(name: str) -> None:
    """A calendar without any event is none: Google refuses it."""
    (only,) = events(case(name), "it")
    assert str(only["SUMMARY"]).startswith("Ripetere la rilevazione")
    assert only.decoded("DTSTART") == dt.date(2027, 5, 24), "180 days on, moved off the weekend"


def test_dates_end_with_the_calendar() -> None:
    last = events(case("end of time"))[-1]
    assert last.decoded("DTSTART") == dt.date.max
    assert "DTEND" not in last


def test_texts_of_others_stay_texts() -> None:
    """A name with a comma, a semicolon or a line break must not become a property of its own."""
    named = replace(case("hostile"), organisation="A, B; C\\d")
    assert b"NAME:Action plan: A\\, B\\; C\\\\d\r\nX-WR-CALNAME:Action plan: A\\, B\\; C" in as_calendar(
        named, "en"
    )
    assert str(events(case("hostile"))[-1]["SUMMARY"]) == f"Measure again: {FORMULA}"
    found = events(case("hostile"))
    assert len(found) == 5
    assert [str(category) for category in found[0].categories] == [
        "Marketing", "@SUM(1), & <b>sales</b>", "within 30 days",
    ]  # fmt: skip
    assert "- second; and, more \\ than that\n" in str(found[0]["DESCRIPTION"])
