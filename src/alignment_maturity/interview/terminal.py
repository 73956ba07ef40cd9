"""The terminal of the line-by-line faces: asking, telling, and saving with another try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.paper import Paper
from alignment_maturity.interview.session import clean
from alignment_maturity.language import LANGUAGES, Lang, failures, say
from alignment_maturity.language.interview import COMMANDS
from alignment_maturity.model.answers import AnswerFile

EXCERPT = 60
"""Columns of a typed line that are repeated."""


@dataclass(slots=True)
class LineTerminal:
    """Where lines are read and text is written.

    Attributes:
        lang: what is shown; it may be switched at any time.
        columns: tells how wide the terminal is at the moment.
        read_line: shows a prompt and returns the next line; raises EOFError where there is none.
        write: shows some text as it is.
        patient: whether somebody is there to be asked when something goes wrong.
        erase: takes what was just read, the prompt and the line, off the screen again where it can.
    """

    lang: Lang
    columns: Callable[[], int]
    read_line: Callable[[str], str]
    write: Callable[[str], None]
    patient: bool
    erase: Callable[[str, str], None] = field(default=lambda _prompt, _line: None)

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

    def switch_language(self) -> None:
        """Go on in the other language."""
        self.lang = next(lang for lang in LANGUAGES if lang != self.lang)


class NotSaved(Exception):
    """The answers could not be written, and nobody wants to try again.

    Attributes:
        file: all of them, to be put somewhere else.
        failure: why.
        hidden: what of a workshop is in no answers, as lines of text; empty where that is nothing.
    """

    def __init__(self, file: AnswerFile, failure: WorkFailed, hidden: tuple[str, ...] = ()) -> None:
        self.file = file
        self.failure = failure
        self.hidden = hidden
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


def keep(file: AnswerFile, terminal: LineTerminal, save: Callable[[], None]) -> None:
    """Save; where that fails, let the user make room and try again.

    Raises NotSaved, with `file`, where `save` fails with WorkFailed and nobody tries again.
    """
    failed = False
    while True:
        try:
            save()
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
    return clean(line).lower() in COMMANDS["quit"]
