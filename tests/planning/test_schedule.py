"""The schedule: who does what when, on business days."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.model.questionnaire import Action
from alignment_maturity.planning.schedule import Slot, schedule

PAIR = ("marketing", "sales")
SATURDAY = dt.date(2026, 11, 21)
MONDAY = dt.date(2026, 11, 23)


def action(name: str, owner: str = "joint", weeks: float = 2, requires: Sequence[str] = ()) -> Action:
    return Action.model_validate(
        {
            "id": name, "title": name, "owner": owner, "effort": 1, "weeks": weeks,
            "lifts": [{"question": "q", "to": 2}], "requires": list(requires),
        }
    )  # fmt: skip


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def spans(slots: Sequence[Slot]) -> list[tuple[str, str, int | None]]:
    return [(slot.start.isoformat(), slot.end.isoformat(), slot.horizon) for slot in slots]


def test_the_example_of_the_contract() -> None:
    """A start on a Saturday moves to Monday; two weeks are ten business days, the last one included."""
    assert spans(schedule([action("one")], PAIR, SATURDAY, 2)) == [("2026-11-23", "2026-12-04", 30)]


def test_a_plan_worked_by_hand() -> None:
    """Prerequisites, the load of both functions under a joint action, and the order within an owner."""
    actions = [
        action("define", "joint", 2),
        action("exchange", "joint", 6, ["define"]),  # from the day after
        action("glossary", "sales", 1),  # not before `exchange`, which ranks higher, has begun
        action("agreement", "sales", 0.1),  # two are under way until the glossary is done
        action("persona", "marketing", 3, ["elsewhere"]),  # beside `exchange`, there is room for one
    ]
    assert spans(schedule(actions, PAIR, MONDAY, 2)) == [
        ("2026-11-23", "2026-12-04", 30),
        ("2026-12-07", "2027-01-15", 60),
        ("2026-12-07", "2026-12-11", 30),
        ("2026-12-14", "2026-12-14", 30),
        ("2026-12-07", "2026-12-25", 60),
    ]


@pytest.mark.parametrize("parallel", [2, 3])
def test_nobody_takes_up_an_action_before_one_that_ranks_higher(parallel: int) -> None:
    """However free they are: the order is what the plan is for."""
    actions = [
        action("a", "marketing", 2),
        action("b", "sales", 1),
        action("c", "sales", 1, ["a"]),
        action("d", "sales", 1),
    ]
    assert spans(schedule(actions, PAIR, MONDAY, parallel))[2:] == [
        ("2026-12-07", "2026-12-11", 30),
        ("2026-12-07", "2026-12-11", 30),
    ]


def test_joint_is_an_owner_of_its_own_where_nobody_is_compared() -> None:
    actions = [action("a"), action("b"), action("c", "sales")]
    assert spans(schedule(actions, (), MONDAY, 1)) == [
        ("2026-11-23", "2026-12-04", 30),
        ("2026-12-07", "2026-12-18", 30),
        ("2026-11-23", "2026-12-04", 30),
    ]


@pytest.mark.parametrize(
    ("weeks", "last"),
    [
        (0.01, "2026-11-23"),
        (0.1, "2026-11-23"),
        (0.2, "2026-11-23"),
        (0.21, "2026-11-24"),
        (1.1, "2026-11-30"),
        (2, "2026-12-04"),
        (2.0000000001, "2026-12-04"),
        (2.2, "2026-12-07"),
    ],
)
def test_weeks_become_whole_business_days(weeks: float, last: str) -> None:
    """A rounding error of a float must not cost anybody a day."""
    (slot,) = schedule([action("a", weeks=weeks)], PAIR, MONDAY, 2)
    assert slot == Slot(MONDAY, day(last), 30)


@pytest.mark.parametrize(
    ("weeks", "horizon"),
    [(4.2, 30), (4.4, 60), (8.6, 60), (8.8, 90), (13, 90), (13.2, 180), (25.8, 180), (26, None)],
)
def test_horizons_count_calendar_days_from_the_start_given(weeks: float, horizon: int | None) -> None:
    """From the Saturday the plan was asked to start on, not from the Monday it begins."""
    (slot,) = schedule([action("a", weeks=weeks)], PAIR, SATURDAY, 2)
    assert slot.horizon == horizon


def test_no_actions_no_slots() -> None:
    assert schedule([], PAIR, MONDAY, 2) == ()


def test_dates_end_with_the_calendar() -> None:
    """A slip of the keyboard in `--start` must not end in a traceback."""
    slots = schedule([action("a", weeks=520), action("b", weeks=520)], PAIR, dt.date(9995, 1, 1), 1)
    assert spans(slots) == [("9995-01-02", "9999-12-31", None), ("9999-12-31", "9999-12-31", None)]
    assert schedule([action("a")], PAIR, dt.date.max, 1)[0].end == dt.date.max
    assert schedule([action("a")], PAIR, dt.date.min, 1)[0].start == dt.date.min


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Action], tuple[str, ...], dt.date, int]:
    """Draw plans small enough to be crowded, with the arguments of `schedule`."""
    weeks = st.one_of(st.sampled_from([0.1, 0.2, 1, 1.1, 2, 2.2, 3]), st.floats(0.01, 8))
    actions: list[Action] = []
    for number in range(draw(st.integers(1, 8))):
        before = [earlier.id for earlier in actions]
        requires = draw(st.lists(st.sampled_from([*before, "elsewhere"]), unique=True, max_size=2))
        owner = draw(st.sampled_from(["joint", "marketing", "sales", "leadership"]))
        actions.append(action(f"a{number}", owner, draw(weeks), requires))
    compare = draw(st.sampled_from([PAIR, ()]))
    start = draw(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
    return actions, compare, start, draw(st.integers(1, 3))


def business_days(first: dt.date, last: dt.date) -> list[dt.date]:
    days = [first + dt.timedelta(number) for number in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5]


def moved_back(slot: Slot) -> Slot:
    """The slot one business day earlier."""

    def before(day: dt.date) -> dt.date:
        return day - dt.timedelta(3 if day.weekday() == 0 else 1)

    return Slot(before(slot.start), before(slot.end), slot.horizon)


def broken_rules(
    actions: Sequence[Action], compare: tuple[str, ...], start: dt.date, parallel: int, slots: Sequence[Slot]
) -> set[str]:
    """Check slots against the rules one by one, day by day."""

    def busy(action: Action) -> set[str]:
        return set(compare) if action.owner == "joint" and compare else {action.owner}

    broken: set[str] = set()
    load: dict[tuple[str, dt.date], int] = {}
    latest: dict[str, dt.date] = {}
    end = {action.id: slot.end for action, slot in zip(actions, slots, strict=True)}
    for action_, slot in zip(actions, slots, strict=True):
        if slot.start < start:
            broken.add("start")
        if slot.start.weekday() > 4 or slot.end.weekday() > 4:
            broken.add("weekend")
        if any(slot.start <= end[needed] for needed in action_.requires if needed in end):
            broken.add("prerequisite")
        for owner in busy(action_):
            if slot.start < latest.get(owner, slot.start):
                broken.add("order")
            latest[owner] = slot.start
            for day in business_days(slot.start, slot.end):
                load[owner, day] = load.get((owner, day), 0) + 1
    if max(load.values()) > parallel:
        broken.add("parallel")
    return broken


@given(cases())
def test_no_rule_is_ever_broken(case: tuple[list[Action], tuple[str, ...], dt.date, int]) -> None:
    actions, compare, start, parallel = case
    slots = schedule(actions, compare, start, parallel)
    assert broken_rules(actions, compare, start, parallel, slots) == set()
    for action_, slot in zip(actions, slots, strict=True):
        length = max(1, math.ceil(Fraction(action_.weeks) * 5 - Fraction(1, 10**9)))
        assert len(business_days(slot.start, slot.end)) == length
        days = (slot.end - start).days
        assert slot.horizon == min((limit for limit in (30, 60, 90, 180) if days <= limit), default=None)


@given(cases())
def test_nothing_waits_without_a_reason(case: tuple[list[Action], tuple[str, ...], dt.date, int]) -> None:
    """One business day earlier, any single step would break a rule."""
    actions, compare, start, parallel = case
    slots = list(schedule(actions, compare, start, parallel))
    for number, slot in enumerate(slots):
        earlier = [*slots[:number], moved_back(slot), *slots[number + 1 :]]
        assert broken_rules(actions, compare, start, parallel, earlier)
