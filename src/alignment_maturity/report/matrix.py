"""The actions by what they take and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.phrasing import plan as planned
from alignment_maturity.report import charts
from alignment_maturity.report.elements.common import Cell, Heading
from alignment_maturity.report.elements.plan import Entry, EntryGroup, EntryTable, Matrix
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.report.charts import Mark, Quadrants
    from alignment_maturity.report.voice import Voice
    from alignment_maturity.result import Step

MOST_NAMED = 4


def matrix(voice: Voice) -> Matrix | None:
    """Build the section on effort and gain; None where there are not two actions to compare."""
    plan = voice.result.plan
    if not plan.steps or len(plan.steps) + len(plan.optional) < 2 or voice.result.index is None:
        return None
    marks = _marks(voice)
    key = _why_not_drawn(marks)
    if key:
        return _told(voice, key, points=voice.points(marks[0].gain / 100) if marks else "")
    return _drawn(voice, marks)


def optional(voice: Voice) -> EntryTable | None:
    """Build the table of what is worth doing outside the plan; None where the chart's own table has it."""
    plan = voice.result.plan
    drawn = (
        "matrix" in voice.parts
        and plan.steps
        and voice.result.index is not None
        and not _why_not_drawn(_marks(voice))
    )
    if not plan.optional or drawn:
        return None
    name, lead = _outside(voice)
    entries = tuple(
        _entry(
            voice, step, voice.letter(step), planned.reason(voice.result, step, voice.lang),
            (Cell(voice.owner(step.action.owner)), Cell(voice.effort(step.action.effort))),
        )
        for step in plan.optional
    )  # fmt: skip
    columns = tuple(voice.say(key) for key in ("owner", "effort-label"))
    return EntryTable(name, lead, voice.say("action"), columns, (EntryGroup("", "", entries),))


def _marks(voice: Voice) -> tuple[Mark, ...]:
    """Return the actions of the plan, then those outside it; nothing where their gains are withheld."""
    plan = voice.result.plan
    labelled = [(str(step.rank), step, True) for step in plan.steps]
    labelled += [(voice.letter(step), step, False) for step in plan.optional]
    marks = tuple(
        charts.Mark(label, step.action.effort, 100 * step.gain, in_plan)
        for label, step, in_plan in labelled
        if step.gain is not None
    )
    return marks if len(marks) == len(labelled) else ()


def _why_not_drawn(marks: Sequence[Mark]) -> str:
    """Return what is said in place of a chart; nothing where the actions differ in their gains."""
    gains = {round(mark.gain, 1) for mark in marks}
    if not gains:
        return "matrix-withheld"
    if max(gains) <= 0:
        return "matrix-no-gain"
    return "matrix-even" if len(gains) == 1 else ""


def _told(voice: Voice, key: str, **values: object) -> Matrix:
    """Say in words why there is nothing to draw."""
    level = voice.result.level + 1
    return Matrix(
        heading=Heading("matrix", voice.say("label-matrix"), voice.say(key, level=level)),
        lead=voice.say(f"{key}-lead", level=level, **values),
        drawing=None,
        note="",
        table=None,
    )


def _drawn(voice: Voice, marks: tuple[Mark, ...]) -> Matrix:
    plan, level = voice.result.plan, voice.result.level + 1
    divided = charts.quadrants(marks)
    lead = voice.say("matrix-lead", level=level)
    return Matrix(
        heading=Heading("matrix", voice.say("label-matrix"), _message(voice, marks, divided)),
        lead=f"{lead} {voice.say('matrix-letters')}" if plan.optional else lead,
        drawing=charts.matrix(voice, marks),
        note=voice.say(
            "matrix-note",
            effort=voice.effort(divided.effort),
            gain=voice.say("n-points", n=voice.decimal(divided.gain)),
        ),
        table=EntryTable(
            caption=voice.say("matrix-caption"),
            lead="",
            head=voice.say("action"),
            columns=tuple(voice.say(key) for key in ("person-days", "gain-label", "quadrant")),
            groups=_groups(voice, marks, divided),
        ),
    )


def _message(voice: Voice, marks: Sequence[Mark], divided: Quadrants) -> str:
    in_plan = [mark for mark in marks if mark.in_plan]
    quick = [mark for mark in in_plan if divided.of(mark) == "quick-wins"]
    if len(quick) > MOST_NAMED:
        numbers = {"n": voice.number(len(quick)), "total": voice.number(len(in_plan))}
        return capitalised(voice.say("matrix-quick-many", **numbers))
    if quick:
        ranks = voice.listing([mark.label for mark in quick])
        return voice.count("matrix-quick", len(quick), ranks=ranks)
    best = max(in_plan, key=lambda mark: mark.gain / mark.effort)
    return voice.say("matrix-best", rank=best.label)


def _groups(voice: Voice, marks: Sequence[Mark], divided: Quadrants) -> tuple[EntryGroup, ...]:
    """List the actions of the plan, then those outside it with their reasons."""
    plan = voice.result.plan
    inside, outside = marks[: len(plan.steps)], marks[len(plan.steps) :]
    groups = [EntryGroup("", "", _entries(voice, plan.steps, inside, divided))]
    if outside:
        groups.append(EntryGroup(*_outside(voice), _entries(voice, plan.optional, outside, divided)))
    return tuple(groups)


def _outside(voice: Voice) -> tuple[str, str]:
    """Return the heading over the actions outside the plan, and what to think of them."""
    return voice.say("optional"), voice.say("optional-lead", level=voice.result.plan.target)


def _entries(
    voice: Voice, steps: Sequence[Step], marks: Sequence[Mark], divided: Quadrants
) -> tuple[Entry, ...]:
    """List actions of the chart; one outside the plan, which has no card, with its owner and its reason."""
    return tuple(
        _entry(
            voice, step, mark.label,
            "" if mark.in_plan else voice.say(
                "optional-detail", owner=voice.owner(step.action.owner), weeks=voice.weeks(step.action.weeks),
                reason=planned.reason(voice.result, step, voice.lang),
            ),
            (
                Cell(voice.short(mark.effort), "number"),
                Cell(voice.decimal(mark.gain), "number"),
                Cell(voice.say(divided.of(mark))),
            ),
            anchor=voice.card(step) if mark.in_plan else "",
        )
        for step, mark in zip(steps, marks, strict=True)
    )  # fmt: skip


def _entry(
    voice: Voice, step: Step, mark: str, detail: str, cells: tuple[Cell, ...], *, anchor: str = ""
) -> Entry:
    return Entry(mark, voice.text(step.action.title), "", detail, anchor, cells)
