"""The interview as a state machine: a session, the events in it, and `advance` from one state to the next.

Nothing here reads a key, a file or a clock. A face (a line loop, a full screen, a test) turns what the user
does into events, shows the session that comes back, and saves `Session.answer_file()` whenever the answers
have changed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal, NamedTuple

from alignment_maturity.interview.moves import Back, Finish, Jump, Move, Next, Review, Undo
from alignment_maturity.model.answers import Answer, AnswerFile
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN, Question, Questionnaire
from alignment_maturity.model.scalars import UNPRINTABLE

LONGEST_REMARK = 20_000
"""Characters in one note or one piece of evidence; keeps the file far below what the readers accept."""

Remark = Literal["note", "evidence"]


class Stage(Enum):
    """What the session is about to show."""

    ASKING = "asking"
    REVIEWING = "reviewing"
    FINISHED = "finished"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Notice:
    """Why the last event changed nothing, or what it did besides.

    Attributes:
        code: a key of `language.interview.NOTICES`.
        values: what its sentence is filled with.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class Progress(NamedTuple):
    """How many questions of a set have an answer, `n/a` and `unknown` included."""

    answered: int
    total: int


class Change(NamedTuple):
    """What stood at a question before it was changed; None where nothing did."""

    question: str
    before: Answer | None


@dataclass(frozen=True, slots=True)
class Session:
    """One moment of an interview.

    Attributes:
        file: what stands around the answers: organisation, wave, date, respondent.
        answers: by question id; an absent question has neither an answer nor a remark.
        position: index of the present question in the questionnaire; kept while reviewing.
        changes: what undo goes back through, oldest first.
        notice: what to tell about the last event, None where there is nothing.
    """

    questionnaire: Questionnaire
    file: AnswerFile
    answers: Mapping[str, Answer]
    position: int = 0
    stage: Stage = Stage.ASKING
    changes: tuple[Change, ...] = ()
    notice: Notice | None = None

    @property
    def question(self) -> Question:
        """The present question."""
        return self.questionnaire.questions[self.position]

    @property
    def answer(self) -> Answer:
        """What is recorded for the present question, blank where nothing is."""
        return self.answer_to(self.question)

    def answer_to(self, question: Question) -> Answer:
        """Return what is recorded for a question, blank where nothing is."""
        return self.answers.get(question.id, _BLANK)

    @property
    def missing(self) -> tuple[Question, ...]:
        """The questions that have no answer yet, in order."""
        return tuple(
            question for question in self.questionnaire.questions if self.answer_to(question).value is None
        )

    @property
    def progress(self) -> Progress:
        """How far the whole questionnaire is."""
        total = len(self.questionnaire.questions)
        return Progress(total - len(self.missing), total)

    def progress_in(self, dimension: str) -> Progress:
        """Return how far one dimension is."""
        values = [self.answer_to(question).value for question in self.questionnaire.questions_of(dimension)]
        return Progress(sum(value is not None for value in values), len(values))

    @property
    def minutes_left(self) -> int | None:
        """The questionnaire's expected time in proportion to what is missing; None where it names none."""
        if self.questionnaire.minutes is None:
            return None
        return math.ceil(self.questionnaire.minutes * len(self.missing) / self.progress.total)

    def number_of(self, question: Question) -> int:
        """Return the number a question is shown and reached under, from 1."""
        return self.questionnaire.questions.index(question) + 1

    def answer_file(self) -> AnswerFile:
        """Return what is to be saved: the answers in the order of the questionnaire."""
        ordered = {
            question.id: self.answers[question.id]
            for question in self.questionnaire.questions
            if question.id in self.answers
        }
        return self.file.model_copy(
            update={"questionnaire_version": self.questionnaire.version, "answers": ordered}
        )


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer with an option's value, `n/a` or `unknown`, and go on; remarks stay."""

    value: str


@dataclass(frozen=True, slots=True)
class Annotate:
    """Add a line to the note or the evidence of the present question."""

    remark: Remark
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Put a text in the place of a remark on the present question; an empty one removes it."""

    remark: Remark
    text: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Take back the answer and the remarks of the present question."""


Edit = Choose | Annotate | Rewrite | Clear
Event = Edit | Move

_BLANK = Answer()
_LINE_END = re.compile("\r\n|[\u2028\u2029]")


def begin(questionnaire: Questionnaire, file: AnswerFile) -> Session:
    """Open a session on a new or a resumed file, at the first question without an answer.

    Where nothing is missing it opens on the review.
    """
    answers = {key: answer for key, answer in (file.answers or {}).items() if answer != _BLANK}
    session = Session(questionnaire, file, answers)
    if not session.missing:
        return replace(session, stage=Stage.REVIEWING)
    return _at(session, session.missing[0])


def advance(session: Session, event: Event) -> Session:
    """Return the session after an event; one that is impossible gives a notice and changes nothing else."""
    if session.stage is Stage.LEFT:
        return session
    session = replace(session, notice=None)
    if isinstance(event, Edit):
        return _edited(session, event)
    return _moved(session, event)


