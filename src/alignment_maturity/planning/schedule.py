"""When each action of a plan is done, on business days (contract, `plan.md`, "Schedule").

Time is counted in business days from the first one of the plan, which numpy turns into dates at the end.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.model.questionnaire import JOINT, Action
from alignment_maturity.result import HORIZONS

_DAYS_A_WEEK = 5


@dataclass(frozen=True)
class Slot:
    """The first and last day of an action, and the horizon of `HORIZONS` it ends within; None if later."""

    start: dt.date
    end: dt.date
    horizon: int | None


def schedule(
    actions: Sequence[Action], compare: Sequence[str], start: dt.date, parallel: int
) -> tuple[Slot, ...]:
    """Give each action the earliest time it can have; Saturdays and Sundays are free.

    Args:
        actions: in the order of their ranks, each after those it requires; a prerequisite that is not among
            them holds nothing up.
        compare: the groups that a joint action occupies; where there are none, joint is an owner of its own.
        start: the day from which horizons count; no action begins before it.
        parallel: how many actions an owner works on at a time, at most; 1 or more.

    Returns:
        A slot for each action. What would end after the last date there is (year 9999) ends on it.
    """
    ends: dict[str, int] = {}
    owners: defaultdict[str, _Owner] = defaultdict(_Owner)
    spans: list[tuple[int, int]] = []
    for action in actions:
        busy = [owners[name] for name in (compare if action.owner == JOINT and compare else [action.owner])]
        prerequisites = [ends[needed] + 1 for needed in action.requires if needed in ends]
        begin = max([0, *prerequisites, *(owner.free(parallel) for owner in busy)])
        end = begin + _duration(action) - 1
        for owner in busy:
            owner.take(begin, end)
        ends[action.id] = end
        spans.append((begin, end))
    return tuple(_slots(spans, start))


@dataclass
class _Owner:
    """What an owner has taken on: the latest beginning, and the ends in ascending order."""

    begun: int = 0
    ends: list[int] = field(default_factory=list)

    def free(self, parallel: int) -> int:
        """Return the first day for another action.

        Everything taken on has begun by then, so of the actions that end last, all but `parallel` - 1 must
        be over.
        """
        if len(self.ends) < parallel:
            return self.begun
        return max(self.begun, self.ends[-parallel] + 1)

    def take(self, begin: int, end: int) -> None:
        """Take an action on; none taken later begins before it."""
        self.begun = begin
        self.ends = sorted([*self.ends, end])


def _duration(action: Action) -> int:
    return max(1, math.ceil(action.weeks * _DAYS_A_WEEK - TOLERANCE))


def _slots(spans: Sequence[tuple[int, int]], start: dt.date) -> Iterator[Slot]:
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    days = np.busday_offset(np.datetime64(start), offsets, roll="forward")
    for begin, end in np.minimum(days, np.datetime64(dt.date.max)).tolist():
        yield Slot(begin, end, next((limit for limit in HORIZONS if (end - start).days <= limit), None))
