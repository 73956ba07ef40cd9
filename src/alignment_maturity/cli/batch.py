"""The `batch` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated, Literal, Optional

import typer

from alignment_maturity.cli.options import (
    ForceOption,
    LangOption,
    MinGroupOption,
    QuestionnaireOption,
    QuietOption,
    VerboseOption,
)
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import ExitCode


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Answer files, tables (CSV, JSON Lines, Parquet, XLSX; text ones also .gz, .zst), folders "
            "of them, globs, addresses such as s3://...; - reads a list of paths from stdin.",
        ),
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the tables.")],
    format_: Annotated[
        Literal["csv", "jsonl", "parquet"], typer.Option("--format", help="Format of the results.")
    ] = "csv",
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    plans: Annotated[
        Optional[bool],
        typer.Option("--plans/--no-plans", help="Make plans.", show_default="up to 100,000 respondents"),
    ] = None,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Tell how sure each placement is (takes longer).")
    ] = False,
    respondents: Annotated[
        bool,
        typer.Option("--respondents", help="Write a table of respondents too; names with --min-group 1."),
    ] = False,
    reports: Annotated[
        bool, typer.Option("--reports", help="Write a PDF report of each assessment into DIR/reports.")
    ] = False,
    portfolio: Annotated[
        Optional[str],
        typer.Option(
            "--portfolio", metavar="FILE.pdf", help="Write a report that compares all organisations."
        ),
    ] = None,
    brand: Annotated[
        Optional[str],
        typer.Option("--brand", metavar="FILE", help="Your brand, on these reports: logo, colours, fonts."),
    ] = None,
    workers: Annotated[
        str, typer.Option("--workers", metavar="N|auto", help="Processes that work side by side.")
    ] = "auto",
    scheduler: Annotated[
        Optional[str],
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="Work on the Dask cluster of this scheduler (tcp://...)."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Place many organisations; rows and files of one organisation and wave are one assessment.

    Example: alignment-maturity batch answers/ survey.csv -o results --format parquet
    """
    with _ending_at_once(), Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.batch.executors import asked, started

        number = asked(workers)
        # Before anything else: processes take as long to start as what follows does until they are needed.
        with started(number, scheduler, "alignment_maturity.batch.stages.read") as pool:
            from alignment_maturity.cli.batch_job import Job
            from alignment_maturity.cli.batch_run import run

            job = Job(
                sources=sources,
                folder=output,
                format=format_,
                questionnaire=questionnaire,
                min_group=min_group,
                plans=plans,
                confidence=confidence,
                respondents=respondents,
                reports=reports,
                portfolio=portfolio,
                brand=brand,
                workers=number,
                scheduler=scheduler,
                resume=resume,
                force=force,
            )
            left_out = run(shell, job, pool)
        if left_out:
            raise typer.Exit(ExitCode.PARTIAL)


@contextmanager
def _ending_at_once() -> Iterator[None]:
    """End the process on Ctrl-C where threads are at work still; what they have finished is in files."""
    try:
        yield
    except typer.Exit as end:
        from alignment_maturity.batch.executors.threads import at_work

        if end.exit_code == ExitCode.INTERRUPTED and at_work():
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError):
                    stream.flush()
            os._exit(end.exit_code)
        raise
