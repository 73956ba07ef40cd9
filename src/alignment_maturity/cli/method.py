"""The `method` command."""

from __future__ import annotations

import sys

from alignment_maturity.cli.options import LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell

WIDEST = 100


def method(lang: LangOption = None, quiet: QuietOption = False, verbose: VerboseOption = False) -> None:
    """Print the method in full: how answers become a level and a plan, with an example and sources.

    Example: alignment-maturity method --lang it > metodo.md
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.store.builtin import method_page

        page = method_page(shell.lang).read_text(encoding="utf-8")
        if sys.stdout.isatty():
            from rich.markdown import Markdown

            console = shell.output()
            # Links lead to other pages of the project; the theme is one without a background of its own.
            laid_out = Markdown(page, hyperlinks=False, code_theme="ansi_dark")
            console.print(laid_out, width=min(console.width, WIDEST))
        else:
            sys.stdout.write(page)
