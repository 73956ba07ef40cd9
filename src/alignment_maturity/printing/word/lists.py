"""Numbered lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document


def new_list(word: Document, abstract: int) -> int:
    """Return the number of a new list that begins at one, whatever lists stand before it.

    Args:
        word: the document; it has a part for numbering.
        abstract: the number of the definition that the list looks like.
    """
    number = word.part.numbering_part.element.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    found: int = number.numId
    return found
