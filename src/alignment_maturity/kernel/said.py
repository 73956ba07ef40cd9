"""What one respondent can say to a question, and what the kernel makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.kernel.instrument import NOBODY, Booleans, Floats, Instrument, Tally
from alignment_maturity.kernel.placement import States, place

Codes = NDArray[np.uint8]


@dataclass(frozen=True)
class Said:
    """What the kernel makes of each thing one respondent can say to each question.

    B = 2^b is the number of such things: an option code, `unknown`, n/a and, with all b bits set, nothing.
    V is the number of group weights that make a difference.

    Attributes:
        bits: b.
        variety: (G,) which of the V varieties a group is.
        fulfilment: (V, Q, L, B) A.
        index: (V, Q, B) i_q, 0 where it does not exist.
        answered: (Q, B) where they exist.
        complete: (B,) whether it counts as an answer.
        gates: (N, B) states.
    """

    bits: int
    variety: Codes
    fulfilment: Floats
    index: Floats
    answered: Booleans
    complete: Booleans
    gates: States

    @property
    def nothing(self) -> int:
        """What silence is, and the mask of a code."""
        return (1 << self.bits) - 1

    @classmethod
    def to(cls, instrument: Instrument) -> Said:
        """Place one respondent for each thing that can be said, from a group of each weight."""
        width, bits = instrument.not_applicable + 1, bits_of(instrument)
        counts = np.zeros((1, len(instrument.question_weight), width, 1 << bits), dtype=np.int64)
        counts[..., range(width), range(width)] = 1
        agreed = np.full((counts.shape[1], counts.shape[3]), NOBODY)
        weights, variety = np.unique(instrument.group_weight, return_inverse=True)
        placements = [
            place(replace(instrument, group_weight=np.array([weight])), Tally(counts, agreed))
            for weight in weights
        ]
        first = placements[0]
        fulfilment = np.array([placement.fulfilment for placement in placements])
        index = np.nan_to_num(np.array([placement.question_index for placement in placements]))
        if (fulfilment == fulfilment[0]).all() and (index == index[0]).all():
            fulfilment, index, variety = fulfilment[:1], index[:1], np.zeros_like(variety)
        said = np.arange(1 << bits)
        return cls(
            bits=bits,
            variety=variety.astype(np.uint8),
            fulfilment=fulfilment,
            index=index,
            answered=first.answered,
            complete=(said < width) & (said != instrument.unknown),
            gates=first.gates.astype(np.uint8),
        )


def bits_of(instrument: Instrument) -> int:
    """Return b, as many bits as the codes and one more need."""
    return (instrument.not_applicable + 1).bit_length()
