"""What to work with: the worksheets of the plan, the next meeting, the next wave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import dates, long_date, worksheets
from alignment_maturity.model.questionnaire import WORKSHEETS
from alignment_maturity.phrasing.concerns import concerns, reasons
from alignment_maturity.phrasing.wording import quoted
from alignment_maturity.report.charts.time_axis import later
from alignment_maturity.report.elements.common import Block, Cell, Heading
from alignment_maturity.report.elements.plan import Entry, EntryGroup, EntryTable, Worksheets
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    import datetime as dt

    from alignment_maturity.report.voice import Voice

HALF_A_YEAR = 182
MOST_BRIEF = 3


def tools(voice: Voice, date: dt.date | None) -> Worksheets | None:
    """Build the section on what to work with; None where nothing was answered and no worksheet helps.

    Args:
        date: of the answers, from which the next wave counts unless the plan begins later.
    """
    needed = [name for name in WORKSHEETS if _ranks(voice, name)]
    if not needed and voice.result.index is None:
        return None
    blocks = (_next_meeting(voice), _next_wave(voice, date)) if voice.result.index is not None else ()
    return Worksheets(
        heading=Heading("worksheets", voice.say("label-worksheets"), _message(voice)),
        brief=len(needed) <= MOST_BRIEF,
        lead=voice.say("documents-lead") if needed else "",
        table=_table(voice, needed) if needed else None,
        blocks=tuple(block for block in blocks if block.sentences),
    )


def _message(voice: Voice) -> str:
    steps = voice.result.plan.steps
    helped = sum(bool(step.action.worksheets) for step in steps)
    if voice.result.blocking is None:
        return voice.say("tools-keep")
    if not helped:
        return voice.say("tools-none" if steps else "tools-bare")
    if helped == len(steps):
        return voice.count("tools-all", helped)
    return capitalised(voice.count("tools-some", helped, total=voice.number(len(steps))))


def _table(voice: Voice, needed: list[str]) -> EntryTable:
    return EntryTable(
        caption=voice.say("documents"),
        lead="",
        head=voice.say("document"),
        columns=(voice.say("document-actions"), voice.say("document-command")),
        groups=(EntryGroup("", "", tuple(_document(voice, name) for name in needed)),),
    )


def _document(voice: Voice, name: str) -> Entry:
    return Entry(
        mark="",
        title=worksheets.title(name, voice.lang),
        tag="",
        detail=worksheets.purpose(name, voice.lang),
        anchor="",
        cells=(Cell(", ".join(map(str, _ranks(voice, name)))),),
        command=(f"alignment-maturity worksheet {name}", voice.say("answers-file"), f"-o {name}.docx"),
    )


def _ranks(voice: Voice, name: str) -> tuple[int, ...]:
    """Return the actions of the plan that point to a worksheet."""
    return tuple(step.rank for step in voice.result.plan.steps if name in step.action.worksheets)


def _next_meeting(voice: Voice) -> Block:
    """Say what the next meeting begins with; nothing where there is no plan and nothing to discuss."""
    found = concerns(voice.result)
    dated = [step for step in voice.result.plan.steps if step.start and step.end]
    sentences = []
    if found:
        reason = reasons(voice.result, found[0], voice.lang)[0]
        sentences.append(
            voice.say("meeting-first", question=voice.question(found[0].question.id), reason=reason)
        )
    if dated:
        first = min(dated, key=lambda step: (step.start, step.rank))
        title = quoted(voice.text(first.action.title), voice.lang)
        end = long_date(first.end, voice.lang) if first.end else ""
        sentences.append(voice.say("meeting-then", rank=first.rank, title=title, end=end))
    return Block(voice.say("next-meeting"), (voice.say("meeting-how"), *sentences) if sentences else ())


def _next_wave(voice: Voice, date: dt.date | None) -> Block:
    """Say when to measure again, and how far the plan is by then."""
    if date is None:
        return Block(voice.say("next-wave"), (voice.say("wave-later"), voice.say("wave-same")))
    # A plan that begins later needs its time as well.
    day = later(max(date, voice.result.plan.start), HALF_A_YEAR)
    when = voice.say("wave-date", month=dates.month_and_year(day, voice.lang))
    steps = voice.result.plan.steps
    done = sum(step.end is not None and step.end <= day for step in steps)
    if not steps:
        plan = ""
    elif done in {0, len(steps)}:
        plan = voice.say("wave-plan-all" if done else "wave-plan-none")
    else:
        plan = voice.count("wave-plan", done, total=voice.number(len(steps)))
    return Block(voice.say("next-wave"), (f"{when} {plan}".strip(), voice.say("wave-same")))
