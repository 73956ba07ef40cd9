"""What every executor offers: one function run over many tasks, each of them finished exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar


class Task(Protocol):
    """A piece of work: small and picklable, for it travels; what it needs and makes lies in files."""

    @property
    def id(self) -> str:
        """What the task is called, unlike any other of its run."""

    def halves(self) -> Sequence[Self]:
        """Return parts that make up the whole together; none where it cannot be split."""


T = TypeVar("T", bound=Task)
R = TypeVar("R")


@dataclass(frozen=True)
class Done(Generic[T, R]):
    """A task, or a part of one, that was finished, and what the function returned."""

    task: T
    outcome: R


@dataclass(frozen=True)
class Poisoned(Generic[T]):
    """A task that cannot be split, and that kills every process which runs it."""

    task: T


class Executor(Protocol):
    """Runs a function over tasks; a context manager, at whose end no process is left.

    Attributes:
        workers: how many tasks run at a time.
    """

    workers: int

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R] | Poisoned[T]]:
        """Run the function over all tasks and yield what becomes of each, in the order of completion.

        Tasks are taken as they are needed, at most a few per worker ahead. A task whose process died is
        tried again alone; one that does so twice is split, and its parts are tried.

        Args:
            work: a function of a module, or a `functools.partial` of one: it travels too.
            tasks: what to run it over.

        Raises:
            Exception: what the function raised, other than MemoryError, which counts as a process that died.
                The tasks that have not been yielded by then are given up.
            WorkFailed: where there is nothing left to run tasks in.
        """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...
