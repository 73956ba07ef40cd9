"""Whatever a file holds, it gives a document or problems in their places, never anything else."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.answer_checks import check_answers
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.model.questionnaire_checks import check_questionnaire
from alignment_maturity.store.diagnostics import as_document, render
from alignment_maturity.store.documents import Document, parse_document
from alignment_maturity.store.validation import Checks, validate

EXAMPLES = Path(__file__).parents[1] / "examples/contract"
MINI = (EXAMPLES / "mini.yaml").read_bytes()
SEVEN = (EXAMPLES / "seven.yaml").read_bytes()
ROOM = (EXAMPLES / "room.yaml").read_bytes()
QUESTIONNAIRE, _ = validate(parse_document("mini.yaml", MINI), Questionnaire, check_questionnaire)
IN_JSON = rb"""{"format": 1, "questionnaire": "mini", "questionnaire_version": "1.0",
 "organisation": "Rossi \u00e8", "respondent": {"group": "sales"},
 "answers": {"personas": 2, "sla": {"value": "partly", "note": null}}}"""

names = st.sampled_from(["x.yaml", "x.json", "-"])
# What means something to one of the readers, next to what does not.
pieces = st.sampled_from(
    [
        *(": ", "- ", "? ", "\n", "\n  ", "\n\t", "\r\n", "---\n", "...\n", "%YAML 1.2\n", "|", ">-\n", " #"),
        *(
            "&a ",
            "*a",
            "<<: ",
            "!!str ",
            "\\u00",
            "\\ud800",
            "null",
            "true",
            "0.5",
            "NaN",
            "id",
            "level",
            "n/a",
        ),
        *":{}[],\"'\\#~1@`/=è日\xa0\ufeff\x00\x07\x85\u2028\ud7ff",
    ]
)


MODELS: tuple[tuple[type[BaseModel], Checks], ...] = (
    (Questionnaire, check_questionnaire),
    (AnswerFile, partial(check_answers, questionnaire=QUESTIONNAIRE)),
)


def check(name: str, content: bytes, models: tuple[tuple[type[BaseModel], Checks], ...] = MODELS) -> None:
    """Read and validate; whoever looks at what comes out must be able to."""
    try:
        document = parse_document(name, content)
    except InvalidInput as error:
        check_problems(error, content)
        return
    for model, checks in models:
        try:
            validate(document, model, checks)
        except InvalidInput as error:
            check_problems(error, content)


def check_problems(error: InvalidInput, content: bytes) -> None:
    text = content.decode(errors="replace").removeprefix("\ufeff")
    document = Document("x", text, None, "")
    assert error.problems
    places = [(problem.line, problem.column) for problem in error.problems]
    assert places == sorted(places)
    for problem in error.problems:
        assert (problem.line > 0) == (problem.column > 0)
        if problem.line:
            assert problem.excerpt == document.excerpt(problem.line)
            assert problem.column <= len(problem.excerpt) + 2
    languages: tuple[Literal["it", "en"], ...] = ("it", "en")
    for lang in languages:
        render(error.problems, error.more, lang).encode()
        as_document(error.problems, error.more, lang)


@given(names, st.binary(max_size=200))
def test_bytes(name: str, content: bytes) -> None:
    check(name, content)


@given(names, st.text(max_size=100))
def test_text(name: str, text: str) -> None:
    check(name, text.encode(errors="replace"))


@given(names, st.lists(pieces, max_size=30))
def test_text_made_of_what_the_readers_know(name: str, parts: list[str]) -> None:
    check(name, "".join(parts).encode())


@pytest.mark.parametrize(
    ("name", "sound"), [("x.yaml", MINI), ("x.yaml", SEVEN), ("x.yaml", ROOM), ("x.json", IN_JSON)]
)
@given(data=st.data())
def test_sound_files_with_something_changed(name: str, sound: bytes, data: st.DataObject) -> None:
    content = sound
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 12))
        put = data.draw(pieces.map(str.encode) | st.binary(max_size=3) | st.just(content[: min(start, 40)]))
        content = content[:start] + put + content[end:]
    check(name, content)


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-2, 12)
    | st.sampled_from(["", "personas", "n/a", "marketing", "x y"])
)
keys = st.sampled_from(
    [
        *(
            "format",
            "id",
            "questions",
            "options",
            "level",
            "kind",
            "text",
            "placement",
            "threshold",
            "groups",
            "2",
        ),
        *("compare", "answers", "workshop", "rounds", "respondents", "lifts", "requires", "actions", "gate"),
        *("personas", "value"),
    ]
)
shapes = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)


@given(shapes, keys, keys)
def test_known_keys_with_values_of_any_shape(shape: object, first: str, second: str) -> None:
    check("x.json", json.dumps({first: shape, second: [shape]}).encode())


def test_every_part_of_a_questionnaire_may_have_any_shape() -> None:
    """Each value of a sound file is replaced by values of every other shape, one at a time."""
    data = parse_document("mini.yaml", MINI).data
    alike = {tuple(key for key in path if isinstance(key, str)): path for path in paths(data)}
    for path in alike.values():
        for value in WRONG_VALUES:
            check("x.json", json.dumps(replaced(data, path, value), indent=1).encode(), MODELS[:1])


WRONG_VALUES: tuple[object, ...] = (None, "x", [], {}, [None, {}], {"a": []})
Path_ = tuple[str | int, ...]


def paths(data: object, path: Path_ = ()) -> list[Path_]:
    """Return the paths of all values, of lists only those of the first and last entries."""
    entries: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        entries = list(data.items())
    elif isinstance(data, list) and data:
        entries = [(index, data[index]) for index in sorted({0, len(data) - 1})]
    return [path, *(inner for key, value in entries for inner in paths(value, (*path, key)))]


def replaced(data: object, path: Path_, value: object) -> object:
    if not path:
        return value
    if isinstance(data, dict):
        return {key: replaced(old, path[1:], value) if key == path[0] else old for key, old in data.items()}
    assert isinstance(data, list)
    return [replaced(old, path[1:], value) if index == path[0] else old for index, old in enumerate(data)]
