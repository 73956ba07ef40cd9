"""The sheet of a buyer persona."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import persona as words
from alignment_maturity.worksheets.common import WRITING, approval, blank, identity
from alignment_maturity.worksheets.document import (
    Block,
    CheckList,
    Column,
    Field,
    Fields,
    Heading,
    Paragraph,
    Space,
    Table,
)
from alignment_maturity.worksheets.standing import standing

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES


def blocks(voice: Voice) -> Iterator[Block]:
    """Ask who the persona is, what moves and what stops them, and how the two functions know."""
    yield Paragraph(voice.say("how-to"))
    yield identity(voice)
    yield from standing(voice, "persona")
    yield Heading(voice.say("who"))
    yield Fields(tuple(Field(voice.fill(label), hint=voice.fill(hint)) for label, hint in words.WHO))
    yield Heading(voice.say("role-in"), 3)
    yield CheckList(tuple(voice.fill(role) for role in words.ROLES))
    yield Heading(voice.say("mind"))
    for label, hint in words.MIND:
        yield Space(voice.fill(label), voice.fill(hint), 2)
    yield from _choice(voice)
    yield from _views(voice)
    yield Heading(voice.say("evidence"))
    yield Paragraph(voice.say("evidence-text"))
    columns = (Column(voice.say("source"), 5), Column(voice.say("when"), 2), Column(voice.say("learnt"), 9))
    yield Table(voice.say("evidence-caption"), columns, blank(3, 7), room=WRITING)
    yield Heading(voice.say("test"))
    yield CheckList(tuple(voice.fill(item) for item in words.TEST))
    yield from approval(voice)


def _choice(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("criteria"))
    columns = (
        Column(voice.say("criterion"), 5),
        Column(voice.say("proof"), 6),
        Column(voice.say("against"), 5),
    )
    yield Table(voice.say("criteria-caption"), columns, blank(3, 4), room=WRITING)
    yield Heading(voice.say("objections"))
    columns = (
        Column(voice.say("objection"), 5),
        Column(voice.column("answer"), 6),
        Column(voice.column("material"), 5),
    )
    yield Table(voice.say("objections-caption"), columns, blank(3, 4), room=WRITING)


def _views(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("differs"))
    yield Paragraph(voice.say("differs-text"))
    columns = (
        Column(voice.say("topic"), 4),
        Column(voice.column("by-marketing"), 5),
        Column(voice.column("by-sales"), 5),
        Column(voice.say("agreed"), 5),
    )
    yield Table("", columns, tuple((voice.fill(topic), "", "", "") for topic in words.TOPICS), room=WRITING)
