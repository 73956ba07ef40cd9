"""The page on the whole method, to which reports send their readers."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from alignment_maturity.store import builtin

from .conftest import Command

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"it": "metodo.md", "en": "method.md"}


@pytest.mark.parametrize("lang", PAGES)
def test_piped_it_is_the_page_as_it_was_written(command: Command, lang: str) -> None:
    outcome = command("method", "--lang", lang)
    assert outcome.out == (DOCS / PAGES[lang]).read_text(encoding="utf-8")
    assert (outcome.code, outcome.err) == (0, "")


def test_its_language_is_that_of_the_locale(command: Command) -> None:
    assert command("method", env={"LC_ALL": "it_IT.UTF-8"}).out == command("method", "--lang", "it").out
    assert command("method", env={"LC_ALL": "de_DE.UTF-8"}).out == command("method", "--lang", "en").out


def test_on_a_terminal_it_is_laid_out_to_be_read(tmp_path: Path) -> None:
    """Hashes, pipes and lines of 130 characters are for editors."""
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "alignment_maturity", "method", "--lang", "it"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TERM": "xterm"},
        dimensions=(24, 72),
        encoding="utf-8",
        timeout=20,
    )
    shown = re.sub(r"\x1b\[[\d;]*m", "", str(terminal.read())).splitlines()
    terminal.close()
    assert terminal.exitstatus == 0
    assert shown[0].strip() == "Il metodo"
    assert max(map(len, shown)) <= 72


@pytest.mark.parametrize("lang", PAGES)
def test_in_an_installed_package_it_lies_within(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    """An installed program must not look for the checkout."""
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(builtin, "_PACKAGE", tmp_path)
    assert builtin.method_page("it" if lang == "it" else "en") == tmp_path / "docs" / PAGES[lang]
