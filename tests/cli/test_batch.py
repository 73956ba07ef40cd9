"""`batch`: folders, globs and files, with what is bad set apart."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest

from alignment_maturity.batch.frames import faults_of
from alignment_maturity.batch.sources import expand
from alignment_maturity.errors import Problem

from .conftest import Command


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_becomes_a_table(command: Command, folder: Path) -> None:
    """Questionnaires among the answers are no errors, and the figures are those of `score`."""
    outcome = command("batch", ".", "-o", "out", "--lang", "en")
    assert outcome.code == 0
    found = {row["organisation"]: row for row in rows(folder / "out" / "results.csv")}
    assert found.keys() == {"Officine Bianchi", "Rossi Componenti", "Verdi Impianti"}
    alone = command("score", "seven.yaml", "--json").document
    assert float(found["Rossi Componenti"]["index"]) == alone["index"]
    assert float(found["Rossi Componenti"]["coverage_3"]) == alone["coverage"]["3"]
    assert [row["code"] for row in rows(folder / "out" / "errors.csv")] == ["unquoted-comma"]  # a warning
    assert "Assessments: 3" in outcome.err


def test_the_summary_speaks_as_the_results_do(command: Command) -> None:
    """Levels with English names under Italian headings are no table to show to a client."""
    outcome = command("batch", "seven.yaml", "-o", "out", env={"LC_ALL": "it_IT.UTF-8"})
    assert "Scritto" in outcome.err
    assert "Strategic alignment" in outcome.err
    assert "Assessments: 1" in outcome.err
    assert "Rispondenti" not in outcome.err


def test_each_json_line_is_the_result_document(command: Command, folder: Path) -> None:
    assert command("batch", "*.yaml", "-o", "out", "--format", "jsonl").code == 0
    lines = (folder / "out" / "results.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    assert [document["organisation"] for document in documents] == [
        "Officine Bianchi", "Rossi Componenti", "Verdi Impianti",
    ]  # fmt: skip
    assert documents[1] == command("score", "seven.yaml", "--json").document


def test_bad_files_are_left_out_and_told(command: Command, folder: Path) -> None:
    """One broken file among a thousand must cost one row, not the run."""
    (folder / "broken.yaml").write_text("format: 1\nquestionnaire: mini\nanswers: {goals: 9}\n", "utf-8")
    (folder / "binary.json").write_bytes(b"\x00\x01\x02")
    outcome = command("batch", ".", "nowhere/*.yaml", "-o", "out")
    assert outcome.code == 4
    assert len(rows(folder / "out" / "results.csv")) == 3
    errors = rows(folder / "out" / "errors.csv")
    wrong = {row["file"] for row in errors if row["severity"] == "error"}
    assert wrong == {"broken.yaml", "binary.json", "nowhere/*.yaml"}
    assert ("broken.yaml", "3", "unknown-option") in {
        (row["file"], row["row"], row["code"]) for row in errors
    }


def test_files_of_one_organisation_and_wave_are_one_row(command: Command, folder: Path) -> None:
    """Wherever in the tree they lie; another wave is another row."""
    (folder / "deep" / "down").mkdir(parents=True)
    shutil.copy(folder / "mini.yaml", folder / "deep" / "down")
    text = (folder / "one.yaml").read_text("utf-8")
    (folder / "deep" / "down" / "second.yaml").write_text(text, "utf-8")
    (folder / "deep" / "down" / "later.yaml").write_text(text + "wave: 2027-H1\n", "utf-8")
    assert command("batch", ".", "-o", "out").code == 0
    found = [row for row in rows(folder / "out" / "results.csv") if row["organisation"] == "Officine Bianchi"]
    assert [(row["wave"], row["respondents"]) for row in found] == [("", "2"), ("2027-H1", "1")]


def test_cells_that_look_like_formulas_are_text(command: Command, folder: Path) -> None:
    """A spreadsheet must not run what somebody typed as their company's name."""
    text = (folder / "one.yaml").read_text("utf-8").replace("Officine Bianchi", '"=HYPERLINK(1)"')
    (folder / "one.yaml").write_text(text, "utf-8")
    assert command("batch", "one.yaml", "-o", "out").code == 0
    assert rows(folder / "out" / "results.csv")[0]["organisation"] == "'=HYPERLINK(1)"


def test_results_are_replaced_only_when_asked(command: Command, folder: Path) -> None:
    assert command("batch", "one.yaml", "-o", "out").code == 0
    before = (folder / "out" / "results.csv").read_bytes()
    outcome = command("batch", "seven.yaml", "-o", "out")
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert (folder / "out" / "results.csv").read_bytes() == before
    assert command("batch", "seven.yaml", "-o", "out", "--force").code == 0


def test_a_folder_that_cannot_be_made(command: Command) -> None:
    outcome = command("batch", "one.yaml", "-o", "one.yaml/out")
    assert outcome.code == 1
    assert "one.yaml/out" in outcome.err


def test_a_file_name_that_is_no_text_does_not_stop_the_run() -> None:
    """One file named in another encoding would cost the whole table of errors."""
    table = faults_of([Problem("empty-document", "caff\udce8.yaml")], "en")
    assert table["file"].to_list() == ["caff\\udce8.yaml"]


def test_a_faulty_questionnaire_is_told_once_and_each_file_it_costs_is_named(
    command: Command, folder: Path
) -> None:
    text = (folder / "mini.yaml").read_text("utf-8")
    (folder / "mini.yaml").write_text(text.replace("dimension: leads", "dimension: lead"), "utf-8")
    assert command("batch", ".", "-o", "out").code == 4
    found = [(row["file"], row["code"]) for row in rows(folder / "out" / "errors.csv")]
    assert found.count(("mini.yaml", "unknown-dimension")) == 3
    for name in ("one.yaml", "room.yaml", "seven.yaml"):
        assert (name, "faulty-questionnaire") in found


