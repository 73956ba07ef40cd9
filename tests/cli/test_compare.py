"""`compare`: what changed between waves, as people read it and as programs do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.store.builtin import examples

from .conftest import Command
from .test_start import HEAVY, modules_of

GOLDEN = Path(__file__).parent / "golden"
LATER = """\
format: 1
questionnaire: mini
questionnaire_version: "{version}"
organisation: {organisation}
wave: {wave}
date: {date}
respondents:
  - {{group: marketing, answers: {{personas: 3, goals: 3, lead-definition: 4, sla: fully}}}}
  - {{group: marketing, answers: {{personas: 3, goals: 3, lead-definition: 3, sla: largely}}}}
  - {{group: marketing, answers: {{personas: 2, goals: 3, lead-definition: 3, sla: largely}}}}
  - {{group: sales, answers: {{personas: 2, goals: 2, lead-definition: 3, sla: partly}}}}
  - {{group: sales, answers: {{personas: 2, goals: 2, lead-definition: 3, sla: largely}}}}
  - {{group: sales, answers: {{personas: 3, goals: 2, lead-definition: 1, sla: none}}}}
"""


def later(
    path: Path,
    *,
    version: str = "1.0",
    organisation: str = "Rossi Componenti",
    wave: str = "2027-H1",
    date: str = "2027-05-21",
) -> str:
    """Write a later wave of the company of `seven.yaml`."""
    path.write_text(LATER.format(version=version, organisation=organisation, wave=wave, date=date), "utf-8")
    return path.name


@pytest.fixture
def new(folder: Path) -> str:
    return later(folder / "new.yaml")


def second_version(folder: Path) -> None:
    """Put a new version beside the answers: a question and an option are gone, and so is a function."""
    text = (folder / "mini.yaml").read_text("utf-8")
    text = text.replace('version: "1.0"', 'version: "2.0"').replace("  - id: exchange\n", "  - id: tools\n")
    text = text.replace("{question: exchange, to: 3}", "{question: tools, to: 3}")
    text = text.replace("      - {level: 5, text: One number}\n", "")
    (folder / "mini.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("company", ["fonderie-castelrosso", "idrovalle-componenti", "ponteverde-software"])
def test_the_screen_says_this(command: Command, company: str, lang: str) -> None:
    """Every word on a terminal of 80 columns; a change of wording is a change of the product.

    To accept a new wording, write what the failure shows into the file it names.
    """
    before, after = examples()[company], examples()[f"{company}-2027"]
    outcome = command("compare", after, "--previous", before, "--lang", lang, env={"COLUMNS": "80"})
    assert outcome.code == 0
    assert outcome.err == ""
    told = "\n".join(line.rstrip() for line in outcome.out.splitlines()) + "\n"
    assert told == (GOLDEN / f"compare-{company}.{lang}.txt").read_text("utf-8")


def test_the_document_holds_the_figures_of_both_waves(command: Command, new: str) -> None:
    """Other programs read the comparison, and every figure of it must be one that `score` gives."""
    document = command("compare", new, "--previous", "seven.yaml", "--json").document
    before, after = (command("score", name, "--json").document for name in ("seven.yaml", new))
    for side, scored in (("before", before), ("after", after)):
        for key in ("wave", "date", "questionnaire", "respondents", "level", "level_name", "index"):
            assert document[side][key] == scored[key]
        assert {level: change[side] for level, change in document["coverage"].items()} == scored["coverage"]
        assert [
            {"question": gate["question"], "level": gate["level"], "status": gate[side]}
            for gate in document["gates"]
        ] == scored["gates"]
        for ours, theirs in zip(document["dimensions"], scored["dimensions"], strict=True):
            assert {key: ours[key][side] for key in ("level", "index", "gap")} == {
                key: theirs[key] for key in ("level", "index", "gap")
            }
        for ours, theirs in zip(document["questions"], scored["questions"], strict=True):
            expected = None if theirs["index"] is None else 1 + 4 * theirs["index"]
            assert ours["level"][side] == expected
            assert ours["gap"][side] == theirs["gap"]
    assert document["index"]["difference"] == after["index"] - before["index"]
    done = {step["action"] for step in document["actions"]["done"] if step["planned"]}
    still_open = {step["action"] for step in document["actions"]["still_open"]}
    assert done
    assert still_open
    assert {step["action"] for step in before["plan"]["steps"]} == done | still_open


KEYS = {
    "": "format organisation before after cautions level index like_for_like coverage by_group gates"
    " dimensions questions up down actions disagreements suppressed_groups combined_withheld"
    " differences trend",
    "before": "wave date questionnaire respondents level level_id level_name top index completeness"
    " provisional thresholds cutoffs",
    "level": "before after difference",
    "coverage/2": "before after difference",
    "gates/0": "question level before after",
    "dimensions/0": "id index level gap by_group same_questions",
    "dimensions/0/by_group/sales": "before after difference",
    "questions/0": "id level gap by_group",
    "actions": "done undone still_open not_compared",
    "actions/done/0": "action title planned",
    "disagreements": "arisen resolved",
    "disagreements/arisen/0": "question gates gap",
    "differences": "id version top levels method thresholds gates_added gates_removed questions_added"
    " questions_removed questions_changed questions_reworded questions_moved questions_reweighted"
    " dimensions_added dimensions_removed dimensions_reweighted groups_added groups_removed groups_reweighted"
    " compared_groups_changed",
    "trend/0": "wave date questionnaire respondents level top index like_for_like coverage dimensions",
}


@pytest.mark.parametrize("path", KEYS)
def test_the_keys_of_the_document(path: str, json_of_idrovalle: Any) -> None:
    """A key that is renamed breaks every program that reads it."""
    found = json_of_idrovalle
    for step in filter(None, path.split("/")):
        found = found[int(step)] if isinstance(found, list) else found[step]
    assert list(found) == KEYS[path].split()


@pytest.fixture
def json_of_idrovalle(command: Command) -> Any:
    before, after = examples()["idrovalle-componenti"], examples()["idrovalle-componenti-2027"]
    return command("compare", after, "--previous", before, "--json", "--lang", "en").document


def test_several_waves_are_sorted_by_date_whatever_the_order(command: Command, folder: Path) -> None:
    """The wave before the new one is the latest of the others, not the one named last."""
    names = [
        later(folder / "a.yaml", wave="2025-H2", date="2025-11-21"),
        later(folder / "b.yaml", wave="2026-H1", date="2026-05-21"),
        later(folder / "c.yaml", wave="2026-H1", date="2026-05-20"),
    ]
    new = later(folder / "new.yaml")
    arguments = [part for name in ("seven.yaml", *names) for part in ("--previous", name)]
    document = command("compare", new, *arguments, "--json").document
    assert [point["wave"] for point in document["trend"]] == ["2025-H2", "2026-H1", "2026-H2", "2027-H1"]
    assert [point["respondents"] for point in document["trend"]] == [6, 12, 7, 6]
    assert document["before"]["wave"] == "2026-H2"


def test_files_without_a_wave_belong_together_by_their_date(command: Command, folder: Path) -> None:
    text = (folder / "seven.yaml").read_text("utf-8").replace("wave: 2026-H2\n", "")
    for name, date in (("x", "2026-05-21"), ("y", "2026-05-21"), ("z", "2026-11-21")):
        (folder / f"{name}.yaml").write_text(text.replace("date: 2026-11-21", f"date: {date}"), "utf-8")
    (folder / "undated.yaml").write_text(text.replace("date: 2026-11-21\n", ""), "utf-8")
    new = later(folder / "new.yaml")
    previous = [part for name in "zxy" for part in ("--previous", f"{name}.yaml")]
    document = command("compare", new, *previous, "--previous", "undated.yaml", "--json").document
    assert [point["date"] for point in document["trend"]] == [None, "2026-05-21", "2026-11-21", "2027-05-21"]
    assert [point["respondents"] for point in document["trend"]] == [7, 14, 7, 6]
    assert document["cautions"] == ["no-date"]


def test_a_new_wave_may_come_from_standard_input(command: Command, folder: Path, new: str) -> None:
    data = (folder / new).read_bytes()
    named = command("compare", new, "--previous", "seven.yaml", "--json").document
    assert command("compare", "-", "--previous", "seven.yaml", "--json", stdin=data).document == named


def test_min_group_holds_for_all_waves(command: Command, new: str) -> None:
    """Four in marketing, three in sales: with a limit of four, sales is hidden in both waves."""
    document = command("compare", new, "--previous", "seven.yaml", "--json", "--min-group", "4").document
    assert document["suppressed_groups"] == ["marketing", "sales"]
    assert document["dimensions"][0]["by_group"] == {}
    shown = command("compare", new, "--previous", "seven.yaml", "--min-group", "4", "--lang", "en").out
    assert "The figures of Marketing and Sales are not compared" in shown


def test_an_old_folder_with_its_own_questionnaire_is_read_by_it(command: Command, folder: Path) -> None:
    """A company that keeps each year's files together loses no answer to a new version."""
    old = folder / "2026"
    old.mkdir()
    for name in ("mini.yaml", "seven.yaml"):
        shutil.copy(folder / name, old)
    second_version(folder)
    new = later(folder / "new.yaml", version="2.0")
    outcome = command("compare", new, "--previous", old / "seven.yaml", "--json", "--lang", "en")
    assert outcome.code == 0
    assert "seven.yaml" not in outcome.err
    document = outcome.document
    assert document["differences"]["version"] == {"before": "1.0", "after": "2.0"}
    assert document["differences"]["questions_removed"] == ["exchange"]
    assert document["differences"]["questions_added"] == ["tools"]
    assert document["differences"]["questions_changed"] == [{"question": "goals", "changed": ["options"]}]
    assert document["like_for_like"]["questions"] == ["personas", "lead-definition", "sla"]
    scored = command("score", old / "seven.yaml", "--json").document
    assert document["before"]["index"] == scored["index"]


