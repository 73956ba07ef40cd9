"""The shipped JSON Schemas: those of the models, and accepting what the program accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from alignment_maturity.model.schema import Kind, json_schema
from alignment_maturity.store.builtin import data_folder, examples, schema

QUESTIONNAIRES = sorted(data_folder("questionnaires").glob("*.yaml"))
STARTERS = sorted((data_folder("questionnaires") / "starters").glob("*.yaml"))


def document(path: Path) -> Any:
    """Read a file as an editor does, by YAML 1.2, with dates as text."""
    reader = YAML(typ="safe", pure=True)
    return json.loads(json.dumps(reader.load(path.read_text("utf-8")), default=str))


@pytest.mark.parametrize("kind", ["questionnaire", "answers"])
def test_the_shipped_schema_is_that_of_the_models(kind: Kind) -> None:
    """An editor that follows a stale schema marks good files as wrong; `make schemas` writes it anew."""
    assert json.loads(schema(kind).read_text("utf-8")) == json_schema(kind)


@pytest.mark.parametrize("kind", ["questionnaire", "answers"])
def test_the_schema_is_a_schema(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("path", [*QUESTIONNAIRES, *STARTERS], ids=lambda path: path.stem)
def test_questionnaires_follow_it(path: Path) -> None:
    jsonschema.validate(document(path), json_schema("questionnaire"))


@pytest.mark.parametrize("path", examples().values(), ids=lambda path: path.stem)
def test_answers_follow_it(path: Path) -> None:
    jsonschema.validate(document(path), json_schema("answers"))


@pytest.mark.parametrize(
    "change",
    [
        {"questions": []},
        {"format": 2},
        {"wieght": 1},
        {"placement": {"method": "bands", "threshold": 0.7}},
        {"dimensions": [{"id": "Capital", "name": "x"}]},
    ],
    ids=str,
)
def test_it_refuses_what_the_program_refuses(change: dict[str, Any]) -> None:
    whole = document(data_folder("questionnaires") / "quick.yaml")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole | change, json_schema("questionnaire"))
