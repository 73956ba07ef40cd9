"""The shortest way up: the fewest questions that must rise for the next level (contract, `cli.md`)."""

from __future__ import annotations

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.placement import over_levels
from alignment_maturity.planning.cheapest import cheapest
from alignment_maturity.planning.choice import Choice, Chosen, Cost, Move
from alignment_maturity.planning.goal import attainment
from alignment_maturity.planning.standing import Lifted, Standing
from alignment_maturity.result import Rise


def smallest_change(encoding: Encoding, standing: Standing) -> tuple[Rise, ...] | None:
    """Return the rises that lead to the next level, by question id; None where none do.

    Of all such sets the fewest questions, then the fewest levels in sum, then the smaller list of ids.

    Raises:
        ValueError: at the top of the scale.
    """
    instrument, following = encoding.instrument, standing.level + 1
    if following > encoding.questionnaire.top:
        raise ValueError("there is no level above the top of the scale")
    rises = _rises(encoding, standing, following)
    means = 1 + instrument.spoken.shape[1] * over_levels(instrument, standing.fulfilment[..., None])[:, 0]
    levels = tuple(
        float(to - means[question]) if instrument.rubric[question] else 1.0 for question, to in rises
    )
    choice = Choice(instrument, standing, [Move((rise,)) for rise in rises], _ways(rises))
    costs = [Cost((1.0,) * len(rises), step=1.0), Cost(levels)]
    chosen = cheapest(choice, attainment(instrument, following), costs)
    if chosen is None:
        return None
    return tuple(
        Rise(
            encoding.questions[question],
            float(means[question]) if standing.answered[question] else None,
            to,
        )
        for question, to in (rises[move] for move in chosen)
    )


def _rises(encoding: Encoding, standing: Standing, following: int) -> list[Lifted]:
    """Return every rise that can help, by question and level.

    With a staged placement only those to the next level can: to stop below it does nothing for it, and to go
    beyond takes more levels. An index gains with every level.
    """
    instrument = encoding.instrument
    can_help = instrument.spoken & ~standing.inapplicable[:, None]
    if instrument.cutoffs is None:
        can_help = can_help & (np.arange(2, encoding.questionnaire.top + 1) == following)
    return [(question, level + 2) for question, level in np.argwhere(can_help).tolist()]


def _ways(rises: list[Lifted]) -> tuple[Chosen, ...]:
    """Return the rises of each question, by question."""
    by_question: dict[int, list[int]] = {}
    for move, (question, _) in enumerate(rises):
        by_question.setdefault(question, []).append(move)
    return tuple(tuple(moves) for moves in by_question.values())
