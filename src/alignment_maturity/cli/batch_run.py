"""The steps of `batch`, from the sources to the tables and the summary on the screen."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from alignment_maturity.batch.run import Batch, assess_all, gather
from alignment_maturity.batch.sources import expand
from alignment_maturity.batch.tables import as_csv, as_json_lines, problems_as_csv
from alignment_maturity.cli.inputs import plan_request
from alignment_maturity.cli.outputs import check_writable, deliver, prepare_folder
from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import Lang, decimal, percent
from alignment_maturity.language.problems import describe
from alignment_maturity.language.screen import word
from alignment_maturity.result import Assessment


class Job(NamedTuple):
    """What the command line asked for."""

    sources: Sequence[str]
    folder: str
    format: str
    questionnaire: str | None
    min_group: int | None
    force: bool


def run(shell: Shell, job: Job) -> int:
    """Do the job; return how many files were left out.

    Raises:
        WorkFailed: where the tables cannot be written.
        WrongUsage: where the questionnaire asked for does not exist.
    """
    results_file = Path(job.folder) / f"results.{job.format}"
    errors_file = Path(job.folder) / "errors.csv"
    for path in (results_file, errors_file):
        check_writable(shell, str(path), force=job.force, makes_folder=True)
    sources, unmatched = expand(job.sources)
    shell.spare(*(source.path for source in sources))
    batch = Batch(problems=list(unmatched), left_out={problem.source for problem in unmatched})
    with _progress(shell, len(sources)) as advance:
        groups = gather(sources, job.questionnaire, batch, advance)
    shell.spare(*{read.loaded.source for group in groups for read in group})
    results = list(assess_all(groups, batch, plan_request(), min_group=job.min_group))
    for skipped in batch.skipped:
        shell.detail("batch-skipped", path=skipped)
    prepare_folder(Path(job.folder))

    def lang_of(result: Assessment) -> Lang:
        return shell.lang_for(result.questionnaire)

    table = as_csv(results, lang_of) if job.format == "csv" else as_json_lines(results, lang_of)
    deliver(shell, table, str(results_file), force=job.force)
    rows = problems_as_csv(batch.problems, lambda problem: describe(problem, shell.lang))
    deliver(shell, rows, str(errors_file), force=job.force)
    if not shell.quiet:
        _summary(shell.messages(), results, batch, shell.lang)
    if batch.left_out:
        key = "batch-left-out-one" if len(batch.left_out) == 1 else "batch-left-out"
        shell.tell(key, files=len(batch.left_out), path=errors_file)
    return len(batch.left_out)


@contextmanager
def _progress(shell: Shell, total: int) -> Iterator[Callable[[int], None]]:
    """Show how far the reading has come, on a terminal only."""
    console = shell.messages()
    silent = shell.quiet or not console.is_terminal
    with Progress(console=console, transient=True, disable=silent) as progress:
        task = progress.add_task(word("reading", shell.lang), total=total)
        yield lambda done: progress.update(task, completed=done)


def _summary(console: Console, results: Sequence[Assessment], batch: Batch, lang: Lang) -> None:
    table = Table(title=word("batch-summary", lang, n=len(results)), title_justify="left")
    table.add_column(word("level", lang))
    table.add_column(word("organisations", lang), justify="right")
    table.add_column(word("share", lang), justify="right")
    for level in sorted(batch.levels):
        number = batch.levels[level]
        name = _level_name(results, level, lang)
        table.add_row(f"{level} {name}", str(number), percent(number / len(results), lang))
    if results:
        console.print(table)
    indexes = sorted(result.index for result in results if result.index is not None)
    if len(indexes) > 1:
        quartiles = statistics.quantiles(indexes, n=4, method="inclusive")
        figures = " / ".join(decimal(quartile, 1, lang) for quartile in quartiles)
        console.print(word("index-quartiles", lang, figures=figures))


def _level_name(results: Sequence[Assessment], level: int, lang: Lang) -> str:
    """Return the name of a level where all questionnaires of the run give it the same."""
    names = {
        result.questionnaire.level_named(level).name.in_(lang) for result in results if result.level == level
    }
    return names.pop() if len(names) == 1 else ""
