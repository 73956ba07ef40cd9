"""The XML text of a workbook, looked at before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.parsers import expat

from alignment_maturity.errors import InvalidInput
from alignment_maturity.translation.cells import letters as letters_of

MOST_CELLS = 50_000_000
"""Cells of the range that a sheet uses, empty ones too: every one takes memory when it is read."""

FEW_CELLS = 5_000_000
"""Cells of a range that may be empty nearly all."""

MOST_EMPTY = 20
"""How many times as many cells as hold something a larger range may have."""


class SheetText:
    """What the text of a sheet tells: which range of cells is used, and which formulas failed.

    Rows and columns count from 1. Only cells that hold something are looked at, as readers of sheets do.

    Attributes:
        first_row: the first row that holds something, 0 where none does.
        failed: row, column and the error that the cell shows.
    """

    def __init__(self, name: str) -> None:
        """Begin with the first sheet of the workbook `name`."""
        self.first_row = 0
        self.failed: list[tuple[int, int, str]] = []
        self._name = name
        self._count = 0
        self._row = self._column = 0
        self._rows = self._columns = (0, 0)  # the first and the last of those that are used
        self._kind = "n"  # of the last cell
        self._text = ""  # of the value that is listened to
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start

    def feed(self, text: bytes) -> None:
        """Go on with some more of the text.

        Raises:
            InvalidInput: where the range that is used is too large.
            ValueError, ExpatError: where it is not the text of a sheet.
        """
        self._parser.Parse(text, False)  # noqa: FBT003 - expat takes no names
        if self._size > MOST_CELLS:
            raise self._too_wide()

    def close(self) -> None:
        """End the text; raise as `feed`, and where nearly all of a large range is empty too."""
        self._parser.Parse(b"", True)  # noqa: FBT003 - expat takes no names
        if self._size > max(FEW_CELLS, MOST_EMPTY * self._count):
            raise self._too_wide()

    @property
    def _size(self) -> int:
        (top, bottom), (left, right) = self._rows, self._columns
        return (bottom - top + 1) * (right - left + 1)

    def _too_wide(self) -> InvalidInput:
        corner = f"{letters_of(self._columns[1])}{self._rows[1]}"
        return InvalidInput.of("workbook-too-wide", self._name, cell=corner, filled=self._count)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if ":" in name:
            name = _local(name)
        if name == "c":
            self._kind = attributes.get("t", "n")
            self._place(attributes.get("r"))
        elif name in {"v", "is"}:
            self._fill(self._kind)
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0

    def _place(self, reference: str | None) -> None:
        """Go to a cell; one without a reference follows the one before."""
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        self._row, self._column = int(reference[len(letters) :]), _number(letters)

    def _fill(self, kind: str) -> None:
        """Count the cell as one that holds something; one without text is empty, but is no harm."""
        row, column = self._row, self._column
        if not self._count:
            self._rows, self._columns = (row, row), (column, column)
        top, bottom = self._rows
        left, right = self._columns
        if not top <= row <= bottom:
            self._rows = min(row, top), max(row, bottom)
        if not left <= column <= right:
            self._columns = min(column, left), max(column, right)
        self._count += 1
        if kind in {"inlineStr", "str"}:
            self.first_row = self.first_row or row
        elif kind == "e" or not self.first_row:
            self._text = ""
            self._parser.CharacterDataHandler = self._add
            self._parser.EndElementHandler = self._end

    def _add(self, text: str) -> None:
        self._text += text

    def _end(self, _: str) -> None:
        """End a value that was listened to."""
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None
        if self._text:
            self.first_row = self.first_row or self._row
        if self._kind == "e":
            self.failed.append((self._row, self._column, self._text))


def attributes_of(text: bytes, element: str) -> Iterator[Mapping[str, str]]:
    """Return the attributes of all elements of that name.

    Raises:
        ExpatError: where the text is no XML.
    """
    found: list[Mapping[str, str]] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == element:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(text, True)  # noqa: FBT003 - expat takes no names
    return iter(found)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


@lru_cache(2**10)
def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
