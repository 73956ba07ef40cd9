"""The `verify` command."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from alignment_maturity.cli.options import JsonOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import ExitCode, WrongUsage


def verify(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report as PDF; - reads stdin.")],
    answers: Annotated[
        Optional[list[str]],
        typer.Argument(metavar="[ANSWERS...]", help="Answer files to check the report against."),
    ] = None,
    previous: Annotated[
        Optional[list[str]],
        typer.Option("--previous", metavar="FILE", help="Answer file of an earlier wave; repeatable."),
    ] = None,
    brand: Annotated[
        Optional[str], typer.Option("--brand", metavar="FILE", help="The brand the report was made with.")
    ] = None,
    template: Annotated[
        Optional[str], typer.Option("--template", metavar="DIR", help="The templates it was made with.")
    ] = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Say whether a report holds: read the data it carries, score and print it again, and compare.

    Exit code 0: it holds; 1: it does not; 3: the file is not a report that carries its data.

    Example: alignment-maturity verify report.pdf

    Where small groups were left out: alignment-maturity verify report.pdf answers/*.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity import __version__
        from alignment_maturity.cli.outputs import named_brand, named_templates
        from alignment_maturity.cli.verify_screen import as_document, as_text
        from alignment_maturity.verification.pdf_file import read_pdf
        from alignment_maturity.verification.repeating import Looks
        from alignment_maturity.verification.verify import Means
        from alignment_maturity.verification.verify import verify as check

        if previous and not answers:
            raise WrongUsage("answers-needed", option="--previous")
        looks = Looks(named_brand(shell, brand), named_templates(shell, template))
        found = check(read_pdf(report), Means(__version__, answers or (), previous or (), looks))
        lang_ = shell.lang_or(found.language)
        if as_json:
            shell.print_json(as_document(found, lang_))
        else:
            typer.echo(as_text(found, lang_, verdict_only=shell.quiet), nl=False)
        if not found.holds:
            raise typer.Exit(ExitCode.FAILED)
