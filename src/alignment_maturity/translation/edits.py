"""Reading the translation sheet: what was edited in it, put into the file it came from."""

from __future__ import annotations

import codecs
import copy
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from alignment_maturity.errors import InvalidInput, Problem, WorkFailed
from alignment_maturity.language.translation import in_every_language
from alignment_maturity.model.findings import Path, Suggestion
from alignment_maturity.model.questionnaire import MOST_LANGUAGES, Questionnaire
from alignment_maturity.model.scalars import UNPRINTABLE, is_language, shown
from alignment_maturity.model.texts import Content, Text
from alignment_maturity.store.documents import Document, Syntax, parse_document
from alignment_maturity.store.files import read_bytes
from alignment_maturity.store.places import KEPT
from alignment_maturity.store.questionnaires import Loaded, checked
from alignment_maturity.store.rewriting import rewrite
from alignment_maturity.translation.cells import LARGEST, Cell, Sheet, letters, read_sheets
from alignment_maturity.translation.rows import in_language, rows
from alignment_maturity.translation.sheet import ENDINGS, FIRST_LINE

_EMPTY = Cell("")


@dataclass(frozen=True)
class Edited:
    """A questionnaire's file with what was edited in its translation sheet.

    Attributes:
        data: the bytes of the file.
        syntax: whether it is YAML or JSON.
        texts: how many texts differ.
        languages: those added.
    """

    data: bytes
    syntax: Syntax
    texts: int
    languages: tuple[str, ...]


def edited(source: str) -> Edited:
    """Read a translation sheet, `-` being standard input, and put its texts into the file it came from.

    What was not edited keeps its bytes.

    Raises:
        InvalidInput: with everything that is wrong; line and column of a problem are those of the cell.
    """
    wanted = (*in_every_language("sheet-texts"), *in_every_language("sheet-source"))
    sheets = read_sheets(source, read_bytes(source, LARGEST), wanted)
    texts, kept = _named(source, sheets, "texts"), _named(source, sheets, "source")
    loaded, mark = _source(source, kept)
    changes = _Changes(source, texts, loaded)
    contents = changes.contents()
    if not contents and not changes.added:
        return Edited(mark + loaded.document.text.encode(), loaded.document.syntax, 0, ())
    text = rewrite(loaded.document, contents, changes.added)
    data = mark + text.encode()
    _hold_against(loaded.document, contents, changes.added, data)
    return Edited(data, loaded.document.syntax, len(contents), changes.added)


class _Named(NamedTuple):
    """A sheet and what it is called in this workbook."""

    name: str
    cells: Sheet


def _named(source: str, sheets: Mapping[str, Sheet], key: str) -> _Named:
    names = in_every_language(f"sheet-{key}")
    for name in names:
        if name in sheets:
            return _Named(name, sheets[name])
    raise InvalidInput([Problem("sheet-missing", source, values={"sheet": " / ".join(names)})])


def _source(source: str, sheet: _Named) -> tuple[Loaded, bytes]:
    """Put the file together again; return it with its byte-order mark, which only its hash remembers."""
    cells = sheet.cells
    pieces: list[str] = []
    row = FIRST_LINE
    while (ending := cells.get((row, 2), _EMPTY).text) in ENDINGS:
        pieces += cells.get((row, 1), _EMPTY).text, ENDINGS[ending]
        row += 1
    text = "".join(pieces)
    sha256 = cells.get((2, 1), _EMPTY).text.strip()
    name = cells.get((3, 1), _EMPTY).text or "questionnaire.yaml"
    for mark in (b"", codecs.BOM_UTF8):
        data = mark + text.encode(errors="surrogatepass")
        if hashlib.sha256(data).hexdigest() == sha256:
            return checked(parse_document(f"{source}!{name}", data, pass_over=True)), mark
    raise InvalidInput([Problem("source-damaged", source, values={"sheet": sheet.name})])


