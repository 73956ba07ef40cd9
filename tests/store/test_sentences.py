"""Every code that the program can raise has its sentence, in both languages and with the same fields."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import alignment_maturity
from alignment_maturity.errors import Problem
from alignment_maturity.language import Phrase, failures, problems
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.store import validation, yaml_errors

SOURCE = Path(alignment_maturity.__file__).parent
# Functions whose argument at this position is the code of a problem in an input file, or of a failure.
_PROBLEM_CALLS = {"wrong": 0, "Fault": 0, "Problem": 0, "_refusal": 0, "_on_character": 2, "Finding": 1}
_FAILURE_CALLS = {"WorkFailed": 0, "WrongUsage": 0}


def codes(calls: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Find the codes in the source, with the places where they stand."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                position = calls.get(name)
                if position is not None and len(node.args) > position:
                    yield from _constants(node.args[position], f"{path.name}:{node.lineno}")


def _constants(node: ast.expr, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, where
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body, where)
        yield from _constants(node.orelse, where)


_TABLES = (
    *((code, "validation._CODES") for code in validation._CODES.values()),
    *((code, "yaml_errors._PLAIN_CASES") for _, code, _ in yaml_errors._PLAIN_CASES),
    ("unknown-kind", "made from the name of a discriminator"),
    ("unknown-method", "made from the name of a discriminator"),
)


def test_every_problem_has_a_sentence() -> None:
    found = {*codes(_PROBLEM_CALLS), *_TABLES}
    assert len(found) > 80
    assert {entry for entry in found if entry[0] not in problems.PHRASES} == set()


def test_every_failure_has_a_sentence() -> None:
    found = {*codes(_FAILURE_CALLS)}
    assert len(found) > 8
    assert {entry for entry in found if entry[0] not in failures.PHRASES} == set()


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("phrases", [problems.PHRASES, problems.HINTS, failures.PHRASES])
def test_both_languages_say_the_same(phrases: dict[str, Phrase]) -> None:
    for code, phrase in phrases.items():
        assert fields(phrase.it) == fields(phrase.en), code
        assert phrase.it, code
        assert phrase.en, code
        assert "  " not in phrase.it + phrase.en, code


def test_every_hint_belongs_to_a_problem() -> None:
    assert problems.HINTS.keys() <= problems.PHRASES.keys()


def test_a_sentence_stays_on_its_line_whatever_the_file_holds() -> None:
    said = problems.describe(Problem("expected-text", "x", values={"found": "a\nb\x1b[1m\u202ec"}), "en")
    assert said == "text is expected here, not a\ufffdb\ufffd[1m\ufffdc"


@pytest.mark.parametrize(("lang", "said"), [("en", "; did you mean `weight`?"), ("it", "; forse `weight`?")])
def test_a_misspelling_is_named(lang: str, said: str) -> None:
    values = {"key": "wieght", "suggestion": Suggestion("wieght", ["id", "weight"])}
    assert problems.describe(Problem("unknown-key", "x", values=values), lang).endswith(said)  # type: ignore[arg-type] # a language
