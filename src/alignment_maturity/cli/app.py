"""The application: its commands, its global options, and the way the process ends."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_group

from alignment_maturity import PROGRAM
from alignment_maturity.cli.options import LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Given, Shell, given, interrupt
from alignment_maturity.errors import ExitCode

if TYPE_CHECKING:
    from typer._click import Command

_COMMANDS = (
    "demo",
    "assess",
    "workshop",
    "score",
    "report",
    "plan",
    "compare",
    "verify",
    "batch",
    "method",
    "doctor",
)
"""The commands, each a function in the module of its name, in the order of the help."""

_GROUPS = ("worksheet", "brand", "template", "questionnaire")
"""The groups of commands, each the `app` of the module of its name; they follow the commands."""


class _LoadedByName(TyperGroup):
    """All commands, of which only those that are asked for are imported and built."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - Typer's
        return [*_COMMANDS, *_GROUPS]

    def get_command(self, ctx: object, cmd_name: str) -> Command | None:
        names = self.list_commands(ctx)
        # With an unknown one, Typer suggests what was meant from among those that are built.
        for name in [cmd_name] if cmd_name in names else names:
            if name not in self.commands:
                self.commands[name] = _built(name)
        return self.commands.get(cmd_name)


def _built(name: str) -> Command:
    module = import_module(f"alignment_maturity.cli.{name}")
    alone = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode="rich")
    if name in _GROUPS:
        alone.add_typer(module.app, name=name)
    else:
        alone.command(name)(getattr(module, name))
    return get_group(alone).commands[name]


app = typer.Typer(
    name="alignment-maturity",
    cls=_LoadedByName,
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
