"""The room's own screen: it follows the files of a workshop and shows nothing that is not for the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from alignment_maturity.cli.answers_place import Place
from alignment_maturity.cli.shell import Shell
from alignment_maturity.cli.workshop import _present
from alignment_maturity.cli.workshop_leading import Asked
from alignment_maturity.cli.workshop_room import Followed, _page
from alignment_maturity.errors import WrongUsage
from alignment_maturity.interview.details import Details
from alignment_maturity.interview.moves import Back, Finish, Next, Review
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Event,
    NewRound,
    Park,
    Reveal,
    ShowLadder,
    Write,
)
from alignment_maturity.language import Lang
from alignment_maturity.screens.workshop.room_view import RoomView
from alignment_maturity.store.answer_files import save_answer_file
from alignment_maturity.store.rooms import room_path, save_room
from interview.scripted import HERE
from screens.pictures import snapshot
from screens.tables import LARGE, NOW, SMALL, Hand, play_on, press, seen, until
from workshop.rooms import after, opened

MARKETING, SALES = "marketing", "sales"
VOTED = (Cast(MARKETING, ("1", "3", "3")), Cast(SALES, ("1", "1")))


class Room:
    """A second screen, and the files that it follows."""

    def __init__(self, folder: Path, lang: Lang | None = None) -> None:
        self.path, self.clock = folder / "room.yaml", Hand()
        self.meeting = opened(minutes=10)
        mini = str(HERE.parent / "examples" / "contract" / "mini.yaml")
        self.followed = Followed(Place(Shell(lang), self.path, mini))
        self.app = RoomView(self.followed, now=lambda: NOW, clock=self.clock)
        self.app.animation_level = "none"

    @property
    def seen(self) -> str:
        return seen(self.app)

    def lead(self, *events: Event, lang: Lang = "en") -> None:
        """Let the workshop go on elsewhere, and look at its files."""
        self.meeting = after(self.meeting, *events)
        save_answer_file(self.path, self.meeting.answer_file(), replace=True)
        save_room(self.path, self.meeting.room(lang))
        self.app.look_again()

    def shown(self, *events: Event, size: tuple[int, int] = SMALL) -> str:
        """Return what is seen after some events."""
        found = ""

        async def play(pilot: Pilot[None]) -> None:
            nonlocal found
            self.lead(*events)
            await pilot.pause(0.05)
            found = self.seen

        play_on(self.app, play, size)
        return found


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")
    return Room(tmp_path)


def test_it_waits_for_the_workshop_and_then_follows_it_by_itself(room: Room) -> None:
    """The second terminal can be opened first; nobody has to touch it."""

    async def play(pilot: Pilot[None]) -> None:
        assert "In attesa del workshop" in room.seen
        save_answer_file(room.path, room.meeting.answer_file(), replace=True)
        save_room(room.path, after(room.meeting, *VOTED).room("en"))
        await until(pilot, lambda: "3 of 3 ✓" in room.seen)
        room.lead(*VOTED, Reveal())
        await pilot.pause(0.05)
        assert "First round: votes revealed" in room.seen

    play_on(room.app, play, SMALL)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_it_looks_the_same_whatever_the_hidden_cards_say(tmp_path: Path, size: tuple[int, int]) -> None:
    """No card is seen before it is revealed: neither its number nor a colour that stands for it."""
    pictures = []
    for number, cards in enumerate((("1", "1", "2"), ("5", "4", "unknown"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        shown = Room(folder)

        async def play(pilot: Pilot[None], shown: Room = shown, cards: tuple[str, ...] = cards) -> None:
            shown.lead(Cast(MARKETING, cards), Write("secret"))
            await pilot.pause(0.05)
            pictures.append(snapshot(shown.app))

        play_on(shown.app, play, size)
        assert "3 of 3" in pictures[-1].replace("&#160;", " ")
        assert "secret" not in pictures[-1]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_notes_are_never_shown(room: Room, size: tuple[int, int]) -> None:
    """What the facilitator writes down is the facilitator's."""
    found = []

    async def play(pilot: Pilot[None]) -> None:
        for events in ((Write("confidential"), *VOTED, Reveal()), (Agree("2"),), (Review(),), (Finish(),)):
            room.lead(*events)
            await pilot.pause(0.4)
            found.append(room.seen)

    play_on(room.app, play, size)
    assert "✓ Agreed value" in found[1]
    assert "Decisions" in found[2]
    assert not any("confidential" in text for text in found)


