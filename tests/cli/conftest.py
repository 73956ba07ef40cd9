"""The command as users run it: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from forks.commands import run

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the contract's questionnaire and answer files."""
    for file in CONTRACT.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.fixture
def command(folder: Path) -> Command:
    """Run `alignment-maturity` in the folder, far from the settings of whoever runs the tests."""

    def command(
        *arguments: str | Path, stdin: str | bytes = b"", env: Mapping[str, str] | None = None
    ) -> Outcome:
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "LC_ALL": "C.UTF-8",
            "PYTHONWARNINGS": "error,ignore::ResourceWarning",  # WeasyPrint leaves a file open
            **(env or {}),
        }
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        done = run(list(map(str, arguments)), folder, variables, typed, patience=120)
        outcome = Outcome(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        )
        assert "Traceback" not in outcome.err, outcome.err
        return outcome

    return command
