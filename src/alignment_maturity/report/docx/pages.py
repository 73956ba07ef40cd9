"""How much room there is on the pages of a Word document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

MM = 1440 / 25.4
"""In twips."""

_A4 = {"w": 11906, "h": 16838}
_MARGIN = 1440
"""What Word takes where a section does not say."""


@dataclass(frozen=True, slots=True)
class Room:
    """The width and height of the text on a page, in twips."""

    width: int
    height: int


def room_at(word: Document, place: BaseOxmlElement) -> Room:
    """Return the room on the pages of the section in which something stands."""
    body = word.element.body
    while place.getparent() is not body:
        place = place.getparent()
    ends = (found for after in (place, *place.itersiblings()) for found in after.iter(qn("w:sectPr")))
    section = next(ends, None)
    size = _numbers(section, "w:pgSz")
    margins = _numbers(section, "w:pgMar")
    beside = margins.get("left", _MARGIN) + margins.get("right", _MARGIN)
    above = abs(margins.get("top", _MARGIN)) + abs(margins.get("bottom", _MARGIN))
    return Room(size.get("w", _A4["w"]) - beside, size.get("h", _A4["h"]) - above)


def _numbers(section: BaseOxmlElement | None, name: str) -> dict[str, int]:
    found = None if section is None else section.find(qn(name))
    attributes = {} if found is None else found.attrib
    return {
        str(key).rpartition("}")[2]: int(value)
        for key, value in attributes.items()
        if str(value).lstrip("-").isdecimal()
    }
