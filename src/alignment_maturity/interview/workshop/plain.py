"""The workshop line by line: for pipes, screen readers, dumb terminals, and whoever prefers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from alignment_maturity.errors import AlignmentError, WorkFailed, WrongUsage
from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Quit, Review, Undo
from alignment_maturity.interview.session import Stage, clean
from alignment_maturity.interview.terminal import EXCERPT, LineRefused, LineTerminal, keep
from alignment_maturity.interview.workshop import pages
from alignment_maturity.interview.workshop.commands import (
    Tally,
    Typed,
    Unclear,
    card,
    hide_cards,
    tallies,
    understand,
)
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Elapse,
    Event,
    NewRound,
    Park,
    Pause,
    Reveal,
    Seat,
    ShowLadder,
    Write,
)
from alignment_maturity.interview.workshop.meeting import Meeting, Phase
from alignment_maturity.interview.workshop.people import ask_people, given_people
from alignment_maturity.interview.workshop.wording import (
    cards_counted,
    functions,
    notice,
    option_in_words,
    people_in_words,
    told,
    unrevealed,
)
from alignment_maturity.language import failures, say
from alignment_maturity.language.interview import NOTICES as OF_THE_INTERVIEW
from alignment_maturity.language.workshop import NOTICES
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.room import Votes

if TYPE_CHECKING:
    from alignment_maturity.interview.ending import Afterwards
    from alignment_maturity.interview.paper import Paper
    from alignment_maturity.interview.workshop.pages import SpreadOf
    from alignment_maturity.interview.workshop.spread import Spread
    from alignment_maturity.language import Lang
    from alignment_maturity.model.answers import AnswerFile
    from alignment_maturity.result import Assessment

_EVENTS: dict[str, Event] = {
    "reveal": Reveal(),
    "again": NewRound(),
    "park": Park(),
    "next": Next(),
    "back": Back(),
    "review": Review(),
    "undo": Undo(),
    "ladder": ShowLadder(),
    "pause": Pause(),
    "finish": Finish(),
    "quit": Quit(),
}
_TURNING = (Reveal, NewRound, Next, Back, Jump, Review, Undo, ShowLadder, Finish)
_LONG = 5  # digits of a number that is no question's


class Unable(Exception):
    """A line does nothing; the message says why.

    Attributes:
        refuses: whether it makes no sense, so that nobody should go on after it unless somebody is there.
    """

    def __init__(self, text: str, *, refuses: bool = True) -> None:
        self.refuses = refuses
        super().__init__(text)


def workshop(
    meeting: Meeting,
    terminal: LineTerminal,
    save: Callable[[Meeting, Lang], None],
    clock: Callable[[], float],
    afterwards: Afterwards,
) -> Meeting:
    """Lead a workshop until it is left or the input ends, saving each change before the next prompt.

    Args:
        clock: seconds since any moment; they never go back.

    Raises NotSaved where `save` fails with WorkFailed and nobody tries again, LineRefused where nobody is
    there to mend what cannot be understood, and KeyboardInterrupt with everything saved.
    """
    return _Lead(terminal, save, clock, afterwards).lead(meeting)


def lazy_spreads(questionnaire: Questionnaire) -> SpreadOf:
    """Return what tells the spread of a round, and loads numpy when it is first asked."""

    @cache
    def loaded() -> SpreadOf:
        from alignment_maturity.interview.workshop.spread import spreads

        return spreads(questionnaire)

    def spread_of(question: str, votes: Votes) -> Spread:
        return loaded()(question, votes)

    return spread_of


def drawn_ladder(
    file: AnswerFile, score: Callable[[AnswerFile], Assessment], paper: Paper
) -> tuple[str, ...]:
    """Draw where the answers stand on the scale; nothing where they cannot be scored."""
    from alignment_maturity.interview.closing import ladder
    from alignment_maturity.interview.ending import ending

    with suppress(AlignmentError):
        return tuple(ladder(ending(score(file), paper.lang), paper))
    return ()


class _Lead:
    """Somebody at the keyboard of a workshop."""

    def __init__(
        self,
        terminal: LineTerminal,
        save: Callable[[Meeting, Lang], None],
        clock: Callable[[], float],
        afterwards: Afterwards,
    ) -> None:
        self._terminal = terminal
        self._save = save
        self._clock = clock
        self._since = clock()
        self._afterwards = afterwards
        self._lines = 0
        self._line = ""
        self._on_screen = "", ""  # the last prompt, and what was typed at it
        self._unclaimed = ""  # the last line that was not understood: a bare `note` takes it up
        self._doing: dict[str, Callable[[Meeting, Typed], Sequence[Event]]] = {
            "help": self._help,
            "language": self._language,
            "jump": self._jump,
            "enter": self._enter,
            "agree": self._agree,
            "note": self._note,
            "people": self._people,
            "text": self._cards,
            "number": self._cards,
        }

    def lead(self, meeting: Meeting) -> Meeting:
        spread_of = lazy_spreads(meeting.questionnaire)
        if meeting.stage is Stage.FINISHED:  # there is more to come, or nobody would have come back
            meeting = advance(meeting, Back())
        turned = True
        while meeting.stage is not Stage.LEFT:
            if turned:
                paper = self._terminal.paper
                self._terminal.show(pages.page(meeting, spread_of, paper, self._ladder(meeting)))
            events = self._asked(meeting)
            turned = False
            if events is not None:
                meeting = advance(meeting, self._time())
                for event in events:
                    before, meeting = meeting, self._happened(meeting, event, last=event is events[-1])
                    turned = isinstance(event, _TURNING) and not _refused(before, meeting)
            if meeting.stage is Stage.FINISHED:
                meeting, turned = self._end(meeting), True
                if meeting.stage is Stage.FINISHED:
                    return meeting
        return meeting

    def _asked(self, meeting: Meeting) -> Sequence[Event] | None:
        """Read a line and return what it does; None where it only asks for an explanation, which is given."""
        try:
            self._line = self._read(pages.prompt(meeting, self._terminal.paper))
            typed = understand(self._line, lambda line: _cards_in(meeting, line))
            return self._doing.get(typed.command, self._simple)(meeting, typed)
        except EOFError:
            self._terminal.write("\n")
            return [Quit()]
        except KeyboardInterrupt:  # what the time since the last line is worth is saved as well
            with suppress(WorkFailed):
                self._save(advance(advance(meeting, self._time()), Quit()), self._terminal.lang)
            raise
        except Unable as unable:
            self._terminal.show(str(unable))
            if unable.refuses and not self._terminal.patient:
                raise LineRefused(self._lines, self._line) from None
            return None

    def _happened(self, meeting: Meeting, event: Event, *, last: bool) -> Meeting:
        after = advance(meeting, event)
        self._keep(after)
        paper = self._terminal.paper
        comment = _comment(meeting, event, after, paper) if last else ""
        for text in (comment, notice(after, paper.lang)):
            self._terminal.show(paper.wrap(text))
        if _refused(meeting, after) and not self._terminal.patient:
            raise LineRefused(self._lines, self._line)
        return after

    def _end(self, meeting: Meeting) -> Meeting:
        """Show what the room decided and what it comes to; go back to the decisions, or leave."""
        from alignment_maturity.interview.closing import close

        self._terminal.show(pages.decisions(meeting, self._terminal.paper).rstrip())
        terminal, file = self._terminal, meeting.answer_file()
        if close(file, terminal, self._afterwards, lambda lang: unrevealed(meeting, lang)):
            meeting = advance(meeting, Back())
            self._keep(meeting)
        return meeting

    def _simple(self, _meeting: Meeting, typed: Typed) -> Sequence[Event]:
        return [_EVENTS[typed.command]]

    def _help(self, meeting: Meeting, _typed: Typed) -> Sequence[Event]:
        raise Unable(pages.help_page(meeting, self._terminal.paper), refuses=False)

    def _language(self, meeting: Meeting, _typed: Typed) -> Sequence[Event]:
        self._terminal.switch_language()
        self._keep(meeting)  # the room reads the same language
        return [Jump(meeting.present)] if meeting.stage is Stage.ASKING else [Review()]

    def _jump(self, meeting: Meeting, typed: Typed) -> Sequence[Event]:
        number = typed.argument or str(meeting.position + 1)
        return [Jump(int(number) if number.isdecimal() and len(number) < _LONG else number.lower())]

    def _enter(self, meeting: Meeting, _typed: Typed) -> Sequence[Event]:
        if meeting.stage is not Stage.ASKING or meeting.item.phase is Phase.REVEALED:
            return [Next()]
        if meeting.ready:
            return [Reveal()]
        if meeting.item.open:
            missing = meeting.incomplete
            raise Unable(
                self._said("cards-missing", cards=cards_counted(meeting, self._terminal.lang, missing))
            )
        return [Next()]

    def _agree(self, meeting: Meeting, typed: Typed) -> Sequence[Event]:
        text = typed.argument
        if text == "-":
            return [Agree(None)]
        value = card(text, meeting.values) if text else meeting.unanimous
        if value is None:
            count = len(meeting.questionnaire.options_of(meeting.question))
            raise Unable(self._said("no-cards-read" if text else "which-option", line=text, count=count))
        return [Agree(value)]

    def _note(self, meeting: Meeting, typed: Typed) -> Sequence[Event]:
        """Add a line to the note; a bare command asks for it, and takes up what was not understood."""
        lang, text = self._terminal.lang, typed.argument
        if meeting.stage is not Stage.ASKING:
            self._unclaimed = text or self._unclaimed
            raise Unable(say(NOTICES, "no-question-here", lang))
        if not text:
            if self._unclaimed:
                line = self._terminal.paper.shorten(self._unclaimed, EXCERPT)
                self._terminal.tell("enter-keeps-line", line=line)
            text = self._read(told("ask-note", lang)) or self._unclaimed
        if not text:
            raise Unable(say(OF_THE_INTERVIEW, "nothing-to-keep", lang))
        self._unclaimed = ""
        before = meeting.item.note
        return [Write(f"{before}\n{text}" if before else text)]

    def _people(self, meeting: Meeting, typed: Typed) -> Sequence[Event]:
        questionnaire, present = meeting.questionnaire, meeting.participants
        if not typed.argument:
            if not self._terminal.patient:
                raise Unable(self._said("people-of-whom"))
            return [Seat(ask_people(questionnaire, present, self._terminal))]
        try:
            return [Seat({**present, **given_people([typed.argument], questionnaire)})]
        except WrongUsage as wrong:
            raise Unable(say(failures.PHRASES, wrong.code, self._terminal.lang, **wrong.values)) from None

    def _cards(self, meeting: Meeting, typed: Typed) -> Sequence[Event]:
        if meeting.stage is not Stage.ASKING:
            if typed.command == "number":
                return [Jump(int(typed.argument))]
            self._unclaimed = typed.argument
            raise Unable(self._said("not-understood-in-review", line=typed.argument))
        read = _cards_in(meeting, typed.argument)
        if isinstance(read, Unclear):
            if read.code == "text":
                self._unclaimed = typed.argument
            else:
                self._terminal.erase(*self._on_screen)
            raise Unable(self._unclear(meeting, read, typed.argument))
        self._terminal.erase(*self._on_screen)
        return [Cast(tally.group, tally.cards) for tally in read]

    def _unclear(self, meeting: Meeting, unclear: Unclear, line: str) -> str:
        if unclear.code == "text":
            return self._said("not-understood", line=line)
        if unclear.code == "no-cards-read":
            count = len(meeting.questionnaire.options_of(meeting.question))
            return self._said("no-cards-read", line=unclear.found, count=count)
        found = hide_cards(unclear.found, meeting.questionnaire)
        return self._said("which-function", line=found, known=functions(meeting, self._terminal.lang))

    def _said(self, key: str, line: str = "", **values: object) -> str:
        paper = self._terminal.paper
        return paper.wrap(told(key, paper.lang, line=paper.shorten(line, EXCERPT), **values))

    def _read(self, prompt: str) -> str:
        line = self._terminal.read_line(prompt)
        self._on_screen = prompt, line
        self._lines += 1
        return clean(line)

    def _time(self) -> Elapse:
        """Return the time since it was last asked for."""
        before, self._since = self._since, self._clock()
        return Elapse(self._since - before)

    def _keep(self, meeting: Meeting) -> None:
        keep(meeting.answer_file(), self._terminal, lambda: self._save(meeting, self._terminal.lang))

    def _ladder(self, meeting: Meeting) -> tuple[str, ...]:
        if not meeting.ladder or meeting.stage is not Stage.ASKING:
            return ()
        return drawn_ladder(meeting.seen_file(), self._afterwards.score, self._terminal.paper)


def _cards_in(meeting: Meeting, line: str) -> list[Tally] | Unclear:
    return tallies(line, meeting.questionnaire, meeting.values, meeting.participants)


def _refused(before: Meeting, after: Meeting) -> bool:
    """Tell whether an event was impossible: some notices only remark on what has happened."""
    return after.notice is not None and _unchanged(before, after)


def _unchanged(before: Meeting, after: Meeting) -> bool:
    return replace(after, notice=None) == replace(before, notice=None)


def _comment(before: Meeting, event: Event, after: Meeting, paper: Paper) -> str:
    """Say what an event has done, where the next page does not show it."""
    lang = paper.lang
    if _unchanged(before, after):
        return ""
    match event:
        case Cast():
            return told("counted-cards", lang, cards=cards_counted(after, lang))
        case Agree(str() as value):
            words = option_in_words(after.questionnaire, after.question, value, lang)
            return paper.shorten(told("kept-agreed", lang, option=words), paper.measure)
        case Seat():
            people = people_in_words(after.questionnaire, after.participants, lang)
            return told("kept-people", lang, people=people)
    key = _brief(before, event, after)
    return told(key, lang) if key else ""


def _brief(before: Meeting, event: Event, after: Meeting) -> str:
    """Return the phrase that says what an event has done; empty where the next page shows it."""
    match event:
        case Park():
            return "kept-parked" if after.item.parked else "kept-taken-up"
        case Pause():
            return "clock-stopped" if after.paused else "clock-goes"
        case ShowLadder():
            return "ladder-shown" if after.ladder else "ladder-hidden"
        case Next() if before.stage is Stage.ASKING and not (
            before.item.rounds or before.item.settled or after.notice
        ):
            return "left-open"
    return {Agree: "kept-not-agreed", Write: "kept-note", Undo: "undone"}.get(type(event), "")
