"""The words of the full screens."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

import alignment_maturity
from alignment_maturity.language import Phrase, screens, workshop_screen
from alignment_maturity.language.interview import NOTICES
from alignment_maturity.model.questionnaire import NOT_APPLICABLE, UNKNOWN

PACKAGE = Path(alignment_maturity.__file__).parent
WRITTEN = [
    node
    for folder in ("cli", "screens")
    for path in (PACKAGE / folder).rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
]
WORDS = {node.value for node in WRITTEN if isinstance(node, ast.Constant) and isinstance(node.value, str)}
BEGINNINGS = {
    str(first.value)
    for node in WRITTEN
    if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant)
}


@pytest.mark.parametrize("table", [screens.PHRASES, workshop_screen.PHRASES], ids=["screens", "workshop"])
def test_every_phrase_is_said_somewhere(table: Mapping[str, Phrase]) -> None:
    """Translators would look after words that nobody reads."""
    words = WORDS | {NOT_APPLICABLE, UNKNOWN}
    ends = words | set(NOTICES)

    def said(key: str) -> bool:
        composed = any(key.startswith(begun) and key.removeprefix(begun) in ends for begun in BEGINNINGS)
        counted = key.endswith("-one") and key.removesuffix("-one") in WORDS
        return key in words or composed or counted

    assert [key for key in table if not said(key)] == []
