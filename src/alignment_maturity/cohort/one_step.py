"""How many one-step changes of an answer would move a level, for many organisations.

Raising an answer never lowers anything, so it moves a level up where it brings the next one within reach, and
lowering it moves a level down where one that is attained is lost. How much a change adds to coverage or index
follows from weights and numbers of people; only where that comes so close to a limit that rounding could
decide is every change placed anew, as for one organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from alignment_maturity.cohort.several import Counting, Heard
from alignment_maturity.cohort.voices import Voices
from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.kernel.placement import HALF, PASSES, gate_sides, gate_states
from alignment_maturity.kernel.scores import Opinion, Scores, Scoring

CLOSE = 1e-10
"""How close to a limit a figure may come: far above the rounding of sums, below `TOLERANCE`."""


@dataclass(frozen=True)
class Movers:
    """How many one-step changes move the level of O organisations.

    Attributes:
        up: (O,) number of answers that, one option higher, raise the level.
        down: (O,) number of answers that, one option lower, lower it.
        doubtful: (O,) whether rounding could decide, so that the numbers may be wrong.
    """

    up: Integers
    down: Integers
    doubtful: Booleans


def movers(instrument: Instrument, narrowed: tuple[Instrument, ...], voices: Voices) -> Movers:
    """Count the changes that move levels."""
    counting = Counting(instrument, voices)
    measure = _Measure.of(instrument)
    scoring, weights = Scoring(instrument, voices.organisations), _Weights(instrument, measure, voices)
    for question, heard in enumerate(counting.heard(narrowed)):
        scoring.add(question, narrowed[question], heard.opinion)
        weights.add(question, heard.opinion.answered)
    limits = _Limits.of(instrument, scoring.finished())
    moved = _Moved(instrument, measure, limits, weights.finished())
    for question, heard in enumerate(counting.heard(narrowed)):
        moved.add(question, narrowed[question], heard, counting.groups)
    return Movers(moved.up, moved.down, moved.doubtful)


@dataclass(frozen=True)
class _Measure:
    """What decides on levels: M = L coverages or, with bands, M = 1 index, 0 to 100.

    Attributes:
        worth: (Q, C, M) what an answer with option c counts, 0 to 1 (with bands, 100).
        spoken: (Q, M) whether the question has a say.
    """

    worth: Floats
    spoken: Booleans

    @classmethod
    def of(cls, instrument: Instrument) -> _Measure:
        if instrument.cutoffs is None:
            return cls(instrument.fulfilment, instrument.spoken)
        levels = instrument.spoken.sum(axis=1)
        mean = (instrument.fulfilment * instrument.spoken[:, None]).sum(axis=2) / levels[:, None]
        return cls(100 * mean[..., None], np.ones((len(mean), 1), dtype=bool))


class _Weights:
    """The weight of each dimension in each measure, summed up over the questions that were answered."""

    def __init__(self, instrument: Instrument, measure: _Measure, voices: Voices) -> None:
        self._instrument, self._measure = instrument, measure
        shape = (len(instrument.dimension_weight), measure.spoken.shape[1], voices.organisations)
        self._sums = np.zeros(shape)

    def add(self, question: int, answered: Booleans) -> None:
        exists = answered & self._measure.spoken[question, :, None]
        share = self._instrument.question_weight[question]
        self._sums[self._instrument.dimension[question]] += share * exists

    def finished(self) -> Floats:
        """Return what a weight of 1 in a dimension counts in the whole, (D, M, O); 0 where nothing does."""
        exists = self._sums > 0
        whole = (self._instrument.dimension_weight[:, None, None] * exists).sum(axis=0)
        share = self._instrument.dimension_weight[:, None, None] / np.where(exists, self._sums * whole, 1.0)
        return np.where(exists, share, 0.0)


@dataclass(frozen=True)
class _Limits:
    """What it takes to move the level of O organisations.

    Attributes:
        lacking: (M, O) by how much a measure has to rise for the next level; infinite where it is of another.
        spare: (M, O) by how much a measure may fall; infinite where its level is not attained.
        closed: (M, O) how many gates of the next level do not pass; 0 at others.
    """

    lacking: Floats
    spare: Floats
    closed: Integers

    @classmethod
    def of(cls, instrument: Instrument, scores: Scores) -> _Limits:
        if instrument.cutoffs is not None:
            cutoffs = np.array([-np.inf, *(instrument.cutoffs - TOLERANCE), np.inf])
            lacking = (cutoffs[scores.level] - scores.index)[None]
            spare = (scores.index - cutoffs[scores.level - 1])[None]
            # Where nothing was answered there is no index, and nothing to change.
            lacking, spare = (np.where(np.isnan(room), np.inf, room) for room in (lacking, spare))
            return cls(lacking, spare, np.zeros(lacking.shape, dtype=np.int64))
        above = scores.coverage - (instrument.thresholds[:, None] - TOLERANCE)
        levels = np.arange(len(above))[:, None]
        following, attained = levels == scores.level - 1, levels < scores.level - 1
        closed = np.zeros(above.shape, dtype=np.int64)
        for level, states in zip(instrument.gates[:, 1], scores.gates, strict=True):
            closed[level] += states != PASSES
        return cls(
            lacking=np.where(following & ~np.isnan(above), -above, np.inf),
            spare=np.where(attained, above, np.inf),
            closed=np.where(following, closed, 0),
        )


@dataclass(frozen=True)
class _Gate:
    """The gate of a question at one level.

    Attributes:
        closed: (O,) whether it does not pass.
        lacks: (G', O) groups that spoke and for which it does not hold.
        beyond: (G', O) by how much the sum of F is more than what it has to be.
    """

    closed: Booleans
    lacks: Booleans
    beyond: Floats


class _Moved:
    """The numbers of changes that move levels, counted question by question.

    Attributes:
        up, down, doubtful: (O,) as in `Movers`.
    """

    def __init__(self, instrument: Instrument, measure: _Measure, limits: _Limits, shares: Floats) -> None:
        self._instrument, self._measure, self._limits, self._shares = instrument, measure, limits, shares
        organisations = limits.lacking.shape[1]
        self.up = np.zeros(organisations, dtype=np.int64)
        self.down = np.zeros(organisations, dtype=np.int64)
        close = (np.abs(limits.lacking) < CLOSE) | (limits.spare < CLOSE)
        self.doubtful: Booleans = np.asarray(close.any(axis=0))

    def add(self, question: int, only: Instrument, heard: Heard, groups: Integers) -> None:
        """Move every answer to a question, `only` being the questionnaire narrowed down to it."""
        said, weights = heard.opinion, only.group_weight[groups]
        together = (weights[:, None] * (said.values > 0)).sum(axis=0)
        share = only.question_weight[0] * self._shares[only.dimension[0]]
        gates = dict(_gates(only, said)) if only.cutoffs is None else {}
        rises = np.diff(self._measure.worth[question, : only.option_count[0]], axis=0)
        for group, weight in enumerate(weights):
            # What one answer of the group counts in each measure, (M, O).
            given = said.values[group] * together
            units = share * np.where(given > 0, weight / np.where(given > 0, given, 1.0), 0.0)
            for option, rise in enumerate(rises):
                change = _Change(self._limits, group, units, rise, gates)
                moved, close = change.up()
                self.up += self._counted(heard.counts[group, option], moved, close)
                moved, close = change.down()
                self.down += self._counted(heard.counts[group, option + 1], moved, close)

    def _counted(self, answers: Floats, moved: Booleans, close: Booleans) -> Integers:
        self.doubtful |= close & (answers > 0)
        return np.where(moved, answers, 0.0).astype(np.int64)


@dataclass(frozen=True)
class _Change:
    """One answer of a group, moved between an option and the next, in every organisation.

    Attributes:
        units: (M, O) what an answer that counts 1 adds to each measure.
        rise: (M,) how much more the higher option counts.
        gates: by level index, those of the question.
    """

    limits: _Limits
    group: int
    units: Floats
    rise: Floats
    gates: Mapping[int, _Gate]

    def up(self) -> tuple[Booleans, Booleans]:
        """Return where raising moves the level, and where it comes close, both (O,)."""
        moved, close = self._nowhere(), self._nowhere()
        for measure in np.flatnonzero(self.rise):
            closed = self.limits.closed[measure]
            beyond = self.units[measure] * self.rise[measure] - self.limits.lacking[measure]
            close |= np.abs(beyond) < CLOSE
            through = beyond >= 0
            if (gate := self.gates.get(int(measure))) is not None:
                closed = closed - gate.closed
                holding = gate.beyond[self.group] + self.rise[measure]
                close |= np.abs(holding) < CLOSE
                through &= (gate.lacks.sum(axis=0) == gate.lacks[self.group]) & (holding >= 0)
            moved |= through & (closed == 0)
        return moved, close

    def down(self) -> tuple[Booleans, Booleans]:
        """Return where lowering moves the level, and where it comes close, both (O,)."""
        moved, close = self._nowhere(), self._nowhere()
        for measure in np.flatnonzero(self.rise):
            spare = self.limits.spare[measure]
            left = spare - self.units[measure] * self.rise[measure]
            close |= np.abs(left) < CLOSE
            moved |= left < 0
            if (gate := self.gates.get(int(measure))) is not None:
                holding = gate.beyond[self.group] - self.rise[measure]
                close |= np.abs(holding) < CLOSE
                moved |= (holding < 0) & np.isfinite(spare)
        return moved, close

    def _nowhere(self) -> Booleans:
        return np.zeros(self.units.shape[1], dtype=bool)


def _gates(only: Instrument, said: Opinion) -> Iterator[tuple[int, _Gate]]:
    """Go through the gates of a question, by level index."""
    holds, spoke = gate_sides(only, said.sums[:, None], said.voices[:, None])
    states = gate_states(holds, spoke)
    for gate, level in enumerate(only.gates[:, 1].tolist()):
        beyond = said.sums[:, level] - HALF * said.voices
        yield level, _Gate(states[gate] != PASSES, spoke[:, gate] & ~holds[:, gate], beyond)
