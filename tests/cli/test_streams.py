"""Standard streams that are closed, full, or that nobody reads: the rule of `cli.streams`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections of the Unix shell")

PRINTING = (
    "score one.yaml",
    "score one.yaml --json",
    "compare later.yaml --previous one.yaml",
    "plan one.yaml",
    "questionnaire show mini.yaml",
    "questionnaire show mini.yaml --json",
    "brand check brand.yaml",
    "report one.yaml -o - --format md",
    "method",
    "score --help",
    "--version",
)
"""What prints a result on stdout."""

NOISE = ("Traceback", "Exception", "Errno", "BrokenPipe")


def run(line: str, folder: Path, lang: str = "en") -> tuple[int, str]:
    """Run a line of the shell; return its exit code, and what came on stderr."""
    program = f"{sys.executable} -m alignment_maturity"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.format(program=program)}"],
        cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "LANGUAGE": lang},
    )  # fmt: skip
    assert not [word for word in NOISE if word in done.stderr], done.stderr
    return done.returncode, done.stderr


@pytest.fixture
def answers(folder: Path) -> Path:
    """A folder with what the commands above read."""
    mini = (folder / "mini.yaml").read_text("utf-8")
    quoted = mini.replace("Discussed, not written", '"Discussed, not written"')  # else there is a warning
    (folder / "mini.yaml").write_text(quoted, "utf-8")
    one = (folder / "one.yaml").read_text("utf-8")
    (folder / "later.yaml").write_text(one + 'wave: "later"\n', "utf-8")
    (folder / "brand.yaml").write_text("format: 1\nname: Studio\n", "utf-8")
    return folder


@pytest.mark.parametrize("command", PRINTING)
def test_a_reader_that_leaves_is_no_failure(command: str, answers: Path) -> None:
    """`score ... | head -1` is how people look at things, and scripts stop where it fails."""
    for reader in ("head -1 > /dev/null", "true"):
        assert run(f"{{program}} {command} | {reader}", answers) == (0, "")


@pytest.mark.parametrize("command", PRINTING)
def test_a_result_that_cannot_be_written_is_a_failure_that_is_told(command: str, answers: Path) -> None:
    """A script that took it for success would go on with nothing."""
    assert run(f"{{program}} {command} >&-", answers) == (
        1, "alignment-maturity: standard output is closed: the result cannot be written\n"
    )  # fmt: skip
    code, told = run(f"{{program}} {command} > /dev/full", answers)
    assert code == 1
    assert told.startswith("alignment-maturity: the operating system says: ")
    assert told.count("\n") == 1


def test_a_closed_stdout_is_told_in_italian_too(answers: Path) -> None:
    code, told = run("{program} --lang it score one.yaml >&-", answers)
    assert code == 1
    assert told == "alignment-maturity: lo standard output è chiuso: il risultato non si può scrivere\n"


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full", "2> >(true)", "2>&1 | true"])
def test_messages_that_nobody_gets_change_nothing(redirection: str, answers: Path) -> None:
    """Services start with stderr closed; what counts is whether the report is there."""
    command = f"{{program}} report one.yaml -o report.md --force --verbose {redirection}"
    assert run(command, answers)[0] == 0
    assert (answers / "report.md").read_text("utf-8").startswith("# ")
    assert run(f"{{program}} score nowhere.yaml {redirection}", answers)[0] == 3


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-", "<&- >&- 2>&-"])
def test_no_file_takes_the_place_of_a_closed_stream(closed: str, answers: Path) -> None:
    """Else messages and progress would be written into the report."""
    # Libraries that make PDF files write to the descriptors themselves.
    for form in ("md", "pdf") if "2>&-" in closed else ("md",):
        assert run(f"{{program}} report one.yaml -o whole.{form}", answers)[0] == 0
        line = f"{{program}} report one.yaml -o report.{form} --verbose {closed}"
        assert run(line, answers)[0] == 0
        assert (answers / f"report.{form}").read_bytes() == (answers / f"whole.{form}").read_bytes()


def test_work_goes_on_when_the_reader_has_left(answers: Path) -> None:
    """`demo | head -3`: the placement is looked at, and the report is made all the same."""
    assert run("{program} demo there --quiet | true", answers) == (0, "")
    assert list((answers / "there").glob("*.pdf"))


@pytest.mark.parametrize("redirection", ["| true", "| head -1 > /dev/null"])
def test_the_exit_code_is_that_of_the_work(redirection: str, answers: Path) -> None:
    assert run(f"{{program}} score nowhere.yaml --json {redirection}", answers) == (3, "")
    assert run(f"{{program}} score one.yaml --start 9999-12-31 {redirection}", answers)[0] == 2


def test_problems_that_cannot_be_written_are_a_failure(answers: Path) -> None:
    for redirection in (">&-", "> /dev/full"):
        code, told = run(f"{{program}} score nowhere.yaml --json {redirection}", answers)
        assert code == 1
        assert told.startswith("alignment-maturity: ")
