"""The individual respondents of many organisations, as arrays."""

from __future__ import annotations

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
