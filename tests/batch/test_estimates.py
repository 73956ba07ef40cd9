"""What is guessed of a run decides how long it takes and how much memory, never what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_maturity.batch.estimates import all_columns, seconds_of, surely_within
from alignment_maturity.batch.reading.choice import Codebooks
from alignment_maturity.batch.reading.slices import Kind, Slice
from alignment_maturity.batch.sources import Source
from alignment_maturity.batch.stages.read import ReadFiles, ReadSlice

from .running import settings


def a_slice(kind: Kind, size: int, columns: int, path: str = "t") -> ReadSlice:
    """Return a task that reads `size` rows or bytes."""
    header = tuple(f"c{number}" for number in range(columns))
    part = Slice(path, path, kind, 0, size, header, first_row=1)
    return ReadSlice("0", 0, part, Codebooks({}, by_row=False, faulty={}), None)


def files(number: int, folder: Path = Path("nowhere")) -> ReadFiles:
    """Return a task that reads so many answer files."""
    return ReadFiles("1", tuple((n, Source(str(folder / f"{n}.yaml"), named=True)) for n in range(number)))


@pytest.mark.parametrize("kind", ["parquet", "xlsx"])
def test_rows_that_are_known_are_not_guessed(kind: Kind) -> None:
    """A wide table that passes for a small one would fill the memory, or be read by one core."""
    assert all_columns([a_slice(kind, 150_000, 205)], settings())
    assert not all_columns([a_slice(kind, 90_000, 2)], settings())
    wide = [a_slice(kind, 1_000_000, 205), a_slice(kind, 500_001, 205)]
    assert not surely_within(wide, 1_500_000)
    assert surely_within(wide, 1_500_001)


@pytest.mark.parametrize("newline", ["\n", "\r"])
def test_rows_however_short_are_no_more_than_said(tmp_path: Path, newline: str) -> None:
    """Rows that break off after the name are rows too."""
    path = tmp_path / "short.csv"
    path.write_text(f"ab{newline}" * 1000, "utf-8", newline="")
    task = a_slice("csv", 3000, 60, str(path))
    part = Slice(**{**{name: getattr(task.slice, name) for name in Slice.__slots__}, "newline": newline})
    short = ReadSlice("0", 0, part, task.codebooks, None)
    assert not surely_within([short], 999)
    assert surely_within([short], 1001)


def test_many_answer_files_are_not_work_on_columns() -> None:
    """YAML in threads of one process takes twice as long as in several."""
    table = a_slice("parquet", 1_000_000, 60)
    assert not all_columns([table, files(500)], settings(plans=False))
    assert all_columns([table, files(1)], settings(plans=False))
    assert not all_columns([files(1)], settings(plans=False))


def test_respondents_in_the_files_beside_a_table_are_in_the_bound(tmp_path: Path) -> None:
    (tmp_path / "0.yaml").write_text("- answers: {a: 1}\n" * 1000, "utf-8")
    assert not surely_within([a_slice("parquet", 100, 5), files(1, tmp_path)], 1000)


def test_a_million_rows_take_longer_than_a_pool_takes_to_start() -> None:
    few, many = ([a_slice("parquet", rows, 60)] for rows in (1_000, 1_000_000))
    assert seconds_of(few, settings(plans=False)) < 0.1
    assert seconds_of(many, settings(plans=False)) > 1.5
