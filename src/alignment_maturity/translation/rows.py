"""The rows of the translation sheet, which writing and reading it derive from the questionnaire alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from alignment_maturity.model.texts import Text, name_of, texts

LONGEST = 16_000
"""Characters in a cell at most; a cell holds 32,767 units of UTF-16, of which a character may take two."""


class Row(NamedTuple):
    """A localised text, or a part of one that is too long for a cell.

    Attributes:
        key: what it is found again by.
        text: where it stands in the questionnaire.
        part: 1, or the number of the part.
        parts: how many rows the text has.
        cells: language to text.
    """

    key: str
    text: Text
    part: int
    parts: int
    cells: Mapping[str, str]


def rows(data: object, languages: Sequence[str]) -> Iterator[Row]:
    """Go through the rows of a sound questionnaire, in the order of its file.

    A text that is the same for every language stands under each of them.
    """
    for text in texts(data):
        name = name_of(data, text.path)
        pieces = {language: in_pieces(in_language(text, language)) for language in languages}
        parts = max(map(len, pieces.values()))
        for part in range(1, parts + 1):
            key = name if parts == 1 else f"{name} ({part}/{parts})"
            cells = {
                language: piece[part - 1] if part <= len(piece) else "" for language, piece in pieces.items()
            }
            yield Row(key, text, part, parts, cells)


def in_language(text: Text, language: str) -> str:
    """Return a text in one of the questionnaire's languages, as the file has it."""
    content = text.content
    return str(content[language] if isinstance(content, dict) else content)


def in_pieces(text: str) -> list[str]:
    """Cut a text into what cells can hold; an empty one is one piece."""
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)] or [""]
