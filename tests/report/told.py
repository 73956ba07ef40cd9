"""What a report tells in each of its formats, chapter by chapter, read back from the finished document."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import docx
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.table import Table as DocxTable
from markdown_it import MarkdownIt
from markdown_it.token import Token

from alignment_maturity.language import Lang
from alignment_maturity.progress import Progress, progress
from alignment_maturity.report.elements import ReportView
from alignment_maturity.report.elements.parts import (
    Chapter,
    Facts,
    Items,
    Legend,
    Paragraph,
    Part,
    Picture,
    Subheading,
    Table,
)
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.result import Assessment
from alignment_maturity.store.builtin import data_folder, examples
from report.benchmarks import BENCHMARKS, among_others
from report.sample import CASES, case, saved
from report.waves import WAVES, comparison

ALL = ReportOptions(include_notes=True, program_version="1.2.3")
"""Everything a report can tell."""

EVERY = (*CASES, *WAVES, *BENCHMARKS, *examples())
"""The names of all hard cases, alone, compared and among others, and of the example companies."""

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")
"""As a wiki reads it."""


@dataclass
class Told:
    """A chapter, as it is read back.

    Attributes:
        texts: all that is written, the label, the message and the tables too.
        rows: the lines of its tables with heads, cell by cell; cells without a text are left out.
        pictures: the words for them.
    """

    label: str = ""
    message: str = ""
    headings: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    legend: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def words(self) -> Counter[str]:
        """All words and figures, those for the pictures too, without the signs that only set them apart."""
        return words([*self.texts, *self.pictures])

    @property
    def figures(self) -> Counter[str]:
        """All words with a digit in them: numbers, percentages, levels, dates."""
        return Counter({word: n for word, n in self.words.items() if re.search(r"\d", word)})


def reported(name: str) -> tuple[Assessment, Progress | None]:
    """Return one of `EVERY`, with how it compares with its earlier wave, if there is one."""
    if name in CASES:
        return case(name), None
    if name in WAVES:
        found = comparison(name)
        return found.after, found
    if name in BENCHMARKS:
        return among_others(name)[0], None
    result, before = _company(name), name.removesuffix("-2027")
    return result, progress([_company(before), result]) if before != name else None


def options_of(name: str) -> ReportOptions:
    """Return what is asked of the report on one of `EVERY`."""
    return replace(ALL, benchmark=among_others(name)[1]) if name in BENCHMARKS else ALL


@cache
def view_of(name: str, lang: Lang) -> ReportView:
    """Return the view of one of `EVERY`, made once."""
    result, compared = reported(name)
    return view(result, lang, options=options_of(name), progress=compared)


def words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts; the point, the colon and the dot between them belong to none."""
    found = (word.rstrip(".:") for text in texts for word in text.split())
    return Counter(word for word in found if word not in ("", "·"))


