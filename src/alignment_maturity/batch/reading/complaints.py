"""Collecting what is wrong with the rows of a slice, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from alignment_maturity.batch.frames import FAULTS
from alignment_maturity.batch.reading.cells import MOST_TOLD
from alignment_maturity.errors import Problem
from alignment_maturity.language.problems import describe

if TYPE_CHECKING:
    from alignment_maturity.batch.reading.lexicon import Places
    from alignment_maturity.language import Lang


class Wrong(NamedTuple):
    """Something that is wrong: a key of `language.problems.PHRASES`, and what its sentence is filled with."""

    code: str
    values: Mapping[str, object] = {}


class Complaints:
    """What is wrong with the records of one slice; those of which an error is told are left out.

    Attributes:
        records: (R,), whether a record is left out.
        untold: errors that there was no room for.
    """

    def __init__(self, name: str, lang: Lang, records: int) -> None:
        """Begin with none about the `records` records of the table `name`."""
        self._name = name
        self._lang = lang
        self._frames: list[pl.DataFrame] = []
        self._places: dict[str, int] = {}
        self._told = 0
        self.untold = 0
        self.records = np.zeros(records, dtype=bool)

    def add(
        self, records: Places, column: str, wrong: Sequence[Wrong], which: Places, *, warning: bool = False
    ) -> None:
        """Complain about cells of one column, or about records as wholes where `column` is empty.

        Args:
            wrong: all that is wrong with any of them.
            which: of each record, its place in `wrong`.
            warning: whether the records can be used all the same; warnings for which there is no room are
                not counted.
        """
        if not warning:
            self.records[records] = True
            self.untold += max(0, len(records) - MOST_TOLD + self._told)
        room = max(0, MOST_TOLD - self._told)
        told = records[:room]
        if not len(told):
            return
        self._told += len(told)
        # Each sentence is made once, and only where it is told.
        used, places = np.unique(which[:room], return_inverse=True)
        chosen = [wrong[kind] for kind in used.tolist()]
        self._frames.append(
            pl.DataFrame(
                {
                    "row": told.astype(np.uint32),
                    "place": np.full(len(told), self._places.setdefault(column, len(self._places))),
                    "column": pl.repeat(column, len(told), eager=True, dtype=pl.String()),
                    "code": pl.Series([one.code for one in chosen]).gather(places),
                    "message": pl.Series([self._sentence(one) for one in chosen]).gather(places),
                    "warning": pl.repeat(warning, len(told), eager=True, dtype=pl.Boolean()),
                }
            )
        )

    def add_cells(self, cells: Sequence[tuple[int, str, Wrong]]) -> None:
        """Complain about single cells, each with its record and column; records as wholes as in `add`."""
        by_column: dict[str, list[tuple[int, Wrong]]] = {}
        for record, column, wrong in cells:
            by_column.setdefault(column, []).append((record, wrong))
        for column, some in by_column.items():
            records = np.array([record for record, _ in some])
            self.add(records, column, [wrong for _, wrong in some], np.arange(len(some)))

    def frame(self) -> pl.DataFrame:
        """Return what was told, in the order of the records and, within one, of the columns."""
        if not self._frames:
            return pl.DataFrame(schema=FAULTS)
        frame = pl.concat(self._frames).sort("row", "place", maintain_order=True)
        file = self._name.encode(errors="backslashreplace").decode()
        return frame.select(pl.lit(file).alias("file"), "row", "column", "code", "message", "warning")

    def _sentence(self, wrong: Wrong) -> str:
        return describe(Problem(wrong.code, self._name, values=wrong.values), self._lang)
