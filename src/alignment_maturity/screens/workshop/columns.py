"""Lines set beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content


class Cell(NamedTuple):
    """Some lines in a column of their own."""

    lines: Sequence[Content]
    width: int
    right: bool = False


def beside(*cells: Cell, gap: int = 1) -> list[Content]:
    """Set cells side by side; none of their lines is wider than its column."""
    height = max(len(cell.lines) for cell in cells)
    return [Content(" " * gap).join([_filled(cell, row) for cell in cells]).rstrip() for row in range(height)]


def _filled(cell: Cell, row: int) -> Content:
    content = cell.lines[row] if row < len(cell.lines) else Content("")
    blank = max(0, cell.width - content.cell_length)
    return content.pad_left(blank) if cell.right else content.pad_right(blank)
