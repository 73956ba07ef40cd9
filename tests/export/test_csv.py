"""The plan as CSV, as importers and spreadsheets read it."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from alignment_maturity.export.csv import COLUMNS, as_csv
from alignment_maturity.language import LANGUAGES, Lang

from .plans import CASES, case, contract

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(name: str, lang: Lang = "en") -> list[dict[str, str]]:
    text = as_csv(case(name), lang).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_strict_reader_gets_one_row_a_task(name: str, lang: Lang) -> None:
    read = rows(name, lang)
    plan = case(name).plan
    assert [row["Action"] for row in read] == [step.action.id for step in (*plan.steps, *plan.optional)]
    for row in read:
        assert tuple(row) == COLUMNS
        assert row["Priority"] in {"High", "Medium", "Low"}
        assert float(row["Effort"]) > 0
        assert not any("," in label or ";" in label for label in row["Labels"].split())


def test_lines_end_as_the_standard_says_and_accents_survive_excel() -> None:
    """Excel takes a file without the mark for one of its own code page."""
    written = as_csv(contract("seven.yaml"), "it")
    assert written.startswith(b"\xef\xbb\xbfSummary,")
    records = written.decode("utf-8-sig").split("\r\n")
    assert records[-1] == ""
    assert "\r" not in "".join(records)


def test_the_header_is_english_and_bare() -> None:
    """Importers go by these names; Jira’s cannot bear punctuation among them."""
    assert list(rows("seven", "it")[0]) == list(rows("seven", "en")[0])
    assert all(word.isalpha() for column in COLUMNS for word in column.split())
    assert not {"Assignee", "Members", "Assigned To"} & set(COLUMNS), "an owner is a function, not a person"


def test_dates_are_iso_and_optional_tasks_have_none() -> None:
    first, *_, optional = rows("seven")
    assert (first["Start Date"], first["Due Date"]) == ("2026-11-23", "2026-12-04")
    assert dt.date.fromisoformat(first["Due Date"]).weekday() == 4
    assert [optional[column] for column in ("Start Date", "Due Date", "Rank")] == ["", "", ""]
    assert (optional["Section"], optional["Priority"]) == ("Optional", "Low")
    assert optional["Labels"].split() == ["marketing", "sales", "optional"]


def test_what_is_a_priority_or_meets_a_gate_is_of_high_priority() -> None:
    assert [row["Priority"] for row in rows("seven")] == ["High", "High", "Medium", "Low"]


def test_numbers_are_written_for_machines() -> None:
    assert [row["Effort"] for row in rows("seven", "it")] == ["5", "10", "3", "4"]


def test_a_label_is_one_word() -> None:
    """Jira would make three labels of a function whose name has three words."""
    assert rows("hostile")[0]["Labels"].split() == ["marketing", "@sum(1)-&-<b>sales</b>"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_cell_is_a_formula(lang: Lang) -> None:
    """Whoever writes a questionnaire must not run programs on the machine of whoever opens the plan."""
    for row in rows("hostile", lang):
        assert row["Summary"].startswith("'=HYPERLINK(")
        assert not [cell for cell in row.values() if cell.startswith(FORMULA)]
