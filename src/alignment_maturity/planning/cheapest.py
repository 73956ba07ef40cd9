"""Which moves bring a goal about at the least cost: exactly, and the same ones every time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from alignment_maturity.planning.choice import Choice, Chosen, Cost
from alignment_maturity.planning.goal import Demand, Goal
from alignment_maturity.planning.search import Search


def cheapest(choice: Choice, goal: Goal, costs: Sequence[Cost]) -> Chosen | None:
    """Return the moves that bring a goal about; None where none do.

    Of all such sets, the one with the least first cost; among those, with the least second cost, and so on;
    among those, the one whose list of names is the smallest, then that of indices. At the first cost no move
    may come for nothing.
    """
    forced = _unavoidable(choice, goal)
    if _reaches(choice, goal, forced):
        return forced
    known = choice.everything if _reaches(choice, goal, choice.everything) else None
    if known is None and not _does_harm(choice, goal.demands):
        return None
    found = Search(choice, goal, forced).least(costs)
    # Where moves are known that do, no solver is believed that says there are none.
    return known if found is None else found


def attainable(choice: Choice, goal: Goal) -> bool:
    """Tell whether any set of moves brings a goal about."""
    if _reaches(choice, goal, choice.everything):
        return True
    return _does_harm(choice, goal.demands) and Search(choice, goal).found({}, 0.0) is not None


def highest(choice: Choice, demand: Demand) -> Chosen:
    """Return moves that bring a mean as high as it gets."""
    if _does_harm(choice, (demand,)):
        return Search(choice, Goal((), np.zeros_like(choice.standing.closed))).highest(demand)
    return choice.everything


def _reaches(choice: Choice, goal: Goal, chosen: Iterable[int]) -> bool:
    return goal.met(choice.instrument, choice.reached(chosen))


def _does_harm(choice: Choice, demands: Iterable[Demand]) -> bool:
    """Tell whether a move may lower a mean, as one that brings in an unanswered question may."""
    return any((demand.counted & choice.joining).any() for demand in demands)


def _unavoidable(choice: Choice, goal: Goal) -> Chosen:
    """Return the moves that every set must hold: forced ones, only ways to a gate, and what they need."""
    waiting = [index for index, move in enumerate(choice.moves) if move.forced]
    for question, level in np.argwhere(choice.standing.closed & goal.gates).tolist():
        ways = choice.leading(question, level + 2)
        if len(ways) == 1:
            waiting += ways
    found: set[int] = set()
    while waiting:
        move = waiting.pop()
        if move not in found:
            found.add(move)
            waiting.extend(choice.moves[move].needs)
    return tuple(sorted(found))
