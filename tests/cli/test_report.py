"""`report`, `demo` and `doctor`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from .conftest import Command


def test_html_by_its_ending(command: Command, folder: Path) -> None:
    assert command("report", "seven.yaml", "-o", "report.html", "--lang", "en").code == 0
    text = (folder / "report.html").read_text("utf-8")
    assert "Rossi Componenti" in text
    assert '<html lang="en"' in text


def test_pdf_on_standard_output(command: Command) -> None:
    """A program that mails reports reads them from a pipe."""
    outcome = command("report", "one.yaml", "-o", "-", "--format", "pdf")
    assert outcome.code == 0
    assert outcome.out.startswith("%PDF-1.7")


def test_markdown_by_its_ending_and_on_standard_output(command: Command, folder: Path) -> None:
    """What is pasted into a wiki can be looked at on the screen first."""
    for name in ("report.md", "report.markdown"):
        assert command("report", "seven.yaml", "-o", name, "--lang", "it").code == 0
    written = (folder / "report.md").read_text("utf-8")
    assert written.startswith("# Rossi Componenti: rapporto di valutazione\n")
    assert written == (folder / "report.markdown").read_text("utf-8")
    assert command("report", "seven.yaml", "-o", "-", "--format", "md", "--lang", "it").out == written


def test_the_format_must_be_known(command: Command) -> None:
    outcome = command("report", "one.yaml", "-o", "report.doc")
    assert outcome.code == 2
    assert "--format" in outcome.err


def test_an_existing_report_is_kept(command: Command, folder: Path) -> None:
    """The one the consultant has corrected by hand."""
    (folder / "report.pdf").write_bytes(b"mine")
    assert command("report", "one.yaml", "-o", "report.pdf").code == 1
    assert (folder / "report.pdf").read_bytes() == b"mine"
    assert command("report", "one.yaml", "-o", "report.pdf", "--force").code == 0
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")


def test_notes_and_names_only_where_asked(command: Command) -> None:
    from alignment_maturity.store.builtin import examples

    answers = examples()["idrovalle-componenti"]
    silent = command("report", answers, "-o", "-", "--format", "html").out
    assert "Elena Fabbri" not in silent
    assert "Rotta 2026" not in silent
    told = command("report", answers, "-o", "-", "--format", "html", "--include-notes").out
    assert "Rotta 2026" in told


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/full is a Unix device")
def test_a_full_disk_is_said_plainly() -> None:
    """Results piped onto a full disk must not look like success."""
    import subprocess

    done = subprocess.run(
        f"{sys.executable} -m alignment_maturity questionnaire show quick --json > /dev/full",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_demo_leaves_answers_and_a_report(command: Command, folder: Path) -> None:
    """The first command a newcomer runs; run again it changes nothing."""
    from alignment_maturity.store.builtin import examples

    first = command("demo", "--lang", "it")
    assert first.code == 0
    assert "Livello 2 di 5: Allineamento strategico" in first.out
    report = folder / "demo" / "idrovalle-componenti.pdf"
    assert report.read_bytes().startswith(b"%PDF")
    again = command("demo", "--lang", "it")
    assert again.code == 0
    assert again.err.count("Invariato") == len(examples()) + 1


def test_demo_spares_what_somebody_changed(command: Command, folder: Path) -> None:
    assert command("demo", "--lang", "en").code == 0
    answers = folder / "demo" / "idrovalle-componenti.yaml"
    answers.write_text(answers.read_text("utf-8") + "# mine\n", "utf-8")
    outcome = command("demo", "--lang", "en")
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert answers.read_text("utf-8").endswith("# mine\n")


def test_doctor_finds_this_machine_fit(command: Command) -> None:
    outcome = command("doctor", "--json")
    assert outcome.code == 0
    checks = {check["name"]: check for check in outcome.document["checks"]}
    assert checks["pdf-libraries"]["fine"]
    assert "ok" in command("doctor", "--lang", "it").out


def test_an_earlier_wave_adds_the_pages_on_progress(command: Command) -> None:
    from alignment_maturity.store.builtin import examples

    before, after = (examples()[f"idrovalle-componenti{ending}"] for ending in ("", "-2027"))
    arguments = ("report", after, "-o", "-", "--format", "html", "--start", "2027-05-24", "--lang", "en")
    alone = command(*arguments).out
    compared = command(*arguments, "--previous", before).out
    assert re.search(r"Still at level 2 after six months; \d+ questions rose", compared)
    assert 'id="progress"' not in alone
    assert 'id="changes"' in compared


def test_the_plan_of_a_report_has_the_terms_asked_for(command: Command) -> None:
    """A workshop in March must not leave with dates that begin on the day somebody wrote the report."""
    arguments = ("report", "seven.yaml", "-o", "-", "--format", "html", "--lang", "en")
    told = command(*arguments, "--start", "2027-03-01", "--target", "4", "--parallel", "1").out
    assert "Work starts on 1 March 2027" in told
    assert "Each owner works on one action at a time" in told
    assert "not enough for level 4" in told
    outcome = command(*arguments, "--target", "2")
    assert outcome.code == 2
    assert outcome.out == ""


def test_a_file_is_not_new_and_previous_at_once(command: Command) -> None:
    outcome = command("report", "seven.yaml", "--previous", "seven.yaml", "-o", "report.html")
    assert outcome.code == 2
    assert "seven.yaml" in outcome.err
