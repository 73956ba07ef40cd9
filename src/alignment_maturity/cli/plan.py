"""The `plan` command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from alignment_maturity.cli.options import (
    FilesArgument,
    ForceOption,
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

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.result import Assessment

Form = Literal["table", "json", "csv", "xlsx", "md", "ics"]

_BY_ENDING: dict[str, Form] = {
    ".txt": "table", ".json": "json", ".csv": "csv", ".xlsx": "xlsx", ".md": "md", ".ics": "ics",
}  # fmt: skip
_FILE_WIDTH = 100


def plan(
    files: FilesArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")
    ] = "-",
    format_: Annotated[
        Optional[Form], typer.Option("--format", help="Format.", show_default="by the ending, else table")
    ] = None,
    as_json: JsonOption = False,
    target: TargetOption = None,
    start: StartOption = None,
    parallel: ParallelOption = PARALLEL,
    questionnaire: QuestionnaireOption = None,
    min_group: MinGroupOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Plan the next steps of one organisation: what to do, why, who and when.

    CSV is for Jira, Asana, Trello and Planner, ICS for calendars.

    Example: alignment-maturity plan answers/*.yaml -o plan.xlsx
    """
    if as_json and format_ not in {None, "json"}:
        raise typer.BadParameter(f"--json and --format {format_} contradict each other")
    asked: Form | None = "json" if as_json else format_
    errors_as_json = asked == "json" or (asked is None and output.lower().endswith(".json"))
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=errors_as_json) as shell:
        from alignment_maturity.cli.inputs import assess_files, plan_request
        from alignment_maturity.cli.outputs import check_writable, chosen_format
        from alignment_maturity.waves import Terms

        form: Form = chosen_format(output, asked, _BY_ENDING, on_stdout="table", binary=("xlsx",))
        check_writable(shell, output, force=force, inputs=files)
        terms = Terms(plan_request(start, target, parallel), min_group)
        result = assess_files(shell, files, questionnaire, terms).result
        _put_out(shell, result, form, output, force=force)


def _put_out(shell: Shell, result: Assessment, form: Form, output: str, *, force: bool) -> None:
    lang = shell.lang_for(result.questionnaire)
    if output == "-" and form == "table":
        from alignment_maturity.cli.plan_screen import show

        show(shell.output(), result, lang)
    elif output == "-" and form == "json":
        shell.print_json(_document(result, lang))
    else:
        from alignment_maturity.cli.outputs import deliver

        deliver(shell, _rendered(result, form, lang), output, force=force)


def _rendered(result: Assessment, form: Form, lang: Lang) -> bytes:
    if form == "csv":
        from alignment_maturity.export.csv import as_csv

        return as_csv(result, lang)
    if form == "xlsx":
        from alignment_maturity.export.xlsx import as_xlsx

        return as_xlsx(result, lang)
    if form == "md":
        from alignment_maturity.export.markdown import as_markdown

        return as_markdown(result, lang)
    if form == "ics":
        from alignment_maturity.export.calendar import as_calendar

        return as_calendar(result, lang)
    if form == "json":
        return f"{json.dumps(_document(result, lang), ensure_ascii=False, indent=2)}\n".encode()
    from alignment_maturity.cli.plan_screen import as_text

    return as_text(result, lang, width=_FILE_WIDTH).encode()


def _document(result: Assessment, lang: Lang) -> dict[str, object]:
    """Return the plan of the result document, with whose it is: a program needs no other file."""
    from alignment_maturity.document import as_document, plan_document

    whole = as_document(result, lang)
    whose = ("questionnaire", "organisation", "wave", "date", "level", "level_id", "level_name")
    return {key: whole[key] for key in whose} | plan_document(result, lang)
