"""A survey to read: its questionnaire, rows of it, the same rows in every format, and what must come out."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter
import yaml
import zstandard

from alignment_maturity.batch.reading.choice import Choice, Chooser
from alignment_maturity.batch.reading.cutting import cut
from alignment_maturity.batch.reading.rows import TableRows, read
from alignment_maturity.batch.reading.slices import Slice
from alignment_maturity.encoding import Encoding
from alignment_maturity.model.questionnaire import Questionnaire

SILENT = 255
GROUPS = ("marketing", "sales", "leadership")
EXTENT = {"not-at-all-in-place": 0.0, "partly": 0.25, "largely": 0.75, "fully": 1.0}
Row = dict[str, Any]


def questionnaire(name: str = "survey", questions: int = 6, **changes: Any) -> dict[str, Any]:
    """Return a questionnaire as its file holds it: rubrics q00, q01, ... and one statement, `extent`.

    The first rubric is a gate, the second has no level 3, the third has values of its own.
    """
    levels = range(1, 6)
    rubrics: list[dict[str, Any]] = [
        {
            "id": f"q{number:02d}",
            "dimension": f"d{number % 3}",
            "name": f"Question {number}",
            "text": "How far?",
            "options": [{"level": level, "text": f"level {level}"} for level in levels],
        }
        for number in range(questions)
    ]
    rubrics[0] |= {"gate": [2], "allow_na": False}
    if questions > 2:
        rubrics[1]["options"] = [{"level": level, "text": "x"} for level in (1, 2, 4, 5)]
        rubrics[2]["options"] = [
            {"level": level, "value": value, "text": "x"}
            for level, value in ((1, "mai"), (2, "a volte"), (5, "perché sì"))
        ]
    statement = {
        "id": "extent",
        "kind": "statement",
        "level": 3,
        "dimension": "d0",
        "name": "Extent",
        "text": "Is it so?",
        "options": [{"value": value, "credit": credit, "text": "x"} for value, credit in EXTENT.items()],
    }
    return {
        "format": 1,
        "id": name,
        "version": "1.0",
        "languages": ["en"],
        "title": "Survey",
        "scale": [{"level": level, "id": f"l{level}", "name": f"L{level}"} for level in levels],
        "placement": {"method": "staged", "threshold": 0.7},
        "groups": [{"id": group, "name": group} for group in GROUPS],
        "compare": ["marketing", "sales"],
        "dimensions": [{"id": f"d{number}", "name": f"D{number}"} for number in range(3)],
        "questions": [*rubrics, statement],
        "transitions": [{"from": level, "to": level + 1, "priority": "p"} for level in range(1, 5)],
        **changes,
    }


def write_questionnaire(folder: Path, name: str = "survey", **changes: Any) -> Path:
    """Write a questionnaire into a folder."""
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(questionnaire(name, **changes), allow_unicode=True), encoding="utf-8")
    return path


ENCODING = Encoding(Questionnaire.model_validate(questionnaire()))
QUESTIONS = ENCODING.questions
COLUMNS = ("organisation", "group", "wave", "date", "respondent", *QUESTIONS)

NAMES = (
    "Rossi Srl",
    "Società Perché",
    'Detto "il Moro", Spa',
    "Acme; & Figli",
    "Ökonom µ",
    "日本",
    "a",
    "Two\nlines",
    "tab\there",
)


def sound_rows(number: int, seed: int, names: Sequence[str] = NAMES) -> list[Row]:
    """Draw rows without faults; None is a blank."""
    draw = random.Random(seed)

    def answer(question: str) -> str | None:
        values = [*ENCODING.values[ENCODING.row[question]], "unknown", None]
        if question != "q00":
            values.append("n/a")
        return draw.choice(values)

    return [
        {
            "organisation": draw.choice(names),
            "group": draw.choice([*GROUPS, None]),
            "wave": draw.choice([None, "2026-H1", "2026-H2"]),
            "date": draw.choice([None, "2026-11-21", "2026-02-03"]),
            "respondent": draw.choice([None, "Anna", "Luca"]),
            **{question: answer(question) for question in QUESTIONS},
        }
        for _ in range(number)
    ]


def expected(rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    """Encode sound rows, one by one, in the simplest way."""
    groups = dict(zip(ENCODING.groups, range(len(ENCODING.groups)), strict=True))
    found = []
    for place, row in enumerate(rows):
        codes = [
            SILENT if row[question] is None else ENCODING.codes[ENCODING.row[question]][row[question]]
            for question in QUESTIONS
        ]
        day = None if row["date"] is None else dt.date.fromisoformat(row["date"])
        name = " ".join(row["organisation"].split())
        group = groups[row["group"] or "ungrouped"]
        found.append((name, row["wave"], day, group, row["respondent"], place, *codes))
    return found


def encoded(reading: Reading) -> list[tuple[Any, ...]]:
    """Return the rows of one questionnaire as `expected` has them."""
    frames = [frame.drop("source") for frame in reading.frames.values()]
    return pl.concat(frames).rows() if frames else []


class Reading:
    """What came of a table: all its slices put together, as the driver does."""

    def __init__(self, parts: Sequence[Slice], results: Sequence[TableRows], choice: Choice) -> None:
        self.parts = parts
        self.choice = choice
        self.records = sum(result.records for result in results)
        self.left_out = sum(result.left_out for result in results)
        self.more = sum(result.more for result in results)
        self.ignored = results[0].ignored if results else ()
        self.frames: dict[str, pl.DataFrame] = {}
        faults = []
        before = 0
        for result in results:
            for sha256, frame in result.rows.items():
                moved = frame.with_columns(pl.col("row") + before)
                earlier = self.frames.get(sha256)
                self.frames[sha256] = moved if earlier is None else pl.concat([earlier, moved])
            faults.append(result.faults.with_columns(pl.col("row") + before))
            before += result.records
        self.faults = pl.concat(faults)

    @property
    def bad(self) -> list[tuple[int, str, str]]:
        """Row as the user knows it, column and code of each fault."""
        first = self.parts[0].first_row
        return [
            (row + first, column, code) for row, column, code in self.faults["row", "column", "code"].rows()
        ]


def read_table(path: Path | str, scratch: Path, reference: str | None = None, **sizes: int) -> Reading:
    """Cut a table, choose its questionnaire, read all slices."""
    name = str(path)
    parts = list(cut(name, scratch, **sizes))
    beside = None if "://" in name else Path(name).parent
    choice = Chooser(reference).choose(name, parts[0].header, beside)
    results = [read(part, choice.codebooks, source=7, lang="en") for part in parts]
    return Reading(parts, results, choice)


def read_text(text: str | bytes, folder: Path, name: str = "table.csv", **sizes: int) -> Reading:
    """Write a table beside its questionnaire, and read it."""
    if not (folder / "survey.yaml").exists():
        write_questionnaire(folder)
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_table(path, folder / "scratch", None, **sizes)


def as_csv(
    rows: Sequence[Row],
    *,
    delimiter: str = ",",
    newline: str = "\r\n",
    quoting: Any = csv.QUOTE_MINIMAL,
    columns: Sequence[str] = COLUMNS,
) -> str:
    """Write rows as CSV, as the standard library does."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerow(columns)
    writer.writerows([[row.get(column) for column in columns] for row in rows])
    return out.getvalue()


