"""Cutting a Parquet file between rows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl

from alignment_maturity.batch.reading.headers import check_header
from alignment_maturity.batch.reading.parquet_rows import reading, scanning
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.errors import InvalidInput

_MAGIC = b"PAR1"


def cut_parquet(path: str, name: str, rows: int) -> Iterator[Slice]:
    """Cut a Parquet file into slices of `rows` rows.

    Raises:
        InvalidInput: where it is none, or has no column `organisation`.
        OSError: where it cannot be read.
    """
    with Path(path).open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            raise InvalidInput.of("empty-document", name)
        if file.read(len(_MAGIC)) != _MAGIC:
            raise InvalidInput.of("not-parquet", name)
    with reading(name), scanning(path) as scan:
        header = tuple(scan.collect_schema())
        count = scan.select(pl.len()).collect().item()
    check_header(name, header)
    yield from row_slices(Slice(path, name, "parquet", 0, count, header, first_row=1), rows)


def row_slices(whole: Slice, rows: int) -> Iterator[Slice]:
    """Cut a table that is counted in rows."""
    for start in range(whole.start, whole.stop, rows):
        yield replace(whole, start=start, stop=min(whole.stop, start + rows))
