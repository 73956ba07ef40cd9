"""Which task is to blame where a process died: suspects are tried alone, the guilty split."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic

from alignment_maturity.batch.executors.interface import Poisoned, T

DEATHS = 2
"""How many processes a task has to kill alone before it counts as guilty: one may die for other reasons."""


@dataclass(frozen=True)
class Trial(Generic[T]):
    """A task to be run while nothing else is, and how many processes it has killed so already."""

    task: T
    deaths: int = 0


class Trials(Generic[T]):
    """The tasks that wait to be tried alone, one after the other."""

    def __init__(self) -> None:
        self._waiting: deque[Trial[T]] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def suspect(self, task: T) -> None:
        """Have a task tried that was running, among others, when a process died."""
        self._waiting.append(Trial(task))

    def next(self) -> Trial[T]:
        """Take the trial whose turn it is."""
        return self._waiting.popleft()

    def put_back(self, trial: Trial[T]) -> None:
        """Have a trial held once more that came to nothing."""
        self._waiting.appendleft(trial)

    def died(self, trial: Trial[T], times: int = 1) -> Iterator[Poisoned[T]]:
        """Note that processes died in a trial: the task is tried again, split, or beyond help."""
        deaths = trial.deaths + times
        if deaths < DEATHS:
            self.put_back(replace(trial, deaths=deaths))
        elif halves := trial.task.halves():
            self._waiting.extendleft(Trial(half) for half in reversed(halves))
        else:
            yield Poisoned(trial.task)
