"""How inputs are parted into tasks for the first stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignment_maturity.batch.estimates import all_columns, surely_within
from alignment_maturity.batch.questionnaires import keep
from alignment_maturity.batch.reading.choice import Chooser
from alignment_maturity.batch.reading.cutting import cut
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.sources import OTHER_TABLES, is_remote, is_table
from alignment_maturity.batch.stages import read
from alignment_maturity.batch.stages.context import Context, Unit
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.store.questionnaires import ENDINGS

if TYPE_CHECKING:
    from alignment_maturity.batch.run import Course
    from alignment_maturity.batch.sources import Source

ONE_RANGE = 1_500_000
"""Respondents up to which one range does, where all are columns."""

FILES_PER_TASK, MOST_FILES_PER_TASK = 500, 5_000
"""Answer files that are read in one task, at least and at most: what a task leaves takes time of its own."""

FILE_TASKS = 64
"""Tasks that share many answer files."""


def reads_of(context: Context, course: Course) -> list[read.Reading]:
    """Part the inputs of a run into tasks; what cannot be parted is left out, which goes to `course`.

    Raises:
        WrongUsage: where the questionnaire asked for does not exist.
    """
    return _as_ordered(context.settings, list(_parted(context, course)))


def _parted(context: Context, course: Course) -> Iterator[read.Reading]:
    """Part the inputs into tasks; one that cannot be parted is left out."""
    files: list[tuple[int, Source]] = []
    chooser = Chooser(context.settings.reference)
    for number, source in enumerate(course.sources):
        if source.path.endswith(ENDINGS) and not is_remote(source.path):  # most of very many, soon told
            files.append((number, source))
            continue
        refused = _refused(source.path)
        if refused:
            course.problems.append(Problem(refused, source.path))
            course.left_out += 1
        elif is_table(source.path):
            try:
                yield from _slices(context, course, chooser, number, source.path)
            except InvalidInput as error:
                course.problems += error.problems
                course.left_out += 1
        else:
            files.append((number, source))
    each = max(FILES_PER_TASK, min(len(files) // FILE_TASKS, MOST_FILES_PER_TASK))
    for first in range(0, len(files), each):
        some = tuple(files[first : first + each])
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


def unit_of(reads: Sequence[read.Reading]) -> Unit | None:
    """Return what the weights of tasks are counted in, None where they are of different kinds."""
    found = {task.unit for task in reads}
    return found.pop() if len(found) == 1 else None


def _as_ordered(settings: Settings, reads: list[read.Reading]) -> list[read.Reading]:
    """Spare rows from being put in order twice, where they will be scored in one range."""
    if not all_columns(reads, settings) or not surely_within(reads, ONE_RANGE):
        return reads
    return [replace(task, ordered=False) if isinstance(task, read.ReadSlice) else task for task in reads]