class _Changes:
    """What the cells say against what the file says.

    Attributes:
        added: the languages that only the sheet has.
    """

    def __init__(self, source: str, sheet: _Named, loaded: Loaded) -> None:
        self._source = source
        self._name, self._cells = sheet
        self._document = loaded.document
        self._languages = loaded.questionnaire.languages
        self._problems: list[Problem] = []
        self._columns = self._find_columns()
        self.added = tuple(language for language in self._columns if language not in self._languages)

    def contents(self) -> dict[Path, Content]:
        """Return the texts that differ from those of the file.

        Raises:
            InvalidInput: with everything that is wrong in the sheet.
        """
        expected = list(rows(self._document.data, self._languages))
        numbers = self._find_rows([row.key for row in expected])
        contents: dict[Path, Content] = {}
        for path, parts in groupby(expected, key=lambda row: row.text.path):
            text_rows = list(parts)
            text = text_rows[0].text
            found = [numbers[row.key] for row in text_rows if row.key in numbers]
            if len(found) == len(text_rows):
                texts = {language: self._joined(text, language, found) for language in self._columns}
                content = _content(text, texts)
                if content != text.content:
                    contents[path] = content
        if self._problems:
            problems = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
            raise InvalidInput(problems[:KEPT], max(0, len(problems) - KEPT))
        return contents

    def _find_columns(self) -> dict[str, int]:
        """Return the column of each language, and that of the keys under the empty name."""
        keys, places = (in_every_language(f"heading-{one}") for one in ("key", "where"))
        headings = {column: cell.text.strip() for (row, column), cell in self._cells.items() if row == 1}
        self._key_column = next((column for column, heading in headings.items() if heading in keys), 0)
        columns: dict[str, int] = {}
        for column in sorted({column for _, column in self._cells}):
            heading = headings.get(column, "")
            if heading in keys + places:
                continue
            where = self._at(1, column)
            if not heading:
                self._add(Problem("column-without-heading", self._source, 1, column, where))
            elif not is_language(heading):
                values = {**where, "found": shown(heading)}
                self._add(Problem("column-without-language", self._source, 1, column, values))
            elif heading in columns:
                values = {**where, "found": heading}
                self._add(Problem("language-column-twice", self._source, 1, column, values))
            elif len(columns) == MOST_LANGUAGES:
                values = {**where, "limit": MOST_LANGUAGES}
                self._add(Problem("too-many-languages", self._source, 1, column, values))
            else:
                columns[heading] = column
        if not self._key_column:
            values = {"sheet": self._name, "heading": " / ".join(keys)}
            self._add(Problem("key-column-missing", self._source, values=values))
        for language in self._languages:
            if language not in columns:
                values = {"sheet": self._name, "language": language}
                self._add(Problem("language-column-missing", self._source, values=values))
        return columns

    def _find_rows(self, expected: Sequence[str]) -> dict[str, int]:
        """Return the row of each key."""
        if not self._key_column:
            return {}
        known = dict.fromkeys(expected)
        found: dict[str, int] = {}
        for row in sorted({row for row, _ in self._cells} - {1}):
            key = self._cells.get((row, self._key_column), _EMPTY).text.strip()
            where = self._at(row, self._key_column)
            place = self._source, row, self._key_column
            if not key:
                if any((row, column) in self._cells for column in self._columns.values()):
                    self._add(Problem("text-without-key", *place, where))
            elif key not in known:
                values = {**where, "found": shown(key), "suggestion": Suggestion(key, known)}
                self._add(Problem("text-key-unknown", *place, values))
            elif key in found:
                self._add(
                    Problem("text-key-twice", *place, {**where, "found": shown(key), "row": found[key]})
                )
            else:
                found[key] = row
        for key in known:
            if key not in found:
                values = {"sheet": self._name, "key": shown(key)}
                self._add(Problem("text-key-missing", self._source, values=values))
        return found

    def _joined(self, text: Text, language: str, numbers: Sequence[int]) -> str:
        """Return what stands in the cells of a text in one language."""
        column = self._columns[language]
        cells = [self._cells.get((row, column), _EMPTY) for row in numbers]
        for row, cell in zip(numbers, cells, strict=True):
            self._check(row, column, cell)
        joined = "".join(cell.text for cell in cells)
        if not joined.strip():
            place, where = (self._source, numbers[0], column), self._at(numbers[0], column)
            if language in self._languages:
                before = shown(in_language(text, language))
                self._add(Problem("cell-empty", *place, {**where, "text": before}))
            else:
                self._add(Problem("cell-untranslated", *place, {**where, "language": language}))
        return joined

    def _check(self, row: int, column: int, cell: Cell) -> None:
        values = {**self._at(row, column), "found": shown(cell.text)}
        if cell.kind == "number":
            self._add(Problem("cell-number", self._source, row, column, values))
        elif cell.kind == "boolean":
            self._add(Problem("cell-boolean", self._source, row, column, values))
        elif cell.kind == "error":
            self._add(Problem("cell-error", self._source, row, column, values))
        elif cell.kind == "formula":
            self._add(Problem("cell-formula", self._source, row, column, values))
        elif (sign := UNPRINTABLE.search(cell.text)) is not None:
            values["found"] = f"U+{ord(sign[0]):04X}"
            self._add(Problem("cell-character", self._source, row, column, values))

    def _at(self, row: int, column: int) -> dict[str, object]:
        return {"cell": f"{self._name}!{letters(column)}{row}"}

    def _add(self, problem: Problem) -> None:
        self._problems.append(problem)


def _content(text: Text, by_language: Mapping[str, str]) -> Content:
    """Return what a text becomes: a map where it was one, or where its languages differ."""
    if isinstance(text.content, dict):
        order = [*text.content, *(language for language in by_language if language not in text.content)]
        return {language: by_language[language] for language in order if language in by_language}
    different = dict.fromkeys(by_language.values())
    return dict(by_language) if len(different) > 1 else next(iter(different), str(text.content))


def _hold_against(
    document: Document, contents: Mapping[Path, Content], languages: Sequence[str], data: bytes
) -> None:
    """Read the new file and compare it with what it should say, before anybody relies on it.

    Raises:
        InvalidInput: where a reader would refuse it.
        WorkFailed: where it says something else.
    """
    wanted: Any = copy.deepcopy(document.data)
    for path, content in contents.items():
        parent = wanted
        for element in path[:-1]:
            parent = parent[element]
        parent[path[-1]] = content
    wanted["languages"].extend(languages)
    read = checked(parse_document(document.source, data, pass_over=True)).questionnaire
    if read.as_document() != Questionnaire.model_validate(wanted).as_document():
        raise WorkFailed("internal", reason="the edited texts cannot be read back")
