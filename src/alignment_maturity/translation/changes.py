"""What the cells of the translation sheet say against what the questionnaire's file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.language.translation import in_every_language
from alignment_maturity.model.findings import Path, Suggestion
from alignment_maturity.model.questionnaire import MOST_LANGUAGES
from alignment_maturity.model.scalars import UNPRINTABLE, is_language, shown
from alignment_maturity.model.texts import Content, Text
from alignment_maturity.store.places import KEPT
from alignment_maturity.store.questionnaires import Loaded
from alignment_maturity.translation.cells import EMPTY, Cell, Sheet, letters
from alignment_maturity.translation.rows import in_language, rows


class Changes:
    """The texts that were edited, and the languages that were added.

    Attributes:
        added: the languages that only the sheet has.
    """

    def __init__(self, source: str, name: str, cells: Sheet, loaded: Loaded) -> None:
        """Find the columns of a sheet called `name`; `source` is the workbook as the user named it."""
        self._source = source
        self._name = name
        self._cells = cells
        self._data = loaded.document.data
        self._languages = loaded.questionnaire.languages
        self._problems: list[Problem] = []
        self._key_column, self._columns = self._find_columns()
        self.added = tuple(language for language in self._columns if language not in self._languages)

    def contents(self) -> dict[Path, Content]:
        """Return the texts that differ from those of the file.

        Raises:
            InvalidInput: with everything that is wrong in the sheet.
        """
        expected = list(rows(self._data, self._languages))
        numbers = self._find_rows([row.key for row in expected]) if self._key_column else {}
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

    def _find_columns(self) -> tuple[int, dict[str, int]]:
        """Return the column of the keys, 0 where there is none, and that of each language."""
        keys, places = (in_every_language(f"heading-{one}") for one in ("key", "where"))
        headings = {column: cell.text.strip() for (row, column), cell in self._cells.items() if row == 1}
        key_column = next((column for column, heading in headings.items() if heading in keys), 0)
        columns: dict[str, int] = {}
        for column in sorted({column for _, column in self._cells}):
            heading = headings.get(column, "")
            if heading in keys + places:
                continue
            if not heading:
                self._tell("column-without-heading", 1, column)
            elif not is_language(heading):
                self._tell("column-without-language", 1, column, found=shown(heading))
            elif heading in columns:
                self._tell("language-column-twice", 1, column, found=heading)
            elif len(columns) == MOST_LANGUAGES:
                self._tell("too-many-languages", 1, column, limit=MOST_LANGUAGES)
            else:
                columns[heading] = column
        if not key_column:
            self._tell("key-column-missing", heading=" / ".join(keys))
        for language in self._languages:
            if language not in columns:
                self._tell("language-column-missing", language=language)
        return key_column, columns

    def _find_rows(self, expected: Sequence[str]) -> dict[str, int]:
        """Return the row of each key."""
        known = dict.fromkeys(expected)
        found: dict[str, int] = {}
        for row in sorted({row for row, _ in self._cells} - {1}):
            key = self._cell(row, self._key_column).text.strip()
            if not key:
                if any((row, column) in self._cells for column in self._columns.values()):
                    self._tell("text-without-key", row, self._key_column)
            elif key not in known:
                suggestion = Suggestion(key, known)
                self._tell("text-key-unknown", row, self._key_column, found=shown(key), suggestion=suggestion)
            elif key in found:
                self._tell("text-key-twice", row, self._key_column, found=shown(key), row=found[key])
            else:
                found[key] = row
        for key in known:
            if key not in found:
                self._tell("text-key-missing", key=shown(key))
        return found

    def _joined(self, text: Text, language: str, numbers: Sequence[int]) -> str:
        """Return what stands in the cells of a text in one language."""
        column = self._columns[language]
        cells = [self._cell(row, column) for row in numbers]
        for row, cell in zip(numbers, cells, strict=True):
            self._check(row, column, cell)
        joined = "".join(cell.text for cell in cells)
        if not joined.strip():
            if language in self._languages:
                self._tell("cell-empty", numbers[0], column, text=shown(in_language(text, language)))
            else:
                self._tell("cell-untranslated", numbers[0], column, language=language)
        return joined

    def _check(self, row: int, column: int, cell: Cell) -> None:
        if cell.kind != "text":
            self._tell(f"cell-{cell.kind}", row, column, found=shown(cell.text))
        elif (sign := UNPRINTABLE.search(cell.text)) is not None:
            self._tell("cell-character", row, column, found=f"U+{ord(sign[0]):04X}")

    def _cell(self, row: int, column: int) -> Cell:
        return self._cells.get((row, column), EMPTY)

    def _tell(self, code: str, line: int = 0, column: int = 0, /, **values: object) -> None:
        """Keep a problem, of a cell or of the sheet as a whole."""
        where = {"cell": f"{self._name}!{letters(column)}{line}"} if line else {"sheet": self._name}
        self._problems.append(Problem(code, self._source, line, column, {**where, **values}))


def _content(text: Text, by_language: Mapping[str, str]) -> Content:
    """Return what a text becomes: a map where it was one, or where its languages differ."""
    if isinstance(text.content, dict):
        order = [*text.content, *(language for language in by_language if language not in text.content)]
        return {language: by_language[language] for language in order if language in by_language}
    different = dict.fromkeys(by_language.values())
    return dict(by_language) if len(different) > 1 else next(iter(different), str(text.content))
