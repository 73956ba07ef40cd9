"""The interview on the full screen: one respondent, from the welcome to the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from alignment_maturity.errors import Problem
from alignment_maturity.interview.details import Details
from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Quit, Review, Undo
from alignment_maturity.interview.session import (
    Choose,
    Clear,
    Event,
    Remark,
    Rewrite,
    Session,
    Stage,
    advance,
    begin,
)
from alignment_maturity.language import Lang, Phrase
from alignment_maturity.language.interview import NOTICES
from alignment_maturity.language.screens import PHRASES
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Questionnaire
from alignment_maturity.screens.app import FullScreen
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.page import Page, View
from alignment_maturity.screens.question import answer_in_words, question_view, shortened
from alignment_maturity.screens.theme import Look

if TYPE_CHECKING:
    from alignment_maturity.interview.ending import Afterwards

_NUMBERS: list[BindingType] = [bound(str(digit), f"number({digit})") for digit in range(1, 10)]
_MOST_AT_ONCE = 9  # numbers of one digit


@dataclass(frozen=True, slots=True)
class Table:
    """What an interview is held with.

    Attributes:
        place: where answers are kept, as it is told.
        given: what is known of the respondent.
        new_file: returns the file of an interview that begins.
        save: writes all the answers, or raises WorkFailed.
        afterwards: returns what can be done with the answers at the end.
        saved: what is there already of a file that exists.
        left_out: what of an older file does not fit the questionnaire any more.
    """

    questionnaire: Questionnaire
    place: str
    given: Details
    new_file: Callable[[Details], AnswerFile]
    save: Callable[[AnswerFile], None]
    afterwards: Callable[[], Afterwards]
    saved: AnswerFile | None = None
    left_out: tuple[Problem, ...] = ()


class InterviewApp(FullScreen):
    """The full screen of `assess`.

    Attributes:
        session: how far it is; None until the details are given.
        reports: those written at the end.
    """

    def __init__(
        self,
        table: Table,
        session: Session | None,
        lang: Lang,
        *,
        light: bool = False,
        now: Callable[[], dt.datetime],
    ) -> None:
        """Begin, or go on with the session of a file that exists."""
        super().__init__(lang, light=light, now=now)
        self.table = table
        self.session = session
        self.reports: list[Path] = []

    def first_page(self) -> Page:
        if self.session is None:
            from alignment_maturity.screens.start import StartPage

            return StartPage(self.table)
        return self._page()

    def on_mount(self) -> None:
        if self.session is None:
            return
        self._greet(self.session)
        if self.session.file != self.table.saved:
            self._keep(self.session)
        if self.table.left_out:
            from alignment_maturity.screens.start import LeftOutBox

            self.lay_over(LeftOutBox(self.table))

    def begin(self, details: Details) -> None:
        """Begin the interview once it is known whose it is."""
        self.session = begin(self.table.questionnaire, self.table.new_file(details))
        self.turn_to(self._page())
        self._keep(self.session)

    def do(self, event: Event) -> None:
        """Let something happen: save what it changed, tell what it did, show where it led."""
        if self.session is None:
            return
        before, after = self.session, advance(self.session, event)
        self.session = after
        if after.stage is Stage.LEFT:
            self.exit()
        elif after.stage is not before.stage:
            self.turn_to(self._page())
        if after.answers != before.answers:
            self._keep(after)  # nothing is painted before; where it fails, a box lies over the page
        self._comment(before, event, after)
        if after.stage is before.stage:
            self.redraw()
            if after.position != before.position and isinstance(self.screen, Page):
                self.screen.back_to_top()

    def leave(self) -> None:
        if self.session is None:
            self.exit()
        else:
            self.do(Quit())

    def _page(self) -> Page:
        session = cast("Session", self.session)
        if session.stage is Stage.REVIEWING:
            return ReviewPage()
        if session.stage is Stage.FINISHED:
            from alignment_maturity.screens.ending import EndPage

            return EndPage(
                session.file.organisation,
                session.answer_file(),
                self.table.afterwards(),
                back=lambda: self.do(Back()),
                reported=self.reports.append,
            )
        return QuestionPage()

    def _keep(self, session: Session) -> None:
        file = session.answer_file()
        self.keep(lambda: self.table.save(file), file)

    def _greet(self, session: Session) -> None:
        progress = session.progress
        if progress.answered or session.stage is Stage.REVIEWING:
            self.tell(self.look.say("welcome-back", answered=progress.answered, total=progress.total))

    def _comment(self, before: Session, event: Event, after: Session) -> None:
        look = self.look
        if after.notice is not None:
            code = f"notice-{after.notice.code}"
            phrase = PHRASES[code] if code in PHRASES else NOTICES[after.notice.code]
            self.tell(phrase.fill(look.lang, **after.notice.values), "warning")
            return
        text = ""
        match event:
            case Choose():
                words = answer_in_words(after, before.question, look)
                text = shortened(f"{before.position + 1} · {words}", look)
            case Rewrite(remark):
                text = look.say(f"kept-{remark}")
            case Clear() | Undo():
                text = look.say("cleared" if isinstance(event, Clear) else "undone")
            case Next() if before.stage is Stage.ASKING and before.answer.value is None:
                text = look.say("skipped")
        self.tell(text)


class _SessionPage(Page):
    """A page of the session: what is common to questions and the review."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_NUMBERS,
        bound("u,ctrl+z", "undo"),
        bound("q", "app.leave"),
        bound("j", "jump"),
        bound("enter", "enter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""  # digits so far of a number with several

    @property
    def interview(self) -> InterviewApp:
        """The app."""
        return cast("InterviewApp", self.app)

    @property
    def session(self) -> Session:
        """The session."""
        return cast("Session", self.interview.session)

    def show(self) -> None:
        """Draw everything again."""
        self._typed = ""
        super().show()

    def action_undo(self) -> None:
        """Take back the last change."""
        self.interview.do(Undo())

    def action_jump(self) -> None:
        """Show the dimensions, to go to one."""
        from alignment_maturity.screens.review import DimensionsBox, to_work_on

        def chosen(dimension: str | None) -> None:
            if dimension:
                self.interview.do(Jump(to_work_on(self.session, dimension)))

        self.interview.lay_over(DimensionsBox(self.session), chosen)

    def type_digit(self, digit: int, most: int) -> int:
        """Take a digit of a number up to `most`, and return the number so far; 0 where there is none."""
        self._typed = next(
            (typed for typed in (f"{self._typed}{digit}", str(digit)) if 1 <= int(typed) <= most), ""
        )
        return int(self._typed or 0)


class QuestionPage(_SessionPage):
    """One question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("0", "zero"),
        bound("minus", f"choose('{NOT_APPLICABLE}')"),
        bound("left,b,backspace,escape", "move_back"),
        bound("right,s", "move_on"),
        bound("n", "write('note')"),
        bound("e", "write('evidence')"),
        bound("c", "clear"),
        bound("r", "review"),
    ]

    def view(self, look: Look) -> View:
        return question_view(self.session, look)

    def picked(self, key: str) -> None:
        self.interview.do(Choose(key))

    def action_choose(self, value: str) -> None:
        """Answer with a value."""
        self.interview.do(Choose(value))

    def action_zero(self) -> None:
        """Answer that one does not know; or add a zero to the number being typed."""
        if self._typed:
            self.action_number(0)
        else:
            self.interview.do(Choose(UNKNOWN))

    def action_number(self, digit: int) -> None:
        """Choose the option with a number; where there are more than nine, point at it."""
        options = self.session.questionnaire.options_of(self.session.question)
        count = len(options)
        number = self.type_digit(digit, count)
        if not number:
            look = self.interview.look
            self.interview.tell(look.say("notice-no-such-option", count=count), "warning")
        elif count <= _MOST_AT_ONCE:
            self.interview.do(Choose(options[number - 1].value))
        else:
            self.sheet.point(options[number - 1].value)
            self.interview.tell(self.interview.look.say("typed-number", number=number))

    def action_enter(self) -> None:
        """Choose what the cursor is at."""
        if self.sheet.cursor:
            self.interview.do(Choose(self.sheet.cursor))
        else:
            self.interview.tell(self.interview.look.say("choose-first"), "warning")

    def action_move_back(self) -> None:
        """Go to the question before."""
        self.interview.do(Back())

    def action_move_on(self) -> None:
        """Go to the next question and leave this one as it is."""
        self.interview.do(Next())

    def action_clear(self) -> None:
        """Take back the answer and the remarks."""
        self.interview.do(Clear())

    def action_review(self) -> None:
        """Show all the answers."""
        self.interview.do(Review())

    def action_write(self, remark: Remark) -> None:
        """Open the note or the evidence in an editor."""
        from alignment_maturity.screens.editor import Editor

        question = self.session.question

        def keep(text: str) -> None:
            self.interview.do(Rewrite(remark, text))

        self.interview.lay_over(
            Editor(
                _TITLES[remark],
                question.name.on_one_line,
                getattr(self.session.answer, remark),
                keep,
            )
        )


class ReviewPage(_SessionPage):
    """All the answers, and what is missing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("0", "number(0)"),
        bound("left,b,escape,r", "move_back"),
        bound("m", "missing"),
        bound("f", "finish"),
    ]

    def view(self, look: Look) -> View:
        from alignment_maturity.screens.review import review_view

        return review_view(self.session, look)

    def begun(self) -> None:
        if self.session.missing:
            self.sheet.point(self.session.missing[0].id)

    def picked(self, key: str) -> None:
        self.interview.do(Jump(key))

    def action_number(self, digit: int) -> None:
        """Point at the question with a number."""
        number = self.type_digit(digit, self.session.progress.total)
        if number:
            self.sheet.point(self.session.questionnaire.questions[number - 1].id)
            self.interview.tell(self.interview.look.say("typed-number", number=number))

    def action_enter(self) -> None:
        """Go to the question at the cursor; without one, on to where work is left, or the end."""
        self.interview.do(Jump(self.sheet.cursor) if self.sheet.cursor else Next())

    def action_move_back(self) -> None:
        """Go back to the question the review was called from."""
        self.interview.do(Back())

    def action_missing(self) -> None:
        """Go to the first question without an answer."""
        if self.session.missing:
            self.interview.do(Jump(self.session.missing[0].id))

    def action_finish(self) -> None:
        """Show what the answers say."""
        self.interview.do(Finish())


_TITLES: dict[str, Phrase] = {"note": PHRASES["note"], "evidence": PHRASES["evidence"]}
