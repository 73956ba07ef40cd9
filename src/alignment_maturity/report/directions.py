"""Names written from right to left, kept from turning the line they stand in.

A report is read from left to right. An Arabic or Hebrew name in a sentence would take the figures and the
punctuation after it along, so each stretch of such writing is set apart with the marks Unicode has for this.
"""

from __future__ import annotations

import re
from itertools import pairwise

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY = re.compile(f"[{_RIGHT_TO_LEFT}]")
_STRETCH = re.compile(
    f"[{_RIGHT_TO_LEFT}](?:[^&A-Za-z«»“”,;:·()]*[{_RIGHT_TO_LEFT}])?"
    rf"(?:\s*\([^&A-Za-z()]*[{_RIGHT_TO_LEFT}][^&A-Za-z()]*\))?"
)
"""Words up to the next sign that is ours, with what stands in brackets after them."""

_PARAGRAPH = re.compile(f'dir="auto"(?=>[^A-Za-z<]*[{_RIGHT_TO_LEFT}])')
"""Somebody's own paragraph that begins from the right."""

_TAG = re.compile(r"(<[^>]*>)")
_DIGITS = re.compile(r"\d[\d.,]*")
_MIRRORED = str.maketrans("()", ")(")
_LEFT_ALONE = ("<title", "<desc", "<style")


def set_apart(html: str, *, printed: bool) -> str:
    """Return a page with its stretches of writing from right to left set apart from the rest of their lines.

    Args:
        printed: whether the page goes to WeasyPrint, which finds no direction out by itself, and sets the
            lettering of drawings sign by sign from the left: there a stretch is written as it is seen.
    """
    if not _ANY.search(html):
        return html
    if printed:
        html = _PARAGRAPH.sub('dir="rtl"', html)
    pieces = ["", *_TAG.split(html)]
    return "".join(_told(tag, text, printed=printed) for tag, text in pairwise(pieces))


def _told(before: str, piece: str, *, printed: bool) -> str:
    """Return a tag as it is, and the text after one with its stretches set apart."""
    if piece.startswith("<") or before.startswith(_LEFT_ALONE) or " dir=" in before:
        return piece
    if printed and before.startswith("<text"):
        return _STRETCH.sub(_as_seen, piece)
    return _STRETCH.sub("\N{FIRST STRONG ISOLATE}\\g<0>\N{POP DIRECTIONAL ISOLATE}", piece)


def _as_seen(stretch: re.Match[str]) -> str:
    """Return a stretch from its left end to its right end, figures as they are."""
    seen = stretch[0][::-1].translate(_MIRRORED)
    return _DIGITS.sub(lambda figure: figure[0][::-1], seen)
