"""What every worksheet takes from the answers: where the organisation stands, and what the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import decimal
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, Rubric
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.result import GateStatus
from alignment_maturity.worksheets.common import table
from alignment_maturity.worksheets.document import Block, Heading, Note, Paragraph, Table
from alignment_maturity.worksheets.voice import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignment_maturity.model.questionnaire import Question
    from alignment_maturity.result import Assessment, Gate, QuestionResult, Step
    from alignment_maturity.worksheets.voice import Voice

HALF = 0.5


def standing(voice: Voice, worksheet: str) -> Iterator[Block]:
    """Say where the organisation stands on what a worksheet is about, and which steps rest on it.

    Nothing without answers.
    """
    result = voice.result
    if result is None:
        return
    yield Heading(voice.say("standing"))
    placement = verdict.placement(result, voice.lang)
    key = "standing-lead" if result.date else "standing-lead-undated"
    yield Paragraph(voice.say(key, placement=placement, date=voice.date(result.date) if result.date else ""))
    if provisional := verdict.provisional(result, voice.lang):
        yield Note("", (provisional,), warning=True)
    asked = questions(result, worksheet)
    if asked:
        yield _table(voice, result, asked)
        if held_back := verdict.suppression(result, voice.lang):
            yield Paragraph(held_back, small=True)
    steps = steps_of(result, worksheet)
    if steps:
        yield _steps_table(voice, steps)


def questions(result: Assessment, worksheet: str) -> tuple[Question, ...]:
    """Return the questions that a worksheet is about: those lifted by the actions that point to it."""
    lifted = {
        lift.question
        for action in result.questionnaire.actions
        if worksheet in action.worksheets
        for lift in action.lifts
    }
    return tuple(question for question in result.questionnaire.questions if question.id in lifted)


def steps_of(result: Assessment, worksheet: str) -> tuple[Step, ...]:
    """Return the steps of the plan, and those also worth doing, that point to a worksheet."""
    plan = result.plan
    return tuple(step for step in (*plan.steps, *plan.optional) if worksheet in step.action.worksheets)


def _table(voice: Voice, result: Assessment, asked: tuple[Question, ...]) -> Table:
    found = {question.id: question for question in result.questions}
    gates = result.deciding_gates
    widths = {"question": 4, "seen": 5} | ({"gate": 4} if gates else {}) | {"asked-next": 8}
    rows = []
    for question in asked:
        own = tuple(gate for gate in gates if gate.question == question.id)
        row = [voice.text(question.name), "\n".join(_seen(voice, result, found[question.id]))]
        if gates:
            row.append("\n".join(_gate(voice, gate) for gate in own) or "–")
        applies = _applies(found[question.id])
        row.append(_asked_next(voice, result, question) if applies else voice.say("asked-not"))
        rows.append(row)
    return table(voice, voice.say("standing-caption"), widths, rows)


def _seen(voice: Voice, result: Assessment, question: QuestionResult) -> Iterator[str]:
    """Say at which level each function sees a question; figures that may not be shown are not there."""
    shown = [(group, level) for group, level in question.by_group.items() if level is not None]
    alone = len(result.respondents.by_group) == 1
    for group, level in () if alone else shown:
        name = shortened(wording.group_name(result, group, voice.lang))
        yield voice.say("seen-by", group=name, level=decimal(level, 1, voice.lang))
    if question.index is not None:
        overall = decimal(result.questionnaire.on_scale(question.index), 1, voice.lang)
        if question.agreed is not None:
            yield voice.say("seen-agreed", level=overall)
        else:
            yield overall if alone or not shown else voice.say("seen-all", level=overall)
    elif not shown:
        yield "–"


def _gate(voice: Voice, gate: Gate) -> str:
    return voice.say("gate-of", level=gate.level, status=verdict.gate_status(gate.status, voice.lang))


def _applies(question: QuestionResult) -> bool:
    """Tell whether a question concerns the organisation, as far as the answers that may be shown say."""
    if question.agreed is not None:
        return question.agreed != NOT_APPLICABLE
    given = {value for counts in question.counts.values() for value, n in counts.items() if n}
    return given != {NOT_APPLICABLE}


def _asked_next(voice: Voice, result: Assessment, question: Question) -> str:
    """Quote what the questionnaire asks for next on a question, as far as the plan goes."""
    level = _next_level(result, question)
    if level is None:
        return voice.say("asked-nothing")
    if level > result.plan.target:
        return voice.say("asked-later", target=result.plan.target)
    if not isinstance(question, Rubric):
        return voice.say("asked-level", level=question.level, text=voice.text(question.text))
    option = next(option for option in question.options if option.level == level)
    return voice.say("asked-level", level=level, text=voice.text(option.text))


def _next_level(result: Assessment, question: Question) -> int | None:
    """Return the lowest level of a question that is still to be attained; None where none is.

    A level less than half a level above the mean counts as attained, unless its gate is closed. Where the
    mean is withheld, it is that of the group that sees the question lowest.
    """
    closed = _closed_gates(result, question)
    found = next(found for found in result.questions if found.id == question.id)
    if not isinstance(question, Rubric):
        attained = found.index is not None and found.index >= 1 - TOLERANCE and not closed
        return None if attained else question.level
    shown = [level for level in found.by_group.values() if level is not None]
    if found.index is None:
        mean = min(shown, default=result.level)
    else:
        mean = result.questionnaire.on_scale(found.index)
    levels = sorted(option.level for option in question.options if option.level > 1)
    beyond = [level for level in levels if level >= mean + HALF - TOLERANCE]
    return min(beyond[:1] + [level for level in levels if level in closed], default=None)


def _closed_gates(result: Assessment, question: Question) -> set[int]:
    return {
        gate.level
        for gate in result.deciding_gates
        if gate.question == question.id and gate.status is not GateStatus.PASSES
    }


def _steps_table(voice: Voice, steps: tuple[Step, ...]) -> Table:
    widths = {"action": 7, "owner": 4, "period": 4, "done-when": 8}
    rows = [
        (
            ranked(voice, step), owner(voice, step), voice.period(step),
            voice.text(step.action.done_when) or "–",
        )
        for step in steps
    ]  # fmt: skip
    return table(voice, voice.say("in-plan-caption"), widths, rows)


def ranked(voice: Voice, step: Step) -> str:
    """Name a step, with its place in the plan where it has one."""
    title = voice.text(step.action.title)
    return title if step.start is None else voice.say("ranked", rank=step.rank, title=title)


def owner(voice: Voice, step: Step) -> str:
    """Name who carries a step out."""
    result = voice.result
    return wording.owner_name(result.questionnaire, step.action.owner, voice.lang) if result else ""
