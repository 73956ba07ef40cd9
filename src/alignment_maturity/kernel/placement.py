"""From counted answers to a level: aggregation, coverage, index, gates, placement (contract, "Scoring")."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment_maturity.kernel.instrument import (
    NOBODY,
    TOLERANCE,
    Booleans,
    Floats,
    Instrument,
    Integers,
    Tally,
)

NO_GATE, PASSES, CONTESTED, FAILS, UNANSWERED = -1, 0, 1, 2, 3

HALF = 0.5 - TOLERANCE
"""Fulfilment from which something holds for a group, or for all."""


@dataclass(frozen=True)
class Placement:
    """Every figure of the placement of O organisations; NaN where a figure does not exist.

    Attributes:
        group_fulfilment: (O, G, Q, L) G, 0 to 1.
        fulfilment: (O, Q, L) A, 0 to 1.
        dimension_coverage: (O, D, L) c_d, 0 to 1.
        coverage: (O, L) C, 0 to 1.
        question_index: (O, Q) i_q, 0 to 1.
        dimension_index: (O, D) 0 to 100.
        index: (O,) 0 to 100.
        gates: (O, Q, L) one of NO_GATE, PASSES, CONTESTED, FAILS, UNANSWERED.
        group_holds: (O, G, Q, L) whether the group's H is at least one half.
        group_spoke: (O, G, Q) whether the group gave a value or an `unknown`.
        level: (O,) 1 to K.
        dimension_level: (O, D) 1 to K.
    """

    group_fulfilment: Floats
    fulfilment: Floats
    dimension_coverage: Floats
    coverage: Floats
    question_index: Floats
    dimension_index: Floats
    index: Floats
    gates: Integers
    group_holds: Booleans
    group_spoke: Booleans
    level: Integers
    dimension_level: Integers


def place(instrument: Instrument, tally: Tally) -> Placement:
    """Place every organisation of `tally`."""
    sums = _sums(instrument, tally)
    values = tally.counts[..., : instrument.unknown].sum(axis=-1)
    group_fulfilment = _where_any(sums, values[..., None], instrument.spoken)
    fulfilment = _settled(instrument, tally, _weighted_mean(group_fulfilment, instrument.group_weight))
    gates, group_holds, group_spoke = _gates(instrument, tally, sums, values)
    dimension_coverage, coverage = covered(instrument, fulfilment)
    question_index = over_levels(instrument, fulfilment)
    dimension_index = _by_dimension(instrument, question_index[..., None])[..., 0]
    index = 100 * _weighted_mean(dimension_index[..., None], instrument.dimension_weight)[..., 0]
    level, dimension_level = _levels(
        instrument, coverage, dimension_coverage, index, 100 * dimension_index, gates
    )
    return Placement(
        group_fulfilment=group_fulfilment,
        fulfilment=fulfilment,
        dimension_coverage=dimension_coverage,
        coverage=coverage,
        question_index=question_index,
        dimension_index=100 * dimension_index,
        index=index,
        gates=gates,
        group_holds=group_holds,
        group_spoke=group_spoke,
        level=level,
        dimension_level=dimension_level,
    )


def covered(instrument: Instrument, fulfilment: Floats) -> tuple[Floats, Floats]:
    """Return the coverage of each dimension, (O, D, L), and of the whole, (O, L), given A, (O, Q, L)."""
    by_dimension = _by_dimension(instrument, fulfilment)
    return by_dimension, _weighted_mean(by_dimension, instrument.dimension_weight)


def over_levels(instrument: Instrument, fulfilment: Floats) -> Floats:
    """Average (..., Q, L) over the levels each question speaks of, to (..., Q)."""
    total = np.zeros(fulfilment.shape[:-1])
    for level in range(fulfilment.shape[-1]):
        total += np.where(instrument.spoken[:, level], fulfilment[..., level], 0.0)
    return np.asarray(total / instrument.spoken.sum(axis=-1))


def group_dimension_index(instrument: Instrument, placement: Placement) -> Floats:
    """Return the index of each dimension as each group sees it, (O, G, D), 0 to 100."""
    by_question = over_levels(instrument, placement.group_fulfilment)
    return 100 * _by_dimension(instrument, by_question[..., None])[..., 0]


def gaps(instrument: Instrument, placement: Placement) -> tuple[Floats, Floats]:
    """Return the gap between the two compared groups, in levels: by question (O, Q), by dimension (O, D).

    Positive where the first group sees it higher; NaN where one of the two gave no value.
    """
    organisations, _, questions, levels = placement.group_fulfilment.shape
    if instrument.compared is None:
        return (
            np.full((organisations, questions), np.nan),
            np.full((organisations, len(instrument.dimension_weight)), np.nan),
        )
    first, second = instrument.compared
    seen = over_levels(instrument, placement.group_fulfilment)
    by_question = (seen[:, first] - seen[:, second]) * levels
    return by_question, _by_dimension(instrument, by_question[..., None])[..., 0]


def _sums(instrument: Instrument, tally: Tally) -> Floats:
    """Sum F over the answers of each group, (O, G, Q, L), option by option in canonical order."""
    shape = (*tally.counts.shape[:-1], instrument.spoken.shape[-1])
    total = np.zeros(shape)
    for option in range(instrument.unknown):
        total += tally.counts[..., option, None] * instrument.fulfilment[:, option, :]
    return total


def _where_any(sums: Floats, numbers: Integers, spoken: Booleans) -> Floats:
    exists = (numbers > 0) & spoken
    return np.asarray(np.divide(sums, numbers, out=np.full(sums.shape, np.nan), where=exists))


def _weighted_mean(figures: Floats, weights: Floats) -> Floats:
    """Average (O, N, ...) over N by `weights` (N,), leaving out NaN; NaN where nothing is left.

    One addition after the other: numpy's own sums change their order, and so their last bit, with the shape.
    """
    shape = (figures.shape[0], *figures.shape[2:])
    total, weight = np.zeros(shape), np.zeros(shape)
    for index, share in enumerate(weights):
        exists = ~np.isnan(figures[:, index])
        total += np.where(exists, share * figures[:, index], 0.0)
        weight += np.where(exists, share, 0.0)
    return np.divide(total, weight, out=np.full(shape, np.nan), where=weight > 0)


def _by_dimension(instrument: Instrument, figures: Floats) -> Floats:
    """Average (..., Q, X) over the questions of each dimension by their weights, to (..., D, X)."""
    flat = figures.reshape(-1, *figures.shape[-2:])
    columns = []
    for dimension in range(len(instrument.dimension_weight)):
        members = np.flatnonzero(instrument.dimension == dimension)
        columns.append(_weighted_mean(flat[:, members], instrument.question_weight[members]))
    stacked = np.stack(columns, axis=1)
    return np.asarray(stacked.reshape(*figures.shape[:-2], len(columns), figures.shape[-1]))


def _settled(instrument: Instrument, tally: Tally, fulfilment: Floats) -> Floats:
    """Put what a workshop agreed in the place of what was averaged; n/a and unknown leave nothing."""
    settled = tally.agreed != NOBODY
    if not settled.any():
        return fulfilment
    has_value = settled & (tally.agreed < instrument.unknown)
    agreed = _agreed_fulfilment(instrument, tally)
    agreed = np.where(has_value[..., None] & instrument.spoken, agreed, np.nan)
    return np.where(settled[..., None], agreed, fulfilment)


def _agreed_fulfilment(instrument: Instrument, tally: Tally) -> Floats:
    option = np.clip(tally.agreed, 0, instrument.unknown - 1)
    return np.asarray(instrument.fulfilment[np.arange(len(instrument.rubric)), option])


def _gates(
    instrument: Instrument, tally: Tally, sums: Floats, values: Integers
) -> tuple[Integers, Booleans, Booleans]:
    """Return the status of each gate, and which groups hold and which spoke."""
    voices = values + tally.counts[..., instrument.unknown]
    spoke = voices > 0
    held = np.divide(sums, voices[..., None], out=np.zeros(sums.shape), where=spoke[..., None])
    holds = spoke[..., None] & (held >= HALF)
    some_hold = holds.any(axis=1)
    some_lack = (spoke[..., None] & ~holds).any(axis=1)
    status = np.where(some_hold, np.where(some_lack, CONTESTED, PASSES), FAILS)
    anybody_spoke = np.asarray(spoke.any(axis=1))
    status = np.where(anybody_spoke[..., None], status, UNANSWERED)

    agreed = tally.agreed[..., None]
    room_holds = (agreed < instrument.unknown) & (_agreed_fulfilment(instrument, tally) >= HALF)
    room = np.where(agreed == instrument.not_applicable, UNANSWERED, np.where(room_holds, PASSES, FAILS))
    status = np.where(agreed != NOBODY, room, status)
    return np.where(instrument.gate, status, NO_GATE), holds, spoke


def _levels(
    instrument: Instrument,
    coverage: Floats,
    dimension_coverage: Floats,
    index: Floats,
    dimension_index: Floats,
    gates: Integers,
) -> tuple[Integers, Integers]:
    """Return the level of each organisation and of each of its dimensions."""
    if instrument.cutoffs is not None:
        return _banded(instrument.cutoffs, index), _banded(instrument.cutoffs, dimension_index)
    open_gate = (gates == NO_GATE) | (gates == PASSES)
    dimension_open = np.stack(
        [
            open_gate[:, instrument.dimension == dimension].all(axis=1)
            for dimension in range(len(instrument.dimension_weight))
        ],
        axis=1,
    )
    return (
        _staged(instrument.thresholds, coverage, open_gate.all(axis=1)),
        _staged(instrument.thresholds, dimension_coverage, dimension_open),
    )


def _staged(thresholds: Floats, coverage: Floats, open_gate: Booleans) -> Integers:
    """Count the levels attained one after the other from the bottom, plus one."""
    attained = (np.nan_to_num(coverage, nan=-1.0) >= thresholds - TOLERANCE) & open_gate
    return np.asarray(1 + np.logical_and.accumulate(attained, axis=-1).sum(axis=-1))


def _banded(cutoffs: Floats, index: Floats) -> Integers:
    return np.asarray(1 + (cutoffs <= np.nan_to_num(index, nan=-1.0)[..., None] + TOLERANCE).sum(axis=-1))
