"""The actions that can take part in plans towards one level, as arrays.

Letters used for shapes: M actions, ascending by id; the others as in the kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.planning.candidates import lifts_of
from alignment_maturity.planning.goal import Demand, Goal, attainment
from alignment_maturity.planning.selection import MOST_UNITS

SHORTEST = Fraction(1, 100)
"""The least effort, in person-days, whose gain by person-day can be counted to the last digit."""


@dataclass(frozen=True)
class Catalogue:
    """What a questionnaire offers to those who aim at one level.

    Attributes:
        target: the level, 2 to K.
        goal: what it takes to be there; its last demand is the level's own.
        numbers: (M,) which of all actions, by id, each one is.
        effort: (M,) person-days.
        units: (M,) the same in the largest unit that all are multiples of.
        unit: how many of them are a person-day.
        lifts: action, question and level of every lift.
        needs: (M,) the actions each asks for.
        steps: action and what it asks for, for all pairs; what others build on comes first.
        priority: (M,) whether the step up to the level has it as a priority.
    """

    instrument: Instrument
    target: int
    goal: Goal
    numbers: Integers
    effort: Floats
    units: Integers
    unit: int
    lifts: tuple[tuple[int, int, int], ...]
    needs: tuple[tuple[int, ...], ...]
    steps: tuple[tuple[int, int], ...]
    priority: Booleans

    @property
    def demand(self) -> Demand:
        """The mean that counts for the level."""
        return self.goal.demands[-1]

    @cached_property
    def cost(self) -> Integers:
        """(M,) what each action costs: its effort and, far below the least difference of efforts, one."""
        return self.units * (len(self.units) + 1) + 1

    @cached_property
    def gates(self) -> tuple[tuple[int, int], ...]:
        """Question and level index of all gates up to the level."""
        return tuple(
            (question, level)
            for question, level in self.instrument.gates.tolist()
            if level <= self.target - 2
        )

    @cached_property
    def ways(self) -> tuple[list[int], ...]:
        """For each gate the actions that open it."""
        return tuple(
            sorted({action for action, raised, to in self.lifts if raised == question and to >= level + 2})
            for question, level in self.gates
        )


def catalogue(encoding: Encoding, target: int) -> Catalogue | None:
    """Return what can take part in plans towards a level; None where efforts are too unlike to be counted.

    What can be counted here, `selection` counts in the same way.
    """
    by_id = sorted(encoding.questionnaire.action_by_id.items())
    lifts = [lifts_of(encoding, action) for _, action in by_id]
    numbers = [number for number, raised in enumerate(lifts) if all(level <= target for _, level in raised)]
    place = {by_id[number][0]: index for index, number in enumerate(numbers)}
    actions = [by_id[number][1] for number in numbers]
    exact = [Fraction(str(action.effort)) for action in actions]
    unit = lcm(*(effort.denominator for effort in exact))
    units = [int(effort * unit) for effort in exact]
    if sum(units) > MOST_UNITS or min(exact, default=SHORTEST) < SHORTEST:
        return None
    needs = tuple(
        tuple(dict.fromkeys(place[needed] for needed in action.requires if needed in place))
        for action in actions
    )
    urgent = {
        name for step in encoding.questionnaire.transitions if step.to == target for name in step.actions
    }
    return Catalogue(
        instrument=encoding.instrument,
        target=target,
        goal=attainment(encoding.instrument, target),
        numbers=np.array(numbers, dtype=np.int64),
        effort=np.array([action.effort for action in actions], dtype=np.float64),
        units=np.array(units, dtype=np.int64),
        unit=unit,
        lifts=tuple(
            (index, question, level)
            for index, number in enumerate(numbers)
            for question, level in lifts[number]
        ),
        needs=needs,
        steps=_steps(needs),
        priority=np.array([action.id in urgent for action in actions], dtype=bool),
    )


def _steps(needs: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Return all pairs of an action and one that it asks for, those of the latter before."""
    found: dict[tuple[int, int], None] = {}
    visited: set[int] = set()

    def visit(action: int) -> None:
        if action not in visited:
            visited.add(action)
            for needed in needs[action]:
                visit(needed)
            found.update(dict.fromkeys((action, needed) for needed in needs[action]))

    for action in range(len(needs)):
        visit(action)
    return tuple(found)