def test_old_answers_that_no_longer_fit_are_left_out_and_listed(command: Command, folder: Path) -> None:
    """The old questionnaire is gone: what still fits is compared, and the rest is told line by line."""
    second_version(folder)
    new = later(folder / "new.yaml", version="2.0")
    outcome = command("compare", new, "--previous", "seven.yaml", "--json", "--lang", "en")
    assert outcome.code == 0
    told = [line for line in outcome.err.splitlines() if line.startswith("seven.yaml:")]
    assert told[0] == (
        "seven.yaml:3:24: warning[answers-left-out]: the answers belong to version 1.0 of the questionnaire;"
        " those that no longer fit version 2.0 were left out (8)"
    )
    assert sum("warning[unknown-question]: " in line and "exchange" in line for line in told) == 7
    assert sum("warning[unknown-option]: question 'goals' has no option 5" in line for line in told) == 1
    document = outcome.document
    assert document["before"]["respondents"]["total"] == 7
    assert document["differences"]["version"] is None  # one questionnaire for both
    assert document["like_for_like"] is None
    refused = command("score", "seven.yaml")
    assert refused.code == 3
    assert "error[unknown-question]" in refused.err


def test_quiet_leaves_the_warnings_out(command: Command, folder: Path) -> None:
    second_version(folder)
    new = later(folder / "new.yaml", version="2.0")
    outcome = command("compare", new, "--previous", "seven.yaml", "--quiet")
    assert (outcome.code, outcome.err) == (0, "")


