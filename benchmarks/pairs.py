"""Time whole processes in turn, so that the drift of a busy machine hits both sides of a ratio alike."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Sequence
from typing import NamedTuple


class Ratio(NamedTuple):
    """Medians over all runs: seconds of the floor and of ours, and their ratio pair by pair."""

    floor: float
    ours: float
    ratio: float


def compare(floor: Sequence[str], ours: Sequence[str], *, runs: int = 15, cwd: str | None = None) -> Ratio:
    """Run two commands in turn and return the median times and the median of the ratios."""
    pairs = []
    for number in range(runs + 1):
        pair = seconds(floor, cwd), seconds(ours, cwd)
        if number:  # the first warms the caches
            pairs.append(pair)
    return Ratio(
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[1] / pair[0] for pair in pairs),
    )


def seconds(command: Sequence[str], cwd: str | None = None) -> float:
    """Return the wall-clock time of a process that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def report(name: str, ratio: Ratio, limit: float) -> None:
    """Print one line: what was compared, the medians in milliseconds, the ratio and what was agreed."""
    print(
        f"{name:38} floor {1000 * ratio.floor:6.0f} ms   ours {1000 * ratio.ours:6.0f} ms"
        f"   ratio {ratio.ratio:5.2f}   (at most {limit})"
    )
