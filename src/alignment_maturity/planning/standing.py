"""Where one organisation stands, as far as lifting its questions is concerned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument
from alignment_maturity.kernel.placement import HALF

Lifted = tuple[int, int]
"""A question, by its index, and the level (1..K) it is lifted to; a statement's is its own."""


@dataclass(frozen=True)
class Standing:
    """The answers of one organisation, put together.

    Attributes:
        level: 1 to K.
        fulfilment: (Q, L) A, 0 to 1; 0 where it does not exist.
        answered: (Q,) where it exists.
        closed: (Q, L) gates that do not pass.
        inapplicable: (Q,) whether the question does not apply, so that nothing can lift it.
    """

    level: int
    fulfilment: Floats
    answered: Booleans
    closed: Booleans
    inapplicable: Booleans

    def holds(self, lift: Lifted) -> bool:
        """Tell whether a lift is there already; one that is void counts as holding."""
        question, level = lift
        if self.inapplicable[question] or level == 1:
            return True
        fulfilled = self.fulfilment[question, level - 2] >= HALF
        return bool(fulfilled and not self.closed[question, level - 2])


def lifted(instrument: Instrument, standing: Standing, lifts: Iterable[Lifted]) -> Standing:
    """Return the standing once questions are lifted, its level left as it was.

    A lifted question that nobody answered counts as unfulfilled at its other levels from then on.
    """
    fulfilment, answered = standing.fulfilment.copy(), standing.answered.copy()
    closed = standing.closed.copy()
    for question, level in lifts:
        if standing.inapplicable[question]:
            continue
        reached = np.arange(2, fulfilment.shape[1] + 2) <= level
        fulfilment[question, reached & instrument.spoken[question]] = 1.0
        closed[question, reached] = False
        answered[question] = True
    return replace(standing, fulfilment=fulfilment, answered=answered, closed=closed)
