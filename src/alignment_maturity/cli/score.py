"""The `score` command."""

from __future__ import annotations

from alignment_maturity.cli.options import (
    FilesArgument,
    JsonOption,
    LangOption,
    MinGroupOption,
    ParallelOption,
    QuestionnaireOption,
    QuietOption,
    StartOption,
    TargetOption,
    VerboseOption,
)
from alignment_maturity.cli.shell import Shell
from alignment_maturity.planning.request import PARALLEL


def score(
    files: FilesArgument,
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    target: TargetOption = None,
    start: StartOption = None,
    parallel: ParallelOption = PARALLEL,
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Place one organisation: its level, why not higher, how sure, and what comes next.

    Example: alignment-maturity score answers/*.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        from alignment_maturity.cli.inputs import assess_files, plan_request
        from alignment_maturity.waves import Terms

        terms = Terms(plan_request(start, target, parallel), min_group)
        result = assess_files(shell, files, questionnaire, terms).result
        shown_in = shell.lang_for(result.questionnaire)
        if as_json:
            from alignment_maturity.document import as_document

            shell.print_json(as_document(result, shown_in))
        else:
            from alignment_maturity.cli.placement_screen import show

            show(shell.output(), result, shown_in)
