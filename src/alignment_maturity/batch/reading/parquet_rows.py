"""Reading a slice of a Parquet file, or of the columns that a workbook was made into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.reading.cells import ABOUT, MOST_TOLD, BadCell, Cells
from alignment_maturity.batch.reading.vocabulary import as_text
from alignment_maturity.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Container

    from alignment_maturity.batch.reading.slices import Slice
    from alignment_maturity.batch.reading.vocabulary import Ids, Vocabulary


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
    rows = part.stop - part.start
    with reading(part.name):
        scan = pl.scan_parquet(part.path, glob=False).slice(part.start, rows)
        frame = scan.select(wanted.values()).collect()
    if frame.height != rows:
        raise InvalidInput.of("table-changed", part.name)
    about: dict[str, pl.Series] = {}
    ids: dict[str, Ids] = {}
    alien: dict[tuple[str, int], str] = {}
    bad: list[BadCell] = []
    for name, column in wanted.items():
        values = _plain(frame[column], name, bad)
        if name in ABOUT:
            about[name] = values if values.dtype == pl.String else as_text(values)
            continue
        found = vocabulary.find_texts if values.dtype == pl.String else vocabulary.find_numbers
        ids[name] = found(values)
        strange = np.flatnonzero(ids[name] == vocabulary.alien)[: max(0, MOST_TOLD - len(alien))]
        if len(strange):
            texts = values.gather(strange)
            texts = texts if texts.dtype == pl.String else as_text(texts)
            alien |= {(name, row): text for row, text in zip(strange.tolist(), texts.to_list(), strict=True)}
    others = tuple(name for name in part.header if name and name not in wanted)
    return Cells(rows, np.arange(rows), about, ids, alien, tuple(bad), (), others)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what is wrong with a Parquet file into InvalidInput."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error).strip().partition("\n")[0]
        raise InvalidInput.of("unreadable-table", name, form="Parquet", reason=reason[:200]) from None


def _plain(values: pl.Series, column: str, bad: list[BadCell]) -> pl.Series:
    """Return a column of any type as texts or numbers; cells that are neither go to `bad`."""
    kind = values.dtype
    if kind == pl.String or kind.is_integer() or kind.is_float():
        return values
    if kind.is_decimal():
        return values.cast(pl.Float64)
    if kind == pl.Datetime:
        return values.dt.replace_time_zone(None).cast(pl.String)
    if kind == pl.Binary:
        with suppress(pl.exceptions.PolarsError):  # nearly always all of it is text
            return values.cast(pl.String)
        texts = pl.Series([_text(cell) for cell in values.to_list()], dtype=pl.String)
        _complain(texts.is_null() & values.is_not_null(), column, "not-text", {}, bad)
        return texts.fill_null("")
    if kind.is_nested() or kind == pl.Object:
        found = "{...}" if kind == pl.Struct else "[...]"
        _complain(values.is_not_null(), column, "expected-text", {"found": found}, bad)
        return pl.repeat(None, len(values), dtype=pl.String(), eager=True)
    return values.cast(pl.String)


def _complain(
    where: pl.Series, column: str, code: str, values: dict[str, object], bad: list[BadCell]
) -> None:
    bad += [BadCell(row, column, code, values) for row in where.arg_true().to_list()]


def _text(cell: bytes | None) -> str | None:
    try:
        return None if cell is None else cell.decode()
    except UnicodeDecodeError:
        return None
