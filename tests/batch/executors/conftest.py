"""The executors, and a cluster for one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alignment_maturity.batch.executors.cluster import Cluster
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Executor
from alignment_maturity.batch.executors.pool import Pool
from batch.executors.processes import dask_cluster


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a cluster of two workers, which gives a task up with the first worker it kills."""
    with dask_cluster() as (address, _process):
        yield address


@pytest.fixture(params=["in process", "pool", "cluster"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Each of the executors."""
    made: Executor
    if request.param == "cluster":
        made = Cluster(request.getfixturevalue("address"))
    else:
        made = InProcess() if request.param == "in process" else Pool(2)
    with made as executor:
        yield executor
