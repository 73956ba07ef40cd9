"""`score`: the worked examples, the streams and the languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import CONTRACT, Command

EXPECTED = json.loads((CONTRACT / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_worked_examples(name: str, command: Command) -> None:
    """Other programs were promised these figures."""
    outcome = command("score", name, "--json")
    assert outcome.code == 0
    document, expected = outcome.document, EXPECTED[name]
    assert document["level"] == expected["level"]
    assert document["index"] == pytest.approx(expected["index"], abs=1e-6)
    assert document["coverage"] == pytest.approx(expected["coverage"], abs=1e-6)
    assert document["gates"] == expected["gates"]
    dimensions = {entry["id"]: entry for entry in document["dimensions"]}
    assert dimensions.keys() == expected["dimensions"].keys()
    for dimension, figures in expected["dimensions"].items():
        assert dimensions[dimension]["level"] == figures["level"]
        assert dimensions[dimension]["index"] == pytest.approx(figures["index"], abs=1e-6)
    gaps = {entry["id"]: entry["gap"] for entry in document["questions"] if entry["gap"] is not None}
    assert gaps == pytest.approx(expected["gaps"], abs=1e-6)


def test_json_is_one_document_and_nothing_else(command: Command) -> None:
    outcome = command("score", "seven.yaml", "--json", "--quiet")
    assert json.loads(outcome.out)["organisation"] == "Rossi Componenti"
    assert outcome.err == ""


def test_standard_input_is_read_with_a_questionnaire_named(command: Command, folder: Path) -> None:
    answers = (folder / "one.yaml").read_bytes()
    assert command("score", "-", "-q", "mini.yaml", "--json", stdin=answers).document["level"] == 2


def test_answers_as_json_give_the_same_document(command: Command, folder: Path) -> None:
    """Other programs write JSON; YAML is for people."""
    people = {
        "format": 1, "questionnaire": "mini", "questionnaire_version": "1.0",
        "organisation": "Officine Bianchi", "date": "2026-11-21", "respondent": {"group": "sales"},
        "answers": {"personas": 2, "goals": 3, "lead-definition": 2, "exchange": {"value": 2},
                    "sla": "partly"},
    }  # fmt: skip
    (folder / "one.json").write_text(json.dumps(people), "utf-8")
    assert command("score", "one.json", "--json").document == command("score", "one.yaml", "--json").document


def test_files_of_one_organisation_are_one_assessment(command: Command, folder: Path) -> None:
    """Seven people who each send a file are the same organisation as seven in one file."""
    import yaml

    whole: dict[str, Any] = yaml.safe_load((folder / "seven.yaml").read_text("utf-8"))
    people = whole.pop("respondents")
    whole["date"] = str(whole["date"])
    for number, person in enumerate(people):
        single = {**whole, "respondent": {"group": person["group"]}, "answers": person["answers"]}
        (folder / f"person-{number}.json").write_text(json.dumps(single), "utf-8")
    names = [f"person-{number}.json" for number in range(7)]
    together = command("score", *names, "--json").document
    assert together == command("score", "seven.yaml", "--json").document
    assert together == command("score", *reversed(names), "--json").document


def test_a_file_named_twice_counts_once(command: Command) -> None:
    """A glob that overlaps with a name must not double the people."""
    once = command("score", "one.yaml", "--json").document
    assert command("score", "one.yaml", "./one.yaml", "--json").document == once


def test_files_of_two_organisations_are_refused(command: Command) -> None:
    outcome = command("score", "one.yaml", "seven.yaml")
    assert outcome.code == 3
    assert "error[other-organisation]" in outcome.err
    assert outcome.out == ""


def test_the_screen_says_where_why_and_what_next(command: Command) -> None:
    screen = command("score", "seven.yaml").out
    for text in (
        "Rossi Componenti",
        "you are here",
        "Level 2 of 5: Strategic alignment",
        "Why not higher",
        "The gate “Lead definition” is contested",
        "Exchange data both ways",
        "Write one definition of a qualified lead",
    ):
        assert text in screen


@pytest.mark.parametrize(
    ("arguments", "variables", "word"),
    [
        (["--lang", "it"], {}, "Perché non più in alto"),
        (["--lang", "en"], {"LC_ALL": "it_IT.UTF-8"}, "Why not higher"),
        ([], {"LC_ALL": "", "LANG": "it_IT.UTF-8"}, "Perché non più in alto"),
        ([], {"LC_ALL": "en_US.UTF-8"}, "Why not higher"),
        ([], {}, "Perché non più in alto"),
    ],
)
def test_language_of_the_results(
    command: Command, arguments: list[str], variables: dict[str, str], word: str
) -> None:
    """Asked for, else the locale's, else the questionnaire's first (here Italian)."""
    from alignment_maturity.store.builtin import examples

    answers = examples()["idrovalle-componenti"]
    assert word in command("score", answers, *arguments, env=variables).out


def test_language_may_stand_before_the_command(command: Command) -> None:
    assert "Perché non più in alto" in command("--lang", "it", "score", "one.yaml").out


def test_colours_only_where_they_are_wanted(command: Command) -> None:
    """A log file full of escape sequences is of no use."""
    assert "\x1b" not in command("score", "seven.yaml").out
    assert "\x1b" not in command("score", "seven.yaml", env={"NO_COLOR": "1", "FORCE_COLOR": ""}).out


def test_a_terminal_without_unicode_gets_ascii(command: Command) -> None:
    """Windows code pages break on box characters."""
    outcome = command("score", "seven.yaml", env={"PYTHONIOENCODING": "ascii"})
    assert outcome.code == 0
    assert "<== you are here" in outcome.out
    assert 'The gate "Lead definition" is contested' in outcome.out
    assert outcome.out.isascii()


def test_small_groups_can_be_opened(command: Command) -> None:
    hidden = command("score", "seven.yaml", "--min-group", "4", "--json").document
    assert hidden["suppressed_groups"] == ["sales"]
    assert hidden["questions"][0]["gap"] is None
    assert "sales" not in hidden["questions"][0]["counts"]
    assert command("score", "seven.yaml", "--min-group", "1", "--json").document["suppressed_groups"] == []


def test_verbose_says_what_was_used(command: Command) -> None:
    outcome = command("score", "one.yaml", "--verbose")
    assert "mini.yaml" in outcome.err
    assert "sha256" in outcome.err


def test_another_version_is_a_warning_where_all_answers_fit(command: Command, folder: Path) -> None:
    text = (folder / "one.yaml").read_text("utf-8")
    (folder / "old.yaml").write_text(text.replace('version: "1.0"', 'version: "0.9"'), "utf-8")
    outcome = command("score", "old.yaml")
    assert outcome.code == 0
    assert "old.yaml:3:24: warning[other-version]" in outcome.err
    (folder / "older.yaml").write_text(
        text.replace('version: "1.0"', 'version: "0.9"').replace("goals: 3", "goals: 4"), "utf-8"
    )
    outcome = command("score", "older.yaml")
    assert outcome.code == 3
    assert "older.yaml:3:24: error[unfit-version]" in outcome.err
    assert "question 'goals' has no option 4; it has 1, 2, 3, 5" in outcome.err


def test_json_is_the_same_whatever_the_encoding_of_the_terminal(command: Command, folder: Path) -> None:
    """In a Windows code page a name would come out as bytes that no JSON reader takes, or as a `?`."""
    text = (folder / "one.yaml").read_text("utf-8").replace("Officine Bianchi", "Città → ☃")
    (folder / "one.yaml").write_text(text, "utf-8")
    outcome = command("score", "one.yaml", "--json", env={"PYTHONIOENCODING": "cp1252"})
    assert outcome.document["organisation"] == "Città → ☃"


@pytest.mark.parametrize("columns", ["0", "wide", "-1"])
def test_a_width_that_makes_no_sense_is_passed_over(command: Command, columns: str) -> None:
    """Some editors set COLUMNS=0; an empty page with exit code 0 says that all is well."""
    assert command("score", "one.yaml", env={"COLUMNS": columns}).out == command("score", "one.yaml").out


def test_results_do_not_vanish_in_a_closed_stream(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m alignment_maturity score one.yaml --json >&-",
        shell=True,
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "alignment-maturity: " in done.stderr


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_plan_starts_in_a_year_that_calendars_know(command: Command, day: str) -> None:
    outcome = command("score", "one.yaml", "--start", day, "--lang", "en")
    assert outcome.code == 2
    assert "1900" in outcome.err