def clean(text: str) -> str:
    """Drop what the readers refuse: control characters other than tab and line feed, and invisible ones."""
    return UNPRINTABLE.sub("", _LINE_END.sub("\n", text)).strip()


def _edited(session: Session, event: Edit) -> Session:
    if session.stage is not Stage.ASKING:
        return _noticed(session, "no-question-here")
    match event:
        case Choose(value):
            return _chosen(session, value)
        case Annotate(remark, text):
            return _annotated(session, remark, clean(text))
        case Rewrite(remark, text):
            return _rewritten(session, remark, clean(text))
        case Clear():
            return (
                _recorded(session, _BLANK)
                if session.answer != _BLANK
                else _noticed(session, "nothing-to-clear")
            )


def _moved(session: Session, event: Move) -> Session:
    match event:
        case Next():
            moved = _next(session)
        case Back():
            moved = _back(session)
        case Jump(to):
            moved = _jumped(session, to)
        case Review():
            moved = replace(session, stage=Stage.REVIEWING)
        case Undo():
            moved = _undone(session)
        case Finish():
            moved = replace(session, stage=Stage.FINISHED)
        case _:  # Quit
            moved = replace(session, stage=Stage.LEFT)
    return moved


def _chosen(session: Session, value: str) -> Session:
    question = session.question
    if value == NOT_APPLICABLE and not question.allow_na:
        return _noticed(session, "na-not-allowed")
    options = session.questionnaire.options_of(question)
    if value not in {NOT_APPLICABLE, UNKNOWN, *(option.value for option in options)}:
        return _noticed(session, "no-such-option", found=value, count=len(options))
    was_missing = session.answer.value is None
    after = _recorded(session, session.answer.model_copy(update={"value": value}))
    return _next_missing(after) if was_missing else _next(after)


def _annotated(session: Session, remark: Remark, text: str) -> Session:
    if not text:
        return _noticed(session, "nothing-to-keep")
    before: str = getattr(session.answer, remark)
    return _rewritten(session, remark, f"{before}\n{text}" if before else text)


def _rewritten(session: Session, remark: Remark, text: str) -> Session:
    if len(text) > LONGEST_REMARK:
        return _noticed(session, "remark-too-long", limit=LONGEST_REMARK)
    return _recorded(session, session.answer.model_copy(update={remark: text}))


def _recorded(session: Session, after: Answer) -> Session:
    before = session.answers.get(session.question.id)
    if after == (before or _BLANK):
        return session
    change = Change(session.question.id, before)
    return replace(_with_answer(session, change.question, after), changes=(*session.changes, change))


def _with_answer(session: Session, question: str, answer: Answer | None) -> Session:
    others = {key: other for key, other in session.answers.items() if key != question}
    return replace(
        session, answers=others if answer is None or answer == _BLANK else {**others, question: answer}
    )


def _undone(session: Session) -> Session:
    if not session.changes:
        return _noticed(session, "nothing-to-undo")
    *earlier, last = session.changes
    restored = replace(_with_answer(session, last.question, last.before), changes=tuple(earlier))
    return _at(restored, session.questionnaire.question_by_id[last.question])


def _next(session: Session) -> Session:
    if session.stage is Stage.REVIEWING:
        return _at(session, session.missing[0]) if session.missing else replace(session, stage=Stage.FINISHED)
    if session.stage is Stage.FINISHED:
        return replace(session, stage=Stage.LEFT)
    if session.position + 1 == session.progress.total:
        return replace(session, stage=Stage.REVIEWING)
    return replace(session, position=session.position + 1)


def _next_missing(session: Session) -> Session:
    """Go on to where work is left, so that who fills a gap is not led through what is answered already."""
    following = session.questionnaire.questions[session.position + 1 :]
    for question in following:
        if session.answer_to(question).value is None:
            return _at(session, question)
    return replace(session, stage=Stage.REVIEWING)


def _back(session: Session) -> Session:
    if session.stage is Stage.FINISHED:
        return replace(session, stage=Stage.REVIEWING)
    if session.stage is Stage.REVIEWING:
        return replace(session, stage=Stage.ASKING)
    if session.position == 0:
        return _noticed(session, "already-first")
    return replace(session, position=session.position - 1)


def _jumped(session: Session, to: int | str) -> Session:
    questions = session.questionnaire.questions
    if isinstance(to, int):
        question = questions[to - 1] if 1 <= to <= len(questions) else None
    else:
        question = session.questionnaire.question_by_id.get(to)
    if question is None:
        return _noticed(session, "no-such-question", found=to, count=len(questions))
    return _at(session, question)


def _at(session: Session, question: Question) -> Session:
    return replace(session, stage=Stage.ASKING, position=session.number_of(question) - 1)


def _noticed(session: Session, code: str, **values: object) -> Session:
    return replace(session, notice=Notice(code, values))
