"""Files that a command writes: never over what it reads, and told plainly where they cannot be written."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from .conftest import Command

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-brand"

REPLACING: dict[str, tuple[str, str]] = {
    "answers": ("report one.yaml -o one.yaml --format md", "one.yaml"),
    "an earlier wave": ("report one.yaml --previous old.yaml -o old.yaml --format md", "old.yaml"),
    "the questionnaire beside the answers": ("report one.yaml -o mini.yaml --format md", "mini.yaml"),
    "the questionnaire named": ("report one.yaml -q mini.yaml -o mini.yaml --format md", "mini.yaml"),
    "the brand": ("report one.yaml --brand b/brand.yaml -o b/brand.yaml --format md", "b/brand.yaml"),
    "the logo": ("report one.yaml --brand b/brand.yaml -o b/logo.svg --format md", "b/logo.svg"),
    "the font": ("report one.yaml --brand b/fonts.yaml -o b/regular.ttf --format md", "b/regular.ttf"),
    "a template": ("report one.yaml --template t -o t/board.html.j2 --format html", "t/board.html.j2"),
    "the Word template": ("report one.yaml --template t -o t/report.docx", "t/report.docx"),
    "answers of a plan": ("plan one.yaml -o one.yaml --format md", "one.yaml"),
    "answers of a worksheet": ("worksheet persona one.yaml -o one.yaml --format md", "one.yaml"),
    "the questionnaire of a sheet": (
        "questionnaire export mini.yaml -o mini.yaml --format xlsx",
        "mini.yaml",
    ),
    "the sheet of a questionnaire": ("questionnaire import sheet.yaml -o sheet.yaml", "sheet.yaml"),
    "the questionnaire to copy": ("questionnaire new mini.yaml --from mini.yaml", "mini.yaml"),
}


@pytest.fixture
def inputs(folder: Path) -> Path:
    """A folder with everything that commands read."""
    from alignment_maturity.store.builtin import data_folder
    from alignment_maturity.store.template_folders import copies, starters

    old = (folder / "one.yaml").read_text("utf-8")
    (folder / "old.yaml").write_text(old + 'wave: "old"\n', "utf-8")
    shutil.copytree(EXAMPLE, folder / "b")
    shutil.copy(
        next((data_folder("report_templates") / "fonts").glob("*Regular*.ttf")), folder / "b/regular.ttf"
    )
    (folder / "b/fonts.yaml").write_text(
        "format: 1\nname: Studio\nfonts: {family: Prova, regular: regular.ttf}\n", "utf-8"
    )
    (folder / "t").mkdir()
    for name, data in {**starters("en"), **copies(["report.docx"])}.items():
        (folder / "t" / name).write_bytes(data)
    (folder / "sheet.yaml").write_bytes(b"no workbook")
    return folder


@pytest.mark.parametrize("case", REPLACING)
def test_nothing_that_is_read_is_replaced(case: str, command: Command, inputs: Path) -> None:
    """The answers of twelve people, gone under a report, with `--force` typed out of habit."""
    line, victim = REPLACING[case]
    before = (inputs / victim).read_bytes()
    outcome = command(*line.split(), "--force", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"writing to {victim} would replace {victim}, which is to be read" in outcome.err
    assert (inputs / victim).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symbolic", "hard"])
def test_a_link_does_not_hide_what_is_read(link: object, command: Command, inputs: Path) -> None:
    assert callable(link)
    for name, source in (("report.md", "one.yaml"), ("logo.md", "b/logo.svg")):
        link(inputs / source, inputs / name)
        before = (inputs / source).read_bytes()
        line = ("report", "one.yaml", "--brand", "b/brand.yaml", "-o", name, "--force", "--lang", "en")
        outcome = command(*line)
        assert outcome.code == 2
        assert f"writing to {name} would replace {source}" in outcome.err
        assert (inputs / source).read_bytes() == before
    (inputs / "out").mkdir()
    link(inputs / "one.yaml", inputs / "out" / "results.csv")
    assert command("batch", "one.yaml", "-o", "out", "--force").code == 2
    assert command("score", "one.yaml").code == 0


def test_nobody_is_told_to_force_it(command: Command) -> None:
    outcome = command("report", "one.yaml", "-o", "one.yaml", "--format", "md")
    assert outcome.code == 2
    assert "--force" not in outcome.err


def test_what_was_written_before_is_replaced_where_asked(command: Command, inputs: Path) -> None:
    """Reports of last month in the folders of brand and templates are no inputs."""
    for name in ("b/report.md", "t/report.md"):
        (inputs / name).write_text("old", "utf-8")
        assert command("report", "one.yaml", "--brand", "b/brand.yaml", "-o", name, "--force").code == 0
        assert (inputs / name).read_text("utf-8") != "old"
    assert command("plan", "one.yaml", "-o", "-", "--force").code == 0


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("there", "there is a folder, not a file"),
        ("there/", "there/ is a folder, not a file"),
        ("nowhere/", "nowhere/ is a folder, not a file"),
        ("nowhere/report.md", "nowhere/report.md cannot be written: the folder does not exist"),
        ("one.yaml/report.md", "one.yaml/report.md cannot be written: the folder does not exist"),
        ("x" * 300 + ".md", "cannot be written: the name is too long"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_where_nothing_can_be_written_is_told_plainly(
    output: str, told: str, force: bool, command: Command, folder: Path
) -> None:
    (folder / "there").mkdir()
    outcome = command("report", "one.yaml", "-o", output, "--lang", "en", *(["--force"] if force else []))
    assert outcome.code == 1
    *_, message = outcome.err.splitlines()
    assert message.startswith("alignment-maturity: ")
    assert message.endswith(told)
