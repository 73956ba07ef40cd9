"""What the one who asks for a plan decides."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

PARALLEL = 2

YEARS = range(1900, 3000)
"""When a plan may start: what spreadsheets and calendars can hold, with room for the plan."""


@dataclass(frozen=True)
class PlanRequest:
    """The terms of a plan.

    Attributes:
        start: the first day on which anybody can work on it.
        target: the level to aim at; the one after the current where None.
        parallel: how many actions an owner works on at a time, at most; 1 or more.
    """

    start: dt.date
    target: int | None = None
    parallel: int = PARALLEL
