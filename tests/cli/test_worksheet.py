"""`worksheet`: the working documents that go with a plan."""

from __future__ import annotations

import io
import re
import sys
from inspect import signature
from pathlib import Path

import docx
import pytest

from alignment_maturity.cli import worksheet
from alignment_maturity.model.questionnaire import WORKSHEETS
from alignment_maturity.worksheets.calculator import Figures

from .conftest import Command
from .test_start import HEAVY, modules_of

FIGURES = (
    "--revenue-target", "2000000", "--lead-share", "40%", "--average-deal", "25000", "--win-rate", "25",
    "--opportunity-rate", "30", "--acceptance-rate", "60", "--people", "3", "--hours", "4",
)  # fmt: skip


@pytest.mark.parametrize("name", WORKSHEETS)
def test_every_worksheet_comes_out_filled(command: Command, name: str) -> None:
    told = command("worksheet", name, "seven.yaml", "-o", "-", "--lang", "it", "--start", "2026-11-23")
    assert told.code == 0
    assert "**Rossi Componenti**" in told.out
    assert "Livello 2 di 5" in told.out


def test_a_worksheet_comes_out_blank(command: Command) -> None:
    """Some only want the form."""
    told = command("worksheet", "journey", "-o", "-", "--lang", "en")
    assert told.code == 0
    assert "**Organisation:** \\_\\_" in told.out
    assert "Level" not in told.out


def test_the_ending_decides_and_the_format_overrides(command: Command, folder: Path) -> None:
    for output, form, beginning in (
        ("sla.docx", (), b"PK"), ("sla.md", (), b"# Service"), ("sla.PDF", (), b"%PDF-1.7"),
        ("sla.txt", ("--format", "docx"), b"PK"),
    ):  # fmt: skip
        arguments = ("worksheet", "sla", "-o", output, *form, "--lang", "en")
        assert command(*arguments).code == 0
        assert (folder / output).read_bytes().startswith(beginning)
    assert command("worksheet", "sla", "-o", "-", "--format", "docx").out.startswith("PK")


def test_answers_come_from_standard_input(command: Command, folder: Path) -> None:
    answers = (folder / "one.yaml").read_bytes()
    told = command("worksheet", "persona", "-", "-o", "-", "-q", "mini.yaml", stdin=answers)
    assert told.code == 0
    assert "Officine Bianchi" in told.out


def test_the_calculator_counts(command: Command) -> None:
    told = command("worksheet", "sla", "-o", "-", *FIGURES, "--lang", "en").out
    for row in (
        "| Qualified leads a year | accepted leads ÷ share accepted | 712 |",
        "| Qualified leads a week | leads a year ÷ working weeks (48) | 15 |",
        "| Hours needed a week | leads × attempts × minutes ÷ 60 | 12.5 |",
        "> **The commitment cannot be kept.** It takes 12.5 hours a week and there are 12",
    ):
        assert row in told
    changed = (
        "--attempts",
        "4",
        "--minutes",
        "9",
        "--weeks",
        "46",
        "--hot-within",
        "1",
        "--cold-within",
        "24",
    )
    told = command("worksheet", "sla", "-o", "-", *FIGURES, *changed, "--lang", "en").out
    for row in (
        "| Qualified leads a week | leads a year ÷ working weeks (46) | 16 |",
        "| Hours needed a week | leads × attempts × minutes ÷ 60 | 9.6 |",
        "> **The commitment can be kept.** It takes 9.6 hours a week, and there are 12.",
        "Hot leads within one working hour, warm within one working day, cold within 3 working days",
    ):
        assert row in told


def test_what_is_not_said_is_what_the_calculator_takes_for_usual() -> None:
    usual = Figures()
    defaults = {name: parameter.default for name, parameter in signature(worksheet.sla).parameters.items()}
    assert (defaults["attempts"], defaults["minutes"], defaults["weeks"]) == (
        usual.attempts, usual.minutes, usual.weeks,
    )  # fmt: skip


