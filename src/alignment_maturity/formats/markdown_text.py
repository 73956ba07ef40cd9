"""Text that Markdown shows as it is."""

from __future__ import annotations

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]|~#$!]")
_LINK = re.compile(r"(?i)(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)")
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line; HTML and addresses in it stay text."""
    return _LIST.sub(r"\1\\\2\3", escape_within(text))


def escape_within(text: str) -> str:
    """Do the same for a text that does not begin a line."""
    text = " ".join(text.split())
    text = "".join(_ENTITIES.get(sign, sign) for sign in text)
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _LINK.sub(r"\g<0>\\", text)
