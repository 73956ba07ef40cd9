"""From counted answers to a level: aggregation, coverage, index, gates, placement (contract, "Scoring").

Sums are taken one addition after the other, in the order of the arrays: numpy's own sums change their order,
and so their last bit, with the shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
    sums = _sums(instrument, counts)
    values = counts[:, :, : instrument.unknown].sum(axis=2)
    fulfilment, answered = _aggregated(sums, values, instrument.group_weight[active])
    _settle(instrument, tally, fulfilment, answered)
    dimension_coverage, coverage = covered(instrument, fulfilment, answered)
    question_index = over_levels(instrument, fulfilment)
    dimension_index = by_dimension(instrument, question_index, answered)
    index = 100 * over_dimensions(instrument, dimension_index)
    holds, spoke = _gate_sides(instrument, sums, values + counts[:, :, instrument.unknown])
    gates = _gate_states(instrument, tally, holds, spoke)
    level, dimension_level = _levels(
        instrument, coverage, dimension_coverage, index, 100 * dimension_index, gates
    )
    return Placement(
        fulfilment=fulfilment,
        answered=answered,
        dimension_coverage=dimension_coverage,
        coverage=coverage,
        question_index=np.where(answered, question_index, np.nan),
        dimension_index=100 * dimension_index,
        index=index,
        gates=gates,
        level=level,
        dimension_level=dimension_level,
    )


def views(instrument: Instrument, tally: Tally) -> Views:
    """Return how each group by itself sees what was asked."""
    counts = tally.counts.astype(np.float64)
    sums = _sums(instrument, counts)
    values = counts[:, :, : instrument.unknown].sum(axis=2)
    given = values > 0
    fulfilment = np.zeros(sums.shape)
    np.divide(sums, values[:, :, None], out=fulfilment, where=given[:, :, None])
    question = np.stack([over_levels(instrument, group) for group in fulfilment])
    dimension = np.stack([by_dimension(instrument, *group) for group in zip(question, given, strict=True)])
    holds, spoke = _gate_sides(instrument, sums, values + counts[:, :, instrument.unknown])
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
    total = np.zeros((len(instrument.dimension_weight), *figures.shape[1:]))
    weight = np.zeros(total.shape)
    for question, dimension in enumerate(instrument.dimension):
        share = instrument.question_weight[question]
        total[dimension] += np.where(exists[question], share * figures[question], 0.0)
        weight[dimension] += share * exists[question]
    return np.asarray(np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0))


def over_dimensions(instrument: Instrument, figures: Floats) -> Floats:
    """Average (D, ..., O) over the dimensions by their weights, leaving out NaN; NaN where none is left."""
    total, weight = np.zeros(figures.shape[1:]), np.zeros(figures.shape[1:])
    for row, share in zip(figures, instrument.dimension_weight, strict=True):
        exists = ~np.isnan(row)
        total += np.where(exists, share * row, 0.0)
        weight += share * exists
    return np.asarray(np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0))


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


def _sums(instrument: Instrument, counts: Floats) -> Floats:
    """Sum F over the answers of each group, (G, Q, L, O), option by option."""
    levels = instrument.spoken.shape[1]
    total = np.zeros((*counts.shape[:2], levels, counts.shape[-1]))
    for option in range(instrument.unknown):
        for level in range(levels):
            share = instrument.fulfilment[:, option, level]
            if share.any():
                total[:, :, level] += counts[:, :, option] * share[:, None]
    return total


def _aggregated(sums: Floats, values: Floats, weights: Floats) -> tuple[Floats, Booleans]:
    """Return A, (Q, L, O), the weighted mean of the groups' means, and where it exists, (Q, O)."""
    total = np.zeros(sums.shape[1:])
    weight = np.zeros((sums.shape[1], sums.shape[3]))
    for group, share in enumerate(weights):
        given = values[group] > 0
        # Divided first: a mean of one group alone is then exactly that group's.
        mean = sums[group] / np.where(given, values[group], 1.0)[:, None]
        total += share * mean
        weight += share * given
    answered = weight > 0
    total /= np.where(answered, weight, 1.0)[:, None]
    return total, answered


def _settle(instrument: Instrument, tally: Tally, fulfilment: Floats, answered: Booleans) -> None:
    """Put what a workshop agreed in the place of what was averaged; n/a and unknown leave nothing."""
    questions, organisations = np.nonzero(tally.agreed != NOBODY)
    codes = tally.agreed[questions, organisations]
    has_value = codes < instrument.unknown
    answered[questions, organisations] = has_value
    fulfilment[questions, :, organisations] = np.where(
        has_value[:, None], instrument.fulfilment[questions, np.where(has_value, codes, 0)], 0.0
    )


def _gate_sides(instrument: Instrument, sums: Floats, voices: Floats) -> tuple[Booleans, Booleans]:
    """Return for which groups each gate holds, and which spoke of it, both (G, N, O).

    Who does not know of a thing does not share it: `voices` counts values and `unknown`.
    """
    questions, levels = instrument.gates[:, 0], instrument.gates[:, 1]
    asked = voices[:, questions]
    spoke = asked > 0
    return spoke & (sums[:, questions, levels] >= HALF * asked), spoke


def _gate_states(instrument: Instrument, tally: Tally, holds: Booleans, spoke: Booleans) -> Integers:
    """Return the state of each gate, (N, O); what the room agreed overrules what was voted."""
    some_hold, some_lack = holds.any(axis=0), (spoke & ~holds).any(axis=0)
    state = np.where(some_hold, np.where(some_lack, CONTESTED, PASSES), FAILS)
    state[~spoke.any(axis=0)] = UNANSWERED
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
    return state


def _levels(
    instrument: Instrument,
    coverage: Floats,
    dimension_coverage: Floats,
    index: Floats,
    dimension_index: Floats,
    gates: Integers,
) -> tuple[Integers, Integers]:
    """Return the level of each organisation, (O,), and of each of its dimensions, (D, O)."""
    if instrument.cutoffs is not None:
        return _banded(instrument.cutoffs, index), _banded(instrument.cutoffs, dimension_index)
    through = np.ones(coverage.shape, dtype=bool)
    dimension_through = np.ones(dimension_coverage.shape, dtype=bool)
    for gate, (question, level) in enumerate(instrument.gates):
        passed = gates[gate] == PASSES
        through[level] &= passed
        dimension_through[instrument.dimension[question], level] &= passed
    thresholds = instrument.thresholds[:, None] - TOLERANCE
    # Compared with NaN nothing is true: a coverage that does not exist attains nothing.
    return (
        _attained(through & (coverage >= thresholds)),
        _attained(np.moveaxis(dimension_through & (dimension_coverage >= thresholds), 1, 0)),
    )


def _attained(levels: Booleans) -> Integers:
    """Count the levels (L, ...) attained one after the other from the bottom, plus one."""
    return np.asarray(1 + np.logical_and.accumulate(levels, axis=0).sum(axis=0))


def _banded(cutoffs: Floats, index: Floats) -> Integers:
    return np.asarray(1 + sum((index >= cutoff - TOLERANCE).astype(np.int64) for cutoff in cutoffs))