def test_a_new_answer_that_does_not_fit_is_an_error_all_the_same(command: Command, folder: Path) -> None:
    second_version(folder)
    new = later(folder / "new.yaml", version="1.0")
    text = (folder / new).read_text("utf-8")
    (folder / new).write_text(text.replace("sla: fully", "exchange: 2", 1), "utf-8")
    outcome = command("compare", new, "--previous", "seven.yaml")
    assert outcome.code == 3
    assert "new.yaml" in outcome.err
    assert "error[unknown-question]" in outcome.err


def test_an_old_answer_that_never_fitted_is_an_error(command: Command, folder: Path, new: str) -> None:
    """The version is the same, so it is a slip and not the past."""
    text = (folder / "seven.yaml").read_text("utf-8")
    (folder / "seven.yaml").write_text(text.replace("personas: 3", "personas: 7", 1), "utf-8")
    outcome = command("compare", new, "--previous", "seven.yaml", "--json")
    assert outcome.code == 3
    assert [error["code"] for error in outcome.document["errors"]] == ["unknown-option"]


def test_everything_wrong_in_all_files_comes_out_at_once(command: Command, folder: Path) -> None:
    """Four runs to find four mistakes is an afternoon gone."""
    later(folder / "new.yaml")
    (folder / "new.yaml").write_text((folder / "new.yaml").read_text("utf-8").replace("sla: fully", "sla: 9"))
    later(folder / "old.yaml", wave="2026-H1", date="2026-05-21")
    (folder / "old.yaml").write_text(
        (folder / "old.yaml").read_text("utf-8").replace("format: 1", "format: 2")
    )
    outcome = command(
        "compare", "new.yaml", "--json",
        "--previous", "old.yaml", "--previous", "missing.yaml", "--previous", "seven.yaml",
    )  # fmt: skip
    assert outcome.code == 3
    assert [(error["file"], error["code"]) for error in outcome.document["errors"]] == [
        ("new.yaml", "unknown-option"),
        ("old.yaml", "unsupported-format"),
        ("missing.yaml", "missing-file"),
    ]


