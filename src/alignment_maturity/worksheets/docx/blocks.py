"""The blocks of a worksheet, each as Word has it: tables to type into, boxes to tick, lists that number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.printing.word.elements import put
from alignment_maturity.printing.word.lists import new_list
from alignment_maturity.worksheets.docx.cells import SIDES, border, finish, keep_together, shade, write
from alignment_maturity.worksheets.docx.styles import make_small, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable

    from alignment_maturity.worksheets.document import (
        Block,
        CheckList,
        Document,
        Fields,
        Note,
        Paragraph,
        Space,
        Steps,
        Table,
    )

LABEL_SHARE = 36
"""Width of the labels beside lines to fill in, in per cent."""

LINE = 6.5
"""Least height of a line to fill in, in millimetres."""

INDENT = Mm(7)
"""Of the text beside a box to tick."""

_CHECK_BOX = (
    f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
    '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
    "</w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)
"""A box that can be ticked in Word."""


class Writer:
    """Puts blocks at the end of a document."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        self._width = text_width(landscape=document.landscape)
        self._section = document.title

    def put(self, block: Block) -> None:
        """Add a block."""
        match block.kind:
            case "heading":
                self._section = block.text
                self._word.add_heading(block.text, block.level - 1)
            case "paragraph":
                self._put_paragraph(block)
            case "checks":
                self._put_checks(block)
            case "steps":
                self._put_steps(block)
            case _:
                self._put_boxed(block)
                self._close()

    def _put_boxed(self, block: Fields | Space | Table | Note) -> None:
        match block.kind:
            case "fields":
                self._put_fields(block)
            case "space":
                self._put_space(block)
            case "table":
                self._put_table(block)
            case "note":
                self._put_note(block)

    def _put_paragraph(self, block: Paragraph) -> None:
        paragraph = self._word.add_paragraph()
        run = paragraph.add_run(block.text)
        if block.small:
            make_small(run)

    def _put_fields(self, block: Fields) -> None:
        table = self._table(len(block.fields), (LABEL_SHARE, 100 - LABEL_SHARE), first_row=False)
        for row, field in zip(table.rows, block.fields, strict=True):
            label, value = row.cells
            write(label, field.label, bold=True)
            if field.hint:
                make_small(label.add_paragraph().add_run(field.hint))
            write(value, field.value)
            border(value, "bottom")
            finish(row, LINE)

    def _put_space(self, block: Space) -> None:
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(block.label).bold = True
        if block.hint:
            make_small(paragraph.add_run(f" {block.hint}"))
        table = self._table(1, (100,), first_row=False)
        (row,) = table.rows
        for side in SIDES:
            border(row.cells[0], side)
        finish(row, LINE * block.lines)

    def _put_table(self, block: Table) -> None:
        if block.caption:
            self._word.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
        table = self._table(1 + len(block.rows), block.shares, first_row=True, title=block.caption)
        table.style = self._word.styles["Table Grid"]
        head, *rows = table.rows
        for cell, column in zip(head.cells, block.columns, strict=True):
            write(cell, column.title, bold=True, size=8.5)
            shade(cell)
        put(head._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no name for it
        finish(head, 0)
        for row, texts in zip(rows, block.rows, strict=True):
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                write(cell, text, bold=not place, size=9)
            finish(row, block.room)
        if block.whole:
            keep_together(table)

    def _put_checks(self, block: CheckList) -> None:
        for item in block.items:
            paragraph = self._word.add_paragraph()
            layout = paragraph.paragraph_format
            layout.left_indent, layout.first_line_indent = INDENT, -INDENT
            layout.tab_stops.add_tab_stop(INDENT)
            paragraph._p.append(parse_xml(_CHECK_BOX))  # noqa: SLF001 - python-docx has no name for it
            paragraph.add_run(f"\t{item}")

    def _put_steps(self, block: Steps) -> None:
        """Write a numbered list that begins at one, whatever lists stand before it."""
        style = self._word.styles["List Number"]
        numbering = self._word.part.numbering_part.element
        base = style.element.pPr.numPr.numId.val
        number = new_list(self._word, numbering.num_having_numId(base).abstractNumId.val)
        for item in block.items:
            paragraph = self._word.add_paragraph(item, style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - as above
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number

    def _put_note(self, block: Note) -> None:
        table = self._table(1, (100,), first_row=False)
        (row,) = table.rows
        (cell,) = row.cells
        write(cell, "\n".join((block.title, *block.sentences)).lstrip("\n"), bold=block.warning)
        if block.title:
            cell.paragraphs[0].runs[0].bold = True
        if not block.warning:
            shade(cell)
        for side in SIDES if block.warning else ("left",):
            border(cell, side, heavy=side == "left", colour=PALETTE.ink if block.warning else PALETTE.accent)
        finish(row, 0)

    def _table(self, rows: int, shares: Sequence[float], *, first_row: bool, title: str = "") -> WordTable:
        """Add an empty table as wide as the page; assistive technology hears its title."""
        table: WordTable = self._word.add_table(rows, len(shares))
        table.autofit = False
        for row in table.rows:
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = Mm(self._width * share / 100)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(self._width * share / 100)
        properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no name for it
        look = properties.find(qn("w:tblLook"))
        if look is not None:
            look.set(qn("w:firstRow"), str(int(first_row)))
            look.set(qn("w:val"), "04A0" if first_row else "0480")
        put(properties, "w:tblCaption", val=title or self._section)
        return table

    def _close(self) -> None:
        """Keep what follows at a distance, and neighbouring tables apart."""
        after = self._word.add_paragraph()
        after.paragraph_format.space_after = Pt(2)
        after.paragraph_format.line_spacing = Pt(6)
