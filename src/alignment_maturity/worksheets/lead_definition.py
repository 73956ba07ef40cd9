"""The definition of a lead, its grades, and the shared glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import lead_definition as words
from alignment_maturity.language.worksheets.sla import GRADES
from alignment_maturity.worksheets.common import WRITING, approval, identity
from alignment_maturity.worksheets.document import (
    Block,
    CheckList,
    Column,
    Heading,
    Paragraph,
    Space,
    Table,
)
from alignment_maturity.worksheets.standing import standing

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
TESTED = 10


def blocks(voice: Voice) -> Iterator[Block]:
    """Settle whom the company wants, when a lead is qualified, its grade, and what the words mean."""
    yield Paragraph(voice.say("how-to"))
    yield identity(voice)
    yield Paragraph(voice.say("amend"), small=True)
    yield from standing(voice, "lead-definition")
    yield Heading(voice.say("ideal"))
    columns = (
        Column(voice.say("criterion"), 5),
        Column(voice.say("inside"), 6),
        Column(voice.say("outside"), 6),
    )
    criteria = tuple((voice.fill(criterion), "", "") for criterion in words.CRITERIA)
    yield Table(voice.say("ideal-caption"), columns, criteria, room=WRITING)
    yield Heading(voice.say("qualified"))
    yield Paragraph(voice.say("qualified-text"))
    yield CheckList(tuple(voice.fill(condition) for condition in words.CONDITIONS))
    yield Space(voice.say("own-condition"), lines=2)
    yield from _grades(voice)
    yield from _test(voice)
    yield Heading(voice.say("glossary"))
    yield Paragraph(voice.say("glossary-text"))
    columns = (Column(voice.say("word"), 4), Column(voice.say("proposed"), 8), Column(voice.say("ours"), 7))
    terms = tuple((voice.fill(word), voice.cell(meaning), "") for word, meaning in words.GLOSSARY)
    yield Table(voice.say("glossary-caption"), columns, terms)
    yield from approval(voice)


def _grades(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("grades"))
    columns = (
        Column(voice.say("grade"), 2),
        Column(voice.say("recognised"), 7),
        Column(voice.say("examples"), 6),
        Column(voice.say("then"), 6),
    )
    rows = tuple(
        (voice.fill(name), voice.fill(recognised), "", voice.cell(words.THEN[grade]))
        for grade, (name, recognised) in GRADES.items()
    )
    yield Table(voice.say("grades-caption"), columns, rows)


def _test(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("test"))
    yield Paragraph(voice.say("test-text"))
    columns = (
        Column(voice.say("lead"), 5),
        Column(voice.column("by-marketing"), 4),
        Column(voice.column("by-sales"), 4),
        Column(voice.say("agreed"), 6),
    )
    rows = tuple((f"{number}.", "", "", "") for number in range(1, TESTED + 1))
    yield Table(voice.say("test-caption"), columns, rows)
