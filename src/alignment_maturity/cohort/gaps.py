"""The largest gap between the two compared functions, for many organisations."""

from __future__ import annotations

import numpy as np

from alignment_maturity.encoding import Encoding
from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument, Integers
from alignment_maturity.kernel.placement import over_levels, width
from alignment_maturity.kernel.scores import Opinion


class LargestGap:
    """The widest gap so far; of alike ones that of the question that comes first in the questionnaire.

    Attributes:
        question: (O,) its index on axis Q; -1 where there is none.
        gap: (O,) in levels, positive where the first function sees it higher; NaN where there is none.
    """

    question: Integers
    gap: Floats

    def __init__(self, encoding: Encoding, groups: Integers, shown: Booleans) -> None:
        """Prepare for organisations of which these groups, (G',), took part and may be shown, (G', O)."""
        organisations = shown.shape[1]
        self.question = np.full(organisations, -1, dtype=np.int64)
        self.gap = np.full(organisations, np.nan)
        compared = encoding.instrument.compared or ()
        self._pair = [int(place) for group in compared for place in np.flatnonzero(groups == group)]
        self._visible = shown[self._pair].all(axis=0)
        order = {question: place for place, question in enumerate(encoding.questionnaire.question_by_id)}
        self._order = np.array([*(order[question] for question in encoding.questions), len(order)])

    def hear(self, question: int, only: Instrument, said: Opinion) -> None:
        """Take a question into account, `only` being the questionnaire narrowed down to it."""
        if len(self._pair) < 2:
            return
        values = said.values[self._pair]
        given = values > 0
        # As `kernel.placement.views` and `gaps` have it.
        fulfilment = said.sums[self._pair] / np.where(given, values, 1.0)[:, None]
        first, second = (over_levels(only, group[None])[0] for group in fulfilment)
        gap = (first - second) * only.spoken.shape[1]
        this, widest = width(gap), width(self.gap)
        earlier = self._order[question] < self._order[self.question]
        wider = ~(this <= widest) | ((this == widest) & earlier)
        wider &= self._visible & given.all(axis=0)
        self.question[wider], self.gap[wider] = question, gap[wider]
