"""The map of the buyer journey, on pages that lie on their long side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import journey as words
from alignment_maturity.worksheets.common import WRITING, approval, blank, filled, identity
from alignment_maturity.worksheets.document import Block, CheckList, Column, Field, Heading, Paragraph, Table
from alignment_maturity.worksheets.standing import standing

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
STAGE = 20
"""Height of a stage, in millimetres."""


def blocks(voice: Voice) -> Iterator[Block]:
    """Lay out the stages with what the customer asks, then the handovers and where customers stall."""
    yield Paragraph(voice.say("how-to"))
    yield identity(voice, *(Field(voice.say(key)) for key in ("persona", "length", "people")))
    yield from standing(voice, "journey")
    yield Heading(voice.say("stages"))
    yield Paragraph(voice.say("amend"), small=True)
    yield _stages(voice)
    yield Heading(voice.say("handovers"))
    columns = (
        Column(voice.say("after"), 4),
        Column(voice.say("from"), 3),
        Column(voice.say("to"), 3),
        Column(voice.say("what"), 8),
        Column(voice.say("how-soon"), 3),
    )
    rows = tuple((*row, "") for row in filled(voice, words.HANDOVERS))
    yield Table(voice.say("handovers-caption"), columns, rows)
    yield Heading(voice.say("stuck"))
    columns = (
        Column(voice.say("point"), 4),
        Column(voice.say("lost"), 4),
        Column(voice.say("why"), 5),
        Column(voice.say("try"), 5),
        Column(voice.say("by-whom"), 4),
    )
    yield Table(voice.say("stuck-caption"), columns, blank(5, 3), room=WRITING)
    yield Heading(voice.say("test"))
    yield CheckList(tuple(voice.fill(item) for item in words.TEST))
    yield from approval(voice)


def _stages(voice: Voice) -> Table:
    return Table(
        voice.say("stages-caption"),
        (
            Column(voice.say("stage"), 4),
            Column(voice.say("asks"), 5),
            Column(voice.column("marketing-does"), 4),
            Column(voice.column("sales-does"), 4),
            Column(voice.say("content"), 4),
            Column(voice.say("owner"), 3),
            Column(voice.say("over"), 4),
            Column(voice.say("stalls"), 4),
        ),
        tuple((name, asks, "", "", "", "", over, "") for name, asks, over in filled(voice, words.STAGES)),
        room=STAGE,
    )
