"""The `report` command."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from alignment_maturity.cli.options import (
    FilesArgument,
    ForceOption,
    LangOption,
    MinGroupOption,
    ParallelOption,
    QuestionnaireOption,
    QuietOption,
    StartOption,
    TargetOption,
    VerboseOption,
)
from alignment_maturity.cli.outputs import Format
from alignment_maturity.cli.shell import Shell
from alignment_maturity.planning.request import PARALLEL


def report(
    files: FilesArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="REPORT", help="File to write; - is stdout.")
    ],
    format_: Annotated[
        Optional[Format], typer.Option("--format", help="Format.", show_default="by the ending")
    ] = None,
    previous: Annotated[
        Optional[list[str]],
        typer.Option("--previous", metavar="FILE", help="Answer file of an earlier wave; repeatable."),
    ] = None,
    benchmark: Annotated[
        Optional[str],
        typer.Option(
            "--benchmark", metavar="RESULTS", help="Results of batch to set the organisation against."
        ),
    ] = None,
    sections: Annotated[
        Optional[str],
        typer.Option(
            "--sections", metavar="NAME,...", show_default="all", help="Sections to print, in that order."
        ),
    ] = None,
    short: Annotated[
        bool, typer.Option("--short", help="Board page, plan and roadmap on few pages.")
    ] = False,
    brand: Annotated[
        Optional[str],
        typer.Option("--brand", metavar="FILE", help="Your brand: logo, colours, fonts, own sections."),
    ] = None,
    template: Annotated[
        Optional[str],
        typer.Option(
            "--template", metavar="DIR", help="Folder of your own templates, for PDF, HTML and Word."
        ),
    ] = None,
    target: TargetOption = None,
    start: StartOption = None,
    parallel: ParallelOption = PARALLEL,
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    include_notes: Annotated[
        bool, typer.Option("--include-notes", help="Print and attach notes, evidence, names of who wrote.")
    ] = False,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Write the report of one organisation as PDF, Word, HTML or Markdown: placement, plan and progress.

    Example: alignment-maturity report 2027/*.yaml --previous 2026.yaml -o report.pdf
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.benchmark import check_section, with_benchmark
        from alignment_maturity.cli.inputs import plan_request
        from alignment_maturity.cli.outputs import (
            REPORT_FORMATS,
            check_writable,
            chosen_format,
            deliver,
            named_brand,
            render_report,
            report_options,
            with_templates,
        )
        from alignment_maturity.cli.waves import assess_waves
        from alignment_maturity.waves import Terms

        chosen: Format = chosen_format(
            output, format_, REPORT_FORMATS, on_stdout="pdf", binary=("pdf", "docx")
        )
        named = (*files, *(previous or ()), *filter(None, [brand, benchmark]))
        check_writable(shell, output, force=force, inputs=named)
        options = report_options(
            sections, short=short, include_notes=include_notes, brand=named_brand(shell, brand)
        )
        check_section(options, benchmark)
        options = with_templates(shell, options, template, chosen)
        terms = Terms(plan_request(start, target, parallel), min_group)
        waves = assess_waves(shell, files, previous or (), questionnaire, terms)
        options = with_benchmark(options, benchmark, waves[-1].result)
        report_ = render_report(shell, waves, chosen, options, terms)
        deliver(shell, report_, output, force=force)
