"""The worksheets as Markdown, Word and PDF: whole, tagged, reproducible, and no way in for markup.

A PDF takes a second, so few are made, and each is looked at from several sides.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from alignment_maturity.language import Lang
from alignment_maturity.model.questionnaire import WORKSHEETS
from alignment_maturity.printing import templates
from alignment_maturity.printing.pdf import Pdf
from alignment_maturity.worksheets.build import build
from alignment_maturity.worksheets.document import CheckList, Document, Fields, Heading, Table
from alignment_maturity.worksheets.docx.file import as_docx
from alignment_maturity.worksheets.markdown import as_markdown
from alignment_maturity.worksheets.pdf import as_html, render_pdf
from alignment_maturity.worksheets.voice import Source
from pdf_audit import audit
from pdf_tags import elements

from .sample import CASES, case

RENDER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
HOSTILE = "<script>alert(1)</script>"


def document(name: str, known: str | None = "rich", lang: Lang = "en") -> Document:
    return build(name, lang, Source(case(known) if known else None, program_version="1.2.3"))


def headings(found: Document) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Heading)]


def tables(found: Document) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


# Markdown


@pytest.mark.parametrize("known", [None, *CASES])
def test_markdown_is_whole_whatever_is_known(known: str | None) -> None:
    for name in WORKSHEETS:
        found = document(name, known)
        page = str(RENDER.render(as_markdown(found).decode()))
        assert page.count("<h1>") == 1
        assert page.count("<h2>") + page.count("<h3>") == len(headings(found))
        assert page.count("<table>") == len(tables(found))
        cells = sum(len(table.rows) * len(table.columns) for table in tables(found))
        assert page.count("<td") == cells
        assert page.count("[ ] ") == sum(
            len(block.items) for block in found.blocks if isinstance(block, CheckList)
        )


@pytest.mark.parametrize("known", ["markup", "hostile-actions"])
def test_texts_of_others_stay_texts_in_markdown(known: str) -> None:
    """A company called `<script>` must not run in the wiki, nor a title with a bar break its table."""
    for name in WORKSHEETS:
        told = as_markdown(document(name, known)).decode()
        assert "<" not in told
        assert "alert(1)" in told
        tags = set(re.findall(r"<(\w+)", str(RENDER.render(told))))
        assert tags <= {
            "h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "table", "thead", "tbody", "tr", "th", "td",
            "blockquote",
        }  # fmt: skip


def test_what_is_to_be_filled_in_shows() -> None:
    told = as_markdown(document("persona", None, "it")).decode()
    assert "- **Organizzazione:** \\_\\_\\_\\_\\_\\_\n" in told
    assert "- [ ] Decide\n" in told
    assert "**Le parole che usa** (da riprendere così come sono)\n\n\\_\\_\\_" in told


# Word


@pytest.mark.parametrize("name", WORKSHEETS)
def test_word_has_headings_tables_language_and_paper(name: str) -> None:
    """What a screen reader, a table of contents, a spell checker and a printer go by."""
    lang: Lang = "it" if name in {"sla", "journey"} else "en"
    found = document(name, lang=lang)
    word = docx.Document(io.BytesIO(as_docx(found)))
    by_style = Counter(paragraph.style.name for paragraph in word.paragraphs if paragraph.style)
    assert by_style["Title"] == 1
    assert by_style["Heading 1"] + by_style["Heading 2"] == len(headings(found))
    heads = [table for table in word.tables if table._tbl.findall(f".//{qn('w:tblHeader')}")]
    assert len(heads) == len(tables(found))
    for table, told in zip(heads, tables(found), strict=True):
        assert [cell.text for cell in table.rows[0].cells] == [column.title for column in told.columns]
        assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
            list(row) for row in told.rows
        ]
    assert all(table._tbl.find(f".//{qn('w:tblCaption')}") is not None for table in word.tables)
    languages = {found.get(qn("w:val")) for found in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"it-IT" if lang == "it" else "en-GB"}
    (section,) = word.sections
    sides = (round(section.page_width or 0, -4), round(section.page_height or 0, -4))
    a4 = (7560000, 10690000)
    assert sides == (a4[::-1] if name == "journey" else a4)


def test_word_says_whose_and_of_when_it_is() -> None:
    about = docx.Document(io.BytesIO(as_docx(document("sla")))).core_properties
    assert about.title == "Rossi Componenti Srl: Service-level agreement (SLA)"
    assert (about.author, about.language, about.comments) == (
        "Rossi Componenti Srl",
        "en",
        "alignment-maturity 1.2.3",
    )
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-11-21"


@pytest.mark.parametrize(
    "known",
    [None, "markup", "hostile-actions", "scripts", "long-names", "nothing", "bands", "ungrouped", "workshop"],
)
def test_word_bears_every_case_without_markup(known: str | None) -> None:
    word = docx.Document(io.BytesIO(as_docx(document("meeting", known))))
    assert "<script>" not in word.element.xml
    assert known != "markup" or HOSTILE in [paragraph.text for paragraph in word.paragraphs]


def test_a_numbered_list_begins_at_one() -> None:
    word = docx.Document(io.BytesIO(as_docx(document("sla"))))
    items = [
        paragraph
        for paragraph in word.paragraphs
        if paragraph.style and paragraph.style.name == "List Number"
    ]
    assert len(items) == 4
    numbers = {int(item._p.findall(f".//{qn('w:numId')}")[0].get(qn("w:val"), "")) for item in items}
    assert len(numbers) == 1
    numbering = word.part.numbering_part.element
    (override,) = numbering.num_having_numId(numbers.pop()).findall(f".//{qn('w:startOverride')}")
    assert override.get(qn("w:val")) == "1"


def test_boxes_can_be_ticked() -> None:
    text = docx.Document(io.BytesIO(as_docx(document("persona")))).element.xml
    assert text.count("<w14:checkbox") == 9


def test_no_part_of_a_word_file_bears_the_moment() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(document("sla", None)))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


# PDF


@pytest.fixture(scope="module")
def sla() -> Pdf:
    return render_pdf(document("sla", lang="it"))


@pytest.fixture
def opened(sla: Pdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(sla.data)) as file:
        yield file


def test_the_pdf_is_sound_archival_and_accessible(sla: Pdf, opened: pikepdf.Pdf) -> None:
    assert audit(sla.data) == []
    assert (sla.messages, sla.foreign, sla.missing) == ((), "", "")
    assert opened.Root.Lang == "it"
    about = {key: str(value) for key, value in opened.docinfo.items()}
    assert about["/Title"] == "Rossi Componenti Srl: Accordo sui livelli di servizio (SLA)"
    assert about["/Creator"] == "alignment-maturity 1.2.3"
    assert about["/CreationDate"] == about["/ModDate"] == "D:20261121"


def test_headings_and_tables_of_the_pdf_are_tagged(opened: pikepdf.Pdf) -> None:
    tags = list(elements(opened))
    kinds = Counter(str(element.S) for element in tags)
    found = document("sla", lang="it")
    assert kinds["/H1"] == 1
    assert kinds["/H2"] == len(headings(found))
    heads = sum(len(table.columns) + sum(bool(row[0]) for row in table.rows) for table in tables(found))
    lines = sum(len(block.fields) for block in found.blocks if isinstance(block, Fields))
    assert kinds["/TH"] == heads + lines
    with opened.open_outline() as outline:
        assert [entry.title for entry in outline.root] == headings(found)


def test_the_map_of_the_journey_lies_on_its_long_side() -> None:
    printed = render_pdf(document("journey", "long-names"))
    assert printed.messages == ()
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        boxes = [[float(side) for side in page.mediabox] for page in file.pages]
    assert all(box[2] > box[3] for box in boxes)


def test_a_blank_pdf_names_nobody() -> None:
    printed = render_pdf(document("meeting", None))
    assert printed.messages == ()
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert str(file.docinfo["/Title"]) == "Weekly meeting agenda"
        assert "/Author" not in file.docinfo


def test_the_same_input_gives_the_same_bytes_in_any_place(sla: Pdf) -> None:
    """A document made again next year, elsewhere, must be the same file, or nobody can trust a copy."""
    program = (
        "import hashlib; from worksheets.test_formats import *; told = document('sla', lang='it');"
        "print(*(hashlib.sha256(made).hexdigest()"
        " for made in (render_pdf(told).data, as_docx(told), as_markdown(told))))"
    )
    tests = str(Path(__file__).parents[1])
    elsewhere = {
        **os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": tests,
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-c", program], env=elsewhere, check=True, capture_output=True, text=True
    )
    found = document("sla", lang="it")
    here = [hashlib.sha256(made).hexdigest() for made in (sla.data, as_docx(found), as_markdown(found))]
    assert told.stdout.split() == here


@pytest.mark.parametrize("known", [None, *CASES])
def test_markup_stays_text_and_tags_are_closed_on_the_page(known: str | None) -> None:
    for name in WORKSHEETS:
        page = _Page(as_html(document(name, known)))
        assert page.open == []
        assert {"script", "img", "link", "i", "b", "style"}.isdisjoint(page.tags)
        assert page.scopeless == 0
        assert page.headings[0] == 1
        assert all(
            after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        )


def test_a_page_brings_no_file_with_it() -> None:
    sheet = templates.style_sheet("worksheet.css.j2")
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert not re.search(r"thead\s*{[^}]*display", sheet)


class _Page(HTMLParser):
    """What a browser would find in a page."""

    VOID = frozenset({"meta", "col"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.headings: list[int] = []
        self.scopeless = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "th" and dict(attrs).get("scope") not in {"col", "row"}:
            self.scopeless += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()
