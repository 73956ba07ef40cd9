"""`plan`: the next steps on the screen and as files for other programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from .conftest import Command
from .test_start import modules_of

START = ("--start", "2026-11-21")


def test_the_screen_says_where_it_leads_what_to_do_why_who_and_when(command: Command) -> None:
    screen = command("plan", "seven.yaml", *START, "--lang", "en").out
    for text in (
        "Rossi Componenti",
        "Level 2 of 5: Strategic alignment",
        "Target level 3: Operational alignment",
        "the plan is complete on 15 January 2027",
        "Within 30 days",
        "1.  Write one definition of a qualified lead",
        "23 Nov – 4 Dec 2026",
        "5 person-days",
        "Also worth doing (optional)",
    ):
        assert text in screen
    assert screen.index("Within 30 days") < screen.index("3.  Sign") < screen.index("Within 60 days")


def test_horizons_follow_each_other_whatever_the_ranks(command: Command) -> None:
    from alignment_maturity.store.builtin import examples

    answers = examples()["idrovalle-componenti"]
    screen = command("plan", answers, "--target", "4", *START, "--lang", "en").out
    horizons = [*(f"Within {days} days" for days in (30, 60, 90, 180)), "After 180 days"]
    shown = [screen.index(horizon) for horizon in horizons if horizon in screen]
    assert len(shown) >= 2
    assert shown == sorted(shown)
    assert screen.index(" 2.  ") < screen.index(" 1.  ")


def test_the_screen_speaks_italian(command: Command) -> None:
    screen = command("plan", "seven.yaml", *START, "--lang", "it").out
    for text in ("Livello obiettivo 3", "Entro 30 giorni", "Marketing e Sales", "facoltative"):
        assert text in screen


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(command: Command, folder: Path, width: int) -> None:
    """A line that wraps takes the table with it."""
    text = (folder / "mini.yaml").read_text("utf-8")
    long = "Organizzazionecommercialeinternazionaleintegratissima " * 3
    (folder / "mini.yaml").write_text(text.replace("Write one definition", long), "utf-8")
    screen = command("plan", "seven.yaml", env={"COLUMNS": str(width)}).out
    assert max(map(cell_len, screen.splitlines())) <= width
    assert "…" not in screen, "nothing is cut off"


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_pipe_gets_plain_text(command: Command, variables: dict[str, str]) -> None:
    assert "\x1b" not in command("plan", "seven.yaml", env=variables).out


def test_a_terminal_without_unicode_gets_look_alikes(command: Command) -> None:
    screen = command("plan", "seven.yaml", *START, "--lang", "it", env={"PYTHONIOENCODING": "ascii"}).out
    assert screen.isascii()
    assert "23 nov - 4 dic 2026" in screen
    assert "?" not in screen


def test_json_is_the_plan_with_whose_it_is(command: Command) -> None:
    """A program needs no other file; the plan is the one of `score`."""
    outcome = command("plan", "seven.yaml", *START, "--json", "--quiet")
    document = outcome.document
    whole = command("score", "seven.yaml", *START, "--json").document
    whose = ["questionnaire", "organisation", "wave", "date", "level", "level_id", "level_name"]
    assert list(document)[:7] == whose
    assert document == {key: whole[key] for key in whose} | whole["plan"]
    assert outcome.err == ""
    assert command("plan", "seven.yaml", *START, "--format", "json").document == document


def test_errors_are_json_where_the_plan_would_be(command: Command, folder: Path) -> None:
    (folder / "bad.yaml").write_text("format: 1\nquestionnaire: mini\nanswers: {goals: 9}\n", "utf-8")
    for arguments in (["bad.yaml", "--json"], ["bad.yaml", "--format", "json"]):
        outcome = command("plan", *arguments)
        assert outcome.code == 3
        assert outcome.document["errors"]
    outcome = command("plan", "seven.yaml", "--json", "--target", "9")
    assert outcome.code == 2
    assert outcome.document["errors"][0]["code"] == "target-above-scale"


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("plan.txt", "Rossi Componenti\n"),
        ("plan.json", '{\n  "questionnaire"'),
        ("plan.csv", "\ufeffSummary,Description"),
        ("plan.md", "# Action plan: Rossi Componenti\n"),
        ("plan.ICS", "BEGIN:VCALENDAR\r\n"),
    ],
)
def test_the_ending_decides(command: Command, folder: Path, name: str, beginning: str) -> None:
    assert command("plan", "seven.yaml", "-o", name, "--lang", "en").code == 0
    assert (folder / name).read_bytes().decode().startswith(beginning)


def test_a_workbook_goes_to_a_file_or_a_pipe(command: Command, folder: Path) -> None:
    assert command("plan", "seven.yaml", "-o", "plan.xlsx").code == 0
    assert (folder / "plan.xlsx").read_bytes().startswith(b"PK")
    assert command("plan", "seven.yaml", "-o", "-", "--format", "xlsx").out.startswith("PK")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
@pytest.mark.parametrize(
    ("arguments", "form"),
    [
        (["plan", "seven.yaml", "--format", "xlsx"], "xlsx"),
        (["report", "seven.yaml", "-o", "-"], "pdf"),
        (["worksheet", "sla", "-o", "-", "--format", "docx"], "docx"),
        (["questionnaire", "export", "quick", "-o", "-"], "xlsx"),
    ],
)
def test_what_is_no_text_does_not_go_to_the_terminal(folder: Path, arguments: list[str], form: str) -> None:
    """It would be a screen of rubbish, with a terminal in an unknown state after it."""
    import pexpect

    program = ["-m", "alignment_maturity", *arguments, "--lang", "en"]
    terminal = pexpect.spawn(sys.executable, program, cwd=str(folder), encoding="utf-8", timeout=60)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
    assert f"-o file.{form}" in str(terminal.before)
    assert "PK" not in str(terminal.before)


def test_the_format_asked_for_goes_before_the_ending(command: Command, folder: Path) -> None:
    assert command("plan", "seven.yaml", "-o", "tasks.txt", "--format", "csv").code == 0
    assert (folder / "tasks.txt").read_bytes().startswith(b"\xef\xbb\xbfSummary")


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "plan.doc"],
        ["-o", "plan"],
        ["--format", "pdf"],
        ["--json", "--format", "csv"],
        ["--target", "1"],
        ["--target", "2"],
        ["--start", "21/11/2026"],
        ["--start", "2026-02-30"],
        ["--parallel", "0"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused(command: Command, folder: Path, arguments: list[str]) -> None:
    before = set(folder.iterdir())
    assert command("plan", "seven.yaml", *arguments).code == 2
    assert set(folder.iterdir()) == before


def test_a_plan_that_is_there_is_kept(command: Command, folder: Path) -> None:
    """The one somebody has corrected by hand."""
    (folder / "plan.csv").write_bytes(b"mine")
    assert command("plan", "seven.yaml", "-o", "plan.csv").code == 1
    assert command("plan", "absent.yaml", "-o", "plan.csv").code == 1, "told before the answers are read"
    assert (folder / "plan.csv").read_bytes() == b"mine"
    assert command("plan", "seven.yaml", "-o", "plan.csv", "--force").code == 0
    assert (folder / "plan.csv").read_bytes() != b"mine"


def test_a_plan_starts_today_unless_told_otherwise(command: Command) -> None:
    before = dt.datetime.now().astimezone().date()
    document = command("plan", "one.yaml", "--json").document
    after = dt.datetime.now().astimezone().date()
    assert before.isoformat() <= document["start"] <= after.isoformat()


def test_the_options_reach_the_plan(command: Command) -> None:
    first = command("plan", "seven.yaml", *START, "--parallel", "1", "--json").document
    assert (first["start"], first["parallel"], first["target"]) == ("2026-11-21", 1, 3)
    spans = sorted((step["start"], step["end"]) for step in first["steps"])
    assert all(earlier[1] < later[0] for earlier, later in pairwise(spans))
    assert command("plan", "seven.yaml", "--target", "4", "--json").document["target"] == 4


def test_a_company_named_like_a_formula(command: Command, folder: Path) -> None:
    """Its plan leaves in every form, and runs nothing in any."""
    name = "=cmd|' /C calc'!A0"
    answers = json.dumps(
        {
            "format": 1, "questionnaire": "mini", "questionnaire_version": "1.0", "organisation": name,
            "date": "2026-11-21", "respondent": {"group": "sales"}, "answers": {"personas": 2},
        }
    )  # fmt: skip
    (folder / "formula.json").write_text(answers, "utf-8")
    assert name in command("plan", "formula.json").out
    assert command("plan", "formula.json", "--json").document["organisation"] == name
    for ending in ("csv", "xlsx", "md", "ics", "txt"):
        assert command("plan", "formula.json", "-o", f"plan.{ending}").code == 0
    cells = csv.reader(io.StringIO((folder / "plan.csv").read_text("utf-8-sig")))
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "md", "ics", "table"])
def test_the_same_plan_has_the_same_bytes(command: Command, folder: Path, form: str) -> None:
    """In another process, zone and locale, too; else no two plans could be compared."""
    for name, variables in (
        ("one", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
        ("two", {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "COLUMNS": "60"}),
    ):
        arguments = ["--format", form, "-o", name, *START, "--lang", "it"]
        assert command("plan", "seven.yaml", *arguments, env=variables).code == 0
    assert (folder / "one").read_bytes() == (folder / "two").read_bytes()


@pytest.mark.parametrize(
    ("form", "unwanted"),
    [
        ("table", {"xlsxwriter", "icalendar", "dateutil"}),
        ("json", {"xlsxwriter", "icalendar", "rich"}),
        ("csv", {"xlsxwriter", "icalendar", "rich"}),
        ("md", {"xlsxwriter", "icalendar", "rich"}),
        ("ics", {"xlsxwriter", "rich"}),
    ],
)
def test_a_form_loads_its_own_library_only(form: str, unwanted: set[str]) -> None:
    """A second more at every start, for a library the command never calls."""
    assert modules_of(["plan", "one.yaml", "--format", form]) & unwanted == set()
