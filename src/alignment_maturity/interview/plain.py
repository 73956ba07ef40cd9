"""The interview line by line: for pipes, screen readers, dumb terminals, and whoever prefers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview import pages
from alignment_maturity.interview.commands import Typed, understand
from alignment_maturity.interview.details import Details, tidy
from alignment_maturity.interview.pages import Paper
from alignment_maturity.interview.session import (
    Annotate,
    Back,
    Choose,
    Clear,
    Event,
    Jump,
    Next,
    Quit,
    Remark,
    Review,
    Session,
    Stage,
    Undo,
    advance,
    clean,
)
from alignment_maturity.language import Lang, failures, say
from alignment_maturity.language.interview import NOTICES
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire

_EVENTS: dict[str, Event] = {
    "enter": Next(),
    "next": Next(),
    "back": Back(),
    "n/a": Choose(NOT_APPLICABLE),
    "unknown": Choose(UNKNOWN),
    "review": Review(),
    "undo": Undo(),
    "clear": Clear(),
    "quit": Quit(),
}
_REMARKS: dict[str, Remark] = {"note": "note", "evidence": "evidence"}
_EXCERPT = 60  # columns of a typed line that are repeated
_LONG = 5  # digits of a number that is no question's


@dataclass(frozen=True, slots=True)
class LineTerminal:
    """Where lines are read and text is written.

    Attributes:
        columns: tells how wide the terminal is at the moment.
        read_line: shows a prompt and returns the next line; raises EOFError where there is none.
        write: shows some text as it is.
        patient: whether somebody is there to be asked when something goes wrong.
    """

    lang: Lang
    columns: Callable[[], int]
    read_line: Callable[[str], str]
    write: Callable[[str], None]
    patient: bool

    @property
    def paper(self) -> Paper:
        """What pages are laid out for."""
        return Paper(self.lang, self.columns())

    def show(self, text: str) -> None:
        """Write lines of text, if any."""
        if text:
            self.write(f"{text}\n")

    def tell(self, key: str, **values: object) -> None:
        """Write a phrase of the interview, wrapped."""
        self.show(self.paper.wrap(self.paper.say(key, **values)))


class NotSaved(Exception):
    """The answers could not be written, and nobody wants to try again.

    Attributes:
        file: all of them, to be put somewhere else.
        failure: why.
    """

    def __init__(self, file: AnswerFile, failure: WorkFailed) -> None:
        self.file = file
        self.failure = failure
        super().__init__(failure.code)


class LineRefused(Exception):
    """A piped line is no answer and no command; going on would give the next lines to the wrong questions.

    Attributes:
        number: of the line, from 1.
        line: what it holds.
    """

    def __init__(self, number: int, line: str) -> None:
        self.number = number
        self.line = line
        super().__init__(line)


def ask_details(known: Details, questionnaire: Questionnaire, terminal: LineTerminal) -> Details:
    """Ask for what is not known; everything but the organisation may be left out. Raises EOFError."""
    terminal.write("\n")
    return Details(
        organisation=known.organisation or _ask_organisation(terminal),
        wave=known.wave or _ask("ask-wave", terminal),
        group=known.group or _ask_group(questionnaire, terminal),
        name=known.name or _ask("ask-name", terminal),
    )


def interview(session: Session, terminal: LineTerminal, save: Callable[[AnswerFile], None]) -> Session:
    """Lead a session until it is left or the input ends, saving each change before the next prompt.

    Raises NotSaved where `save` fails with WorkFailed and nobody tries again, and LineRefused where nobody is
    there to mend what cannot be understood.
    """
    number = 0
    unclaimed = ""  # the last line that was not understood: a bare `note` takes it up
    turned = True
    while session.stage not in {Stage.FINISHED, Stage.LEFT}:
        if turned:
            terminal.show(pages.page(session, terminal.paper))
        try:
            line = clean(terminal.read_line(pages.prompt(session, terminal.paper)))
            number += 1
            typed = understand(line)
            if typed.command in _REMARKS and not typed.argument and session.stage is Stage.ASKING:
                typed = Typed(typed.command, _ask_remark(typed.command, unclaimed, terminal))
                number += 1
        except EOFError:
            terminal.write("\n")
            return advance(session, Quit())
        event = _event(session, typed)
        if event is None:
            turned = False
            unclaimed = typed.argument if typed.command == "text" else unclaimed
            terminal.show(_explanation(session, typed, terminal.paper))
            if not terminal.patient and typed.command != "help":
                raise LineRefused(number, line)
            continue
        after = advance(session, event)
        if after.answers != session.answers:
            _keep(after.answer_file(), terminal, save)
        terminal.show(_comment(session, event, after, terminal.paper))
        if after.notice and not terminal.patient:
            raise LineRefused(number, line)
        turned = after.notice is None and not isinstance(event, Annotate)
        if isinstance(event, Choose | Annotate):
            unclaimed = typed.argument if after.notice else ""
        session = after
    return session


def _event(session: Session, typed: Typed) -> Event | None:
    """Return what a line does to the session; None where it only asks for an explanation."""
    if typed.command in _REMARKS:
        return Annotate(_REMARKS[typed.command], typed.argument)
    if typed.command == "jump":
        number = typed.argument or str(session.position + 1)
        return Jump(int(number) if number.isdecimal() and len(number) < _LONG else number.lower())
    if typed.command != "number":
        return _EVENTS.get(typed.command)
    if session.stage is Stage.REVIEWING:
        return Jump(int(typed.argument))
    options = session.questionnaire.options_of(session.question)
    place = int(typed.argument)
    return Choose(options[place - 1].value) if 1 <= place <= len(options) else None


def _explanation(session: Session, typed: Typed, paper: Paper) -> str:
    if typed.command == "help":
        return pages.help_page(session, paper)
    count = len(session.questionnaire.options_of(session.question))
    if typed.command == "number":
        return paper.wrap(say(NOTICES, "no-such-option", paper.lang, found=typed.argument, count=count))
    key = "not-understood" if session.stage is Stage.ASKING else "not-understood-in-review"
    return paper.wrap(paper.say(key, line=paper.shorten(typed.argument, _EXCERPT), count=count))


def _comment(before: Session, event: Event, after: Session, paper: Paper) -> str:
    """Say what an event has done, where the next page does not show it."""
    if after.notice:
        return paper.wrap(say(NOTICES, after.notice.code, paper.lang, **after.notice.values))
    match event:
        case Choose():
            words = pages.answer_in_words(after, before.question, paper)
            return paper.shorten(paper.say("kept-answer", answer=words), paper.measure)
        case Annotate(remark):
            return paper.say(f"kept-{remark}")
        case Clear() | Undo():
            return paper.say("cleared" if isinstance(event, Clear) else "undone")
        case Next() if before.stage is Stage.ASKING and before.answer.value is None:
            return paper.say("skipped")
    return ""


def _ask_remark(command: str, unclaimed: str, terminal: LineTerminal) -> str:
    paper = terminal.paper
    if unclaimed:
        terminal.tell("enter-keeps-line", line=paper.shorten(unclaimed, _EXCERPT))
    return clean(terminal.read_line(paper.say(f"ask-{command}"))) or unclaimed


def _keep(file: AnswerFile, terminal: LineTerminal, save: Callable[[AnswerFile], None]) -> None:
    """Save; where that fails, let the user make room and try again."""
    failed = False
    while True:
        try:
            save(file)
        except WorkFailed as failure:
            failed = True
            if not terminal.patient:
                raise NotSaved(file, failure) from failure
            reason = say(failures.PHRASES, failure.code, terminal.lang, **failure.values)
            terminal.tell("not-saved", reason=reason)
            if _gives_up(terminal):
                raise NotSaved(file, failure) from failure
        else:
            if failed:
                terminal.tell("saved-after-all")
            return


def _gives_up(terminal: LineTerminal) -> bool:
    try:
        line = terminal.read_line(terminal.paper.say("retry"))
    except (EOFError, KeyboardInterrupt):
        return True
    return understand(clean(line)).command == "quit"


def _ask_organisation(terminal: LineTerminal) -> str:
    while not (name := _ask("ask-organisation", terminal)):
        terminal.tell("organisation-needed")
    return name


def _ask_group(questionnaire: Questionnaire, terminal: LineTerminal) -> str:
    groups = questionnaire.groups
    if not groups:
        return ""
    for number, group in enumerate(groups, 1):
        terminal.show(f"{number:3}. {group.name.in_(terminal.lang)}")
    while line := _ask("ask-group", terminal):
        typed = understand(line)
        if typed.command == "number" and 1 <= int(typed.argument) <= len(groups):
            return groups[int(typed.argument) - 1].id
        terminal.tell("no-such-group", count=len(groups))
    return ""


def _ask(key: str, terminal: LineTerminal) -> str:
    return tidy(terminal.read_line(terminal.paper.say(key)))
