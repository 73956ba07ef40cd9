"""The results of `batch`, read back: Parquet, CSV, or JSON Lines with a whole result document a line."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import orjson
import polars as pl

from alignment_maturity.batch.results_columns import coverage, dimension_index
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.scalars import shown

if TYPE_CHECKING:
    from alignment_maturity.model.questionnaire import Questionnaire

MOST_LEVELS = 9
"""Of any scale."""

_PARQUET, _BOM = b"PAR1", b"\xef\xbb\xbf"
_HEAD = 4096
_LONGEST_LINE = 16 * 2**20
_LINES = 20_000
"""How many result documents are turned into columns at a time."""

_FORMULA = r"^'([=+\-@\t\r])"
"""What CSV puts before a text that a spreadsheet would calculate."""


@dataclass(frozen=True)
class ResultsTable:
    """A table of results, read as far as it is asked for.

    Attributes:
        source: the file as it was named.
        first: the number of its first row of data, as people count.
        is_text: whether all its columns are texts.
    """

    source: str
    frame: pl.LazyFrame
    first: int
    is_text: bool = False

    @classmethod
    def open(cls, source: str, questionnaire: Questionnaire) -> ResultsTable:
        """Open a table by what it holds, whatever its name; of JSON Lines, what a questionnaire asks is read.

        Raises:
            InvalidInput: where there is no file, or none that can be a table of results.
        """
        head = _head(source)
        if not head:
            raise InvalidInput.of("benchmark-empty", source)
        if head.startswith(_PARQUET):
            return cls(source, pl.scan_parquet(source, glob=False), first=1)
        if b"\0" in head:
            raise InvalidInput.of("benchmark-other-file", source)
        if head.removeprefix(_BOM).lstrip().startswith(b"{"):
            return cls(source, _documents(source, questionnaire).lazy(), first=1)
        frame = pl.scan_csv(source, infer_schema=False, glob=False, encoding="utf8-lossy")
        return cls(source, frame, first=2, is_text=True)

    @cached_property
    def columns(self) -> pl.Schema:
        """The columns there are, and what they hold."""
        return self.frame.collect_schema()

    def collect(self, frame: pl.LazyFrame) -> pl.DataFrame:
        """Read what is asked for, a part of the file at a time."""
        return frame.collect(engine="streaming")

    def text(self, column: str) -> pl.Expr:
        """Return a column as text, null where it is blank; raises InvalidInput where it is something else."""
        text = self._written(column)
        return text.str.replace(_FORMULA, "$1") if self.is_text else text

    def numbers(self, column: str) -> pl.Expr:
        """Return a column as numbers, NaN where a text is none; raises InvalidInput as `text` does."""
        if self.is_text:
            text = self._written(column)
            number = text.cast(pl.Float64, strict=False).fill_null(np.nan)
            return pl.when(text.is_not_null()).then(number)
        kind = self.columns[column]
        if not (kind.is_numeric() or kind == pl.Null):
            raise self._wrong(column)
        return pl.col(column).cast(pl.Float64)

    def days(self, column: str) -> pl.Expr:
        """Return a column as days, null where a text is none; raises InvalidInput as `text` does."""
        if self._holds_days(column):
            return pl.col(column).cast(pl.Date)
        return self._written(column).str.to_date("%Y-%m-%d", strict=False)

    def is_there(self, column: str) -> pl.Expr:
        """Tell where a column of days is not blank; raises InvalidInput as `text` does."""
        return (pl.col(column) if self._holds_days(column) else self._written(column)).is_not_null()

    def flags(self, column: str) -> pl.Expr:
        """Return a column as true or false, null where a text is neither; raises InvalidInput too."""
        if self.columns[column] == pl.Boolean:
            return pl.col(column)
        if not self.is_text:
            raise self._wrong(column)
        text = self._written(column).str.to_lowercase()
        return pl.when(text.is_in(["true", "false"])).then(text == "true")

    def bad(self, row: int, column: str, kind: str, *, number: int = 1, **values: object) -> Problem:
        """Tell of a value that makes no sense.

        Args:
            row: its row, from 0.
            column: its column.
            kind: what it should be.
            number: how many such values the column has at least.
            values: what it should lie between.
        """
        found = self.frame.select(column).slice(row, 1).collect().item()
        told = {"row": self.first + row, "column": column, "found": shown(found), "number": number}
        return Problem(f"benchmark-bad-{kind}", self.source, values=told | values)

    def _written(self, column: str) -> pl.Expr:
        """Return a column as it is written, without outer blanks."""
        kind = self.columns[column]
        if not (kind.is_integer() or kind in {pl.String, pl.Categorical, pl.Enum, pl.Null}):
            raise self._wrong(column)
        text = pl.col(column).cast(pl.String).str.strip_chars()
        return pl.when(text != "").then(text)

    def _holds_days(self, column: str) -> bool:
        return self.columns[column] in {pl.Date, pl.Datetime}

    def _wrong(self, column: str) -> InvalidInput:
        found = shown(self.columns[column])
        return InvalidInput.of("benchmark-column-type", self.source, column=column, found=found)


@contextmanager
def reading(source: str) -> Iterator[None]:
    """Turn what keeps a table from being read into InvalidInput."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        reason = shown(str(error).strip().partition("\n")[0])
        raise InvalidInput.of("benchmark-unreadable", source, reason=reason) from None


