"""YAML and JSON files as plain data that knows where everything stands."""

from __future__ import annotations

import codecs
import hashlib
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Literal, NoReturn

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.findings import Finding, Suggestion
from alignment_maturity.store.files import STANDARD_INPUT, read_bytes
from alignment_maturity.store.json_text import read_json
from alignment_maturity.store.places import (
    KEPT,
    Data,
    Fault,
    Faults,
    Limits,
    Place,
    Reading,
    invisible_characters,
    locate,
)
from alignment_maturity.store.yaml_nodes import read_yaml

Syntax = Literal["yaml", "json"]

_READERS: dict[Syntax, Callable[..., Reading]] = {"yaml": read_yaml, "json": read_json}
_LINE_END = re.compile(r"\r\n|\n|\r")
# Those of UTF-32 first: one of them begins like one of UTF-16.
_ENCODING_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_FORMATS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP / Office",
    b"\xd0\xcf\x11\xe0": "Office",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"PAR1": "Parquet",
    b"SQLite format": "SQLite",
}
# The rest of the file can be read: of two equal keys the first counts, and marks count for nothing.
_PASSED_OVER = {"duplicate-key", "anchor", "alias", "merge-key", "tag"}
_DEFAULT_LIMITS = Limits()
_NO_LIMITS = Limits(bytes=2**63, depth=2**31, nodes=2**63)


def read_document(
    source: str | Path, *, limits: Limits = _DEFAULT_LIMITS, pass_over: bool = False
) -> Document:
    """Read a file, or standard input for `-`, as YAML or, by its ending, as JSON.

    Standard input is JSON where its first character is a brace or a bracket. Raises InvalidInput with
    everything that keeps the text from being plain data, each with its place. With `pass_over`, what is
    forbidden but leaves the rest readable is kept in `errors` instead, for `validate` to tell with all else.
    """
    name = str(source)
    return parse_document(name, read_bytes(name, limits.bytes), limits=limits, pass_over=pass_over)


def parse_document(
    source: str, data: bytes, *, limits: Limits = _DEFAULT_LIMITS, pass_over: bool = False
) -> Document:
    """Read the content of a file that is in memory already; as `read_document`."""
    text = _decode(source, data)
    syntax = _syntax(source, text)
    faults = invisible_characters(text)
    reading = Reading(None, faults, None) if faults.errors else _READERS[syntax](text, limits)
    document = Document(source, text, reading.data, hashlib.sha256(data).hexdigest(), syntax)
    faults = reading.faults
    if any(not pass_over or fault.code not in _PASSED_OVER for fault in faults.errors):
        _refuse(document, faults)
    if not faults.errors and not faults.warnings:
        return document
    return replace(
        document,
        errors=tuple(map(document.problem_at, faults.errors)),
        more=faults.more,
        warnings=tuple(map(document.problem_at, faults.warnings)),
    )


def read_text(source: str | Path, limit: int) -> Document:
    """Read a file as text alone, without data in it.

    Raises:
        InvalidInput: where it can't be read, is larger than `limit` bytes, is not UTF-8, or holds control
            characters.
    """
    name = str(source)
    data = read_bytes(name, limit)
    document = Document(name, _decode(name, data), None, hashlib.sha256(data).hexdigest())
    faults = invisible_characters(document.text)
    if faults.errors:
        _refuse(document, faults)
    return document