def test_a_folder_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Organisations missing from a table without a word would be missing from the decision too."""
    (folder / "closed").mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if "closed" in str(path):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found, problems = expand([str(folder)])
    assert len(found) == 4
    assert [(problem.code, problem.source) for problem in problems] == [
        ("no-permission", str(folder / "closed"))
    ]


def test_a_list_of_paths_is_read_from_standard_input(command: Command, folder: Path) -> None:
    outcome = command("batch", "-", "-o", "out", stdin="one.yaml\n\nseven.yaml\r\n")
    assert outcome.code == 0
    found = [row["organisation"] for row in rows(folder / "out" / "results.csv")]
    assert found == ["Officine Bianchi", "Rossi Componenti"]


def test_a_second_run_does_not_read_what_the_first_one_wrote(command: Command, folder: Path) -> None:
    """Results taken for answers would be left out with errors, every time."""
    assert command("batch", ".", "-o", "out").code == 0
    shutil.move(folder / "out", folder / "before")
    assert command("batch", ".", "-o", "out").code == 0
    assert command("batch", ".", "-o", "out", "--force").code == 0
    assert len(rows(folder / "out" / "results.csv")) == 3


def test_processes_change_nothing_but_the_time(command: Command, folder: Path) -> None:
    assert command("batch", ".", "-o", "one", "--workers", "1", "--format", "jsonl").code == 0
    assert command("batch", ".", "-o", "two", "--workers", "2", "--format", "jsonl").code == 0
    assert (folder / "one" / "results.jsonl").read_bytes() == (folder / "two" / "results.jsonl").read_bytes()


def test_plans_can_be_left_out(command: Command, folder: Path) -> None:
    outcome = command("batch", ".", "-o", "out", "--no-plans", "--lang", "en")
    assert "--plans" in outcome.err
    row = rows(folder / "out" / "results.csv")[0]
    assert row["plan_effort"] == row["action_1"] == ""
    assert not json.loads((folder / "out" / "summary.json").read_text("utf-8"))["plans"]


def test_the_plan_in_the_table_is_that_of_score(command: Command, folder: Path) -> None:
    command("batch", ".", "-o", "out")
    found = {row["organisation"]: row for row in rows(folder / "out" / "results.csv")}
    for name, file in (("Rossi Componenti", "seven.yaml"), ("Verdi Impianti", "room.yaml")):
        plan = command("score", file, "--json").document["plan"]
        assert float(found[name]["plan_effort"]) == plan["effort"]
        assert [found[name][f"action_{rank}"] for rank in (1, 2, 3)] == [
            step["action"] for step in plan["steps"][:3]
        ]


def test_confidence_is_that_of_score(command: Command, folder: Path) -> None:
    command("batch", ".", "-o", "out", "--confidence")
    row = {row["organisation"]: row for row in rows(folder / "out" / "results.csv")}["Rossi Componenti"]
    told = command("score", "seven.yaml", "--json").document
    shares = told["confidence"]["bootstrap"]["levels"]
    assert float(row["confidence_bootstrap"]) == shares[str(told["level"])]
    assert int(row["confidence_down"]) == told["confidence"]["one_step"]["down"]
    assert row["confidence_verdict"] == told["confidence"]["one_step"]["verdict"]


def test_respondents_of_small_groups_are_told_by_no_figure(command: Command, folder: Path) -> None:
    """What a table shows of the only person in sales, their colleagues will read."""
    text = (folder / "seven.yaml").read_text("utf-8")
    (folder / "seven.yaml").write_text(
        text.replace("{group: marketing,", "{group: marketing, name: Anna,"), "utf-8"
    )
    command("batch", "seven.yaml", "-o", "out", "--respondents", "--min-group", "4")
    people = rows(folder / "out" / "respondents.csv")
    shown = {person["group"] for person in people if person["level"]}
    counts = {name: sum(person["group"] == name for person in people) for name in shown}
    assert all(number >= 4 for number in counts.values())
    assert not any(person["respondent"] for person in people)
    command("batch", "seven.yaml", "-o", "open", "--respondents", "--min-group", "1")
    everybody = rows(folder / "open" / "respondents.csv")
    assert all(person["level"] for person in everybody)
    assert any(person["respondent"] for person in everybody)


def test_reports_and_a_comparison_are_written(command: Command, folder: Path) -> None:
    outcome = command(
        "batch", ".", "-o", "out", "--reports", "--portfolio", "out/all.pdf", "--lang", "it", "--workers", "1"
    )
    assert outcome.code == 0, outcome.err
    names = sorted(path.name for path in (folder / "out" / "reports").iterdir())
    assert names == ["officine-bianchi.pdf", "rossi-componenti-2026-h2.pdf", "verdi-impianti.pdf"]
    assert command("verify", "out/reports/rossi-componenti-2026-h2.pdf").code == 0
    assert (folder / "out" / "all.pdf").read_bytes().startswith(b"%PDF")
    again = command("batch", "one.yaml", "-o", "out2", "--reports", "--portfolio", "out/all.pdf")
    assert again.code == 1
    assert "--force" in again.err


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "²"])
def test_a_number_of_workers_that_makes_no_sense(command: Command, folder: Path, number: str) -> None:
    outcome = command("batch", "one.yaml", "-o", "out", "--workers", number)
    assert outcome.code == 2
    assert not (folder / "out").exists()
