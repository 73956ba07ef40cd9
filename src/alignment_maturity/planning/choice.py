"""Moves from which to choose, and what they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Instrument
from alignment_maturity.planning.standing import Lifted, Standing, lifted

Chosen = tuple[int, ...]
"""Indices of moves, ascending."""


@dataclass(frozen=True)
class Move:
    """Something that lifts questions.

    Attributes:
        lifts: what it lifts.
        needs: the moves, by index, without which it cannot be made.
        forced: whether it is made in any case.
    """

    lifts: tuple[Lifted, ...]
    needs: tuple[int, ...] = ()
    forced: bool = False


@dataclass(frozen=True)
class Cost:
    """What each move costs; `step` is by how much two sums differ at least, 0 where that is not known."""

    of_moves: tuple[float, ...]
    step: float = 0.0


@dataclass(frozen=True)
class Choice:
    """Moves from which to choose, for an organisation that stands somewhere.

    Attributes:
        moves: by name.
        ways: the moves that go by one name, by name, where some do; else empty.
    """

    instrument: Instrument
    standing: Standing
    moves: Sequence[Move]
    ways: tuple[Chosen, ...] = ()

    def reached(self, chosen: Iterable[int]) -> Standing:
        """Return the standing once moves are made."""
        return lifted(
            self.instrument, self.standing, (lift for move in chosen for lift in self.moves[move].lifts)
        )

    def leading(self, question: int, level: int) -> Chosen:
        """Return the moves that lift a question to a level or higher."""
        return tuple(move for move, to in self.movers.get(question, ()) if to >= level)

    @property
    def everything(self) -> Chosen:
        """All moves."""
        return tuple(range(len(self.moves)))

    @cached_property
    def movers(self) -> dict[int, list[tuple[int, int]]]:
        """For each question that can be lifted the moves that do so, each with its level."""
        found: dict[int, list[tuple[int, int]]] = {}
        for index, move in enumerate(self.moves):
            for question, level in move.lifts:
                if not self.standing.inapplicable[question]:
                    found.setdefault(question, []).append((index, level))
        return found

    @cached_property
    def joining(self) -> Booleans:
        """(Q,) the questions that nobody answered and that some move lifts."""
        joining = np.zeros(len(self.standing.answered), dtype=bool)
        joining[list(self.movers)] = True
        return joining & ~self.standing.answered
