"""Drawings as pictures of a Word document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.shared import Mm

from alignment_maturity.printing.pictures import as_png
from alignment_maturity.report.docx.pages import MM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.printing.pictures import Lettering
    from alignment_maturity.report.docx.pages import Room
    from alignment_maturity.report.drawing import Drawing

FULL = 660
"""Units of a drawing as wide as the text."""

_TALLEST = 0.85
"""Of a drawing, as a share of the height of the text: its heading stays with it."""


class Pictures:
    """Puts pictures into a document.

    Args:
        word: the document.
        letters: how the words of drawings are set.
        room: on a page.
    """

    def __init__(self, word: Document, letters: Lettering, room: Room) -> None:
        self._word = word
        self._letters = letters
        self._width, self._height = room.width / MM, room.height / MM * _TALLEST

    def drawing(self, drawing: Drawing) -> BaseOxmlElement:
        """Return a drawing, as wide as the text or as its page has room for, with its alternative text."""
        units, aspect = float(drawing.width), float(drawing.height) / float(drawing.width)
        width = min(self._width * min(units / FULL, 1), self._height / aspect)
        picture = as_png(as_svg(drawing), width, self._letters)
        return self.picture(picture, width, f"{drawing.title} {drawing.description}".strip())

    def picture(self, data: bytes, width: float, alternative: str) -> BaseOxmlElement:
        """Return a PNG picture, `width` mm wide."""
        made: BaseOxmlElement = self._word.part.new_pic_inline(io.BytesIO(data), Mm(width))
        made.docPr.set("descr", alternative)
        for side in ("distT", "distB", "distL", "distR"):
            made.set(side, "0")  # else LibreOffice keeps text away, and the picture from the margin
        return made


def as_svg(drawing: Drawing) -> str:
    """Write a drawing as an SVG document."""
    shapes = "".join(
        f"<{shape.kind}{_attributes(dict(shape.attributes))}>{escape(shape.text)}</{shape.kind}>"
        for shape in drawing.shapes
    )
    about = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": drawing.view_box,
        "width": drawing.width,
        "height": drawing.height,
        "font-family": drawing.font,
    }
    return f"<svg{_attributes(about)}>{shapes}</svg>"


def decoded(svg: bytes) -> str:
    """Return an SVG file, which may be in any encoding, as text."""
    from xml.dom.minidom import parseString

    # It has no entities: it was looked at when it was read.
    return parseString(svg).toxml()  # noqa: S318 - see above


def words_of(drawings: Iterable[Drawing]) -> str:
    """Return all words in some drawings."""
    return "".join(shape.text for drawing in drawings for shape in drawing.shapes)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
