"""What has to be true of a standing: gates that pass, and means that reach a limit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument
from alignment_maturity.kernel.placement import by_dimension, over_dimensions
from alignment_maturity.planning.standing import Standing


@dataclass(frozen=True)
class Demand:
    """A weighted mean over the dimensions that must reach a limit: a coverage, or the index as a share.

    Attributes:
        share: (Q, L) how much of A at each level makes up the figure of its question, 0 to 1.
        counted: (Q,) which questions have a say, once answered.
        least: the limit, 0 to 1.
        must_exist: whether a mean of nothing fails; else it is 0.
    """

    share: Floats
    counted: Booleans
    least: float
    must_exist: bool = True

    def figure(self, instrument: Instrument, standing: Standing) -> float:
        """Return the mean, 0 to 1; NaN where nothing has a say."""
        figures = (standing.fulfilment * self.share).sum(axis=1)[:, None]
        exists = (standing.answered & self.counted)[:, None]
        return float(over_dimensions(instrument, by_dimension(instrument, figures, exists))[0])

    def met(self, instrument: Instrument, standing: Standing) -> bool:
        """Tell whether the mean reaches its limit (contract, "Level")."""
        figure = self.figure(instrument, standing)
        if np.isnan(figure):
            return not self.must_exist and self.least <= TOLERANCE
        return figure >= self.least - TOLERANCE


@dataclass(frozen=True)
class Goal:
    """What a set of lifts has to bring about.

    Attributes:
        demands: means that must reach their limits.
        gates: (Q, L) gates that must pass.
    """

    demands: tuple[Demand, ...]
    gates: Booleans

    def met(self, instrument: Instrument, standing: Standing) -> bool:
        """Tell whether a standing is what was asked for."""
        if (standing.closed & self.gates).any():
            return False
        return all(demand.met(instrument, standing) for demand in self.demands)


def attainment(instrument: Instrument, level: int) -> Goal:
    """Return what it takes to be at a level or higher (contract, "Level")."""
    if instrument.cutoffs is not None:
        return Goal((progress_to(instrument, level),), np.zeros(instrument.spoken.shape, dtype=bool))
    gates = np.zeros(instrument.spoken.shape, dtype=bool)
    gates[:, : level - 1] = True
    return Goal(tuple(progress_to(instrument, below) for below in range(2, level + 1)), gates)


def progress_to(instrument: Instrument, level: int) -> Demand:
    """Return the mean that counts for a level: its coverage or, with bands, the index."""
    if instrument.cutoffs is not None:
        share = instrument.spoken / instrument.spoken.sum(axis=1)[:, None]
        return Demand(share, np.ones(len(share), dtype=bool), float(instrument.cutoffs[level - 2]) / 100)
    share = np.zeros(instrument.spoken.shape)
    share[:, level - 2] = instrument.spoken[:, level - 2]
    return Demand(share, instrument.spoken[:, level - 2], float(instrument.thresholds[level - 2]))
