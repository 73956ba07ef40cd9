"""`report` in Word, with our template and with somebody's own."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from report.word_templates import related, repacked, written

from .conftest import CONTRACT, Command


def test_word_by_its_ending(command: Command, folder: Path) -> None:
    outcome = command("report", "seven.yaml", "-o", "report.docx", "--lang", "it")
    assert outcome.code == 0
    assert "report.docx" in outcome.err
    word = docx.Document(str(folder / "report.docx"))
    assert word.core_properties.title == "Rossi Componenti: rapporto di valutazione"
    assert "Di che cosa parlare" in [paragraph.text for paragraph in word.paragraphs]


def test_the_options_of_other_formats_hold_for_word(command: Command, folder: Path) -> None:
    command("report", "seven.yaml", "-o", "report.docx", "--sections", "plan,board", "--lang", "en")
    word = docx.Document(str(folder / "report.docx"))
    labels = [it.text for it in word.paragraphs if it.style and it.style.name == "Section Label"]
    assert labels == ["Next actions", "At a glance"]


def test_a_template_of_one_s_own(command: Command, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "report.docx").write_bytes(
        written("Studio for {{ organisation }}", "{{p sections.board }}")
    )
    outcome = command("report", "seven.yaml", "-o", "report.docx", "--template", "own", "--lang", "en")
    assert outcome.code == 0
    word = docx.Document(str(folder / "report.docx"))
    assert word.paragraphs[0].text == "Studio for Rossi Componenti"


@pytest.mark.parametrize("lang", ["it", "en"])
def test_what_is_wrong_with_a_template_is_told_without_a_trace(
    command: Command, folder: Path, lang: str
) -> None:
    (folder / "own").mkdir()
    template = folder / "own" / "report.docx"
    for data, code in (
        (written("{{ organizaton }}", "{{p report }}"), "word-template-name"),
        (written("{{ organisation", "{{p report }}"), "word-template-unclosed"),
        (written("{{ organisation }}"), "word-template-empty"),
        (
            repacked(written("{{p report }}"), related("image", "https://example.org/a.png")),
            "word-template-outside",
        ),
        (b"Dear board,", "no-word-template"),
        (None, "missing-file"),
    ):
        if data is None:
            template.unlink()
        else:
            template.write_bytes(data)
        outcome = command("report", "seven.yaml", "-o", "report.docx", "--template", "own", "--lang", lang)
        assert outcome.code == 3, code
        told = outcome.err.replace(os.sep, "/")
        assert re.search(rf"own/report\.docx(:\d+:\d+)?: error\[{code}\]", told)
        assert "Traceback" not in outcome.err
        assert not (folder / "report.docx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a Unix device")
def test_a_terminal_is_not_filled_with_a_word_file() -> None:
    ours, theirs = pty.openpty()
    arguments = ["report", "seven.yaml", "-o", "-", "--format", "docx", "--lang", "en"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "alignment_maturity", *arguments],
            cwd=CONTRACT, stdout=theirs, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 2
    assert "docx" in done.stderr


def test_neither_format_loads_the_libraries_of_the_other(folder: Path) -> None:
    """Half a second more for a page that has no use for it; no Word report where Pango is missing."""
    program = (
        "import sys; sys.argv = ['alignment-maturity', 'report', 'seven.yaml', '-o', sys.argv[1]];"
        "from alignment_maturity.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    loaded = {}
    for name in ("report.html", "report.docx"):
        done = subprocess.run(
            [sys.executable, "-c", program, name],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        loaded[name] = set(done.stdout.split())
    assert loaded["report.html"] & {"docx", "docxtpl", "resvg_py", "weasyprint", "PIL"} == set()
    assert {"docx", "docxtpl", "resvg_py"} <= loaded["report.docx"]
    assert loaded["report.docx"] & {"weasyprint", "PIL"} == set()
