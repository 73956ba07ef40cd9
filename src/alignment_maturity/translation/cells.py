"""The cells of an .xlsx workbook, whoever saved it, read under limits.

Only texts matter here, and every character of them does. So they are read straight from the XML: neither
macros, links, formulas nor styles are looked at, document types (and with them entities) are refused, and
nothing is unpacked beyond the limit.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple
from xml.parsers import expat

from alignment_maturity.errors import InvalidInput

LARGEST = 48 * 2**20
"""Bytes of a workbook at most: of the largest questionnaire, with every text in it twice."""

_UNPACKED = 128 * 2**20
_MOST_ELEMENTS = 5_000_000
_CHUNK = 2**16
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"

Kind = Literal["text", "number", "boolean", "error", "formula"]


class Cell(NamedTuple):
    """What a cell holds.

    Attributes:
        text: of other kinds than texts, their spelling in the file.
        kind: dates are numbers here.
    """

    text: str
    kind: Kind = "text"


EMPTY = Cell("")

Sheet = Mapping[tuple[int, int], Cell]
"""The cells that are not empty, by row and column, both from 1."""


def read_sheets(source: str, data: bytes, wanted: Collection[str]) -> dict[str, Sheet]:
    """Read the sheets of a workbook that have one of the wanted names.

    Raises:
        InvalidInput: where `data` is no workbook, or more than can be read.
    """
    if data.startswith(_COMPOUND_FILE):
        raise InvalidInput.of("workbook-locked", source)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_Package(source, archive).sheets(wanted))
    except zipfile.BadZipFile as error:
        raise InvalidInput.of(
            "workbook-damaged" if data.startswith(b"PK") else "no-workbook", source
        ) from error
    except _SIGNS_OF_DAMAGE as error:
        raise InvalidInput.of("workbook-damaged", source) from error


def letters(column: int) -> str:
    """Return the letters of a column, 1 being A."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class _Damage(Exception):
    """A part of the workbook is not what it should be."""


_SIGNS_OF_DAMAGE = (
    _Damage, expat.ExpatError, zlib.error, struct.error,
    RuntimeError, EOFError, OSError, ValueError, LookupError, OverflowError,
)  # fmt: skip
"""What reading raises where a workbook is not what it should be."""


class _Element(NamedTuple):
    """The beginning of an element, or its end with the characters directly in it."""

    name: str
    ended: bool
    attributes: Mapping[str, str] = {}
    text: str = ""


class _Package:
    """The parts of a workbook."""

    def __init__(self, source: str, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        self._left = _UNPACKED
        self._elements_left = _MOST_ELEMENTS

    def sheets(self, wanted: Collection[str]) -> Iterator[tuple[str, Sheet]]:
        if "xl/workbook.xml" not in self._archive.namelist():
            raise InvalidInput.of("no-workbook", self._source)
        listed = [
            (element.attributes.get("name", ""), _by_end(element.attributes, " id"))
            for element in self._elements("xl/workbook.xml")
            if element.name == "sheet" and not element.ended
        ]
        targets: dict[str, str] = {}
        strings: list[str] = []
        for element in self._elements("xl/_rels/workbook.xml.rels"):
            if element.name == "Relationship" and not element.ended:
                target = posixpath.join("/xl", element.attributes.get("Target", "")).lstrip("/")
                targets[element.attributes.get("Id", "")] = target
                if element.attributes.get("Type", "").endswith("/sharedStrings"):
                    strings = self._shared_strings(target)
        for name, identifier in listed:
            if name in wanted:
                yield name, self._sheet(targets.get(identifier, ""), strings)

    def _shared_strings(self, part: str) -> list[str]:
        strings: list[str] = []
        for element in self._elements(part):
            if element.name == "si":
                if element.ended:
                    strings[-1] = _decoded(strings[-1])
                else:
                    strings.append("")
            elif element.name == "t" and element.ended:
                strings[-1] += element.text
        return strings

    def _sheet(self, part: str, strings: list[str]) -> Sheet:
        cells: dict[tuple[int, int], Cell] = {}
        row = column = 0
        kind, value, formula = "", "", False
        for element in self._elements(part):
            if element.name == "row" and not element.ended:
                row, column = int(element.attributes.get("r", row + 1)), 0
            elif element.name == "c" and not element.ended:
                row, column = _position(element.attributes.get("r"), row, column + 1)
                kind, value, formula = element.attributes.get("t", "n"), "", False
            elif element.name in ("v", "t") and element.ended:
                value += element.text
            elif element.name == "f":
                formula = True
            elif element.name == "c" and (cell := _cell(kind, value, strings, formula=formula)).text:
                cells[row, column] = cell
        return cells

    def _elements(self, part: str) -> Iterator[_Element]:
        """Go through the elements of a part, without those that tell how words are spoken."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        found: list[_Element] = []
        texts: list[list[str]] = []
        silent = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal silent
            local = name.rpartition(" ")[2]
            silent += local == "rPh"
            texts.append([])
            if not silent:
                found.append(_Element(local, ended=False, attributes=attributes))

        def end(name: str) -> None:
            nonlocal silent
            local, text = name.rpartition(" ")[2], "".join(texts.pop())
            if not silent:
                found.append(_Element(local, ended=True, text=text))
            silent -= local == "rPh"

        def characters(text: str) -> None:
            texts[-1].append(text)

        def refuse(*_: object) -> None:
            raise _Damage

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = refuse
        content = self._content(part)
        for offset in range(0, len(content) + 1, _CHUNK):
            parser.Parse(content[offset : offset + _CHUNK], offset + _CHUNK > len(content))
            self._elements_left -= len(found)
            if self._elements_left < 0:
                raise InvalidInput.of("workbook-too-large", self._source)
            yield from found
            found.clear()

    def _content(self, part: str) -> bytes:
        information = self._archive.getinfo(part)
        if information.compress_type not in _METHODS:
            raise _Damage
        with self._archive.open(information) as file:
            content = file.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise InvalidInput.of("workbook-too-large", self._source)
        return content


def _position(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Return row and column of a cell; one that does not say stands beside the one before."""
    if reference is None:
        return row, column
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise _Damage
    number = 0
    for letter in match[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return int(match[2]), number


def _cell(kind: str, value: str, strings: list[str], *, formula: bool) -> Cell:
    if formula:
        return Cell(value or "=", "formula")
    if kind == "s":
        return Cell(strings[int(value)]) if value else EMPTY
    if kind in ("inlineStr", "str"):
        return Cell(_decoded(value))
    return Cell(value, "boolean" if kind == "b" else "error" if kind == "e" else "number")


def _decoded(text: str) -> str:
    """Read what the format writes as `_x000D_`, and every line break as one character."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _by_end(attributes: Mapping[str, str], ending: str) -> str:
    return next((value for name, value in attributes.items() if name.endswith(ending)), "")