def test_another_organisation_is_no_earlier_wave(command: Command, folder: Path, new: str) -> None:
    """The progress of one client, told from the files of another."""
    later(folder / "other.yaml", organisation="Officine Bianchi", wave="2026-H1", date="2026-05-21")
    outcome = command("compare", new, "--previous", "other.yaml", "--previous", "seven.yaml", "--json")
    assert outcome.code == 3
    (error,) = outcome.document["errors"]
    assert (error["file"], error["line"], error["code"]) == ("other.yaml", 4, "other-organisation")


def test_new_files_are_one_wave(command: Command, folder: Path, new: str) -> None:
    later(folder / "other.yaml", wave="2027-H2", date="2027-11-21")
    outcome = command("compare", new, "other.yaml", "--previous", "seven.yaml", "--json")
    assert [error["code"] for error in outcome.document["errors"]] == ["other-wave"]
    assert outcome.code == 3


@pytest.mark.parametrize("named", ["new.yaml", "./new.yaml"])
def test_a_file_cannot_be_new_and_previous(command: Command, new: str, named: str) -> None:
    outcome = command("compare", new, "--previous", "seven.yaml", "--previous", named, "--lang", "en")
    assert outcome.code == 2
    assert "is named both as the new wave and with --previous" in outcome.err


def test_a_comparison_needs_an_earlier_wave(command: Command, new: str) -> None:
    assert command("compare", new).code == 2


def test_files_the_wrong_way_round_are_noticed(command: Command, new: str) -> None:
    outcome = command("compare", "seven.yaml", "--previous", new, "--lang", "en")
    assert outcome.code == 0
    assert "the files may be the wrong way round" in outcome.out


def test_an_earlier_wave_is_planned_from_its_own_date() -> None:
    """What was promised then must not depend on the day on which one looks back."""
    from alignment_maturity.cli.inputs import plan_request
    from alignment_maturity.cli.shell import Shell
    from alignment_maturity.cli.waves import assess_waves
    from alignment_maturity.waves import Terms

    previous = [str(examples()["idrovalle-componenti"])]
    before, _ = assess_waves(
        Shell("en"), [str(examples()["idrovalle-componenti-2027"])], previous, None, Terms(plan_request())
    )
    assert before.result.plan.start.isoformat() == "2026-11-17"
    assert before.result.plan.target == 3


def test_a_comparison_starts_no_heavy_library() -> None:
    path = examples()["idrovalle-componenti"]
    later_wave = examples()["idrovalle-componenti-2027"]
    arguments = ["compare", str(later_wave), "--previous", str(path), "--json"]
    assert modules_of(arguments) & (HEAVY | {"rich", "filelock"}) == set()


def test_words_of_the_document_are_in_the_language_asked_for(command: Command, new: str) -> None:
    outcome = command("compare", new, "--previous", "seven.yaml", "--json")
    assert json.loads(outcome.out)["before"]["level_name"] == "Strategic alignment"
