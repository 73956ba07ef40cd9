"""The executor of many machines: the workers of a Dask scheduler that is already running.

The only module that knows Dask. Its scheduler need not have this package, for all it is shown are bytes.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import pickle
import queue
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self
from uuid import uuid4

from alignment_maturity import __version__
from alignment_maturity.batch.executors.interface import Done, Poisoned, R, T
from alignment_maturity.batch.executors.trials import Trial, Trials
from alignment_maturity.errors import WorkFailed

if TYPE_CHECKING:
    from distributed import Client, Future

PACKAGE = __name__.split(".", maxsplit=1)[0]
REACH = 10
"""Seconds within which the scheduler has to answer."""
_PARTING = 0.5
"""Seconds that taking leave of the scheduler may take: Ctrl-C has to be over within one."""
PATIENCE = 60.0
"""Seconds to wait for a worker where there is none: a cluster may be starting some, or replacing the dead."""
LOOK = 2.0
"""Seconds between two looks at how many workers there are."""
_AHEAD = 2
"""How many tasks are under way for each thread of a worker."""


class Cluster:
    """Runs tasks on the workers of a Dask scheduler, which is reached on entering the context.

    Args:
        address: of the scheduler, such as `tcp://name:8786`.
        patience: seconds to wait for a worker where there is none.

    Entering raises WorkFailed where Dask is not installed, or where the scheduler does not answer.
    """

    def __init__(self, address: str, *, patience: float = PATIENCE) -> None:
        self.address = address
        self.patience = patience
        self.workers = 1
        self._client: Client
        self._surroundings = ExitStack()

    def __enter__(self) -> Self:
        try:
            import distributed
        except ImportError as error:
            raise WorkFailed("cluster-extra-missing") from error
        _silence()
        self._surroundings.enter_context(warnings.catch_warnings())
        # Of other versions of Dask on the other side; whether ours is the same, `_perform` looks itself.
        warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
        try:
            self._client = distributed.Client(self.address, timeout=REACH, set_as_default=False)
            self.workers = max(1, self.threads())
        except (OSError, ValueError, WorkFailed) as error:
            self._surroundings.close()
            raise WorkFailed("scheduler-unreachable", address=self.address) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take leave of the scheduler, which forgets what has not been finished by then."""
        with self._surroundings, suppress(OSError, TimeoutError):
            self._client.close(timeout=_PARTING)

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Run the function over all tasks; see `Executor`.

        Raises:
            WorkFailed: also where the scheduler or all of its workers go away, or where a worker lacks this
                package or has another version of it.
        """
        run: _Run[T, R] = _Run(self, work, tasks)
        try:
            while run.goes_on():
                run.hand_out()
                yield from run.hear()
        finally:
            run.give_up()

    def submit(self, call: _Call, name: str) -> Future:
        """Have a call made on some worker."""
        # Unpickling the call makes it: the scheduler, which unpickles what it is given, sees bytes only.
        return self._client.submit(pickle.loads, pickle.dumps(call), key=f"{name}-{uuid4()}", pure=False)

    def fetch(self, future: Future) -> concurrent.futures.Future[Any]:
        """Begin to wait for what comes of a call, and to bring it here.

        Where it lies on a worker that has just died, that takes half a minute: others should not wait for it.
        """

        async def fetched() -> Any:  # noqa: ANN401 - whatever the call returns
            # Dask brings the results of several calls at once: giving up one must not end the others.
            return await asyncio.shield(self._client.gather(future, asynchronous=True))

        return asyncio.run_coroutine_threadsafe(fetched(), self._client.loop.asyncio_loop)

    def threads(self) -> int:
        """Return how many tasks the cluster runs at a time.

        Raises:
            WorkFailed: where the scheduler has gone.
        """
        try:
            return sum(self._client.nthreads().values())
        except OSError as error:
            raise self.lost() from error

    def lost(self) -> WorkFailed:
        """Return the failure that the loss of the scheduler is."""
        return WorkFailed("scheduler-lost", address=self.address)


@dataclass(frozen=True)
class _Call:
    """A function and a task, pickled; the function runs over the task where the call is unpickled."""

    work: bytes
    task: bytes

    def __reduce__(self) -> tuple[Callable[[str, bytes, bytes], object], tuple[str, bytes, bytes]]:
        return _perform, (__version__, self.work, self.task)


def _perform(version: str, work: bytes, task: bytes) -> object:
    """Run a function over a task, on a worker.

    Raises:
        WorkFailed: where this is not the version that the call comes from, before anything of it is touched.
    """
    if version != __version__:
        raise WorkFailed("cluster-version", found=__version__, version=version)
    return _function(work)(pickle.loads(task))  # noqa: S301 - whoever reaches a scheduler may run anything


@lru_cache(maxsize=4)
def _function(work: bytes) -> Callable[[Any], object]:
    """Load a function once for all tasks of its run, not for each of them."""
    return pickle.loads(work)  # type: ignore[no-any-return] # noqa: S301 - see `_perform`


class _Run(Generic[T, R]):
    """One function on its way over its tasks.

    Dask tries a task on several workers before it gives up, but blames it also for the death of workers where
    it had yet to begin. So what Dask blames runs once more, while nothing else of ours does.
    """

    def __init__(self, cluster: Cluster, work: Callable[[T], R], tasks: Iterable[T]) -> None:
        self._cluster = cluster
        self._name = str(getattr(work, "__name__", "work"))
        self._work = pickle.dumps(work)
        self._source = iter(tasks)
        self._drained = False
        self._trials: Trials[T] = Trials()
        self._alone = False
        self._under_way: dict[concurrent.futures.Future[Any], tuple[Future, Trial[T]]] = {}
        self._settled: queue.SimpleQueue[concurrent.futures.Future[Any]] = queue.SimpleQueue()
        self._threads = cluster.workers
        self._looked = self._seen = time.monotonic()

    def goes_on(self) -> bool:
        """Tell whether there is anything left to do."""
        return not self._drained or bool(self._trials or self._under_way)

    def hand_out(self) -> None:
        """Submit tasks, as many as keep the workers busy."""
        self._alone = self._alone and bool(self._under_way)
        if self._alone:
            return
        if self._trials:
            if not self._under_way:
                self._alone = True
                self._submit(self._trials.next())
            return
        while not self._drained and len(self._under_way) < _AHEAD * self._threads:
            try:
                self._submit(Trial(next(self._source)))
            except StopIteration:
                self._drained = True

    def hear(self) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Wait until something has been settled, and yield it.

        Raises:
            WorkFailed: where nothing will be, for want of workers.
        """
        self._look_at_workers()
        if not self._under_way:
            return
        with suppress(queue.Empty):
            outcome = self._settled.get(timeout=LOOK)
            yield from self._settle(outcome, *self._under_way.pop(outcome))

    def give_up(self) -> None:
        """Have what is still under way forgotten."""
        for outcome, (future, _) in self._under_way.items():
            outcome.cancel()
            future.release()

    def _submit(self, trial: Trial[T]) -> None:
        name = f"{self._name}-{trial.task.id}"
        future = self._cluster.submit(_Call(self._work, pickle.dumps(trial.task)), name)
        outcome = self._cluster.fetch(future)
        self._under_way[outcome] = future, trial
        outcome.add_done_callback(self._settled.put)

    def _settle(
        self, outcome: concurrent.futures.Future[Any], future: Future, trial: Trial[T]
    ) -> Iterator[Done[T, R] | Poisoned[T]]:
        from distributed.scheduler import KilledWorker

        try:
            done = Done(trial.task, outcome.result())
        except KilledWorker as error:
            yield from self._blame(trial, error.allowed_failures + 1)
        except MemoryError:
            yield from self._blame(trial, 1)
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] != PACKAGE:
                raise
            raise WorkFailed("cluster-package-missing", version=__version__) from error
        except Exception as error:
            if future.status == "error":  # what the function raised
                raise
            raise self._cluster.lost() from error
        else:
            yield done

    def _blame(self, trial: Trial[T], deaths: int) -> Iterator[Poisoned[T]]:
        if self._alone:
            yield from self._trials.died(trial, deaths)
        else:
            self._trials.suspect(trial.task)

    def _look_at_workers(self) -> None:
        now = time.monotonic()
        if now < self._looked + LOOK:
            return
        self._looked = now
        threads = self._cluster.threads()
        if threads:
            self._seen = now
            self._threads = threads
        elif now > self._seen + self._cluster.patience:
            raise WorkFailed(
                "cluster-without-workers", address=self._cluster.address, seconds=round(now - self._seen)
            )


def _silence() -> None:
    """Keep what Dask logs off the terminal: what of it concerns the user is told in words of ours."""
    for name in ("distributed", "tornado", "asyncio"):
        for logger in (
            name,
            *(known for known in logging.root.manager.loggerDict if known.startswith(f"{name}.")),
        ):
            logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
