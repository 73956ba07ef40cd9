"""A run from its inputs to what its tasks leave: which there are, which are finished, what they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from alignment_maturity.batch import inputs
from alignment_maturity.batch.executors.interface import Done, Executor
from alignment_maturity.batch.parting import reads_of, unit_of
from alignment_maturity.batch.questionnaires import kept, unchanged
from alignment_maturity.batch.reading.choice import Choice
from alignment_maturity.batch.settings import MOST_WITH_PLANS
from alignment_maturity.batch.stages import read, score
from alignment_maturity.batch.stages.context import Context, Note, Stage, Unit
from alignment_maturity.batch.stages.ranges import AllSpilled, Range, ranges
from alignment_maturity.errors import Problem

if TYPE_CHECKING:
    from alignment_maturity.batch.sources import Source
    from alignment_maturity.batch.stages.report import Subject
    from alignment_maturity.model.questionnaire import Questionnaire

REPORTS_PER_TASK = 4
LIGHT, HEAVY = 250_000, 5_000
"""Respondents in a range: where all are columns, and where each organisation takes its time."""


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
    def found_nothing(self) -> bool:
        """Whether neither a respondent nor a workshop was read."""
        return not any(note["rows"] or note["documents"] for note in self.reads)

    def questionnaires(self, context: Context) -> dict[str, Questionnaire]:
        """Return the questionnaires that were answered, by their hashes in ascending order."""
        used = {sha256 for note in self.reads for sha256 in (*note["rows"], *note["workshops"])}
        return {sha256: kept(context.state, sha256).questionnaire for sha256 in sorted(used)}

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
    reads = reads_of(context, course)
    with executor(reads) as chosen:
        stages = _Stages(context, course, chosen, watch)
        course.reads = stages.notes("read", read.run, reads, read.lost, unit_of(reads))
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
        if note is None or note != {**note, **self.context.made(task)} or not state.whole(note["sizes"]):
            return None
        # A questionnaire that was missing or faulty may have been mended.
        if note.get("unanswerable") or not unchanged(state, note.get("questionnaires", {})):
            return None
        return note


def _scores(context: Context, course: Course) -> Iterator[score.Score]:
    """Part the organisations that were found among tasks."""
    settings = context.settings
    course.plans = course.respondents <= MOST_WITH_PLANS if settings.plans is None else settings.plans
    heavy = course.plans or settings.confidence or settings.format == "jsonl"
    spilled = AllSpilled(course.reads)
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


def _reports(stages: _Stages, course: Course) -> list[Note]:
    """Write a report of each assessment."""
    from alignment_maturity.batch.stages import report

    subjects = report.subjects([tuple(key) for note in course.scores for key in note.get("keys", ())])
    course.subjects = subjects
    spilled = AllSpilled(course.reads)
    tasks = []
    for first in range(0, len(subjects), REPORTS_PER_TASK):
        some = tuple(subjects[first : first + REPORTS_PER_TASK])
        span = Range(some[0].organisation, f"{some[-1].organisation}\0")
        rows, documents = spilled.rows_within(span), spilled.documents
        tasks.append(report.Report(f"{first:07d}", some, rows, documents, spilled.hash))
    return stages.notes("report", report.run, tasks, report.lost)
