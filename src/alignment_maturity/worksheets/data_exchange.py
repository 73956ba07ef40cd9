"""The agreement on the exchange of data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import data_exchange as words
from alignment_maturity.worksheets.common import (
    WRITING,
    blank,
    filled,
    identity,
    review_days,
    reviews,
    signatures,
    table,
)
from alignment_maturity.worksheets.document import (
    Block,
    CheckList,
    Heading,
    Note,
    Paragraph,
    Steps,
)
from alignment_maturity.worksheets.standing import standing

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
REVIEWS = (1, 3, 9)
"""Months after the start: after one and three, then twice a year."""

OWN_ROWS = 2


def blocks(voice: Voice) -> Iterator[Block]:
    """Agree what passes in both directions, how, who answers for it, and how it is kept right and lawful."""
    yield Paragraph(voice.say("how-to"))
    yield identity(voice)
    yield Paragraph(voice.say("amend"), small=True)
    yield from standing(voice, "data-exchange")
    yield Heading(voice.say("stewards"))
    widths = {"function": 4, "steward": 4, "deputy": 4, "systems": 5}
    functions = (voice.marketing, voice.sales, voice.say("privacy-person"))
    rows = ((name,) for name in functions)
    yield table(voice, voice.say("stewards-caption"), widths, rows, room=WRITING)
    widths = {"field": 4, "format": 5, "rhythm": 4, "used-for": 5, "system": 4, "owner": 4}
    for key, fields in (("forth", words.FORTH), ("back", words.BACK)):
        yield Heading(voice.say(key))
        yield table(voice, "", widths, (*filled(voice, fields), *blank(OWN_ROWS)))
    yield Heading(voice.say("conventions"))
    yield CheckList(voice.each(words.CONVENTIONS))
    yield Heading(voice.say("quality"))
    widths = {"check": 4, "measure": 7, "floor": 3, "who": 3, "result": 3}
    yield table(voice, voice.say("quality-caption"), widths, filled(voice, words.CHECKS))
    yield Heading(voice.say("failure"))
    yield Steps(voice.each(words.FAILURE))
    yield Heading(voice.say("privacy"))
    yield Note(voice.say("privacy-title"), (voice.say("privacy-text"),))
    yield CheckList(voice.each(words.PRIVACY))
    yield Heading(voice.say("reviews"))
    yield Paragraph(voice.say("reviews-text"))
    yield reviews(voice, review_days(voice.start, REVIEWS))
    yield from signatures(voice)
