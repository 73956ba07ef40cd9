"""Text that Markdown shows as it is."""

from __future__ import annotations

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]|~#$!]")
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line; HTML in it stays text."""
    text = " ".join(text.split())
    text = "".join(_ENTITIES.get(sign, sign) for sign in text)
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _LIST.sub(r"\1\\\2\3", text)
