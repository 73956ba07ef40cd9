"""What placing a folder of answer files costs, as whole processes, as ratios to parsing them: make bench.

The floors are floors/compose_yaml.py and floors/load_json.py, which read the same files in one process and do
nothing with them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import polars as pl
from processes import heading, in_turn, line
from surveys import write_files, write_questionnaire

HERE = Path(__file__).parent
FILES, RUNS = 20_000, 5
JSON_TIMES = 5
"""How many times as many JSON files: reading them is so fast that else the start would be most of it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure with what was agreed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--files", type=int, default=FILES, help=f"in YAML; {JSON_TIMES} times as many in JSON"
    )
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quick", action="store_true", help="a tenth of the files")
    asked = parser.parse_args(arguments)
    files = asked.files // (10 if asked.quick else 1)
    with tempfile.TemporaryDirectory() as name:
        yaml_files(Path(name), files, asked.runs)
        json_files(Path(name), JSON_TIMES * files, asked.runs)


def yaml_files(folder: Path, files: int, runs: int) -> None:
    """Compare with the C composer and a walk over its nodes, and two workers with one."""
    answers = write_files(folder / "yaml", files, "yaml")
    commands = {
        "PyYAML composes, nodes walked": floor("compose_yaml", answers),
        "batch, one worker": ours(folder, answers, "--workers", "1", "--no-plans"),
        "batch, two workers": ours(folder, answers, "--workers", "2", "--no-plans"),
        "batch as it comes, with plans": ours(folder, answers),
    }
    least, one, two, planned = commands
    found = in_turn(commands, least, runs=runs)
    assert pl.read_parquet(folder / "ours" / "results.parquet").height == files
    heading(f"{files:,} answer files in YAML")
    line(least, found[least], f"{files / found[least].seconds:,.0f} a second")
    line(one, found[one], f"{files / found[one].seconds:,.0f} a second; ratio at most {1 / 0.8:.2f}")
    gain = found[one].seconds / found[two].seconds
    line(
        two,
        found[two],
        f"{files / found[two].seconds:,.0f} a second; {gain:.2f} x one, at least 1.8 x on an idle machine",
    )
    line(planned, found[planned])


def json_files(folder: Path, files: int, runs: int) -> None:
    """Compare with `orjson.loads`."""
    answers = write_files(folder / "json", files, "json")
    commands = {
        "orjson loads": floor("load_json", answers),
        "batch, one worker": ours(folder, answers, "--workers", "1", "--no-plans"),
    }
    least, one = commands
    found = in_turn(commands, least, runs=runs)
    assert pl.read_parquet(folder / "ours" / "results.parquet").height == files
    heading(f"{files:,} answer files in JSON")
    line(least, found[least], f"{files / found[least].seconds:,.0f} a second")
    line(one, found[one], f"{files / found[one].seconds:,.0f} a second; ratio at most {1 / 0.5:.2f}")


def floor(script: str, answers: Path) -> list[str]:
    """Return the command of a floor."""
    return [sys.executable, str(HERE / "floors" / f"{script}.py"), str(answers)]


def ours(folder: Path, answers: Path, *options: str) -> list[str]:
    """Return our command."""
    command = [
        sys.executable,
        "-m",
        "alignment_maturity",
        "batch",
        str(answers),
        "--quiet",
        "--force",
        *options,
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


if __name__ == "__main__":
    main()
