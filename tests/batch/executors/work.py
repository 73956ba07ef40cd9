"""Tasks of the tests, and what is done with them: light, for every worker imports it."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from alignment_maturity.batch.executors import Done, Poisoned
from alignment_maturity.errors import InvalidInput, Problem, WorkFailed


@dataclass(frozen=True)
class Numbers:
    """A range of numbers."""

    first: int
    end: int

    @property
    def id(self) -> str:
        return f"{self.first}-{self.end}"

    def halves(self) -> Sequence[Self]:
        middle = (self.first + self.end) // 2
        if middle == self.first:
            return ()
        return type(self)(self.first, middle), type(self)(middle, self.end)


def single(count: int) -> list[Numbers]:
    """Tasks of one number each."""
    return [Numbers(number, number + 1) for number in range(count)]


def total(task: Numbers) -> int:
    return sum(range(task.first, task.end))


def doze(task: Numbers, seconds: float = 0.03) -> int:
    """Take a while, as work does."""
    time.sleep(seconds)
    return total(task)


def linger(task: Numbers, seconds: float, folder: Path) -> int:
    """Report the process that works, and take long, in small steps."""
    (folder / str(os.getpid())).touch()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(0.1)
    return total(task)


def deadly(task: Numbers, poison: int) -> int:
    """Kill the process that comes across a number."""
    if task.first <= poison < task.end:
        os.kill(os.getpid(), signal.SIGKILL)
    return doze(task, 0.005)


def deadly_at_first(task: Numbers, numbers: frozenset[int], folder: Path, times: int = 1) -> int:
    """Kill the process that comes across any of some numbers, but only so many times."""
    for number in numbers.intersection(range(task.first, task.end)):
        file = folder / str(number)
        deaths = file.stat().st_size if file.exists() else 0
        if deaths < times:
            file.write_bytes(bytes(deaths + 1))
            os.kill(os.getpid(), signal.SIGKILL)
    return total(task)


def hungry(task: Numbers, poison: int) -> int:
    """Run out of memory over a number."""
    if task.first <= poison < task.end:
        raise MemoryError
    return total(task)


def full_disk(task: Numbers, number: int) -> int:
    if task.first == number:
        raise WorkFailed("disk-full", path=Path("results.parquet"))
    return doze(task, 0.01)


def invalid(_task: Numbers) -> int:
    raise InvalidInput(
        [Problem("no-match", "a.csv", values={"row": 3}), Problem("no-match", "b.csv")], more=8
    )


def buggy(task: Numbers) -> float:
    return 1 / (task.first - 2)


class Unspeakable(Exception):
    """An exception that cannot travel."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def unspeakable(_task: Numbers) -> int:
    raise Unspeakable("not", "picklable")


def surroundings(_task: Numbers) -> tuple[int, dict[str, str]]:
    """Return the number of the process, and its environment; print what nobody should see."""
    os.write(1, b"noise")
    os.write(2, b"noise")
    time.sleep(0.02)
    return os.getpid(), dict(os.environ)


def loaded_modules(_task: Numbers) -> str:
    return " ".join(sys.modules)


def hears_of_ctrl_c(_task: Numbers) -> bool:
    """Tell whether the process would have heard of it since before it could do anything about it."""
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


_ran: list[Numbers] = []


def alone_on_trial(task: Numbers, number: int, folder: Path, fails: Callable[[], None]) -> int:
    """Fail at a number; the second time, write down what else is running, and what has run here before."""
    if task.first != number:
        _ran.append(task)
        running = folder / f"running-{task.id}"
        running.touch()
        doze(task, 1)
        running.unlink()
    elif not (folder / "failed").exists():
        (folder / "failed").touch()
        fails()
    else:
        (folder / "trying").touch()
        time.sleep(0.5)
        others = len(list(folder.glob("running-*")))
        (folder / "tried").write_text(f"beside {others}, after {len(_ran)}")
    return total(task)


def kill_process() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def run_out_of_memory() -> None:
    raise MemoryError


@dataclass(frozen=True)
class LoadedInTurn:
    """`alone_on_trial` at 0; a second worker loads it once the first has died, a third during the trial."""

    folder: Path

    def __call__(self, task: Numbers) -> int:
        return alone_on_trial(task, 0, self.folder, kill_process)

    def __reduce__(self) -> tuple[Callable[[Path], LoadedInTurn], tuple[Path]]:
        return _load_in_turn, (self.folder,)


def _load_in_turn(folder: Path) -> LoadedInTurn:
    for number, awaited in enumerate(("", "failed", "trying")):
        try:
            (folder / f"turn-{number}").touch(exist_ok=False)
        except FileExistsError:
            continue
        until = time.monotonic() + 10
        while not (folder / awaited).exists() and time.monotonic() < until:
            time.sleep(0.01)
        break
    return LoadedInTurn(folder)


def slow_or_failing(task: Numbers, failing: int) -> None:
    time.sleep(0.2)
    if task.first == failing:
        raise WorkFailed("out-of-memory")
    time.sleep(30)


def failing_in_turn(task: Numbers) -> None:
    time.sleep(0.2 * (task.first + 1))
    raise WorkFailed("out-of-memory")


class FatalToLoad:
    """A function that kills the process in which it is unpickled."""

    def __call__(self, task: Numbers) -> int:
        return total(task)

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return signal.raise_signal, (signal.SIGKILL,)


class MissingToLoad(FatalToLoad):
    """A function that cannot be unpickled."""

    def __reduce__(self) -> Any:
        return importlib.import_module, ("nowhere",)


def numbers(results: Iterable[Done[Numbers, int] | Poisoned[Numbers]]) -> tuple[list[int], list[int]]:
    """Return the numbers of what was finished and of what was poisoned, in order, as often as they came."""
    finished: list[int] = []
    poisoned: list[int] = []
    for result in results:
        into = finished if isinstance(result, Done) else poisoned
        into.extend(range(result.task.first, result.task.end))
    return sorted(finished), sorted(poisoned)
