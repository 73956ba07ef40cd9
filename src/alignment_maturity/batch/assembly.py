"""The files of a run, put together from the parts that its tasks left, each whole or not at all."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import polars as pl

from alignment_maturity.batch.frames import FAULTS, as_text, faults_of, write_csv, write_parquet
from alignment_maturity.batch.questionnaires import loaded
from alignment_maturity.batch.results import schema
from alignment_maturity.batch.sources import is_remote
from alignment_maturity.batch.stages import respondents
from alignment_maturity.batch.stages.ranges import numbered
from alignment_maturity.batch.state import REPORTS, writing
from alignment_maturity.errors import Problem
from alignment_maturity.store.files import failing, make_atomically

if TYPE_CHECKING:
    from alignment_maturity.batch.run import Course
    from alignment_maturity.batch.stages.context import Context


_WHOLE = "results.parquet"
"""What a task leaves that scored everything: the results as they are published."""


def results_name(form: str) -> str:
    """Return the name of the file of results."""
    return f"results.{form}"


def publish(file: Path, target: Path, *, replace: bool) -> None:
    """Move a finished file to where it belongs, which has the permissions it had.

    Raises:
        WorkFailed: where that cannot be done; without `replace` also where there is one.
    """

    def move(temporary: Path) -> None:
        shutil.copymode(temporary, file)
        shutil.move(file, temporary)

    _written(target, move, replace=replace)


def publish_reports(context: Context, course: Course, folder: Path) -> None:
    """Give reports their place below the tables' folder, and remove those of an earlier run named there.

    They stay in the folder of the run too: what is interrupted here need not be printed again.

    Raises:
        WorkFailed: where that cannot be done.
    """
    made = [name for note in course.reports for name in note["sizes"]]
    for name in made:
        _written(folder / name, partial(_linked, context.state.path(name)))
    with failing(folder / REPORTS):
        for name in _reports_before(folder / "reports.csv").difference(made):
            (folder / name).unlink(missing_ok=True)


def write_results(context: Context, course: Course, folder: Path) -> Path:
    """Put the results together, in the order of the organisations.

    Raises:
        WorkFailed: where they cannot be written.
    """
    form = context.settings.format
    if form == "jsonl":
        parts = [context.state.path(part) for part in _parts(course, results_name("jsonl"))]
        return _written(folder / results_name(form), partial(_joined, parts))
    for part in _parts(course, _WHOLE):
        return _written(folder / results_name(form), partial(_linked, context.state.path(part)))
    return _written(folder / results_name(form), _sink(results(context, course), form))


def write_respondents(context: Context, course: Course, folder: Path) -> Path:
    """Put the table of respondents together, as CSV or, where the results are, as Parquet.

    Raises:
        WorkFailed: where it cannot be written.
    """
    form: Literal["parquet", "csv"] = "parquet" if context.settings.format == "parquet" else "csv"
    columns = respondents.schema(list(course.questionnaires(context).values()))
    table = _table(context, _parts(course, "respondents.arrow"), columns)
    return _written(folder / f"respondents.{form}", _sink(table, form))


def write_reports(course: Course, path: Path) -> None:
    """Write which report is whose.

    Raises:
        WorkFailed: where it cannot be written.
    """
    rows = [(subject.organisation, subject.wave, subject.file) for subject in course.subjects]
    columns = {"organisation": pl.String, "wave": pl.String, "file": pl.String}
    table = pl.LazyFrame(rows, schema=columns, orient="row")
    _written(path, _sink(table, "csv"))


def write_errors(context: Context, course: Course, path: Path) -> dict[str, int]:
    """Put together what is wrong with the inputs; return how many errors and warnings there are.

    Raises:
        WorkFailed: where it cannot be written.
    """
    counts = {"errors": 0, "warnings": 0}
    named = _Named(course)

    def make(temporary: Path) -> None:
        with temporary.open("wb") as file:
            write_csv(_told(pl.DataFrame(schema=FAULTS)), file)
            for faults in _faults(context, course):
                warnings = int(faults["warning"].sum())
                counts["warnings"] += warnings
                counts["errors"] += faults.height - warnings
                write_csv(_told(named.as_known(faults)), file, header=False)

    _written(path, make)
    return counts


def results(context: Context, course: Course) -> pl.LazyFrame:
    """Return the results as columns, whatever their format."""
    columns = schema(list(course.questionnaires(context).values()), confidence=context.settings.confidence)
    for part in _parts(course, _WHOLE):
        return pl.scan_parquet(context.state.path(part), glob=False)
    return _table(context, _parts(course, "results.arrow"), columns)


def _linked(file: Path, temporary: Path) -> None:
    shutil.copymode(temporary, file)
    temporary.unlink()
    try:
        os.link(file, temporary)
    except OSError:  # not every file system can
        shutil.copy(file, temporary)


def _reports_before(path: Path) -> set[str]:
    """Return the places of the reports that an earlier run wrote, by its table of them."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            names = [row.get("file") or "" for row in csv.DictReader(file)]
    except (OSError, ValueError, csv.Error):
        return set()
    return {f"{REPORTS}/{name}" for name in names if name.endswith(".pdf") and not set(name) & set("/\\:")}


