"""Fonts of a brand: whether a face can be embedded and has the letters a report needs."""

from __future__ import annotations

import io
import logging
import string
from collections.abc import Mapping
from typing import TYPE_CHECKING

from alignment_maturity.store.brand_assets import Unfit

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LIMIT = 5 * 2**20

_SIGNATURES = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_NEEDED = string.ascii_letters + string.digits + "àèéìòùÀÈÉÌÒÙ" + ".,;:!?()-’"
_MEASURED = string.ascii_lowercase * 3 + string.ascii_uppercase + string.digits
_OURS = {"regular": 0.5744, "semibold": 0.5915, "bold": 0.6, "italic": 0.576}
"""The mean advance of those letters in the faces of our own font, in ems."""

_RESTRICTED, _USES = 0x0002, 0x000F
_NO_SUBSETS, _BITMAPS_ONLY = 0x0100, 0x0200


def check_face(data: bytes, face: str) -> float:
    """Check the file of a face; return how wide its letters run, 1 being as wide as in our own font.

    Args:
        face: one of `FACES`.

    Raises:
        Unfit: where it is no static TTF or OTF font, may not be embedded, or lacks letters.
    """
    if not data.startswith(_SIGNATURES):
        raise Unfit("font-format")
    from fontTools.ttLib import TTFont

    # Whatever it says about a font goes nowhere; unheard, it would be printed.
    logging.getLogger("fontTools").addHandler(logging.NullHandler())
    try:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            return _checked(font) / _OURS[face]
    except Unfit:
        raise
    except Exception:  # noqa: BLE001 - a broken font makes the library raise anything at all
        raise Unfit("font-damaged") from None


def _checked(font: TTFont) -> float:
    """Return the mean advance of its letters in ems."""
    if "fvar" in font:
        raise Unfit("font-variable")
    uses = font["OS/2"].fsType
    if uses & _USES == _RESTRICTED or uses & (_NO_SUBSETS | _BITMAPS_ONLY):
        raise Unfit("font-not-embeddable")
    letters = font.getBestCmap() or {}
    missing = "".join(letter for letter in _NEEDED if ord(letter) not in letters)
    if missing:
        raise Unfit("font-letters", missing=missing if len(missing) <= 40 else f"{missing[:40]}…")
    return _mean_advance(font, letters)


def _mean_advance(font: TTFont, letters: Mapping[int, str]) -> float:
    """Draw every letter that a report needs, and return how wide they run in ems."""
    from fontTools.pens.basePen import NullPen

    glyphs = font.getGlyphSet()
    for letter in _NEEDED:
        glyphs[letters[ord(letter)]].draw(NullPen())
    advances = [glyphs[letters[ord(letter)]].width for letter in _MEASURED]
    return float(sum(advances) / len(advances) / font["head"].unitsPerEm)
