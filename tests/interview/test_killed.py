"""The interview killed at random moments, in both faces: whatever was shown as taken is in the file."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignment_maturity.interview.moves import Back, Jump, Next, Undo
from alignment_maturity.interview.session import (
    Annotate,
    Choose,
    Clear,
    Event,
    Session,
    Stage,
    advance,
    begin,
)
from terminals.killing import POINTS, SEED, killed
from terminals.screen import Screen, Terminals

from .processes import Desk
from .scripted import MINI

ARGUMENTS = ["assess", "-q", "mini", "-o", "answers.yaml", "--lang", "en"]


@pytest.fixture(scope="module")
def terminals() -> Iterator[Terminals]:
    started = Terminals()
    yield started
    started.close()


class PlainFace:
    """Lines typed at prompts."""

    options = ("--plain",)
    _prompt = re.compile(r"(?:\d/5 \(\? help\)[^>\n]*|Review) > ")

    def wait(self, screen: Screen, _session: Session, turns: int) -> None:
        """Wait for the prompt after so many lines."""
        screen.wait_for(lambda _: len(self._prompt.findall(screen.written)) > turns)

    def something(self, session: Session, chance: random.Random) -> tuple[str, Event]:
        """Return a line that changes something here, and the event it stands for."""
        number = chance.randint(1, 4)
        if session.stage is Stage.REVIEWING:
            return f"{number}\n", Jump(number)
        word = f"word {chance.random()}"
        options = MINI.options_of(session.question)
        possible: list[tuple[str, Event]] = [
            (str(number), Choose(options[number - 1].value)),
            (str(number), Choose(options[number - 1].value)),
            ("d", Choose("unknown")),
            (f"n {word}", Annotate("note", word)),
            (f"ev {word}", Annotate("evidence", word)),
            ("c", Clear()),
            ("u", Undo()),
            (f"j {number}", Jump(number)),
        ]
        line, event = chance.choice(possible)
        return f"{line}\n", event


class FullFace:
    """Keys pressed on the full screen."""

    options = ()

    def wait(self, screen: Screen, session: Session, _turns: int) -> None:
        """Wait until the screen shows this state."""
        left, right = shown(session)

        def stands(text: str) -> bool:
            top = text.splitlines()[0].strip()
            return top.startswith(left) and top.endswith(right)

        screen.wait_for(stands)

    def something(self, session: Session, chance: random.Random) -> tuple[str, Event]:
        """Return a key whose effect can be seen, and the event it stands for."""
        if session.stage is Stage.REVIEWING:
            return "b", Back()
        number = chance.randint(1, 4)
        options = MINI.options_of(session.question)
        possible: list[tuple[str, Event]] = [
            (str(number), Choose(options[number - 1].value)),
            (str(number), Choose(options[number - 1].value)),
            ("0", Choose("unknown")),
            ("c", Clear()),
            ("u", Undo()),
            ("b", Back()),
            ("s", Next()),
        ]
        chance.shuffle(possible)
        return next(
            (key, event) for key, event in possible if shown(advance(session, event)) != shown(session)
        )


def shown(session: Session) -> tuple[str, str]:
    """Return how the top line of the full screen begins and ends in a state."""
    if session.stage is Stage.REVIEWING:
        return "Review", f"{session.progress.answered}/{session.progress.total}"
    progress = session.progress_in(session.question.dimension)
    dimension = MINI.dimension_by_id[session.question.dimension].name.in_("en")
    return f"{dimension}  {progress.answered}/{progress.total}", f"{session.position + 1}/5"


@pytest.mark.parametrize("face", [PlainFace(), FullFace()], ids=["plain", "full screen"])
def test_no_confirmed_answer_is_lost_wherever_the_process_is_killed(
    face: PlainFace | FullFace, terminals: Terminals, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    desk = Desk(tmp_path)
    assert desk.pipe("").returncode == 0
    saved_in_time = 0
    for point in range(POINTS):
        confirmed, attempted = killed(
            face, begin(MINI, desk.file), advance, terminals, ARGUMENTS, tmp_path, chance
        )
        found = desk.answers
        assert found in (confirmed.answers, attempted.answers), f"kill {point} of seed {SEED}"
        saved_in_time += found == attempted.answers != confirmed.answers
    visible = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert visible == {"answers.yaml", "mini.yaml", "two-languages.yaml"}
    assert desk.pipe("r\nq\n").returncode == 0
    assert saved_in_time, "every kill came before the file was written: nothing was tried"
