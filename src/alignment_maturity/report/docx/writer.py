"""Chapters as the elements of a Word document."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple, assert_never

from docx.oxml.ns import qn

from alignment_maturity.printing.word.elements import element, keep_with_next, paragraph, run, set_layout
from alignment_maturity.printing.word.lists import new_list
from alignment_maturity.report.docx.groups import begins_card, groups, is_above_card
from alignment_maturity.report.docx.pictures import Pictures
from alignment_maturity.report.docx.runs import runs
from alignment_maturity.report.docx.styles import BULLETS, NUMBERS
from alignment_maturity.report.docx.tables import Tables
from alignment_maturity.report.elements.parts import (
    Facts,
    Items,
    Legend,
    Paragraph,
    Picture,
    Subheading,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.printing.palette import Palette
    from alignment_maturity.report.docx.styles import Styles
    from alignment_maturity.report.elements.common import Fact
    from alignment_maturity.report.elements.parts import Chapter, Part, Role, Run

_STYLES: dict[Role, str] = {
    "lead": "Lead",
    "body": "",
    "strong": "Key Sentence",
    "small": "Small Print",
    "label": "Label",
    "warning": "Warning",
    "quote": "Quote",
}
"""The styles of paragraphs; plain text has none of its own."""

_MARK = 454
"""Width of a rank before a heading, in twips."""

_SHORT = 48
"""Characters of a fact that stays on one line."""

_NO_BREAK = "\N{NO-BREAK SPACE}"

_APART = 240
"""Below what stands above a card, in twips; above the card, LibreOffice would not move it as a whole."""

_BRIEF = 480
"""Above a chapter that does not begin a page, in twips."""


class Page(NamedTuple):
    """What makes tables and pictures that fit a page."""

    tables: Tables
    pictures: Pictures


class _Entry(NamedTuple):
    """A line of the contents: a heading and the bookmark it stands at."""

    text: str
    bookmark: str


class Writer:
    """Writes chapters, and remembers where they stand."""

    def __init__(self, word: Document, styles: Styles, palette: Palette) -> None:
        self._word = word
        self._styles = styles
        self._line = palette.line.removeprefix("#").upper()
        self._bullets = str(new_list(word, styles.list_like(BULLETS)))
        self._bookmarks = count(_next_bookmark(word))
        self._entries: list[_Entry] = []

    def chapter(self, chapter: Chapter, page: Page, *, first: bool) -> list[BaseOxmlElement]:
        """Return a chapter; on a new page where it is not the `first` of its place, nor a brief one."""
        heading = chapter.heading
        breaks = not first and not chapter.brief
        above = [] if breaks else [element("w:pageBreakBefore", val="0")]
        above += [element("w:spacing", before=str(_BRIEF))] if chapter.brief and not first else []
        made = [self._paragraph("Section Label", runs(heading.label), *above)] if heading.label else []
        turn = [element("w:pageBreakBefore")] if breaks and not heading.label else []
        made.append(self._paragraph("heading 1", self._bookmarked(heading.message), *turn))
        for group in [chapter.parts] if chapter.brief else groups(chapter.parts):
            written = self._group(group, made[-1], page, heading.message)
            for it in written[:-1] if len(group) > 1 else ():
                if it.tag == qn("w:p") or chapter.brief:
                    keep_with_next(it)
            made += written
        if len(made) > 1 and made[-2].tag == qn("w:tbl"):
            made.pop()  # a gap, which would stand alone on a page where the table ends one
        return made

    def contents(self, title: str) -> list[BaseOxmlElement]:
        """Return the contents of what was written so far: a field of Word's that is filled already.

        It has no page numbers before Word renews it, so that nobody is asked whether to.
        """
        if not self._entries:
            return []
        lines = [
            self._paragraph(
                "toc 1", [element("w:hyperlink", *runs(entry.text), anchor=entry.bookmark, history="1")]
            )
            for entry in self._entries
        ]
        code = element("w:r", element("w:instrText"))
        code[0].text = r'TOC \o "1-1" \h \z \u'
        for place, part in enumerate((_field("begin"), code, _field("separate")), 1):
            lines[0].insert(place, part)
        lines[-1].append(_field("end"))
        gallery = element("w:docPartGallery", val="Table of Contents")
        return [
            element(
                "w:sdt",
                element("w:sdtPr", element("w:docPartObj", gallery, element("w:docPartUnique"))),
                element("w:sdtContent", self._paragraph("TOC Heading", runs(title)), *lines),
            )
        ]

    def _group(
        self, parts: Sequence[Part], above: BaseOxmlElement, page: Page, section: str
    ) -> list[BaseOxmlElement]:
        """Return some parts; a line and a distance set cards among them apart from what is above."""
        made: list[BaseOxmlElement] = []
        for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
            written = list(self._part(part, page, section))
            if begins_card(part, before) or is_above_card(part, after):
                set_layout(made[-1] if made else above, element("w:spacing", after=str(_APART)))
                line = element("w:top", val="single", sz="4", space="6", color=self._line)
                set_layout(written[0], element("w:pBdr", line))
            made += written
        return made

    def _part(self, part: Part, page: Page, section: str) -> Iterator[BaseOxmlElement]:
        match part:
            case Paragraph():
                yield self._paragraph(_STYLES[part.role], chain.from_iterable(map(_styled, part.runs)))
            case Subheading():
                yield self._subheading(part)
            case Items():
                yield from self._items(part)
            case Facts():
                yield from self._facts(part, page, section)
            case Table():
                yield from self._table(part, page, section)
            case Legend():
                yield page.tables.legend(part.cells, section)
                yield self._gap()
            case Picture():
                picture = page.pictures.drawing(part.drawing)
                yield self._paragraph("Picture", [element("w:r", element("w:drawing", picture))])
            case _:
                assert_never(part)

    def _subheading(self, heading: Subheading) -> BaseOxmlElement:
        content = runs(heading.text)
        if heading.tag:
            content += [run("  "), *runs(f" {heading.tag} ", self._look("Tag"))]
        if heading.detail:
            content += [run("  "), *runs(heading.detail, self._look("Detail"))]
        style = f"heading {heading.level - 1}"
        if not heading.mark:
            return self._paragraph(style, content)
        mark = run(f"{heading.mark}\t", self._look("Mark"))
        return self._paragraph(
            style,
            [mark, *content],
            element("w:tabs", element("w:tab", val="left", pos=str(_MARK))),
            element("w:spacing", before="0"),
            element("w:ind", left=str(_MARK), hanging=str(_MARK)),
        )

    def _items(self, items: Items) -> Iterator[BaseOxmlElement]:
        style = NUMBERS if items.numbered else BULLETS
        number = (
            str(new_list(self._word, self._styles.list_like(NUMBERS))) if items.numbered else self._bullets
        )
        for item in items.items:
            listed = element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val=number))
            yield self._paragraph(style, chain.from_iterable(map(_styled, item)), listed)

    def _facts(self, facts: Facts, page: Page, section: str) -> Iterator[BaseOxmlElement]:
        if not facts.facts:
            return
        if facts.figures:
            yield page.tables.figures(facts.facts, section)
            yield self._gap()
            return
        content: list[BaseOxmlElement] = []
        for fact in facts.facts:
            content += [run("   ")] if content else []
            label, value = _unbroken(fact)
            content += [*runs(label, self._look("Detail")), *runs(value)]
        yield self._paragraph("Facts Line", content)

    def _table(self, table: Table, page: Page, section: str) -> Iterator[BaseOxmlElement]:
        if table.caption:
            yield self._paragraph("caption", runs(table.caption))
        if table.lead:
            yield self._paragraph("Small Print", runs(table.lead), element("w:keepNext"))
        yield page.tables.table(table, table.caption or section)
        yield self._gap()

    def _gap(self) -> BaseOxmlElement:
        """Return what keeps a table at a distance from what follows, and from a table above all."""
        return self._paragraph(
            "", [], element("w:spacing", before="0", after="0", line="160", lineRule="exact")
        )

    def _bookmarked(self, text: str) -> list[BaseOxmlElement]:
        """Return the words of a heading between the marks that the contents lead to."""
        number = next(self._bookmarks)
        entry = _Entry(text, f"_Toc{number:09}")
        self._entries.append(entry)
        start = element("w:bookmarkStart", id=str(number), name=entry.bookmark)
        return [start, *runs(text), element("w:bookmarkEnd", id=str(number))]

    def _paragraph(
        self, style: str, content: Iterable[BaseOxmlElement], *layout: BaseOxmlElement
    ) -> BaseOxmlElement:
        """Return a paragraph in a style of this name; an empty name is plain text."""
        return paragraph(self._styles[style] if style else "", content, *layout)

    def _look(self, style: str) -> BaseOxmlElement:
        return element("w:rStyle", val=self._styles[style])


def _unbroken(fact: Fact) -> tuple[str, str]:
    """Return a label and its value, on one line where they are short."""
    told = f"{fact.label} ", fact.value
    return (
        (told[0].replace(" ", _NO_BREAK), told[1].replace(" ", _NO_BREAK))
        if len("".join(told)) < _SHORT
        else told
    )


def _styled(words: Run) -> list[BaseOxmlElement]:
    bold = [element("w:b"), element("w:bCs")] if words.bold else []
    italic = [element("w:i"), element("w:iCs")] if words.italic else []
    return runs(words.text, *bold, *italic)


def _field(kind: str) -> BaseOxmlElement:
    """Return a mark of a field: `begin`, `separate` or `end`."""
    return element("w:r", element("w:fldChar", fldCharType=kind))


def _next_bookmark(word: Document) -> int:
    numbers = (found.get(qn("w:id"), "") for found in word.element.iter(qn("w:bookmarkStart")))
    return 1 + max((int(number) for number in numbers if number.isdecimal()), default=0)
