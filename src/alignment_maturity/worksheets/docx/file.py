"""The Word file as a whole: what it says of itself, its head, header and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.shared import Pt

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.printing.word.elements import put
from alignment_maturity.printing.word.file import About, saved, tell
from alignment_maturity.worksheets.docx.blocks import Writer
from alignment_maturity.worksheets.docx.styles import make_small, set_paper, set_styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

    from alignment_maturity.worksheets.document import Document


def as_docx(document: Document) -> bytes:
    """Write a worksheet; the same input gives the same bytes."""
    word = docx.Document()
    set_styles(word, document.lang)
    tell(word, _about(document))
    set_paper(word.sections[0], landscape=document.landscape)
    _set_edges(word.sections[0], document)
    _put_head(word, document)
    writer = Writer(word, document)
    for block in document.blocks:
        writer.put(block)
    return saved(word)


def _about(document: Document) -> About:
    title = f"{document.organisation}: {document.title}".removeprefix(": ")
    return About(
        title, document.lead, document.organisation, document.generator, document.lang, document.date
    )


def _set_edges(section: Section, document: Document) -> None:
    """Write the header and the footer of every page."""
    if document.organisation:
        section.header.paragraphs[0].text = document.organisation
    footer = section.footer.paragraphs[0]
    footer.text = f"{document.footer} · "
    for place, code in enumerate(("PAGE", "NUMPAGES")):
        if place:
            footer.add_run(" / ")
        put(footer._p, "w:fldSimple", instr=code)  # noqa: SLF001 - python-docx has no name for it


def _put_head(word: WordDocument, document: Document) -> None:
    kind = word.add_paragraph()
    kind.paragraph_format.space_after = Pt(0)
    run = kind.add_run(document.kind)
    run.bold, run.font.all_caps = True, True
    make_small(run, PALETTE.accent)
    word.add_heading(document.title, 0)
    if document.organisation:
        word.add_paragraph(document.organisation, style="Subtitle")
    word.add_paragraph(document.lead)
