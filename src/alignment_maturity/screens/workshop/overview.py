"""What the room has decided, what it put off, what is left; and how each question of the agenda stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.content import Content

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.model.questionnaire import Question
from alignment_maturity.screens.parts import (
    Block,
    Canvas,
    brush,
    choice,
    gap,
    hanging,
    heading,
    line,
    paragraph,
)
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.picture import SpreadOf
from alignment_maturity.screens.workshop.words import answer, said

Mark = Literal["agreed", "hidden", "parked", "apart", "voted", "open"]

SIGNS: dict[Mark, str] = {
    "agreed": "✓", "hidden": "▮", "parked": "»", "apart": "≠", "voted": "●", "open": "·",
}  # fmt: skip
"""How a question stands, as a sign."""


def mark(meeting: Meeting, question: str, spread_of: SpreadOf) -> Mark:
    """Tell how a question stands; votes the room has not seen say nothing."""
    item = meeting.item_of(question)
    if item.agreed is not None:
        return "agreed"
    if any(question == hidden.id for hidden in meeting.unrevealed):
        return "hidden"
    if item.parked:
        return "parked"
    if item.phase is not Phase.REVEALED:
        return "open"
    return "apart" if spread_of(question, item.last_round).far_apart else "voted"


def blocks(meeting: Meeting, look: Look, *, room: bool) -> list[Block]:
    """Return decisions, parking lot and what is left; each question can be chosen, except by the room."""
    return [
        *([gap()] if look.tall else []),
        *_before(meeting, look, room=room),
        heading(f"{said(look, 'review')}  {len(meeting.decided)}/{len(meeting.agenda)}"),
        *_listed(meeting, meeting.decided, "no-decisions", look, room=room),
        gap(),
        heading(f"{said(look, 'parking-lot')}  {len(meeting.parked)}"),
        *_listed(meeting, meeting.parked, "nothing-parked", look, room=room),
        gap(),
        heading(f"{said(look, 'open-questions')}  {len(meeting.unsettled)}"),
        *_listed(meeting, meeting.unsettled, "nothing-open", look, room=room),
    ]


def _before(meeting: Meeting, look: Look, *, room: bool) -> list[Block]:
    """Say how one gets to the result, and who sees it then."""
    if not room:
        to_room = said(look, "room-will-see-end" if meeting.ladder else "room-will-wait-for-end")
        return [paragraph(f"{said(look, 'to-the-end')} {to_room}", quiet=True), gap()]
    return [paragraph(said(look, "end-follows"), bold=True), gap()] if meeting.stage is Stage.FINISHED else []


def _listed(
    meeting: Meeting, questions: Sequence[Question], none: str, look: Look, *, room: bool
) -> list[Block]:
    if not questions:
        return [paragraph(said(look, none), quiet=True, indent=2)]
    return [_row(meeting, question, room=room) for question in questions]


def _row(meeting: Meeting, question: Question, *, room: bool) -> Block:
    """Set a question with what was agreed on, and for the facilitator the note."""
    item = meeting.item_of(question.id)
    number = meeting.agenda.index(question.id) + 1

    def draw(on: Canvas) -> list[Content]:
        used, lang = on.look.colours, on.look.lang
        first = line((f"{number:>{len(str(len(meeting.agenda)))}}  ", brush(used.muted)))
        name = question.name.on_one_line(lang)
        agreed = item.agreed is not None
        told = line((name, brush(used.ink, bold=True)))
        if agreed:
            words = answer(meeting, question, str(item.agreed), lang)
            told = line(told, (f"   {words}", brush(used.ink)))
        elif item.rounds and item.phase is Phase.REVEALED:
            told = line(told, (f"   {said(on.look, 'voted')}", brush(used.muted)))
        if question in meeting.unrevealed:
            told = line(told, (f"   ! {said(on.look, 'mark-unrevealed')}", brush(used.warning)))
        lines = hanging(first, told, on.width)
        if item.note and not room:
            indent = Content(" " * first.cell_length)
            lines += hanging(indent, f"{said(on.look, 'note')}: {item.note}", on.width, brush(used.muted))
        return lines

    return Block(draw) if room else choice(draw, question.id)
