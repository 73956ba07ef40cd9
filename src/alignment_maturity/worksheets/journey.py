"""The map of the buyer journey, on pages that lie on their long side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignment_maturity.language.worksheets import journey as words
from alignment_maturity.worksheets.common import WRITING, approval, blank, filled, identity, table
from alignment_maturity.worksheets.document import Block, CheckList, Field, Heading, Paragraph, Table
from alignment_maturity.worksheets.standing import standing

if TYPE_CHECKING:
    from alignment_maturity.worksheets.voice import Voice

PHRASES = words.PHRASES
STAGE = 20
"""Height of a stage, in millimetres."""


def blocks(voice: Voice) -> Iterator[Block]:
    """Lay out the stages with what the customer asks, then the handovers and where customers stall.

    What the answers say comes last: the stages need a page of their own.
    """
    yield Paragraph(voice.say("how-to"))
    yield identity(voice, *(Field(voice.say(key)) for key in ("persona", "length", "people")))
    yield Heading(voice.say("stages"))
    yield Paragraph(voice.say("amend"), small=True)
    yield _stages(voice)
    yield Heading(voice.say("handovers"))
    widths = {"after": 4, "from": 3, "to": 3, "what": 8, "how-soon": 3}
    yield table(voice, voice.say("handovers-caption"), widths, filled(voice, words.HANDOVERS))
    yield Heading(voice.say("stuck"))
    widths = {"point": 4, "lost": 4, "why": 5, "try": 5, "by-whom": 4}
    yield table(voice, voice.say("stuck-caption"), widths, blank(3), room=WRITING)
    yield Heading(voice.say("test"))
    yield CheckList(voice.each(words.TEST))
    yield from standing(voice, "journey")
    yield from approval(voice)


def _stages(voice: Voice) -> Table:
    widths = {
        "stage": 4, "asks": 5, "marketing-does": 4, "sales-does": 4, "content": 4, "owner": 3, "over": 4,
        "stalls": 4,
    }  # fmt: skip
    rows = ((name, asks, "", "", "", "", over) for name, asks, over in filled(voice, words.STAGES))
    return table(voice, voice.say("stages-caption"), widths, rows, room=STAGE)
