"""The agreement on the exchange of data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import data_exchange as words
from alignment_maturity.worksheets.common import WRITING, filled, identity, review_days, reviews, signatures
from alignment_maturity.worksheets.document import (
    Block,
    CheckList,
    Column,
    Heading,
    Note,
    Paragraph,
    Steps,
    Table,
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
    columns = (
        Column(voice.say("function"), 4),
        *(Column(voice.say(key), 4) for key in ("steward", "deputy")),
        Column(voice.say("systems"), 5),
    )
    functions = (voice.marketing, voice.sales, voice.say("privacy-person"))
    yield Table(
        voice.say("stewards-caption"), columns, tuple((name, "", "", "") for name in functions), room=WRITING
    )
    for key, rows in (("forth", words.FORTH), ("back", words.BACK)):
        yield Heading(voice.say(key))
        yield Table(
            "", _exchange_columns(voice), tuple((*row, "", "") for row in (*filled(voice, rows), *_OWN))
        )
    yield Heading(voice.say("conventions"))
    yield CheckList(tuple(voice.fill(rule) for rule in words.CONVENTIONS))
    yield Heading(voice.say("quality"))
    columns = (
        Column(voice.say("check"), 4),
        Column(voice.say("measure"), 7),
        Column(voice.say("floor"), 3),
        Column(voice.say("who"), 3),
        Column(voice.say("result"), 3),
    )
    checks = tuple((*row, "", "") for row in filled(voice, words.CHECKS))
    yield Table(voice.say("quality-caption"), columns, checks)
    yield Heading(voice.say("failure"))
    yield Steps(tuple(voice.fill(step) for step in words.FAILURE))
    yield Heading(voice.say("privacy"))
    yield Note(voice.say("privacy-title"), (voice.say("privacy-text"),))
    yield CheckList(tuple(voice.fill(item) for item in words.PRIVACY))
    yield Heading(voice.say("reviews"))
    yield Paragraph(voice.say("reviews-text"))
    yield reviews(voice, review_days(voice.start, REVIEWS))
    yield from signatures(voice)


_OWN = (("", "", "", ""),) * OWN_ROWS


def _exchange_columns(voice: Voice) -> tuple[Column, ...]:
    widths = {"field": 4, "format": 5, "rhythm": 4, "used-for": 5, "system": 4, "owner": 4}
    return tuple(Column(voice.say(key), width) for key, width in widths.items())
