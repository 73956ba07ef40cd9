"""Word documents of somebody else's, for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.report.docx.file import render_docx
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.word_templates import NAME, read_word_template
from report.sample import case

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(*paragraphs: str, change: Callable[[Document], object] | None = None) -> bytes:
    """Return a Word document with some paragraphs, as somebody would type them."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    if change:
        change(word)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def repacked(data: bytes, parts: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """Return a file with some of its parts changed, put in, or taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for name, change in parts.items():
        if change is None:
            del content[name]
        else:
            content[name] = change if isinstance(change, bytes) else change(content[name])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return file.getvalue()


def related(
    kind: str, target: str, *, mode: str = "External", of: str = "document"
) -> dict[str, Callable[[bytes], bytes]]:
    """Return the change that gives a part of a document a relation to something."""
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return {
        f"word/_rels/{of}.xml.rels": lambda part: part.replace(
            b"</Relationships>", relation.encode() + b"</Relationships>"
        )
    }


def report(folder: Path, template: bytes, name: str = "rich", **options: object) -> Document:
    """Return the report that is made from a template in a folder."""
    (folder / NAME).write_bytes(template)
    chosen = ReportOptions(word_template=read_word_template(folder), **options)  # type: ignore[arg-type]  # as they come
    return docx.Document(io.BytesIO(render_docx(case(name), "en", chosen).data))


def problems(folder: Path, template: bytes) -> list[Problem]:
    """Return what is wrong with a template, and does not let a report be made from it."""
    try:
        report(folder, template)
    except InvalidInput as error:
        return list(error.problems)
    raise AssertionError("the template was taken")
