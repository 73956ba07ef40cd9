"""The definition of a lead, its grades, and the shared glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import lead_definition as words
from alignment_maturity.language.worksheets.sla import GRADES
from alignment_maturity.worksheets.common import WRITING, approval, filled, identity, table
from alignment_maturity.worksheets.document import Block, CheckList, Heading, Paragraph, Space
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
    widths = {"criterion": 5, "inside": 6, "outside": 6}
    criteria = ((voice.fill(criterion),) for criterion in words.CRITERIA)
    yield table(voice, voice.say("ideal-caption"), widths, criteria, room=WRITING)
    yield Heading(voice.say("qualified"))
    yield Paragraph(voice.say("qualified-text"))
    yield CheckList(voice.each(words.CONDITIONS))
    yield Space(voice.say("own-condition"), lines=2)
    yield from _grades(voice)
    yield from _test(voice)
    yield Heading(voice.say("glossary"))
    yield Paragraph(voice.say("glossary-text"))
    widths = {"word": 4, "proposed": 8, "ours": 7}
    yield table(voice, voice.say("glossary-caption"), widths, filled(voice, words.GLOSSARY))
    yield from approval(voice)


def _grades(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("grades"))
    widths = {"grade": 2, "recognised": 7, "examples": 6, "then": 6}
    rows = (
        (voice.fill(name), voice.fill(recognised), "", voice.cell(words.THEN[grade]))
        for grade, (name, recognised) in GRADES.items()
    )
    yield table(voice, voice.say("grades-caption"), widths, rows)


def _test(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("test"))
    yield Paragraph(voice.say("test-text"))
    widths = {"lead": 5, "by-marketing": 4, "by-sales": 4, "agreed": 6}
    rows = ((f"{number}.",) for number in range(1, TESTED + 1))
    yield table(voice, voice.say("test-caption"), widths, rows)
