"""A table of results as the set one organisation is set against: who is in it, and what cannot be used."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from alignment_maturity.batch import benchmark as reading
from alignment_maturity.batch.benchmark import read_benchmark, read_here
from alignment_maturity.batch.results_table import ResultsTable
from alignment_maturity.document import as_document
from alignment_maturity.errors import InvalidInput
from alignment_maturity.formats import csv_table
from alignment_maturity.language import LANGUAGES
from alignment_maturity.language.problems import advise, describe
from alignment_maturity.model.benchmark import FEWEST, Benchmark
from alignment_maturity.model.questionnaire import Questionnaire
from report.sample import answers, instrument, leaning, result

Row = dict[str, Any]
LEVELS, DIMENSIONS = range(2, 6), ("d0", "d1", "d2", "d3")
OWN = "Rossi Componenti Srl"


@cache
def asked() -> Questionnaire:
    return Questionnaire.model_validate(instrument())


def row(number: int, **changes: Any) -> Row:
    """Return the row of an invented organisation; figures that no other has, to four decimals."""
    draw = random.Random(number)
    return {
        "organisation": f"Azienda {number:03}",
        "wave": "2026-H2",
        "date": dt.date(2026, 11, 1 + number % 28),
        "questionnaire": "sample",
        "questionnaire_version": "2.1",
        "respondents": 9,
        "level": 1 + number % 4,
        "level_id": "x",
        "level_name": "X",
        "index": round(draw.uniform(10, 90), 4),
        "completeness": 1.0,
        "provisional": False,
        **{f"coverage_{level}": round(draw.uniform(0.05, 0.95), 4) for level in LEVELS},
        **{f"index_{name}": round(draw.uniform(10, 90), 4) for name in DIMENSIONS},
    } | changes


def rows(number: int, **changes: Any) -> list[Row]:
    return [row(at, **changes) for at in range(number)]


def as_parquet(path: Path, table: Sequence[Row]) -> None:
    pl.DataFrame(table, infer_schema_length=None).write_parquet(path)


def as_csv(path: Path, table: Sequence[Row]) -> None:
    def cell(value: object) -> object:
        return str(value).lower() if isinstance(value, bool) else value

    columns = list(table[0])
    path.write_bytes(
        csv_table.as_csv(columns, ({name: cell(value) for name, value in row.items()} for row in table))
    )


def as_lines(path: Path, table: Sequence[Row]) -> None:
    path.write_text("".join(f"{json.dumps(document(row))}\n" for row in table), "utf-8")


def document(row: Row) -> Row:
    """Return what of a result document says the same as a row."""
    return {
        "format": 1,
        "questionnaire": {"id": row["questionnaire"], "version": row["questionnaire_version"], "sha256": "0"},
        "organisation": row["organisation"],
        "wave": row["wave"],
        "date": row["date"].isoformat() if row["date"] else None,
        "level": row["level"],
        "index": row["index"],
        "provisional": row["provisional"],
        "coverage": {str(level): row[f"coverage_{level}"] for level in LEVELS},
        "dimensions": [{"id": name, "index": row[f"index_{name}"], "level": 1} for name in DIMENSIONS],
    }


Writer = Callable[[Path, Sequence[Row]], None]
WRITERS: dict[str, Writer] = {"parquet": as_parquet, "csv": as_csv, "jsonl": as_lines}


def read(folder: Path, table: Sequence[Row], form: str = "parquet", organisation: str = OWN) -> Benchmark:
    path = folder / f"results.{form}"
    WRITERS[form](path, table)
    return read_here(str(path), organisation, asked())


def refused(path: Path | str, organisation: str = OWN) -> tuple[str, Mapping[str, object]]:
    """Return why a file cannot be used: the code and the values of its only problem."""
    with pytest.raises(InvalidInput) as caught:
        read_here(str(path), organisation, asked())
    (problem,) = caught.value.problems
    assert problem.source == str(path)
    assert all(describe(problem, lang) and advise(problem, lang) is not None for lang in LANGUAGES)
    return problem.code, problem.values


# --- who is in the set ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", WRITERS)
def test_each_format_gives_the_same_set(form: str, tmp_path: Path) -> None:
    table = [*rows(30), row(30, provisional=True), row(31, index_d0=None, wave=None, date=None)]
    found = read(tmp_path, table, form)
    assert found == read(tmp_path, table)
    assert (found.organisations, found.provisional, found.itself) == (31, 1, False)
    index = [each["index"] for each in table if not each["provisional"]]
    assert found.index is not None
    assert (found.index.lower, found.index.median, found.index.upper) == tuple(
        round(value) for value in np.quantile(index, [0.25, 0.5, 0.75])
    )
    shares = [100 * each["coverage_4"] for each in table if not each["provisional"]]
    assert found.coverage[4] is not None
    assert found.coverage[4].median == round(float(np.median(shares)))
    assert [(band.first, band.last, band.organisations) for band in found.levels] == [
        (1, 1, 8), (2, 2, 8), (3, 3, 7), (4, 4, 8), (5, 5, 0),
    ]  # fmt: skip


def test_real_results_can_be_read(tmp_path: Path) -> None:
    """What `batch` writes as JSON Lines is the result document of `score --json`."""
    questionnaire = instrument()
    file = tmp_path / "results.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for number in range(12):
            people = answers(
                {"marketing": 3, "sales": 3}, leaning({"marketing": 1.5 + number / 6, "sales": 2.5}),
                questionnaire, organisation=f"Azienda {number}",
            )  # fmt: skip
            out.write(json.dumps(as_document(result(questionnaire, people), "it")) + "\n")
    found = read_here(str(file), OWN, asked())
    assert found.organisations == 12
    assert None not in found.dimensions.values()
    assert set(found.dimensions) == set(DIMENSIONS)


@pytest.mark.parametrize("form", WRITERS)
def test_rows_in_any_order_and_said_twice_give_the_same(form: str, tmp_path: Path) -> None:
    """Two runs of `batch` over the same files may well be put one below the other."""
    table = [*rows(25), *rows(25, wave="2025", date=dt.date(2025, 5, 1), index=99.0)]
    shuffled = [*table, *table[:20]]
    random.Random(1).shuffle(shuffled)
    assert read(tmp_path, shuffled, form) == read(tmp_path, table, form) == read(tmp_path, rows(25))


def test_the_latest_wave_counts(tmp_path: Path) -> None:
    """By date, one without a date coming first, then by the name of the wave."""
    base = rows(12)
    old = rows(12, date=None, wave="2030", index=1.0)
    same_day = [{**each, "wave": "2026-H1", "index": 2.0} for each in base]
    assert read(tmp_path, [*base, *old, *same_day]) == read(tmp_path, base)


def test_the_organisation_itself_is_no_part_of_the_set(tmp_path: Path) -> None:
    """Against a set with itself in it, everybody looks more average than they are."""
    table = [*rows(12), row(99, organisation="ROSSI componenti srl", index=100.0)]
    found = read(tmp_path, table)
    assert (found.itself, found.organisations) == (True, 12)
    assert found.index == read(tmp_path, rows(12)).index
    accented = "Cafe\N{COMBINING ACUTE ACCENT} Srl"
    assert read(tmp_path, [*table, row(98, organisation=accented)], organisation="Café Srl").itself


def test_an_own_name_that_looks_like_a_formula_is_found_in_csv(tmp_path: Path) -> None:
    table = [*rows(12), row(99, organisation="+Valore")]
    assert read(tmp_path, table, "csv", organisation="+Valore").itself
    assert "'+Valore" in (tmp_path / "results.csv").read_text("utf-8")


def test_provisional_placements_are_left_out_and_counted(tmp_path: Path) -> None:
    """An open gate nobody answered keeps a level down. A sound earlier wave of the organisation counts."""
    table = rows(14)
    for number in (0, 1):
        table[number]["provisional"] = True
    table.append(row(0, date=dt.date(2025, 1, 1), wave="2025"))
    found = read(tmp_path, table)
    assert (found.organisations, found.provisional) == (13, 1)


def test_another_version_is_counted_and_said(tmp_path: Path) -> None:
    table = [*rows(12), row(50, questionnaire_version="1.0"), row(51, questionnaire_version="1.0")]
    found = read(tmp_path, table)
    assert (found.organisations, found.other_version, found.other_scale) == (14, 2, 0)


@pytest.mark.parametrize("form", WRITERS)
def test_another_scale_is_left_out_and_said(form: str, tmp_path: Path) -> None:
    """Level 4 of 4 is not level 4 of 5."""
    short = [row(50 + n, questionnaire_version="0.9", level=4, coverage_5=None) for n in range(3)]
    found = read(tmp_path, [*rows(12), *short], form)
    assert (found.organisations, found.other_version, found.other_scale) == (12, 0, 3)
    long = [{**row(60), "questionnaire_version": "3.0", "coverage_6": 0.5}]
    longer = [{**each, "coverage_6": None} for each in rows(12)]
    if form != "jsonl":
        assert read(tmp_path, [*longer, *long], form).other_scale == 1


def test_other_questionnaires_do_not_count(tmp_path: Path) -> None:
    strange = [row(50 + n, questionnaire="quick", level=9, index=-5.0) for n in range(20)]
    assert read(tmp_path, [*rows(12), *strange]) == read(tmp_path, rows(12))


def test_a_figure_that_too_few_have_is_not_told(tmp_path: Path) -> None:
    table = rows(15)
    for each in table[:6]:
        each["index_d1"] = each["coverage_5"] = None
    found = read(tmp_path, table)
    assert found.dimensions["d1"] is None
    assert found.coverage[5] is None
    assert found.dimensions["d0"] is not None


def test_only_another_version_may_lack_columns(tmp_path: Path) -> None:
    """What it does not ask it has no figures of."""
    table = rows(12, questionnaire_version="1.0")
    for each in table:
        del each["index_d3"]
    found = read(tmp_path, table)
    assert found.dimensions["d3"] is None
    assert found.other_version == 12


def test_nothing_of_a_single_organisation_is_kept(tmp_path: Path) -> None:
    """Quartiles and counts of three at least: no name, no lowest, no highest figure, no figure of one."""
    table = [*rows(13), row(70, level=5, index=3.1415), row(71, level=5, index=97.5318)]
    found = read(tmp_path, table)
    told = json.dumps(found.model_dump(mode="json"))
    assert "Azienda" not in told
    assert not [
        each for each in table for name, value in each.items() if _is_figure(name) and str(value) in told
    ]
    for name in ("index", *(f"index_{each}" for each in DIMENSIONS)):
        values = [each[name] for each in table]
        kept = found.index if name == "index" else found.dimensions[name.removeprefix("index_")]
        assert kept is not None
        assert list(kept.model_dump().values()) == [
            round(value) for value in np.quantile(values, [0.25, 0.5, 0.75]).tolist()
        ]
    assert all(band.organisations == 0 or band.organisations >= 3 for band in found.levels)
    assert sum(band.organisations for band in found.levels) == found.organisations


def _is_figure(name: str) -> bool:
    return name.startswith(("index", "coverage"))


def test_columns_are_read_a_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten million rows with all their columns would fill the memory."""
    whole = read(tmp_path, rows(40))
    widths: list[int] = []
    collect = ResultsTable.collect

    def watched(table: ResultsTable, frame: pl.LazyFrame) -> pl.DataFrame:
        found = collect(table, frame)
        widths.append(found.width)
        return found

    monkeypatch.setattr(ResultsTable, "collect", watched)
    monkeypatch.setattr(reading, "AT_ONCE", 80)
    assert read(tmp_path, rows(40)) == whole
    assert max(widths) <= 8
    assert widths.count(2) >= 4


