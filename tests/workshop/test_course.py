"""The state machine of a workshop: what the room does, and what is kept of it whatever happens."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Quit, Review, Undo
from alignment_maturity.interview.session import LONGEST_REMARK, Stage
from alignment_maturity.interview.workshop.course import MOST_CARDS, advance
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Count,
    Edit,
    Elapse,
    Event,
    NewRound,
    Order,
    Park,
    Pause,
    Reveal,
    Seat,
    ShowLadder,
    Write,
)
from alignment_maturity.interview.workshop.meeting import UNTOUCHED, Meeting, Phase, cards_in
from alignment_maturity.interview.workshop.opening import resume
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.room import Participants
from alignment_maturity.store.answer_files import save_answer_file
from alignment_maturity.store.answer_sets import Reader
from alignment_maturity.store.questionnaires import read_questionnaire
from alignment_maturity.store.rooms import read_room, save_room
from interview.scripted import MINI

from .rooms import SEATS, after, opened

IDS = [question.id for question in MINI.questions]


def code(meeting: Meeting) -> str:
    return meeting.notice.code if meeting.notice else ""


# A question


def test_cards_stay_hidden_until_the_round_is_revealed() -> None:
    """Who sees the others' cards first does not vote for himself."""
    counted = after(opened(), Cast("marketing", ("2", "3", "3")), Cast("sales", ("1", "unknown")))

    assert counted.item.phase is Phase.VOTING
    assert counted.item.rounds == ()
    assert counted.answer_file().workshop == {}
    revealed = advance(counted, Reveal())
    assert revealed.item.phase is Phase.REVEALED
    assert revealed.item.last_round == {"marketing": {"2": 1, "3": 2}, "sales": {"1": 1, "unknown": 1}}
    assert revealed.item.open == {}


def test_cards_typed_again_take_the_place_of_those_before() -> None:
    counted = after(opened(), Cast("marketing", ("2", "3")), Cast("marketing", ("4",)))

    assert counted.item.open == {"marketing": {"4": 1}}
    assert advance(counted, Cast("marketing", ())).item.open == {}


def test_cards_can_be_counted_one_by_one() -> None:
    counted = after(
        opened(), Count("sales", "2"), Count("sales", "2"), Count("sales", "3"), Count("sales", "2", -1)
    )

    assert counted.item.open == {"sales": {"2": 1, "3": 1}}
    assert after(counted, Count("sales", "2", -9)).item.open == {"sales": {"3": 1}}


def test_what_cannot_be_counted_is_told_and_changes_nothing() -> None:
    meeting = opened()
    for event, notice in (
        (Cast("leadership", ("2",)), "nobody-of-group"),
        (Cast("marketing", ("9",)), "no-such-card"),
        (Cast("marketing", ("n/a",)), "na-not-allowed"),
        (Reveal(), "no-cards"),
        (NewRound(), "round-is-open"),
        (Agree("9"), "no-such-card"),
        (Agree("n/a"), "na-not-allowed"),
        (Write("x" * (LONGEST_REMARK + 1)), "remark-too-long"),
        (Undo(), "nothing-to-undo"),
        (Back(), "already-first"),
        (Jump(6), "no-such-question"),
        (Jump("nobody"), "no-such-question"),
        (Seat({"marketing": Participants(count=0)}), "nobody-there"),
        (Order((IDS[0],)), "no-agenda"),
    ):
        left = advance(meeting, event)
        assert code(left) == notice
        assert replace(left, notice=None) == meeting


def test_more_cards_than_people_are_counted_and_told() -> None:
    counted = advance(opened(), Cast("sales", ("2", "2", "2")))

    assert code(counted) == "more-cards-than-people"
    assert counted.item.open == {"sales": {"2": 3}}


def test_both_rounds_are_kept_and_the_second_one_counts() -> None:
    first = after(opened(), Cast("marketing", ("3",)), Cast("sales", ("1",)), Reveal(), NewRound())
    assert first.item.phase is Phase.VOTING
    second = after(first, Cast("sales", ("2",)), Reveal())

    assert [dict(votes) for votes in second.item.rounds] == [
        {"marketing": {"3": 1}, "sales": {"1": 1}},
        {"marketing": {"3": 1}, "sales": {"2": 1}},
    ]
    assert code(second) == "earlier-cards-kept"


