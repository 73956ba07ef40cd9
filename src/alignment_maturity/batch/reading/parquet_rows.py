"""Reading a slice of a Parquet file, or of the columns that a workbook was made into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.reading.cells import ABOUT, MOST_TOLD, ORGANISATION, BadCell, Cells
from alignment_maturity.batch.reading.columns import as_texts, ids_of, plain
from alignment_maturity.batch.reading.text_files import is_utf8
from alignment_maturity.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.reading.vocabulary import Vocabulary


def read_parquet(part: Slice, questions: Container[str], vocabulary: Vocabulary) -> Cells:
    """Read the rows of a slice.

    Args:
        questions: ids of all questions that a column may hold.

    Raises:
        InvalidInput: where the file cannot be read any more.
    """
    wanted = {
        name: name if part.kind == "parquet" else str(place)
        for place, name in enumerate(part.header)
        if name in ABOUT or name in questions
    }
    with reading(part.name):
        return _cells(part, wanted, vocabulary)


def _cells(part: Slice, wanted: Mapping[str, str], vocabulary: Vocabulary) -> Cells:
    """Read the columns that are wanted: by their names, those in the file."""
    rows = part.stop - part.start
    with scanning(part.path) as scan:
        frame = scan.slice(part.start, rows).select(wanted.values()).collect()
    if frame.height != rows:
        raise InvalidInput.of("table-changed", part.name)
    bad: list[BadCell] = []
    frame = frame.select(plain(frame[column], name, bad).alias(name) for name, column in wanted.items())
    if unread := [
        cell.row for cell in bad if cell.column == ORGANISATION
    ]:  # complained of already: not blank
        frame = frame.with_columns(frame[ORGANISATION].scatter(unread, "\N{REPLACEMENT CHARACTER}"))
    asked = [name for name in wanted if name not in ABOUT]
    ids = ids_of(frame.select(asked), vocabulary)
    alien: dict[tuple[str, int], str] = {}
    for name in asked:
        strange = np.flatnonzero(ids[name] == vocabulary.alien)[: max(0, MOST_TOLD - len(alien))]
        if len(strange):
            texts = as_texts(frame[name].gather(strange)).to_list()
            alien |= {(name, row): text for row, text in zip(strange.tolist(), texts, strict=True)}
    return Cells(
        count=rows,
        records=np.arange(rows),
        about={name: as_texts(frame[name]) for name in wanted if name in ABOUT},
        ids=ids,
        alien=alien,
        bad=tuple(bad),
        faults=(),
        others=tuple(name for name in part.header if name and name not in wanted),
    )


@contextmanager
def scanning(path: str) -> Iterator[pl.LazyFrame]:
    """Scan a Parquet file; one whose name is not UTF-8, which polars does not take, as an open file."""
    if is_utf8(os.fsencode(path)):
        yield pl.scan_parquet(path, glob=False)
        return
    with Path(path).open("rb") as file:
        yield pl.scan_parquet(file)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what is wrong with a Parquet file into InvalidInput."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error).strip().partition("\n")[0]
        raise InvalidInput.of("unreadable-table", name, form="Parquet", reason=reason[:200]) from None
