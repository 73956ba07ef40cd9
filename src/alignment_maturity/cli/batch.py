"""The `batch` command."""

from __future__ import annotations

from typing import Annotated, Literal

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
        list[str], typer.Argument(metavar="SOURCE...", help="Answer files, folders of them, globs.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the tables.")],
    format_: Annotated[
        Literal["csv", "jsonl"], typer.Option("--format", help="Format of the results.")
    ] = "csv",
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Place many organisations; the files of one organisation and wave are one assessment.

    Example: alignment-maturity batch answers/ -o results --format csv
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.batch_run import Job, run

        left_out = run(shell, Job(sources, output, format_, questionnaire, min_group, force))
        if left_out:
            raise typer.Exit(ExitCode.PARTIAL)