def test_a_second_round_nobody_votes_in_is_no_round() -> None:
    meeting = after(opened(), Cast("sales", ("1",)), Reveal(), NewRound(), Reveal())

    assert len(meeting.item.rounds) == 1
    assert meeting.item.phase is Phase.REVEALED


def test_a_closed_round_takes_no_cards_until_another_is_opened() -> None:
    closed = after(opened(), Cast("sales", ("1",)), Reveal(), Cast("sales", ("2",)))

    assert code(closed) == "round-is-over"
    assert code(advance(closed, Reveal())) == "already-revealed"


def test_individual_answers_are_a_hidden_first_round() -> None:
    counted = opened(rounds={"personas": {"marketing": {"3": 3}, "sales": {"1": 3}}})

    assert counted.item.phase is Phase.COUNTED
    assert counted.unanimous is None
    assert advance(counted, Reveal()).item.phase is Phase.REVEALED


def test_agreeing_takes_a_question_off_the_parking_lot() -> None:
    parked = advance(opened(), Park())
    assert [question.id for question in parked.parked] == ["personas"]
    agreed = advance(parked, Agree("2"))

    assert (agreed.item.agreed, agreed.item.parked) == ("2", False)
    assert [question.id for question in agreed.decided] == ["personas"]
    assert advance(agreed, Agree(None)).item == UNTOUCHED


def test_the_vote_is_unanimous_where_all_cards_say_the_same() -> None:
    cards = (Cast("marketing", ("2", "2")), Cast("sales", ("2",)))

    assert after(opened(), *cards).unanimous is None
    assert after(opened(), *cards, Reveal()).unanimous == "2"


def test_half_a_table_is_not_everybody() -> None:
    """Enter would make one function's vote, or one person's, the agreed answer."""
    alone = after(opened(), Cast("marketing", ("2", "2", "2")), Reveal())
    blank = after(opened(), Cast("marketing", ("unknown",)), Cast("sales", ("unknown",)), Reveal())
    one = after(opened(seats={"sales": SEATS["sales"]}), Cast("sales", ("2",)), Reveal())

    assert alone.unanimous is blank.unanimous is one.unanimous is None
    assert after(one, NewRound(), Cast("sales", ("2", "2")), Reveal()).unanimous == "2"


def test_no_more_cards_are_counted_than_a_file_may_hold() -> None:
    """A file with more could not be read again."""
    assert code(after(opened(), Cast("sales", ("1",) * (MOST_CARDS + 1)))) == "too-many-cards"


def test_cards_of_a_function_that_leaves_are_told_and_gone_with_the_reveal() -> None:
    left = after(opened(), Cast("sales", ("1",)), Seat({"marketing": SEATS["marketing"]}))

    assert code(left) == "cards-of-absent"
    assert code(advance(left, Reveal())) == "no-cards"
    assert not after(opened(), Cast("marketing", ("1",)), Reveal(), NewRound(), *(
        Cast("sales", ("1",)), Seat({"marketing": SEATS["marketing"]}), Reveal()
    )).item.open  # fmt: skip


# The hour


def test_time_belongs_to_the_present_question_and_stands_still_when_paused() -> None:
    meeting = after(
        opened(minutes=5), Elapse(30), Next(), Elapse(20), Pause(), Elapse(100), Pause(), Elapse(5)
    )

    assert meeting.item_of("personas").seconds == 30
    assert meeting.item.seconds == 25
    reviewing = advance(meeting, Review())
    assert advance(reviewing, Elapse(60)).seconds == 115
    assert advance(advance(reviewing, Finish()), Elapse(60)).seconds == 55


def test_the_pace_compares_the_time_with_the_share_of_what_is_settled() -> None:
    """Five questions in five minutes: a minute each."""
    meeting = after(opened(minutes=5), Elapse(40), Agree("2"), Next())
    assert meeting.ahead == 20
    assert after(meeting, Elapse(90)).ahead == -10
    assert opened().ahead is None


