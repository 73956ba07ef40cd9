"""What starting costs: nothing heavy is imported by commands that don't need it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import CONTRACT, Command

HEAVY = {
    "weasyprint",
    "pypdf",
    "docx",
    "docxtpl",
    "lxml",
    "resvg_py",
    "xlsxwriter",
    "icalendar",
    "jinja2",
    "fontTools",
    "PIL",
    "pandas",
    "scipy",
    "textual",
    "dask",
    "pyarrow",
    "polars",
}
COMMANDS = [
    "demo", "assess", "workshop", "score", "report", "plan", "compare", "verify", "batch", "method", "doctor",
    "worksheet", "brand", "template", "questionnaire",
]  # fmt: skip
COUNT = """
import sys
sys.argv = ["alignment-maturity", *{arguments!r}]
from alignment_maturity.__main__ import main
try:
    main()
except SystemExit:
    pass
print("modules:", *sorted(sys.modules))
"""


def run(arguments: list[str], **environment: str) -> tuple[str, set[str]]:
    """Return what the program prints on stdout, and the modules it has loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", COUNT.format(arguments=arguments)], env={**os.environ, **environment},
        cwd=CONTRACT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    out, _, modules = done.stdout.rpartition("modules:")
    return out, set(modules.split())


def modules_of(arguments: list[str]) -> set[str]:
    """Return the packages the program has loaded at its end."""
    return {name.partition(".")[0] for name in run(arguments)[1]}


def completed(words: str) -> list[str]:
    """Return what bash is told to complete the last of some words with."""
    asked = {"_ALIGNMENT_MATURITY_COMPLETE": "complete_bash", "COMP_WORDS": words}
    return run([], **asked, COMP_CWORD=str(len(words.split(" ")) - 1))[0].split()


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], HEAVY | {"highspy", "typer", "rich", "pydantic", "yaml", "numpy"}),
        (["--help"], HEAVY | {"highspy", "pydantic", "yaml", "numpy", "filelock"}),
        (["score", "one.yaml"], HEAVY | {"filelock", "krippendorff", "platformdirs"}),
        (["score", "one.yaml", "--json"], HEAVY | {"rich", "filelock", "krippendorff", "platformdirs"}),
        (["questionnaire", "schema"], HEAVY | {"numpy", "yaml", "rich"}),
        (["method"], HEAVY | {"highspy", "numpy", "yaml", "rich"}),
        (["template", "guide"], HEAVY | {"highspy", "numpy", "yaml", "rich"}),
        (["brand", "new", "-"], HEAVY | {"markdown_it", "numpy", "rich"}),
        (["brand", "schema"], HEAVY | {"markdown_it", "numpy", "yaml", "rich"}),
        (["questionnaire", "validate", "mini.yaml"], HEAVY | {"numpy", "rich"}),
        (["questionnaire", "import", "mini.yaml"], HEAVY | {"numpy", "rich"}),
        (["doctor"], HEAVY | {"numpy", "rich"}),
    ],
    ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value),
)
def test_heavy_libraries_stay_out(arguments: list[str], unwanted: set[str]) -> None:
    """A second more at every start, for a library the command never calls."""
    assert modules_of(arguments) & unwanted == set()


@pytest.mark.parametrize(
    "arguments", [["method"], ["score", "one.yaml"], ["questionnaire", "schema"]], ids=lambda words: words[0]
)
def test_only_the_command_that_is_asked_for_is_loaded(arguments: list[str]) -> None:
    """Building all the others takes longer than many a command."""
    loaded = run(["--lang", "it", *arguments])[1]

    assert [name for name in COMMANDS if f"alignment_maturity.cli.{name}" in loaded] == arguments[:1]


def test_commands_that_are_not_loaded_are_there_all_the_same(command: Command) -> None:
    """In the help, in what shells complete, and in the suggestion for a slip of the fingers."""
    listed = command("--help").out.rpartition("Commands")[2]
    assert re.findall(r"^\W*([a-z]+)  ", listed, re.MULTILINE) == COMMANDS
    assert completed("alignment-maturity ") == COMMANDS
    assert completed("alignment-maturity wor") == ["workshop", "worksheet"]
    assert "--theme" in completed("alignment-maturity assess --th")
    assert "sla" in completed("alignment-maturity worksheet ")

    unknown = command("asess")
    assert unknown.code == 2
    assert "No such command 'asess'. Did you mean 'assess'?" in unknown.err
    assert "Did you mean 'sla'?" in command("worksheet", "slaa").err


def test_version_and_help(command: Command) -> None:
    assert command("--version").out.startswith("alignment-maturity ")
    assert command("--lang", "it", "--version").out == command("--version").out
    assert "questionnaire" in command("--help").out
    assert "Example" in command("score", "--help").out


def test_a_reader_that_leaves_is_no_error_message(folder: Path) -> None:
    """`score ... | head -1` is how people look at things."""
    done = subprocess.run(
        f"{sys.executable} -m alignment_maturity questionnaire show mini.yaml --json | head -c 10",
        shell=True,
        cwd=folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
