"""The Word file as a whole: what it says of itself, its head, header and footer."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from alignment_maturity.printing.palette import PALETTE
from alignment_maturity.worksheets.docx.blocks import Writer
from alignment_maturity.worksheets.docx.styles import make_small, set_paper, set_styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

    from alignment_maturity.worksheets.document import Document

UNKNOWN_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The day a file bears where there are no answers; a clock would make it differ each time."""


def as_docx(document: Document) -> bytes:
    """Write a worksheet; the same input gives the same bytes."""
    word = docx.Document()
    set_styles(word, document.lang)
    _set_properties(word, document)
    set_paper(word.sections[0], landscape=document.landscape)
    _set_edges(word.sections[0], document)
    _put_head(word, document)
    writer = Writer(word, document)
    for block in document.blocks:
        writer.put(block)
    written = io.BytesIO()
    word.save(written)
    return _with_fixed_dates(written)


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


def _set_edges(section: Section, document: Document) -> None:
    """Write the header and the footer of every page."""
    if document.organisation:
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
    make_small(run, PALETTE.accent)
    word.add_heading(document.title, 0)
    if document.organisation:
        word.add_paragraph(document.organisation, style="Subtitle")
    word.add_paragraph(document.lead)


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
