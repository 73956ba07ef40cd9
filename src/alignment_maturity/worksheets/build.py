"""From a name to a worksheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from alignment_maturity.language import worksheets as words
from alignment_maturity.worksheets import data_exchange, journey, lead_definition, meeting, persona, sla
from alignment_maturity.worksheets.document import Document
from alignment_maturity.worksheets.voice import Source, Voice

if TYPE_CHECKING:
    from alignment_maturity.language import Lang, Phrase
    from alignment_maturity.worksheets.document import Block

_CONTENTS: Mapping[str, tuple[Mapping[str, Phrase], Callable[[Voice], Iterator[Block]]]] = {
    "sla": (sla.PHRASES, sla.blocks),
    "persona": (persona.PHRASES, persona.blocks),
    "journey": (journey.PHRASES, journey.blocks),
    "lead-definition": (lead_definition.PHRASES, lead_definition.blocks),
    "meeting": (meeting.PHRASES, meeting.blocks),
    "data-exchange": (data_exchange.PHRASES, data_exchange.blocks),
}
_LANDSCAPE = {"journey"}


def build(name: str, lang: Lang, source: Source) -> Document:
    """Write a worksheet, one of `model.questionnaire.WORKSHEETS`, from what is known."""
    phrases, contents = _CONTENTS[name]
    voice, result = Voice(source, lang, phrases), source.result
    title = words.title(name, lang)
    organisation = result.organisation if result else ""
    return Document(
        lang=lang,
        kind=voice.say("kind"),
        title=title,
        lead=words.purpose(name, lang),
        organisation=organisation,
        date=result.date.isoformat() if result and result.date else "",
        footer=" · ".join(part for part in (title, result.wave if result else None) if part),
        generator=f"alignment-maturity {source.program_version}".strip(),
        blocks=tuple(contents(voice)),
        landscape=name in _LANDSCAPE,
    )
