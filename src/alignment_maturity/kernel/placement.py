"""From counted answers to a level: aggregation, coverage, index, gates, placement (contract, "Scoring").

Sums are taken one addition after the other, in the order of the arrays: numpy's own sums change their order,
and so their last bit, with the shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import (
    NOBODY,
    Booleans,
    Floats,
    Instrument,
    Integers,
    Tally,
)

PASSES, CONTESTED, FAILS, UNANSWERED = range(4)

States = NDArray[np.integer[Any]]
"""States of gates."""

HALF = 0.5 - TOLERANCE
"""Fulfilment from which something holds for a group, or for all."""


@dataclass(frozen=True)
class Placement:
    """Every figure of the placement of O organisations; NaN where a figure does not exist.

    Attributes:
        fulfilment: (Q, L, O) A, 0 to 1; 0 where it does not exist.
        answered: (Q, O) whether the question has an A at the levels it speaks of.
        dimension_coverage: (D, L, O) c_d, 0 to 1.
        coverage: (L, O) C, 0 to 1.
        question_index: (Q, O) i_q, 0 to 1.
        dimension_index: (D, O) 0 to 100.
        index: (O,) 0 to 100.
        gates: (N, O) one of PASSES, CONTESTED, FAILS, UNANSWERED.
        level: (O,) 1 to K.
        dimension_level: (D, O) 1 to K.
    """

    fulfilment: Floats
    answered: Booleans
    dimension_coverage: Floats
    coverage: Floats
    question_index: Floats
    dimension_index: Floats
    index: Floats
    gates: Integers
    level: Integers
    dimension_level: Integers


@dataclass(frozen=True)
class Views:
    """How each group by itself sees each question; NaN where it gave no value.

    Attributes:
        question: (G, Q, O) the mean of G over the levels the question speaks of, 0 to 1.
        dimension: (G, D, O) the weighted mean of that over the questions of a dimension, 0 to 1.
        spoke: (G, N, O) whether the group gave a value or an `unknown` on the question of a gate.
        holds: (G, N, O) whether the gate holds for the group.
    """

    question: Floats
    dimension: Floats
    spoke: Booleans
    holds: Booleans


def place(instrument: Instrument, tally: Tally) -> Placement:
    """Place every organisation of `tally`."""
    # Who is silent everywhere costs nothing.
    active = np.flatnonzero(tally.counts.any(axis=(1, 2, 3)))
    counts = tally.counts[active].astype(np.float64)
    sums = summed(instrument, counts)
    values = counts[:, :, : instrument.unknown].sum(axis=2)
    fulfilment, answered = aggregated(sums, values, instrument.group_weight[active])
    _settle(instrument, tally, fulfilment, answered)
    dimension_coverage, coverage = covered(instrument, fulfilment, answered)
    question_index = over_levels(instrument, fulfilment)
    dimension_index = by_dimension(instrument, question_index, answered)
    index = 100 * over_dimensions(instrument, dimension_index)
    holds, spoke = gate_sides(instrument, sums, values + counts[:, :, instrument.unknown])
    gates = gate_states(holds, spoke)
    _settle_gates(instrument, tally, gates)
    return Placement(
        fulfilment=fulfilment,
        answered=answered,
        dimension_coverage=dimension_coverage,
        coverage=coverage,
        question_index=np.where(answered, question_index, np.nan),
        dimension_index=100 * dimension_index,
        index=index,
        gates=gates,
        level=placed(instrument, coverage, index, gates),
        dimension_level=_dimensions_placed(instrument, dimension_coverage, 100 * dimension_index, gates),
    )


def views(instrument: Instrument, tally: Tally) -> Views:
    """Return how each group by itself sees what was asked."""
    counts = tally.counts.astype(np.float64)
    sums = summed(instrument, counts)
    values = counts[:, :, : instrument.unknown].sum(axis=2)
    given = values > 0
    fulfilment = np.zeros(sums.shape)
    np.divide(sums, values[:, :, None], out=fulfilment, where=given[:, :, None])
    question = np.stack([over_levels(instrument, group) for group in fulfilment])
    dimension = np.stack([by_dimension(instrument, *group) for group in zip(question, given, strict=True)])
    holds, spoke = gate_sides(instrument, sums, values + counts[:, :, instrument.unknown])
    return Views(
        question=np.where(given, question, np.nan),
        dimension=dimension,
        spoke=spoke,
        holds=holds,
    )


def covered(instrument: Instrument, fulfilment: Floats, answered: Booleans) -> tuple[Floats, Floats]:
    """Return the coverage of each dimension, (D, L, O), and of the whole, (L, O).

    Args:
        fulfilment: (Q, L, O) A, 0 to 1.
        answered: (Q, O) where it exists.
    """
    exists = answered[:, None] & instrument.spoken[:, :, None]
    of_dimensions = by_dimension(instrument, fulfilment, exists)
    return of_dimensions, over_dimensions(instrument, of_dimensions)


def over_levels(instrument: Instrument, fulfilment: Floats) -> Floats:
    """Average (Q, L, O) over the levels each question speaks of, to (Q, O)."""
    total = np.zeros((fulfilment.shape[0], fulfilment.shape[2]))
    for level in range(fulfilment.shape[1]):
        total += fulfilment[:, level] * instrument.spoken[:, level, None]
    total /= instrument.spoken.sum(axis=1)[:, None]
    return total


def by_dimension(instrument: Instrument, figures: Floats, exists: Booleans) -> Floats:
    """Average (Q, ..., O) over the questions of each dimension by their weights, to (D, ..., O).

    Where `exists`, of the same shape, is false a figure counts for nothing; NaN where a dimension has none.
    """
    means = Means(instrument, figures.shape[1:])
    for question, figure in enumerate(figures):
        means.add(question, figure, exists[question])
    return means.by_dimension()


class Means:
    """Weighted means over the questions of each dimension, summed up question by question.

    The questions have to be added in their order, so that every sum is taken in the same order.
    """

    def __init__(self, instrument: Instrument, shape: tuple[int, ...]) -> None:
        """Begin with nothing; `shape`, (..., O), is that of the figures of one question."""
        self._instrument = instrument
        self._total = np.zeros((len(instrument.dimension_weight), *shape))
        self._weight = np.zeros(self._total.shape)

    def add(self, question: int, figure: Floats, exists: Booleans) -> None:
        """Add the figures (..., O) of one question; where `exists` is false they count for nothing."""
        dimension = self._instrument.dimension[question]
        total, weight = weighed(self._instrument.question_weight[question], figure, exists)
        self._total[dimension] += total
        self._weight[dimension] += weight

    def by_dimension(self) -> Floats:
        """Return the means, (D, ..., O); NaN where a dimension has none."""
        nothing = np.full(self._total.shape, np.nan)
        return np.asarray(np.divide(self._total, self._weight, out=nothing, where=self._weight > 0))


def over_dimensions(instrument: Instrument, figures: Floats) -> Floats:
    """Average (D, ..., O) over the dimensions by their weights, leaving out NaN; NaN where none is left."""
    total, weight = np.zeros(figures.shape[1:]), np.zeros(figures.shape[1:])
    for row, share in zip(figures, instrument.dimension_weight, strict=True):
        figure, counted = weighed(share, row, ~np.isnan(row))
        total += figure
        weight += counted
    return np.asarray(np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0))


def weighed(share: float, figure: Floats, exists: Booleans) -> tuple[Floats, Floats]:
    """Return what a figure adds to the sum of a weighted mean, and what to the sum of its weights.

    The second is one number for all where the figure exists everywhere.
    """
    if exists.all():
        return _times(share, figure), np.asarray(share)
    return np.where(exists, _times(share, figure), 0.0), np.asarray(share * exists)


def _times(share: float, figure: Floats) -> Floats:
    """Weigh a figure; most weights are 1 and cost nothing."""
    return figure if share == 1 else np.asarray(share * figure)


def gaps(instrument: Instrument, seen: Views) -> tuple[Floats, Floats]:
    """Return the gap between the two compared groups, in levels: by question (Q, O), by dimension (D, O).

    Positive where the first group sees it higher; NaN where one of the two gave no value.
    """
    if instrument.compared is None:
        organisations = seen.question.shape[2]
        dimensions = len(instrument.dimension_weight)
        return np.full(seen.question.shape[1:], np.nan), np.full((dimensions, organisations), np.nan)
    first, second = instrument.compared
    by_question = (seen.question[first] - seen.question[second]) * instrument.spoken.shape[1]
    return by_question, by_dimension(instrument, by_question, ~np.isnan(by_question))


def width(gap: Floats) -> Floats:
    """Return how wide gaps are, without the last digits: those that are alike but for rounding are alike."""
    return np.asarray(np.abs(gap).round(9))


def summed(instrument: Instrument, counts: Floats) -> Floats:
    """Sum F over the answers of each group, (G, Q, L, O), option by option."""
    levels = instrument.spoken.shape[1]
    total = np.zeros((*counts.shape[:2], levels, counts.shape[-1]))
    for option in range(instrument.unknown):
        for level in range(levels):
            share = instrument.fulfilment[:, option, level]
            if share.all() and (share == 1).all():
                total[:, :, level] += counts[:, :, option]
            elif share.any():
                total[:, :, level] += counts[:, :, option] * share[:, None]
    return total


def aggregated(sums: Floats, values: Floats, weights: Floats) -> tuple[Floats, Booleans]:
    """Return A, (Q, L, O), the weighted mean of the groups' means, and where it exists, (Q, O)."""
    total = np.zeros(sums.shape[1:])
    weight = np.zeros((sums.shape[1], sums.shape[3]))
    for group, share in enumerate(weights):
        given = values[group] > 0
        # Divided first: a mean of one group alone is then exactly that group's.
        mean = sums[group] / _divisor(values[group], given)[:, None]
        total += _times(share, mean)
        weight += share if given.all() else share * given
    answered = weight > 0
    total /= _divisor(weight, answered)[:, None]
    return total, answered


