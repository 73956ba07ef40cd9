"""A worksheet as a Word document, to be filled in and changed: the only module that knows python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from alignment_maturity.printing.palette import PALETTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph as WordParagraph

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

FONT = "Calibri"
LONG_SIDE, SHORT_SIDE, MARGIN = 297, 210, 18
"""Of A4 and its margins, in millimetres."""

PADDING = 1.9
"""Of a cell at its sides, in millimetres; tables stand out by it from the text beside them."""

TWIPS = 57
"""To the millimetre, nearly; also the air above and below the text of a cell."""

LABEL_SHARE = 36
"""Width of the labels beside lines to fill in, in per cent."""

LINE = 6.5
"""Least height of a line to fill in, in millimetres."""

UNKNOWN_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The day a file bears where there are no answers; a clock would make it differ each time."""

_REGIONS = {"it": "it-IT", "en": "en-GB"}
_CHECK_BOX = (
    f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>'
    '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
    "</w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)
"""A box that can be ticked in Word."""


def as_docx(document: Document) -> bytes:
    """Write a worksheet; the same input gives the same bytes."""
    word = docx.Document()
    _set_styles(word, document.lang)
    _set_properties(word, document)
    _set_page(word.sections[0], document)
    _put_head(word, document)
    writer = _Writer(word, document)
    for block in document.blocks:
        writer.put(block)
    written = io.BytesIO()
    word.save(written)
    return _with_fixed_dates(written)


class _Writer:
    """Puts blocks at the end of a document."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        self._width = (LONG_SIDE if document.landscape else SHORT_SIDE) - 2 * (MARGIN + PADDING)
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
        paragraph = self._word.add_paragraph(block.text)
        if block.small:
            _make_small(paragraph)

    def _put_fields(self, block: Fields) -> None:
        table = self._table(len(block.fields), (LABEL_SHARE, 100 - LABEL_SHARE), first_row=False)
        for row, field in zip(table.rows, block.fields, strict=True):
            label, value = row.cells
            _write(label, field.label, bold=True)
            if field.hint:
                _make_small(label.add_paragraph(field.hint))
            _write(value, field.value)
            _border(value, "bottom")
            _finish(row, LINE)

    def _put_space(self, block: Space) -> None:
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(block.label).bold = True
        if block.hint:
            hint = paragraph.add_run(f" {block.hint}")
            hint.font.size, hint.font.color.rgb = Pt(8), _colour(PALETTE.muted)
        table = self._table(1, (100,), first_row=False)
        (row,) = table.rows
        for side in ("top", "left", "bottom", "right"):
            _border(row.cells[0], side)
        _finish(row, LINE * block.lines)

    def _put_table(self, block: Table) -> None:
        if block.caption:
            self._word.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
        table = self._table(1 + len(block.rows), block.shares, first_row=True, title=block.caption)
        table.style = self._word.styles["Table Grid"]
        head, *rows = table.rows
        for cell, column in zip(head.cells, block.columns, strict=True):
            _write(cell, column.title, bold=True, size=8.5)
            _shade(cell)
        _set(head._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no name for it
        _finish(head, 0)
        for row, texts in zip(rows, block.rows, strict=True):
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                _write(cell, text, bold=not place, size=9)
            _finish(row, block.room)
        if block.whole:
            _keep_together(table)

    def _put_checks(self, block: CheckList) -> None:
        for item in block.items:
            paragraph = self._word.add_paragraph()
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = (
                Mm(7),
                Mm(-7),
            )
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7))
            paragraph._p.append(parse_xml(_CHECK_BOX))  # noqa: SLF001 - python-docx has no name for it
            paragraph.add_run(f"\t{item}")

    def _put_steps(self, block: Steps) -> None:
        """Write a numbered list that begins at one, whatever lists stand before it."""
        style = self._word.styles["List Number"]
        numbering = self._word.part.numbering_part.element
        base = style.element.pPr.numPr.numId.val
        number = numbering.add_num(numbering.num_having_numId(base).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        for item in block.items:
            paragraph = self._word.add_paragraph(item, style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - as above
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number.numId

    def _put_note(self, block: Note) -> None:
        table = self._table(1, (100,), first_row=False)
        (row,) = table.rows
        (cell,) = row.cells
        _write(cell, "\n".join((block.title, *block.sentences)).lstrip("\n"), bold=block.warning)
        if block.title:
            cell.paragraphs[0].runs[0].bold = True
        if not block.warning:
            _shade(cell)
        for side in ("top", "left", "bottom", "right") if block.warning else ("left",):
            _border(cell, side, heavy=side == "left", colour=PALETTE.ink if block.warning else PALETTE.accent)
        _finish(row, 0)

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
        _set(properties, "w:tblCaption", val=title or self._section)
        return table

    def _close(self) -> None:
        """Keep what follows at a distance, and neighbouring tables apart."""
        after = self._word.add_paragraph()
        after.paragraph_format.space_after = Pt(2)
        after.paragraph_format.line_spacing = Pt(6)


def _set_styles(word: WordDocument, lang: str) -> None:
    normal = word.styles["Normal"]
    _set_font(normal, 10, PALETTE.ink)
    normal.paragraph_format.space_after = Pt(4)
    for name, size, colour in (
        ("Title", 22, PALETTE.ink), ("Subtitle", 13, PALETTE.accent), ("Heading 1", 13, PALETTE.ink),
        ("Heading 2", 10.5, PALETTE.ink), ("Caption", 9.5, PALETTE.ink), ("Header", 8, PALETTE.muted),
        ("Footer", 8, PALETTE.muted),
    ):  # fmt: skip
        style = word.styles[name]
        _set_font(style, size, colour)
        style.font.italic = False
        style.font.bold = name not in {"Header", "Footer"}
        style.paragraph_format.keep_with_next = name not in {"Header", "Footer"}
        for frame in style.element.iter(qn("w:pBdr")):
            frame.getparent().remove(frame)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), _REGIONS.get(lang, lang))
    for name in ("Normal Table", "Table Grid"):
        _set_table_style(word.styles[name].element)


def _set_table_style(style: BaseOxmlElement) -> None:
    """Let tables begin where the text does, with air in their cells and lines that do not shout."""
    for indent in style.iter(qn("w:tblInd")):
        indent.set(qn("w:w"), str(round(PADDING * TWIPS)))
    for margins in style.iter(qn("w:tblCellMar")):
        for side in ("top", "bottom"):
            margins.find(qn(f"w:{side}")).set(qn("w:w"), str(TWIPS))
    for borders in style.iter(qn("w:tblBorders")):
        for line in borders:
            line.set(qn("w:color"), PALETTE.muted.removeprefix("#"))


def _set_font(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _colour(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]  # it would go before the font
    fonts.set(qn("w:cs"), FONT)


def _set_properties(word: WordDocument, document: Document) -> None:
    told = word.core_properties
    day = dt.datetime.fromisoformat(document.date).replace(tzinfo=dt.UTC) if document.date else UNKNOWN_DAY
    told.title = f"{document.organisation}: {document.title}".removeprefix(": ")[:255]
    told.subject = document.lead
    told.author = document.organisation[:255]
    told.comments = document.generator
    told.language = document.lang
    told.last_modified_by = ""
    told.revision = 1
    told.created = told.modified = day
    # The picture of an empty page, from the library's own template.
    package = word.part.package
    for name in [name for name, found in package.rels.items() if found.reltype.endswith("/thumbnail")]:
        package.rels.pop(name)


def _set_page(section: Section, document: Document) -> None:
    sides = Mm(SHORT_SIDE), Mm(LONG_SIDE)
    section.page_width, section.page_height = sides[::-1] if document.landscape else sides
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    if document.organisation:
        section.different_first_page_header_footer = False
        section.header.paragraphs[0].text = document.organisation
    footer = section.footer.paragraphs[0]
    footer.text = f"{document.footer} · "
    for place, code in enumerate(("PAGE", "NUMPAGES")):
        if place:
            footer.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        footer._p.append(field)  # noqa: SLF001 - python-docx has no name for it


def _put_head(word: WordDocument, document: Document) -> None:
    kind = word.add_paragraph()
    kind.paragraph_format.space_after = Pt(0)
    run = kind.add_run(document.kind)
    run.bold, run.font.all_caps = True, True
    run.font.size, run.font.color.rgb = Pt(8), _colour(PALETTE.accent)
    word.add_heading(document.title, 0)
    if document.organisation:
        word.add_paragraph(document.organisation, style="Subtitle")
    word.add_paragraph(document.lead)


def _write(cell: _Cell, text: str, *, bold: bool = False, size: float | None = None) -> None:
    """Write a text into a new cell, a paragraph for each line."""
    for place, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(line)
        run.bold = bold
        if size is not None:
            run.font.size = Pt(size)


def _make_small(paragraph: WordParagraph) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8), _colour(PALETTE.muted)


def _finish(row: _Row, height: float) -> None:
    """Keep a row on one page, and give it room."""
    _set(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no name for it
    if height:
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def _keep_together(table: WordTable) -> None:
    """Keep a short table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _shade(cell: _Cell) -> None:
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no name for it
    _set(properties, "w:shd", val="clear", color="auto", fill=PALETTE.panel.removeprefix("#"))


def _border(cell: _Cell, side: str, *, heavy: bool = False, colour: str = PALETTE.muted) -> None:
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no name for it
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        shading = properties.find(qn("w:shd"))
        if shading is None:
            properties.append(borders)
        else:
            shading.addprevious(borders)  # the order of the schema
    _set(borders, f"w:{side}", val="single", sz="24" if heavy else "4", color=colour.removeprefix("#"))


def _set(parent: BaseOxmlElement, name: str, **attributes: str) -> None:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _colour(written: str) -> RGBColor:
    return RGBColor.from_string(written.removeprefix("#").upper())


def _with_fixed_dates(written: io.BytesIO) -> bytes:
    """Pack the parts again: their dates would be those of the moment."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name)  # 1 January 1980
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the machine's
            file.writestr(entry, parts.read(name))
    return packed.getvalue()
