"""Bad input: diagnostics, exit code 3, nothing on stdout, whatever the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Command

HEAD = 'format: 1\nquestionnaire: mini\nquestionnaire_version: "1.0"\norganisation: Rossi\n'

BAD_ANSWERS = {
    "unknown-option": HEAD + "answers:\n  personas: 9\n",
    "unknown-question": HEAD + "answers:\n  personnas: 2\n",
    "unknown-group": HEAD + "respondent: {group: sale}\nanswers: {}\n",
    "na-not-allowed": HEAD + "answers: {personas: n/a}\n",
    "out-of-range": HEAD + "workshop: {personas: {rounds: [{sales: {2: -1}}]}}\n",
    "unknown-key": HEAD + "anwsers: {}\nanswers: {}\n",
    "missing-key": "format: 1\nquestionnaire: mini\nanswers: {}\n",
    "no-answers": HEAD,
    "two-forms": HEAD + "answers: {}\nworkshop: {}\n",
    "unsupported-format": HEAD.replace("format: 1", "format: 2") + "answers: {}\n",
    "questionnaire-not-found": HEAD.replace("mini", "maxi") + "answers: {}\n",
    "expected-date": HEAD + "date: 2026-02-30\nanswers: {}\n",
    "expected-text": HEAD + "answers: {personas: [2]}\n",
    "duplicate-key": HEAD + "answers: {personas: 2, personas: 3}\n",
}


@pytest.mark.parametrize("code", sorted(BAD_ANSWERS))
def test_what_is_wrong_with_answers_is_named(code: str, command: Command, folder: Path) -> None:
    """A consultant with ten minutes left must see what to change, and where."""
    (folder / "bad.yaml").write_text(BAD_ANSWERS[code], "utf-8")
    outcome = command("score", "bad.yaml")
    assert (outcome.code, outcome.out) == (3, "")
    assert f"error[{code}]" in outcome.err
    as_json = command("score", "bad.yaml", "--json")
    assert as_json.code == 3
    assert code in {error["code"] for error in as_json.document["errors"]}


def test_the_form_of_a_diagnostic(command: Command, folder: Path) -> None:
    (folder / "bad.yaml").write_text(BAD_ANSWERS["unknown-option"], "utf-8")
    assert command("score", "bad.yaml", "--quiet").err == (
        "bad.yaml:6:13: error[unknown-option]: question 'personas' has no option 9; it has 1, 2, 3, 4, 5\n"
        "    6 |   personas: 9\n"
        "      |             ^\n"
    )


def test_all_problems_of_all_files_come_at_once(command: Command, folder: Path) -> None:
    (folder / "first.yaml").write_text(HEAD + "answers: {personas: 9, goals: 7}\nextra: 1\n", "utf-8")
    (folder / "second.yaml").write_text(HEAD + "answers: {sla: perhaps}\n", "utf-8")
    errors = command("score", "first.yaml", "second.yaml", "missing.yaml", "--json").document["errors"]
    assert [(error["file"], error["code"]) for error in errors] == [
        ("first.yaml", "unknown-option"),
        ("first.yaml", "unknown-option"),
        ("first.yaml", "unknown-key"),
        ("second.yaml", "unknown-option"),
        ("missing.yaml", "missing-file"),
    ]


def test_the_document_of_errors_is_that_of_the_contract(command: Command, folder: Path) -> None:
    """Other programs read it: no key more than they were promised."""
    (folder / "bad.yaml").write_text(BAD_ANSWERS["unknown-option"], "utf-8")
    document = command("score", "bad.yaml", "--json").document
    assert document.keys() == {"errors"}
    assert [entry.keys() for entry in document["errors"]] == [
        {"file", "line", "column", "code", "message", "hint"}
    ]


def test_what_is_forbidden_does_not_hide_what_is_wrong(command: Command, folder: Path) -> None:
    """A duplicate key and a wrong answer are both mended in one go."""
    text = HEAD + "date: !!str 2026-11-21\nanswers: {personas: 9, personas: 2}\nwaev: 1\n"
    (folder / "bad.yaml").write_text(text, "utf-8")
    codes = [error["code"] for error in command("score", "bad.yaml", "--json").document["errors"]]
    assert codes == ["tag", "unknown-option", "duplicate-key", "unknown-key"]


def test_two_problems_of_one_kind_in_one_place_are_both_told(command: Command, folder: Path) -> None:
    text = (folder / "mini.yaml").read_text("utf-8")
    start = text.index("transitions:")
    (folder / "mini.yaml").write_text(text[:start] + "transitions: []\n" + text[text.index("actions:\n") :])
    errors = command("questionnaire", "validate", "mini.yaml", "--json").document["errors"]
    assert [error["code"] for error in errors].count("missing-transition") == 4


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_leads_to_itself(command: Command, folder: Path) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert command("score", "loop.yaml").code == 3
    assert command("batch", "loop.yaml", "one.yaml", "-o", "out").code == 4


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/full is a Unix device")
@pytest.mark.parametrize("arguments", ["--version", "--help", "score --help", "--lang it --version"])
def test_help_on_a_full_disk_ends_without_a_traceback(arguments: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m alignment_maturity {arguments} > /dev/full",
        shell=True, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


HOSTILE = {
    "empty": b"",
    "comment": b"# nothing\n",
    "scalar": b"hello\n",
    "list": b"[1, 2]\n",
    "binary": bytes(range(256)) * 64,
    "pdf": b"%PDF-1.7\n\x00\x01",
    "utf16": "format: 1\n".encode("utf-16"),
    "latin1": "organisation: Perché\n".encode("latin-1"),
    "nul": b"format: 1\n\x00\n",
    "bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n".encode() for i in range(12)
    ),
    "deep-flow": b"[" * 100_000,
    "deep-block": b"".join(b" " * i + b"a:\n" for i in range(3_000)),
    "deep-dashes": b"- " * 50_000 + b"x\n",
    "wrong-keys": b"".join(b"key%d: 1\n" % i for i in range(300_000)),
    "huge": b"organisation: " + b"x" * 30_000_000,
    "nonsense": os.urandom(5_000_000).replace(b"\x00", b"a"),
    "tabs": b"format: 1\n\tquestionnaire: mini\n",
    "unclosed": b'format: "1\n',
    "two-documents": b"format: 1\n---\nformat: 1\n",
    "tag": b"format: !!python/object/apply:os.system ['true']\n",
    "merge": b"a: {b: 1}\n<<: {c: 2}\n",
    "long-number": b"format: " + b"9" * 100_000 + b"\n",
}


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_files_end_in_diagnostics(kind: str, suffix: str, command: Command, folder: Path) -> None:
    """No file, however made, brings the program down, hangs it or fills the memory."""
    (folder / f"hostile{suffix}").write_bytes(HOSTILE[kind])
    for arguments in (["score"], ["questionnaire", "validate"]):
        outcome = command(*arguments, f"hostile{suffix}")
        assert (outcome.code, outcome.out) == (3, "")
        assert f"hostile{suffix}" in outcome.err
        assert len(outcome.err) < 200_000


def test_folders_and_missing_files(command: Command, folder: Path) -> None:
    (folder / "answers.yaml").mkdir()
    for name in ("answers.yaml", "missing.yaml", "mini.yaml/below.yaml"):
        outcome = command("score", name)
        assert outcome.code == 3
        assert outcome.err.startswith(f"{name}: error[")


def test_wrong_usage_is_told_apart_from_wrong_input(command: Command) -> None:
    assert command("score").code == 2
    assert command("nonsense").code == 2
    assert command("score", "one.yaml", "--nonsense").code == 2
    assert command("score", "one.yaml", "-q", "nonsense").code == 2


def test_a_questionnaire_with_errors_stops_the_scoring(command: Command, folder: Path) -> None:
    """Scoring with half a questionnaire would give half a truth."""
    text = (folder / "mini.yaml").read_text("utf-8")
    (folder / "mini.yaml").write_text(text.replace("dimension: leads", "dimension: lead"), "utf-8")
    outcome = command("score", "one.yaml")
    assert outcome.code == 3
    assert outcome.err.count("error[unknown-dimension]") == 3
    assert "did you mean `leads`?" in outcome.err


def test_a_faulty_questionnaire_is_told_once(command: Command, folder: Path) -> None:
    """Forty people who answered a faulty questionnaire must not read of each fault forty times."""
    text = (folder / "mini.yaml").read_text("utf-8")
    (folder / "mini.yaml").write_text(text.replace("threshold: 0.7", "threshold: 7"), "utf-8")
    (folder / "two.yaml").write_bytes((folder / "one.yaml").read_bytes())
    outcome = command("score", "one.yaml", "two.yaml")
    assert outcome.code == 3
    assert outcome.err.count("error[") == 1


def test_two_questionnaires_of_one_id_are_not_scored_as_one(command: Command, folder: Path) -> None:
    """Answers to one questionnaire, counted by the rules of another, would give a level that is nobody's."""
    other = folder / "other"
    other.mkdir()
    (other / "two.yaml").write_bytes((folder / "one.yaml").read_bytes())
    text = (folder / "mini.yaml").read_text("utf-8")
    (other / "mini.yaml").write_text(text.replace("threshold: 0.7", "threshold: 0.1"), "utf-8")
    outcome = command("score", "one.yaml", other / "two.yaml")
    assert outcome.code == 3
    assert "error[other-questionnaire]" in outcome.err
