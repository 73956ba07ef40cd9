"""The list of the worksheets on the screen."""

from __future__ import annotations

from rich.table import Table

from alignment_maturity.cli.shell import Shell
from alignment_maturity.language import say
from alignment_maturity.language.worksheets import PURPOSES, TITLES, common


def show_list(shell: Shell) -> None:
    """Print what there is, and how to make one."""
    lang = shell.lang
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in ("list-name", "list-title", "list-purpose"):
        table.add_column(say(common.PHRASES, column, lang), no_wrap=column == "list-name")
    for name, title in TITLES.items():
        table.add_row(name, title.fill(lang), PURPOSES[name].fill(lang))
    console = shell.output()
    console.print(table)
    console.print(f"\n{say(common.PHRASES, 'list-make', lang)}", soft_wrap=True)
