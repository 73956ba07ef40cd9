"""`questionnaire list|show|validate|schema|new`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Command


def test_list_names_the_built_in_ones_and_those_beside(command: Command) -> None:
    entries = {entry["id"]: entry for entry in command("questionnaire", "list", "--json").document}
    assert entries["quick"]["place"] == "built-in"
    assert entries["mini"]["place"] == "beside"
    assert "one" not in entries  # answers are no questionnaires
    table = command("questionnaire", "list", "--lang", "it").out
    assert "quick" in table
    assert "incluso" in table


def test_ones_own_questionnaires_are_found(command: Command, folder: Path) -> None:
    """A consultant's own instrument serves every client, from whichever folder."""
    own = folder / "data"
    (own / "alignment-maturity" / "questionnaires").mkdir(parents=True)
    (folder / "mini.yaml").rename(own / "alignment-maturity" / "questionnaires" / "mini.yaml")
    assert command("score", "one.yaml").code == 3
    outcome = command("score", "one.yaml", "--json", env={"XDG_DATA_HOME": str(own)})
    assert outcome.document["level"] == 2


def test_show_json_is_the_whole_file(command: Command, folder: Path) -> None:
    """What is printed can be saved and used in the place of the YAML file."""
    shown = command("questionnaire", "show", "mini", "--json")
    (folder / "copy").mkdir()
    (folder / "copy" / "mini.json").write_text(shown.out, "utf-8")
    assert command("questionnaire", "validate", "copy/mini.json").code == 0
    first = command("score", "seven.yaml", "-q", "copy/mini.json", "--json").document
    second = command("score", "seven.yaml", "--json").document
    first["questionnaire"].pop("sha256")
    second["questionnaire"].pop("sha256")
    assert first == second


def test_show_tells_people_what_is_asked(command: Command) -> None:
    screen = command("questionnaire", "show", "quick", "--lang", "it").out
    assert "Disallineamento" in screen
    assert "requisito del livello 2" in screen


def test_show_of_an_unknown_id_names_the_known_ones(command: Command) -> None:
    outcome = command("questionnaire", "show", "quik")
    assert outcome.code == 2
    assert "quick" in outcome.err


def test_validate_reports_every_file(command: Command, folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\n", "utf-8")
    outcome = command("questionnaire", "validate", "mini.yaml", "broken.yaml")
    assert outcome.code == 3
    assert "mini.yaml: valid (mini 1.0, 5 questions, 5 actions)" in outcome.err
    assert "error[missing-key]: key `questions` is missing" in outcome.err


@pytest.mark.parametrize("kind", ["questionnaire", "answers"])
def test_schema_is_json(command: Command, kind: str) -> None:
    assert command("questionnaire", "schema", kind).document["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_new_starts_a_valid_questionnaire(command: Command, folder: Path, lang: str) -> None:
    """The first thing somebody makes with it must not be an error message."""
    assert command("questionnaire", "new", "mine.yaml", "--lang", lang).code == 0
    assert command("questionnaire", "validate", "mine.yaml").code == 0
    answers = {
        "format": 1, "questionnaire": "mine", "questionnaire_version": "1.0", "organisation": "Prova",
        "answers": {"goals": 2, "customer-list": 2, "weekly-meeting": "none"},
    }  # fmt: skip
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    assert command("score", "answers.json", "--json").document["level"] == 2


def test_new_from_a_copy_keeps_its_comments(command: Command, folder: Path) -> None:
    assert command("questionnaire", "new", "ours.yaml", "--from", "quick").code == 0
    text = (folder / "ours.yaml").read_text("utf-8")
    assert '\nid: "ours"\n' in text
    assert text.startswith("# yaml-language-server")
    assert command("questionnaire", "validate", "ours.yaml").code == 0


def test_new_never_overwrites_unasked(command: Command, folder: Path) -> None:
    before = (folder / "mini.yaml").read_bytes()
    assert command("questionnaire", "new", "mini.yaml").code == 1
    assert (folder / "mini.yaml").read_bytes() == before
    assert command("questionnaire", "new", "Mini.yaml").code == 2
    assert command("questionnaire", "new", "mini.txt").code == 2


def test_answers_named_like_their_questionnaire_are_not_taken_for_it(command: Command, folder: Path) -> None:
    """`assess -o quick.yaml` is what many people type first."""
    answers = {
        "format": 1, "questionnaire": "quick", "questionnaire_version": "1.0", "organisation": "Prova",
        "answers": {"shared-strategy": 3},
    }  # fmt: skip
    for name in ("quick.yaml", "other.yaml"):
        (folder / name).write_text(json.dumps(answers), "utf-8")
        assert command("score", name, "--json").code == 0
    assert command("score", "other.yaml", "-q", "quick").code == 0
    assert command("questionnaire", "show", "quick").code == 0
    listed = command("questionnaire", "list", "--json").document
    assert [entry["place"] for entry in listed if entry["id"] == "quick"] == ["built-in"]


def test_a_faulty_questionnaire_beside_is_listed_as_such(command: Command, folder: Path) -> None:
    """Left out of the list, its author would look for it in the wrong place."""
    text = (folder / "mini.yaml").read_text("utf-8")
    (folder / "twice.yaml").write_text(text + "privacy: {min_group: 2}\n", "utf-8")
    entries = {entry["id"]: entry for entry in command("questionnaire", "list", "--json").document}
    assert entries["twice"]["valid"] is False