# --- what cannot be used --------------------------------------------------------------------------------


def test_fewer_than_ten_others_are_refused(tmp_path: Path) -> None:
    """Among nine, each could work out where the others are."""
    table = [
        *rows(FEWEST - 1),
        row(50, provisional=True),
        row(51, questionnaire_version="0.9", coverage_5=None),
    ]
    as_parquet(tmp_path / "few.parquet", [*table, row(52, organisation=OWN)])
    code, values = refused(tmp_path / "few.parquet")
    assert code == "benchmark-too-few"
    assert values == {"number": 9, "fewest": 10, "provisional": 1, "scale": 1}
    assert read(tmp_path, [*table, row(60)]).organisations == 10


def test_results_of_another_questionnaire_alone_are_refused(tmp_path: Path) -> None:
    as_parquet(tmp_path / "other.parquet", [*rows(12, questionnaire="quick"), *rows(2, questionnaire="full")])
    assert refused(tmp_path / "other.parquet") == (
        "benchmark-other-questionnaire", {"questionnaire": "sample", "known": "full, quick"},
    )  # fmt: skip


def _bytes(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def _damaged(path: Path) -> None:
    as_parquet(path, rows(40))
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * (len(data) // 3) + data[4 + len(data) // 3 :])


def _cut(path: Path) -> None:
    as_parquet(path, rows(40))
    path.write_bytes(path.read_bytes()[:-200])


UNREADABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (_bytes(b""), "benchmark-empty"),
    "blank": (_bytes(b"\n \n"), "benchmark-no-column"),
    "nothing but the magic": (_bytes(b"PAR1"), "benchmark-unreadable"),
    "cut": (_cut, "benchmark-unreadable"),
    "damaged": (_damaged, "benchmark-unreadable"),
    "a zip": (_bytes(b"PK\x03\x04" + b"\0" * 80), "benchmark-other-file"),
    "a PDF": (_bytes(b"%PDF-1.7\n%\xff\xff\n1 0 obj"), "benchmark-no-column"),
    "another CSV": (_bytes(b"name,age\nAnna,31\n"), "benchmark-no-column"),
    "an answer file": (_bytes(b"format: 1\norganisation: Rossi\n"), "benchmark-no-column"),
    "indented JSON": (_bytes(b'{\n  "format": 1\n}\n'), "benchmark-line"),
    "lines of another kind": (_bytes(b'{"level": 3}\n'), "benchmark-line"),
    "a list for a document": (_bytes(b'{"questionnaire": [1]}\n'), "benchmark-line"),
    "not UTF-8": (_bytes(b'{"organisation": "\xff"}\n'), "benchmark-line"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_files_that_are_no_table_are_refused(name: str, tmp_path: Path, capfd: Any) -> None:
    """With what is wrong and how to mend it, never with a traceback."""
    write, code = UNREADABLE[name]
    write(tmp_path / "results.parquet")
    assert refused(tmp_path / "results.parquet")[0] == code
    assert "Traceback" not in capfd.readouterr().err


def test_a_file_that_ends_the_process_that_reads_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some damaged Parquet files make the library ask for more memory than there is, and abort."""
    monkeypatch.setattr(reading, "read_here", exec)
    namespace: Any = {}
    with pytest.raises(InvalidInput) as caught:
        read_benchmark("import os; os.abort()", namespace, namespace)
    assert [problem.code for problem in caught.value.problems] == ["benchmark-broken"]


def test_problems_come_back_from_the_process_that_reads(tmp_path: Path) -> None:
    as_parquet(tmp_path / "good.parquet", rows(12))
    assert read_benchmark(str(tmp_path / "good.parquet"), OWN, asked()) == read(tmp_path, rows(12))
    with pytest.raises(InvalidInput) as caught:
        read_benchmark(str(tmp_path / "missing.parquet"), OWN, asked())
    assert [problem.code for problem in caught.value.problems] == ["missing-file"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing.parquet")[0] == "missing-file"
    assert refused(tmp_path)[0] == "folder"
    assert refused("results\0.parquet")[0] == "missing-file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert refused(tmp_path / "pipe")[0] == "special-file"


def test_a_name_with_signs_of_a_pattern_is_one_file(tmp_path: Path) -> None:
    as_parquet(tmp_path / "results[1]*.parquet", rows(12))
    assert read_here(str(tmp_path / "results[1]*.parquet"), OWN, asked()).organisations == 12


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_missing_columns_are_named(form: str, tmp_path: Path) -> None:
    table = [{name: value for name, value in each.items() if name != "level"} for each in rows(12)]
    WRITERS[form](tmp_path / "results", table)
    assert refused(tmp_path / "results") == ("benchmark-no-column", {"columns": "level"})
    table = [{k: v for k, v in each.items() if k not in {"index_d1", "coverage_3"}} for each in rows(12)]
    WRITERS[form](tmp_path / "results", table)
    assert refused(tmp_path / "results") == ("benchmark-no-column", {"columns": "coverage_3, index_d1"})


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("index", "high", "String"),
        ("level", True, "Boolean"),
        ("date", 20261101, "Int64"),
        ("provisional", 0, "Int64"),
        ("organisation", 1.5, "Float64"),
        ("questionnaire", True, "Boolean"),
        ("index_d0", dt.date(2026, 1, 1), "Date"),
        ("coverage_2", [0.5], "List(Float64)"),
    ],
)
def test_columns_of_another_type_are_named(column: str, value: object, kind: str, tmp_path: Path) -> None:
    as_parquet(tmp_path / "results.parquet", rows(12, **{column: value}))
    if column == "date":
        # A column of numbers is read as text, and no day comes out.
        assert refused(tmp_path / "results.parquet")[0] == "benchmark-bad-date"
        return
    code, values = refused(tmp_path / "results.parquet")
    assert (code, values) == ("benchmark-column-type", {"column": column, "found": kind})


BAD = [
    ("index", -0.5, "index"),
    ("index", 100.5, "index"),
    ("index", float("nan"), "index"),
    ("index", float("inf"), "index"),
    ("index_d2", -3.0, "index"),
    ("coverage_3", 1.5, "share"),
    ("coverage_3", -0.1, "share"),
    ("level", 0, "level"),
    ("level", 6, "level"),
    ("level", None, "level"),
    ("level", 2.5, "level"),
    ("organisation", None, "name"),
    ("organisation", "  ", "name"),
    ("questionnaire_version", None, "version"),
    ("provisional", None, "flag"),
]


@pytest.mark.parametrize(("column", "value", "kind"), BAD)
@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_values_that_make_no_sense_are_told_with_row_and_column(
    column: str, value: object, kind: str, form: str, tmp_path: Path
) -> None:
    table = [each | ({"level": float(each["level"])} if value == 2.5 else {}) for each in rows(14)]
    for at in (7, 9):
        table[at][column] = value
    WRITERS[form](tmp_path / "results", table)
    code, values = refused(tmp_path / "results")
    assert code == f"benchmark-bad-{kind}"
    assert values["column"] == column
    assert values["row"] == (8 if form == "parquet" else 9)
    assert values["number"] == 2


@pytest.mark.parametrize(
    ("column", "written", "kind"),
    [
        ("index", "tanto", "index"),
        ("index", "47,5", "index"),
        ("date", "21/11/2026", "date"),
        ("date", "2026-02-30", "date"),
        ("provisional", "maybe", "flag"),
        ("level", "two", "level"),
        ("index", "1e999", "index"),
    ],
)
def test_texts_that_are_no_figures_are_told(column: str, written: str, kind: str, tmp_path: Path) -> None:
    table = copy.deepcopy(rows(12))
    table[3][column] = written
    as_csv(tmp_path / "results.csv", table)
    code, values = refused(tmp_path / "results.csv")
    assert (code, values["row"], values["column"], values["found"]) == (
        f"benchmark-bad-{kind}", 5, column, written,
    )  # fmt: skip


def test_a_bad_line_of_json_is_told_by_its_number(tmp_path: Path) -> None:
    as_lines(tmp_path / "results.jsonl", rows(12))
    text = (tmp_path / "results.jsonl").read_text("utf-8")
    lines = text.splitlines()
    for bad in ('{"broken', "[]", json.dumps(document(row(3)) | {"level": "three"})):
        (tmp_path / "results.jsonl").write_text("\n".join([*lines[:5], "", bad, *lines[5:]]), "utf-8")
        assert refused(tmp_path / "results.jsonl") == ("benchmark-line", {"row": 7})
    out_of_range = json.dumps(document(row(90, index=-4.0)))
    (tmp_path / "results.jsonl").write_text("\n".join([*lines, "", out_of_range]), "utf-8")
    code, values = refused(tmp_path / "results.jsonl")
    assert (code, values["row"]) == ("benchmark-bad-index", 14)
