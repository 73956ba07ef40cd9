"""A run from its inputs to what its tasks leave: which there are, which are finished, what they tell."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from alignment_maturity.batch import inputs
from alignment_maturity.batch.executors.interface import Done, Executor
from alignment_maturity.batch.questionnaires import keep, unchanged
from alignment_maturity.batch.reading.choice import Choice, Chooser
from alignment_maturity.batch.reading.cutting import cut
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.batch.settings import MOST_WITH_PLANS, Settings
from alignment_maturity.batch.sources import OTHER_TABLES, is_remote, is_table
from alignment_maturity.batch.stages import read, score
from alignment_maturity.batch.stages.context import Context, Note, Stage, Unit
from alignment_maturity.batch.stages.ranges import Part, Range, Spilled, ranges
from alignment_maturity.errors import InvalidInput, Problem

if TYPE_CHECKING:
    from alignment_maturity.batch.sources import Source
    from alignment_maturity.batch.stages.report import Subject

FILES_PER_TASK, REPORTS_PER_TASK = 500, 4
LIGHT, HEAVY = 250_000, 5_000
"""Respondents in a range: where all are columns, and where each organisation takes its time."""

ONE_RANGE = 1_500_000
"""Respondents up to which one range does, where all are columns."""

FULL_ROW, FULL_CELL, SHORT_ROW = 200, 8, 10
"""Bytes in a row of text, and in each of its cells besides, that few tables exceed; and in a short row."""


class Work(Protocol):
    """A task of any stage."""

    @property
    def id(self) -> str:
        """What the task is called in its stage; these names stand in the order of inputs or organisations."""

    @property
    def weight(self) -> float:
        """How much work it is, in the unit of its stage."""

    @property
    def fingerprint(self) -> str:
        """A hash of all that its result depends on, besides the settings of the run."""

    def halves(self) -> Sequence[Work]:
        """Return tasks that do the same together; none where it cannot be parted."""


W = TypeVar("W", bound=Work)


class Watch(Protocol):
    """Whoever shows how far a run has come."""

    def stage(
        self, name: Stage, total: float, unit: Unit | None = None
    ) -> AbstractContextManager[Callable[[float], object]]:
        """Begin a stage of so much work; what is returned is told of every piece that is done."""


@dataclass
class Course:
    """What a run has found so far.

    Attributes:
        sources: the inputs.
        problems: of inputs that were left out as a whole before any task read them, and warnings.
        left_out: how many these are.
        names: the inputs as the user knows them; on a cluster, `sources` have whole paths.
        tables: the questionnaires of each table, by the number of the input.
        headers: the names of its columns.
        reads, scores, reports: what the tasks of each stage tell, in the order of the inputs and of the
            organisations.
        resumed: how many tasks an earlier run had finished.
        plans: whether plans were made.
    """

    sources: Sequence[Source]
    problems: list[Problem]
    left_out: int
    names: Sequence[str] = ()
    tables: dict[int, Choice] = field(default_factory=dict)
    headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    reads: list[Note] = field(default_factory=list)
    scores: list[Note] = field(default_factory=list)
    reports: list[Note] = field(default_factory=list)
    subjects: Sequence[Subject] = ()
    resumed: int = 0
    plans: bool = True

    @property
    def respondents(self) -> int:
        """How many respondents were read."""
        return sum(int(told["respondents"]) for note in self.reads for told in note["rows"].values())

    @property
    def all_left_out(self) -> int:
        """How many inputs, files and rows, were left out."""
        notes = (*self.reads, *self.scores, *self.reports)
        gone = {note["source"] for note in self.reads if note.get("gone")}
        return self.left_out + len(gone) + sum(int(note["left_out"]) for note in notes)


def run(
    context: Context,
    course: Course,
    executor: Callable[[Sequence[read.Reading]], Executor],
    watch: Watch,
) -> None:
    """Read and score everything that is not finished yet; what is found goes to `course`.

    Args:
        executor: chooses what runs the tasks, once it is known what there is to read.

    Raises:
        WorkFailed: where parts cannot be written, or there is nothing to run tasks in.
        WrongUsage: where the questionnaire asked for does not exist.
    """
    inputs.keep(context.state, course.names or [source.path for source in course.sources])
    reads = _as_ordered(context.settings, list(_reads(context, course)))
    with executor(reads) as chosen:
        stages = _Stages(context, course, chosen, watch)
        course.reads = stages.notes("read", read.run, reads, read.lost, _unit(reads))
        scores = list(_scores(context, course))
        course.scores = stages.notes("score", score.run, scores, score.lost)
        if context.settings.reports and scores:
            course.reports = _reports(stages, course)


@dataclass(frozen=True)
class _Stages:
    context: Context
    course: Course
    executor: Executor
    watch: Watch

    def notes(
        self,
        stage: Stage,
        work: Callable[[Context, W], Note],
        tasks: Sequence[W],
        lost: Callable[[W], Note],
        unit: Unit | None = None,
    ) -> list[Note]:
        """Do the tasks of a stage that are not finished yet; return what all of them tell, in order.

        Args:
            lost: what is told of a task that no process survives.
            unit: of the weights of tasks, where they have one.
        """
        notes: dict[str, Note] = {}
        due: list[W] = []
        for task in tasks:
            note = self._earlier(stage, task)
            if note is None:
                due.append(task)
            else:
                notes[task.id] = note
        self.course.resumed += len(notes)
        with self.watch.stage(stage, sum(task.weight for task in due), unit) as advance:
            for end in self.executor.run(partial(work, self.context), due):
                notes[end.task.id] = end.outcome if isinstance(end, Done) else lost(end.task)
                advance(end.task.weight)
        return [notes[name] for name in sorted(notes)]

    def _earlier(self, stage: str, task: Work) -> Note | None:
        """Return what a task told when it was finished before, where nothing it depends on has changed."""
        state = self.context.state
        note = state.note(f"{stage}/{task.id}.json")
        if note is None or note["fingerprint"] != task.fingerprint or not state.whole(note["sizes"]):
            return None
        return note if unchanged(note.get("questionnaires", {})) else None


def _reads(context: Context, course: Course) -> Iterator[read.Reading]:
    """Part the inputs into tasks; one that cannot be parted is left out."""
    files: list[tuple[int, Source]] = []
    chooser = Chooser(context.settings.reference)
    for number, source in enumerate(course.sources):
        refused = _refused(source.path)
        if refused:
            course.problems.append(Problem(refused, source.path))
            course.left_out += 1
            continue
        if not is_table(source.path):
            files.append((number, source))
            continue
        try:
            yield from _slices(context, course, chooser, number, source.path)
        except InvalidInput as error:
            course.problems += error.problems
            course.left_out += 1
    for first in range(0, len(files), FILES_PER_TASK):
        some = tuple(files[first : first + FILES_PER_TASK])
        yield read.ReadFiles(f"{some[0][0]:07d}.files", some)


def _refused(path: str) -> str:
    """Return the code of what makes an input unfit by its name, empty where nothing does."""
    if path.lower().endswith(OTHER_TABLES):
        return "other-table"
    return "remote-answers" if is_remote(path) and not is_table(path) else ""


def _slices(
    context: Context, course: Course, chooser: Chooser, number: int, path: str
) -> Iterator[read.ReadSlice]:
    found = read.as_it_is(path)
    parts = list(cut(path, context.state.path("unpacked", str(number))))
    if not parts:
        return
    choice = chooser.choose(path, parts[0].header, None if is_remote(path) else Path(path).parent)
    keep(context.state, choice.loaded.values())
    course.tables[number], course.headers[number] = choice, parts[0].header
    for place, part in enumerate(parts):
        yield read.ReadSlice(f"{number:07d}.{place:06d}", number, part, choice.codebooks, found)


def _unit(reads: Sequence[read.Reading]) -> Unit | None:
    """Return what the weights of tasks are counted in, None where they are of different kinds."""
    found = {task.unit for task in reads}
    return found.pop() if len(found) == 1 else None


def _as_ordered(settings: Settings, reads: list[read.Reading]) -> list[read.Reading]:
    """Spare rows from being put in order twice, where they will be scored in one range."""
    tables = [task for task in reads if isinstance(task, read.ReadSlice)]
    most = sum(_bytes(task.slice) / (SHORT_ROW + 2 * len(task.slice.header)) for task in tables)
    if not all_columns(reads, settings) or most > ONE_RANGE:
        return reads
    return [replace(task, ordered=False) if isinstance(task, read.ReadSlice) else task for task in reads]


def all_columns(reads: Iterable[read.Reading], settings: Settings) -> bool:
    """Tell whether a run surely is work on columns alone: large tables, and nothing for each organisation."""
    tables = [task for task in reads if isinstance(task, read.ReadSlice)]
    fewest = sum(_bytes(task.slice) / (FULL_ROW + FULL_CELL * len(task.slice.header)) for task in tables)
    slow = settings.confidence or settings.reports or settings.format == "jsonl"
    planned = fewest <= MOST_WITH_PLANS if settings.plans is None else settings.plans
    return bool(tables) and not slow and not planned


def _scores(context: Context, course: Course) -> Iterator[score.Score]:
    """Part the organisations that were found among tasks."""
    settings = context.settings
    course.plans = course.respondents <= MOST_WITH_PLANS if settings.plans is None else settings.plans
    heavy = course.plans or settings.confidence or settings.format == "jsonl"
    spilled = _Spilled(course.reads)
    for number, share in enumerate(ranges(course.reads, HEAVY if heavy else LIGHT)):
        yield score.Score(
            id=f"{number:07d}",
            span=share.span,
            rows=spilled.rows_within(share.span),
            documents=spilled.documents,
            between=share.between,
            plans=course.plans,
            before=spilled.hash,
            weight=share.weight,
        )


class _Spilled:
    """What the first stage left, by questionnaire."""

    def __init__(self, reads: Sequence[Note]) -> None:
        self._rows: dict[str, list[Spilled]] = {}
        documents: list[Part] = []
        for note, base in numbered(reads):
            for sha256, told in note["rows"].items():
                name = f"read/{note['id']}.{sha256}.arrow"
                found = Spilled(name, base, told["respondents"], told["sample"])
                self._rows.setdefault(sha256, []).append(found)
            for sha256 in note["workshops"]:
                self._rows.setdefault(sha256, [])
            if note["documents"]:
                documents.append(Part(f"read/{note['id']}.documents.arrow"))
        self.documents = tuple(documents)
        told = [
            [note.get(key) for key in ("id", "fingerprint", "rows", "documents", "workshops")]
            for note in reads
        ]
        self.hash = hashlib.sha256(repr(told).encode("utf-8", "replace")).hexdigest()

    def rows_within(self, span: Range) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """Return by questionnaire, all of the run, where the respondents of a range may be found."""
        return tuple(
            (sha256, tuple(part for found in spilled if (part := found.within(span))))
            for sha256, spilled in sorted(self._rows.items())
        )


def _reports(stages: _Stages, course: Course) -> list[Note]:
    """Write a report of each assessment."""
    from alignment_maturity.batch.stages import report

    subjects = report.subjects([tuple(key) for note in course.scores for key in note.get("keys", ())])
    course.subjects = subjects
    spilled = _Spilled(course.reads)
    tasks = []
    for first in range(0, len(subjects), REPORTS_PER_TASK):
        some = tuple(subjects[first : first + REPORTS_PER_TASK])
        span = Range(some[0].organisation, f"{some[-1].organisation}\0")
        rows, documents = spilled.rows_within(span), spilled.documents
        tasks.append(report.Report(f"{first:07d}", some, rows, documents, spilled.hash))
    return stages.notes("report", report.run, tasks, report.lost)


def numbered(notes: Iterable[Note]) -> Iterator[tuple[Note, int]]:
    """Go through what readers tell, each with what is to be added to its numbers of rows."""
    base: dict[int, int] = {}
    for note in notes:
        first = note.get("first_row")
        if first is None:  # answer files
            yield note, 0
        else:
            start = base.setdefault(note["source"], first)
            base[note["source"]] = start + note["records"]
            yield note, start


def seconds_of(reads: Iterable[read.Reading], settings: Settings) -> float:
    """Guess how long one core would take: whether to start more processes."""
    files = sum(len(task.sources) for task in reads if isinstance(task, read.ReadFiles))
    size = sum(_bytes(task.slice) for task in reads if isinstance(task, read.ReadSlice))
    each = 0.02 if settings.format == "jsonl" or settings.confidence else 1.5 if settings.reports else 0.0
    people = files + size / 100
    planned = 0.0001 if settings.plans or (settings.plans is None and people <= MOST_WITH_PLANS) else 0.0
    return files * 0.0004 + size / 60e6 + people * (each + planned)


def _bytes(part: Slice) -> int:
    """Return about how many bytes of text a slice is."""
    size = part.stop - part.start
    return size if part.kind in {"csv", "jsonl"} else size * 100
