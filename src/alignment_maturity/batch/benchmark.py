"""A table of results, as `batch` writes it, as the set that one organisation is set against.

However long the table is, only what is needed of it is in memory: first whose its rows are, then a few
columns of figures at a time. What stays of it are quartiles and counts.
"""

from __future__ import annotations

import multiprocessing
import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from alignment_maturity.batch.results_columns import coverage, dimension_index
from alignment_maturity.batch.results_table import MOST_LEVELS, ResultsTable, reading
from alignment_maturity.cohort.benchmark import bands, quartiles
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.benchmark import FEWEST, Benchmark
from alignment_maturity.model.scalars import shown

if TYPE_CHECKING:
    import numpy.typing as npt

    from alignment_maturity.model.benchmark import Quartiles
    from alignment_maturity.model.questionnaire import Questionnaire

KEYS = ("organisation", "wave", "date", "questionnaire", "questionnaire_version", "level", "provisional")
"""The columns without which a table tells nothing."""

AT_ONCE = 20_000_000
"""How many figures are in memory at once: some 150 MB."""

_WANTED = {
    "organisation": "name",
    "questionnaire_version": "version",
    "provisional": "flag",
    "date": "date",
}
"""What has to stand in columns that say whose a row is."""

_MOST_NAMED = 5
"""How many other questionnaires are named."""


