"""How far people agree: r_wg, Cliff's delta, Krippendorff's alpha, all from counts of answers."""

from __future__ import annotations

import numpy as np

from alignment_maturity.kernel.instrument import Floats, Integers


def within_group_agreement(counts: Integers, levels: Integers, options: Integers) -> Floats:
    """Return r_wg, 0 (as by chance, or worse) to 1 (all alike); NaN below two values.

    r_wg = max(0, 1 - s2 / ((n^2 - 1) / 12)): s2 the sample variance of the levels, n the number of options
    (James, Demaree & Wolf 1984).

    Args:
        counts: (..., C) number of answers by option.
        levels: (..., C) level of each option, broadcast against `counts`.
        options: (...) number of options, n.
    """
    number = counts.sum(axis=-1)
    total = (counts * levels).sum(axis=-1)
    squares = (counts * levels * levels).sum(axis=-1)
    enough = number >= 2
    pairs = np.where(enough, number * (number - 1), 1)
    variance = (number * squares - total * total) / pairs
    expected = (options * options - 1) / 12
    return np.where(enough, np.maximum(0.0, 1.0 - variance / expected), np.nan)


def cliffs_delta(first: Integers, second: Integers) -> Floats:
    """Return Cliff's delta of two sets of answers, -1 to 1; NaN where one is empty.

    The share of pairs in which the first answer is higher less the share in which it is lower (Cliff 1993).

    Args:
        first: (..., C) number of answers by option, options ascending.
        second: the same of the other set.
    """
    below = np.cumsum(second, axis=-1) - second
    above = second.sum(axis=-1, keepdims=True) - np.cumsum(second, axis=-1)
    dominance = (first * (below - above)).sum(axis=-1)
    pairs = first.sum(axis=-1) * second.sum(axis=-1)
    return np.where(pairs > 0, dominance / np.where(pairs > 0, pairs, 1), np.nan)


def ordinal_alpha(counts: Integers) -> float | None:
    """Return Krippendorff's alpha for ordinal data, at most 1; None where it does not exist.

    Computed by the library `krippendorff` (Krippendorff 2011).

    Args:
        counts: (units, values) how often each value, in ascending order, was given to each unit.
    """
    pairable = counts[counts.sum(axis=1) >= 2]
    # Without two different values among the pairable ones no disagreement is expected: alpha is 0 / 0.
    if np.count_nonzero(pairable.sum(axis=0)) < 2:
        return None
    import krippendorff

    return float(krippendorff.alpha(value_counts=pairable, level_of_measurement="ordinal"))
