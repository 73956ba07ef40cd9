"""The executor that starts nothing: for little work, which would be over before a process has started."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from alignment_maturity.batch.executors.interface import Done, Poisoned, R, T
from alignment_maturity.batch.executors.trials import Trials


class InProcess:
    """Runs one task after the other, here; of what kills a process, it survives a lack of memory only."""

    workers = 1

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Run the function over all tasks in their order; see `Executor`."""
        trials: Trials[T] = Trials()
        for task in tasks:
            trials.suspect(task)
            while trials:
                trial = trials.next()
                try:
                    outcome = work(trial.task)
                except MemoryError:
                    gc.collect()
                    yield from trials.died(trial)
                else:
                    yield Done(trial.task, outcome)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Leave nothing behind, for nothing was started."""
