"""Ctrl-C, and parents that die: how a program that runs tasks ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from alignment_maturity.batch.executors.cluster import Cluster
from alignment_maturity.language import failures
from batch.executors.processes import TESTS, dask_cluster, is_running
from batch.executors.work import numbers, single, total

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")

PATIENCE = 20
"""Seconds until a process counts as hanging."""


@pytest.mark.parametrize("where", ["in-process", "pool", "cluster"])
def test_ctrl_c_is_obeyed_within_a_second(where: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """People press it again, and again, and then close the window."""
    place = request.getfixturevalue("address") if where == "cluster" else where
    with started(place, tmp_path) as program:
        workers = working(tmp_path, 1 if where == "in-process" else 2)
        began = time.monotonic()
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does
        _, said = program.communicate(timeout=PATIENCE)
        assert time.monotonic() - began < 1
        assert (program.returncode, said) == (130, "")
        if where == "pool":
            assert [worker for worker in workers if is_running(worker)] == []


def test_ctrl_c_leaves_the_cluster_to_others(address: str, tmp_path: Path) -> None:
    """Colleagues use it too; what nobody waits for must not be run for half an hour."""
    with started(address, tmp_path) as program:
        working(tmp_path, 2)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=PATIENCE)
    began = time.monotonic()
    with Cluster(address) as cluster:
        assert numbers(cluster.run(total, single(4))) == ([0, 1, 2, 3], [])
    assert time.monotonic() - began < 10  # all that was to be done takes twenty


def test_a_scheduler_that_goes(tmp_path: Path) -> None:
    """Nothing would ever arrive any more, and the user be left waiting; or Dask fill the terminal."""
    with dask_cluster() as (address, process), started(address, tmp_path) as program:
        working(tmp_path, 1)
        process.kill()
        said, complained = program.communicate(timeout=PATIENCE)
    assert said.split() == ["begins", "scheduler-lost"]
    assert complained == ""
    assert "--resume" in failures.PHRASES["scheduler-lost"].it


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_no_worker_survives_the_program(by: signal.Signals, tmp_path: Path) -> None:
    """Whoever kills a program does not expect to have to look for the rest of it."""
    with started("pool", tmp_path) as program:
        workers = working(tmp_path, 2)
        program.send_signal(by)
        program.wait(PATIENCE)
        until = time.monotonic() + 5
        while any(map(is_running, workers)) and time.monotonic() < until:
            time.sleep(0.02)
        assert [worker for worker in workers if is_running(worker)] == []


@contextmanager
def started(where: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the program, in a process group of its own."""
    command = [sys.executable, "-m", "batch.executors.program", where, str(folder)]
    with subprocess.Popen(
        command,
        cwd=TESTS,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def working(folder: Path, count: int) -> list[int]:
    """Wait until so many processes work."""
    until = time.monotonic() + PATIENCE
    while len(found := list(folder.iterdir())) < count:
        assert time.monotonic() < until
        time.sleep(0.01)
    return [int(file.name) for file in found]
