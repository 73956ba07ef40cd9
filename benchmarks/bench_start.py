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

BARE = "import numpy, yaml, pydantic"
# The bare import of pydantic is lazy: what any program that has a model pays comes with the first one.
USED = "import numpy, yaml\nfrom pydantic import BaseModel\nclass Model(BaseModel):\n    x: int"
for command in (["score", "one.yaml"], ["score", "one.yaml", "--json"]):
    for name, imports in {"bare imports": BARE, "imports in use": USED}.items():
        ratio = compare([sys.executable, "-c", imports], [OURS, *command], cwd=str(ANSWERS))
        report(f"{' '.join(command)} / {name}", ratio, 2)
