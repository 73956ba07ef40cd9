"""Pictures of a workshop, as they are kept for the README; `SNAPSHOTS=1` draws them anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.shell import Shell
from alignment_maturity.cli.workshop_room import Followed
from alignment_maturity.interview.moves import Jump, Next, Review
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Elapse,
    Event,
    NewRound,
    Park,
    Reveal,
    ShowLadder,
    Write,
)
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.model.room import Participants
from alignment_maturity.screens.theme import LIGHT
from alignment_maturity.screens.workshop.room_view import RoomView
from alignment_maturity.store.answer_files import save_answer_file
from alignment_maturity.store.questionnaires import find_questionnaire
from alignment_maturity.store.rooms import save_room
from screens.pictures import matches
from screens.tables import NOW, SMALL, Hand, Table, play_on, until
from workshop.rooms import after, opened

FULL = find_questionnaire("full", Path()).questionnaire
SIZE = (128, 40)
M, S, L = "marketing", "sales", "leadership"
SEATS = {M: Participants(count=4), S: Participants(count=3), L: Participants(count=1)}

_FIRST = (Cast(M, ("2", "3", "3", "2")), Cast(S, ("1", "1", "1")), Cast(L, ("2",)))
_SECOND = (Cast(M, ("2", "2", "3", "2")), Cast(S, ("2", "2", "1")), Cast(L, ("2",)))
APART = (Elapse(71), *_FIRST, Reveal())
AGAIN = (*APART, NewRound(), Elapse(95), *_SECOND, Reveal(), Agree("2"), ShowLadder())
LATER = (
    *APART, NewRound(), Elapse(140), *_SECOND, Reveal(), Agree("2"),
    Write("Il piano di marzo è firmato da entrambi; manca un piano operativo."),
    Next(), Elapse(60), Cast(M, ("3", "3")), Cast(S, ("1",)), Reveal(), Park(),
    Next(), Elapse(75), Cast(M, ("2", "2")), Cast(S, ("2", "2")), Reveal(), Agree("2"),
)  # fmt: skip
VOTING = (*LATER, Jump(5), Elapse(20), Cast(M, ("2", "3", "3", "4")), Cast(S, ("1", "1")))


@pytest.mark.parametrize(
    ("name", "events", "size", "light"),
    [
        ("workshop-voting", VOTING, SIZE, False),
        ("workshop-apart", APART, SIZE, False),
        ("workshop-second-round", AGAIN, SIZE, True),
        ("workshop-decisions", (*LATER, Review()), SMALL, False),
    ],
)
def test_the_facilitators_screen_looks_as_it_did(
    name: str, events: Sequence[Event], size: tuple[int, int], light: bool
) -> None:
    """A change of how it looks is seen before it is shipped."""
    table = Table(_held(events), "it")

    async def play(pilot: Pilot[None]) -> None:
        await _settled(pilot, table.app, light=light)
        await until(pilot, lambda: table.app.standing.current)
        await pilot.pause(0.05)
        assert matches(table.app, name)

    table.run(play, size)


@pytest.mark.parametrize(
    ("name", "events", "size"),
    [("room-voting", VOTING, SMALL), ("room-revealed", APART, SIZE)],
)
def test_the_rooms_screen_looks_as_it_did(
    tmp_path: Path, name: str, events: Sequence[Event], size: tuple[int, int]
) -> None:
    """What a projector shows is looked at before it is shipped."""
    meeting, path = _held(events), tmp_path / "room.yaml"
    save_answer_file(path, meeting.answer_file(), replace=False)
    save_room(path, meeting.room("en"))
    app = RoomView(Followed(Place(Shell("en"), path, None)), now=lambda: NOW, clock=Hand())

    async def play(pilot: Pilot[None]) -> None:
        await _settled(pilot, app, light=False)
        assert matches(app, name)

    play_on(app, play, size)


def _held(events: Sequence[Event]) -> Meeting:
    return after(opened(FULL, seats=SEATS, minutes=50), *events)


async def _settled(pilot: Pilot[None], app: App[None], *, light: bool) -> None:
    if light:
        app.theme = LIGHT
        await pilot.press("z", "z")
    await pilot.pause(0.1)
