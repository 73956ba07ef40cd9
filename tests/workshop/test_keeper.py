"""When a workshop is written to the disk, and in which order."""

from __future__ import annotations

import pytest

from alignment_maturity.errors import WorkFailed
from alignment_maturity.interview.moves import Next, Quit, Undo
from alignment_maturity.interview.workshop.commands import Tally, tallies
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import Agree, Cast, Elapse, NewRound, Reveal, Seat
from alignment_maturity.interview.workshop.keeper import PATIENCE, Keeper
from alignment_maturity.interview.workshop.opening import resume
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.room import Room

from .rooms import after, opened


class Drive:
    """Writes down what is written; full as often as told."""

    def __init__(self, *, full: int = 0) -> None:
        self.written: list[AnswerFile | Room] = []
        self.full = full
        self.keeper = Keeper(self._write, self._write, last=None)

    def _write(self, what: AnswerFile | Room) -> None:
        if self.full:
            self.full -= 1
            raise WorkFailed("disk-full", path="room.yaml")
        self.written.append(what)

    @property
    def kinds(self) -> str:
        """What was written, in order: `a` for answers, `r` for the room."""
        return "".join("a" if isinstance(what, AnswerFile) else "r" for what in self.written)


def test_answers_come_first_and_only_where_they_have_changed() -> None:
    """Were the room first, a crash between the two would forget a round that the room has seen."""
    drive, meeting = Drive(), opened()
    for event, kinds in (
        (None, "ra"), (Cast("sales", ("1",)), "rar"), (Reveal(), "rarar"), (Agree("2"), "rarara"),
    ):  # fmt: skip
        meeting = advance(meeting, event) if event else meeting
        drive.keeper.save(meeting, "en")
        assert drive.kinds == kinds


def test_the_room_comes_first_where_a_round_is_taken_back() -> None:
    """Were the answers first, a crash between the two would lose the cards, which are in neither then."""
    drive = Drive()
    meeting = after(opened(), Cast("sales", ("1",)), Reveal())
    drive.keeper.save(meeting, "en")
    taken_back = advance(meeting, Undo())
    drive.keeper.save(taken_back, "en")
    assert drive.kinds == "rara"
    room = drive.written[2]
    assert isinstance(room, Room)
    answers = meeting.answer_file()
    between = resume(meeting.questionnaire, answers, room)
    assert between.answer_file() == answers


def test_a_function_that_has_left_is_not_in_the_round() -> None:
    meeting = after(opened(), Cast("marketing", ("2",)), Cast("sales", ("1",)))
    stayed = {"marketing": meeting.participants["marketing"]}
    meeting = after(meeting, Seat(stayed), Reveal())
    assert meeting.item.last_round == {"marketing": {"2": 1}}


def test_time_alone_is_written_now_and_then_and_on_leaving() -> None:
    drive, meeting = Drive(), opened()
    drive.keeper.save(meeting, "en")
    little = advance(meeting, Elapse(PATIENCE - 1))
    drive.keeper.save(little, "en")
    assert drive.kinds == "ra"
    drive.keeper.save(advance(little, Quit()), "en")
    assert drive.kinds == "rar"
    drive.keeper.save(advance(little, Elapse(PATIENCE)), "en")
    assert drive.kinds == "rarr"


def test_the_language_of_the_room_is_kept_at_once() -> None:
    drive, meeting = Drive(), opened()
    drive.keeper.save(meeting, "en")
    drive.keeper.save(meeting, "it")

    assert isinstance(drive.written[-1], Room)
    assert drive.written[-1].lang == "it"


@pytest.mark.parametrize("full", [1, 2])
def test_what_could_not_be_written_is_written_the_next_time(full: int) -> None:
    drive = Drive()
    drive.keeper.save(opened(), "en")
    meeting = after(opened(), Cast("sales", ("1",)), Reveal())
    drive.full = full
    for _ in range(full):
        with pytest.raises(WorkFailed):
            drive.keeper.save(meeting, "en")
    drive.keeper.save(meeting, "en")

    assert drive.kinds == "raar"
    assert drive.written[-2:] == [meeting.answer_file(), meeting.room("en")]


def test_a_room_that_is_gone_is_written_again() -> None:
    """Or the second screen stays as it was, and the cards on the table are nowhere."""
    meeting = after(opened(), Cast("sales", ("1",)))
    written: list[Room] = []
    intact = True
    keeper = Keeper(lambda _: None, written.append, last=None, room_intact=lambda: intact)
    keeper.save(meeting, "en")
    keeper.save(meeting, "en")
    assert len(written) == 1
    intact = False
    keeper.save(meeting, "en")

    assert written == [meeting.room("en")] * 2


def test_hidden_cards_that_cannot_be_saved_are_handed_out_as_they_are_typed() -> None:
    """The answers do not hold them, and the room could not be written."""
    drive = Drive(full=9)
    meeting = after(
        opened(), Cast("marketing", ("3", "2", "3")), Cast("sales", ("unknown",)), Reveal(), NewRound(),
        Cast("marketing", ("2", "2")), Cast("sales", ("unknown",)), Next(), Cast("sales", ("5", "n/a")),
    )  # fmt: skip
    with pytest.raises(WorkFailed):
        drive.keeper.save(meeting, "en")

    assert drive.keeper.hidden == ("personas - marketing: 2x2; sales: ?", "goals - sales: 4 -")
    typed = drive.keeper.hidden[1].partition(" - ")[2]
    read = tallies(typed, meeting.questionnaire, meeting.values, meeting.participants)
    assert read == [Tally("sales", ("5", "n/a"))]


def test_what_is_on_the_disk_already_is_not_written_again() -> None:
    written: list[AnswerFile] = []
    meeting = after(opened(), Agree("2"))
    Keeper(written.append, lambda _: None, last=meeting.answer_file()).save(meeting, "en")

    assert written == []
