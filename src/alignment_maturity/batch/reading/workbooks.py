"""Making the first sheet of a workbook into columns of text, which can be cut."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import polars as pl

from alignment_maturity.batch.reading.headers import check_header, tidy
from alignment_maturity.batch.reading.parquet_cuts import row_slices
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.files import failing

MOST_UNPACKED = 2 * 2**30
"""Bytes that the parts of a workbook may have unpacked; reading takes about half as much again of memory."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PIECE = 2**20
_SHEET = re.compile(rb'<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"')
_TARGET = re.compile(rb'<(?:\w+:)?Relationship\b(?=[^>]*?\bId="([^"]+)")[^>]*?\bTarget="([^"]+)"')
# A cell with something in it, and one whose formula failed.
_FILLED = re.compile(rb'<c\b[^>]*?\br="[A-Z]+([0-9]+)"[^>]*(?<!/)>\s*<(?:v|is|f)\b')
_FAILED = re.compile(
    rb'<c\b(?=[^>]*?\br="([A-Z]+)([0-9]+)")(?=[^>]*?\bt="e")[^>]*>(?:<f\b[^<]*(?:</f>)?)?<v>([^<]*)</v>'
)


def cut_workbook(path: str, name: str, scratch: Path, rows: int) -> Iterator[Slice]:
    """Copy the first sheet of an XLSX file into `scratch`, and cut the copy into slices of `rows` rows.

    Raises:
        InvalidInput: where it is none, is protected, too large or broken, or has no column `organisation`.
        WorkFailed: where the copy has no room.
        OSError: where it cannot be read.
    """
    _refuse_others(path, name)
    with _reading(name):
        seen = _look_through(path, name)
        frame = _load(path, seen)
    if not frame.height:
        raise InvalidInput.of("empty-document", name)
    header = tuple(tidy(text or "") for text in frame.row(0))
    check_header(name, header)
    target = scratch / "rows.parquet"
    with failing(target):
        scratch.mkdir(parents=True, exist_ok=True)
        frame[1:].write_parquet(target, compression="lz4", row_group_size=rows)
    whole = Slice(str(target), name, "xlsx", 0, frame.height - 1, header, first_row=seen.first_row + 1)
    yield from row_slices(whole, rows)


class _Seen(NamedTuple):
    """What the text of a sheet tells: the number of its first row with something in it, and failed formulas.

    Attributes:
        failed: row and column, both from 1, and the error that the cell shows.
    """

    first_row: int
    failed: list[tuple[int, int, str]]


def _refuse_others(path: str, name: str) -> None:
    with Path(path).open("rb") as file:
        magic = file.read(len(_ZIP))
    if not magic:
        raise InvalidInput.of("empty-document", name)
    if magic == _OLE:
        raise InvalidInput.of("workbook-protected", name)
    if magic != _ZIP:
        raise InvalidInput.of("not-a-workbook", name)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn what is wrong with a workbook into InvalidInput."""
    try:
        yield
    except (InvalidInput, KeyboardInterrupt, SystemExit, OSError):
        raise
    except BaseException as error:  # noqa: BLE001 - a Rust library that gives up raises no Exception
        reason = str(error).strip().partition("\n")[0]
        raise InvalidInput.of("unreadable-table", name, form="XLSX", reason=reason[:200]) from None


def _look_through(path: str, name: str) -> _Seen:
    """Go through the text of the first sheet, having seen that the workbook is not too large."""
    with zipfile.ZipFile(path) as archive:
        size = sum(part.file_size for part in archive.infolist())
        if size > MOST_UNPACKED:
            raise InvalidInput.of("too-large-unpacked", name, limit=f"{MOST_UNPACKED / 2**30:g}")
        return _look_at(_pieces(archive, _first_sheet(archive)))


def _first_sheet(archive: zipfile.ZipFile) -> str:
    sheet = _SHEET.search(archive.read("xl/workbook.xml"))
    targets = dict(_TARGET.findall(archive.read("xl/_rels/workbook.xml.rels")))
    target = targets[sheet[1]].decode() if sheet else ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Read a part of a workbook in pieces that end with a cell."""
    with archive.open(part) as file:
        rest = b""
        while piece := file.read(_PIECE):
            text = rest + piece
            end = text.rfind(b"</c>") + len(b"</c>") if b"</c>" in text else 0
            yield text[:end]
            rest = text[end:]
        yield rest


def _look_at(pieces: Iterator[bytes]) -> _Seen:
    first = 0
    failed = []
    for piece in pieces:
        if not first and (filled := _FILLED.search(piece)):
            first = int(filled[1])
        if b't="e"' in piece:
            for column, row, error in _FAILED.findall(piece):
                failed.append((int(row), _column_number(column), error.decode(errors="replace")))
    return _Seen(first or 1, failed)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _load(path: str, seen: _Seen) -> pl.DataFrame:
    """Return the rows of the first sheet as text, what formulas failed with too."""
    import fastexcel

    sheet = fastexcel.read_excel(os.path.realpath(path)).load_sheet(0, header_row=None, dtypes="string")
    frame = sheet.to_polars()
    if not frame.width:
        return frame
    first_column = sheet.available_columns()[0].absolute_index + 1
    frame.columns = [str(place) for place in range(frame.width)]
    by_column: dict[int, dict[int, str]] = {}
    for row, column, error in seen.failed:
        by_column.setdefault(column - first_column, {})[row - seen.first_row] = error
    return frame.with_columns(
        frame[str(column)].scatter(list(errors), list(errors.values()))
        for column, errors in by_column.items()
    )
