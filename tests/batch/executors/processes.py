"""Processes of the tests: what to start, and whether it is still there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parents[2]


@contextmanager
def dask_cluster(
    workers: int = 2, failures: int = 0, *options: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start a Dask cluster; give its address and the process its scheduler runs in."""
    command = [sys.executable, "-m", "batch.executors.dask_cluster", str(workers), str(failures), *options]
    with subprocess.Popen(
        command,
        cwd=TESTS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        yield process.stdout.readline().strip(), process


def is_running(process: int) -> bool:
    """Tell whether a process is there; one that has ended and waits for its parent to notice is not."""
    asked = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(asked.stdout.strip()) and not asked.stdout.startswith("Z")
