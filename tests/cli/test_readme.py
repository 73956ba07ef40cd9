"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from alignment_maturity.store.builtin import examples

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
