"""The `score` command."""

from __future__ import annotations

from alignment_maturity.cli.options import (
    FilesArgument,
    JsonOption,
    LangOption,
    MinGroupOption,
    QuestionnaireOption,
    QuietOption,
    VerboseOption,
)
from alignment_maturity.cli.shell import Shell


def score(
    files: FilesArgument,
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Place one organisation: its level, why not higher, how sure, and what comes next.

    Example: alignment-maturity score answers/*.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.cli.inputs import assess_files

        result = assess_files(shell, files, questionnaire, min_group)
        shown_in = shell.lang_for(result.questionnaire)
        if as_json:
            from alignment_maturity.result import as_document

            shell.print_json(as_document(result, shown_in))
        else:
            from alignment_maturity.cli.placement_screen import show

            show(shell.output(), result, shown_in)
