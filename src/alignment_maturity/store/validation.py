"""Checking plain data against a model and its cross checks, with every problem in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest
from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.model.findings import Finding, Path, Suggestion
from alignment_maturity.model.scalars import shown
from alignment_maturity.store.documents import Document
from alignment_maturity.store.places import KEPT, Data, locate

M = TypeVar("M", bound=BaseModel)
Checks = Callable[[object], Iterable[Finding]]

_KEY_MARK = "[key]"  # ends pydantic's path where a key of a map is wrong
_CODES = {
    "dict_type": "expected-map",
    "mapping_type": "expected-map",
    "model_type": "expected-map",
    "model_attributes_type": "expected-map",
    "list_type": "expected-list",
    "tuple_type": "expected-list",
    "too_short": "too-few-entries",
    "too_long": "too-many-entries",
}


def validate(document: Document, model: type[M], checks: Checks) -> tuple[M, tuple[Problem, ...]]:
    """Make a model of a document's data; return it with the warnings.

    `checks` find in the plain data what a model cannot see; model and checks always both run. Raises
    InvalidInput with the problems in the order of the file. Where there are more than `KEPT`, errors are kept
    before warnings, and those further up before those further down.
    """
    result: M | None = None
    details: list[ErrorDetails] = []
    try:
        result = model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems, errors = _select(document, _findings(document.data, model, details, checks))
    problems = [*document.errors, *problems][:KEPT]
    errors += len(document.errors) + document.more
    problems += document.warnings[: KEPT - len(problems)]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    if result is None or errors:
        kept = sum(not problem.warning for problem in problems)
        raise InvalidInput(problems, errors - kept)
    return result, tuple(problems)


def _select(document: Document, findings: Iterable[Finding]) -> tuple[list[Problem], int]:
    """Place the findings that are kept, and count the errors among all of them."""
    errors = 0

    def ranked() -> Iterator[tuple[bool, int, int, Finding]]:
        nonlocal errors
        for order, finding in enumerate(findings):
            errors += not finding.warning
            offset = locate(document.place, finding.path, on_key=finding.on_key)
            yield finding.warning, offset, order, finding

    return [document.problem(finding) for *_, finding in nsmallest(KEPT, ranked())], errors


def _findings(
    data: Data, model: type[BaseModel], details: list[ErrorDetails], checks: Checks
) -> Iterator[Finding]:
    """Go through all findings once, using `details` up; of two about one path, the model's is the better."""
    paths: set[Path] = set()
    details.reverse()
    while details:
        detail = details.pop()
        if not _is_aftermath(detail):
            finding = _finding(detail, data, model)
            paths.add(finding.path)
            yield finding
    seen: set[tuple[object, ...]] = set()
    for finding in checks(data):
        # Two transitions missing in one place are two problems; one found twice is one.
        plain = (value for value in finding.values.values() if isinstance(value, (str, int)))
        problem = finding.path, finding.code, *plain
        if finding.path not in paths and problem not in seen:
            seen.add(problem)
            yield finding


def _is_aftermath(detail: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because it counts the sound entries."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _finding(detail: ErrorDetails, data: Data, model: type[BaseModel]) -> Finding:
    """Say in our codes what pydantic says."""
    kind, location, context = detail["type"], detail["loc"], detail.get("ctx", {})
    path = _existing(location, data)
    if kind == "extra_forbidden":
        key = str(location[-1])
        suggestion = Suggestion(key, _KnownKeys(model, location[:-1]))
        return Finding(path, "unknown-key", {"key": shown(key), "suggestion": suggestion}, on_key=True)
    if kind == "missing":
        return Finding((*path, location[-1]), "missing-key", {"key": location[-1]})
    if kind == "union_tag_invalid":
        field = str(context["discriminator"]).strip("_()'")
        values = {"found": shown(detail["input"][field]), "known": context["expected_tags"].replace("'", "")}
        return Finding((*path, field), f"unknown-{field}", values)
    code = kind if context.get("code") == kind else _CODES.get(kind, "unexpected-value")
    values = {"found": shown(detail["input"]), **context}
    return Finding(path, code, values, on_key=location[-1:] == (_KEY_MARK,))


def _existing(path: Path, data: Data) -> Path:
    """Leave out what does not exist in the data: names of union members, marks, and a missing key."""
    kept: list[str | int] = []
    for element in path:
        if isinstance(data, dict) and str(element) in data:
            data = data[str(element)]
            kept.append(str(element))
        elif isinstance(data, list) and isinstance(element, int):
            data = data[element]
            kept.append(element)
    return tuple(kept)


class _KnownKeys:
    """The keys that the map at a path may have; they are looked up when they are asked for."""

    def __init__(self, model: type[BaseModel], path: Path) -> None:
        self._model = model
        self._path = path

    def __iter__(self) -> Iterator[str]:
        kind: object = self._model
        for element in self._path:
            kind = _inside(_bare(kind), element)
        kind = _bare(kind)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, field in kind.model_fields.items():
                yield field.alias or name


def _inside(kind: object, element: str | int) -> object:
    """Return the type that one element of pydantic's path leads to, None where it leads nowhere."""
    if get_origin(kind) in (Union, UnionType):
        return next((member for member in get_args(kind) if _tag(member) == element), None)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        named = ((field.alias or name, field.annotation) for name, field in kind.model_fields.items())
        return next((annotation for name, annotation in named if name == element), None)
    arguments = get_args(kind)
    origin = get_origin(kind)
    return arguments[1 if origin in (dict, Mapping) else 0] if arguments else None


def _bare(kind: object) -> object:
    """Take off annotations and `| None`."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        members = [member for member in get_args(kind) if member is not type(None)]
        return _bare(members[0]) if len(members) == 1 else kind
    return kind


def _tag(member: object) -> str | None:
    return next((note.tag for note in get_args(member)[1:] if isinstance(note, Tag)), None)
