"""The `brand` commands: new, check, schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from alignment_maturity.cli.options import ForceOption, JsonOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import WrongUsage

app = typer.Typer(no_args_is_help=True, help="Your brand: how reports look, and what you add of your own.")

DEFAULT = Path("brand.yaml")


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="[FILE]", help="File to write.")] = DEFAULT,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Start a brand: a commented file that works as it is, to be filled in with your own.

    Example: alignment-maturity brand new studio/brand.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.outputs import check_writable, deliver, prepare_folder
        from alignment_maturity.store.brands import starter_brand

        if str(file) != "-" and file.suffix.lower() not in (".yaml", ".yml"):
            raise WrongUsage("brand-not-yaml", path=file)
        check_writable(shell, str(file), force=force, makes_folder=True)
        prepare_folder(file.parent)
        deliver(shell, starter_brand(shell.lang), str(file), force=force)


@app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Your brand; - reads stdin.")],
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Check a brand and its files: every problem with line and column, else what reports will look like.

    Example: alignment-maturity brand check studio/brand.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.report.brand_summary import resolved
        from alignment_maturity.report.sections import SECTIONS
        from alignment_maturity.store.brands import read_brand

        loaded = read_brand(file, SECTIONS)
        if as_json:
            from dataclasses import asdict

            from alignment_maturity.store.diagnostics import as_document

            told = as_document(loaded.warnings, 0, shell.lang)
            shell.print_json({**told, "brand": asdict(resolved(loaded.brand))})
        else:
            from alignment_maturity.cli.brand_screen import show_brand

            shell.warn(loaded.warnings)
            show_brand(shell, resolved(loaded.brand))


@app.command()
def schema(
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print the JSON Schema of the brand file, for editors and checkers.

    Example: alignment-maturity brand schema > brand.schema.json
    """
    with Shell(lang, quiet=quiet, verbose=verbose):
        from alignment_maturity.store.builtin import schema as schema_file

        sys.stdout.write(schema_file("brand").read_text(encoding="utf-8"))
