"""The frames that tasks leave behind: encoded rows, and what is wrong with inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.language.problems import describe

if TYPE_CHECKING:
    from pathlib import Path

    from alignment_maturity.errors import Problem
    from alignment_maturity.language import Lang

KEYS = {
    "organisation": pl.String(),
    "wave": pl.String(),
    "date": pl.Date(),
    "group": pl.UInt8(),
    "respondent": pl.String(),
    "row": pl.UInt32(),
    "source": pl.UInt32(),
}
"""What stands before the answers of a respondent.

wave, date and respondent may be null; group is an index into `Encoding.groups`; row counts from 0 within the
task that read it; source is the number of the input in the run. The answers follow as UInt8, one column a
question, named by `question_columns`: the code of an option, of `unknown`, of n/a, or `SILENT`. A part that
was left behind has `tabular` besides: whether the row comes from a table; its answers are `packed`.
"""

ANSWERS = "answers"
"""The column of packed answers."""

FAULTS = {
    "file": pl.String(),
    "row": pl.UInt32(),
    "column": pl.String(),
    "code": pl.String(),
    "message": pl.String(),
    "warning": pl.Boolean(),
}
"""What is wrong with inputs: row is null where the file as a whole is meant; column is a number or a name."""


_FORMULA = r"^[=+\-@\t\r]."


def question_columns(questions: int) -> list[str]:
    """Name the columns of answers, in canonical order."""
    return [f"q{row}" for row in range(questions)]


def packed(rows: pl.DataFrame) -> pl.DataFrame:
    """Put the answers of each respondent side by side in one column: rows are then put in order at once."""
    names = [name for name in rows.columns if name not in KEYS]
    answers = np.stack([rows[name].to_numpy() for name in names], axis=1)
    return rows.select(*KEYS).with_columns(pl.Series(ANSWERS, answers))


def faults_of(problems: Iterable[Problem], lang: Lang) -> pl.DataFrame:
    """Tabulate problems of files, with their sentences in `lang`."""
    rows = [
        (
            problem.source.encode(errors="backslashreplace").decode(),
            problem.line or None,
            str(problem.column or ""),
            problem.code,
            describe(problem, lang),
            problem.warning,
        )
        for problem in problems
    ]
    return pl.DataFrame(rows, schema=FAULTS, orient="row")


def write_csv(frame: pl.DataFrame, target: IO[bytes], *, header: bool = True) -> None:
    """Write a table as CSV (RFC 4180, UTF-8) that spreadsheets take for nothing but text and numbers."""
    frame.with_columns(as_text(frame.schema)).write_csv(target, include_header=header, line_terminator="\r\n")


def write_parquet(table: pl.LazyFrame, target: IO[bytes] | Path) -> None:
    """Write a table as Parquet, a piece at a time."""
    table.sink_parquet(target, statistics=False)


def as_text(schema: Mapping[str, pl.DataType]) -> list[pl.Expr]:
    """Return the columns of text, with an apostrophe before what starts like a formula.

    With that no spreadsheet calculates it.
    """
    texts = [name for name, kind in schema.items() if kind == pl.String]
    return [
        pl.when(pl.col(name).str.contains(_FORMULA)).then("'" + pl.col(name)).otherwise(name).alias(name)
        for name in texts
    ]
