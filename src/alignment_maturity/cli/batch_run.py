"""The steps of `batch`, from the sources to the tables."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal, get_args

from alignment_maturity import __version__
from alignment_maturity.batch import assembly
from alignment_maturity.batch.estimates import all_columns, seconds_of
from alignment_maturity.batch.executors import Executor, executor
from alignment_maturity.batch.run import Course
from alignment_maturity.batch.run import run as run_tasks
from alignment_maturity.batch.settings import Format, Settings
from alignment_maturity.batch.sources import Source, expand, is_remote, listed
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.stages.read import Reading
from alignment_maturity.batch.state import FOLDER, REPORTS, State
from alignment_maturity.batch.summary import Time, summary
from alignment_maturity.cli.batch_progress import progress
from alignment_maturity.cli.batch_screen import show
from alignment_maturity.cli.inputs import plan_request
from alignment_maturity.cli.outputs import (
    check_folder,
    check_writable,
    deliver,
    named_brand,
    prepare_folder,
    printed,
)
from alignment_maturity.cli.shell import Shell, refuse_if_interrupted
from alignment_maturity.errors import InvalidInput, Problem, WorkFailed, WrongUsage
from alignment_maturity.language import of_environment
from alignment_maturity.store.files import STANDARD_INPUT, exclusive, write_atomically
from alignment_maturity.store.questionnaires import find_questionnaire, looks_like_file, read_questionnaire


@dataclass(frozen=True)
class Job:
    """What the command line asked for."""

    sources: Sequence[str]
    folder: str
    format: Format
    questionnaire: str | None
    min_group: int | None
    plans: bool | None
    confidence: bool
    respondents: bool
    reports: bool
    portfolio: str | None
    brand: str | None
    workers: str
    scheduler: str | None
    resume: bool
    force: bool

    @property
    def outputs(self) -> list[Path]:
        """The files that the job writes into its folder."""
        table = "parquet" if self.format == "parquet" else "csv"
        people = [f"respondents.{table}"] * self.respondents
        reports = ["reports.csv"] * self.reports
        names = [assembly.results_name(self.format), *people, *reports, "errors.csv", "summary.json"]
        return [Path(self.folder, name) for name in names]


def run(shell: Shell, job: Job) -> int:
    """Do the job; return how many inputs were left out.

    Raises:
        WorkFailed: where the tables cannot be written.
        WrongUsage: where the questionnaire asked for does not exist, or options make no sense.
    """
    begun = time.monotonic()
    _check(job)
    workers = _workers(job.workers)
    state = _state(job)
    # What was to be replaced, or was not there, when the run began may be half written by now.
    replaces = job.force or (job.resume and state.about() is not None)
    for path in job.outputs:
        check_writable(shell, str(path), force=replaces, makes_folder=True)
    if job.portfolio is not None:
        check_writable(shell, job.portfolio, force=job.force, makes_folder=True)
    brand = named_brand(shell, job.brand)
    named = _named(job.sources)
    sources, unmatched = expand(named)
    if not named:
        unmatched.append(Problem("empty-list", STANDARD_INPUT))
    shell.spare(*(source.path for source in sources if not is_remote(source.path)))
    _refuse_unknown(job.questionnaire, sources)
    names = [source.path for source in sources]
    if job.scheduler is not None:
        # The workers of a cluster stand in folders of their own.
        sources = [Source(_absolute(source.path), source.named) for source in sources]
    course = Course(sources, list(unmatched), len(unmatched), names)
    if job.reports:
        check_folder(Path(job.folder, REPORTS), force=job.force or job.resume)
    prepare_folder(Path(job.folder, REPORTS) if job.reports else Path(job.folder))
    with _context(shell, job, state, brand.sha256 if brand else "") as context:
        used = 1

        def chosen(reads: Sequence[Reading]) -> Executor:
            nonlocal used
            settings = context.settings
            seconds, columns = seconds_of(reads, settings), all_columns(reads, settings)
            best = executor(workers, job.scheduler, seconds=seconds, columns=columns)
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


def _check(job: Job) -> None:
    """Refuse what makes no sense before anything is done.

    Raises:
        InvalidInput: where the questionnaire asked for is a file that cannot be used.
        WrongUsage: where options make no sense.
    """
    if not job.folder:
        raise WrongUsage("folder-unnamed")
    if job.portfolio is not None and not job.portfolio.lower().endswith(".pdf"):
        raise WrongUsage("portfolio-is-pdf", path=job.portfolio)
    if job.brand is not None and not (job.reports or job.portfolio):
        raise WrongUsage("brand-needless")
    if job.questionnaire is not None and looks_like_file(job.questionnaire):
        read_questionnaire(job.questionnaire)


def _refuse_unknown(questionnaire: str | None, sources: Sequence[Source]) -> None:
    """Refuse an id that stands for no questionnaire, be it for some of the inputs only.

    Raises:
        WrongUsage: where it does.
    """
    if questionnaire is None or looks_like_file(questionnaire):
        return
    local = {os.path.dirname(source.path) for source in sources if not is_remote(source.path)}  # noqa: PTH120
    local = {folder for folder in local if os.path.isdir(folder or ".")}  # noqa: PTH112
    nowhere = not local or any(is_remote(source.path) for source in sources)
    # What everybody finds need not be looked for beside each of very many inputs.
    for folder in [None, *sorted(local)]:
        try:
            find_questionnaire(questionnaire, None if folder is None else Path(folder))
        except InvalidInput:  # whoever reads it will tell
            continue
        except WrongUsage:
            if folder is not None or nowhere:
                raise
        else:
            if folder is None:
                return


def _write(
    shell: Shell, job: Job, context: Context, course: Course, now: Callable[[], Time], *, replaces: bool
) -> dict[str, Any]:
    """Write all files of the run, none before all of them are whole, and return the summary."""
    tables = context.state.path("tables")
    assembly.write_results(context, course, tables, replace=True)
    if job.respondents:
        assembly.write_respondents(context, course, tables, replace=True)
    if job.reports:
        assembly.write_reports(course, tables / "reports.csv", replace=True)
    faults = assembly.write_errors(context, course, tables / "errors.csv", replace=True)
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
        show(shell.messages(), told, shell.lang)
    if course.all_left_out:
        key = "batch-left-out-one" if course.all_left_out == 1 else "batch-left-out"
        shell.tell(key, inputs=course.all_left_out, path=Path(job.folder, "errors.csv"))


def _state(job: Job) -> State:
    """Return the state of the run, with the whole path of its folder.

    Raises:
        WorkFailed: where that is no text, for then polars cannot write there.
    """
    folder = os.path.abspath(Path(job.folder, FOLDER))  # noqa: PTH100 - the last part may not exist yet
    try:
        folder.encode()
    except UnicodeEncodeError:
        raise WorkFailed("folder-not-made", path=job.folder, reason=os.strerror(errno.EILSEQ)) from None
    return State(folder, secrets.token_hex(8))


@contextmanager
def _context(shell: Shell, job: Job, state: State, brand: str) -> Iterator[Context]:
    """Open the folder of the run, begun anew or gone on with, and remove it once all is written."""
    with exclusive(Path(job.folder, FOLDER)):
        settings, begun = _settings(shell, job, state, brand)
        context = Context(state, settings)
        try:
            yield context
        except WrongUsage:
            if begun:
                state.remove()
            raise
        except BaseException:
            shell.tell("batch-resumable", folder=job.folder)
            raise
        state.remove()


def _settings(shell: Shell, job: Job, state: State, brand: str) -> tuple[Settings, bool]:
    """Return the terms of the run, and whether it begins; else they have the day on which it began."""
    settings = Settings(
        program_version=__version__,
        asked=shell.asked_lang,
        ambient=of_environment(os.environ),
        lang=shell.lang,
        reference=_reference(job),
        min_group=job.min_group,
        planning=plan_request(),
        format=job.format,
        plans=job.plans,
        confidence=job.confidence,
        respondents=job.respondents,
        reports=job.reports,
        brand=None if job.brand is None else _absolute(job.brand),
        brand_sha256=brand,
    )
    before = state.about()
    if before is not None and job.resume:
        if before["fingerprint"] != settings.fingerprint:
            raise WrongUsage("resume-differs", folder=job.folder)
        start = dt.date.fromisoformat(before["start"])
        state.go_on(before)
        return replace(settings, planning=replace(settings.planning, start=start)), False
    if before is not None:
        shell.tell("batch-begun-anew")
    state.begin({"fingerprint": settings.fingerprint, "start": settings.planning.start.isoformat()})
    return settings, True


def _reference(job: Job) -> str | None:
    """Return the questionnaire asked for; to the workers of a cluster a file by its whole path."""
    named = job.questionnaire
    return (
        _absolute(named)
        if named is not None and job.scheduler is not None and looks_like_file(named)
        else named
    )


def _named(sources: Sequence[str]) -> list[str]:
    """Return the sources, those of a list on standard input in its place."""
    named: list[str] = []
    for source in sources:
        named += _listed() if source == STANDARD_INPUT else [source]
    return named


def _listed() -> list[str]:
    """Return the paths of the list on standard input.

    Names of files need not be text; those that are not are spelled as Python spells them.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return listed(sys.stdin.read()) if sys.stdin else []


def _workers(told: str) -> int | Literal["auto"]:
    if told == "auto":
        return "auto"
    if told.isascii() and told.isdigit() and int(told) > 0:
        return int(told)
    raise WrongUsage("workers-unknown", found=told)


def _absolute(path: str) -> str:
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - as the user names it, from the root
