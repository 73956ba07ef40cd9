"""The executor for tables: polars and numpy work on all cores beside each other without a second process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from types import TracebackType
from typing import Self

from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Poisoned, R, T

_NAME = "batch-tables"


def at_work() -> bool:
    """Tell whether threads go on with what was given up; they keep a process from ending."""
    return any(thread.name.startswith(_NAME) for thread in threading.enumerate())


class Threads:
    """Runs tasks in threads of this process; what lacked memory beside others is tried again alone."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix=_NAME)

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Run the function over all tasks; see `Executor`."""
        left = iter(tasks)
        running: dict[Future[R], T] = {}
        alone: list[T] = []
        while True:
            for task in islice(left, self.workers + 1 - len(running)):
                running[self._threads.submit(work, task)] = task
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                try:
                    outcome = future.result()
                except MemoryError:
                    alone.append(task)
                else:
                    yield Done(task, outcome)
        yield from InProcess().run(work, alone)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Wait for what is running, for no thread can be ended; on Ctrl-C the process itself will end."""
        self._threads.shutdown(wait=not isinstance(error, KeyboardInterrupt), cancel_futures=True)
