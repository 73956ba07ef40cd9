"""Writing the translation sheet: the texts, how to edit them, and the file they come from."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from alignment_maturity.errors import WorkFailed
from alignment_maturity.formats.spreadsheet import LINE_HEIGHT, row_height
from alignment_maturity.language import Lang
from alignment_maturity.language.translation import READ_ME, word
from alignment_maturity.translation.places import place_of
from alignment_maturity.translation.rows import Row, in_pieces, rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from alignment_maturity.model.questionnaire import Questionnaire
    from alignment_maturity.store.documents import Document
    from alignment_maturity.store.questionnaires import Loaded

MOST_CELLS = 500_000
"""Cells of a workbook at most; one with more could not be read back, and a sheet has 2 ** 20 rows."""

FIRST_LINE = 4
"""Row of the source sheet where the text begins; above it stand a note, the hash and the name of the file."""

ENDINGS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r", "+": "", ".": ""}
"""How a line of the source ends: after `+` it goes on in the next row, at `.` the file ends."""

_BESIDE = 2
"""Columns beside the languages: key and place."""

_INK, _LINE, _GREY, _SHADE = "#1F3A5F", "#C9D3DF", "#5A6675", "#F4F6F9"
_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - any day, so that the same file gives the same workbook
_A3 = 8


def as_sheet(loaded: Loaded, lang: Lang) -> bytes:
    """Write the translation sheet of a questionnaire; the same file gives the same bytes.

    Raises:
        WorkFailed: where it is too large for a workbook.
    """
    from xlsxwriter import Workbook

    questionnaire, document = loaded.questionnaire, loaded.document
    texts = list(rows(document.data, questionnaire.languages))
    lines = list(_lines(document.text))
    if len(texts) * (2 + len(questionnaire.languages)) + 2 * len(lines) > MOST_CELLS:
        raise WorkFailed("too-many-cells", path=document.source, limit=MOST_CELLS)
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        title = word("workbook-title", lang, title=questionnaire.title.in_(lang))
        workbook.set_properties({"title": title, "created": _CREATED})
        _write_texts(workbook, questionnaire, texts, lang)
        _write_read_me(workbook, questionnaire, file_name(document), lang)
        _write_source(workbook, document, lines, lang)
    return file.getvalue()


def file_name(document: Document) -> str:
    """Return the name of a questionnaire's file without its folder."""
    name = PurePath(document.source.replace("\\", "/")).name
    return f"questionnaire.{document.syntax}" if name == "-" else name


def _write_texts(workbook: Workbook, questionnaire: Questionnaire, texts: list[Row], lang: Lang) -> None:
    # The format Text keeps what somebody types from becoming a number, a date or a formula.
    common = {"num_format": "@", "valign": "top", "text_wrap": True, "border": 1, "border_color": _LINE}
    text = workbook.add_format(common)
    beside = workbook.add_format({**common, "font_color": _GREY, "bg_color": _SHADE, "font_size": 9})
    head = workbook.add_format({**common, "bold": True, "font_color": "white", "bg_color": _INK})
    sheet = workbook.add_worksheet(word("sheet-texts", lang))
    headings = (word("heading-key", lang), word("heading-where", lang), *questionnaire.languages)
    widths = (28, 30, *(62 for _ in questionnaire.languages))
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for number, row in enumerate(texts, start=1):
        where = place_of(questionnaire, row.text.path, lang)
        if row.parts > 1:
            where += f" ({row.part}/{row.parts})"
        cells = (row.key, where, *row.cells.values())
        sheet.set_row(number, row_height(zip(cells, widths, strict=True)))
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell, beside if column < _BESIDE else text)
    sheet.freeze_panes(1, _BESIDE)
    sheet.autofilter(0, 0, len(texts), len(headings) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)


def _write_read_me(workbook: Workbook, questionnaire: Questionnaire, file: str, lang: Lang) -> None:
    text = workbook.add_format({"valign": "top", "text_wrap": True})
    width = 90
    sheet = workbook.add_worksheet(word("sheet-read-me", lang))
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, width)
    values = {
        "title": questionnaire.title.in_(lang),
        "version": questionnaire.version,
        "languages": ", ".join(questionnaire.languages),
        "file": file,
    }
    for number, phrase in enumerate(READ_ME):
        told = phrase.fill(lang, **values)
        sheet.set_row(number, row_height([(told, width)]) + LINE_HEIGHT / 2)
        sheet.write_string(number, 0, told, text)


def _write_source(workbook: Workbook, document: Document, lines: list[tuple[str, str]], lang: Lang) -> None:
    text = workbook.add_format({"num_format": "@"})
    sheet = workbook.add_worksheet(word("sheet-source", lang))
    sheet.set_column(0, 0, 120)
    sheet.hide()
    above = (word("source-note", lang), ""), (document.sha256, "sha256"), (file_name(document), "file")
    for number, (line, ending) in enumerate([*above, *lines]):
        sheet.write_string(number, 0, line, text)
        sheet.write_string(number, 1, ending, text)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Cut a file into lines that cells can hold, with the name of their ending."""
    names = {ending: name for name, ending in ENDINGS.items() if ending}
    pieces = re.split(r"(\r\n|\n|\r)", text)
    for line, ending in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        *first, last = in_pieces(line)
        yield from ((piece, "+") for piece in first)
        yield last, names.get(ending, ".")
