"""Killing a program at random moments, and what it had confirmed by then.

KILL_POINTS sets how many times each face of a program is killed; KILL_SEED what is typed and when.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from terminals.screen import Screen, Terminals

POINTS = int(os.environ.get("KILL_POINTS", "40"))
SEED = int(os.environ.get("KILL_SEED", "20261122"))
AFTER_A_KEY = 0.7  # the share of kills that come while something is being saved, not at rest
LONGEST_WAIT = 0.02  # seconds; about three times what it takes from the key to the disk

S = TypeVar("S")
E = TypeVar("E")
S_contra = TypeVar("S_contra", contravariant=True)
E_co = TypeVar("E_co", covariant=True)


class Face(Protocol[S_contra, E_co]):
    """One way of using the program."""

    @property
    def options(self) -> Sequence[str]:
        """What chooses it on the command line."""

    def wait(self, screen: Screen, state: S_contra, turns: int, /) -> None:
        """Wait until the screen shows a state, which so many turns led to."""

    def something(self, state: S_contra, chance: random.Random, /) -> tuple[str, E_co]:
        """Return keys that change something here, and the event they stand for."""


def killed(  # noqa: PLR0913, PLR0917 - all that makes up one kill
    face: Face[S, E],
    state: S,
    advance: Callable[[S, E], S],
    terminals: Terminals,
    arguments: Sequence[str],
    folder: Path,
    chance: random.Random,
) -> tuple[S, S]:
    """Go on from a state, do a few things, and kill the program at rest or a moment after a last key.

    Returns what the screen had confirmed, and the same with the last thing done as well.
    """
    screen = terminals.start([*arguments, *face.options], folder)
    turns = chance.randrange(5)
    for turn in range(turns):
        face.wait(screen, state, turn)
        keys, event = face.something(state, chance)
        screen.type(keys)
        state = advance(state, event)
    face.wait(screen, state, turns)
    attempted = state
    if chance.random() < AFTER_A_KEY:
        keys, event = face.something(state, chance)
        attempted = advance(state, event)
        screen.type(keys)
        time.sleep(chance.uniform(0, LONGEST_WAIT))
    screen.kill()
    return state, attempted
