"""Surveys of any size, drawn with a seed: a questionnaire, tables of answers, answer files.

36 rubric questions in six dimensions, eight of them gates, two for each level. Every organisation has a
maturity of its own, around which its people answer: 3% of the answers are `unknown`, 2% n/a (no gate allows
it), 1% blank. Names of organisations come in no order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import polars as pl
import yaml

SEED = 20261123
LEVELS = (1, 2, 3, 4, 5)
DIMENSIONS = ("strategy", "customers", "leads", "data", "technology", "people")
IN_EACH = 6
QUESTIONS = tuple(f"{dimension}-{number}" for dimension in DIMENSIONS for number in range(1, IN_EACH + 1))
GATES = {
    "strategy-1": 2, "customers-1": 2, "leads-1": 3, "data-1": 3,
    "technology-1": 4, "data-4": 4, "strategy-4": 5, "people-1": 5,
}  # fmt: skip
GROUPS = ("marketing", "sales", "leadership")
THRESHOLD = 0.6
UNKNOWN, NOT_APPLICABLE, BLANK = 0.03, 0.02, 0.01
AROUND = 0.8
"""How widely answers spread around the maturity of their organisation, in levels."""

ID = "survey"
ROWS_AT_A_TIME = 1_000_000
_WORDS = pl.Series([*map(str, LEVELS), "unknown", "n/a", None], dtype=pl.String)
_FIRMS = ("Officine", "Cantine", "Servizi", "Trasporti", "Laboratori", "Edilizia", "Meccanica")
_NOTE = "Said in the interview with the two heads of function"

Codes = np.ndarray[tuple[int, int], np.dtype[np.uint8]]


def questionnaire() -> dict[str, Any]:
    """Return the questionnaire as a document."""
    return {
        "format": 1,
        "id": ID,
        "version": "1.0",
        "languages": ["en"],
        "title": "A survey",
        "scale": [
            {"level": level, "id": f"level-{level}", "name": f"Level {level}", "description": "A level"}
            for level in LEVELS
        ],
        "placement": {"method": "staged", "threshold": THRESHOLD},
        "groups": [{"id": group, "name": group.capitalize()} for group in GROUPS],
        "compare": list(GROUPS[:2]),
        "dimensions": [{"id": dimension, "name": dimension.capitalize()} for dimension in DIMENSIONS],
        "questions": [
            {
                "id": question,
                "dimension": question.rpartition("-")[0],
                "name": question.replace("-", " ").capitalize(),
                "text": "How is it?",
                "options": [{"level": level, "text": f"Like level {level}"} for level in LEVELS],
                **({"gate": [GATES[question]], "allow_na": False} if question in GATES else {}),
            }
            for question in QUESTIONS
        ],
        "transitions": [
            {"from": level, "to": level + 1, "priority": "The one thing", "actions": []}
            for level in LEVELS[:-1]
        ],
        "actions": [
            {
                "id": f"improve-{question}",
                "title": f"Improve {question}",
                "owner": "joint",
                "effort": 2 + number * 7 % 9,
                "weeks": 2,
                "lifts": [{"question": question, "to": GATES.get(question, LEVELS[1 + number % 4])}],
            }
            for number, question in enumerate(QUESTIONS)
        ],
    }


def write_questionnaire(folder: Path) -> Path:
    """Write the questionnaire into a folder, and return its path."""
    path = folder / f"{ID}.yaml"
    path.write_text(yaml.safe_dump(questionnaire(), sort_keys=False), encoding="utf-8")
    return path


def tables(rows: int, organisations: int | None = None) -> Iterator[pl.DataFrame]:
    """Draw the table of a survey, at most `ROWS_AT_A_TIME` at a time.

    Args:
        organisations: how many; they then have groups. None: every row is an organisation of its own.
    """
    draws = np.random.default_rng(SEED)
    number = organisations or rows
    maturity = draws.uniform(0.5, 5.5, number)
    own = np.arange(rows)
    own[number:] = draws.integers(0, number, rows - number)  # each has somebody
    for first in range(0, rows, ROWS_AT_A_TIME):
        some = own[first : first + ROWS_AT_A_TIME]
        groups = {}
        if organisations:
            groups["group"] = pl.Series(GROUPS).gather(draws.integers(0, len(GROUPS), len(some)))
        codes = _answers(maturity[some], draws)
        yield pl.DataFrame(
            {
                "organisation": _names(some),
                **groups,
                **{question: _WORDS.gather(row) for question, row in zip(QUESTIONS, codes, strict=True)},
            }
        )


def write_table(path: Path, rows: int, organisations: int | None = None) -> Path:
    """Write the table of a survey as CSV or Parquet, by the ending; return its path."""
    if path.suffix == ".csv":
        with path.open("wb") as file:
            for number, table in enumerate(tables(rows, organisations)):
                table.write_csv(file, include_header=not number)
        return path
    parts = [path.with_suffix(f".{number}") for number in range(-(-rows // ROWS_AT_A_TIME))]
    for part, table in zip(parts, tables(rows, organisations), strict=True):
        table.write_parquet(part)
    if len(parts) == 1:
        return parts[0].rename(path)
    pl.scan_parquet(parts).sink_parquet(path)
    for part in parts:
        part.unlink()
    return path


def write_files(folder: Path, files: int, form: str) -> Path:
    """Write an answer file for each of so many organisations, as `yaml` or `json`; return the folder.

    Every sixth answer has a note; the files lie in folders of a thousand.
    """
    folder.mkdir()
    spell = _yaml if form == "yaml" else _json
    rows = (row for table in tables(files) for row in table.iter_rows(named=True))
    for number, row in enumerate(rows):
        place = folder / f"{number // 1000:04}"
        place.mkdir(exist_ok=True)
        (place / f"{number:07}.{form}").write_bytes(spell(_document(row, number)))
    return folder


def _answers(maturity: np.ndarray[tuple[int], np.dtype[np.float64]], draws: np.random.Generator) -> Codes:
    """Draw what every row answers: places in `_WORDS`, (questions, rows)."""
    found = np.empty((len(QUESTIONS), len(maturity)), dtype=np.uint8)
    for row, question in enumerate(QUESTIONS):
        levels = np.rint(maturity + draws.normal(0, AROUND, len(maturity)))
        chance = draws.random(len(maturity))
        codes = np.clip(levels, LEVELS[0], LEVELS[-1]).astype(np.uint8) - 1
        codes[chance < UNKNOWN + NOT_APPLICABLE + BLANK] = len(LEVELS) + 2
        if question not in GATES:
            codes[chance < UNKNOWN + NOT_APPLICABLE] = len(LEVELS) + 1
        codes[chance < UNKNOWN] = len(LEVELS)
        found[row] = codes
    return found


def _names(numbers: np.ndarray[tuple[int], np.dtype[np.int64]]) -> pl.Series:
    """Name organisations by their numbers: each by another name, in no order."""
    scattered = pl.Series(numbers.astype(np.uint64) * 2_654_435_761 % 2**32).cast(pl.String)
    words = pl.Series(_FIRMS).gather(numbers % len(_FIRMS))
    return pl.select(pl.format("{} {} Srl", words, scattered)).to_series()


def _document(row: dict[str, str | None], number: int) -> dict[str, Any]:
    """Return an answer file of one person as a document."""
    answers: dict[str, Any] = {}
    for place, question in enumerate(QUESTIONS):
        said = row[question]
        if said is not None:
            value = int(said) if said.isdigit() else said
            answers[question] = {"value": value, "note": _NOTE} if place % 6 == number % 6 else value
    return {
        "format": 1,
        "questionnaire": ID,
        "questionnaire_version": "1.0",
        "organisation": row["organisation"],
        "date": "2026-11-23",
        "respondent": {"group": GROUPS[number % len(GROUPS)]},
        "answers": answers,
    }


def _json(document: dict[str, Any]) -> bytes:
    return orjson.dumps(document, option=orjson.OPT_INDENT_2)


def _yaml(document: dict[str, Any]) -> bytes:
    """Spell a document as people do, which no writer of YAML does as fast."""
    lines = []
    for key, value in document.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {name}: {_flow(item)}" for name, item in value.items())]
        else:
            lines.append(f"{key}: {json.dumps(value) if key == 'questionnaire_version' else value}")
    return "\n".join([*lines, ""]).encode()


def _flow(answer: object) -> str:
    if isinstance(answer, dict):
        return f'{{value: {answer["value"]}, note: "{answer["note"]}"}}'
    return str(answer)
