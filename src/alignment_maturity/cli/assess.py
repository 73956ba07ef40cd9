"""The `assess` command: the interview."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from alignment_maturity.cli.answers_place import Place, answers_path, printed_if_not_saved
from alignment_maturity.cli.line_terminal import line_terminal, prompts_on_stderr, stdin_is_terminal
from alignment_maturity.cli.options import LangOption, QuestionnaireOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import InvalidInput, Problem

if TYPE_CHECKING:
    from alignment_maturity.interview.details import Details
    from alignment_maturity.interview.plain import LineTerminal
    from alignment_maturity.interview.session import Session
    from alignment_maturity.model.answers import AnswerFile

_DEFAULT = "quick"
_ASKED = "asked"

OutputOption = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="ANSWERS",
        help="Answer file, .yaml or .json; if it exists, the interview resumes.",
    ),
]  # fmt: skip
OrganisationOption = Annotated[
    str | None, typer.Option(help="The organisation to assess.", show_default=_ASKED)
]
WaveOption = Annotated[
    str | None, typer.Option(help="Wave (round of assessment), such as 2026-H2.", show_default=_ASKED)
]
GroupOption = Annotated[
    str | None, typer.Option(help="Id of the respondent's function.", show_default=_ASKED)
]
NameOption = Annotated[str | None, typer.Option(help="Name of the respondent.", show_default=_ASKED)]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Line by line: type the number in front of an option.")
]


def assess(
    *,
    output: OutputOption,
    questionnaire: QuestionnaireOption = None,
    organisation: OrganisationOption = None,
    wave: WaveOption = None,
    group: GroupOption = None,
    name: NameOption = None,
    plain: PlainOption = False,  # noqa: ARG001 - so far every interview goes line by line
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Answer a questionnaire in the terminal; every answer is saved at once.

    What the options leave out is asked for, if stdin is a terminal. Answers may also be piped, one per line.

    Example: alignment-maturity assess -o answers.yaml
    """
    with Shell(lang, quiet=quiet, verbose=verbose) as shell:
        from alignment_maturity.interview.details import Details, tidy
        from alignment_maturity.store.files import exclusive

        place = Place(shell, answers_path(output), questionnaire)
        given = Details(*(tidy(text or "") for text in (organisation, wave, group, name)))
        today = dt.datetime.now().astimezone().date()
        with exclusive(place.path), printed_if_not_saved(place.path), prompts_on_stderr():
            if place.path.exists():
                _resume(place, given)
            else:
                _start(place, given, today)


def _start(place: Place, given: Details, today: dt.date) -> None:
    """Begin an interview; what was not given is asked, where somebody is there to be asked."""
    from alignment_maturity.interview import pages
    from alignment_maturity.interview.details import check_given, new_file
    from alignment_maturity.interview.plain import ask_details
    from alignment_maturity.interview.session import begin
    from alignment_maturity.store.questionnaires import find_questionnaire

    loaded = find_questionnaire(place.reference or _DEFAULT, place.path.parent)
    place.tell_about(loaded)
    questionnaire = loaded.questionnaire
    check_given(given, questionnaire, complete=not stdin_is_terminal())
    terminal = line_terminal(place.shell.lang_for(questionnaire))
    if not place.shell.quiet:
        terminal.show(pages.opening(questionnaire, str(place.path), terminal.paper))
    if terminal.patient:
        try:
            given = ask_details(given, questionnaire, terminal)
        except EOFError:
            terminal.tell("nothing-begun")
            return
    file = new_file(questionnaire, given, today)
    _lead(place, begin(questionnaire, file), terminal, saved=None)


def _resume(place: Place, given: Details) -> None:
    """Go on with an interview whose file exists."""
    from alignment_maturity.interview import pages
    from alignment_maturity.interview.details import check_given, resumed_file
    from alignment_maturity.interview.session import begin
    from alignment_maturity.store.answer_sets import Reader

    read = Reader(place.reference).read(place.path)
    place.tell_about(read.loaded)
    place.shell.warn(read.warnings)
    questionnaire = read.loaded.questionnaire
    check_given(given, questionnaire, complete=False)
    session = begin(questionnaire, resumed_file(read.file, given, str(place.path)))
    terminal = line_terminal(place.shell.lang_for(questionnaire))
    if not place.shell.quiet:
        terminal.show(pages.greeting(session, terminal.paper))
    _lead(place, session, terminal, saved=read.file)


def _lead(place: Place, session: Session, terminal: LineTerminal, *, saved: AnswerFile | None) -> None:
    """Lead the interview and say where its answers are; `saved` is what there is on disk already."""
    from alignment_maturity.interview import pages
    from alignment_maturity.interview.plain import LineRefused, interview
    from alignment_maturity.store.answer_files import SavedAnswers

    answers = SavedAnswers(
        place.path, saved, on_set_aside=lambda copy: terminal.tell("original-kept", path=copy)
    )
    if session.file != saved:
        answers.save(session.file)
    to_resume = terminal.paper.say("to-resume", command=place.command("assess", "-o"))
    try:
        session = interview(session, terminal, answers.save)
    except LineRefused as refused:
        terminal.show(to_resume)
        problem = Problem("line-refused", "-", refused.number, 1, excerpt=refused.line)
        raise InvalidInput([problem]) from None
    except KeyboardInterrupt:
        terminal.write("\n")
        terminal.tell("saved-so-far", path=place.path)
        terminal.show(to_resume)
        raise
    if not place.shell.quiet:
        terminal.show(pages.farewell(session, str(place.path), terminal.paper))
        to_score = terminal.paper.say("to-score", command=place.command("score"))
        terminal.show(to_resume if session.missing else to_score)
