"""Columns of a data frame, of any type, as texts or as the numbers of a vocabulary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.reading.cells import BadCell
from alignment_maturity.batch.reading.vocabulary import BLANK, mapped

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.vocabulary import Ids, Vocabulary

_ZERO = ord("0")
_EPOCH = dt.date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = (dt.date.min - _EPOCH).days, (dt.date.max - _EPOCH).days
_PER_DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


def plain(values: pl.Series, column: str, bad: list[BadCell]) -> pl.Series:
    """Return a column as texts or numbers; cells that are neither go to `bad`."""
    kind = values.dtype
    if kind == pl.String or kind.is_integer() or kind.is_float():
        return values
    if kind.is_decimal():  # as a float, long numbers would lose their last digits
        return values.cast(pl.String).str.replace(r"\.0*$|(\.[0-9]*[1-9])0+$", "${1}")
    if kind == pl.Binary:
        return _from_bytes(values, column, bad)
    if isinstance(kind, pl.Date | pl.Datetime):
        return _from_days(values, kind, column, bad)
    with suppress(pl.exceptions.PolarsError):
        if not kind.is_nested():
            return values.cast(pl.String)
    found = "{...}" if kind == pl.Struct else "[...]" if kind.is_nested() else str(kind.base_type())
    _complain(values.is_not_null(), column, "expected-text", {"found": found}, bad)
    return pl.repeat(None, len(values), dtype=pl.String(), eager=True)


def as_texts(values: pl.Series) -> pl.Series:
    """Write numbers as text, whole ones without decimals, NaN being null; texts stay what they are."""
    if not values.dtype.is_float():
        return values.cast(pl.String)
    numbers = values.fill_nan(None)
    whole = numbers.cast(pl.Int64, strict=False)
    same = (whole == numbers).fill_null(value=False)
    return whole.cast(pl.String).zip_with(same, numbers.cast(pl.String))


def ids_of(frame: pl.DataFrame, vocabulary: Vocabulary) -> dict[str, Ids]:
    """Return the numbers of the cells of `plain` columns, null and NaN being blank."""
    # Nearly all answers are one character, which is looked up as such.
    characters = frame.select(_only_byte(name, kind) for name, kind in frame.schema.items())
    bytes_ = characters.to_numpy(order="fortran").T.ravel()
    ids = mapped(bytes_, vocabulary.single)
    texts = [as_texts(frame[name].filter(characters[name] == 0)) for name in frame.columns]
    ids[np.flatnonzero(bytes_ == 0)] = _find(texts, vocabulary)
    return dict(zip(frame.columns, ids.reshape(frame.width, frame.height), strict=True))


def _only_byte(name: str, kind: pl.DataType) -> pl.Expr:
    """Return the byte of texts that have one only, and of digits; 0 for everything else."""
    column = pl.col(name)
    if kind == pl.String:
        return column.cast(pl.Binary).bin.reinterpret(dtype=pl.UInt8).fill_null(0)
    whole = column.cast(pl.Int64, strict=False)
    digit = whole.is_between(0, 9) & (whole == column)
    return pl.when(digit).then(whole + _ZERO).otherwise(0).cast(pl.UInt8)


def _find(texts: Sequence[pl.Series], vocabulary: Vocabulary) -> Ids:
    values = pl.concat([*texts, pl.Series(dtype=pl.String)])
    codes = values.cast(pl.Enum(vocabulary.texts), strict=False).to_physical().cast(pl.UInt32)
    known = codes.is_not_null().to_numpy()
    ids: Ids = codes.fill_null(BLANK).to_numpy().copy()
    alien = np.flatnonzero(~known & values.is_not_null().to_numpy())
    if len(alien):
        some = values.gather(alien)
        distinct = some.unique()
        found = pl.Series([vocabulary.find(text) for text in distinct.to_list()], dtype=pl.UInt32)
        ids[alien] = some.replace_strict(distinct, found, return_dtype=pl.UInt32).to_numpy()
    return ids


def _from_bytes(values: pl.Series, column: str, bad: list[BadCell]) -> pl.Series:
    with suppress(pl.exceptions.PolarsError):  # nearly always all of it is text
        return values.cast(pl.String)
    texts = pl.Series([_decoded(cell) for cell in values.to_list()], dtype=pl.String)
    _complain(texts.is_null() & values.is_not_null(), column, "not-text", {}, bad)
    return texts.fill_null("")


def _from_days(values: pl.Series, kind: pl.Date | pl.Datetime, column: str, bad: list[BadCell]) -> pl.Series:
    """Write days and times; those of no year from 1 to 9999 cannot be written, and some would be fatal."""
    per_day = _PER_DAY[kind.time_unit] if isinstance(kind, pl.Datetime) else 1
    # A time zone may move a time by a day.
    sound = (values.cast(pl.Int64) // per_day).is_between(_FIRST_DAY + 1, _LAST_DAY - 1)
    _complain(sound.not_(), column, "expected-text", {"found": str(kind.base_type())}, bad)
    nothing = pl.repeat(None, len(values), dtype=kind, eager=True)
    sane = values.zip_with(sound.fill_null(value=False), nothing)
    return (sane.dt.replace_time_zone(None) if isinstance(kind, pl.Datetime) else sane).cast(pl.String)


def _complain(
    where: pl.Series, column: str, code: str, values: dict[str, object], bad: list[BadCell]
) -> None:
    bad += [BadCell(row, column, code, values) for row in where.arg_true().to_list()]


def _decoded(cell: bytes | None) -> str | None:
    try:
        return None if cell is None else cell.decode()
    except UnicodeDecodeError:
        return None
