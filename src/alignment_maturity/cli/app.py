"""The application: its commands, its global options, and the way the process ends."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from alignment_maturity import PROGRAM
from alignment_maturity.cli import (
    assess,
    batch,
    brand,
    compare,
    demo,
    doctor,
    method,
    plan,
    questionnaire,
    report,
    score,
    template,
    verify,
    worksheet,
    workshop,
)
from alignment_maturity.cli.options import LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Given, Shell, given, interrupt
from alignment_maturity.errors import ExitCode

app = typer.Typer(
    name="alignment-maturity",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(PROGRAM)
        raise typer.Exit


@app.callback()
def common(
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    version: Annotated[  # noqa: ARG001 - acted upon before any command
        bool,
        typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Place an organisation on the scale of marketing and sales integration, and say what to do next.

    Begin with: alignment-maturity demo, or: alignment-maturity assess -o answers.yaml
    """
    given.set(Given(lang, quiet=quiet, verbose=verbose))


app.command()(demo.demo)
app.command()(assess.assess)
app.command()(workshop.workshop)
app.command()(score.score)
app.command()(report.report)
app.command()(plan.plan)
app.command()(compare.compare)
app.command()(verify.verify)
app.command()(batch.batch)
app.add_typer(worksheet.app, name="worksheet")
app.add_typer(brand.app, name="brand")
app.add_typer(template.app, name="template")
app.add_typer(questionnaire.app, name="questionnaire")
app.command()(method.method)
app.command()(doctor.doctor)


def run() -> None:
    """Run the command line on the arguments of the process, and end it."""
    signal.signal(signal.SIGINT, interrupt)
    code: object = ExitCode.DONE
    try:
        # Around everything, for what ends outside a command: help on a full disk, say.
        with Shell():
            try:
                app()
            except SystemExit as end:
                code = end.code
    except typer.Exit as end:
        code = end.exit_code
    sys.exit(code if isinstance(code, int) else ExitCode.FAILED)
