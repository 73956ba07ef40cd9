"""What starting costs: nothing heavy is imported by commands that don't need it."""

from __future__ import annotations

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
COUNT = """
import sys
sys.argv = ["alignment-maturity", *{arguments!r}]
from alignment_maturity.__main__ import main
try:
    main()
except SystemExit:
    pass
print("modules:", *sorted({{name.split(".")[0] for name in sys.modules}}))
"""


def modules_of(arguments: list[str]) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", COUNT.format(arguments=arguments)],
        cwd=CONTRACT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(done.stdout.split("modules:")[-1].split())


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