def test_the_reveal_shows_bars_and_the_probe(room: Room) -> None:
    """The room looks at its own votes, not at the facilitator's laptop."""
    text = room.shown(*VOTED, Reveal())
    assert "Marketing 2.3, Sales 1.0: 1.3" in text
    assert "Probe" in text
    assert "Enter" not in text


def test_the_second_round_stands_beside_the_first(room: Room) -> None:
    """The room sees who moved."""
    text = room.shown(*VOTED, Reveal(), NewRound(), Cast(SALES, ("2", "2")), Reveal())
    assert "2→0" in text
    assert "0→2" in text


def test_the_ladder_is_seen_only_while_it_is_shown(room: Room) -> None:
    """The score is for when whoever leads wants it."""

    async def play(pilot: Pilot[None]) -> None:
        room.lead(Agree("2"), Next())
        await pilot.pause(0.05)
        assert "Strategic alignment" not in room.seen
        room.lead(ShowLadder())
        await until(pilot, lambda: "Strategic alignment" in room.seen)
        room.lead(ShowLadder())
        await pilot.pause(0.05)
        assert "Strategic alignment" not in room.seen

    play_on(room.app, play, SMALL)


def test_the_end_is_shown_when_whoever_leads_shows_it_and_taken_back(room: Room) -> None:
    """The result belongs to the room, but not by one wrong key; the report is written elsewhere."""

    async def play(pilot: Pilot[None]) -> None:
        room.lead(Agree("2"), Park(), Review())
        await pilot.pause(0.05)
        assert "Parking lot" in room.seen
        room.lead(Finish())
        await pilot.pause(0.05)
        assert "The result follows" in room.seen
        assert "Parking lot" in room.seen
        room.lead(ShowLadder())
        await until(pilot, lambda: "you are here" in room.seen)
        await press(pilot, "x w r")
        assert "report" not in room.seen
        room.lead(ShowLadder())
        await pilot.pause(0.05)
        assert "The result follows" in room.seen
        assert "you are here" not in room.seen
        room.lead(Back(), Back(), ShowLadder())
        await pilot.pause(0.05)
        assert "Buyer personas" in room.seen
        room.lead(Finish())
        await until(pilot, lambda: "Level" in room.seen)

    play_on(room.app, play, LARGE)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text("format: 1\nques", encoding="utf-8"),
        lambda path: room_path(path).write_text('{"format": 1, "que', encoding="utf-8"),
        lambda path: room_path(path).unlink(),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["answers-gone", "half-the-answers", "half-the-room", "room-gone", "folder-in-the-way"],
)
def test_a_file_that_is_gone_or_broken_leaves_the_last_screen(
    room: Room, damage: Callable[[Path], None]
) -> None:
    """Nobody in the room sees an error, and it goes on when the file is back."""

    async def play(pilot: Pilot[None]) -> None:
        room.lead(*VOTED, Reveal())
        damage(room.path)
        room.app.look_again()
        await pilot.pause(0.05)
        assert "Marketing 2.3, Sales 1.0" in room.seen
        assert "waiting: the file cannot be read" in room.seen
        if room.path.is_dir():
            room.path.rmdir()
        room.lead(Agree("2"))
        await pilot.pause(0.05)
        assert "✓ Agreed value" in room.seen
        assert "waiting" not in room.seen

    play_on(room.app, play, SMALL)


