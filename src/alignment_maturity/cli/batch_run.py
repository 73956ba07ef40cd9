"""The steps of `batch`, from the sources to the tables."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

from alignment_maturity.batch import assembly
from alignment_maturity.batch.estimates import all_columns, seconds_of
from alignment_maturity.batch.executors import Executor, executor
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.run import Course
from alignment_maturity.batch.run import run as run_tasks
from alignment_maturity.batch.settings import Format
from alignment_maturity.batch.sources import Source, expand, is_remote
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.stages.read import Reading
from alignment_maturity.batch.state import REPORTS
from alignment_maturity.batch.summary import Time, summary
from alignment_maturity.cli.batch_job import Job, absolute, check, named, refuse_unknown
from alignment_maturity.cli.batch_progress import progress
from alignment_maturity.cli.batch_state import opened, state_of
from alignment_maturity.cli.outputs import (
    check_folder,
    check_writable,
    deliver,
    named_brand,
    prepare_folder,
    printed,
)
from alignment_maturity.cli.shell import Shell, refuse_if_interrupted
from alignment_maturity.errors import Problem
from alignment_maturity.store.files import STANDARD_INPUT, write_atomically


def run(shell: Shell, job: Job, pool: Pool | None = None) -> int:
    """Do the job, in the pool where there is one; return how many inputs were left out.

    Raises:
        WorkFailed: where the tables cannot be written.
        WrongUsage: where the questionnaire asked for does not exist, or options make no sense.
    """
    begun = time.monotonic()
    check(job)
    state = state_of(job)
    # What was to be replaced, or was not there, when the run began may be half written by now.
    replaces = job.force or (job.resume and state.about() is not None)
    for path in job.outputs:
        check_writable(shell, str(path), force=replaces, makes_folder=True)
    if job.portfolio is not None:
        check_writable(shell, job.portfolio, force=job.force, makes_folder=True)
    brand = named_brand(shell, job.brand)
    paths = named(job.sources)
    sources, unmatched = expand(paths)
    if not paths:
        unmatched.append(Problem("empty-list", STANDARD_INPUT))
    shell.spare(*(source.path for source in sources if not is_remote(source.path)))
    refuse_unknown(job.questionnaire, sources)
    names = [source.path for source in sources]
    if job.scheduler is not None:
        # The workers of a cluster stand in folders of their own.
        sources = [Source(absolute(source.path), source.named) for source in sources]
    course = Course(sources, list(unmatched), len(unmatched), names)
    if job.reports:
        check_folder(Path(job.folder, REPORTS), force=job.force or job.resume)
    prepare_folder(Path(job.folder, REPORTS) if job.reports else Path(job.folder))
    with opened(shell, job, state, brand.sha256 if brand else "") as context:
        used = 1

        def chosen(reads: Sequence[Reading]) -> Executor:
            nonlocal used
            settings = context.settings
            seconds, columns = seconds_of(reads, settings), all_columns(reads, settings)
            best = pool or executor(job.workers, job.scheduler, seconds=seconds, columns=columns)
            used = best.workers
            return best

        with progress(shell) as watch:
            run_tasks(context, course, chosen, watch)
        shell.spare(*(path for note in course.reads for path in note.get("questionnaires", {}).values()))
        told = _write(
            shell, job, context, course, lambda: Time(time.monotonic() - begun, used), replaces=replaces
        )
    _tell(shell, job, course, told)
    return course.all_left_out


def _write(
    shell: Shell, job: Job, context: Context, course: Course, now: Callable[[], Time], *, replaces: bool
) -> dict[str, Any]:
    """Write all files of the run, none before all of them are whole, and return the summary."""
    tables = context.state.path("tables")
    assembly.write_results(context, course, tables)
    if job.respondents:
        assembly.write_respondents(context, course, tables)
    if job.reports:
        assembly.write_reports(course, tables / "reports.csv")
    faults = assembly.write_errors(context, course, tables / "errors.csv")
    pdf = None
    if job.portfolio is not None:
        from alignment_maturity.batch.portfolio import compared

        pdf = compared(context, course)
    told = summary(context, course, faults, now())
    data = json.dumps(told, ensure_ascii=False, indent=2).encode(errors="backslashreplace") + b"\n"
    write_atomically(tables / "summary.json", data, replace=True)
    refuse_if_interrupted()
    _publish(shell, job, context, course, replaces=replaces)
    if job.portfolio is not None and pdf is None:
        shell.tell("batch-nothing-to-compare", path=job.portfolio)
    elif job.portfolio is not None and pdf is not None:
        deliver(shell, printed(shell, pdf), job.portfolio, force=job.force)
    return told


def _publish(shell: Shell, job: Job, context: Context, course: Course, *, replaces: bool) -> None:
    """Give tables and reports their places."""
    tables = context.state.path("tables")
    outputs = job.outputs
    if course.found_nothing and outputs[0].exists():
        # A name mistyped must not cost what there is.
        shell.tell("batch-kept", path=outputs[0])
        outputs = [path for path in outputs if path.name == "errors.csv"]
    elif job.reports:
        assembly.publish_reports(context, course, Path(job.folder))
    # Last the results, and by the others a folder is known for one that holds no inputs.
    for path in reversed(outputs):
        assembly.publish(tables / path.name, path, replace=replaces)
        shell.tell("written", path=path)
    for form in get_args(Format):
        older = Path(job.folder, assembly.results_name(form))
        if form != job.format and older.exists():
            shell.tell("batch-older", path=older)


def _tell(shell: Shell, job: Job, course: Course, told: dict[str, Any]) -> None:
    """Say on stderr what came of the run."""
    for note in course.reads:
        for path in note.get("skipped", ()):
            shell.detail("batch-skipped", path=path)
    if course.reports:
        number = sum(note["reports"] for note in course.reports)
        shell.tell("batch-reports", number=number, path=Path(job.folder, REPORTS))
    if not shell.quiet:
        from alignment_maturity.cli.batch_screen import show

        show(shell.messages(), told, shell.lang)
    if course.all_left_out:
        key = "batch-left-out-one" if course.all_left_out == 1 else "batch-left-out"
        shell.tell(key, inputs=course.all_left_out, path=Path(job.folder, "errors.csv"))
