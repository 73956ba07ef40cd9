"""The individual respondents of many organisations, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.kernel.instrument import Integers

Codes = NDArray[np.uint8]

SILENT = 255
"""The code of a question that a respondent left unanswered."""


@dataclass(frozen=True)
class Voices:
    """Individual respondents of O organisations.

    Attributes:
        codes: (Q, N) option code, the codes of `unknown` and n/a, or `SILENT`; Q as in `Encoding.questions`.
        group: (N,) index into `Encoding.groups`.
        organisation: (N,) 0 to O - 1, ascending; every one occurs.
        organisations: O.
    """

    codes: Codes
    group: Codes
    organisation: Integers
    organisations: int

    @property
    def sizes(self) -> Integers:
        """How many respondents each organisation has, (O,), 1 or more."""
        return np.bincount(self.organisation, minlength=self.organisations)

    def ranges(self, organisations: int, respondents: int) -> Iterator[tuple[slice, Voices]]:
        """Go through ranges of so many organisations and respondents at most, one organisation at least."""
        ends = np.cumsum(self.sizes)
        start = first = 0
        while start < self.organisations:
            fitting = int(np.searchsorted(ends, first + respondents, side="right"))
            stop = min(max(fitting, start + 1), start + organisations)
            last = int(ends[stop - 1])
            yield slice(start, stop), self._between(slice(first, last), start, stop)
            start, first = stop, last

    def of(self, organisations: Integers) -> Voices:
        """Return the voices of some organisations, given in ascending order."""
        place = np.full(self.organisations, -1, dtype=np.int64)
        place[organisations] = np.arange(len(organisations))
        of_rows = place[self.organisation]
        rows = np.flatnonzero(of_rows >= 0)
        return Voices(self.codes[:, rows], self.group[rows], of_rows[rows], len(organisations))

    def _between(self, rows: slice, start: int, stop: int) -> Voices:
        return Voices(self.codes[:, rows], self.group[rows], self.organisation[rows] - start, stop - start)
