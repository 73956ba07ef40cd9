"""`template new`, `template guide` and `report --template`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.store.builtin import data_folder
from alignment_maturity.store.template_folders import our_text

from .conftest import Command

FINGERPRINT = re.compile(r"(?:[0-9a-f]{16} ?){4}")
REPORT = ("report", "seven.yaml", "--lang", "en", "-o", "-", "--format", "html", "--template")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_to_start_from_makes_a_report(command: Command, folder: Path, lang: Lang) -> None:
    made = command("template", "new", "ours", "--lang", lang)
    assert made.code == 0
    assert sorted(path.name for path in (folder / "ours").iterdir()) == ["board.html.j2", "report.css.j2"]
    done = command(*REPORT, "ours")
    assert done.code == 0
    assert "template" not in done.err
    assert ("prossimo incontro" if lang == "it" else "next meeting") in done.out


def test_whole_copies_of_ours_change_nothing_but_the_fingerprint(command: Command, folder: Path) -> None:
    assert command("template", "new", "ours", "cover", "report.css", "macros.html.j2").code == 0
    assert (folder / "ours" / "cover.html.j2").read_text("utf-8") == our_text("cover.html.j2")
    with_copies, without = command(*REPORT, "ours").out, command(*REPORT[:-1]).out
    assert with_copies != without
    assert FINGERPRINT.sub("", with_copies) == FINGERPRINT.sub("", without)


def test_templates_that_somebody_changed_are_spared(command: Command, folder: Path) -> None:
    """And so is the one beside it: all or none."""
    (folder / "ours").mkdir()
    (folder / "ours" / "report.css.j2").write_text("mine")
    outcome = command("template", "new", "ours", "--lang", "en")
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert not (folder / "ours" / "board.html.j2").exists()
    assert command("template", "new", "ours", "--force").code == 0
    assert (folder / "ours" / "report.css.j2").read_text() != "mine"


def test_a_template_that_is_not_ours_cannot_be_copied(command: Command) -> None:
    outcome = command("template", "new", "ours", "boardroom", "--lang", "en")
    assert outcome.code == 2
    assert "board.html.j2" in outcome.err


def test_the_guide_is_printed_whole(command: Command) -> None:
    assert command("template", "guide").out == (data_folder("docs") / "templates.md").read_text("utf-8")


def test_problems_come_with_their_place_before_the_answers_are_read(command: Command, folder: Path) -> None:
    place = folder / "ours"
    place.mkdir()
    (place / "board.html.j2").write_text(
        '{% extends "ours/board.html.j2" %}\n{% block movs %}{% endblock %}\n'
    )
    outcome = command(*REPORT, "ours")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == (
        "ours/board.html.j2:2:10: error[template-block]: `ours/board.html.j2` has no block `movs`;"
        " did you mean `moves`?\n"
        "    2 | {% block movs %}{% endblock %}\n"
        "      |          ^\n"
        "      = its blocks are: heading, body, lead, drawing, figures, columns, moves\n"
    )
    assert "non ha il blocco `movs`; forse `moves`?" in command(*REPORT, "ours", "--lang", "it").err


def test_problems_that_only_a_report_shows_end_in_order_too(command: Command, folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "board.html.j2").write_text('<img src="logo.png">{{ view.bord }}')
    outcome = command(*REPORT, "ours")
    assert outcome.code == 3
    assert "ours/board.html.j2:1:29: error[template-no-part]: `ReportView` has no `bord`" in outcome.err
    (folder / "ours" / "board.html.j2").write_text('<img src="logo.png">')
    for form in ("html", "pdf"):
        outcome = command("report", "one.yaml", "-o", f"report.{form}", "--template", "ours", "--lang", "en")
        assert outcome.code == 3
        assert "ours/board.html.j2:1:6: error[template-outside]" in outcome.err
        assert "data_uri" in outcome.err
        assert not (folder / f"report.{form}").exists()


def test_a_folder_that_is_not_there(command: Command) -> None:
    outcome = command(*REPORT, "nowhere")
    assert outcome.code == 3
    assert outcome.err.startswith("nowhere: error[template-folder-missing]: the folder does not exist")


def test_what_is_odd_is_a_warning(command: Command, folder: Path) -> None:
    assert command("template", "new", "ours").code == 0
    (folder / "ours" / "signatures.html.j2").write_text("x")
    outcome = command(*REPORT, "ours")
    assert outcome.code == 0
    assert "ours/signatures.html.j2: warning[template-idle]" in outcome.err
    assert "signatures" not in command(*REPORT, "ours", "--quiet").err


def test_templates_are_for_pages_only(command: Command) -> None:
    """Not silently passed over: somebody would send the report out without their cover."""
    assert command("template", "new", "ours").code == 0
    outcome = command("report", "one.yaml", "-o", "report.md", "--template", "ours", "--lang", "en")
    assert outcome.code == 2
    assert "pdf, html" in outcome.err
