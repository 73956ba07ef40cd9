"""The full screen and the pure session agree, whatever is pressed."""

from __future__ import annotations

import asyncio
import os
import random

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import TextArea

from alignment_maturity.interview.moves import Back, Finish, Jump, Next, Review, Undo
from alignment_maturity.interview.session import Choose, Clear, Event, Rewrite, Session, Stage, advance
from alignment_maturity.model.answers import Answer
from alignment_maturity.screens.review import to_work_on

from .stage import MINI, Theatre, play, typed, until

STEPS = int(os.environ.get("WALK_STEPS", "60"))
Move = tuple[tuple[str, ...], Event]


def test_a_random_walk_of_keys_is_the_same_walk_of_events() -> None:
    seed = int(os.environ.get("WALK_SEED", "20261121"))
    chance = random.Random(seed)
    theatre = Theatre()
    expected = theatre.session()
    app = theatre.app(expected)

    async def act(pilot: Pilot[None]) -> None:
        nonlocal expected
        for step in range(STEPS):
            keys, event = something(expected, chance)
            expected = advance(expected, event)
            await typed(pilot, *keys)
            assert app.session == expected, f"step {step} of seed {seed}: {keys}"
            saved = theatre.versions[-1].answers if theatre.versions else {}
            assert saved == dict(expected.answer_file().answers or {})

    play(app, act)


@pytest.mark.parametrize("seconds", [0, 0.8])
def test_what_is_typed_ahead_goes_where_it_belongs(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Letters typed before the editor is there must not be taken for commands, `q` least of all."""
    theatre = Theatre()
    type_one = TextArea._on_key

    async def type_slowly(area: TextArea, key: Key) -> None:
        await asyncio.sleep(seconds if key.key == "escape" else 0)
        await type_one(area, key)

    monkeypatch.setattr(TextArea, "_on_key", type_slowly)
    app = theatre.app(theatre.session())

    async def act(pilot: Pilot[None]) -> None:
        for key in ["2", "n", *"quick", "escape", "r", "5", "enter", "3", "3", "enter", "2", "j", "1"]:
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: len(theatre.versions) == 4)
        assert app.session is not None
        assert app.session.answers == {
            "personas": Answer(value="2"),
            "goals": Answer(note="quick"),
            "sla": Answer(value="largely"),
            "lead-definition": Answer(value="2"),
        }
        await until(pilot, lambda: app.session is not None and app.session.position == 1)

    play(app, act)


def test_keys_faster_than_the_screen_do_no_harm() -> None:
    """A cat on the keyboard, or a slow machine: pages are left while they are still being opened."""
    chance = random.Random(7)
    theatre = Theatre()
    app = theatre.app(theatre.session())
    keys = [*"123450jrucbsnexml", "enter", "escape", "up", "down", "left", "f", "question_mark"]

    async def act(pilot: Pilot[None]) -> None:
        for _ in range(300):
            key = chance.choice(keys)
            app.post_message(Key(key, key if len(key) == 1 else None))
            if chance.random() < 0.1:
                await pilot.pause(0.005)
        await pilot.pause()
        await typed(pilot, "ctrl+c")
        assert app.session is not None
        assert theatre.versions[-1].answers == dict(app.session.answer_file().answers or {})

    play(app, act)


def something(session: Session, chance: random.Random) -> Move:
    """Return keys that do something here, and the event they stand for."""
    if session.stage is Stage.FINISHED:
        return ("r",), Back()
    number = chance.randint(1, 5)
    if session.stage is Stage.REVIEWING:
        moves: list[Move] = [
            (("b",), Back()),
            (("u",), Undo()),
            (("f",), Finish()),
            ((str(number), "enter"), Jump(number)),
        ]
        if session.missing:
            moves.append((("m",), Jump(session.missing[0].id)))
        return chance.choice(moves)
    options = MINI.options_of(session.question)
    choices: list[Move] = [((str(n),), Choose(option.value)) for n, option in enumerate(options, 1)]
    dimension = chance.choice(MINI.dimensions)
    place = str(MINI.dimensions.index(dimension) + 1)
    note = f"{session.answer.note}x"
    return chance.choice(
        [
            *choices,
            (("0",), Choose("unknown")),
            (("minus",), Choose("n/a")),
            (("left",), Back()),
            (("right",), Next()),
            (("c",), Clear()),
            (("u",), Undo()),
            (("r",), Review()),
            (("j", place), Jump(to_work_on(session, dimension.id))),
            (("n", "x", "escape"), Rewrite("note", note)),
        ]
    )