def as_json_lines(rows: Sequence[Row], seed: int = 0, *, numbers: bool = True, **how: Any) -> str:
    """Write rows as JSON Lines: keys in any order, blanks left out or null, digits as numbers or texts."""
    draw = random.Random(seed)
    lines = []
    for row in rows:
        items = [(key, value) for key, value in row.items() if value is not None or draw.random() < 0.5]
        if draw.random() < 0.2:
            draw.shuffle(items)
        said = {
            key: int(value) if numbers and value is not None and value.isdigit() else value
            for key, value in items
        }
        lines.append(json.dumps(said, **how))
    return "\n".join(lines) + "\n"


def as_parquet(rows: Sequence[Row], *expressions: pl.Expr) -> bytes:
    """Write rows as Parquet, all columns as texts but for those that are made into something else."""
    out = io.BytesIO()
    frame = pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String))
    frame.with_columns(*expressions).write_parquet(out, row_group_size=7)
    return out.getvalue()


def as_workbook(rows: Sequence[Row], *, skip: tuple[int, int] = (0, 0)) -> bytes:
    """Write rows as XLSX: digits as numbers, days as dates; `skip` rows and columns stay empty before."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet, day = book.add_worksheet("Answers"), book.add_format({"num_format": "yyyy-mm-dd"})
    top, left = skip
    for place, column in enumerate(COLUMNS):
        sheet.write_string(top, left + place, column)
    for number, row in enumerate(rows, start=top + 1):
        for place, column in enumerate(COLUMNS, start=left):
            value = row[column]
            if value is None:
                continue
            if column == "date":
                sheet.write_datetime(number, place, dt.datetime.fromisoformat(value), day)
            elif value.isdigit():
                sheet.write_number(number, place, float(value))
            else:
                sheet.write_string(number, place, value)
    book.add_worksheet("Notes").write_string(0, 0, "organisation")
    book.close()
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Sequence[Row]], bytes]] = {
    "comma.csv": lambda rows: as_csv(rows).encode(),
    "semicolon.csv": lambda rows: as_csv(rows, delimiter=";", newline="\n").encode("utf-8-sig"),
    "tab.tsv": lambda rows: as_csv(rows, delimiter="\t").encode(),
    "quoted.csv": lambda rows: as_csv(rows, quoting=csv.QUOTE_ALL).encode(),
    "no-last-line-end.csv": lambda rows: as_csv(rows).rstrip("\r\n").encode(),
    "sep.csv": lambda rows: b"sep=;\r\n" + as_csv(rows, delimiter=";").encode(),
    "packed.csv.gz": lambda rows: gzip.compress(as_csv(rows).encode()),
    "packed.csv.zst": lambda rows: zstandard.compress(as_csv(rows).encode()),
    "plain.jsonl": lambda rows: as_json_lines(rows, ensure_ascii=False).encode(),
    "escaped.jsonl": lambda rows: as_json_lines(rows, numbers=False).encode(),
    "tight.ndjson": lambda rows: as_json_lines(rows, separators=(",", ":")).encode("utf-8-sig"),
    "packed.jsonl.gz": lambda rows: gzip.compress(as_json_lines(rows).encode()),
    "packed.ndjson.zst": lambda rows: zstandard.compress(as_json_lines(rows).encode()),
    "texts.parquet": as_parquet,
    "typed.parquet": lambda rows: as_parquet(
        rows, pl.col("date").str.to_date(), pl.col("group", "extent").cast(pl.Categorical)
    ),
    "book.xlsx": as_workbook,
    "deep-in-the-sheet.xlsx": lambda rows: as_workbook(rows, skip=(3, 2)),
}
