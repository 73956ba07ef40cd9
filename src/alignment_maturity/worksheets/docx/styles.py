"""How a Word document looks: its paper, its margins, and the styles that whoever goes on writing will use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.printing.word.file import region

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.text.run import Run

FONT = "Calibri"
LONG_SIDE, SHORT_SIDE, MARGIN = 297, 210, 18
"""Of A4 and its margins, in millimetres."""

PADDING = 1.9
"""Of a cell at its sides, in millimetres; tables stand out by it from the text beside them."""

TWIPS = 57
"""To the millimetre, nearly; also the air above and below the text of a cell."""


def text_width(*, landscape: bool) -> float:
    """Return the width of the text in a table as wide as the page, in millimetres."""
    return (LONG_SIDE if landscape else SHORT_SIDE) - 2 * (MARGIN + PADDING)


def set_paper(section: Section, *, landscape: bool) -> None:
    """Lay out A4 pages."""
    sides = Mm(SHORT_SIDE), Mm(LONG_SIDE)
    section.page_width, section.page_height = sides[::-1] if landscape else sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)


def set_styles(word: Document, lang: str) -> None:
    """Set the styles of a document in a language, a BCP 47 tag."""
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
        found.set(qn("w:val"), region(lang))
    for name in ("Normal Table", "Table Grid"):
        _set_table_style(word.styles[name].element)


def make_small(run: Run, colour: str = PALETTE.muted) -> None:
    """Let a text stand back, as hints do."""
    run.font.size, run.font.color.rgb = Pt(8), _colour(colour)


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


def _colour(written: str) -> RGBColor:
    return RGBColor.from_string(written.removeprefix("#").upper())
