"""The first stage: inputs become rows of codes, by organisation, and a table of what is wrong with them."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from alignment_maturity.batch.answer_files import KeptDocument, read_files
from alignment_maturity.batch.frames import faults_of, packed
from alignment_maturity.batch.questionnaires import keep
from alignment_maturity.batch.reading.choice import Codebooks
from alignment_maturity.batch.reading.rows import read
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.sources import Source, is_remote
from alignment_maturity.batch.stages.ranges import step_of
from alignment_maturity.errors import InvalidInput
from alignment_maturity.store.tidy_files import status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignment_maturity.batch.stages.context import Context, Note, Unit
    from alignment_maturity.batch.state import State

DOCUMENTS = {
    "organisation": pl.String(),
    "wave": pl.String(),
    "sha256": pl.String(),
    "source": pl.UInt32(),
    "path": pl.Binary(),
    "data": pl.Binary(),
}
"""Answer files that are read again when they are scored: those of workshops."""

UNANSWERABLE = ("faulty-questionnaire", "questionnaire-not-found")
"""Faults of answer files that another file can mend."""

AsItIs = tuple[int, int | str] | None
"""The size of a file, and when it was last changed or what its storage says; None where it is not there."""


PIECE = 4_096
"""Rows of a part that are read at once, at least."""


@dataclass(frozen=True)
class ReadFiles:
    """Answer files to read; `sources` holds each with its number in the run."""

    id: str
    sources: tuple[tuple[int, Source], ...]

    @property
    def unit(self) -> Unit:
        """What its weight is counted in."""
        return "files"

    @property
    def weight(self) -> int:
        """How much work it is."""
        return len(self.sources)

    @property
    def fingerprint(self) -> str:
        """A hash of the files as they are now."""
        return self.seen().fingerprint

    def seen(self) -> Seen:
        """Look at the files."""
        return Seen(self, [status_of(source.path) for _, source in self.sources])

    def halves(self) -> Sequence[ReadFiles]:
        """Return two tasks that do the same, none where there is one file only."""
        if len(self.sources) < 2:
            return ()
        middle = len(self.sources) // 2
        return (
            ReadFiles(f"{self.id}.0", self.sources[:middle]),
            ReadFiles(f"{self.id}.1", self.sources[middle:]),
        )


@dataclass(frozen=True)
class ReadSlice:
    """A slice of a table to read.

    Attributes:
        source: the number of the table in the run.
        found: the table as it was before it was cut, as `as_it_is` tells.
        ordered: whether its rows are put into the order of organisations, by which ranges are found in it.
    """

    id: str
    source: int
    slice: Slice
    codebooks: Codebooks
    found: AsItIs
    ordered: bool = True

    @property
    def unit(self) -> Unit:
        """What its weight is counted in."""
        return "bytes" if self.slice.kind in {"csv", "jsonl"} else "rows"

    @property
    def weight(self) -> int:
        """How much work it is."""
        return self.slice.stop - self.slice.start

    @property
    def fingerprint(self) -> str:
        """A hash of the table as it was when it was cut, and of the part of it to be read."""
        part = replace(self.slice, path="", name=_whole(self.slice.name))
        return _hash(part, self.codebooks, self.ordered, self.found)

    @property
    def changed(self) -> bool:
        """Whether the table is another by now; what was copied to be read cannot change."""
        return self.slice.path == self.slice.name and as_it_is(self.slice.name) != self.found

    def halves(self) -> Sequence[ReadSlice]:
        """Return two tasks that do the same, none where there is one record only."""
        return tuple(
            replace(self, id=f"{self.id}.{number}", slice=half)
            for number, half in enumerate(self.slice.halves())
        )


Reading = ReadFiles | ReadSlice


@dataclass(frozen=True)
class Seen:
    """Answer files as they were at one moment, for a look at each takes its time: what `status_of` told."""

    task: ReadFiles
    statuses: Sequence[os.stat_result | None]

    @property
    def id(self) -> str:
        """What the task is called."""
        return self.task.id

    @property
    def fingerprint(self) -> str:
        """A hash of the files."""
        told = [(number, _whole(source.path), source.named) for number, source in self.task.sources]
        return _hash(told, [_told(status) for status in self.statuses])


def _hash(*told: object) -> str:
    return hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()


def _whole(path: str) -> str:
    """Return the path from the root: on a cluster, inputs are named so, and are the same."""
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - as the user names it, from the root


def as_it_is(path: str) -> AsItIs:
    """Return by what it is noticed that a file has changed; where nothing tells, it always may have."""
    if is_remote(path):
        from alignment_maturity.batch.reading.remote import version_of

        return version_of(path) or (0, time.time_ns())
    return _told(status_of(path))


def _told(status: os.stat_result | None) -> AsItIs:
    return None if status is None else (status.st_size, status.st_mtime_ns)


def run(context: Context, task: Reading) -> Note:
    """Read inputs; leave their rows by questionnaire, the documents of workshops and the faults.

    Raises:
        WorkFailed: where the parts cannot be written.
        WrongUsage: where the questionnaire asked for does not exist.
    """
    note = _read_files(context, task.seen()) if isinstance(task, ReadFiles) else _read_slice(context, task)
    context.state.write(f"read/{task.id}.json", note)
    return note


def _read_files(context: Context, seen: Seen) -> Note:
    state, settings, task = context.state, context.settings, seen.task
    files = read_files(task.sources, seen.statuses, settings.reference, lang=settings.lang)
    keep(state, files.questionnaires.values())
    return context.made(seen) | {
        **_Found(files.rows, files.faults, files.documents, tabular=False).leave(state, task.id),
        "records": len(task.sources),
        "left_out": files.left_out,
        "skipped": files.skipped,
        "unanswerable": files.faults["code"].is_in(UNANSWERABLE).any(),
        "questionnaires": {sha256: loaded.source for sha256, loaded in files.questionnaires.items()},
    }


def _read_slice(context: Context, task: ReadSlice) -> Note:
    state, lang = context.state, context.settings.lang
    note = context.made(task) | {"source": task.source, "first_row": task.slice.first_row, "gone": False}
    try:
        rows = read(task.slice, task.codebooks, source=task.source, lang=lang)
        if task.changed:
            raise InvalidInput.of("table-changed", task.slice.name)
    except InvalidInput as error:  # gone, or not what it was when it was cut
        found = _Found({}, faults_of(error.problems, lang))
        return note | {**found.leave(state, task.id), "records": 0, "left_out": 0, "gone": True}
    return note | {
        **_Found(rows.rows, rows.faults, ordered=task.ordered).leave(state, task.id),
        "records": rows.records,
        "left_out": rows.left_out,
        "more": rows.more,
        "ignored": list(rows.ignored),
    }


def lost(task: Reading) -> Note:
    """Return the note of a task that no process survives: of one file, or of one record of a table."""
    note: Note = {"id": task.id, "records": 1, "left_out": 1, "rows": {}, "documents": [], "workshops": []}
    note |= {"faults": 0, "sizes": {}, "fingerprint": task.fingerprint}
    if isinstance(task, ReadFiles):
        return {**note, "lost": task.sources[0][1].path}
    return {**note, "lost": task.slice.name, "source": task.source, "first_row": task.slice.first_row}


@dataclass(frozen=True)
class _Found:
    """What a task found; `tabular` and `ordered` say how its rows are told."""

    rows: dict[str, pl.DataFrame]
    faults: pl.DataFrame
    documents: Sequence[KeptDocument] = ()
    tabular: bool = True
    ordered: bool = True

    def leave(self, state: State, name: str) -> Note:
        """Write the parts of the task, and tell what is in them."""
        sizes: dict[str, int] = {}
        told: dict[str, Note] = {}
        for sha256, frame in sorted(self.rows.items()):
            if frame.height:
                rows = packed(frame)
                rows = rows.sort("organisation", "wave") if self.ordered else rows
                whole = rows.with_columns(tabular=pl.lit(self.tabular))
                sizes |= _written(state, f"read/{name}.{sha256}.arrow", whole)
                sample = _sample(rows["organisation"]) if self.ordered else []
                told[sha256] = {"respondents": rows.height, "sample": sample}
        if self.documents:
            found = [
                (one.organisation, one.wave, one.sha256, one.source, os.fsencode(one.path), one.data)
                for one in self.documents
            ]
            kept = pl.DataFrame(found, schema=DOCUMENTS, orient="row").sort("organisation")
            sizes |= _written(state, f"read/{name}.documents.arrow", kept)
        if self.faults.height:
            sizes |= _written(state, f"read/{name}.faults.arrow", self.faults)
        return {
            "rows": told,
            "documents": [one.organisation for one in self.documents],
            "workshops": sorted({one.sha256 for one in self.documents}),
            "faults": self.faults.height,
            "sizes": sizes,
        }


def _written(state: State, name: str, frame: pl.DataFrame) -> dict[str, int]:
    # In pieces: of one piece, a range would read and hold all to have some of it.
    write = partial(frame.write_ipc, compression="uncompressed", record_batch_size=PIECE)
    return {name: state.part(name, write)}


def _sample(organisations: pl.Series) -> list[str]:
    return organisations.gather_every(step_of(organisations.len())).to_list()
