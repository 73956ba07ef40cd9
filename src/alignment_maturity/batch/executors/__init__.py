"""Running one function over many tasks: here, in processes of this machine, or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from alignment_maturity.batch.executors.cores import available
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Executor, Poisoned, Task
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.executors.threads import Threads
from alignment_maturity.errors import WrongUsage

__all__ = ["Done", "Executor", "Poisoned", "Task", "asked", "executor", "started"]

WORTH_A_POOL = 1.5
"""Seconds of work below which a pool would not have caught up yet with what it takes to start it."""

MOST_THREADS = 4
"""Cores that threads of one process can keep busy; Python itself runs in one of them at a time."""


@contextmanager
def started(workers: int | Literal["auto"], scheduler: str | None, module: str) -> Iterator[Pool | None]:
    """Start the processes that are asked for by number; they import a module while inputs are looked for."""
    if scheduler is not None or not isinstance(workers, int) or workers == 1:
        yield None
        return
    with Pool(workers) as pool:
        pool.start(module)
        yield pool


def asked(told: str) -> int | Literal["auto"]:
    """Return how many workers are asked for.

    Raises:
        WrongUsage: where it is no number of them.
    """
    if told == "auto":
        return "auto"
    if told.isascii() and told.isdigit() and int(told) > 0:
        return int(told)
    raise WrongUsage("workers-unknown", found=told)


def executor(
    workers: int | Literal["auto"], scheduler: str | None, *, seconds: float, columns: bool = False
) -> Executor:
    """Choose where to run tasks.

    Args:
        workers: how many processes; one means here. "auto" takes all cores where there is enough to do.
        scheduler: address of a Dask scheduler, which then says how many workers there are.
        seconds: about how long one core would take for all of it.
        columns: whether the work is of the kind that threads can share: columns from beginning to end.

    Raises:
        WorkFailed: where the cluster cannot be used.
    """
    if scheduler is not None:
        from alignment_maturity.batch.executors.cluster import Cluster

        return Cluster(scheduler)
    if workers == "auto":
        cores = available()
        if columns and cores <= MOST_THREADS:
            return Threads(cores)
        return Pool(cores) if cores > 1 and seconds > WORTH_A_POOL else InProcess()
    return InProcess() if workers == 1 else Pool(workers)
