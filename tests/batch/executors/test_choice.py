"""Where work is done: here where it is little, else on all cores there are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import pytest

from alignment_maturity.batch import executors
from alignment_maturity.batch.executors import executor
from alignment_maturity.batch.executors.cluster import Cluster
from alignment_maturity.batch.executors.cores import available
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.pool import Pool


@pytest.mark.parametrize(
    ("workers", "seconds", "kind", "number"),
    [
        ("auto", 0.5, InProcess, 1),  # would be over before a process has started
        ("auto", 100, Pool, 6),
        (1, 100, InProcess, 1),
        (3, 100, Pool, 3),
        (3, 0.5, Pool, 3),  # as the user has it
    ],
)
def test_workers(
    workers: int | Literal["auto"],
    seconds: float,
    kind: type,
    number: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(executors, "available", lambda: 6)
    chosen = executor(workers, None, seconds=seconds)
    assert (type(chosen), chosen.workers) == (kind, number)


def test_a_scheduler_that_is_named_is_used() -> None:
    chosen = executor("auto", "tcp://name:8786", seconds=0)
    assert isinstance(chosen, Cluster)
    assert chosen.address == "tcp://name:8786"


@pytest.mark.parametrize(
    ("quota", "number"),
    [("max 100000", 8), ("200000 100000", 2), ("50000 100000", 1), ("9900000 100000", 8), ("", 8), (None, 8)],
)
def test_a_container_gets_what_it_may_use(
    quota: str | None, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty workers that share two processors would be slower than two, and take twenty times the memory."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(8)), raising=False)
    file = tmp_path / "cpu.max"
    if quota is not None:
        file.write_text(quota, "ascii")
    assert available(file) == number
