"""Whose figures may be shown apart, for many organisations (the rules of `disclosure`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment_maturity.kernel.instrument import Booleans, Integers


@dataclass(frozen=True)
class Privacy:
    """What may be shown of O organisations.

    Attributes:
        shown: (G', O) groups that took part and may be shown apart.
        combined_withheld: (O,) whether the shown groups would give the hidden ones by subtraction.
    """

    shown: Booleans
    combined_withheld: Booleans


def privacy(people: Integers, min_group: int, *, mixed: Booleans | None = None) -> Privacy:
    """Hide groups of fewer than `min_group` people, (G', O); with one group only nothing is apart.

    Args:
        mixed: (O,) organisations known to have further groups than those of these people.
    """
    took_part = people > 0
    several = took_part.sum(axis=0) > 1
    if mixed is not None:
        several |= mixed
    hidden = took_part & (people < min_group) & several
    hidden_people = np.where(hidden, people, 0).sum(axis=0)
    return Privacy(took_part & ~hidden, (hidden_people > 0) & (hidden_people < min_group))
