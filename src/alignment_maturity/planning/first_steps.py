"""The first steps of many plans, in the order that `order` gives."""

from __future__ import annotations

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Floats, Integers
from alignment_maturity.kernel.placement import by_dimension, over_dimensions
from alignment_maturity.planning.crowd import Crowd

DIGITS = 12
"""To how many digits gains a person-day are compared, as in `order`."""

NEAR_HALF = 1e-3
"""How near to half a unit of the last digit a figure is rounded by itself."""

FAR = 1 << 50
"""Above all gains by person-day, in units of the last digit."""


def first_steps(crowd: Crowd, chosen: Booleans, steps: int) -> Integers:
    """Return the first steps of plans, (steps, N), as indices of the catalogue; -1 where there are fewer.

    Args:
        chosen: (M, N) the actions of each plan.
    """
    catalogue = crowd.catalogue
    result = np.full((steps, chosen.shape[1]), -1)
    if not chosen.any():
        return result
    urgency = -_worth(crowd, chosen)
    urgency += np.where(catalogue.priority[:, None], 0, 2 * FAR) + np.where(_opens(crowd), 0, FAR)
    waiting, columns = chosen.copy(), np.arange(chosen.shape[1])
    for step in range(steps):
        free = waiting.copy()
        for action, needs in enumerate(catalogue.needs):
            for needed in needs:
                free[action] &= ~waiting[needed]
        following = np.where(free, urgency, 4 * FAR).argmin(axis=0)
        some = waiting.any(axis=0)
        result[step, some] = following[some]
        waiting[following, columns] = False
    return result


def _opens(crowd: Crowd) -> Booleans:
    """(M, N) whether an action opens a gate."""
    result = np.zeros(crowd.candidates.shape, dtype=bool)
    for (question, _), ways, closed in zip(
        crowd.catalogue.gates, crowd.catalogue.ways, crowd.closed, strict=True
    ):
        result[ways] |= closed & crowd.applicable[question]
    return result


def _worth(crowd: Crowd, chosen: Booleans) -> Integers:
    """(M, N) what chosen actions alone add to the coverage of the level, a person-day, in units of 1e-12."""
    result = np.zeros(chosen.shape, dtype=np.int64)
    level = _Level(crowd)
    for action, effort in enumerate(crowd.catalogue.effort):
        places = np.flatnonzero(chosen[action])
        if len(places):
            result[action, places] = _rounded(level.gain(action, places) / effort)
    return result


def _rounded(figures: Floats) -> Integers:
    """Round as `round` does, to `DIGITS`, and count in units of the last digit."""
    scaled = figures * 10.0**DIGITS
    whole = np.rint(scaled).astype(np.int64)
    near = np.abs(np.abs(scaled - np.floor(scaled)) - 0.5) < NEAR_HALF + np.abs(scaled) * 1e-15
    for place in np.flatnonzero(near).tolist():
        whole[place] = round(round(float(figures[place]), DIGITS) * 10.0**DIGITS)
    return whole


class _Level:
    """The coverage of the level aimed at, with the same bits as `covered` gives."""

    def __init__(self, crowd: Crowd) -> None:
        instrument = crowd.catalogue.instrument
        self._crowd, self._instrument, self._level = crowd, instrument, crowd.catalogue.target - 2
        self._spoken = instrument.spoken[:, self._level]
        self._figures = crowd.fulfilment(self._level)
        self._exists = crowd.answered & self._spoken[:, None]
        self._means = by_dimension(instrument, self._figures, self._exists)
        self._mean = np.nan_to_num(over_dimensions(instrument, self._means))
        self._lifts: dict[int, list[tuple[int, int]]] = {}
        for action, question, level in crowd.catalogue.lifts:
            self._lifts.setdefault(action, []).append((question, level))

    def gain(self, action: int, places: Integers) -> Floats:
        """Return by how much an action alone raises the coverage of some organisations."""
        lifts = [lift for lift in self._lifts[action] if self._spoken[lift[0]]]
        means = self._means[:, places]
        for dimension in {int(self._instrument.dimension[question]) for question, _ in lifts}:
            means[dimension] = self._lifted(dimension, lifts, places)
        return np.nan_to_num(over_dimensions(self._instrument, means)) - self._mean[places]

    def _lifted(self, dimension: int, lifts: list[tuple[int, int]], places: Integers) -> Floats:
        """Return the mean of a dimension once questions are lifted, added up as `by_dimension` does."""
        total, weight = np.zeros(len(places)), np.zeros(len(places))
        for question in np.flatnonzero(self._instrument.dimension == dimension).tolist():
            share = self._instrument.question_weight[question]
            figure, exists = self._figures[question, places], self._exists[question, places]
            for raised, level in lifts:
                if raised == question:
                    counts = self._crowd.applicable[question, places]
                    exists |= counts
                    if level >= self._level + 2:
                        figure[counts] = 1.0
            total += np.where(exists, share * figure, 0.0)
            weight += share * exists
        return np.asarray(np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0))
