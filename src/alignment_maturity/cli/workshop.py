"""The `workshop` command: a group answers together, in silence first."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from alignment_maturity.cli.answers_place import Place, answers_path, printed_if_not_saved
from alignment_maturity.cli.faces import PlainOption, ThemeOption, light_wanted
from alignment_maturity.cli.line_terminal import prompts_on_stderr
from alignment_maturity.cli.options import (
    LangOption,
    MinGroupOption,
    QuestionnaireOption,
    QuietOption,
    VerboseOption,
)
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import WrongUsage

if TYPE_CHECKING:
    from alignment_maturity.cli.workshop_leading import Asked

_ASKED = "asked"


class OrderBy(StrEnum):
    """What the agenda goes by."""

    DIMENSION = "dimension"
    DISAGREEMENT = "disagreement"


def workshop(
    *,
    more: Annotated[
        Optional[list[str]], typer.Argument(metavar="FILE...", help="Further files for --from.")
    ] = None,
    output: Annotated[
        Optional[str],
        typer.Option(
            "--output", "-o", metavar="ANSWERS",
            help="Answer file, .yaml or .json; if it exists, the workshop goes on.",
        ),
    ] = None,
    questionnaire: QuestionnaireOption = None,
    organisation: Annotated[
        Optional[str], typer.Option(help="The organisation to assess.", show_default=_ASKED)
    ] = None,
    wave: Annotated[
        Optional[str], typer.Option(help="Wave (round of assessment), such as 2026-H2.", show_default=_ASKED)
    ] = None,
    participants: Annotated[
        Optional[list[str]],
        typer.Option(
            metavar="FUNCTION=N|NAMES",
            help='Who is there, such as marketing=4 or "sales=Anna, Luca"; repeatable.',
            show_default=_ASKED,
        ),
    ] = None,
    minutes: Annotated[
        Optional[float],
        typer.Option(
            min=0, max=1440, help="Time for the whole agenda; 0 for none.", show_default="the questionnaire's"
        ),
    ] = None,
    order: Annotated[
        Optional[OrderBy],
        typer.Option(help="Order of the agenda.", show_default="dimension; disagreement with --from"),
    ] = None,
    earlier: Annotated[
        Optional[list[str]],
        typer.Option(
            "--from", metavar="ANSWERS",
            help="Individual answers collected before: the first round, hidden until it is revealed.",
        ),
    ] = None,
    min_group: MinGroupOption = None,
    present: Annotated[
        Optional[str],
        typer.Option("--present", metavar="ANSWERS", help="Show the room a workshop led elsewhere."),
    ] = None,
    plain: PlainOption = False,
    theme: ThemeOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:  # fmt: skip
    """Lead a group through a questionnaire: silent votes, how far apart they are, what is agreed.

    What the options leave out is asked for, if stdin is a terminal. Everything is saved at once.

    Example: alignment-maturity workshop -o room.yaml --participants marketing=4 --participants sales=3
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.cli.workshop_leading import Asked
        from alignment_maturity.cli.workshop_opening import open_workshop
        from alignment_maturity.interview.details import Details, tidy
        from alignment_maturity.store.files import exclusive

        asked = Asked(
            about=Details(tidy(organisation or ""), tidy(wave or "")),
            participants=tuple(participants or ()),
            minutes=minutes,
            order=order.value if order else None,
            sources=(*(earlier or ()), *(more or ())),
            min_group=min_group,
            plain=plain,
            light=light_wanted(theme),
        )
        if more and not earlier:
            raise WrongUsage("files-without-from", path=more[0])
        if min_group is not None and not earlier and present is None:
            raise WrongUsage("option-without-from", option="--min-group")
        if present is not None:
            _present(Place(shell, Path(present), questionnaire), asked, output)
            return
        if output is None:
            raise WrongUsage("answers-or-present")
        place = Place(shell, answers_path(output), questionnaire)
        today = dt.datetime.now().astimezone().date()
        with exclusive(place.path), printed_if_not_saved(place.path):
            with prompts_on_stderr():
                opened = open_workshop(place, asked, today)
            if opened is not None:
                opened.lead()


def _present(place: Place, asked: Asked, output: str | None) -> None:
    from alignment_maturity.cli.workshop_room import present

    given = {
        "--output": output, "--from": asked.sources, "--participants": asked.participants,
        "--order": asked.order, "--minutes": asked.minutes, "--min-group": asked.min_group,
        "--organisation": asked.about.organisation, "--wave": asked.about.wave,
    }  # fmt: skip
    for option, value in given.items():
        if value not in (None, "", ()):
            raise WrongUsage("only-present", option=option)
    present(place, plain=asked.plain, light=asked.light)
