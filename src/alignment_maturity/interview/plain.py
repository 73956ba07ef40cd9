"""The interview line by line: for pipes, screen readers, dumb terminals, and whoever prefers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.interview import pages
from alignment_maturity.interview.commands import Typed, understand
from alignment_maturity.interview.details import Details, tidy
from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Quit, Review, Undo
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import (
    Annotate,
    Choose,
    Clear,
    Event,
    Remark,
    Session,
    Stage,
    advance,
    clean,
)
from alignment_maturity.interview.terminal import EXCERPT, LineRefused, LineTerminal, keep
from alignment_maturity.language import say
from alignment_maturity.language.interview import NOTICES
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire

if TYPE_CHECKING:
    from alignment_maturity.interview.ending import Afterwards


_EVENTS: dict[str, Event] = {
    "enter": Next(),
    "next": Next(),
    "back": Back(),
    "n/a": Choose(NOT_APPLICABLE),
    "unknown": Choose(UNKNOWN),
    "review": Review(),
    "undo": Undo(),
    "clear": Clear(),
    "finish": Finish(),
    "quit": Quit(),
}
_REMARKS: dict[str, Remark] = {"note": "note", "evidence": "evidence"}
_LONG = 5  # digits of a number that is no question's


def ask_details(known: Details, questionnaire: Questionnaire, terminal: LineTerminal) -> Details:
    """Ask for what is not known; everything but the organisation may be left out. Raises EOFError."""
    about = ask_about(known, terminal)
    return replace(
        about,
        group=known.group or _ask_group(questionnaire, terminal),
        name=known.name or _ask("ask-name", terminal),
    )


def ask_about(known: Details, terminal: LineTerminal) -> Details:
    """Ask for what is not known of the assessment: the organisation, and the wave. Raises EOFError."""
    terminal.write("\n")
    return replace(
        known,
        organisation=known.organisation or _ask_organisation(terminal),
        wave=known.wave or _ask("ask-wave", terminal),
    )


def interview(
    session: Session,
    terminal: LineTerminal,
    save: Callable[[AnswerFile], None],
    afterwards: Afterwards | None = None,
) -> Session:
    """Lead a session until it is left or the input ends, saving each change before the next prompt.

    At the end what the answers come to is shown, where `afterwards` can tell it.

    Raises NotSaved where `save` fails with WorkFailed and nobody tries again, and LineRefused where nobody is
    there to mend what cannot be understood.
    """
    return _Lead(terminal, save, afterwards).lead(session)


class _Lead:
    """Somebody who types answers."""

    def __init__(
        self, terminal: LineTerminal, save: Callable[[AnswerFile], None], afterwards: Afterwards | None
    ) -> None:
        self._terminal = terminal
        self._save = save
        self._afterwards = afterwards
        self._lines = 0
        self._line = ""
        self._unclaimed = ""  # the last line that was not understood: a bare `note` takes it up

    def lead(self, session: Session) -> Session:
        turned = True
        while session.stage is not Stage.LEFT:
            if session.stage is Stage.FINISHED:
                if not self._goes_back(session):
                    return session
                session, turned = advance(session, Back()), True
            if turned:
                self._terminal.show(pages.page(session, self._terminal.paper))
            typed = self._asked(session)
            if typed is None:
                return advance(session, Quit())
            if typed.command == "language":
                self._terminal.switch_language()
                turned = True
            elif (event := _event(session, typed)) is None:
                self._explain(session, typed)
                turned = False
            else:
                session = self._happened(session, event, typed)
                turned = session.notice is None and not isinstance(event, Annotate)
        return session

    def _asked(self, session: Session) -> Typed | None:
        """Read a line, and the remark that a bare command asks for; None where the input has ended."""
        terminal = self._terminal
        try:
            self._line = self._read(pages.prompt(session, terminal.paper))
            typed = understand(self._line)
            if typed.command not in _REMARKS or typed.argument or session.stage is not Stage.ASKING:
                return typed
            if self._unclaimed:
                terminal.tell("enter-keeps-line", line=terminal.paper.shorten(self._unclaimed, EXCERPT))
            text = self._read(terminal.paper.say(f"ask-{typed.command}"))
            return Typed(typed.command, text or self._unclaimed)
        except EOFError:
            terminal.write("\n")
            return None

    def _explain(self, session: Session, typed: Typed) -> None:
        if typed.command == "text":
            self._unclaimed = typed.argument
        self._terminal.show(_explanation(session, typed, self._terminal.paper))
        if not self._terminal.patient and typed.command != "help":
            raise LineRefused(self._lines, self._line)

    def _happened(self, session: Session, event: Event, typed: Typed) -> Session:
        after = advance(session, event)
        if after.answers != session.answers:
            file = after.answer_file()
            keep(file, self._terminal, lambda: self._save(file))
        self._terminal.show(_comment(session, event, after, self._terminal.paper))
        if after.notice and not self._terminal.patient:
            raise LineRefused(self._lines, self._line)
        if isinstance(event, Choose | Annotate):
            self._unclaimed = typed.argument if after.notice else ""
        return after

    def _goes_back(self, session: Session) -> bool:
        """Show what the answers come to; return whether somebody wants to go back to them."""
        if self._afterwards is None:
            return False
        # The first to need numpy: nobody waits for it before the first question.
        from alignment_maturity.interview.closing import close

        return close(session.answer_file(), self._terminal, self._afterwards)

    def _read(self, prompt: str) -> str:
        line = clean(self._terminal.read_line(prompt))
        self._lines += 1
        return line


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
    return paper.wrap(paper.say(key, line=paper.shorten(typed.argument, EXCERPT), count=count))


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
