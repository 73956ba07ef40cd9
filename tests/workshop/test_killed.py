"""The workshop killed at random moments, in both faces: whatever was shown as taken is on the disk."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from alignment_maturity.interview.moves import Back, Jump, Next, Undo
from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.course import advance
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Count,
    Event,
    NewRound,
    Park,
    Reveal,
    Write,
)
from alignment_maturity.interview.workshop.meeting import Item, Meeting, Phase, cards_in
from alignment_maturity.interview.workshop.opening import resume
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.documents import read_document
from alignment_maturity.store.rooms import read_room
from interview.processes import Desk
from interview.scripted import MINI
from terminals.killing import POINTS, SEED, killed
from terminals.screen import Screen, Terminals

PEOPLE = 2
CARD, NO_CARD = "▮", "▯"
ARGUMENTS = ["workshop", "-q", "mini", "-o", "answers.yaml", "--lang", "en"]
BEGIN = ["--organisation", "Rossi Srl", "--wave", "1", "--participants", f"sales={PEOPLE}"]


@pytest.fixture(scope="module")
def terminals() -> Iterator[Terminals]:
    started = Terminals()
    yield started
    started.close()


class PlainFace:
    """Lines typed at prompts."""

    options = ("--plain",)
    _prompt = re.compile(r"\d/5 \(\? help\)[^>\n]*> |Decisions[^>\n]*> ")

    def wait(self, screen: Screen, _meeting: Meeting, turns: int) -> None:
        """Wait for the prompt after so many lines."""
        screen.wait_for(lambda _: len(self._prompt.findall(screen.written)) > turns)

    def something(self, meeting: Meeting, chance: random.Random) -> tuple[str, Event]:
        """Return a line that changes something here, and the event it stands for."""
        number = chance.randint(1, 4)
        if meeting.stage is Stage.REVIEWING:
            return f"j {number}\n", Jump(number)
        first, second = chance.choices(MINI.options_of(meeting.question), k=PEOPLE)
        typed = {option.value: n for n, option in enumerate(MINI.options_of(meeting.question), 1)}
        word = f"word {chance.random()}"
        possible: list[tuple[str, Event]] = [
            (f"sa {typed[first.value]} {typed[second.value]}", Cast("sales", (first.value, second.value))),
            (f"sa {typed[first.value]}", Cast("sales", (first.value,))),
            ("v", Reveal()),
            ("g", NewRound()),
            (f"= {typed[first.value]}", Agree(first.value)),
            ("p", Park()),
            ("u", Undo()),
            (">", Next()),
        ]
        if not meeting.item.note:  # the plain face adds to a note
            possible.append((f"n {word}", Write(word)))
        line, event = chance.choice(possible)
        return f"{line}\n", event


class FullFace:
    """Keys pressed on the full screen."""

    options = ()
    _counted = re.compile(rf"[{CARD}{NO_CARD}]+ +\d+ of {PEOPLE}")

    def wait(self, screen: Screen, meeting: Meeting, _turns: int) -> None:
        """Wait until the screen shows this state."""
        top, parts, absent = shown(meeting)

        def stands(text: str) -> bool:
            return (
                # Else it is being painted, and a line of the state before stands below its place.
                len(self._counted.findall(text)) <= 1
                and text.splitlines()[0].strip().startswith(top)
                and all(part in text for part in parts)
                and not any(part in text for part in absent)
            )

        screen.wait_for(stands)

    def something(self, meeting: Meeting, chance: random.Random) -> tuple[str, Event]:
        """Return a key whose effect can be seen, and the event it stands for."""
        number = chance.randint(1, 4)
        possible: list[tuple[str, Event]] = [
            (str(number), Count("sales", MINI.options_of(meeting.question)[number - 1].value)),
            ("0", Count("sales", "unknown")),
            ("v", Reveal()),
            ("g", NewRound()),
            ("p", Park()),
            ("u", Undo()),
            ("s", Next()),
            ("b", Back()),
        ]
        chance.shuffle(possible)
        return next(
            (key, event)
            for key, event in possible
            if (after := advance(meeting, event)).stage is Stage.ASKING and shown(after) != shown(meeting)
        )


def shown(meeting: Meeting) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return how the top line begins in a state, what stands on the screen, and what does not.

    What does not is there as well while the screen is being painted.
    """
    item = meeting.item
    counted = cards_in(item.open.get("sales", {}))
    voting = f"{CARD * min(counted, PEOPLE):{NO_CARD}<{PEOPLE}}  {counted} of {PEOPLE}"
    stands, absent = [voting, "silent vote"], ["votes revealed"]
    if item.phase is not Phase.VOTING:
        stands, absent = absent, ["silent vote"]
    (stands if item.parked else absent).append("Parked:")
    return f"Question {meeting.position + 1} of 5", tuple(stands), tuple(absent)


@pytest.mark.parametrize("face", [PlainFace(), FullFace()], ids=["plain", "full screen"])
def test_nothing_confirmed_is_lost_wherever_the_process_is_killed(
    face: PlainFace | FullFace, terminals: Terminals, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    desk = Desk(tmp_path)
    assert desk.run([*ARGUMENTS, *BEGIN]).returncode == 0
    saved_in_time = 0
    for point in range(POINTS):
        confirmed, attempted = killed(face, on_disk(desk), advance, terminals, ARGUMENTS, tmp_path, chance)
        found = held(on_disk(desk))
        assert found in (held(confirmed), held(attempted)), f"kill {point} of seed {SEED}"
        saved_in_time += found == held(attempted) != held(confirmed)
    visible = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert visible == {"answers.yaml", "answers.yaml.room", "mini.yaml", "two-languages.yaml"}
    assert desk.run(ARGUMENTS).returncode == 0
    assert saved_in_time, "every kill came before the files were written: nothing was tried"


def on_disk(desk: Desk) -> Meeting:
    """Return the workshop as it would go on."""
    file = AnswerFile.model_validate(read_document(desk.path).data)
    room = read_room(desk.path)
    assert room is not None
    return resume(MINI, file, room)


def held(meeting: Meeting) -> Mapping[str, Item]:
    """Return what was done on each question, time aside."""
    items = {question: replace(item, seconds=0.0) for question, item in meeting.items.items()}
    return {question: item for question, item in items.items() if item != Item()}
