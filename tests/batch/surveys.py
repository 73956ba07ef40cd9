"""Surveys for the tests of whole runs: a table's text, and what the same people say in answer files."""

from __future__ import annotations

import csv
import io
import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

MINI = Path(__file__).parents[1] / "examples" / "contract" / "mini.yaml"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "personas": ("1", "2", "3", "4", "5", "unknown", ""),
    "goals": ("1", "2", "3", "5", "n/a", "unknown", ""),
    "lead-definition": ("1", "2", "3", "4", "5", "unknown", ""),
    "exchange": ("1", "2", "3", "4", "5", "n/a", ""),
    "sla": ("none", "partly", "largely", "fully", "n/a", ""),
}
ABOUT = ("organisation", "group", "wave", "date", "respondent")
HEADER = (*ABOUT, *QUESTIONS)
Person = dict[str, str]


def people(count: int, organisations: int, seed: int = 0) -> list[Person]:
    """Make up respondents, none of them twice."""
    chance = random.Random(seed)
    return [
        {
            "organisation": f"Órg {chance.randrange(organisations)}",
            "group": chance.choice(("marketing", "sales", "")),
            "wave": chance.choice(("", "2026-H2")),
            "date": chance.choice(("", "2026-11-20", "2026-11-21")),
            "respondent": f"r{seed}-{number}",
            **{question: chance.choice(values) for question, values in QUESTIONS.items()},
        }
        for number in range(count)
    ]


def table(rows: Sequence[Person], header: Sequence[str] = HEADER, delimiter: str = ",") -> str:
    """Write respondents as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, delimiter=delimiter, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def lines(rows: Sequence[Person]) -> str:
    """Write respondents as JSON Lines."""
    return "".join(json.dumps({key: value for key, value in row.items() if value}) + "\n" for row in rows)


def answer_file(rows: Sequence[Person]) -> dict[str, Any]:
    """Return an answer file of respondents who belong to one organisation and wave, of the latest date."""
    first = max(rows, key=lambda row: row["date"])
    told = {key: first[key] for key in ("organisation", "wave", "date") if first[key]}
    return {
        "format": 1,
        "questionnaire": first.get("questionnaire", "mini"),
        "questionnaire_version": "1.0",
        **told,
        "respondents": [
            {
                **({"group": row["group"]} if row["group"] else {}),
                "name": row["respondent"],
                "answers": {question: _value(row[question]) for question in QUESTIONS if row[question]},
            }
            for row in rows
        ],
    }


def _value(told: str) -> int | str:
    return int(told) if told.isdigit() else told


def workbook(rows: Sequence[Person], header: Sequence[str] = HEADER) -> bytes:
    """Write respondents as XLSX, digits as numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [_value(row.get(name, "")) for name in header])
    return out.getvalue()


def survey(folder: Path, rows: Sequence[Person], name: str = "survey.csv") -> Path:
    """Write respondents as a table into a folder, with their questionnaire; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(MINI, folder)
    (folder / name).write_text(table(rows), "utf-8")
    return folder
