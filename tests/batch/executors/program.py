"""A program that does what `batch` does: it runs tasks, and ends as the command line does on Ctrl-C.

python -m batch.executors.program in-process|pool|ADDRESS FOLDER

says a line as it begins, and puts into the folder one file for each process that works; tasks take a while.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from alignment_maturity.batch.executors.cluster import Cluster
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Executor
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.errors import WorkFailed
from batch.executors.work import linger, single


def main(where: str, folder: str) -> None:
    """Run tasks until interrupted."""
    executors: dict[str, Executor] = {"in-process": InProcess(), "pool": Pool(2)}
    try:
        sys.stdout.write("begins\n")
        sys.stdout.flush()
        with executors.get(where) or Cluster(where) as executor:
            # A thread of a cluster goes on with its task to the end, and the next test has to wait for it.
            work = partial(linger, seconds=30 if where in executors else 2, folder=Path(folder))
            list(executor.run(work, single(20)))
    except KeyboardInterrupt:
        sys.exit(130)
    except WorkFailed as failure:
        sys.stdout.write(failure.code)


if __name__ == "__main__":
    main(*sys.argv[1:])
