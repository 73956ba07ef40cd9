"""Many organisations that aim at the same level: what they have done, and what actions bring about for them.

Letters used for shapes: N organisations, M actions, R gates up to the level; the others as in the kernel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from alignment_maturity.kernel.instrument import Booleans, Floats, Integers
from alignment_maturity.kernel.placement import by_dimension, over_dimensions
from alignment_maturity.planning.catalogue import Catalogue
from alignment_maturity.planning.goal import Demand

Heights = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Crowd:
    """Organisations that aim at the same level.

    Attributes:
        everybody: (Q, L, O) A of all organisations there are, 0 to 1; 0 where it does not exist.
        places: (N,) which of these they are.
        answered: (Q, N) where A exists.
        applicable: (Q, N) whether lifts of the question count.
        closed: (R, N) which gates do not pass.
        candidates: (M, N) the actions that are not done.
    """

    catalogue: Catalogue
    everybody: Floats
    places: Integers
    answered: Booleans
    applicable: Booleans
    closed: Booleans
    candidates: Booleans

    def at(self, places: Integers) -> Crowd:
        """Return some of the organisations, in an order of one's own, any of them several times."""
        return replace(
            self,
            places=self.places[places],
            answered=self.answered[:, places],
            applicable=self.applicable[:, places],
            closed=self.closed[:, places],
            candidates=self.candidates[:, places],
        )

    @cached_property
    def unanswered(self) -> Booleans:
        """(Q, N) which questions come in with the first lift."""
        return np.asarray(self.applicable & ~self.answered)

    def fulfilment(self, level: int) -> Floats:
        """Return A at a level, by its index, (Q, N)."""
        if level not in self._fulfilment:
            self._fulfilment[level] = self.everybody[:, level].take(self.places, axis=1)
        return self._fulfilment[level]

    @cached_property
    def _fulfilment(self) -> dict[int, Floats]:
        return {}

    def cost_of(self, chosen: Booleans) -> Integers:
        """Return what sets of actions, (M, N), cost."""
        return np.asarray((self.catalogue.cost @ chosen.astype(np.float64)).astype(np.int64))

    def closure(self, chosen: Booleans) -> Booleans:
        """Return sets of actions, (M, N), with all that they need and that is not done."""
        result = chosen.copy()
        for action, needed in reversed(self.catalogue.steps):
            result[needed] |= result[action] & self.candidates[needed]
        return result

    def heights(self, chosen: Booleans) -> Heights:
        """Return the level, (Q, N), to which actions lift each question; 0 where they do not."""
        result = np.zeros(self.answered.shape, dtype=np.uint8)
        for action, question, level in self.catalogue.lifts:
            np.maximum(result[question], chosen[action] * np.uint8(level), out=result[question])
        result *= self.applicable
        return result

    def figures(self, demand: Demand, heights: Heights) -> tuple[Floats, Booleans]:
        """Return what the questions add to a mean, (Q, N), and which have a say, once they are lifted."""
        total = np.zeros(heights.shape)
        for level in np.flatnonzero(demand.share.any(axis=0)).tolist():
            total += self.lifted(level, heights) * demand.share[:, level, None]
        return total, (self.answered | (heights > 0)) & demand.counted[:, None]

    def lifted(self, level: int, heights: Heights) -> Floats:
        """Return A at a level, by its index, (Q, N), once questions that speak of it are lifted."""
        # The others count for nothing there.
        return np.where(heights >= level + 2, 1.0, self.fulfilment(level))

    def mean(self, demand: Demand, heights: Heights) -> Floats:
        """Return a mean, (N,), once questions are lifted; NaN where nothing has a say."""
        instrument = self.catalogue.instrument
        return over_dimensions(instrument, by_dimension(instrument, *self.figures(demand, heights)))