def test_a_comma_is_a_decimal_mark_too(command: Command) -> None:
    told = command("worksheet", "sla", "-o", "-", "--win-rate", "12,5", "--hours", "2.5", "--lang", "it").out
    assert "| 12,5% |" in told
    assert "| 2,5 |" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sla", "--revenue-target", "2.000.000"), "without marks between thousands"),
        (("sla", "--average-deal", "-5"), "--average-deal"),
        (("sla", "--win-rate", "101"), "more than 100 per cent"),
        (("sla", "--hours", "200"), "168 hours"),
        (("sla", "--people", "0"), "--people"),
        (("sla", "--attempts", "0"), "--attempts"),
        (("sla", "--weeks", "53"), "--weeks"),
        (("sla", "--hot-within", "9"), "--warm-within"),
        (("sla", "--start", "23/11/2026"), "--start"),
        (("sla", "--target", "3"), "answer file"),
        (("persona", "-q", "mini.yaml"), "answer file"),
        (("meeting", "--min-group", "1"), "answer file"),
        (("journey", "--parallel", "3"), "answer file"),
        (("persona", "--win-rate", "20"), "No such option"),
        (("nothing",), "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_makes_no_sense_is_refused(
    command: Command, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    """Better no agreement than one with another number in it than was meant."""
    outcome = command("worksheet", *arguments, "-o", "out.md", "--lang", "en", env={"COLUMNS": "200"})
    assert outcome.code == 2
    assert words in outcome.err
    assert not (folder / "out.md").exists()


def test_an_unknown_ending_is_refused(command: Command) -> None:
    outcome = command("worksheet", "sla", "-o", "sla.odt", "--lang", "en")
    assert outcome.code == 2
    assert "--format (pdf, docx, md)" in outcome.err
    assert command("worksheet", "sla").code == 2, "where to write it has to be said"


def test_a_document_somebody_filled_in_is_kept(command: Command, folder: Path) -> None:
    (folder / "sla.docx").write_bytes(b"mine")
    assert command("worksheet", "sla", "-o", "sla.docx").code == 1
    assert command("worksheet", "sla", "absent.yaml", "-o", "sla.docx").code == 1, (
        "told before answers are read"
    )
    assert (folder / "sla.docx").read_bytes() == b"mine"
    assert command("worksheet", "sla", "-o", "sla.docx", "--force").code == 0
    assert docx.Document(io.BytesIO((folder / "sla.docx").read_bytes())).paragraphs


def test_bad_answers_are_told_with_their_lines(command: Command, folder: Path) -> None:
    (folder / "bad.yaml").write_text("format: 1\nquestionnaire: mini\nanswers: {goals: 9}\n", "utf-8")
    outcome = command("worksheet", "sla", "bad.yaml", "-o", "sla.md")
    assert outcome.code == 3
    assert "bad.yaml:3" in outcome.err
    assert not (folder / "sla.md").exists()


def test_the_start_dates_reviews_with_answers_and_without(command: Command) -> None:
    for answers in ((), ("seven.yaml",)):
        arguments = ("worksheet", "sla", *answers, "-o", "-", "--start", "2027-01-11", "--lang", "en")
        assert "| 11 February 2027 |" in command(*arguments).out


def test_the_list(command: Command) -> None:
    screen = command("worksheet", "list", "--lang", "it").out
    assert all(f"\n{name}" in screen for name in WORKSHEETS)
    assert "worksheet sla risposte.yaml -o sla.docx" in screen
    document = command("worksheet", "list", "--json", "--lang", "en").document
    assert [entry["name"] for entry in document] == list(WORKSHEETS)
    assert document[0]["title"] == "Service-level agreement (SLA)"
    assert all(entry["purpose"].endswith(".") for entry in document)


def test_help_tells_what_each_is_for(command: Command) -> None:
    screen = command("worksheet", "--help", env={"COLUMNS": "200"}).out
    assert all(name in screen for name in WORKSHEETS)
    assert "Example: alignment-maturity worksheet journey" in command("worksheet", "journey", "--help").out
    assert "--win-rate" in command("worksheet", "sla", "--help").out
    assert "--win-rate" not in command("worksheet", "journey", "--help").out


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
def test_a_word_file_does_not_go_to_the_terminal(folder: Path) -> None:
    """It would be a screen of rubbish, with a terminal in an unknown state after it."""
    import pexpect

    arguments = [
        "-m",
        "alignment_maturity",
        "worksheet",
        "sla",
        "-o",
        "-",
        "--format",
        "docx",
        "--lang",
        "en",
    ]
    terminal = pexpect.spawn(sys.executable, arguments, cwd=str(folder), encoding="utf-8", timeout=60)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
    assert "PK" not in str(terminal.before)


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["worksheet", "list", "--json"], HEAVY | {"numpy", "yaml", "rich"}),
        (["worksheet", "sla", "-o", "-"], HEAVY | {"highspy", "yaml", "rich"}),
        (["worksheet", "sla", "one.yaml", "-o", "-"], HEAVY | {"rich"}),
        (
            ["worksheet", "sla", "-o", "/dev/null", "--force", "--format", "docx"],
            (HEAVY | {"rich"}) - {"docx", "lxml"},
        ),
        (["--help"], {"docx", "lxml"}),
    ],
    ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value),
)
def test_a_form_loads_its_own_library_only(arguments: list[str], unwanted: set[str]) -> None:
    """A second more at every start, for a library the command never calls."""
    assert modules_of(arguments) & unwanted == set()


def test_the_readme_shows_real_output(command: Command) -> None:
    """A newcomer who gets other figures wonders what went wrong."""
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (block,) = re.findall(r"(?ms)^```\n\$ alignment-maturity (worksheet .*?)^```", readme)
    line, shown = block.replace("\\\n", "").split("\n", maxsplit=1)
    told = command(*line.split()).out
    parts = [part.strip("\n") for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    assert len(parts) == 4
    for part in parts:
        assert part in told
