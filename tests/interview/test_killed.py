"""The interview killed at random moments: whatever had a prompt after it is in the file.

KILL_POINTS sets how many times the process is killed (default 30); KILL_SEED what is typed and when.
"""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from alignment_maturity.interview.session import (
    Annotate,
    Choose,
    Clear,
    Event,
    Jump,
    Session,
    Stage,
    Undo,
    advance,
    begin,
)

from .processes import Desk
from .scripted import MINI

KILL_POINTS = int(os.environ.get("KILL_POINTS", "30"))
ANY_PROMPT = r"(?:\d/5 \(\? help\)[^>]*|Review) > "
AFTER_A_LINE = 0.7  # the share of kills that come while an answer is being saved, not at a prompt
LONGEST_WAIT = 0.012  # seconds; about three times what an answer takes from the key to the disk


def test_no_confirmed_answer_is_lost_wherever_the_process_is_killed(tmp_path: Path) -> None:
    seed = int(os.environ.get("KILL_SEED", "20261121"))
    chance = random.Random(seed)
    desk = Desk(tmp_path)
    assert desk.pipe("").returncode == 0
    saved_in_time = 0
    for point in range(KILL_POINTS):
        confirmed, attempted = killed_interview(desk, chance)
        found = desk.answers
        assert found in (confirmed.answers, attempted.answers), f"kill {point} of seed {seed}"
        saved_in_time += found == attempted.answers != confirmed.answers
    visible = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert visible == {"answers.yaml", "mini.yaml", "two-languages.yaml"}
    assert desk.pipe("r\nq\n").returncode == 0
    assert saved_in_time, "every kill came before the file was written: nothing was tried"


def killed_interview(desk: Desk, chance: random.Random) -> tuple[Session, Session]:
    """Resume, change a few things, and kill the process at a prompt or a moment after a last line was sent.

    Returns what was confirmed by a prompt, and the same with the last line done as well.
    """
    session = begin(MINI, desk.file)
    child = desk.spawn("--lang", "en", organisation=None)
    child.delaybeforesend = None
    for _ in range(chance.randrange(5)):
        child.expect(ANY_PROMPT)
        line, event = something(session, chance)
        child.sendline(line)
        session = advance(session, event)
    child.expect(ANY_PROMPT)
    attempted = session
    if chance.random() < AFTER_A_LINE:
        line, event = something(session, chance)
        attempted = advance(session, event)
        child.sendline(line)
        time.sleep(chance.uniform(0, LONGEST_WAIT))
    child.kill(signal.SIGKILL)
    child.wait()
    child.close()
    return session, attempted


def something(session: Session, chance: random.Random) -> tuple[str, Event]:
    """Return a line that changes something here, and the event it stands for."""
    number = chance.randint(1, 4)
    if session.stage is Stage.REVIEWING:
        return str(number), Jump(number)
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
    return chance.choice(possible)
