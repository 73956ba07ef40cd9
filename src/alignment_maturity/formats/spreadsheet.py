"""How tall a row of a spreadsheet must be: not every program that opens a workbook measures its rows."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable

LINE_HEIGHT = 15
"""Of a line of text, in points."""

_TALLEST = 409
_LETTERS = 1.1
"""How many letters take the width of one figure, by which columns are measured; rather too few."""


def row_height(cells: Iterable[tuple[object, float]]) -> float:
    """Return the height, in points, that shows all texts in columns of the given widths."""
    lines = max(
        sum(
            max(1, len(textwrap.wrap(line, math.floor(_LETTERS * width))))
            for line in str(text or "").split("\n")
        )
        for text, width in cells
    )
    return min(_TALLEST, LINE_HEIGHT * lines)