@dataclass(frozen=True, eq=False)
class Document:
    """What a file holds, before anything is known about its meaning.

    Attributes:
        source: the file as the user named it, `-` for standard input.
        text: its characters, without a byte-order mark.
        data: None, str, Plain (unquoted scalars, and the numbers and booleans of JSON), list, or dict with
            str keys.
        sha256: of the file's bytes, in hexadecimal.
        syntax: how the text was read.
        errors: what was passed over; `validate` refuses the file, once it has found everything else.
        more: how many further errors were not kept.
        warnings: what should be mended though the data can be used.
    """

    source: str
    text: str = field(repr=False)
    data: Data = field(repr=False)
    sha256: str
    syntax: Syntax = "yaml"
    errors: tuple[Problem, ...] = ()
    more: int = 0
    warnings: tuple[Problem, ...] = ()

    @property
    def content(self) -> bytes:
        """The bytes of the file, of which `text` is all but a byte-order mark."""
        data = self.text.encode()
        unmarked = hashlib.sha256(data).hexdigest() == self.sha256
        return data if unmarked else codecs.BOM_UTF8 + data

    @cached_property
    def place(self) -> Place:
        """Where everything stands; found when it is first asked for."""
        return _READERS[self.syntax](self.text, _NO_LIMITS, placed=True).place or Place(0)

    def position(self, path: Sequence[str | int], *, on_key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1 and in characters, of the value at `path` or of its key.

        Elements of the path that the document does not have are skipped; for a missing key it is the
        place of the map that lacks it.
        """
        return self.line_and_column(locate(self.place, path, on_key=on_key))

    def excerpt(self, line: int) -> str:
        """Return a line of the text, counted from 1, without its end."""
        if line not in self._excerpts:
            starts = self._line_starts
            end = starts[line] if line < len(starts) else len(self.text)
            self._excerpts[line] = self.text[starts[line - 1] : end].rstrip("\r\n")
        return self._excerpts[line]

    def problem(self, finding: Finding) -> Problem:
        """Place what a check found."""
        offset = locate(self.place, finding.path, on_key=finding.on_key)
        return self.problem_at(Fault(finding.code, offset, finding.values, warning=finding.warning))

    def problem_at(self, fault: Fault) -> Problem:
        """Place a fault of the text."""
        values = {key: _settled(value) for key, value in fault.values.items()}
        if fault.earlier is not None:
            values["line"] = self.line_and_column(fault.earlier)[0]
        if fault.offset is None:
            return Problem(fault.code, self.source, values=values, warning=fault.warning)
        line, column = self.line_and_column(fault.offset)
        return Problem(fault.code, self.source, line, column, values, self.excerpt(line), fault.warning)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1 and in characters, of a place in the text."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> array[int]:
        return array("I", chain((0,), (match.end() for match in _LINE_END.finditer(self.text))))

    @cached_property
    def _excerpts(self) -> dict[int, str]:
        # One string for all the problems of a line, which may be the whole file.
        return {}


def _settled(value: object) -> object:
    """Replace a suggestion by its result: it would hold on to all the words it might be."""
    if not isinstance(value, Suggestion):
        return value
    word = f"{value:*}"
    return Suggestion(word, (word,) if word else ())


def _decode(source: str, data: bytes) -> str:
    for mark, encoding in _ENCODING_MARKS.items():
        if data.startswith(mark):
            raise InvalidInput.of("other-encoding", source, encoding=encoding)
    for mark, name in _FORMATS.items():
        if data.startswith(mark):
            raise InvalidInput.of("other-format", source, format=name)
    if b"\0" in data:
        raise InvalidInput.of("binary-file", source)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise _undecodable(source, error) from None


def _undecodable(source: str, error: UnicodeDecodeError) -> InvalidInput:
    before = error.object[: error.start].decode()
    document = Document(source, before + error.object[error.start :].decode(errors="replace"), None, "")
    byte = f"0x{error.object[error.start]:02X}"
    return InvalidInput([document.problem_at(Fault("not-utf-8", len(before), {"byte": byte}))])


def _syntax(source: str, text: str) -> Syntax:
    if source == STANDARD_INPUT:
        return "json" if text.lstrip().startswith(("{", "[")) else "yaml"
    return "json" if source.lower().endswith(".json") else "yaml"


def _order(fault: Fault) -> int:
    return -1 if fault.offset is None else fault.offset


def _refuse(document: Document, faults: Faults) -> NoReturn:
    found = sorted([*faults.errors, *faults.warnings[: KEPT - len(faults.errors)]], key=_order)
    raise InvalidInput([document.problem_at(fault) for fault in found], faults.more)
