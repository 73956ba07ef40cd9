"""The sheet of a buyer persona."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import persona as words
from alignment_maturity.worksheets.common import WRITING, approval, blank, identity, table
from alignment_maturity.worksheets.document import Block, CheckList, Field, Fields, Heading, Paragraph, Space
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
    yield CheckList(voice.each(words.ROLES))
    yield Heading(voice.say("mind"))
    for label, hint in words.MIND:
        yield Space(voice.fill(label), voice.fill(hint), 2)
    yield from _choice(voice)
    yield from _views(voice)
    yield Heading(voice.say("evidence"))
    yield Paragraph(voice.say("evidence-text"))
    widths = {"source": 5, "when": 2, "learnt": 9}
    yield table(voice, voice.say("evidence-caption"), widths, blank(7), room=WRITING)
    yield Heading(voice.say("test"))
    yield CheckList(voice.each(words.TEST))
    yield from approval(voice)


def _choice(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("criteria"))
    widths = {"criterion": 5, "proof": 6, "against": 5}
    yield table(voice, voice.say("criteria-caption"), widths, blank(4), room=WRITING)
    yield Heading(voice.say("objections"))
    widths = {"objection": 5, "answer": 6, "material": 5}
    yield table(voice, voice.say("objections-caption"), widths, blank(4), room=WRITING)


def _views(voice: Voice) -> Iterator[Block]:
    yield Heading(voice.say("differs"))
    yield Paragraph(voice.say("differs-text"))
    widths = {"topic": 4, "by-marketing": 5, "by-sales": 5, "agreed": 5}
    yield table(voice, "", widths, ((voice.fill(topic),) for topic in words.TOPICS), room=WRITING)