def _divisor(number: Floats, exists: Booleans) -> Floats:
    """Return what to divide a sum by; 1 where there is nothing to divide."""
    return number if exists.all() else np.where(exists, number, 1.0)


def _settle(instrument: Instrument, tally: Tally, fulfilment: Floats, answered: Booleans) -> None:
    """Put what a workshop agreed in the place of what was averaged; n/a and unknown leave nothing."""
    questions, organisations = np.nonzero(tally.agreed != NOBODY)
    codes = tally.agreed[questions, organisations]
    has_value = codes < instrument.unknown
    answered[questions, organisations] = has_value
    fulfilment[questions, :, organisations] = np.where(
        has_value[:, None], instrument.fulfilment[questions, np.where(has_value, codes, 0)], 0.0
    )


def gate_sides(instrument: Instrument, sums: Floats, voices: Floats) -> tuple[Booleans, Booleans]:
    """Return for which groups each gate holds, and which spoke of it, both (G, N, O).

    Who does not know of a thing does not share it: `voices` counts values and `unknown`.
    """
    questions, levels = instrument.gates[:, 0], instrument.gates[:, 1]
    asked = voices[:, questions]
    spoke = asked > 0
    return spoke & (sums[:, questions, levels] >= HALF * asked), spoke


def gate_states(holds: Booleans, spoke: Booleans) -> Integers:
    """Return the state of each gate, (N, O), from the groups it holds for and those that spoke of it."""
    some_hold, some_lack = holds.any(axis=0), (spoke & ~holds).any(axis=0)
    state = np.where(some_hold, np.where(some_lack, CONTESTED, PASSES), FAILS)
    state[~spoke.any(axis=0)] = UNANSWERED
    return state


