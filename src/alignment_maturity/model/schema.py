"""The JSON Schemas of the three kinds of files, generated from the models."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.brand import BrandFile
from alignment_maturity.model.questionnaire import Questionnaire

Kind = Literal["questionnaire", "answers", "brand"]

_MODELS: dict[Kind, tuple[type[BaseModel], str]] = {
    "questionnaire": (Questionnaire, "Questionnaire of alignment-maturity, format 1"),
    "answers": (AnswerFile, "Answer file of alignment-maturity, format 1"),
    "brand": (BrandFile, "Brand of alignment-maturity, format 1"),
}


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of a kind of file (JSON Schema, draft 2020-12).

    It says what a single value may be; what holds between values is checked by the program alone.
    """
    model, title = _MODELS[kind]
    schema = _tidy(model.model_json_schema(by_alias=True))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _tidy(node: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Drop generated titles and the defaults of left-out texts; of docstrings keep the first sentence."""
    if isinstance(node, list):
        return [_tidy(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    tidy = {}
    for key, value in node.items():
        if (key == "title" and isinstance(value, str)) or (key == "default" and isinstance(value, dict)):
            continue
        if key == "description" and isinstance(value, str):
            tidy[key] = value.split("\n\n")[0].replace("\n", " ")
        else:
            tidy[key] = _tidy(value)
    return tidy
