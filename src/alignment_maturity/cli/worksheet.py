"""The `worksheet` commands: list, and one for each working document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from alignment_maturity.cli import calculator_options as given
from alignment_maturity.cli.options import (
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
from alignment_maturity.errors import WrongUsage
from alignment_maturity.language.worksheets import PURPOSES, TITLES
from alignment_maturity.planning.request import PARALLEL

if TYPE_CHECKING:
    from alignment_maturity.result import Assessment
    from alignment_maturity.worksheets.calculator import Figures
    from alignment_maturity.worksheets.document import Document

Form = Literal["pdf", "docx", "md"]

_BY_ENDING: dict[str, Form] = {".pdf": "pdf", ".docx": "docx", ".md": "md", ".markdown": "md"}

AnswersArgument = Annotated[
    Optional[list[str]],
    typer.Argument(
        metavar="ANSWERS",
        help="Answer files of one organisation and wave; - reads stdin. Without any, a document to fill in.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")
]
FormatOption = Annotated[
    Optional[Form], typer.Option("--format", help="Format.", show_default="by the ending, md on stdout")
]

app = typer.Typer(
    no_args_is_help=True,
    help="Worksheets that go with the plan, as PDF, Word or Markdown, filled in as far as answers allow.",
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the options that all worksheets share ask for."""

    files: Sequence[str]
    output: str
    form: Form | None
    target: int | None
    start: datetime | None
    parallel: int
    questionnaire: str | None
    min_group: int | None
    force: bool


@app.command("list")
def list_(
    as_json: JsonOption = False,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the worksheets, and what each is for.

    Example: alignment-maturity worksheet list
    """
    with Shell(lang, quiet=quiet, verbose=verbose, as_json=as_json) as shell:
        if as_json:
            shell.print_json(
                [
                    {
                        "name": name,
                        "title": title.fill(shell.lang),
                        "purpose": PURPOSES[name].fill(shell.lang),
                    }
                    for name, title in TITLES.items()
                ]
            )
        else:
            from alignment_maturity.cli.worksheet_screen import show_list

            show_list(shell)


@app.command()
def sla(
    output: OutputOption,
    files: AnswersArgument = None,
    revenue_target: given.RevenueTarget = None,
    lead_share: given.LeadShare = None,
    average_deal: given.AverageDeal = None,
    win_rate: given.WinRate = None,
    opportunity_rate: given.OpportunityRate = None,
    acceptance_rate: given.AcceptanceRate = None,
    people: given.People = None,
    hours: given.Hours = None,
    attempts: given.Attempts = 5,
    minutes: given.Minutes = 10,
    weeks: given.Weeks = 48,
    hot_within: given.HotWithin = None,
    warm_within: given.WarmWithin = None,
    cold_within: given.ColdWithin = None,
    format_: FormatOption = None,
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
    """Service-level agreement, with the leads that marketing owes and the hours that sales needs.

    What the figures given are not enough for stays blank, with its formula beside it.

    Example: alignment-maturity worksheet sla answers.yaml --revenue-target 2000000 --lead-share 40
    --average-deal 25000 --win-rate 25 --opportunity-rate 30 --acceptance-rate 60 -o sla.docx
    """
    from alignment_maturity.worksheets.calculator import Deadlines, Figures

    usual = Deadlines()
    deadlines = Deadlines(hot_within or usual.hot, warm_within or usual.warm, cold_within or usual.cold)
    if not deadlines.hot <= deadlines.warm <= deadlines.cold:
        raise typer.BadParameter("--hot-within must not exceed --warm-within, nor this --cold-within.")
    figures = Figures(
        revenue_target, lead_share, average_deal, win_rate, opportunity_rate, acceptance_rate, people, hours,
        deadlines, attempts, Decimal(minutes), weeks,
    )  # fmt: skip
    asked = _Asked(
        files or (), output, format_, target, start, parallel, questionnaire, min_group, force=force
    )
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        _make(shell, "sla", asked, figures)


def _command(name: str) -> Callable[..., None]:
    """Return the command of a worksheet that has no options of its own."""

    def command(
        output: OutputOption,
        files: AnswersArgument = None,
        format_: FormatOption = None,
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
        asked = _Asked(
            files or (), output, format_, target, start, parallel, questionnaire, min_group, force=force
        )
        with Shell(lang, quiet=quiet, verbose=verbose) as shell:
            _make(shell, name, asked)

    return command


def _help(name: str) -> str:
    purpose = PURPOSES[name].en
    return (
        f"{TITLES[name].en}: {purpose[0].lower()}{purpose[1:]}\n\n"
        f"Example: alignment-maturity worksheet {name} answers.yaml -o {name}.docx"
    )


for _name in TITLES:
    if _name != "sla":
        app.command(_name, help=_help(_name))(_command(_name))


def _make(shell: Shell, name: str, asked: _Asked, figures: Figures | None = None) -> None:
    from alignment_maturity import __version__
    from alignment_maturity.cli.inputs import plan_request
    from alignment_maturity.cli.outputs import check_writable, chosen_format, deliver
    from alignment_maturity.worksheets.build import build
    from alignment_maturity.worksheets.calculator import Figures
    from alignment_maturity.worksheets.voice import Source

    form: Form = chosen_format(asked.output, asked.form, _BY_ENDING, on_stdout="md", binary=("pdf", "docx"))
    check_writable(shell, asked.output, force=asked.force, inputs=asked.files)
    result = _assessed(shell, asked)
    start = plan_request(asked.start).start if asked.start else None
    source = Source(result, start, figures or Figures(), __version__)
    lang = shell.lang_for(result.questionnaire) if result else shell.lang
    deliver(shell, _rendered(shell, build(name, lang, source), form), asked.output, force=asked.force)


def _assessed(shell: Shell, asked: _Asked) -> Assessment | None:
    """Assess the answers; None where there are none.

    Raises:
        WrongUsage: where an option would have no effect without answers.
    """
    if asked.files:
        from alignment_maturity.cli.inputs import assess_files, plan_request
        from alignment_maturity.waves import Terms

        terms = Terms(plan_request(asked.start, asked.target, asked.parallel), asked.min_group)
        return assess_files(shell, asked.files, asked.questionnaire, terms).result
    idle = {
        "--target": asked.target,
        "--parallel": None if asked.parallel == PARALLEL else asked.parallel,
        "--questionnaire": asked.questionnaire,
        "--min-group": asked.min_group,
    }
    for option, value in idle.items():
        if value is not None:
            raise WrongUsage("answers-needed", option=option)
    return None


def _rendered(shell: Shell, document: Document, form: Form) -> bytes:
    if form == "md":
        from alignment_maturity.worksheets.markdown import as_markdown

        return as_markdown(document)
    if form == "docx":
        from alignment_maturity.worksheets.docx.file import as_docx

        return as_docx(document)
    from alignment_maturity.cli.outputs import printed
    from alignment_maturity.worksheets.pdf import render_pdf

    return printed(shell, render_pdf(document))
