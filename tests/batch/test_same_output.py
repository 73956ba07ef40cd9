"""Where and in what pieces a run is done cannot be seen in what it writes."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
import zstandard
from polars.testing import assert_frame_equal

from alignment_maturity.assessment import assess
from alignment_maturity.batch import assembly, parting
from alignment_maturity.batch import run as run_module
from alignment_maturity.batch.executors.in_process import InProcess
from alignment_maturity.batch.executors.interface import Done, Executor, Poisoned
from alignment_maturity.batch.executors.pool import Pool
from alignment_maturity.batch.executors.threads import Threads
from alignment_maturity.batch.reading import cutting
from alignment_maturity.batch.results import frame_of, row_of, schema
from alignment_maturity.batch.run import Course
from alignment_maturity.batch.settings import Settings
from alignment_maturity.batch.stages.context import Context
from alignment_maturity.batch.summary import Time, summary
from alignment_maturity.encoding import Encoding
from alignment_maturity.store.answer_sets import read_answer_set

from .running import begin, ran, results, settings
from .surveys import HEADER, MINI, Person, answer_file, lines, people, table, workbook

COLUMNS = ("questionnaire", *HEADER)


class Shuffled(InProcess):
    """Finishes tasks in any order."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def run(
        self, work: Callable[[Any], Any], tasks: Iterable[Any]
    ) -> Iterator[Done[Any, Any] | Poisoned[Any]]:
        mixed = list(tasks)
        self._chance.shuffle(mixed)
        yield from super().run(work, mixed)


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: Threads(2),
    "pool": lambda: Pool(2),
    "one order": lambda: Shuffled(1),
    "another order": lambda: Shuffled(2),
}


def mixed_inputs(folder: Path, seed: int) -> dict[tuple[str, str, str], list[Person]]:
    """Scatter respondents over inputs of every kind; return those of each assessment.

    Some stand in two tables, with an older date in the second; and some rows cannot be used.
    """
    chance = random.Random(seed)
    folder.mkdir()
    shutil.copy(MINI, folder)
    other = MINI.read_text("utf-8").replace("id: mini", "id: other").replace('"1.0"', '"2.0"', 1)
    (folder / "other.yaml").write_text(other, "utf-8")
    shutil.copy(MINI.with_name("room.yaml"), folder)
    everybody = people(200, 6, seed)
    for person in everybody:
        person["questionnaire"] = chance.choice(("mini", "mini", "other"))
    heaps: list[list[Person]] = [[] for _ in range(8)]
    apart: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    for person in everybody:
        apart[person["organisation"], person["wave"], person["questionnaire"]].append(person)
        chance.choice(heaps).append(person)
    for person in chance.sample(heaps[0], 12):
        person["date"] = "2026-11-20"
        heaps[1].append({**person, "date": "2026-11-19", "goals": "1"})
        heaps[3].append({**person, "date": "", "goals": "2"})
    for heap in heaps[:3]:
        for number, wrong in enumerate(({"goals": "4"}, {"organisation": ""}, {"date": "yesterday"})):
            row = {**heap[number], "respondent": f"bad {number}", **wrong}
            heap.insert(chance.randrange(len(heap)), row)
    (folder / "a.csv").write_text(table(heaps[0], COLUMNS), "utf-8")
    (folder / "sub").mkdir()
    for name in ("mini.yaml", "other.yaml"):
        shutil.copy(folder / name, folder / "sub")
    (folder / "sub" / "b.csv.gz").write_bytes(
        gzip.compress(table(heaps[1], COLUMNS, ";").encode("utf-8-sig"))
    )
    (folder / "c.jsonl").write_text(lines(heaps[2]), "utf-8")
    (folder / "sub" / "d.jsonl.zst").write_bytes(zstandard.compress(lines(heaps[3]).encode()))
    pl.DataFrame(heaps[4]).write_parquet(folder / "e.parquet")
    (folder / "f.xlsx").write_bytes(workbook(heaps[5], COLUMNS))
    for heap, ending in zip(heaps[6:], ("json", "yaml"), strict=True):
        files: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
        for person in heap:
            files[person["organisation"], person["wave"], person["questionnaire"]].append(person)
        for number, some in enumerate(files.values()):
            write_answers(folder / ("sub" if number % 2 else "") / f"g{number:03d}.{ending}", some)
    (folder / "broken.yaml").write_text("format: 1\nquestionnaire: mini\nanswers: {goals: 9}\n", "utf-8")
    return apart


def write_answers(path: Path, some: Sequence[Person]) -> None:
    """Write respondents as an answer file."""
    document = {**answer_file(some), "questionnaire_version": _version(some[0])}
    if path.suffix == ".json":
        path.write_text(json.dumps(document), "utf-8")
    else:
        path.write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")


def _version(person: Person) -> str:
    return "1.0" if person["questionnaire"] == "mini" else "2.0"


