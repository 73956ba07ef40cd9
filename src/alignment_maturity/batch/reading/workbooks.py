"""Making the first sheet of a workbook into columns of text, which can be cut."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from alignment_maturity.batch.reading.headers import check_header, tidy
from alignment_maturity.batch.reading.parquet_cuts import row_slices
from alignment_maturity.batch.reading.sheet_text import SheetText, attributes_of
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.reading.text_files import is_utf8
from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.files import failing

MOST_UNPACKED = 2**30
"""Bytes that the parts of a workbook may have unpacked."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PIECE = 2**20


def cut_workbook(path: str, name: str, scratch: Path, rows: int) -> Iterator[Slice]:
    """Copy the first sheet of an XLSX file into `scratch`, and cut the copy into slices of `rows` rows.

    Raises:
        InvalidInput: where it is none, is protected, too large, too wide or broken, or has no column
            `organisation`.
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
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise InvalidInput.of("unreadable-table", name, form="XLSX", reason=reason[:200]) from None


def _look_through(path: str, name: str) -> SheetText:
    """Go through the text of the first sheet, having seen that the workbook is not too large."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        too_large = InvalidInput.of("too-large-unpacked", name, limit=f"{MOST_UNPACKED / 2**30:g}")
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise too_large
        sheet = archive.getinfo(_first_sheet(archive))
        seen = SheetText(name)
        size = 0
        for part in parts:
            # What the directory says may be a lie: whoever unpacks the part next does not look there.
            part.file_size = MOST_UNPACKED + 1
            with archive.open(part) as file:
                while piece := file.read(_PIECE):
                    size += len(piece)
                    if size > MOST_UNPACKED:
                        raise too_large
                    if part is sheet:
                        seen.feed(piece)
        seen.close()
    return seen


def _first_sheet(archive: zipfile.ZipFile) -> str:
    attributes = next(attributes_of(archive.read("xl/workbook.xml"), "sheet"))
    sheet = next(value for key, value in attributes.items() if key.endswith(":id"))
    relations = attributes_of(archive.read("xl/_rels/workbook.xml.rels"), "Relationship")
    target = next(one["Target"] for one in relations if one["Id"] == sheet)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _load(path: str, seen: SheetText) -> pl.DataFrame:
    """Return the rows of the first sheet as text, what formulas failed with too."""
    import fastexcel

    # A name that is not UTF-8 is not taken.
    source = os.path.realpath(path)
    book = fastexcel.read_excel(source if is_utf8(os.fsencode(source)) else Path(path).read_bytes())
    sheet = book.load_sheet(0, header_row=None, dtypes="string")
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
