"""What the chapters have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from alignment_maturity.report.elements.parts import (
    Items,
    Paragraph,
    Part,
    Picture,
    Role,
    Run,
    Subheading,
    Table,
    TableCell,
    TableRow,
)

if TYPE_CHECKING:
    from alignment_maturity.report.drawing import Drawing
    from alignment_maturity.report.elements.common import Block, Cell, Fact, Row
    from alignment_maturity.report.elements.placement import GateLabel

LINE = 174.0
"""The width of a page's text in millimetres."""

NOTHING = "–"
_TINT = re.compile(r"t(\d)")


def paragraphs(*texts: str, role: Role = "body") -> tuple[Paragraph, ...]:
    """Return a paragraph for each text; none for an empty one."""
    return tuple(Paragraph((Run(text),), role) for text in texts if text)


def pictures(*drawings: Drawing | None) -> tuple[Picture, ...]:
    """Return a picture for each drawing there is."""
    return tuple(Picture(drawing) for drawing in drawings if drawing is not None)


def items(texts: Iterable[str], *, numbered: bool = False) -> tuple[Items, ...]:
    """Return a list; none where it would be empty."""
    found = tuple((Run(text),) for text in texts)
    return (Items(found, numbered),) if found else ()


def prose(block: Block) -> tuple[Part, ...]:
    """Return a titled group of sentences."""
    return (Subheading(block.title), *paragraphs(*block.sentences))


def bullets(block: Block, level: int = 3) -> tuple[Part, ...]:
    """Return a titled list of sentences."""
    return (Subheading(block.title, level), *items(block.sentences))


def line(cells: Sequence[Cell], *, number: bool = False) -> tuple[TableCell, ...]:
    """Return the figures of a line; those whose style says so, or all, are set like numbers."""
    return tuple(_cell(cell, number=number) for cell in cells)


def row(row: Row, *, bold: bool = False) -> TableRow:
    """Return a line of figures with its head."""
    return TableRow((TableCell((row.name,), bold=bold, detail=row.detail), *line(row.cells, number=True)))


def gates(labels: Sequence[GateLabel]) -> TableCell:
    """Return gates and how they stand, one a line."""
    return TableCell(tuple(f"{gate.question}: {gate.status}" for gate in labels) or (NOTHING,))


def terms(facts: Sequence[Fact]) -> Table:
    """Return a table without heads: names and what they stand for."""
    rows = (TableRow((TableCell((fact.label,), bold=True), TableCell((fact.value,)))) for fact in facts)
    return Table("", "", (), widths(LINE - 38), tuple(rows))


def widths(*others: float) -> tuple[float, ...]:
    """Return the shares of columns whose widths in millimetres are given; the first takes what is left."""
    return tuple(round(100 * width / LINE, 2) for width in (LINE - sum(others), *others))


def _cell(cell: Cell, *, number: bool) -> TableCell:
    tint = _TINT.fullmatch(cell.style)
    return TableCell(
        (cell.text,),
        number=number or cell.style == "number",
        tint=int(tint[1]) if tint else None,
        bold=cell.style == "strong",
    )
