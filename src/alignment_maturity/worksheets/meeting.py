"""The agenda of the weekly meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import meeting as words
from alignment_maturity.phrasing.concerns import concerns, reasons
from alignment_maturity.worksheets.common import PRINTED, WRITING, blank, table
from alignment_maturity.worksheets.document import (
    Block,
    CheckList,
    Column,
    Field,
    Fields,
    Heading,
    Paragraph,
    Table,
)
from alignment_maturity.worksheets.standing import owner, ranked, standing

if TYPE_CHECKING:
    from alignment_maturity.result import Assessment
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
LENGTHS = (30, 45, 60)
AHEAD = dt.timedelta(weeks=4)
TASKS = 10


def blocks(voice: Voice) -> Iterator[Block]:
    """Lay out the meeting: minutes by item, the week's figures, topics, the plan, tasks."""
    result = voice.result
    yield Paragraph(voice.say("how-to"))
    heads = () if result else (Field(voice.say("organisation")),)
    keys = ("when", "where", "chair", "minutes-by", "of-marketing", "of-sales")
    yield Fields((*heads, *(Field(voice.say(key)) for key in keys)))
    yield Heading(voice.say("agenda"))
    columns = (
        Column(voice.say("item"), 8),
        *(Column(voice.say("lasting", n=length), 2) for length in LENGTHS),
        Column(voice.say("on-table"), 7),
    )
    agenda = tuple(
        (voice.fill(item), *map(str, minutes), voice.fill(shown)) for item, minutes, shown in words.AGENDA
    )
    yield Table(voice.say("agenda-caption"), columns, agenda, PRINTED)
    yield from _figures(voice)
    yield from _topics(voice)
    yield from _plan(voice)
    yield Heading(voice.say("tasks"))
    widths = {"task": 9, "who": 4, "by": 3, "done": 2}
    yield table(voice, voice.say("tasks-caption"), widths, blank(TASKS), room=WRITING)
    yield Heading(voice.say("rules"))
    yield CheckList(voice.each(words.RULES))
    yield from standing(voice, "meeting")


def _figures(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("figures"))
    widths = {"figure": 6, "last-week": 3, "this-week": 3, "goal": 3, "remark": 6}
    yield table(voice, "", widths, ((voice.fill(figure),) for figure in words.FIGURES))


def _topics(voice: Voice) -> Iterator[Block]:
    rows = _concerns(voice, voice.result) if voice.result else ()
    yield Heading(voice.say("topics"))
    yield Paragraph(voice.say("topics-text" if rows else "topics-blank"))
    widths = {"topic": 4, "why": 5, "ask": 7, "settled": 5}
    yield table(voice, voice.say("topics-caption"), widths, rows or blank(4), room=WRITING)


def _concerns(voice: Voice, result: Assessment) -> tuple[tuple[str, ...], ...]:
    """Return what the answers leave to talk about: contested gates, gaps, what people do not know."""
    return tuple(
        (
            voice.text(question.name),
            "\n".join(reasons(result, concern, voice.lang)),
            voice.text(question.probe or question.help) or voice.text(question.text),
        )
        for concern in concerns(result)
        for question in (result.questionnaire.question_by_id[concern.question.id],)
    )


def _plan(voice: Voice) -> Iterator[Block]:
    widths = {"action": 7, "owner": 4, "due": 4, "state": 6}
    if voice.result is None:
        yield Heading(voice.say("plan"))
        yield table(voice, voice.say("plan-blank"), widths, blank(5), room=WRITING)
    elif voice.result.plan.steps:
        yield Heading(voice.say("plan"))
        first = voice.result.plan.start
        last = min(first, dt.date.max - AHEAD) + AHEAD
        rows = (
            (ranked(voice, step), owner(voice, step), voice.date(step.end))
            for step in voice.result.plan.steps
            if step.start and step.end and step.start <= last
        )
        caption = voice.say("plan-caption", first=voice.date(first), last=voice.date(last))
        yield table(voice, caption, widths, rows)
