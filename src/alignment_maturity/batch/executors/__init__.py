"""Running one function over many tasks: here, in processes of this machine, or on a cluster."""

from __future__ import annotations

from typing import Literal

from alignment_maturity.batch.executors.cores import available
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Executor, Poisoned, Task
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.executors.threads import Threads

__all__ = ["Done", "Executor", "Poisoned", "Task", "executor"]

WORTH_A_POOL = 1.5
"""Seconds of work below which a pool would not have caught up yet with what it takes to start it."""

MOST_THREADS = 4
"""Cores that threads of one process can keep busy; Python itself runs in one of them at a time."""


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
