"""The `compare` command."""

from __future__ import annotations

from typing import Annotated

import typer

from alignment_maturity.cli.options import (
    JsonOption,
    LangOption,
    MinGroupOption,
    QuestionnaireOption,
    QuietOption,
    VerboseOption,
)
from alignment_maturity.cli.shell import Shell


def compare(
    new: Annotated[
        list[str], typer.Argument(metavar="NEW...", help="Answer files of the new wave; - reads stdin.")
    ],
    previous: Annotated[
        list[str],
        typer.Option("--previous", metavar="OLD", help="Answer file of an earlier wave; repeatable."),
    ],
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Say what changed since an earlier wave: level, index, coverage, gates, questions, actions now done.

    Example: alignment-maturity compare 2027/*.yaml --previous 2026/one.yaml --previous 2026/two.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.cli.inputs import plan_request
        from alignment_maturity.cli.waves import assess_waves
        from alignment_maturity.progress import progress
        from alignment_maturity.waves import Terms

        waves = assess_waves(shell, new, previous, questionnaire, Terms(plan_request(), min_group))
        found = progress([wave.result for wave in waves])
        shown_in = shell.lang_for(found.after.questionnaire)
        if as_json:
            from alignment_maturity.progress.document import as_document

            shell.print_json(as_document(found, shown_in))
        else:
            from alignment_maturity.cli.progress_screen import show

            show(shell.output(), found, shown_in)
