"""The `assess` command: the interview."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from alignment_maturity.cli.answers_place import Place, answers_path, printed_if_not_saved
from alignment_maturity.cli.faces import PlainOption, ThemeOption, full_screen_wanted, light_wanted
from alignment_maturity.cli.line_terminal import line_terminal, prompts_on_stderr, stdin_is_terminal
from alignment_maturity.cli.options import LangOption, QuestionnaireOption, QuietOption, VerboseOption
from alignment_maturity.cli.shell import Shell
from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.language import Lang, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from alignment_maturity.interview.details import Details
    from alignment_maturity.interview.paper import Paper
    from alignment_maturity.interview.session import Session
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.store.answer_files import Reason, SavedAnswers
    from alignment_maturity.store.questionnaires import Loaded

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


def assess(
    *,
    output: OutputOption,
    questionnaire: QuestionnaireOption = None,
    organisation: OrganisationOption = None,
    wave: WaveOption = None,
    group: GroupOption = None,
    name: NameOption = None,
    plain: PlainOption = False,
    theme: ThemeOption = None,
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
        with exclusive(place.path), printed_if_not_saved(place.path):
            opened = _resumed(place, given) if place.path.exists() else _begun(place, given)
            if full_screen_wanted(plain=plain):
                _on_full_screen(opened, light=light_wanted(theme))
            else:
                with prompts_on_stderr():
                    _line_by_line(opened)


@dataclass(frozen=True, slots=True)
class _Opened:
    """An interview that is about to be led.

    Attributes:
        given: what the options say of the respondent, in an interview that begins.
        resumed: the file to go on with, None where there is none yet.
        saved: what of it is on the disk.
        left_out: what of it does not fit the questionnaire any more.
    """

    place: Place
    loaded: Loaded
    given: Details
    resumed: AnswerFile | None = None
    saved: AnswerFile | None = None
    left_out: tuple[Problem, ...] = ()

    def session(self, file: AnswerFile) -> Session:
        """Begin with a file."""
        from alignment_maturity.interview.session import begin

        return begin(self.loaded.questionnaire, file)

    def new_file(self, details: Details) -> AnswerFile:
        """Return the file of an interview that begins today."""
        from alignment_maturity.interview.details import new_file

        return new_file(self.loaded.questionnaire, details, _now().date())

    def answers(self, on_set_aside: Callable[[Path, Reason], None]) -> SavedAnswers:
        """Return the file on the disk."""
        from alignment_maturity.store.answer_files import SavedAnswers

        outgrown = bool(self.left_out)
        return SavedAnswers(self.place.path, self.saved, outgrown=outgrown, on_set_aside=on_set_aside)


def _begun(place: Place, given: Details) -> _Opened:
    """Find the questionnaire of an interview that begins."""
    from alignment_maturity.interview.details import check_given
    from alignment_maturity.store.questionnaires import find_questionnaire

    loaded = find_questionnaire(place.reference or _DEFAULT, place.path.parent)
    place.tell_about(loaded)
    check_given(given, loaded.questionnaire, complete=not stdin_is_terminal())
    return _Opened(place, loaded, given)


def _resumed(place: Place, given: Details) -> _Opened:
    """Read the file of an interview that goes on; what does not fit it any more stays out."""
    from alignment_maturity.interview.details import check_given, resumed_file
    from alignment_maturity.store.answer_sets import Reader

    read = Reader(place.reference).read(place.path, resuming=True)
    place.tell_about(read.loaded)
    place.shell.warn(read.warnings)
    check_given(given, read.loaded.questionnaire, complete=False)
    resumed = resumed_file(read.file, given, str(place.path))
    left_out = read.warnings if any(each.code == "answers-left-out" for each in read.warnings) else ()
    return _Opened(place, read.loaded, given, resumed, read.file, left_out)


def _line_by_line(opened: _Opened) -> None:
    """Lead the interview line by line; what was not given is asked, where somebody is there to be asked."""
    from alignment_maturity.interview import pages
    from alignment_maturity.interview.plain import ask_details, interview
    from alignment_maturity.interview.terminal import LineRefused

    place, questionnaire = opened.place, opened.loaded.questionnaire
    terminal = line_terminal(place.shell.lang_for(questionnaire))
    if opened.resumed is not None:
        session = opened.session(opened.resumed)
        if not place.shell.quiet:
            terminal.show(pages.greeting(session, terminal.paper))
    else:
        if not place.shell.quiet:
            terminal.show(pages.opening(questionnaire, str(place.path), terminal.paper))
        given = opened.given
        if terminal.patient:
            try:
                given = ask_details(given, questionnaire, terminal)
            except EOFError:
                terminal.tell("nothing-begun")
                return
        session = opened.session(opened.new_file(given))
    answers = opened.answers(lambda copy, why: terminal.tell(f"original-kept-{why}", path=copy))
    if session.file != opened.saved:
        answers.save(session.file)
    try:
        session = interview(session, terminal, answers.save, place.afterwards(opened.loaded))
    except LineRefused as refused:
        terminal.show(_to_resume(place, terminal.lang))
        problem = Problem("line-refused", "-", refused.number, 1, excerpt=refused.line)
        raise InvalidInput([problem]) from None
    except KeyboardInterrupt:
        terminal.write("\n")
        terminal.tell("saved-so-far", path=place.path)
        terminal.show(_to_resume(place, terminal.lang))
        raise
    _say_goodbye(place, session, terminal.lang)


def _on_full_screen(opened: _Opened, *, light: bool) -> None:
    """Lead the interview on the full screen, and say afterwards where everything is."""
    from alignment_maturity.interview.details import complete
    from alignment_maturity.screens.interview import InterviewApp, Table

    place, questionnaire = opened.place, opened.loaded.questionnaire
    aside: list[tuple[Path, Reason]] = []
    resumed = opened.resumed
    if resumed is None and complete(opened.given, questionnaire):
        resumed = opened.new_file(opened.given)
    app = InterviewApp(
        Table(
            questionnaire,
            place=str(place.path),
            given=opened.given,
            new_file=opened.new_file,
            save=opened.answers(lambda copy, why: aside.append((copy, why))).save,
            saved=opened.saved,
            left_out=opened.left_out,
            afterwards=lambda: place.afterwards(opened.loaded),
        ),
        None if resumed is None else opened.session(resumed),
        place.shell.lang_for(questionnaire),
        light=light,
        now=_now,
    )
    try:
        app.lead()
    except KeyboardInterrupt:
        if app.session is not None:
            _tell("saved-so-far", app.lang, path=place.path)
            _show(_to_resume(place, app.lang))
        raise
    finally:
        for copy, why in aside:
            _tell(f"original-kept-{why}", app.lang, path=copy)
        for report in app.reports:
            _tell("report-written", app.lang, path=report)
    if app.session is None:
        _tell("nothing-begun", app.lang)
    else:
        _say_goodbye(place, app.session, app.lang)


def _say_goodbye(place: Place, session: Session, lang: Lang) -> None:
    """Say where the answers are, and what can be done with them next."""
    from alignment_maturity.interview import pages

    if not place.shell.quiet:
        _show(pages.farewell(session, one_line(str(place.path)), _paper(lang)))
        to_score = _paper(lang).say("to-score", command=place.command("score"))
        _show(_to_resume(place, lang) if session.missing else to_score)


def _to_resume(place: Place, lang: Lang) -> str:
    return _paper(lang).say("to-resume", command=place.command("assess", "-o"))


def _tell(key: str, lang: Lang, **values: object) -> None:
    paper = _paper(lang)
    _show(paper.wrap(paper.say(key, **values)))


def _show(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _paper(lang: Lang) -> Paper:
    from alignment_maturity.interview.paper import Paper

    return Paper(lang, shutil.get_terminal_size().columns)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
