"""The executor of one machine: a pool of processes that survives the death of any of them.

Each worker has a pipe of its own, and runs one task at a time: when it dies, it is known what it was running,
and no lock dies with it (`concurrent.futures` would end the whole pool, and not tell who is to blame).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType, TracebackType
from typing import Generic, Self

from alignment_maturity.batch.executors.cores import available
from alignment_maturity.batch.executors.interface import Done, Poisoned, R, T
from alignment_maturity.batch.executors.trials import Trial, Trials
from alignment_maturity.batch.executors.worker import Answer, Order, serve
from alignment_maturity.errors import WorkFailed

_MOST = 60 if os.name == "nt" else 1_000
"""How many workers there can be: Windows waits for no more than 63 things at a time."""
_GRACE = 1.0
"""Seconds that a worker which has fallen silent is given to end, and so to show of what."""
_FALSE_STARTS = 3
"""How often each worker may die as it starts before that counts as the way it is."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")
"""Where numeric libraries learn how many threads to start: as many as there are cores, unless told."""


class Pool:
    """Runs tasks in processes of its own, started as they are needed, or before.

    Args:
        workers: how many of them.
    """

    def __init__(self, workers: int) -> None:
        self.workers = min(workers, _MOST)
        self._staff: list[_Worker] = []

    def start(self, module: str) -> None:
        """Start all workers, which import a module while it is still to be found what they will do."""
        order = pickle.dumps(Order("import", module))
        while len(self._staff) < self.workers:
            worker = _Worker.start(self.workers)
            self._staff.append(worker)
            worker.order(order)

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Run the function over all tasks; see `Executor`."""
        run: _Run[T, R] = _Run(self._staff, self.workers, work, tasks)
        try:
            while run.goes_on():
                run.hand_out()
                yield from run.hear()
        finally:
            run.give_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End all workers; between two runs none of them has anything to lose."""
        for worker in self._staff:
            worker.end()
        self._staff.clear()


