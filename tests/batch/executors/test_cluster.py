"""The cluster: workers that die, a scheduler that is not there, or no longer; and what the user is told."""

from __future__ import annotations

import pickle
import socket
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from alignment_maturity.batch.executors import cluster as cluster_module
from alignment_maturity.batch.executors import trials
from alignment_maturity.batch.executors.cluster import Cluster, _Call
from alignment_maturity.errors import WorkFailed
from alignment_maturity.language import failures, say
from batch.executors.processes import dask_cluster
from batch.executors.work import (
    Numbers,
    alone_on_trial,
    deadly,
    deadly_at_first,
    numbers,
    run_out_of_memory,
    single,
    total,
)

PATIENCE = 30


def test_a_worker_that_was_killed_loses_nothing(address: str, tmp_path: Path) -> None:
    guilty = frozenset({3, 11})
    with Cluster(address) as cluster:
        results = list(cluster.run(partial(deadly_at_first, numbers=guilty, folder=tmp_path), single(20)))
    assert numbers(results) == (list(range(20)), [])
    assert {int(path.name) for path in tmp_path.iterdir()} == guilty


@pytest.mark.parametrize("deaths", [1, 2])
def test_the_poison_is_found(deaths: int, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file that crashes a library would end the run on the cluster, or take those beside it with it."""
    monkeypatch.setattr(trials, "DEATHS", deaths)  # a scheduler that itself tries often leaves one to us
    with Cluster(address) as cluster:
        results = list(cluster.run(partial(deadly, poison=1), [Numbers(0, 4), *single(20)[4:]]))
    assert numbers(results) == ([0, *range(2, 20)], [1])


def test_a_suspect_runs_alone(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory is short, one would be blamed for what its neighbour takes."""
    monkeypatch.setattr(cluster_module, "LOOK", 0.02)
    with Cluster(address) as cluster:
        work = partial(alone_on_trial, number=1, folder=tmp_path, fails=run_out_of_memory)
        results = list(cluster.run(work, single(6)))
    assert numbers(results) == (list(range(6)), [])
    assert (tmp_path / "tried").read_text().startswith("beside 0,")


def test_giving_up_one_task_brings_the_results_of_the_others(address: str) -> None:
    """Dask fetches results together; one that was cut ended the next as if the cluster had gone."""
    with Cluster(address) as cluster:
        futures = [cluster.submit(_Call(pickle.dumps(bytes), pickle.dumps(2**22)), "some") for _ in range(8)]
        while not all(future.done() for future in futures):
            time.sleep(0.01)
        fetched = [cluster.fetch(future) for future in futures]
        time.sleep(0.005)  # they are on their way
        for outcome in fetched[:4]:
            outcome.cancel()
        assert [len(outcome.result(PATIENCE)) for outcome in fetched[4:]] == [2**22] * 4


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "127.0.0.1:{port}", "nonsense://a"])
def test_a_scheduler_that_is_not_there(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped address would keep the user waiting, or show a traceback of Dask."""
    monkeypatch.setattr(cluster_module, "REACH", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        named = address.format(port=free.getsockname()[1])
        with pytest.raises(WorkFailed) as failed, Cluster(named):
            pass
    assert failed.value.code == "scheduler-unreachable"
    assert failed.value.values == {"address": named}


def test_a_cluster_without_workers() -> None:
    """A scheduler alone never does anything, and the user be left waiting."""
    with (
        dask_cluster(workers=0) as (address, _process),
        Cluster(address, patience=0.1) as cluster,
        pytest.raises(WorkFailed) as failed,
    ):
        list(cluster.run(total, single(4)))
    assert failed.value.code == "cluster-without-workers"


def test_workers_without_the_package() -> None:
    """People start workers in whatever environment is there."""
    with (
        dask_cluster(1, 0, "bare") as (address, _process),
        Cluster(address) as cluster,
        pytest.raises(WorkFailed) as failed,
    ):
        list(cluster.run(total, single(4)))
    assert failed.value.code == "cluster-package-missing"


def test_workers_with_another_version(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the results would come from other rules than the other half."""
    monkeypatch.setattr(cluster_module, "__version__", "0.0.1")
    with Cluster(address) as cluster, pytest.raises(WorkFailed) as failed:
        list(cluster.run(total, single(4)))
    assert failed.value.code == "cluster-version"
    assert failed.value.values["version"] == "0.0.1"


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: most have not got it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkFailed) as failed, Cluster("tcp://127.0.0.1:8786"):
        pass
    assert failed.value.code == "cluster-extra-missing"
    assert "pip install 'alignment-maturity[cluster]'" in say(failures.PHRASES, failed.value.code, "en")
