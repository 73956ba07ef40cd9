"""The report as a Word file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import docx

from alignment_maturity.errors import InvalidInput
from alignment_maturity.printing.palette import palette_of
from alignment_maturity.printing.pictures import as_png, lettering
from alignment_maturity.printing.word.elements import element
from alignment_maturity.printing.word.file import About, saved, tell
from alignment_maturity.report.docx.context import CONTENTS, PICTURE, REPORT, chapters_by_block, values
from alignment_maturity.report.docx.document import drop_leftovers, number_pictures, replace, set_language
from alignment_maturity.report.docx.house_style import our_template
from alignment_maturity.report.docx.pages import room_at
from alignment_maturity.report.docx.pictures import Pictures, decoded, words_of
from alignment_maturity.report.docx.styles import Styles
from alignment_maturity.report.docx.tables import Tables
from alignment_maturity.report.docx.template import blocks, fill, pictures
from alignment_maturity.report.docx.writer import Page, Writer
from alignment_maturity.report.elements.parts import Picture
from alignment_maturity.report.view import DEFAULTS, ReportOptions, view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand
    from alignment_maturity.printing.pictures import Lettering
    from alignment_maturity.progress import Progress
    from alignment_maturity.report.elements import ReportView
    from alignment_maturity.report.elements.parts import Chapter
    from alignment_maturity.result import Assessment


@dataclass(frozen=True, slots=True)
class Docx:
    """A finished Word file.

    Attributes:
        data: the file.
        foreign: characters in its pictures that a font of this machine drew, so that the bytes depend on it.
        missing: characters in its pictures that no font here has, and that a substitute stands for.
    """

    data: bytes
    foreign: str
    missing: str


def render_docx(
    result: Assessment,
    lang: Lang,
    options: ReportOptions = DEFAULTS,
    progress: Progress | None = None,
) -> Docx:
    """Return the report of a result as a Word file; the same input gives the same bytes.

    Args:
        result: what the report tells of.
        lang: its language.
        options: what the one who asked for it decided.
        progress: how the result compares with earlier waves.

    Raises:
        InvalidInput: where the template asks for what there is not, or has no place for the report.
    """
    told = view(result, lang, options=options, progress=progress)
    chapters = chapters_by_block(told)
    faces = options.brand.font.faces if options.brand and options.brand.font else {}
    with lettering(_words(told, chapters[REPORT]), faces) as letters:
        own = options.word_template
        word = fill(own or our_template(options.brand), values(told, result, lang, options, chapters))
        if own and not any(name in chapters for name, _ in blocks(word)):
            raise InvalidInput.of("word-template-empty", own.source)
        _Report(told, chapters, options.brand, letters).put_into(word)
    drop_leftovers(word)
    set_language(word, lang)
    number_pictures(word)
    tell(word, About(told.title, told.subject, told.author, told.generator, told.lang, told.date))
    return Docx(saved(word), letters.foreign, letters.missing)


class _Report:
    """What goes into a document that was made from a template."""

    def __init__(
        self,
        told: ReportView,
        chapters: Mapping[str, tuple[Chapter, ...]],
        brand: Brand | None,
        letters: Lettering,
    ) -> None:
        self._told = told
        self._chapters = chapters
        self._brand = brand
        self._letters = letters

    def put_into(self, word: Document) -> None:
        """Replace the marks in a document by what they stand for, the contents last."""
        for name, place in pictures(word):
            made = Pictures(word, self._letters, room_at(word, place))
            place.append(element("w:drawing", self._picture(name, made)))
        palette = palette_of(self._brand)
        styles = Styles(word, _with_our_styles)
        writer = Writer(word, styles, palette)
        for name, place in sorted(blocks(word), key=lambda found: found[0] == CONTENTS):
            if name == CONTENTS:
                replace(place, writer.contents(self._told.words["contents"]))
                continue
            room = room_at(word, place)
            page = Page(Tables(styles, palette, room.width), Pictures(word, self._letters, room))
            chapters = enumerate(self._chapters[name])
            told = [writer.chapter(chapter, page, first=not number) for number, chapter in chapters]
            replace(place, chain.from_iterable(told))

    def _picture(self, name: str, pictures: Pictures) -> BaseOxmlElement:
        logo = self._brand.logo if self._brand else None
        if name == PICTURE or logo is None:
            return pictures.drawing(self._told.cover.drawing)
        data = logo.data
        if logo.media == "image/svg+xml":
            data = as_png(decoded(data), logo.width, self._letters, background=None)
        return pictures.picture(data, logo.width, logo.alt.on_one_line(self._told.lang))


def _words(told: ReportView, chapters: tuple[Chapter, ...]) -> str:
    """Return all words in the drawings of a report."""
    parts = (part for chapter in chapters for part in chapter.parts)
    drawings = [part.drawing for part in parts if isinstance(part, Picture)]
    return words_of([told.cover.drawing, *drawings])


def _with_our_styles() -> Document:
    return docx.Document(io.BytesIO(our_template().data))
