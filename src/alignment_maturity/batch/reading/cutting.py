"""Cutting a table into slices at the borders of its records, without parsing it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.batch.reading.arrival import bring, ending_of, unpacked_name
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.errors import InvalidInput

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.slices import Kind

TARGET = 16 * 2**20
"""Bytes of a slice of text."""

ROWS = 128 * 2**10
"""Rows of a slice of any other table."""

_KINDS: dict[str, Kind] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
}


def cut(path: str, scratch: Path, *, target: int = TARGET, rows: int = ROWS) -> Iterator[Slice]:
    """Cut the table at `path`, a file or an address, into slices of about `target` bytes or `rows` rows.

    Packed and remote tables are first copied into the folder `scratch`, and so are workbooks. Encoding,
    line ends and delimiter are recognised on the way. At least one slice comes, or the table is refused.

    Raises:
        InvalidInput: where the file is no table, or its header cannot be used.
        WorkFailed: where a library for the address is missing, or the copy has no room.
    """
    try:
        local = bring(path, scratch)
        parts = _cut(local, path, scratch, target, rows)
        first = next(parts, None)
        if first is None:
            raise InvalidInput.of("empty-table", path)
        yield from chain([first], parts)
    except FileNotFoundError:
        raise InvalidInput.of("missing-file", path) from None
    except PermissionError:
        raise InvalidInput.of("no-permission", path) from None
    except OSError as error:
        raise InvalidInput.of(
            "unreadable-file", path, reason=error.strerror or type(error).__name__
        ) from None


def middle(part: Slice) -> int | None:
    """Find the border between records that is nearest to the middle; None where there is none."""
    from alignment_maturity.batch.reading.csv_cuts import csv_middle
    from alignment_maturity.batch.reading.json_cuts import json_middle

    if part.oversized:
        return None
    if part.kind in {"csv", "jsonl"}:
        try:
            return csv_middle(part) if part.kind == "csv" else json_middle(part)
        except InvalidInput:  # whoever reads it will tell
            return None
    return (part.start + part.stop) // 2 if part.stop - part.start > 1 else None


def _cut(local: str, name: str, scratch: Path, target: int, rows: int) -> Iterator[Slice]:
    kind = kind_of(name)
    if kind == "csv":
        from alignment_maturity.batch.reading.csv_cuts import cut_csv

        return cut_csv(local, name, target)
    if kind == "jsonl":
        from alignment_maturity.batch.reading.json_cuts import cut_json_lines

        return cut_json_lines(local, name, target)
    if kind == "parquet":
        from alignment_maturity.batch.reading.parquet_cuts import cut_parquet

        return cut_parquet(local, name, rows)
    from alignment_maturity.batch.reading.workbooks import cut_workbook

    return cut_workbook(local, name, scratch, rows)


def kind_of(name: str) -> Kind:
    """Tell the kind of a table by the ending of its name."""
    return _KINDS[ending_of(unpacked_name(name))]