def test_a_file_that_cannot_be_read_before_there_was_a_workshop_is_told_of(room: Room) -> None:
    """The room would wait for ever, and nobody would know why."""

    async def play(pilot: Pilot[None]) -> None:
        room.path.write_text("format: 1\nques", encoding="utf-8")
        room_path(room.path).write_text("{}", encoding="utf-8")
        room.app.look_again()
        await pilot.pause(0.05)
        assert "In attesa del workshop" in room.seen
        assert "il file ora non si legge" in room.seen
        room.lead(*VOTED)
        await pilot.pause(0.05)
        assert "3 of 3 ✓" in room.seen
        assert "waiting" not in room.seen

    play_on(room.app, play, SMALL)


def test_files_that_stay_as_they_are_are_not_read_again(room: Room) -> None:
    """Time runs on from what was read; a file that was only touched is no reason to worry the room."""

    async def play(pilot: Pilot[None]) -> None:
        room.lead(*VOTED, Reveal())
        meeting = room.followed.meeting
        room.app.look_again()
        assert room.followed.meeting is meeting
        room.path.touch()
        room.app.look_again()
        assert room.followed.meeting == meeting
        await pilot.pause(0.05)
        assert "Marketing 2.3, Sales 1.0" in room.seen
        assert "waiting" not in room.seen

    play_on(room.app, play, SMALL)


def test_the_language_follows_the_workshop_unless_it_is_chosen(tmp_path: Path) -> None:
    """One switch on the facilitator's laptop is enough; a room that wants another language has it."""
    room = Room(tmp_path)

    async def play(pilot: Pilot[None]) -> None:
        room.lead(lang="en")
        await pilot.pause(0.05)
        assert "First round" in room.seen
        room.lead(lang="it")
        await pilot.pause(0.05)
        assert "Primo giro" in room.seen
        await press(pilot, "l")
        assert "First round" in room.seen
        room.lead(Park(), lang="it")
        await pilot.pause(0.05)
        assert "Parked" in room.seen

    play_on(room.app, play, SMALL)
    chosen = Room(tmp_path, lang="it")
    assert "Primo giro" in chosen.shown()


def test_time_goes_on_between_two_writes_but_not_for_ever(room: Room) -> None:
    """The clock runs smoothly; when the facilitator's laptop is closed, it stops."""

    async def play(pilot: Pilot[None]) -> None:
        room.lead()
        for _ in range(60):
            room.clock.now += 1
            room.app.tick()
        await pilot.pause(0.05)
        assert "0:20 / 2:00" in room.seen

    play_on(room.app, play, SMALL)


def test_it_is_left_with_q_and_has_a_light_and_a_dark_side(room: Room) -> None:
    """The projector decides which one can be read."""

    async def play(pilot: Pilot[None]) -> None:
        dark = room.app.theme
        await press(pilot, "t")
        assert room.app.theme != dark
        await press(pilot, "q")
        assert not room.app.is_running

    play_on(room.app, play, SMALL)
    assert not room.path.exists()
    assert not room_path(room.path).exists()


def test_the_plain_room_view_says_when_the_files_are_broken_too(room: Room) -> None:
    """A room that reads lines would take the last ones for how things stand."""
    room.meeting = after(room.meeting, *VOTED, Reveal())
    save_answer_file(room.path, room.meeting.answer_file(), replace=True)
    save_room(room.path, room.meeting.room("en"))
    followed, mark = room.followed, "waiting: the file cannot be read now"
    followed.look()
    good = _page(followed)
    room_path(room.path).write_text("{", encoding="utf-8")
    followed.look()
    broken = _page(followed)
    assert mark not in good
    assert broken.startswith(good)
    assert mark in " ".join(broken.split())
    save_room(room.path, room.meeting.room("en"))
    followed.look()
    assert _page(followed) == good


@pytest.mark.parametrize("minutes", [0.0, 20.0])
def test_options_of_a_workshop_are_refused_by_the_room_view(room: Room, minutes: float) -> None:
    """Whoever gives them believes that they change something; 0 minutes is an option like any other."""
    asked = Asked(Details("", ""), (), minutes, None, (), None, plain=True, light=False)
    with pytest.raises(WrongUsage) as refused:
        _present(Place(Shell("en"), room.path, None), asked, None)
    assert refused.value.values["option"] == "--minutes"
