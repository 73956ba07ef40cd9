"""The state machine: where events lead, and that nothing said is ever lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from alignment_maturity.interview.moves import Back, Jump, Next, Quit, Review, Undo
from alignment_maturity.interview.session import (
    LONGEST_REMARK,
    Annotate,
    Choose,
    Clear,
    Event,
    Progress,
    Session,
    Stage,
    advance,
    begin,
    clean,
)
from alignment_maturity.model.answers import Answer, AnswerFile

from .scripted import FILE, MINI


def after(session: Session, *events: Event) -> Session:
    for event in events:
        session = advance(session, event)
    return session


def notice(session: Session) -> str | None:
    return session.notice.code if session.notice else None


def resumed(**answers: Answer) -> Session:
    by_id = {key.replace("_", "-"): answer for key, answer in answers.items()}
    return begin(MINI, FILE.model_copy(update={"answers": by_id}))


# Where events lead


def test_choosing_records_the_answer_and_goes_on(session: Session) -> None:
    chosen = after(session, Choose("2"))

    assert chosen.answers == {"personas": Answer(value="2")}
    assert chosen.question.id == "goals"


def test_answering_a_gap_leads_to_the_next_gap_and_not_through_what_is_answered() -> None:
    session = resumed(goals=Answer(value="1"), lead_definition=Answer(value="1"))

    assert after(session, Choose("2")).question.id == "exchange"


def test_changing_an_answer_leads_to_the_next_question_so_that_all_can_be_revised() -> None:
    session = resumed(personas=Answer(value="2"), goals=Answer(value="1"))

    assert after(session, Jump(1), Choose("3")).question.id == "goals"


def test_after_the_last_question_comes_the_review(session: Session) -> None:
    assert after(session, Jump(5), Choose("partly")).stage is Stage.REVIEWING
    assert after(session, Jump(5), Next()).stage is Stage.REVIEWING


def test_the_review_leads_to_the_first_missing_answer(session: Session) -> None:
    reviewing = after(session, Choose("2"), Review())

    assert after(reviewing, Next()).question.id == "goals"
    assert after(reviewing, Next()).stage is Stage.ASKING


def test_a_review_without_gaps_ends_the_interview(session: Session) -> None:
    everything = after(session, Choose("2"), Choose("n/a"), Choose("unknown"), Choose("1"), Choose("none"))

    assert everything.stage is Stage.REVIEWING
    assert after(everything, Next()).stage is Stage.FINISHED


def test_back_from_the_review_returns_to_the_question_it_was_called_from(session: Session) -> None:
    assert after(session, Jump("exchange"), Review(), Back()).question.id == "exchange"


def test_jumps_by_number_and_by_id(session: Session) -> None:
    assert after(session, Jump(4)).question.id == "exchange"
    assert after(session, Jump("sla")).position == 4


def test_nothing_happens_after_leaving(session: Session) -> None:
    left = after(session, Quit())

    assert after(left, Choose("2"), Jump(1), Undo()) == left


def test_a_resumed_interview_opens_at_the_first_question_without_an_answer() -> None:
    assert resumed(personas=Answer(value="2"), goals=Answer(note="later")).question.id == "goals"


def test_a_resumed_interview_without_gaps_opens_on_the_review() -> None:
    answers = {question.id: Answer(value="unknown") for question in MINI.questions}

    assert begin(MINI, FILE.model_copy(update={"answers": answers})).stage is Stage.REVIEWING


# What is impossible says why and changes nothing


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([Choose("9")], "no-such-option"),
        ([Choose("")], "no-such-option"),
        ([Choose("n/a")], "na-not-allowed"),
        ([Back()], "already-first"),
        ([Undo()], "nothing-to-undo"),
        ([Clear()], "nothing-to-clear"),
        ([Jump(0)], "no-such-question"),
        ([Jump(6)], "no-such-question"),
        ([Jump("nobody")], "no-such-question"),
        ([Annotate("note", " \n ")], "nothing-to-keep"),
        ([Annotate("note", "x" * (LONGEST_REMARK + 1))], "remark-too-long"),
        ([Review(), Choose("2")], "no-question-here"),
        ([Review(), Annotate("note", "x")], "no-question-here"),
    ],
)
def test_an_impossible_event_only_gives_a_notice(session: Session, events: list[Event], code: str) -> None:
    before = after(session, *events[:-1])
    refused = after(before, events[-1])

    assert notice(refused) == code
    assert replace(refused, notice=None) == before


def test_a_notice_is_gone_with_the_next_event(session: Session) -> None:
    assert notice(after(session, Back(), Next())) is None


# Answers, remarks, undo


def test_a_note_without_an_answer_is_kept_and_saved(session: Session) -> None:
    noted = after(session, Annotate("note", "ask Ada"), Next(), Quit())

    assert noted.answer_file().answers == {"personas": Answer(note="ask Ada")}
    assert noted.progress == Progress(0, 5)


def test_remarks_add_up_line_by_line_and_stay_when_the_answer_changes(session: Session) -> None:
    noted = after(session, Annotate("note", "one"), Annotate("note", "two"), Annotate("evidence", "doc"))

    assert after(noted, Choose("3")).answers["personas"] == Answer(value="3", note="one\ntwo", evidence="doc")


def test_clear_takes_everything_back_and_undo_restores_it(session: Session) -> None:
    answered = after(session, Annotate("note", "one"), Choose("3"), Back())
    cleared = after(answered, Clear())

    assert cleared.answers == {}
    assert after(cleared, Undo()).answers == answered.answers


def test_undo_goes_to_the_question_whose_answer_comes_back(session: Session) -> None:
    undone = after(session, Choose("2"), Choose("3"), Jump(5), Undo())

    assert undone.question.id == "goals"
    assert undone.answers == {"personas": Answer(value="2")}


def test_choosing_the_same_again_is_no_change_to_undo(session: Session) -> None:
    again = after(session, Choose("2"), Back(), Choose("2"))

    assert len(again.changes) == 1
    assert again.question.id == "goals"


# What is derived


def test_progress_and_time_left_shrink_together(session: Session) -> None:
    assert (session.progress, session.minutes_left) == (Progress(0, 5), 2)
    answered = after(session, Choose("2"), Choose("n/a"), Choose("unknown"))
    assert (answered.progress, answered.minutes_left) == (Progress(3, 5), 1)
    assert answered.progress_in("strategy") == Progress(2, 2)
    assert [question.id for question in answered.missing] == ["exchange", "sla"]


def test_a_questionnaire_without_an_expected_time_promises_none() -> None:
    assert begin(MINI.model_copy(update={"minutes": None}), FILE).minutes_left is None


def test_answers_are_saved_in_the_order_of_the_questionnaire(session: Session) -> None:
    file = after(session, Jump(4), Choose("2"), Jump(1), Choose("1")).answer_file()

    assert list(file.answers or ()) == ["personas", "exchange"]


def test_the_saved_file_names_the_version_that_was_answered() -> None:
    older = FILE.model_copy(update={"questionnaire_version": "0.9"})

    assert begin(MINI, older).answer_file().questionnaire_version == MINI.version


def test_details_of_a_resumed_file_are_kept() -> None:
    file: AnswerFile = FILE.model_copy(update={"wave": "2026-H2"})

    assert after(begin(MINI, file), Choose("2")).answer_file().wave == "2026-H2"


# What holds always

VALUES = st.one_of(
    st.sampled_from(["1", "2", "3", "5", "none", "fully", "n/a", "unknown"]), st.text(max_size=3)
)
TEXTS = st.text(max_size=20)
JUMPS = st.one_of(
    st.integers(-1, 7), st.sampled_from([question.id for question in MINI.questions]), st.text()
)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    VALUES.map(Choose),
    st.builds(Annotate, st.sampled_from(["note", "evidence"]), TEXTS),
    JUMPS.map(Jump),
    st.sampled_from([Next(), Back(), Clear(), Undo(), Review()]),
)


@given(st.lists(EVENTS, max_size=40))
def test_undoing_everything_leads_back_to_where_nothing_was_said(events: list[Event]) -> None:
    session = after(begin(MINI, FILE), *events)
    changes = len(session.changes)

    assert after(session, *[Undo()] * changes).answers == {}


@given(
    st.lists(EVENTS, max_size=20), st.lists(st.sampled_from([Next(), Back(), Review(), Jump(2)]), max_size=30)
)
def test_going_back_and_forth_changes_nothing(events: list[Event], moves: list[Event]) -> None:
    session = after(begin(MINI, FILE), *events)

    assert after(session, *moves).answers == session.answers


@given(st.text())
def test_cleaned_text_is_what_the_model_accepts(text: str) -> None:
    cleaned = clean(text)

    assert Answer.model_validate({"note": cleaned or None}).note == cleaned
    assert clean(cleaned) == cleaned


class Interview(RuleBasedStateMachine):
    """Any sequence of events beside a second record of what was said, kept in the plainest way."""

    def __init__(self) -> None:
        super().__init__()
        self.session = begin(MINI, FILE)
        self.said: dict[str, Answer] = {}
        self.history: list[tuple[str, dict[str, Answer]]] = []

    def say(self, event: Event, answer: Answer) -> None:
        """Apply an edit that must succeed and note what stood there before."""
        question = self.session.question.id
        before = dict(self.said)
        self.said = {**self.said, question: answer}
        if answer == Answer():
            del self.said[question]
        if self.said != before:
            self.history.append((question, before))
        self.session = advance(self.session, event)
        assert self.session.notice is None

    @property
    def present(self) -> Answer:
        return self.said.get(self.session.question.id, Answer())

    @precondition(lambda self: self.session.stage is Stage.ASKING)
    @rule(number=st.integers(0, 3))
    def choose(self, number: int) -> None:
        value = MINI.options_of(self.session.question)[number].value
        self.say(Choose(value), self.present.model_copy(update={"value": value}))

    @precondition(lambda self: self.session.stage is Stage.ASKING)
    @rule(remark=st.sampled_from(["note", "evidence"]), text=st.text("ab\n", min_size=1).filter(str.strip))
    def annotate(self, remark: str, text: str) -> None:
        before = getattr(self.present, remark)
        joined = f"{before}\n{text.strip()}" if before else text.strip()
        self.say(
            Annotate("note" if remark == "note" else "evidence", text),
            self.present.model_copy(update={remark: joined}),
        )

    @precondition(lambda self: self.session.stage is Stage.ASKING and self.present != Answer())
    @rule()
    def clear(self) -> None:
        self.say(Clear(), Answer())

    @rule(move=st.sampled_from([Next(), Back(), Review(), Jump(1), Jump("sla"), Jump(99)]))
    def move(self, move: Event) -> None:
        moved = advance(self.session, move)
        # Leaving is tried, and not followed: the rest of the sequence would show nothing.
        self.session = self.session if moved.stage is Stage.LEFT else moved
        assert moved.answers == self.said

    @precondition(lambda self: self.history)
    @rule()
    def undo(self) -> None:
        question, self.said = self.history.pop()
        self.session = advance(self.session, Undo())
        assert self.session.question.id == question

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.session.answers == self.said

    @invariant()
    def what_would_be_saved_is_what_was_said(self) -> None:
        assert self.session.answer_file().answers == self.said


TestInterview = Interview.TestCase
