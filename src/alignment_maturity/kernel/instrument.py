"""A questionnaire and its answers as arrays.

Letters used for shapes in the kernel: O organisations, G groups, Q questions, D dimensions, N gates,
C options of the question with the most options, L = K - 1 levels to be attained (index 0 is level 2).
Organisations are the last axis everywhere: numpy is quick along long contiguous rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

NOBODY = -1
"""The code of "no answer" and of "nothing agreed"."""


@dataclass(frozen=True)
class Instrument:
    """A questionnaire as arrays.

    Attributes:
        fulfilment: (Q, C, L) F of an answer with option c at each level, 0 to 1; 0 in padding.
        spoken: (Q, L) whether the question says anything about the level.
        option_levels: (Q, C) level of each option of a rubric, ascending; 0 in padding and statements.
        option_count: (Q,) number of options.
        rubric: (Q,) whether the question is a rubric.
        gates: (N, 2) question and level index of each gate.
        question_weight: (Q,) w, above 0.
        dimension: (Q,) index of the question's dimension.
        dimension_weight: (D,) W, above 0.
        group_weight: (G,) V, above 0.
        thresholds: (L,) coverage asked for; not used where placement goes by bands.
        cutoffs: (L,) index asked for, ascending, where placement goes by bands.
        compared: the two groups set against each other, by index.
    """

    fulfilment: Floats
    spoken: Booleans
    option_levels: Integers
    option_count: Integers
    rubric: Booleans
    gates: Integers
    question_weight: Floats
    dimension: Integers
    dimension_weight: Floats
    group_weight: Floats
    thresholds: Floats
    cutoffs: Floats | None
    compared: tuple[int, int] | None

    @property
    def unknown(self) -> int:
        """The code of "I don't know", C."""
        return int(self.fulfilment.shape[1])

    @property
    def not_applicable(self) -> int:
        """The code of "does not apply", C + 1."""
        return self.unknown + 1


@dataclass(frozen=True)
class Tally:
    """The answers of organisations, counted.

    Attributes:
        counts: (G, Q, C + 2, O) number of answers by option, then `unknown`, then n/a.
        agreed: (Q, O) code a workshop settled on, `NOBODY` where none did.
    """

    counts: Integers
    agreed: Integers

    def repeated(self, times: int) -> Tally:
        """Copy a tally of one organisation `times` times, to be changed one by one."""
        return Tally(np.repeat(self.counts, times, axis=-1), np.repeat(self.agreed, times, axis=-1))