def _parts(course: Course, name: str) -> list[str]:
    return [part for note in course.scores for part in note["sizes"] if part.endswith(f".{name}")]


def _table(context: Context, parts: Sequence[str], columns: Mapping[str, pl.DataType]) -> pl.LazyFrame:
    if not parts:
        return pl.LazyFrame(schema=dict(columns))
    return context.state.scan(*parts)


def _written(path: Path, make: Callable[[Path], object], *, replace: bool = True) -> Path:
    def made(temporary: Path) -> None:
        with writing(temporary):
            make(temporary)

    make_atomically(path, made, replace=replace)
    return path


def _sink(table: pl.LazyFrame, form: Literal["parquet", "csv"]) -> Callable[[Path], object]:
    """Return how a table is written a piece at a time."""
    if form == "parquet":
        return partial(write_parquet, table)
    safe = table.with_columns(as_text(table.collect_schema()))
    return partial(safe.sink_csv, line_terminator="\r\n")


def _joined(parts: Sequence[Path], target: Path) -> None:
    with target.open("wb") as file:
        for part in parts:
            with part.open("rb") as content:
                shutil.copyfileobj(content, file, 2**20)


def _faults(context: Context, course: Course) -> Iterator[pl.DataFrame]:
    """Go through what is wrong: inputs as a whole, then what readers found, then what scoring did."""
    state, lang = context.state, context.settings.lang
    told = _Told()
    yield told.new(faults_of([*course.problems, *_warnings(context, course)], lang))
    for note, base in numbered(course.reads):
        if "lost" in note:
            yield faults_of([Problem("kills-the-process", note["lost"], line=base)], lang)
        elif note["faults"]:
            faults = state.scan(f"read/{note['id']}.faults.arrow").collect()
            of_rows = "source" in note and not note["gone"]
            yield faults.with_columns(pl.col("row") + base) if of_rows else told.new(faults)
        if note.get("more"):
            name = course.sources[note["source"]].path
            yield faults_of([Problem("further-problems", name, values={"number": note["more"]})], lang)
    found = [
        state.scan(f"score/{note['id']}.faults.arrow").collect() for note in course.scores if note["faults"]
    ]
    if found:
        yield pl.concat(found).sort("file", "row", "column", maintain_order=True)
    for note in (*course.scores, *course.reports):
        if "lost" in note:
            yield faults_of([Problem("range-kills-the-process", note["lost"])], lang)


def _warnings(context: Context, course: Course) -> Iterator[Problem]:
    """Find what should be mended in the questionnaires that were used, and what tables lack of them."""
    used: dict[int, set[str]] = {}
    for note in course.reads:
        if "source" in note:
            used.setdefault(note["source"], set()).update(note["rows"])
    for sha256 in course.questionnaires(context):
        yield from loaded(context.state, sha256).warnings
    for number, choice in course.tables.items():
        name, header = course.sources[number].path, course.headers[number]
        yield from choice.warnings(name, header, used.get(number, ()))


class _Named:
    """The names of files as the user knows them; on a cluster, tasks have whole paths."""

    def __init__(self, course: Course) -> None:
        self._names = course.names

    @cached_property
    def _folders(self) -> dict[str, str]:
        """The folders of the inputs, by their whole paths."""
        return {
            os.path.split(os.path.abspath(name))[0]: os.path.split(name)[0]  # noqa: PTH100 - no other spelling
            for name in self._names
            if not is_remote(name)
        }

    def as_known(self, faults: pl.DataFrame) -> pl.DataFrame:
        """Rename files, inputs and questionnaires beside them."""
        names = faults["file"].unique().to_list()
        return faults.with_columns(pl.col("file").replace({name: self._known(name) for name in names}))

    def _known(self, name: str) -> str:
        folder, file = os.path.split(name)
        known = self._folders.get(folder)
        return name if known is None else os.path.join(known, file)  # noqa: PTH118 - no other spelling


class _Told:
    """What was told already: of a faulty questionnaire, or a table that is gone, every task tells."""

    def __init__(self) -> None:
        self._hashes: set[int] = set()

    def new(self, faults: pl.DataFrame) -> pl.DataFrame:
        """Leave out what was told before."""
        keep = []
        for hashed in faults.hash_rows().to_list():
            keep.append(hashed not in self._hashes)
            self._hashes.add(hashed)
        return faults.filter(pl.Series(keep, dtype=pl.Boolean))


def _told(faults: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of errors.csv."""
    severity = pl.when("warning").then(pl.lit("warning")).otherwise(pl.lit("error")).alias("severity")
    return faults.select("file", "row", "column", "code", "message", severity)
