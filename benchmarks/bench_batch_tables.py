"""What placing a survey costs, as whole processes, as ratios to reading it and writing a table: make bench.

The floor is floors/read_and_write.py. The rivals are the script an analyst would write with pandas and the
loop somebody would write with the module csv, which is given a tenth of the rows; they place like ours, which
is checked. `--ten-million` adds ten times as many rows.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from processes import Compared, heading, in_turn, line, run
from surveys import write_questionnaire, write_table

HERE = Path(__file__).parent
ROWS, ORGANISATIONS, RUNS = 1_000_000, 50_000, 5
TIMES_LARGER = 10
FLOOR, OURS, PANDAS = "polars reads and writes", "batch", "pandas"
TUNED, ARROW = "pandas, answers as categories", "pandas, as categories by pyarrow"
SAME_SIZE = 0.25
"""How far the size of the floor's table may be from ours, as a share."""


@dataclass(frozen=True)
class Bench:
    """Where the files of the benchmarks are, and how often each is measured."""

    folder: Path
    questionnaire: Path
    runs: int

    def table(self, form: str, rows: int, organisations: int | None = None) -> Path:
        """Draw a table."""
        return write_table(self.folder / f"{rows}-{organisations or rows}.{form}", rows, organisations)

    def floor(self, table: Path, rows: int) -> list[str]:
        """Return the command that reads a table and writes one of so many rows."""
        script, target = str(HERE / "floors" / "read_and_write.py"), str(self.folder / "floor.parquet")
        return [sys.executable, script, str(table), str(rows), target]

    def ours(self, table: Path) -> list[str]:
        """Return our command."""
        command = [sys.executable, "-m", "alignment_maturity", "batch", str(table), "--no-plans", "--quiet"]
        questionnaire = ["-q", str(self.questionnaire)]
        return [*command, *questionnaire, "-o", str(self.folder / "ours"), "--format", "parquet", "--force"]

    def rival(self, name: str, table: Path, target: Path, *options: str) -> list[str]:
        """Return the command of another script."""
        script = str(HERE / "rivals" / f"{name}_script.py")
        return [sys.executable, script, str(table), str(self.questionnaire), str(target), *options]

    @property
    def results(self) -> Path:
        """Our results."""
        return self.folder / "ours" / "results.parquet"

    def floor_is_fair(self) -> None:
        """Check that the floor wrote a table such as ours."""
        floor = self.folder / "floor.parquet"
        assert pl.read_parquet_schema(floor) == pl.read_parquet_schema(self.results)
        sizes = floor.stat().st_size, self.results.stat().st_size
        assert abs(sizes[0] / sizes[1] - 1) < SAME_SIZE, sizes


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure with what was agreed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows")
    parser.add_argument("--ten-million", action="store_true", help="ten times the rows too")
    asked = parser.parse_args(arguments)
    share = 10 if asked.quick else 1
    rows, organisations = asked.rows // share, ORGANISATIONS // share
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder, write_questionnaire(folder), asked.runs)
        for form in ("csv", "parquet"):
            single(bench, form, rows)
            grouped(bench, form, rows, organisations)
            if asked.ten_million:
                larger(bench, form, rows)


def single(bench: Bench, form: str, rows: int) -> None:
    """One respondent of each organisation."""
    table = bench.table(form, rows)
    theirs = bench.folder / "pandas.parquet"
    commands = {
        FLOOR: bench.floor(table, rows),
        OURS: bench.ours(table),
        PANDAS: bench.rival("pandas", table, theirs, "usual"),
        TUNED: bench.rival("pandas", table, theirs, "categories"),
    }
    if form == "csv":
        commands[ARROW] = bench.rival("pandas", table, theirs, "pyarrow")
    found = in_turn(commands, FLOOR, runs=bench.runs)
    bench.floor_is_fair()
    placed_alike(pl.read_parquet(bench.results), pl.read_parquet(theirs))
    heading(f"{form.upper()}, {rows:,} rows of 36 answers, one respondent each")
    line(FLOOR, found[FLOOR])
    line(OURS, found[OURS], "at most 1.5 x, 600 MB")
    for rival in (PANDAS, TUNED, ARROW):
        if rival in found:
            line(rival, found[rival])
    for rival in (PANDAS, TUNED):
        faster(rival, found[rival].seconds / found[OURS].seconds, 2)
    if form == "csv":
        loop(bench, rows, found[OURS])
    table.unlink()


def loop(bench: Bench, rows: int, ours: Compared) -> None:
    """Compare with a loop over the rows of a CSV, on a tenth of them."""
    table, theirs = bench.table("csv", rows // 10), bench.folder / "csv.csv"
    seconds = run(bench.rival("csv", table, theirs)).seconds
    run(bench.ours(table))
    placed_alike(pl.read_parquet(bench.results), pl.read_csv(theirs))
    faster(f"a csv loop of {10 * seconds:.0f} s (ten times a tenth)", 10 * seconds / ours.seconds, 20)
    table.unlink()


def grouped(bench: Bench, form: str, rows: int, organisations: int) -> None:
    """Measure many respondents of fewer organisations, in three groups."""
    table = bench.table(form, rows, organisations)
    commands = {FLOOR: bench.floor(table, organisations), OURS: bench.ours(table)}
    found = in_turn(commands, FLOOR, runs=bench.runs)
    assert pl.read_parquet(bench.results)["respondents"].sum() == rows
    heading(f"{form.upper()}, {rows:,} respondents in {organisations:,} organisations")
    line(FLOOR, found[FLOOR])
    line(OURS, found[OURS], "at most 2.5 x")
    table.unlink()


def larger(bench: Bench, form: str, rows: int) -> None:
    """Compare with ten times the rows."""
    small, large = bench.table(form, rows), bench.table(form, TIMES_LARGER * rows)
    name = f"{TIMES_LARGER * rows:,} rows"
    found = in_turn({f"{rows:,} rows": bench.ours(small), name: bench.ours(large)}, f"{rows:,} rows", runs=2)
    assert pl.scan_parquet(bench.results).select(pl.len()).collect().item() in {rows, TIMES_LARGER * rows}
    heading(f"{form.upper()}, ten times the rows")
    for which, own in found.items():
        line(which, own, f"about {TIMES_LARGER} x the time, the same memory" if which == name else "")
    small.unlink()
    large.unlink()


def placed_alike(ours: pl.DataFrame, theirs: pl.DataFrame) -> None:
    """Check that two tables place every organisation alike."""
    theirs = theirs.sort("organisation")
    assert ours["organisation"].equals(theirs["organisation"])
    assert ours["level"].equals(theirs["level"])
    assert set(ours["level"].unique()) == {1, 2, 3, 4, 5}
    for name in ("index", "completeness", "coverage_2", "coverage_5", "index_data"):
        own, other = ours[name].to_numpy(), theirs[name].to_numpy()
        assert np.allclose(own, other, rtol=0, atol=1e-4, equal_nan=True), name


def faster(name: str, times: float, least: float) -> None:
    """Print how many times faster we are."""
    print(f"  {f'batch is faster than {name}':52}{times:8.2f} x{'':7}(at least {least} x)", flush=True)


if __name__ == "__main__":
    main()
