"""What a Dask cluster of two worker processes takes, against the pool with two workers: make bench.

The cluster is there before the clock starts, and has run once; what the command needs to reach it counts.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import polars as pl
from processes import heading, in_turn, line
from surveys import write_files, write_questionnaire, write_table

ROWS, FILES, RUNS = 1_000_000, 20_000, 5
POOL, DASK = "pool, two workers", "Dask, two workers"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure with what was agreed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=ROWS, help="of a CSV")
    parser.add_argument("--files", type=int, default=FILES, help="in YAML")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quick", action="store_true", help="a tenth of both")
    asked = parser.parse_args(arguments)
    share = 10 if asked.quick else 1
    rows, files = asked.rows // share, asked.files // share
    with tempfile.TemporaryDirectory() as name, cluster() as scheduler:
        folder = Path(name)
        for title, source, number in (
            (f"CSV, {rows:,} rows", write_table(folder / "survey.csv", rows), rows),
            (f"{files:,} answer files in YAML", write_files(folder / "yaml", files, "yaml"), files),
        ):
            command = ours(folder, source)
            commands = {POOL: [*command, "--workers", "2"], DASK: [*command, "--scheduler", scheduler]}
            found = in_turn(commands, POOL, runs=asked.runs)
            assert pl.read_parquet(folder / "ours" / "results.parquet").height == number
            heading(title)
            line(POOL, found[POOL])
            line(DASK, found[DASK], "at most 1.6 x; memory and cpu without the cluster's")


def ours(folder: Path, source: Path) -> list[str]:
    """Return our command."""
    command = [
        sys.executable,
        "-m",
        "alignment_maturity",
        "batch",
        str(source),
        "--no-plans",
        "--quiet",
        "--force",
    ]
    return [
        *command,
        "-q",
        str(write_questionnaire(folder)),
        "-o",
        str(folder / "ours"),
        "--format",
        "parquet",
    ]


@contextmanager
def cluster() -> Iterator[str]:
    """Start a scheduler and two workers of one thread each; give the scheduler's address."""
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        )
        address = told(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        for _ in range(2):
            worker = stack.enter_context(
                started("dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
            )
            told(worker, r"Registered to:\s+(tcp://\S+)")
        yield address


@contextmanager
def started(program: str, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Start a program of Dask's, and end it at last."""
    command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[str], pattern: str) -> str:
    """Return what a program says of itself, once it does."""
    assert process.stderr is not None
    for said in process.stderr:
        found = re.search(pattern, said)
        if found:
            # What it says from now on must not fill the pipe.
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    raise RuntimeError("the cluster did not start")


if __name__ == "__main__":
    main()
