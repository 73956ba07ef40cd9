"""What starting costs, as ratios to a Typer hello-world and to the bare imports: make bench."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from pairs import compare, report

HELLO = """
import typer

app = typer.Typer()

@app.command()
def hello(name: str = "world"):
    print("hello", name)

@app.command()
def bye(name: str = "world"):
    print("bye", name)

app()
"""
ANSWERS = Path(__file__).parents[1] / "tests" / "examples" / "contract"
OURS = str(Path(sys.executable).with_name("alignment-maturity"))

with tempfile.TemporaryDirectory() as folder:
    hello = Path(folder) / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    floor = [sys.executable, str(hello), "--help"]
    report("--version / typer hello --help", compare(floor, [OURS, "--version"]), 1.3)
    report("--help / typer hello --help", compare(floor, [OURS, "--help"]), 1.3)

imports = [sys.executable, "-c", "import numpy, yaml, pydantic"]
for name, arguments in {
    "score one.yaml / bare imports": ["score", "one.yaml"],
    "score --json / bare imports": ["score", "one.yaml", "--json"],
}.items():
    report(name, compare(imports, [OURS, *arguments], cwd=str(ANSWERS)), 2)