def _settle_gates(instrument: Instrument, tally: Tally, state: Integers) -> None:
    """Let what the room agreed overrule what was voted, in the states (N, O)."""
    questions, levels = instrument.gates[:, 0], instrument.gates[:, 1]
    agreed = tally.agreed[questions]
    for gate, organisation in zip(*np.nonzero(agreed != NOBODY), strict=True):
        code = agreed[gate, organisation]
        if code == instrument.not_applicable:
            state[gate, organisation] = UNANSWERED
        elif code < instrument.unknown and instrument.fulfilment[questions[gate], code, levels[gate]] >= HALF:
            state[gate, organisation] = PASSES
        else:
            state[gate, organisation] = FAILS


def placed(instrument: Instrument, coverage: Floats, index: Floats, gates: States) -> Integers:
    """Return the level of each organisation, (O,), from coverage (L, O), index (O,), 0 to 100, and gates."""
    if instrument.cutoffs is not None:
        return _banded(instrument.cutoffs, index)
    through = _covering(instrument, coverage)
    for gate, level in enumerate(instrument.gates[:, 1]):
        through[level] &= gates[gate] == PASSES
    return _attained(through)


def _dimensions_placed(instrument: Instrument, coverage: Floats, index: Floats, gates: Integers) -> Integers:
    """Return the level of each dimension, (D, O), from its coverage (D, L, O), index (D, O) and own gates."""
    if instrument.cutoffs is not None:
        return _banded(instrument.cutoffs, index)
    through = _covering(instrument, coverage)
    for gate, (question, level) in enumerate(instrument.gates):
        through[instrument.dimension[question], level] &= gates[gate] == PASSES
    return _attained(np.moveaxis(through, 1, 0))


def _covering(instrument: Instrument, coverage: Floats) -> Booleans:
    """Tell where coverage, (..., L, O), is what its level asks for."""
    # Compared with NaN nothing is true: a coverage that does not exist attains nothing.
    return np.asarray(coverage >= instrument.thresholds[:, None] - TOLERANCE)


def _attained(levels: Booleans) -> Integers:
    """Count the levels (L, ...) attained one after the other from the bottom, plus one."""
    so_far = np.ones(levels.shape[1:], dtype=bool)
    attained = np.ones(levels.shape[1:], dtype=np.int64)
    for level in levels:
        so_far &= level
        attained += so_far
    return attained


def _banded(cutoffs: Floats, index: Floats) -> Integers:
    return np.asarray(1 + sum((index >= cutoff - TOLERANCE).astype(np.int64) for cutoff in cutoffs))
