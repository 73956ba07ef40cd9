"""What occurs most often: gates that are missing, gaps between the functions, actions to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignment_maturity.language import decimal
from alignment_maturity.phrasing import wording
from alignment_maturity.report.elements.common import Cell, Heading
from alignment_maturity.report.portfolio.elements import Column, LineGroup, Section, Table, TableLine
from alignment_maturity.report.portfolio.overview import leading, plans
from alignment_maturity.report.voice import capitalised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignment_maturity.report.portfolio.data import Frequency, GapFrequency
    from alignment_maturity.report.portfolio.voice import Voice

MOST_LINES = 10


def gates(voice: Voice, anchor: str) -> Section | None:
    """Build the table of the gates that are missing; None where there are none."""
    found = voice.figures.gates
    if not found:
        return None
    columns = (
        Column(voice.say("gate-head")),
        Column(voice.say("gate-level-head"), "level"),
        *_counting(voice),
    )
    lines = tuple(_gate(voice, gate) for gate in found[:MOST_LINES])
    return Section(
        style="gates",
        heading=Heading(anchor, voice.say("label-gates"), _gates_message(voice)),
        lead=voice.say("gates-lead"),
        brief=True,
        tables=(Table("counted", voice.say("gates-caption"), columns, (LineGroup("", lines),)),),
        notes=_beyond(voice, "beyond-gates", found),
    )


def gaps(voice: Voice, anchor: str) -> Section | None:
    """Build the table of the questions seen most differently; None where no functions can be compared."""
    compared, found = voice.compared, voice.figures.gaps
    if compared is None:
        return None
    first, second = compared
    columns = (
        Column(voice.say("question")),
        Column(voice.say("higher-head"), "words"),
        Column(voice.say("size-head"), "number"),
        *_counting(voice),
    )
    lines = tuple(_gap(voice, gap, compared) for gap in found[:MOST_LINES])
    table = Table("counted gaps", voice.say("gaps-caption"), columns, (LineGroup("", lines),))
    named = {"first": first, "second": second}
    lead = voice.say("gaps-lead", rows=voice.part(voice.figures.compared), **named)
    return Section(
        style="gaps",
        heading=Heading(anchor, voice.say("label-gaps"), _gaps_message(voice, named)),
        lead=lead if found else voice.say("gaps-narrow", **named),
        brief=True,
        tables=(table,) if found else (),
        notes=_beyond(voice, "beyond-gaps", found),
    )


def actions(voice: Voice, anchor: str) -> Section | None:
    """Build the table of the actions to begin with; None where there are none."""
    found, effort = voice.figures.actions, voice.figures.effort
    if not found or effort is None:
        return None
    columns = (
        Column(voice.say("action")),
        Column(voice.say("person-days"), "number"),
        *_counting(voice),
    )
    lines = tuple(_action(voice, action, effort.n) for action in found[:MOST_LINES])
    return Section(
        style="actions",
        heading=Heading(anchor, voice.say("label-steps"), _actions_message(voice)),
        lead=voice.say("actions-lead", plans=plans(voice)),
        brief=True,
        tables=(Table("counted", voice.say("actions-caption"), columns, (LineGroup("", lines),)),),
        notes=_beyond(voice, "beyond-actions", found),
    )


def _counting(voice: Voice) -> tuple[Column, Column]:
    return Column(voice.counted, "number"), Column(voice.say("share-head"), "share")


def _counted(voice: Voice, rows: int, whole: int) -> tuple[Cell, Cell]:
    return Cell(voice.whole(rows), "number"), Cell(voice.percent(rows / whole), "share")


def _bar(rows: int, whole: int) -> str:
    return f"{100 * rows / whole:.2f}%"


def _gate(voice: Voice, gate: Frequency) -> TableLine:
    question, rows = voice.questionnaire.question_by_id[gate.id], voice.figures.rows
    levels = voice.listing([str(level) for level in question.gate])
    cells = (Cell(levels, "level"), *_counted(voice, gate.rows, rows))
    return TableLine(voice.question_name(gate.id), "", cells, share=_bar(gate.rows, rows))


def _gap(voice: Voice, gap: GapFrequency, compared: tuple[str, str]) -> TableLine:
    counts = zip(compared, (gap.first_higher, gap.rows - gap.first_higher), strict=True)
    higher = [voice.say("with-number", name=group, n=voice.whole(n)) for group, n in counts if n]
    whole = voice.figures.compared
    cells = (
        Cell(", ".join(higher), "words"),
        Cell(decimal(gap.size, 1, voice.lang), "number"),
        *_counted(voice, gap.rows, whole),
    )
    return TableLine(voice.question_name(gap.question), "", cells, share=_bar(gap.rows, whole))


def _action(voice: Voice, action: Frequency, whole: int) -> TableLine:
    asked = voice.questionnaire.action_by_id[action.id]
    cells = (Cell(wording.short(asked.effort, voice.lang), "number"), *_counted(voice, action.rows, whole))
    owner = wording.owner_name(voice.questionnaire, asked.owner, voice.lang)
    return TableLine(voice.text(asked.title), owner, cells, share=_bar(action.rows, whole))


def _gates_message(voice: Voice) -> str:
    first = leading(voice.figures.gates)
    if voice.figures.rows == 1:
        return voice.say("gates-message-alone", level=voice.portfolio.entries[0].level + 1)
    questions = voice.few([voice.question(gate.id) for gate in first])
    if len(first) > 1:
        return voice.say("gates-message-several", questions=questions)
    return voice.say("gates-message", questions=questions, rows=voice.part(first[0].rows))


def _gaps_message(voice: Voice, named: Mapping[str, str]) -> str:
    found = voice.figures.gaps
    if not found:
        return voice.say("gaps-message-narrow", **named)
    if voice.figures.compared == 1 or (len(found) > 1 and found[1].rows == found[0].rows):
        return voice.say("gaps-message-several", **named)
    return voice.say("gaps-message", question=voice.question(found[0].question), **named)


def _actions_message(voice: Voice) -> str:
    """Name the action that is among the first most often, if one is."""
    found, actions = voice.figures.actions, voice.questionnaire.action_by_id
    if len(found) > 1 and found[1].rows == found[0].rows:
        return voice.say("actions-message-several")
    return voice.say("actions-message", action=voice.quoted(voice.text(actions[found[0].id].title)))


def _beyond(voice: Voice, key: str, found: Sequence[object]) -> tuple[str, ...]:
    """Say how many there are beyond the last line."""
    rest = len(found) - MOST_LINES
    return (capitalised(voice.count(key, rest)),) if rest > 0 else ()
