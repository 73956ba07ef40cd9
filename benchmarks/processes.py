"""Whole processes, with all that they start: how long they take, and how much memory they hold at once."""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import alignment_maturity

BETWEEN = 0.01
"""Seconds from one look at the memory to the next."""

WORTH_TELLING = 0.1
"""What others may take of the machine before the figures are told to be blurred by them."""


class Measured(NamedTuple):
    """What a process and its descendants took.

    Attributes:
        seconds: by the clock.
        cpu: seconds of processor time, which a busy machine changes less.
        megabytes: the most they held together.
    """

    seconds: float
    cpu: float
    megabytes: float


class Compared(NamedTuple):
    """What one command took, over several runs in turn with a floor.

    Attributes:
        seconds, cpu: the medians.
        ratio: of the seconds to the floor's, the median of the ratios run by run.
        megabytes: of the run that held most.
    """

    seconds: float
    cpu: float
    ratio: float
    megabytes: float


def in_turn(
    commands: Mapping[str, Sequence[str]], floor: str, *, runs: int, warm: bool = True
) -> dict[str, Compared]:
    """Run commands one after the other, again and again, and compare each with the one named `floor`.

    Every round begins with another command. With `warm`, a round before the first fills the caches.
    """
    # As installers do: Python may be told to leave no compiled modules, and then compiles at every start.
    compileall.compile_dir(str(Path(alignment_maturity.__file__).parent), quiet=1)
    names = list(commands)
    if warm:
        for name in names:
            run(commands[name])
    before = _Machine.now()
    found: dict[str, list[Measured]] = {name: [] for name in names}
    for number in range(runs):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            found[name].append(run(commands[name]))
    before.tell_others()
    return {
        name: Compared(
            statistics.median(one.seconds for one in own),
            statistics.median(one.cpu for one in own),
            statistics.median(
                one.seconds / least.seconds for one, least in zip(own, found[floor], strict=True)
            ),
            max(one.megabytes for one in own),
        )
        for name, own in found.items()
    }


def run(command: Sequence[str]) -> Measured:
    """Run a process to its end; it must succeed."""
    before, start = _cpu(), time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    watch = _Watch(process.pid)
    watch.start()
    _, said = process.communicate()
    seconds = time.perf_counter() - start
    assert process.returncode == 0, said.decode(errors="replace")
    return Measured(seconds, _cpu() - before, watch.end())


def _cpu() -> float:
    """Return the processor time of all processes that were started from here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch(threading.Thread):
    """Looks again and again at the memory of a process and its descendants."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._over = threading.Event()
        self._most = 0.0

    def run(self) -> None:
        while not self._over.wait(BETWEEN):
            self._most = max(self._most, held(self._root), highest(self._root))

    def end(self) -> float:
        self._over.set()
        self.join()
        return self._most if sys.platform == "linux" else float("nan")


def held(root: int) -> float:
    """Return the MB that a process and its descendants hold now; 0 where there is no /proc to ask."""
    return sum(_status(process, "VmRSS:") for process in _family(root))


def highest(root: int) -> float:
    """Return the most MB that a process has held by itself: no peak of its own falls between two looks."""
    return _status(root, "VmHWM:")


def _status(process: int, name: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    except OSError:  # it has ended
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def _family(root: int) -> list[int]:
    found = [root]
    for process in found:
        try:
            for thread in Path(f"/proc/{process}/task").iterdir():
                found += map(int, (thread / "children").read_text("ascii").split())
        except OSError:
            continue
    return found


class _Machine(NamedTuple):
    """The seconds of the clock and of all cores so far: what the whole machine did, and what we did of it."""

    clock: float
    all: float
    ours: float

    @classmethod
    def now(cls) -> _Machine:
        busy = 0.0
        if sys.platform == "linux":
            user, nice, system, *_ = Path("/proc/stat").read_text("ascii").split()[1:]
            busy = (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")
        return cls(time.perf_counter(), busy, _cpu() + time.process_time())

    def tell_others(self) -> None:
        """Say how much of the machine others took since then, where that was enough to change figures."""
        now = _Machine.now()
        capacity = (now.clock - self.clock) * (os.cpu_count() or 1)
        share = ((now.all - self.all) - (now.ours - self.ours)) / capacity
        if share > WORTH_TELLING:
            print(f"\n(meanwhile other processes took {share:.0%} of the machine)", end="")


def heading(title: str) -> None:
    """Print what the lines after it are about."""
    print(f"\n{title}\n{'':36}{'seconds':>9}{'cpu':>8}{'ratio':>8}{'MB':>7}", flush=True)


def line(name: str, found: Compared, agreed: str = "") -> None:
    """Print what one command took, and what was agreed."""
    figures = f"{found.seconds:9.2f}{found.cpu:8.2f}{found.ratio:8.2f}{found.megabytes:7.0f}"
    print(f"  {name:34}{figures}{f'   ({agreed})' if agreed else ''}", flush=True)
