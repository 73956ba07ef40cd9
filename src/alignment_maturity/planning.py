"""Which actions help towards the next level, and in which order.

The order is the one of the contract (`plan.md`, "Order"): prerequisites first; then priority actions, those
that open a gate, and those with the best gain of coverage per person-day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import Booleans, Floats
from alignment_maturity.kernel.placement import HALF, covered
from alignment_maturity.model.questionnaire import Action, Lift, Statement
from alignment_maturity.result import NextStep


@dataclass(frozen=True)
class Standing:
    """Where one organisation stands, as far as actions are concerned.

    Attributes:
        level: 1 to K.
        fulfilment: (Q, L) A, 0 to 1.
        answered: (Q,) where it exists.
        open_gates: question and level of the gates that do not pass.
        inapplicable: (Q,) whether the question does not apply, so that nothing can lift it.
    """

    level: int
    fulfilment: Floats
    answered: Booleans
    open_gates: frozenset[tuple[str, int]]
    inapplicable: Booleans


@dataclass(frozen=True)
class _Effect:
    """What an action would do: gates of the target it opens, and rise of the target's coverage."""

    gates: tuple[str, ...]
    gain: float


def next_steps(encoding: Encoding, standing: Standing) -> tuple[NextStep, ...]:
    """Order the actions that lead to the next level; none at the top of the scale."""
    questionnaire, target = encoding.questionnaire, standing.level + 1
    transition = questionnaire.transition_from(standing.level)
    if transition is None:
        return ()
    candidates = {
        action.id: action
        for action in questionnaire.actions
        if not is_done(encoding, standing, action)
        and all(lift_level(encoding, lift) <= target for lift in action.lifts)
    }
    effects = {
        name: _Effect(_opened(encoding, standing, action, target), _gain(encoding, standing, action, target))
        for name, action in candidates.items()
    }
    useful = [
        name
        for name, effect in effects.items()
        if name in transition.actions or effect.gates or effect.gain > 0
    ]
    waiting = _with_prerequisites(candidates, useful)

    def urgency(name: str) -> tuple[bool, bool, float, str]:
        effect = effects[name]
        per_day = effect.gain / candidates[name].effort
        return name not in transition.actions, not effect.gates, -per_day, name

    ordered: list[str] = []
    while waiting:
        free = [name for name in waiting if waiting.isdisjoint(candidates[name].requires)]
        ordered.append(min(free, key=urgency))
        waiting.remove(ordered[-1])
    return tuple(
        NextStep(rank, candidates[name], name in transition.actions, effects[name].gates, effects[name].gain)
        for rank, name in enumerate(ordered, start=1)
    )


def is_done(encoding: Encoding, standing: Standing, action: Action) -> bool:
    """Tell whether every lift of an action holds already; a lift that is void counts as holding."""
    return all(_holds(encoding, standing, lift) for lift in action.lifts)


def lift_level(encoding: Encoding, lift: Lift) -> int:
    """Return the level a lift counts at: its `to`, or the level of its statement."""
    question = encoding.questionnaire.question_by_id[lift.question]
    return question.level if isinstance(question, Statement) else lift.to or 1


def lifted(encoding: Encoding, standing: Standing, action: Action) -> tuple[Floats, Booleans]:
    """Return A, (Q, L), and where it exists, (Q,), as they would be with an action applied.

    A lifted question that nobody answered counts as unfulfilled at its other levels from then on.
    """
    fulfilment, answered = standing.fulfilment.copy(), standing.answered.copy()
    for lift in action.lifts:
        row = encoding.row[lift.question]
        if standing.inapplicable[row]:
            continue
        spoken = encoding.instrument.spoken[row]
        fulfilment[row, spoken & (np.arange(len(spoken)) + 2 <= lift_level(encoding, lift))] = 1.0
        answered[row] = True
    return fulfilment, answered


def _holds(encoding: Encoding, standing: Standing, lift: Lift) -> bool:
    row, level = encoding.row[lift.question], lift_level(encoding, lift)
    if standing.inapplicable[row] or level == 1:
        return True
    passes = (lift.question, level) not in standing.open_gates
    return bool(standing.fulfilment[row, level - 2] >= HALF and passes)


def _opened(encoding: Encoding, standing: Standing, action: Action, target: int) -> tuple[str, ...]:
    return tuple(
        lift.question
        for lift in action.lifts
        if (lift.question, target) in standing.open_gates
        and lift_level(encoding, lift) >= target
        and not standing.inapplicable[encoding.row[lift.question]]
    )


def _gain(encoding: Encoding, standing: Standing, action: Action, target: int) -> float:
    """Return by how much an action alone would raise the coverage of the target, 0 to 1."""
    states = [(standing.fulfilment, standing.answered), lifted(encoding, standing, action)]
    fulfilment, answered = (np.stack(arrays, axis=-1) for arrays in zip(*states, strict=True))
    _, coverage = covered(encoding.instrument, fulfilment, answered)
    before, after = np.nan_to_num(coverage[target - 2])
    return max(0.0, float(after - before))


def _with_prerequisites(candidates: Mapping[str, Action], chosen: list[str]) -> set[str]:
    """Add to the chosen actions all that they need, directly or not, and that is not done."""
    found: set[str] = set()
    waiting = list(chosen)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(needed for needed in candidates[name].requires if needed in candidates)
    return found