@dataclass(eq=False)
class _Worker:
    """A process, and the pipe to it.

    Attributes:
        fresh: whether it has not been given a task yet.
    """

    process: SpawnProcess
    pipe: Connection
    fresh: bool = True

    @classmethod
    def start(cls, workers: int) -> Self:
        """Start one of so many processes that wait for orders; their numeric libraries share the cores."""
        here, there = multiprocessing.Pipe()
        threads = str(max(1, available() // workers))
        with there, _environment(dict.fromkeys(_THREADS, threads)), _without_interruption():
            # A daemon, so that Python ends it where nobody else did.
            process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
            process.start()
        return cls(process, here)

    def order(self, order: bytes) -> bool:
        """Send an order; tell whether there is somebody to take it."""
        try:
            self.pipe.send_bytes(order)
        except OSError:
            return False
        return True

    def answer(self) -> Answer | None:
        """Receive an answer; None where the process has died."""
        try:
            answer = self.pipe.recv_bytes()
        except (EOFError, OSError):
            return None
        return pickle.loads(answer)  # type: ignore[no-any-return] # noqa: S301 - from our own process

    def end(self, grace: float = 0) -> str:
        """End the process, at the latest after so many seconds; return how it ended."""
        self.process.join(grace)
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        self.process.close()
        self.pipe.close()
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
        return str(code)


@dataclass(eq=False)
class _Desk(Generic[T]):
    """What a worker has to do with one run.

    Attributes:
        loaded: whether the worker has the function, and waits for tasks.
        task: what it is running.
        trial: the same where it runs alone, since it is suspected.
    """

    worker: _Worker
    loaded: bool = False
    task: T | None = None
    trial: Trial[T] | None = None


class _Run(Generic[T, R]):
    """One function on its way over its tasks.

    As long as no process dies, the workers are kept busy. When one did, the others finish their tasks; then
    the suspects run, one at a time, each in a process that has run nothing else.
    """

    def __init__(self, staff: list[_Worker], size: int, work: Callable[[T], R], tasks: Iterable[T]) -> None:
        self._staff = staff
        self._size = size
        self._function = pickle.dumps(Order("load", work))
        self._source = iter(tasks)
        self._drained = False
        self._waiting: deque[T] = deque()
        self._trials: Trials[T] = Trials()
        self._desks: dict[Connection, _Desk[T]] = {}
        self._false_starts = 0
        for worker in list(staff):
            self._employ(worker)

    def goes_on(self) -> bool:
        """Take tasks from their source, a few ahead; tell whether there is anything left to do."""
        while not self._drained and len(self._waiting) < self._size:
            try:
                self._waiting.append(next(self._source))
            except StopIteration:
                self._drained = True
        return bool(self._waiting or self._trials or self._busy())

    def hand_out(self) -> None:
        """Give tasks to the workers that can take some, and start the workers that are missing."""
        if any(desk.trial for desk in self._desks.values()):
            return
        if self._trials:
            if not self._busy():
                self._try_alone()
            return
        wanted = min(self._size, len(self._waiting) + len(self._busy()))
        while len(self._desks) < wanted:
            self._hire()
        for desk in self._desks.values():
            if self._waiting and desk.loaded and desk.task is None and self._give(desk, self._waiting[0]):
                self._waiting.popleft()

    def hear(self) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Wait until workers answer or die, and yield what has been settled by that."""
        for pipe in wait(list(self._desks)):
            desk = self._desks[pipe]  # type: ignore[index] # what was given to wait for
            answer = desk.worker.answer()
            if answer is None:
                yield from self._bury(desk)
            elif answer.kind == "failed":
                raise answer.value
            elif answer.kind == "loaded":
                desk.loaded = True
                self._false_starts = 0
            elif desk.task is not None:
                done = Done(desk.task, answer.value)
                desk.task = desk.trial = None
                yield done

    def give_up(self) -> None:
        """End the workers that are still at something: what they do is of no use to anybody now."""
        for desk in list(self._desks.values()):
            if desk.task is not None or not desk.loaded:
                self._dismiss(desk)

    def _busy(self) -> list[_Desk[T]]:
        return [desk for desk in self._desks.values() if desk.task is not None]

    def _hire(self) -> None:
        worker = _Worker.start(self._size)
        self._staff.append(worker)
        self._employ(worker)

    def _employ(self, worker: _Worker) -> None:
        self._desks[worker.pipe] = _Desk(worker)
        worker.order(self._function)  # where it has died, its pipe will tell

    def _dismiss(self, desk: _Desk[T], grace: float = 0) -> str:
        del self._desks[desk.worker.pipe]
        self._staff.remove(desk.worker)
        return desk.worker.end(grace)

    def _give(self, desk: _Desk[T], task: T) -> bool:
        """Give a worker a task; tell whether it takes it: that one has died, its pipe will tell."""
        if not desk.worker.order(pickle.dumps(Order("run", task))):
            return False
        desk.worker.fresh = False
        desk.task = task
        return True

    def _try_alone(self) -> None:
        """Begin the next trial, once there is a worker for it."""
        fresh = [desk for desk in self._desks.values() if desk.worker.fresh]
        desk = next((desk for desk in fresh if desk.loaded), None)
        if desk is not None:
            trial = self._trials.next()
            if self._give(desk, trial.task):
                desk.trial = trial
            else:
                self._trials.put_back(trial)
        elif not fresh:
            if len(self._desks) == self._size:
                self._dismiss(next(iter(self._desks.values())))
            self._hire()

    def _bury(self, desk: _Desk[T]) -> Iterator[Poisoned[T]]:
        """Settle what a worker was at that has died.

        Raises:
            WorkFailed: where workers die as they start, one after the other.
        """
        cause = self._dismiss(desk, _GRACE)
        if not desk.loaded:
            self._false_starts += 1
            if self._false_starts > _FALSE_STARTS * self._size:
                raise WorkFailed("workers-die", reason=cause)
        elif desk.trial:
            yield from self._trials.died(desk.trial)
        elif desk.task is not None:
            self._trials.suspect(desk.task)


@contextlib.contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set variables for the processes started meanwhile, except those the user has set."""
    added = {name: value for name, value in variables.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)


@contextlib.contextmanager
def _without_interruption() -> Iterator[None]:
    """Put off Ctrl-C, and hide it from the processes started meanwhile.

    A process whose start is cut short, or that hears of Ctrl-C before it can ignore it, fills the terminal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda *signal_and_frame: came.append(signal_and_frame))
    mask: set[int] | None = None
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # where it starts later, it unblocks what is blocked here
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, before)
        if came and callable(before):
            before(*came[0])
