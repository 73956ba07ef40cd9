"""Checking the columns that say who answered, when and for whom: names, groups, days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray
from pydantic_core import PydanticCustomError

from alignment_maturity.batch.reading.cells import DATE, GROUP, QUESTIONNAIRE
from alignment_maturity.batch.reading.complaints import Complaints, Wrong
from alignment_maturity.model.scalars import read_day, read_name, shown, wrong

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.choice import Codebook
    from alignment_maturity.batch.reading.lexicon import Places

# What `read_name` refuses or changes: what cannot be shown, blanks other than single spaces inside, and
# characters that may become others once letters are put together with their accents.
_UNUSUAL = (
    r"[\x00-\x1f\x7f-\x9f\x{feff}\x{fffe}\x{ffff}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
    r"|[\s--\x20]|^\x20|\x20$|\x20\x20|^$"
    r"|\p{M}|[\x{340}-\x{387}\x{1100}-\x{11ff}\x{1f00}-\x{2fff}\x{f900}-\x{fb4f}]|[\x{10000}-\x{10ffff}]"
)
_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\.0+)?)?")


def names(
    values: pl.Series, column: str, records: Places, complaints: Complaints, *, required: bool = False
) -> pl.Series:
    """Return names as `read_name` does, null where there is none; `records` are the numbers of the rows."""
    unusual = values.str.contains(_UNUSUAL).fill_null(value=required).arg_true()
    if not len(unusual):
        return values

    def read(text: str) -> str | None:
        # A line end inside a cell is a blank, whatever system wrote it.
        text = text.replace("\r\n", "\n")
        if text.strip():
            return read_name(text)
        if required:
            raise wrong("empty-cell", column=column)
        return None

    there = records[unusual.to_numpy()]
    read_again = _read_distinct(
        values.gather(unusual).fill_null(""), read, pl.String(), column, there, complaints
    )
    return values.clone().scatter(unusual, read_again)


def groups(values: pl.Series, book: Codebook, records: Places, complaints: Complaints) -> pl.Series:
    """Return the index of each group in `Encoding.groups`, the last where there is none, as UInt8."""
    ungrouped = len(book.groups) - 1
    known = {group: code for code, group in enumerate(book.groups[:-1])} | {"": ungrouped}
    codes = values.cast(pl.Enum(book.groups[:-1]), strict=False).to_physical().cast(pl.UInt8)
    odd = (codes.is_null() & values.is_not_null()).arg_true()

    def read(text: str) -> int:
        code = known.get(text.strip())
        if code is None:
            raise wrong("unknown-group", found=shown(text.strip()), known=book.known_groups)
        return code

    if len(odd):
        there = records[odd.to_numpy()]
        codes = codes.scatter(
            odd, _read_distinct(values.gather(odd), read, pl.UInt8(), GROUP, there, complaints)
        )
    return codes.fill_null(ungrouped)


def days(values: pl.Series, records: Places, complaints: Complaints) -> pl.Series:
    """Return days written as year-month-day, alone or with the hour of midnight; null where there is none."""
    given = values.is_not_null().arg_true()
    if not len(given):
        return none(len(values), pl.Date())
    found = _read_distinct(values.gather(given), _day, pl.Date(), DATE, records[given.to_numpy()], complaints)
    return found if len(given) == len(values) else none(len(values), pl.Date()).scatter(given, found)


def codebooks_of(
    values: pl.Series, read: Callable[[str], int], records: Places, complaints: Complaints
) -> NDArray[np.int64]:
    """Return what `read` makes of the questionnaire that each row names; -1 of those that it refuses."""
    found = _read_distinct(
        values.fill_null(""), lambda text: read(text.strip()), pl.Int64(), QUESTIONNAIRE, records, complaints
    )
    numbers: NDArray[np.int64] = found.fill_null(-1).to_numpy()
    return numbers


def none(rows: int, kind: pl.DataType) -> pl.Series:
    """Return a column in which there is nothing."""
    return pl.repeat(None, rows, dtype=kind, eager=True)


def _read_distinct(
    values: pl.Series,
    read: Callable[[str], object],
    kind: pl.DataType,
    column: str,
    records: Places,
    complaints: Complaints,
) -> pl.Series:
    """Read texts, each distinct one once; complain of those that cannot be, which come out as null."""
    distinct = values.unique(maintain_order=True)
    places = values.replace_strict(distinct, pl.int_range(len(distinct), eager=True)).to_numpy()
    results: list[object] = []
    faults: list[Wrong] = []
    kinds = np.full(len(distinct), -1, dtype=np.intp)
    for place, text in enumerate(distinct.to_list()):
        try:
            results.append(read(text))
        except PydanticCustomError as error:
            results.append(None)
            kinds[place] = len(faults)
            faults.append(Wrong(error.type, error.context or {}))
    if faults:
        which = kinds[places]
        complaints.add(records[which >= 0], column, faults, which[which >= 0])
    return pl.Series(results, dtype=kind).gather(places)


def _day(text: str) -> dt.date | None:
    text = text.strip()
    midnight = _MIDNIGHT.fullmatch(text)
    return read_day(midnight[1] if midnight else text) if text else None
