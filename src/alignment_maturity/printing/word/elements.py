"""Elements of a Word document that python-docx has no names for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.oxml.xmlchemy import BaseOxmlElement

_UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS = re.compile("([\t\n])")
_LAYOUT = (
    "w:pStyle",
    "w:keepNext",
    "w:pageBreakBefore",
    "w:numPr",
    "w:pBdr",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
)
"""How a paragraph stands, in the order of the schema."""

_BREAKS = {"\t": "w:tab", "\n": "w:br"}


def element(name: str, /, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element (`w:shd`) with attributes of the same name space and what is in it."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made


def put(parent: BaseOxmlElement, name: str, **attributes: str) -> None:
    """Add an element at the end of another."""
    parent.append(element(name, **attributes))


def run(words: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return text; tabs and line breaks are Word's own, what XML cannot hold is left out.

    Args:
        words: the text.
        properties: how it looks, in the order of the schema.
    """
    made = element("w:r")
    if properties:
        made.append(element("w:rPr", *properties))
    for piece in _TURNS.split(_UNWRITABLE.sub("", words)):
        if piece in _BREAKS:
            made.append(element(_BREAKS[piece]))
        elif piece:
            text = element("w:t")
            text.text = piece
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(text)
    return made


def paragraph(style: str, content: Iterable[BaseOxmlElement], *layout: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph.

    Args:
        style: the id of its style, empty for that of plain text.
        content: what is in it.
        layout: how it stands, in the order of the schema.
    """
    named = [element("w:pStyle", val=style)] if style else []
    return element("w:p", element("w:pPr", *named, *layout), *content)


def keep_with_next(made: BaseOxmlElement) -> None:
    """Keep a paragraph, or those in a row or table, on the page of what follows."""
    paragraphs = [made] if made.tag == qn("w:p") else list(made.iter(qn("w:p")))
    for found in paragraphs:
        set_layout(found, element("w:keepNext"))


def set_layout(made: BaseOxmlElement, layout: BaseOxmlElement) -> None:
    """Say one more thing about how a paragraph stands, in the place that the schema has for it."""
    properties = made.find(qn("w:pPr"))
    found = properties.find(layout.tag)
    if found is not None:
        found.attrib.update(layout.attrib)
        return
    order = [qn(name) for name in _LAYOUT]
    later = order[order.index(layout.tag) + 1 :]
    place = next((place for place, it in enumerate(properties) if it.tag in later), len(properties))
    properties.insert(place, layout)
