"""Text of the report as runs of a Word document, names written from right to left in runs of their own."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from alignment_maturity.printing.word.elements import element, run
from alignment_maturity.report.directions import set_apart

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_RIGHT, _LEFT = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
"""What keeps brackets and figures on their side; no text processor knows isolates for certain."""

_ISOLATES = re.compile("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]")


def runs(words: str, *properties: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return text in one look.

    Args:
        words: the text.
        properties: how it looks, in the order of the schema.
    """
    first, *others = _ISOLATES.split(set_apart(words, printed=False))
    made = [run(first, *map(deepcopy, properties))] if first or not others else []
    for place, piece in enumerate(others):
        if place % 2:
            made.append(run(f"{_LEFT}{piece}", *map(deepcopy, properties)))
        else:
            made.append(run(f"{piece}{_RIGHT}", *map(deepcopy, properties), element("w:rtl")))
    return made
