"""The figures of many organisations as quartiles and shares by which none can be recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from alignment_maturity.model.benchmark import FEWEST, Band, Quartiles

FEWEST_TOGETHER = 3
"""A share that is told is that of nobody, or of so many organisations at least."""

_NOISE = 9
"""Decimals beyond which a figure is what adding in another order made of it."""


def quartiles(values: npt.NDArray[np.float64]) -> Quartiles | None:
    """Return the quartiles of figures of 0 to 100, inclusive and interpolated linearly, as pages round them.

    Args:
        values: one an organisation, NaN where it has none.

    Returns None where fewer than `FEWEST` organisations have one.
    """
    found = values[~np.isnan(values)]
    if found.size < FEWEST:
        return None
    lower, median, upper = (_whole(value) for value in np.quantile(found, (0.25, 0.5, 0.75)))
    return Quartiles(lower=lower, median=median, upper=upper)


def bands(counts: Sequence[int]) -> tuple[Band, ...]:
    """Put neighbouring levels together until none tells of one or two organisations; as few as possible.

    Args:
        counts: organisations at each level, from level 1 on.
    """
    levels = range(1, len(counts) + 1)
    for number in reversed(levels):
        for ends in combinations(levels[:-1], number - 1):
            parts = tuple(pairwise((0, *ends, len(counts))))
            sums = [sum(counts[start:end]) for start, end in parts]
            if all(total == 0 or total >= FEWEST_TOGETHER for total in sums):
                return tuple(_bands(parts, sums))
    return ()


def _bands(parts: Sequence[tuple[int, int]], sums: Sequence[int]) -> Iterator[Band]:
    for (start, end), total in zip(parts, sums, strict=True):
        yield Band(first=start + 1, last=end, organisations=total)


def _whole(value: float) -> int:
    return round(round(float(value), _NOISE))