def expected_table(
    folder: Path, apart: dict[tuple[str, str, str], list[Person]], terms: Settings
) -> pl.DataFrame:
    """Assess what was scattered, one organisation after the other, put together in one file each."""
    folder.mkdir()
    for name in ("mini.yaml", "other.yaml", "room.yaml"):
        shutil.copy(folder.parent / "in" / name, folder)
    paths = []
    for number, some in enumerate(apart.values()):
        paths.append(folder / f"{number}.json")
        write_answers(paths[-1], some)
    rows = []
    for path in (*paths, folder / "room.yaml"):
        read = read_answer_set([path])
        loaded = read[0].loaded
        files = [answers.file for answers in read]
        result = assess(
            Encoding(loaded.questionnaire),
            loaded.sha256,
            files,
            planning=terms.planning,
            min_group=terms.min_group,
        )
        rows.append((result.organisation, result.wave or "", loaded.sha256, result))
    ordered = [result for *_, result in sorted(rows, key=lambda row: row[:3])]
    columns = schema([result.questionnaire for result in ordered], confidence=terms.confidence)
    return frame_of([row_of(result, "en") for result in ordered], columns)


def written(context: Context, course: Course, folder: Path) -> dict[str, bytes]:
    """Write every file of a run, and return what is in them."""
    folder.mkdir(exist_ok=True)
    assembly.write_results(context, course, folder)
    assembly.write_respondents(context, course, folder)
    faults = assembly.write_errors(context, course, folder / "errors.csv")
    told = summary(context, course, faults, Time(1.0, 1))
    del told["resumed_tasks"]
    (folder / "summary.json").write_text(json.dumps(told, indent=1))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def into_pieces(monkeypatch: pytest.MonkeyPatch, *, slices: int, ranges: int) -> None:
    """Cut tables into slices of so many bytes, or a tenth as many rows, and organisations into ranges."""
    monkeypatch.setattr(run_module, "HEAVY", ranges)
    monkeypatch.setattr(run_module, "LIGHT", ranges)
    monkeypatch.setitem(cutting.cut.__kwdefaults__ or {}, "target", slices)
    monkeypatch.setitem(cutting.cut.__kwdefaults__ or {}, "rows", slices // 10 or 1)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("asked", [{}, {"min_group": 1}])
def test_scattered_answers_count_as_if_they_lay_together(
    tmp_path: Path, seed: int, asked: dict[str, Any]
) -> None:
    """Half a company's answers in another file than the other half would be two wrong placements."""
    apart = mixed_inputs(tmp_path / "in", seed)
    terms = settings(plans=True, **asked)
    context = begin(tmp_path / "out", terms)
    course = ran(context, [tmp_path / "in"])
    table = results(context, course, tmp_path / "out")
    assert_frame_equal(
        table, expected_table(tmp_path / "together", apart, terms), check_exact=True, check_column_order=False
    )
    assert course.all_left_out == 9 + 24 + 1
    assert table["respondents"].sum() == 200 + 6


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_it_cannot_be_seen_where_or_in_what_pieces_a_run_was_done(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Analysts compare files of two runs; differences that mean nothing would cost them days."""
    mixed_inputs(tmp_path / "in", seed=7)

    def run(name: str, executor: Callable[[], Executor] = InProcess) -> dict[str, bytes]:
        terms = settings(format=form, respondents=True, plans=True, min_group=1)
        context = begin(tmp_path / name, terms)
        return written(context, ran(context, [tmp_path / "in"], executor), tmp_path / f"{name} tables")

    whole = run("whole")
    assert len(whole) == 4
    for slices, ranges in ((10_000, 50), (500, 2), (3_000, 7)):
        into_pieces(monkeypatch, slices=slices, ranges=ranges)
        assert run(f"{slices} {ranges}") == whole
    for name, executor in EXECUTORS.items():
        assert run(name, executor) == whole


@pytest.mark.parametrize("ordered", [True, False])
def test_tables_that_are_put_in_order_once_or_twice(
    tmp_path: Path, ordered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slices of tables alone may be left unordered, which must save time and change nothing."""
    folder = tmp_path / "in"
    mixed_inputs(folder, seed=3)
    for path in (*folder.rglob("g*"), folder / "broken.yaml", folder / "room.yaml"):
        path.unlink()
    terms = settings(respondents=True, plans=False)
    context = begin(tmp_path / "whole", terms)
    expected = results(context, ran(context, [folder]), tmp_path)
    if ordered:
        monkeypatch.setattr(parting, "_as_ordered", lambda _settings, reads: reads)
    for slices in (1_000_000, 700):
        into_pieces(monkeypatch, slices=slices, ranges=5 if ordered else 1_000_000)
        context = begin(tmp_path / "out", terms)
        course = ran(context, [folder], lambda: Threads(2))
        assert (len(course.scores) > 1) is ordered
        assert results(context, course, tmp_path).equals(expected)


def test_files_read_together_or_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with a questionnaire is told once, however many tasks meet it."""
    folder = tmp_path / "in"
    mixed_inputs(folder, seed=5)
    text = (folder / "sub" / "other.yaml").read_text("utf-8")
    (folder / "sub" / "other.yaml").write_text(text.replace("dimension: leads", "dimension: lead"), "utf-8")
    told = []
    for number in (500, 4, 1):
        monkeypatch.setattr(parting, "FILES_PER_TASK", number)
        context = begin(tmp_path / "out", settings(format="csv", min_group=1, respondents=True))
        files = written(context, ran(context, [folder]), tmp_path / "tables")
        told.append({name: sorted(content.splitlines()) for name, content in files.items()})
    assert told[0]["errors.csv"] == told[1]["errors.csv"] == told[2]["errors.csv"]
    assert told[0] == told[1] == told[2]