def test_the_way_through_the_agenda_and_back() -> None:
    meeting = opened()
    last = after(meeting, *[Next()] * 4)
    assert last.position == 4
    review = advance(last, Next())
    assert review.stage is Stage.REVIEWING
    end = advance(review, Next())
    assert end.stage is Stage.FINISHED
    assert advance(end, Next()).stage is Stage.LEFT
    assert after(end, Back(), Back()) == last
    assert after(review, Jump(2)).present == IDS[1]
    assert code(advance(review, Reveal())) == "no-question-here"


MOVES = (Next(), Back(), Jump(3), Review(), Finish())


@pytest.mark.parametrize("move", MOVES, ids=lambda move: type(move).__name__)
def test_leaving_cards_that_nobody_has_seen_is_told(move: Event) -> None:
    """One wrong key, and the vote of the whole room is in no result."""
    voted = after(opened(), Next(), Cast("sales", ("1",)))
    moved = advance(voted, move)

    assert (moved.stage, moved.present) != (voted.stage, voted.present)
    assert code(moved) == "cards-not-revealed"
    assert [question.id for question in moved.unrevealed] == ["goals"]
    assert moved.notice is not None
    assert moved.notice.values == {"question": "goals"}


def test_only_cards_of_who_is_there_that_nobody_has_seen_are_told() -> None:
    voted = after(opened(), Cast("sales", ("1",)))
    gone = advance(voted, Seat({"marketing": voted.participants["marketing"]}))

    for seen in (opened(), after(voted, Reveal()), gone, after(voted, Cast("sales", ()))):
        assert seen.unrevealed == ()
        for move in MOVES:
            assert code(advance(seen, move)) in {"", "already-first"}
    assert after(voted, Reveal(), NewRound(), Cast("sales", ("2",))).unrevealed == (voted.question,)
    assert code(advance(voted, Jump("personas"))) == ""
    assert code(after(voted, Review(), Next())) == ""


def test_the_agenda_can_be_put_in_another_order() -> None:
    meeting = advance(opened(), Order(tuple(reversed(IDS))))

    assert meeting.position == 4
    assert after(meeting, Jump(1)).present == IDS[-1]


# Whatever happens

GROUPS = ("marketing", "sales", "nobody")
VALUES = ("1", "2", "3", "9", "unknown", "n/a", "fully")
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Cast, st.sampled_from(GROUPS), st.lists(st.sampled_from(VALUES), max_size=4).map(tuple)),
    st.builds(Count, st.sampled_from(GROUPS), st.sampled_from(VALUES), st.integers(-2, 3)),
    st.just(Reveal()),
    st.just(NewRound()),
    st.builds(Agree, st.sampled_from([*VALUES, None])),
    st.builds(Write, st.text(max_size=8)),
    st.just(Park()),
)
OTHERS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Elapse, st.floats(0, 50)),
    st.sampled_from([Pause(), ShowLadder(), Next(), Back(), Review(), Undo(), Finish()]),
    st.builds(Jump, st.integers(0, 6)),
    st.builds(Order, st.permutations(IDS).map(tuple)),
    st.builds(Seat, st.sampled_from([SEATS, {"sales": Participants(count=1)}, {}])),
)
EVENTS = st.lists(st.one_of(EDITS, EDITS, OTHERS), max_size=25)
STARTS = st.sampled_from(
    [
        opened(minutes=10),
        opened(rounds={"goals": {"marketing": {"1": 3}, "sales": {"5": 3}}, "sla": {"sales": {"fully": 3}}}),
    ]
)


@given(STARTS, EVENTS, EDITS)
def test_undo_returns_to_the_state_before(meeting: Meeting, events: list[Event], edit: Edit) -> None:
    before = after(meeting, *events)
    changed = advance(before, edit)
    if changed.changes == before.changes:
        assert told_apart(changed) == told_apart(before)
    else:
        assert told_apart(advance(changed, Undo())) == told_apart(before)


