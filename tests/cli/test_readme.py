"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from alignment_maturity.store.builtin import examples
from alignment_maturity.translation.cells import Cell
from workbooks import Cells, put, with_texts

from .conftest import Command

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"(?ms)^```\n\$ alignment-maturity ([^\n]* demo/[^\n]*)\n(.*?)^```", README)


@pytest.mark.parametrize(("arguments", "shown"), SHOWN, ids=[arguments.split()[0] for arguments, _ in SHOWN])
def test_the_readme_shows_real_output(command: Command, folder: Path, arguments: str, shown: str) -> None:
    """A newcomer who sees something else on the screen wonders what went wrong."""
    (folder / "demo").mkdir()
    for name, example in examples().items():
        shutil.copy(example, folder / "demo" / f"{name}.yaml")
    lines = [line.rstrip() for line in command(*shlex.split(arguments)).out.splitlines()]
    told = "\n".join(lines)
    for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE):
        assert part.strip("\n") in told


def test_the_readme_shows_the_main_commands() -> None:
    assert [arguments.split()[0] for arguments, _ in SHOWN] == ["score", "plan", "compare"]


FAULTS = {
    "allow_na: false ": "allow_na: true  ",
    "dimension: work\n    name: Customer list": "dimension: wrok\n    name: Customer list",
    "kpi: Number of differences": "kip: Number of differences",
    "{question: customer-list, to: 3}": "{question: customer-list, to: 4}",
}


def shown_of(arguments: str) -> str:
    (shown,) = re.findall(rf"(?ms)^```\n\$ alignment-maturity {re.escape(arguments)}\n(.*?)^```", README)
    return str(shown)


def test_the_problems_of_a_questionnaire_are_those_shown(command: Command, folder: Path) -> None:
    assert command("questionnaire", "new", "ours.yaml", "--lang", "en").code == 0
    text = (folder / "ours.yaml").read_text("utf-8")
    for right, wrong in FAULTS.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    (folder / "ours.yaml").write_text(text, "utf-8")
    arguments = "questionnaire validate ours.yaml"
    assert command(*arguments.split(), "--lang", "en").err == shown_of(arguments)


def test_the_problems_of_a_sheet_are_those_shown(command: Command, folder: Path) -> None:
    def edit(cells: Cells) -> None:
        rows = {cell.text: row for (row, column), cell in cells.items() if column == 1}
        for row in rows.values():
            put(row, 4, "it" if row == 1 else "Testo")(cells)
        put(rows["questions/goals/help"], 4, "")(cells)
        cells[rows["questions/customer-list/text"], 3] = Cell("46347", "number")
        put(rows["actions/merge-lists/title"], 1, "actions/merge-list/title")(cells)

    command("questionnaire", "new", "ours.yaml", "--lang", "en")
    command("questionnaire", "export", "ours.yaml", "-o", "ours.xlsx", "--lang", "en")
    sheet = folder / "ours.xlsx"
    sheet.write_bytes(with_texts(sheet.read_bytes(), edit))
    arguments = "questionnaire import ours.xlsx -o ours.yaml --force"
    assert command(*arguments.split(), "--lang", "en").err == shown_of(arguments)


def test_the_check_of_a_report_is_the_one_shown(command: Command) -> None:
    answers = str(examples()["ponteverde-software"])
    terms = ("--lang", "en", "--start", "2026-11-23")
    assert command("report", answers, "-o", "ponteverde.pdf", *terms).code == 0
    arguments = "verify ponteverde.pdf --lang en"
    fingerprint = re.compile("[0-9a-f]{64}")
    told = command(*arguments.split()).out
    assert fingerprint.sub("", told) == fingerprint.sub("", shown_of(arguments))
