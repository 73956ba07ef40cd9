"""A Dask cluster in processes of its own, until its standard input ends.

python -m batch.executors.dask_cluster WORKERS FAILURES [bare]

prints the scheduler's address. A task may kill so many workers before the scheduler gives it up. The
scheduler has not got our package; with `bare`, neither have the workers.
"""

from __future__ import annotations

import sys

WITHOUT_PACKAGE = "import sys; sys.modules['alignment_maturity'] = None"


def main(workers: str, failures: str, bare: str = "") -> None:
    """Run the cluster."""
    import dask
    from distributed import LocalCluster

    exec(WITHOUT_PACKAGE)  # noqa: S102 - the same as in the workers
    settings = {
        "distributed.scheduler.allowed-failures": int(failures),
        # A quarter of a minute after a death, it would give up a worker that happens to be dead again.
        "distributed.deploy.lost-worker-timeout": "1 hour",
        # A result that was on a worker when it died is looked for there before the task runs once more.
        "distributed.comm.timeouts.connect": "5 s",
    }
    dask.config.set(settings)
    with LocalCluster(
        n_workers=int(workers),
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        preload=[WITHOUT_PACKAGE] if bare else [],
    ) as cluster:
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
