"""The `report` command."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from alignment_maturity.cli.options import (
    FilesArgument,
    ForceOption,
    LangOption,
    MinGroupOption,
    QuestionnaireOption,
    QuietOption,
    VerboseOption,
)
from alignment_maturity.cli.outputs import Format
from alignment_maturity.cli.shell import Shell


def report(
    files: FilesArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="REPORT", help="File to write; - is stdout.")
    ],
    format_: Annotated[
        Optional[Format], typer.Option("--format", help="Format.", show_default="by the ending")
    ] = None,
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    include_notes: Annotated[
        bool, typer.Option("--include-notes", help="Print notes, evidence and names of respondents.")
    ] = False,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write the report of one organisation as PDF or HTML.

    Example: alignment-maturity report answers/*.yaml -o report.pdf
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.inputs import assess_files
        from alignment_maturity.cli.outputs import check_writable, chosen_format, deliver, render_report

        chosen = chosen_format(output, format_)
        check_writable(output, force=force)
        result = assess_files(shell, files, questionnaire, min_group)
        report_ = render_report(shell, result, chosen, include_notes=include_notes)
        deliver(shell, report_, output, force=force)
