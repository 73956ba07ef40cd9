"""The `demo` command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignment_maturity.cli.options import ForceOption, LangOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell

COMPANY = "idrovalle-componenti"


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where the files go.")] = Path("demo"),
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Try it on an example company: answer files, placement on the screen, PDF report in DIR.

    Example: alignment-maturity demo --lang en
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.inputs import assess_files, plan_request
        from alignment_maturity.cli.outputs import (
            deliver_unless_same,
            prepare_folder,
            render_report,
            report_options,
        )
        from alignment_maturity.cli.placement_screen import show
        from alignment_maturity.store.builtin import examples
        from alignment_maturity.waves import Terms

        prepare_folder(folder)
        for name, example in examples().items():
            deliver_unless_same(shell, example.read_bytes(), folder / f"{name}.yaml", force=force)
        answers = folder / f"{COMPANY}.yaml"
        terms = Terms(plan_request())
        wave = assess_files(shell, [str(answers)], None, terms)
        show(shell.output(), wave.result, shell.lang_for(wave.result.questionnaire))
        report = render_report(shell, [wave], "pdf", report_options(), terms)
        deliver_unless_same(shell, report, folder / f"{COMPANY}.pdf", force=force)
        shell.tell("demo-next", answers=answers, later=folder / f"{COMPANY}-2027.yaml")