def told_apart(meeting: Meeting) -> Meeting:
    """Return a meeting without its notice, each question written out, to be compared with another."""
    return replace(meeting, notice=None, items={question: meeting.item_of(question) for question in IDS})


@given(STARTS, EVENTS)
def test_hidden_cards_are_in_no_answer_file_and_rounds_are_made_of_cards(
    meeting: Meeting, events: list[Event]
) -> None:
    """The answer file may lie open on the projector."""
    shown = {
        question: [dict(votes) for votes in held.rounds]
        for question, held in (meeting.file.workshop or {}).items()
    }
    for event in events:
        before, meeting = meeting, advance(meeting, event)
        there = any(group in before.participants for group in before.item.open)
        if isinstance(event, Reveal) and there and before.stage is Stage.ASKING:
            shown.setdefault(before.present, []).append(dict(meeting.item_of(before.present).last_round))
        if isinstance(event, Undo) and before.changes:
            at = before.changes[-1].question
            shown[at] = [dict(votes) for votes in meeting.item_of(at).rounds]
        saved = meeting.answer_file().workshop or {}
        for question in IDS:
            rounds = [dict(votes) for votes in saved[question].rounds] if question in saved else []
            assert rounds == shown.get(question, [])


@given(STARTS, EVENTS)
def test_what_is_settled_and_what_is_open_are_all_questions(meeting: Meeting, events: list[Event]) -> None:
    meeting = after(meeting, *events)
    open_ones = {question.id for question in meeting.unsettled}
    settled = {question.id for question in (*meeting.decided, *meeting.parked)}

    assert open_ones | settled == set(IDS)
    assert not open_ones & settled
    assert meeting.progress == (len(settled), 5)
    assert all(cards_in(cast) > 0 for item in meeting.items.values() for cast in item.open.values())
    assert meeting.ahead is None or meeting.ahead <= 600


SOURCE = Path(__file__).parents[1] / "examples" / "contract" / "mini.yaml"


@settings(max_examples=60)
@given(STARTS, EVENTS)
def test_a_workshop_goes_on_from_the_disk_as_it_was(meeting: Meeting, events: list[Event]) -> None:
    """The laptop may stop at any moment; the room must find itself where it was."""
    meeting = after(meeting, *events)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "room.yaml"
        save_answer_file(path, meeting.answer_file(), replace=False)
        save_room(path, meeting.room("it"))
        room, file = read_room(path), read(path)
    assert room is not None
    again = resume(MINI, file, room)

    assert again.answer_file() == meeting.answer_file()
    assert {key: again.item_of(key) for key in IDS} == {key: meeting.item_of(key) for key in IDS}
    stage = meeting.left_at if meeting.stage is Stage.LEFT else meeting.stage
    assert (again.agenda, again.present, again.stage) == (meeting.agenda, meeting.present, stage)
    assert (again.participants, again.minutes) == (meeting.participants, meeting.minutes)
    assert (again.ladder, again.paused, room.lang) == (meeting.ladder, meeting.paused, "it")


def read(path: Path) -> AnswerFile:
    return Reader(given=[read_questionnaire(SOURCE)]).read(path).file


def test_leaving_keeps_everything_and_nothing_happens_afterwards() -> None:
    left = after(opened(), Cast("sales", ("1",)), Quit())

    assert left.stage is Stage.LEFT
    assert after(left, Reveal(), Next(), Elapse(5)) == left
    assert left.room("en").questions["personas"].open == {"sales": {"1": 1}}


def test_a_room_that_was_left_behind_reveals_nothing() -> None:
    """The file was begun anew with individual answers, beside the room of another workshop."""
    old = after(opened(), Cast("sales", ("1",)), Next(), Cast("sales", ("2",)), Reveal()).room("en")
    private = opened(rounds={question: {"sales": {"1": 3}} for question in IDS})
    again = resume(MINI, private.answer_file(), old)

    assert {again.item_of(question).shown for question in IDS[2:]} == {False}
    foreign = old.model_copy(update={"questionnaire": "other"})
    assert not any(
        item.shown or item.open for item in resume(MINI, private.answer_file(), foreign).items.values()
    )
