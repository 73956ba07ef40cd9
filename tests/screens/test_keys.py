"""Keys of all pages and boxes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from alignment_maturity.errors import WorkFailed
from alignment_maturity.screens import ending, review, saving, start
from alignment_maturity.screens.app import FullScreen
from alignment_maturity.screens.overlay import Box, HelpBox
from alignment_maturity.screens.page import Page
from alignment_maturity.screens.saving import UnsavedBox
from alignment_maturity.screens.workshop import app, boxes, end, room_view
from screens.stage import Theatre, loaded, play, seen, typed, until

MODULES = (app, boxes, end, ending, review, room_view, saving, start)


def kinds(kind: type[object]) -> Iterator[type[object]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds(each)


@pytest.mark.parametrize(
    "kind", [*kinds(Page), *kinds(Box), *kinds(FullScreen)], ids=lambda kind: kind.__name__
)
def test_letters_work_with_caps_lock_on(kind: type[Page | Box | FullScreen]) -> None:
    """Nobody can leave a page whose keys are dead, nor see why."""
    bindings = [binding for binding in kind.BINDINGS if isinstance(binding, Binding)]
    assert len(bindings) == len(kind.BINDINGS)
    letters = {(key, each.action) for each in bindings for key in each.key.split(",") if len(key) == 1}
    assert letters == {(case, action) for key, action in letters for case in (key.lower(), key.upper())}


def test_the_end_the_help_and_what_is_not_saved_are_left_with_capitals() -> None:
    theatre = Theatre(loaded("mini"))
    app = theatre.app(theatre.session("2", "2", "2", "2", "none"))

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "F")
        await until(pilot, lambda: "you are here ▸" in seen(app))
        await typed(pilot, "?")
        assert isinstance(app.screen, HelpBox)
        await typed(pilot, "L", "Q")
        assert "siete qui ▸" in seen(app)
        await typed(pilot, "L", "R")
        assert "Review" in seen(app)
        theatre.failure = WorkFailed("disk-full", path="answers.yaml")
        await typed(pilot, "U")
        assert "not saved" in seen(app)
        theatre.failure = None
        await typed(pilot, "R")
        assert not isinstance(app.screen, UnsavedBox)
        await typed(pilot, "Q")
        assert app._exit

    play(app, act)
