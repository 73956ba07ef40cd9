"""The second stage: a range of organisations becomes its rows of the tables.

This is the one function that scores: whatever process it runs in, and however many organisations there are,
an assessment gets the same figures to the last bit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

from alignment_maturity.batch.counts import added, counted
from alignment_maturity.batch.frames import FAULTS, write_parquet
from alignment_maturity.batch.stages.context import Context, Note
from alignment_maturity.batch.stages.gather import rows_within, workshops_within
from alignment_maturity.batch.stages.ranges import Part, Range
from alignment_maturity.batch.stages.scoring import Scored, Scoring


@dataclass(frozen=True)
class Score:
    """A range of organisations to score.

    Attributes:
        rows: by questionnaire, the parts of the first stage that hold its respondents.
        documents: the parts that hold workshops.
        between: some names within the range, ascending, at which it may be parted.
        plans: whether plans are made.
        before: a hash of what the first stage found.
    """

    id: str
    span: Range
    rows: tuple[tuple[str, tuple[Part, ...]], ...]
    documents: tuple[Part, ...]
    between: tuple[str, ...]
    plans: bool
    before: str
    weight: float

    @property
    def fingerprint(self) -> str:
        """A hash of all that the result depends on, besides the settings of the run."""
        return hashlib.sha256(
            repr((self.span, self.plans, self.before)).encode("utf-8", "replace")
        ).hexdigest()

    @property
    def is_all(self) -> bool:
        """Whether these are all organisations of the run."""
        return self.span == Range(None, None)

    def halves(self) -> Sequence[Score]:
        """Return two tasks that score the same, none where no name is known between the bounds."""
        if not self.between:
            return ()
        middle = len(self.between) // 2
        name = self.between[middle]
        first, second = Range(self.span.low, name), Range(name, self.span.high)
        return (
            replace(
                self, id=f"{self.id}.0", span=first, between=self.between[:middle], weight=self.weight / 2
            ),
            replace(
                self,
                id=f"{self.id}.1",
                span=second,
                between=self.between[middle + 1 :],
                weight=self.weight / 2,
            ),
        )


def run(context: Context, task: Score) -> Note:
    """Score a range of organisations; leave their rows of every table that is wanted, and what was wrong.

    Raises:
        WorkFailed: where the parts cannot be written.
    """
    state = context.state
    workshops = workshops_within(state, task.documents, task.span)
    used = tuple(sha256 for sha256, _ in task.rows)
    scored = []
    for sha256, parts in task.rows:
        scoring = Scoring(context, sha256, used, plans=task.plans)
        rows = rows_within(state, parts, task.span)
        if rows is not None or sha256 in workshops:
            scored.append(scoring.score(rows, workshops.get(sha256, {})))
    leaving = _Leaving(context, task)
    if task.is_all and context.settings.format == "parquet":
        leaving.whole(table for table, _ in _merged(scored))
    else:
        for table, lines in _merged(scored):
            leaving.table(table, lines)
    return leaving.end(scored)


def lost(task: Score) -> Note:
    """Return the note of a range that no process survives."""
    names = sorted({name for name in (task.span.low, task.span.high) if name is not None})
    return {
        "id": task.id,
        "assessments": 0,
        "left_out": max(1, round(task.weight)),
        "faults": 0,
        "told": {},
        "sizes": {},
        "lost": " – ".join(names),
    }


def _merged(scored: Sequence[Scored]) -> Iterator[tuple[pl.DataFrame, list[str]]]:
    """Put the tables of several questionnaires in one order, each table with its lines of JSON.

    Assessments of one organisation and wave stay in the order of their questionnaires' hashes.
    """
    if len(scored) == 1:
        for table in scored[0].tables:
            yield table, scored[0].documents
        return
    tables = [table for one in scored for table in one.tables]
    if not tables:
        return
    table = pl.concat(tables)
    lines = [line for one in scored for line in one.documents]
    order = table.select(pl.arg_sort_by("organisation", "wave", maintain_order=True)).to_series()
    yield table[order], [lines[place] for place in order] if lines else []


@dataclass
class _Leaving:
    """Writes the parts of a task, and last the note that makes it finished."""

    context: Context
    task: Score
    sizes: dict[str, int] = field(default_factory=dict)
    told: dict[str, Note] = field(default_factory=dict)
    keys: list[tuple[object, ...]] = field(default_factory=list)
    assessments: int = 0

    def whole(self, tables: Iterator[pl.DataFrame]) -> None:
        """Write all results as they will be published; what is scored is written while more is."""
        first = next(tables, None)
        if first is None:
            return
        rows = map(self._noted, chain([first], tables))
        columns = first.drop("sha256").schema
        frame = register_io_source(lambda *_asked: rows, schema=columns)
        self._part("results.parquet", partial(write_parquet, frame))

    def table(self, table: pl.DataFrame, lines: Sequence[str]) -> None:
        """Write some rows of the results, which follow those written before."""
        number = f"{len(self.sizes):06d}"
        rows = self._noted(table)
        self._part(f"{number}.results.arrow", lambda file: rows.write_ipc(file, compression="uncompressed"))
        if lines:
            text = "".join(f"{line}\n" for line in lines)
            self._part(f"{number}.results.jsonl", lambda file: file.write(text.encode()))

    def end(self, scored: Sequence[Scored]) -> Note:
        """Write the rest, and the note."""
        faults = pl.concat([pl.DataFrame(schema=FAULTS), *(one.faults for one in scored)])
        people = [one.respondents for one in scored if one.respondents is not None]
        if faults.height:
            self._part("faults.arrow", faults.write_ipc)
        if people:
            ordered = pl.concat(people).sort("organisation", "wave", maintain_order=True)
            self._part("respondents.arrow", ordered.write_ipc)
        note: Note = {
            **self.context.made(self.task),
            "assessments": self.assessments,
            "left_out": sum(one.left_out for one in scored),
            "faults": faults.height,
            "told": self.told,
            "keys": self.keys,
            "sizes": self.sizes,
        }
        self.context.state.write(f"score/{self.task.id}.json", note)
        return note

    def _noted(self, table: pl.DataFrame) -> pl.DataFrame:
        """Note what rows tell; return them with the columns of the results alone."""
        self.assessments += table.height
        self.told = added(self.told, counted(table))
        if self.context.settings.reports:
            self.keys += table.select("organisation", "wave", "sha256").rows()
        return table.drop("sha256")

    def _part(self, name: str, write: Callable[[IO[bytes]], object]) -> None:
        whole = f"score/{self.task.id}.{name}"
        self.sizes[whole] = self.context.state.part(whole, write)
