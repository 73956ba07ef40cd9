"""Fonts inside a Word document, masked as the format wants them to be."""

from __future__ import annotations

import io
import re

_EDITABLE = frozenset({0x0000, 0x0008})
"""What a font says where documents that hold it may be edited (OS/2 fsType)."""


def masked(font: bytes, key: str) -> bytes:
    """Mask a font by the key that stands beside it in the table of fonts (ECMA-376 part 4, 2.8.1)."""
    mask = bytes.fromhex(re.sub("[{}-]", "", key))[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font, mask, strict=False)) + font[len(mask) :]


def can_be_embedded(font: bytes) -> bool:
    """Tell whether Word takes a font along: with TrueType outlines, and in documents to be edited."""
    from fontTools.ttLib import TTFont

    if font.startswith(b"OTTO"):
        return False
    with TTFont(io.BytesIO(font), lazy=True) as opened:
        return int(opened["OS/2"].fsType) & 0x000F in _EDITABLE
