"""What the benchmarks of `batch` compare places organisations right, so that only speed differs."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import surveys

from oracle.naive_scorer import score

ROWS = 20
RIVALS = Path(surveys.__file__).parent / "rivals"


@pytest.fixture(scope="module")
def placed() -> dict[str, dict[str, Any]]:
    """What the naive scorer says of every organisation of a small survey."""
    (table,) = surveys.tables(ROWS)
    found = {}
    for row in table.iter_rows(named=True):
        organisation = row.pop("organisation")
        answers = {question: _value(answer) for question, answer in row.items() if answer is not None}
        file = {
            "format": 1,
            "questionnaire": surveys.ID,
            "questionnaire_version": "1.0",
            "organisation": organisation,
            "respondent": {},
            "answers": answers,
        }
        found[organisation] = score(surveys.questionnaire(), [file])
    assert {result["level"] for result in found.values()} == set(surveys.LEVELS)
    return found


def test_the_csv_loop_places_like_the_naive_scorer(placed: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    _run(RIVALS / "csv_script.py", surveys.write_table(tmp_path / "survey.csv", ROWS), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        _compare(placed, csv.DictReader(file))


@pytest.mark.parametrize("how", ["usual", "categories"])
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_pandas_script_places_like_the_naive_scorer(
    placed: dict[str, dict[str, Any]], tmp_path: Path, form: str, how: str
) -> None:
    target = tmp_path / "out.parquet"
    _run(RIVALS / "pandas_script.py", surveys.write_table(tmp_path / f"survey.{form}", ROWS), target, how)
    _compare(placed, pl.read_parquet(target).iter_rows(named=True))


@pytest.mark.parametrize("form", ["yaml", "json", "csv", "parquet"])
def test_what_the_benchmarks_draw_is_placed_like_the_naive_scorer_does(
    placed: dict[str, dict[str, Any]], tmp_path: Path, form: str
) -> None:
    questionnaire = surveys.write_questionnaire(tmp_path)
    if form in {"yaml", "json"}:
        source = surveys.write_files(tmp_path / "answers", ROWS, form)
    else:
        source = surveys.write_table(tmp_path / f"survey.{form}", ROWS)
    command = [sys.executable, "-m", "alignment_maturity", "batch", str(source), "-q", str(questionnaire)]
    subprocess.run([*command, "-o", str(tmp_path / "ours"), "--format", "parquet"], check=True)
    _compare(placed, pl.read_parquet(tmp_path / "ours" / "results.parquet").iter_rows(named=True))


def test_many_rows_are_the_same_in_one_table_or_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else ten times the rows would be no fair comparison, with rows that occur twice."""
    monkeypatch.setattr(surveys, "ROWS_AT_A_TIME", 25)
    for form in ("csv", "parquet"):
        path = surveys.write_table(tmp_path / f"survey.{form}", ROWS)
        table = pl.read_csv(path) if form == "csv" else pl.read_parquet(path)
        assert table["organisation"].n_unique() == ROWS


def _run(script: Path, table: Path, target: Path, *options: str) -> None:
    files = map(str, (script, table, surveys.write_questionnaire(table.parent), target))
    subprocess.run([sys.executable, *files, *options], check=True)


def _compare(placed: dict[str, dict[str, Any]], rows: Iterator[dict[str, Any]]) -> None:
    seen = set()
    for row in rows:
        result = placed[row["organisation"]]
        seen.add(row["organisation"])
        assert int(row["level"]) == result["level"]
        assert float(row["completeness"]) == pytest.approx(result["completeness"])
        assert float(row["index"]) == pytest.approx(result["index"])
        for level, share in result["coverage"].items():
            assert float(row[f"coverage_{level}"]) == pytest.approx(share)
        for dimension in result["dimensions"]:
            assert float(row[f"index_{dimension['id']}"]) == pytest.approx(dimension["index"])
    assert seen == placed.keys()


def _value(answer: str) -> int | str:
    return int(answer) if answer.isdigit() else answer
