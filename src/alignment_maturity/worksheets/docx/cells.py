"""Cells and rows of a Word table, with the parts of the format that python-docx has no names for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.printing.word.elements import element, put

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row

SIDES = ("top", "left", "bottom", "right")


def write(cell: _Cell, text: str, *, bold: bool = False, size: float | None = None) -> None:
    """Write a text into a new cell, a paragraph for each line."""
    for place, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(line)
        run.bold = bold
        if size is not None:
            run.font.size = Pt(size)


def finish(row: _Row, height: float) -> None:
    """Keep a row on one page, and give it room."""
    put(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no name for it
    if height:
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def keep_together(table: Table) -> None:
    """Keep a short table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def shade(cell: _Cell) -> None:
    """Put a panel behind a cell."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no name for it
    put(properties, "w:shd", val="clear", color="auto", fill=PALETTE.panel.removeprefix("#"))


def border(cell: _Cell, side: str, *, heavy: bool = False, colour: str = PALETTE.muted) -> None:
    """Draw a line at a side of a cell."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no name for it
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = element("w:tcBorders")
        shading = properties.find(qn("w:shd"))
        if shading is None:
            properties.append(borders)
        else:
            shading.addprevious(borders)  # the order of the schema
    put(borders, f"w:{side}", val="single", sz="24" if heavy else "4", color=colour.removeprefix("#"))
