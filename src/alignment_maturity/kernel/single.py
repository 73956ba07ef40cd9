"""The scores of organisations of one respondent each, by tables.

One respondent can say few things. What the formulas of `placement` make of each of them is worked out once,
and then looked up.
"""

from __future__ import annotations

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument
from alignment_maturity.kernel.lookup import STRIP, Columns, Dimension
from alignment_maturity.kernel.placement import States, placed
from alignment_maturity.kernel.said import Codes, Said
from alignment_maturity.kernel.scores import Scores


class Single:
    """A questionnaire, ready to score organisations of one respondent each."""

    def __init__(self, instrument: Instrument) -> None:
        """Work out the tables."""
        self._instrument = instrument
        said = Said.to(instrument)
        self._said = said
        self._columns = Columns.of(instrument)
        entries = self._columns.entries(instrument, said)
        self._dimensions = tuple(
            Dimension.of(instrument, self._columns, said, entries, dimension)
            for dimension in range(len(instrument.dimension_weight))
        )

    def scored(self, codes: Codes, group: Codes) -> tuple[Scores, Floats]:
        """Return the scores of n organisations, and how many questions each answered or called n/a, (n,).

        Args:
            codes: (Q, n) option code, `unknown`, n/a or 255 for nothing.
            group: (n,) index of the group.
        """
        instrument, columns = self._instrument, self._columns
        codes = codes & np.uint8(self._said.nothing)
        variety = self._said.variety[group]
        dimension_index = np.empty((len(self._dimensions), codes.shape[1]))
        whole = np.zeros((columns.strips, codes.shape[1], STRIP))
        for dimension, index in zip(self._dimensions, dimension_index, strict=True):
            dimension.add(whole, index, codes, variety)
        means = columns.means(whole)
        coverage, index = np.array(means[:-1]), 100 * means[-1]
        gates = self._gates(codes)
        level = placed(instrument, coverage, index, gates)
        return Scores(level, index, coverage, dimension_index, gates), columns.complete(whole)

    def standing(self, codes: Codes, group: Codes) -> tuple[Floats, Booleans, Booleans]:
        """Return A, (Q, L, n), where it exists, and where a question is called n/a, both (Q, n)."""
        keys = (codes & np.uint8(self._said.nothing)).astype(np.intp)
        if len(self._said.fulfilment) > 1:
            keys += self._said.variety[group].astype(np.intp) << self._said.bits
        tables = np.moveaxis(self._said.fulfilment, 0, 2).reshape(*self._instrument.spoken.shape, -1)
        fulfilment = np.empty((*tables.shape[:2], codes.shape[1]))
        for table, key, out in zip(tables, keys, fulfilment, strict=True):
            for level, row in zip(table, out, strict=True):
                np.take(level, key, out=row, mode="clip")
        return fulfilment, codes < self._instrument.unknown, codes == self._instrument.not_applicable

    def _gates(self, codes: Codes) -> States:
        states = np.empty((len(self._said.gates), codes.shape[1]), dtype=np.uint8)
        for table, question, state in zip(
            self._said.gates, self._instrument.gates[:, 0], states, strict=True
        ):
            np.take(table, codes[question], out=state, mode="clip")
        return states