def _head(source: str) -> bytes:
    """Return how a file begins; raises InvalidInput where it cannot be read."""
    try:
        status = os.stat(source)  # noqa: PTH116 - a Path would normalise the name the user gave
        if stat.S_ISDIR(status.st_mode):
            raise InvalidInput.of("folder", source)
        if not stat.S_ISREG(status.st_mode):
            raise InvalidInput.of("special-file", source)
        with Path(source).open("rb") as file:
            return file.read(_HEAD)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: NUL or a surrogate in the name
        raise InvalidInput.of("missing-file", source) from None
    except PermissionError:
        raise InvalidInput.of("no-permission", source) from None
    except OSError as error:
        raise InvalidInput.of("unreadable-file", source, reason=error.strerror or str(error)) from None


def _documents(source: str, questionnaire: Questionnaire) -> pl.DataFrame:
    """Return the results of a file of JSON Lines as the table would have them, one row a line."""
    texts = ("organisation", "wave", "date", "questionnaire", "questionnaire_version")
    schema = {
        **dict.fromkeys(texts, pl.String),
        **dict.fromkeys(("level", "index"), pl.Float64),
        "provisional": pl.Boolean,
        **{coverage(level): pl.Float64 for level in range(2, MOST_LEVELS + 1)},
        **{dimension_index(each.id): pl.Float64 for each in questionnaire.dimensions},
    }
    frames: list[pl.DataFrame] = []
    rows: list[dict[str, object]] = []
    for number, line in enumerate(_lines(source), start=1):
        rows.append(_row(source, number, line) if line.strip() else {})
        if len(rows) == _LINES:
            frames.append(pl.DataFrame(rows, schema=schema))
            rows = []
    return pl.concat([*frames, pl.DataFrame(rows, schema=schema)])


def _lines(source: str) -> Iterator[bytes]:
    with Path(source).open("rb") as file:
        line = file.readline(_LONGEST_LINE).removeprefix(_BOM)
        while line:
            yield line
            line = file.readline(_LONGEST_LINE)


def _row(source: str, number: int, line: bytes) -> dict[str, object]:
    """Return what a row of the table would have; raises InvalidInput where the line is no result document."""
    try:
        document = orjson.loads(line)
        asked = document["questionnaire"]
        shares, dimensions = document["coverage"], document["dimensions"]
        return {
            "questionnaire": _of(asked["id"], str),
            "questionnaire_version": _of(asked["version"], str),
            **{name: _of(document[name], str) for name in ("organisation", "wave", "date")},
            **{name: _of(document[name], float) for name in ("level", "index")},
            "provisional": _of(document["provisional"], bool),
            **{coverage(level): _of(share, float) for level, share in shares.items()},
            **{dimension_index(each["id"]): _of(each["index"], float) for each in dimensions},
        }
    except (ValueError, LookupError, TypeError, AttributeError):
        raise InvalidInput([Problem("benchmark-line", source, values={"row": number})]) from None


def _of(value: object, kind: type[str | float | bool]) -> object:
    """Return a value of a document, whole numbers as floats; raises TypeError where it is no such thing."""
    found = float(value) if type(value) is int else value
    if value is not None and type(found) is not kind:
        raise TypeError
    return found
