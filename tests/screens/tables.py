"""Workshops on a full screen that is not there: keys go in, and what would be seen comes out."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, cast

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.language import Lang
from alignment_maturity.screens.app import FullScreen
from alignment_maturity.screens.workshop.app import Workshop
from workshop.rooms import Disk, opened

NOW = dt.datetime(2026, 11, 22, 10, 30, tzinfo=dt.UTC)
SMALL, LARGE = (80, 24), (160, 50)
_CHARACTERS = {"full_stop": ".", "minus": "-", "question_mark": "?", "space": " "}


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Table:
    """A workshop on the full screen, its clock, and what was saved of it."""

    def __init__(
        self,
        meeting: Meeting | None = None,
        lang: Lang = "en",
        save: Callable[[Meeting, Lang], None] | None = None,
    ) -> None:
        self.disk, self.clock = Disk(), Hand()
        begun = meeting or opened()
        self.app = Workshop(
            begun,
            lang,
            save=save or self.disk.save,
            afterwards=self.disk.afterwards(begun.questionnaire),
            path=Path("room.yaml"),
            now=lambda: NOW,
            clock=self.clock,
        )
        self.app.animation_level = "none"

    @property
    def meeting(self) -> Meeting:
        return self.app.meeting

    @property
    def seen(self) -> str:
        return seen(self.app)

    def pass_seconds(self, seconds: float) -> None:
        self.clock.now += seconds
        self.app.tick()

    def run(
        self, play: Callable[[Pilot[None]], Coroutine[Any, Any, None]], size: tuple[int, int] = SMALL
    ) -> None:
        play_on(self.app, play, size)

    def typed(self, *keys: str, size: tuple[int, int] = SMALL) -> str:
        """Type keys, and return what is seen then."""
        found = ""

        async def play(pilot: Pilot[None]) -> None:
            nonlocal found
            await press(pilot, *keys)
            found = self.seen

        self.run(play, size)
        return found


def play_on(
    app: App[None], play: Callable[[Pilot[None]], Coroutine[Any, Any, None]], size: tuple[int, int]
) -> None:
    """Run an app on a screen of a size while somebody plays on it."""

    async def go() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.05)  # until all is painted
            await play(pilot)

    asyncio.run(go())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as fast as a script does; each argument may hold several, with blanks between them."""
    await _press(pilot, [key for each in keys for key in each.split()])


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text, character by character."""
    await _press(pilot, text)


async def _press(pilot: Pilot[None], keys: Sequence[str]) -> None:
    app = cast("FullScreen", pilot.app)
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        app.post_message(Key(name, key if len(key) == 1 else _CHARACTERS.get(key)))
    await pilot.pause(0)  # until the app has seen them all: on a busy machine that takes its time
    await until(pilot, lambda: app._exit or not (app._typed_ahead or app._key_at_work))
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what another thread works on."""
    for _ in range(1500):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


def seen(app: App[None]) -> str:
    """Return what is on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
