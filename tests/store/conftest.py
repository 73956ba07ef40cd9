"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignment_maturity.errors import InvalidInput, Problem
from alignment_maturity.store.documents import Document, parse_document
from alignment_maturity.store.places import Limits

Refused = Callable[..., list[tuple[str, int, int]]]


def reasons(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


@pytest.fixture
def read() -> Callable[..., Document]:
    """Read a text as the content of `file.yaml`, or of another name."""

    def read(text: str, name: str = "file.yaml", limits: Limits | None = None) -> Document:
        return parse_document(name, text.encode(), limits=limits or Limits())

    return read


@pytest.fixture
def refused(read: Callable[..., Document]) -> Refused:
    """Return what is wrong with a text, as (code, line, column)."""

    def refused(
        text: str, name: str = "file.yaml", limits: Limits | None = None
    ) -> list[tuple[str, int, int]]:
        with pytest.raises(InvalidInput) as caught:
            read(text, name, limits)
        return reasons(caught.value.problems)

    return refused


@pytest.fixture
def mini() -> str:
    """Return the text of the contract's example questionnaire."""
    return (Path(__file__).parents[1] / "examples/contract/mini.yaml").read_text(encoding="utf-8")
