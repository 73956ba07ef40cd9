"""The font that ships with the program, and which characters a font has."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from alignment_maturity.store.builtin import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUBSTITUTE = "□"
"""What stands for a character that no font here has."""

_DRAWN_ALTHOUGH_FORMAT = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f]"
)
"""Characters that Unicode counts among those that say how to write, and that yet have a shape."""


def own_faces() -> tuple[Path, ...]:
    """Return the files of our own font."""
    return tuple(sorted((data_folder("report_templates") / "fonts").glob("*.ttf")))


@lru_cache(maxsize=1)
def own_characters() -> frozenset[str]:
    """Return the characters of our own font; its faces all have the same."""
    return characters_of(own_faces()[0].read_bytes())


def characters_of(font: bytes) -> frozenset[str]:
    """Return the characters that a font has."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font), lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def visible(characters: Iterable[str]) -> frozenset[str]:
    """Return the characters that draw something: not line ends, joiners or variation selectors."""
    return frozenset(
        character
        for character in set(characters)
        if not "\ufe00" <= character <= "\ufe0f"
        and (unicodedata.category(character) not in {"Cc", "Cf"} or _DRAWN_ALTHOUGH_FORMAT.match(character))
    )


def private(characters: Iterable[str]) -> frozenset[str]:
    """Return the characters that mean what somebody agreed on: an archive may not hold them without words."""
    return frozenset(character for character in set(characters) if unicodedata.category(character) == "Co")
