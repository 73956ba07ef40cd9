"""The `template` commands: new, guide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from alignment_maturity.cli.options import ForceOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell

app = typer.Typer(no_args_is_help=True, help="Report templates of your own.")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to write to.")],
    names: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[NAME...]", help="Built-in templates to copy whole, such as cover or report.docx."
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Start a folder of templates: two small commented ones, or whole copies of the built-in ones.

    Example: alignment-maturity template new ours
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.outputs import check_writable, deliver, prepare_folder
        from alignment_maturity.store.template_folders import copies, starters

        files = copies(names) if names else starters(shell.lang)
        for name in files:
            check_writable(shell, str(folder / name), force=force, makes_folder=True)
        prepare_folder(folder)
        for name, data in files.items():
            deliver(shell, data, str(folder / name), force=force)


@app.command()
def guide(lang: LangOption = None, quiet: QuietOption = False, verbose: VerboseOption = False) -> None:
    """Print how to write templates, with examples and everything they can use.

    Example: alignment-maturity template guide > templates.md
    """
    with Shell(lang, quiet=quiet, verbose=verbose):
        from alignment_maturity.store.builtin import data_folder

        sys.stdout.write((data_folder("docs") / "templates.md").read_text(encoding="utf-8"))
