"""Which actions make up the plan, and what stays out of reach (contract, `plan.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile
from math import lcm

import numpy as np

from alignment_maturity.errors import WrongUsage
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans
from alignment_maturity.planning.candidates import Candidates
from alignment_maturity.planning.cheapest import attainable, cheapest, highest
from alignment_maturity.planning.choice import Chosen, Cost
from alignment_maturity.planning.goal import Goal, attainment, progress_to
from alignment_maturity.planning.order import ordered, worth_doing
from alignment_maturity.planning.solver import WHOLE
from alignment_maturity.planning.standing import Standing
from alignment_maturity.result import OutOfReach

MOST_UNITS = 0.25 / WHOLE
"""Up to which sum of efforts, in their common unit, the solver tells one unit more or less."""


@dataclass(frozen=True)
class Selection:
    """The actions of a plan.

    Attributes:
        steps: the actions, in order.
        optional: actions outside the plan that are worth their effort, best first.
        out_of_reach: what keeps the target away; None where it is attained.
    """

    steps: tuple[str, ...]
    optional: tuple[str, ...]
    out_of_reach: OutOfReach | None


def target_level(top: int, level: int, asked: int | None) -> int:
    """Return the level to aim at; at the top of the scale, the top.

    Raises:
        WrongUsage: where the one asked for is not above the current level, or not on the scale.
    """
    if asked is None or (asked == level == top):
        return min(level + 1, top)
    if asked > top:
        raise WrongUsage("target-above-scale", target=asked, top=top)
    if level == top:
        raise WrongUsage("target-below-top", level=level)
    if asked <= level:
        raise WrongUsage("target-not-above", target=asked, level=level)
    return asked


def select(candidates: Candidates) -> Selection:
    """Return the cheapest set of actions that attains the target, or gets closest to it, in order."""
    missed = None
    chosen = _cheapest(candidates, attainment(candidates.encoding.instrument, candidates.target))
    if chosen is None:
        level = _first_out_of_reach(candidates)
        chosen = _closest_to(candidates, level)
        missed = _missed(candidates, level, chosen)
    names = list(candidates.by_id)
    taken = {names[move] for move in chosen}
    optional = worth_doing(candidates, taken, candidates.choice.reached(chosen))
    return Selection(tuple(ordered(candidates, taken)), optional, missed)


def _cheapest(candidates: Candidates, goal: Goal) -> Chosen | None:
    """Return the set with the least effort, then the fewest actions, then the smaller list of ids."""
    costs = _costs([action.effort for action in candidates.by_id.values()])
    return cheapest(candidates.choice, goal, costs)


def _costs(efforts: Sequence[float]) -> list[Cost]:
    """Return what actions cost: first their effort, then that they are one more.

    Efforts count exactly as they are written, as long as their sum has at most `MOST_UNITS` of their common
    unit; beyond that (a thousandth of a day beside a thousand days) as the solver tells them apart.
    """
    exact = [Fraction(str(effort)) for effort in efforts]
    unit = lcm(*(effort.denominator for effort in exact))
    one_each = Cost((1.0,) * len(exact), step=1.0)
    if sum(exact) * unit > MOST_UNITS:
        return [Cost(tuple(efforts)), one_each]
    # An action more weighs less than the least difference of efforts, so that one solution settles both.
    both = unit * (len(exact) + 1)
    if sum(exact) * both <= MOST_UNITS:
        return [Cost(tuple(float(effort * both) + 1 for effort in exact), step=1.0)]
    return [Cost(tuple(float(effort * unit) for effort in exact), step=1.0), one_each]


def _first_out_of_reach(candidates: Candidates) -> int:
    """Return the lowest level that no set attains, when none attains the target."""
    levels = range(candidates.standing.level + 1, candidates.target)
    goals = ((level, attainment(candidates.encoding.instrument, level)) for level in levels)
    return next(
        (level for level, goal in goals if not attainable(candidates.choice, goal)), candidates.target
    )


def _closest_to(candidates: Candidates, level: int) -> Chosen:
    """Return the cheapest set with the highest coverage of a level or, with bands, the highest index."""
    instrument, choice = candidates.encoding.instrument, candidates.choice
    demand = progress_to(instrument, level)
    top = highest(choice, demand)
    figure = float(np.nan_to_num(demand.figure(instrument, choice.reached(top))))
    best = replace(demand, least=figure, must_exist=False)
    found = _cheapest(candidates, Goal((best,), np.zeros_like(candidates.standing.closed)))
    return top if found is None else found


def _missed(candidates: Candidates, level: int, chosen: Chosen) -> OutOfReach:
    """Say what keeps a level away once everything possible is done."""
    instrument, row = candidates.encoding.instrument, candidates.encoding.row
    after = candidates.choice.reached(chosen)
    demand = progress_to(instrument, level)
    figure = demand.figure(instrument, after)
    exists, banded = not np.isnan(figure), instrument.cutoffs is not None
    lacking = _lacking(candidates, level, after)
    questions = [question.id for question in candidates.encoding.questionnaire.questions]
    return OutOfReach(
        level=level,
        reached=_level_of(candidates, after),
        coverage=figure if exists and not banded else None,
        index=100 * figure if exists and banded else None,
        required=100 * demand.least if banded else demand.least,
        gates=tuple(name for name in questions if not banded and after.closed[row[name], level - 2]),
        questions=tuple(name for name in questions if lacking[row[name]]),
    )


def _lacking(candidates: Candidates, level: int, after: Standing) -> Booleans:
    """(Q,) the questions with room left for a level that no candidate lifts there.

    With bands every level up to it counts, and every lift.
    """
    spoken, banded = candidates.encoding.instrument.spoken, candidates.encoding.instrument.cutoffs is not None
    room = np.logical_or(spoken & (after.fulfilment < 1 - TOLERANCE), after.closed)
    counted = slice(0, level - 1) if banded else slice(level - 2, level - 1)
    lacking = np.logical_and(room[:, counted].any(axis=1), ~after.inapplicable)
    enough = 2 if banded else level
    lifted = [
        question for question, ways in candidates.choice.movers.items() if any(to >= enough for _, to in ways)
    ]
    lacking[lifted] = False
    return lacking


def _level_of(candidates: Candidates, after: Standing) -> int:
    instrument, levels = candidates.encoding.instrument, candidates.encoding.questionnaire.upper_levels
    goals = (attainment(instrument, level) for level in levels)
    return 1 + sum(1 for _ in takewhile(lambda goal: goal.met(instrument, after), goals))
