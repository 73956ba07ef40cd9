"""The scores of very many organisations, question by question.

The formulas are those of `placement`, in the same order, so every figure has the same bits; what is left out
is what only the report on one organisation needs. Arrays stay as small as one question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.kernel.placement import (
    UNANSWERED,
    Means,
    States,
    aggregated,
    gate_sides,
    gate_states,
    over_dimensions,
    over_levels,
    placed,
    summed,
)


@dataclass(frozen=True)
class Scores:
    """The scores of O organisations; NaN where a figure does not exist.

    Attributes:
        level: (O,) 1 to K.
        index: (O,) 0 to 100.
        coverage: (L, O) C, 0 to 1.
        dimension_index: (D, O) 0 to 100.
        gates: (N, O) PASSES, CONTESTED, FAILS or UNANSWERED, as bytes.
    """

    level: Integers
    index: Floats
    coverage: Floats
    dimension_index: Floats
    gates: States


@dataclass(frozen=True)
class Opinion:
    """What O organisations think of one question.

    Attributes:
        sums: (G, L, O) sums of F over the answers of each group.
        values: (G, O) number of answers with a value.
        voices: (G, O) the same with those who do not know.
        fulfilment: (L, O) A, 0 to 1; 0 where it does not exist.
        answered: (O,) where it exists.
    """

    sums: Floats
    values: Floats
    voices: Floats
    fulfilment: Floats
    answered: Booleans


def opinion(only: Instrument, counts: Floats, groups: Integers) -> Opinion:
    """Put together the answers to one question.

    Args:
        only: the questionnaire narrowed down to the question.
        counts: (G', C + 2, O) number of answers by option, then `unknown`, then n/a.
        groups: (G',) which groups these are, ascending; the others are silent.
    """
    given = counts[:, None]
    sums = summed(only, given)
    values = given[:, :, : only.unknown].sum(axis=2)
    fulfilment, answered = aggregated(sums, values, only.group_weight[groups])
    voices = values + given[:, :, only.unknown]
    return Opinion(sums[:, 0], values[:, 0], voices[:, 0], fulfilment[0], answered[0])


class Scoring:
    """Scores that come about as questions are added, each once and in order."""

    def __init__(self, instrument: Instrument, organisations: int) -> None:
        """Begin with nothing said."""
        self._instrument = instrument
        self._coverage = Means(instrument, (instrument.spoken.shape[1], organisations))
        self._index = Means(instrument, (organisations,))
        self._gates: States = np.full((len(instrument.gates), organisations), UNANSWERED, dtype=np.uint8)

    def add(self, question: int, only: Instrument, said: Opinion) -> None:
        """Add what was said to a question, `only` being the questionnaire narrowed down to it."""
        self._coverage.add(question, said.fulfilment, said.answered & only.spoken[0, :, None])
        self._index.add(question, over_levels(only, said.fulfilment[None])[0], said.answered)
        rows = np.flatnonzero(self._instrument.gates[:, 0] == question)
        if len(rows):
            self._gates[rows] = gate_states(*gate_sides(only, said.sums[:, None], said.voices[:, None]))

    def finished(self) -> Scores:
        """Return the scores once all questions are there."""
        coverage = over_dimensions(self._instrument, self._coverage.by_dimension())
        dimension_index = self._index.by_dimension()
        index = 100 * over_dimensions(self._instrument, dimension_index)
        level = placed(self._instrument, coverage, index, self._gates)
        return Scores(level, index, coverage, 100 * dimension_index, self._gates)


def narrowed(instrument: Instrument) -> tuple[Instrument, ...]:
    """Return the questionnaire narrowed down to each of its questions, the weights of all groups kept."""
    return tuple(_only(instrument, question) for question in range(len(instrument.question_weight)))


def _only(instrument: Instrument, question: int) -> Instrument:
    here = slice(question, question + 1)
    gates = instrument.gates[instrument.gates[:, 0] == question].copy()
    gates[:, 0] = 0
    return replace(
        instrument,
        fulfilment=instrument.fulfilment[here],
        spoken=instrument.spoken[here],
        option_levels=instrument.option_levels[here],
        option_count=instrument.option_count[here],
        rubric=instrument.rubric[here],
        gates=gates,
        question_weight=instrument.question_weight[here],
        dimension=instrument.dimension[here],
    )
