"""`questionnaire list|show|validate|schema|new|export|import`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from alignment_maturity.language import worksheets
from alignment_maturity.model.questionnaire import (
    WORKSHEETS,
    Action,
    Bands,
    CreditOption,
    Dimension,
    Group,
    Lift,
    Privacy,
    Questionnaire,
    Rubric,
    RubricOption,
    ScaleLevel,
    Staged,
    Statement,
    Transition,
)
from alignment_maturity.model.texts import texts
from alignment_maturity.store.questionnaires import find_questionnaire, read_questionnaire
from alignment_maturity.translation.sheet import as_sheet
from workbooks import put, with_texts

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


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("width", ["80", "200"])
def test_show_prints_everything_for_people(command: Command, lang: str, width: str) -> None:
    """Whoever decides whether to use a questionnaire reads all of it, on paper too."""
    screen = command("questionnaire", "show", "quick", "--lang", lang, env={"COLUMNS": width}).out
    assert max(map(len, screen.splitlines())) <= min(int(width), 100)
    assert not any(line.endswith(" ") for line in screen.splitlines())
    words = " ".join(screen.split())
    questionnaire = find_questionnaire("quick").questionnaire
    for text in texts(find_questionnaire("quick").document.data):
        assert " ".join(text.content[lang].replace("•", "").split()) in words, text.path
    for action in questionnaire.actions:
        assert all(worksheets.title(name, lang) in words for name in action.worksheets)  # type: ignore[arg-type] # a language
    assert "requisito del livello 2" in words or lang == "en"


def test_show_of_other_methods_and_kinds(command: Command, folder: Path) -> None:
    text = (folder / "mini.yaml").read_text("utf-8")
    by_level = "placement: {method: staged, threshold: {2: 0.5, 3: 0.625, 4: 0.7, 5: 0.8}}"
    bands = "placement: {method: bands, cutoffs: [20, 40, 60, 80]}"
    staged = "placement: {method: staged, threshold: 0.7}"
    pair = "compare: [marketing, sales]\n"
    (folder / "levels.yaml").write_text(text.replace(staged, by_level), "utf-8")
    (folder / "bands.yaml").write_text(text.replace(staged, bands).replace(pair, ""), "utf-8")
    assert "coverage of at least 62.5% for level 3" in command("questionnaire", "show", "levels.yaml").out
    screen = command("questionnaire", "show", "bands.yaml", "--lang", "en").out
    assert "Placement: index, from 20, 40, 60, 80" in screen
    assert "Owner: Jointly" in screen
    assert "75% For the most part" in screen
    assert "Lifts: Service-level agreement (level 3)" in screen


def test_show_of_an_unknown_id_names_the_known_ones(command: Command) -> None:
    outcome = command("questionnaire", "show", "quik")
    assert outcome.code == 2
    assert "quick" in outcome.err


def test_validate_reports_every_file(command: Command, folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\n", "utf-8")
    outcome = command("questionnaire", "validate", "mini.yaml", "broken.yaml")
    assert outcome.code == 3
    assert "mini.yaml: valid (mini 1.0; questions: 5, actions: 5)" in outcome.err
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


FIELDS = {
    field.alias or name
    for model in (
        Action, Bands, CreditOption, Dimension, Group, Lift, Privacy, Questionnaire, Rubric, RubricOption,
        ScaleLevel, Staged, Statement, Transition,
    )
    for name, field in model.model_fields.items()
}  # fmt: skip


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_new_one_shows_every_key_there_is(command: Command, folder: Path, lang: str) -> None:
    """What the starting point does not show, hardly anybody finds."""
    assert command("questionnaire", "new", "mine.yaml", "--lang", lang).code == 0
    text = (folder / "mine.yaml").read_text("utf-8")
    assert len(FIELDS) > 40
    assert {field for field in FIELDS if not re.search(rf"\b{field}:", text)} == set()
    assert {name for name in WORKSHEETS if name not in text} == set()


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


def test_texts_go_out_and_come_back(command: Command, folder: Path) -> None:
    """The owner of the texts works in a spreadsheet; the file keeps everything else."""
    assert command("questionnaire", "export", "mini", "-o", "texts.xlsx").code == 0
    sheet = folder / "texts.xlsx"
    outcome = command("questionnaire", "import", "texts.xlsx", "-o", "same.yaml", "--lang", "en")
    assert outcome.code == 0
    assert "Texts changed: 0" in outcome.err
    assert (folder / "same.yaml").read_bytes() == (folder / "mini.yaml").read_bytes()

    sheet.write_bytes(with_texts(sheet.read_bytes(), put(2, 3, "Una miniatura: cinque domande")))
    outcome = command("questionnaire", "import", "-", stdin=sheet.read_bytes())
    before = (folder / "mini.yaml").read_text("utf-8")
    assert outcome.out == before.replace("A five-question miniature", '"Una miniatura: cinque domande"')


def test_nothing_is_replaced_unasked_by_export_and_import(command: Command, folder: Path) -> None:
    (folder / "texts.xlsx").write_bytes(b"mine")
    assert command("questionnaire", "export", "mini", "-o", "texts.xlsx").code == 1
    assert (folder / "texts.xlsx").read_bytes() == b"mine"
    assert command("questionnaire", "export", "mini", "-o", "texts.xlsx", "--force").code == 0
    before = (folder / "mini.yaml").read_bytes()
    assert command("questionnaire", "import", "texts.xlsx", "-o", "mini.yaml").code == 1
    assert (folder / "mini.yaml").read_bytes() == before


def test_the_ending_says_the_format_unless_asked(command: Command, folder: Path) -> None:
    assert command("questionnaire", "export", "mini", "-o", "texts.csv").code == 2
    assert command("questionnaire", "export", "mini", "-o", "texts.dat", "--format", "xlsx").code == 0
    assert (folder / "texts.dat").read_bytes().startswith(b"PK")
    outcome = command("questionnaire", "import", "texts.dat", "-o", "ours.json")
    assert outcome.code == 2
    assert ".yaml" in outcome.err
    assert not (folder / "ours.json").exists()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("nowhere.xlsx", "missing-file"),
        (".", "folder"),
        ("mini.yaml", "no-workbook"),
        ("full.xlsx", "cell-empty"),
    ],
)
def test_what_cannot_be_imported_writes_nothing(
    command: Command, folder: Path, given: str, code: str
) -> None:
    sheet = as_sheet(read_questionnaire(folder / "mini.yaml"), "en")
    (folder / "full.xlsx").write_bytes(with_texts(sheet, put(3, 3, "")))
    outcome = command("questionnaire", "import", given, "-o", "ours.yaml", "--lang", "en")
    assert outcome.code == 3
    assert f"error[{code}]" in outcome.err
    assert not (folder / "ours.yaml").exists()