def read_benchmark(source: str, organisation: str, questionnaire: Questionnaire) -> Benchmark:
    """Read the set that an organisation which answered a questionnaire is set against.

    It is read in a process of its own, because a damaged Parquet file may end the one that reads it.

    Raises:
        InvalidInput: where the file is no table of results, has values that make no sense, or results of
            fewer than `FEWEST` other organisations.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=_hush) as apart:
        try:
            return apart.submit(read_here, source, organisation, questionnaire).result()
        except BrokenProcessPool:
            raise InvalidInput.of("benchmark-broken", source) from None


def read_here(source: str, organisation: str, questionnaire: Questionnaire) -> Benchmark:
    """Read the set in this process; as `read_benchmark`."""
    with reading(source):
        table = ResultsTable.open(source, questionnaire)
        return _Set(table, organisation, questionnaire).benchmark()


@dataclass(frozen=True)
class _Kind:
    """What a column of figures holds: numbers from `low` to `high`, of which `points` make one."""

    name: str
    low: int
    high: int
    points: int = 1


_INDEX, _SHARE = _Kind("index", 0, 100), _Kind("share", 0, 1, points=100)


@dataclass(frozen=True)
class _Chosen:
    """The rows of a set, by their numbers from 0, and how many organisations are where, as in `Benchmark`."""

    rows: pl.Series
    other_version: int
    itself: bool
    provisional: int
    other_scale: int


class _Set:
    """The organisations of a table on their way to a benchmark."""

    def __init__(self, table: ResultsTable, organisation: str, questionnaire: Questionnaire) -> None:
        self._table, self._questionnaire = table, questionnaire
        self._itself = {unicodedata.normalize(form, organisation.lower()) for form in ("NFC", "NFD")}
        self._need(KEYS)
        asked = table.text("questionnaire") == questionnaire.id
        self._rows = table.frame.with_row_index("row").filter(asked)

    def benchmark(self) -> Benchmark:
        """Choose a row for each organisation and reduce their figures."""
        chosen, questionnaire = self._chosen(), self._questionnaire
        organisations = chosen.rows.len()
        if organisations < FEWEST:
            raise InvalidInput.of(
                "benchmark-too-few", self._table.source,
                number=organisations, fewest=FEWEST, provisional=chosen.provisional, scale=chosen.other_scale,
            )  # fmt: skip
        figures = self._figures(chosen.rows, needed=chosen.other_version < organisations)
        return Benchmark(
            organisations=organisations,
            other_version=chosen.other_version,
            itself=chosen.itself,
            provisional=chosen.provisional,
            other_scale=chosen.other_scale,
            index=figures["index"],
            coverage={level: figures.get(coverage(level)) for level in questionnaire.upper_levels},
            dimensions={each.id: figures.get(dimension_index(each.id)) for each in questionnaire.dimensions},
            levels=bands(self._counts(chosen.rows)),
        )

    def _chosen(self) -> _Chosen:
        """Choose the latest row of each other organisation that can be compared."""
        keys = self._keys()
        others = keys.filter(~pl.col("itself"))
        comparable = others.filter(pl.col("version").cast(pl.String).is_in(self._versions()))
        usable = comparable.filter(~pl.col("provisional"))
        latest = _latest(usable)
        return _Chosen(
            rows=latest["row"].sort(),
            other_version=int((latest["version"].cast(pl.String) != self._questionnaire.version).sum()),
            itself=others.height < keys.height,
            provisional=_only_in(comparable, usable),
            other_scale=_only_in(others, comparable),
        )

    def _keys(self) -> pl.DataFrame:
        """Return whose the rows of this questionnaire are, `row` being their number, from 0."""
        table = self._table
        name, unfit = table.text("organisation"), self._unfit()
        keys = table.collect(
            self._rows.select(
                "row",
                # Names would fill the memory. That two of ten million have one hash: 3 in a million.
                name.hash().alias("organisation"),
                name.str.to_lowercase().is_in(self._itself).alias("itself"),
                table.text("wave").cast(pl.Categorical).alias("wave"),
                table.days("date").alias("date"),
                table.text("questionnaire_version").cast(pl.Categorical).alias("version"),
                table.flags("provisional").alias("provisional"),
                pl.any_horizontal(*unfit.values()).alias("unfit"),
            )
        )
        if not keys.height:
            raise self._other_questionnaire()
        if keys["unfit"].any():
            raise InvalidInput(list(self._complaints(unfit)))
        return keys.drop("unfit")

    def _unfit(self) -> Mapping[str, pl.Expr]:
        """Return what tells, of the columns that say whose a row is, where they do not."""
        table = self._table
        return {
            "organisation": table.text("organisation").is_null(),
            "questionnaire_version": table.text("questionnaire_version").is_null(),
            "provisional": table.flags("provisional").is_null(),
            "date": table.days("date").is_null() & table.is_there("date"),
        }

    def _complaints(self, unfit: Mapping[str, pl.Expr]) -> Iterator[Problem]:
        for column, is_unfit in unfit.items():
            rows = self._table.collect(self._rows.filter(is_unfit).select("row"))["row"]
            if rows.len():
                yield self._table.bad(int(rows[0]), column, _WANTED[column], number=rows.len())

    def _other_questionnaire(self) -> InvalidInput:
        found = self._table.frame.select(self._table.text("questionnaire").unique())
        known = self._table.collect(found).to_series().drop_nulls().sort().head(_MOST_NAMED)
        return InvalidInput.of(
            "benchmark-other-questionnaire", self._table.source,
            questionnaire=self._questionnaire.id, known=", ".join(map(shown, known)) or "–",
        )  # fmt: skip

    def _versions(self) -> tuple[str, ...]:
        """Return the versions of the questionnaire whose scale is as long as that of ours."""
        table, own = self._table, self._questionnaire.version
        columns = {level: coverage(level) for level in range(2, MOST_LEVELS + 1)}
        covered = {level: name for level, name in columns.items() if name in table.columns}
        found = table.collect(
            self._rows.group_by(table.text("questionnaire_version").alias("version")).agg(
                table.numbers("level").max().alias("level"),
                *(table.numbers(name).is_not_null().any() for name in covered.values()),
            )
        )
        same = {own}
        for version in found.drop_nulls("version").iter_rows(named=True):
            top = max((level for level, name in covered.items() if version[name]), default=0)
            if max(top, version["level"] or 0) == self._questionnaire.top:
                same.add(version["version"])
        return tuple(same)

    def _figures(self, rows: pl.Series, *, needed: bool) -> Mapping[str, Quartiles | None]:
        """Return the quartiles of each column of figures; `needed` tells whether all have to be there."""
        kinds = {"index": _INDEX}
        kinds |= {coverage(level): _SHARE for level in self._questionnaire.upper_levels}
        kinds |= {dimension_index(each.id): _INDEX for each in self._questionnaire.dimensions}
        self._need(kinds if needed else ["index"])
        found = {}
        for column, values in self._columns([name for name in kinds if name in self._table.columns], rows):
            kind = kinds[column]
            self._within(column, kind, values, rows)
            found[column] = quartiles(np.clip(values, kind.low, kind.high) * kind.points)
        return found

    def _counts(self, rows: pl.Series) -> list[int]:
        """Count the organisations at each level."""
        top = self._questionnaire.top
        ((_, levels),) = self._columns(["level"], rows)
        kind = _Kind("level", 1, top)
        self._within("level", kind, np.where(levels == np.floor(levels), levels, np.inf), rows)
        counted: list[int] = np.bincount(levels.astype(np.int64), minlength=top + 1)[1:].tolist()
        return counted

    def _columns(
        self, names: Sequence[str], rows: pl.Series
    ) -> Iterator[tuple[str, npt.NDArray[np.float64]]]:
        """Go through columns of figures, of these rows: NaN for none, infinite where it is no number."""
        table = self._table
        height = int(table.collect(table.frame.select(pl.len())).item())
        step = max(1, AT_ONCE // height)
        for start in range(0, len(names), step):
            chosen = names[start : start + step]
            read = table.collect(table.frame.select(table.numbers(name).alias(name) for name in chosen))
            for name in chosen:
                numbers = read[name].gather(rows)
                yield name, numbers.fill_nan(np.inf).cast(pl.Float64).to_numpy()

    def _within(self, column: str, kind: _Kind, values: npt.NDArray[np.float64], rows: pl.Series) -> None:
        """Raise InvalidInput where a column has numbers that it cannot have."""
        outside = np.flatnonzero((values < kind.low - TOLERANCE) | (values > kind.high + TOLERANCE))
        if outside.size:
            limits = {"low": kind.low, "high": kind.high}
            row = int(rows.gather(outside).min())  # type: ignore[arg-type]  # row numbers, and at least one
            raise InvalidInput([self._table.bad(row, column, kind.name, number=outside.size, **limits)])

    def _need(self, columns: Sequence[str] | Mapping[str, object]) -> None:
        missing = [column for column in columns if column not in self._table.columns]
        if missing:
            raise InvalidInput.of("benchmark-no-column", self._table.source, columns=", ".join(missing))


def _latest(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the row of each organisation's latest wave: by date, then by name."""
    ordered = rows.sort("organisation", "date", "wave", "version", "row", nulls_last=False)
    following = ordered["organisation"].shift(-1)
    return ordered.filter((ordered["organisation"] != following).fill_null(value=True))


def _only_in(rows: pl.DataFrame, others: pl.DataFrame) -> int:
    """Count the organisations that have rows only among the first."""
    return rows["organisation"].n_unique() - others["organisation"].n_unique()


def _hush() -> None:
    """Keep what a library says on its way out from the terminal: it is told in our words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