def plain(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def from_chapters(chapters: Iterable[Chapter]) -> list[Told]:
    """Read the outline."""
    found = []
    for chapter in chapters:
        told = Told(chapter.heading.label, plain(chapter.heading.message))
        told.texts += [told.label, told.message]
        for part in chapter.parts:
            if isinstance(part, Picture):
                told.pictures.append(plain(f"{part.drawing.title} {part.drawing.description}"))
            elif isinstance(part, Legend):
                told.legend += [line for cell in part.cells for line in cell.lines]
            else:
                told.texts += _strings(part)
            if isinstance(part, Subheading):
                told.headings.append(plain(part.text))
        found.append(told)
    return found


def from_html(html: str) -> list[Told]:
    """Read the page.

    Left out are the marks around names written from the right, what a table repeats on every page, the axis
    of bars that show the figures beside them, and the ranks of the board's moves, which are those of any
    numbered list.
    """
    reader = _Sections()
    reader.feed(html.translate(dict.fromkeys(map(ord, "\u2068\u2069"))))
    reader.close()
    return reader.found


def from_markdown(text: str) -> list[Told]:
    """Read the chapters below the contents."""
    found: list[Told] = []
    tokens = MARKDOWN.parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "tr_open" and found:
            found[-1].rows.append([])
        if token.type != "inline" or before is None:
            continue
        kind, inline = before.tag, shown(token)
        if kind == "h2":
            found.append(Told(inline))
        if found:
            told = found[-1]
            told.texts.append(inline)
            if kind in {"h3", "h4"}:
                told.headings.append(inline)
            if kind == "p" and not told.message:
                told.message = inline
            if kind in {"th", "td"} and inline:
                told.rows[-1].append(inline)
    return found[1:]


def from_docx(data: bytes) -> list[Told]:
    """Read the chapters of a Word file, its pictures by their alternative texts."""
    found: list[Told] = []
    document = docx.Document(io.BytesIO(data))
    for text in document.element.body.iter(qn("w:t")):
        text.text = (text.text or "").translate(dict.fromkeys(map(ord, "\u200e\u200f")))
    for part in document.iter_inner_content():
        style = part.style.name if part.style else ""
        if style == "Section Label":
            found.append(Told())
        if not found:
            continue
        told = found[-1]
        if isinstance(part, DocxTable):
            _read_table(part, told)
            continue
        told.pictures += [plain(picture.get("descr", "")) for picture in part._p.iter(qn("wp:docPr"))]
        told.texts.append(part.text)
        if style == "Section Label":
            told.label = plain(part.text)
        elif style == "Heading 1":
            told.message = plain(part.text)
        elif style.startswith("Heading"):
            told.headings.append(plain(part.text))
    return found


def _read_table(table: DocxTable, told: Told) -> None:
    rows = [[_text(cell) for cell in row._tr.tc_lst] for row in table.rows]
    styles = {line.style.name for line in table.cell(0, 0).paragraphs if line.style}
    layout = table.style is not None and table.style.name == "Report Layout"
    if layout and "Figure" not in styles:
        told.legend += [text for row in rows for text in row]
        return
    told.texts += [text for row in rows for text in row]
    if next(table._tbl.iter(qn("w:tblHeader")), None) is not None:
        told.rows += [[plain(text) for text in row if text.strip()] for row in rows]


def _text(cell: CT_Tc) -> str:
    """Return the lines of a cell; one that spans several columns is there once."""
    return "\n".join(paragraph.text for paragraph in cell.p_lst)


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Return the tag around each line of text of a Markdown document, and the line as it is shown."""
    tokens = MARKDOWN.parse(text)
    for before, token in pairwise(tokens):
        if token.type == "inline":
            yield before.tag, shown(token)


def shown(token: Token) -> str:
    """Return what a reader sees of a line."""
    return "".join(child.content for child in token.children or ())


@cache
def _company(name: str) -> Assessment:
    answers = examples()[name]
    (asked,) = re.findall(r"(?m)^questionnaire: (\w+)", answers.read_text("utf-8"))
    return saved(data_folder("questionnaires") / f"{asked}.yaml", answers)


def _strings(part: Part) -> Iterator[str]:
    match part:
        case Paragraph():
            yield part.text
        case Subheading():
            yield from (part.mark, part.text, part.tag, part.detail)
        case Items():
            yield from ("".join(run.text for run in item) for item in part.items)
        case Facts():
            yield from (text for fact in part.facts for text in (fact.label, fact.value))
        case Table():
            yield from (part.caption, part.lead, *part.columns)
            for row in part.rows:
                for cell in row.cells:
                    yield from (cell.mark, *cell.lines, cell.tag, cell.detail)
        case _:
            raise AssertionError(part)


class _Sections(HTMLParser):
    """The sections of a page; elements begin and end words, unless they only stress them."""

    STRESS = frozenset({"strong", "em"})
    VOID = frozenset({"meta", "br", "img", "link", "hr", "col"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Told] = []
        self.open: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.within &= tag in self.STRESS
        if tag == "section":
            self.found.append(Told())
        if tag not in self.VOID:
            self.open.append((tag, given.get("class") or ""))
        if self.found and tag == "tr":
            read = self._inside("div", "wide") and given.get("class") != "title"
            self.rows = self.found[-1].rows if read else []
            self.rows.append([])
        if tag in {"th", "td"}:
            self.rows[-1].append("")
        if tag == "svg" and self.found:
            self.found[-1].pictures.append(plain(given.get("aria-label") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        self.within &= tag in self.STRESS
        if tag == "tr":
            self.rows[-1][:] = [plain(cell) for cell in self.rows[-1] if cell.strip()]

    def handle_data(self, data: str) -> None:
        if not self._read() or not (data.strip() or self.within):
            return
        told, (tag, kind) = self.found[-1], self.open[-1]
        if self._inside("ul", "legend"):
            told.legend.append(data.strip())
            return
        self._add(told, data)
        if kind == "kicker":
            told.label = plain(data)
        elif tag == "h2":
            told.message = plain(data)
        elif tag in {"h3", "h4"} and data.strip():
            told.headings.append(plain(data))

    def _read(self) -> bool:
        """Tell whether what stands here belongs to the texts of a chapter."""
        passed_over = (("svg", ""), ("tr", "title"), ("th", "axis"), ("td", "axis"))
        ranked = self._inside("ol", "moves") and self.open[-1][1] == "rank"
        return self._inside("section") and not ranked and not any(self._inside(*it) for it in passed_over)

    def _add(self, told: Told, data: str) -> None:
        if self.within:
            told.texts[-1] += data
        else:
            told.texts.append(data)
        if self._inside("tr"):
            self.rows[-1][-1] += data if self.within else f" {data}"
        self.within = True

    def _inside(self, tag: str, kind: str = "") -> bool:
        return any(at == tag and (not kind or kind == is_) for at, is_ in self.open)
