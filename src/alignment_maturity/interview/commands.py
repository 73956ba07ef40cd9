"""What a line typed in the interview means."""

from __future__ import annotations

import re
from typing import NamedTuple

from alignment_maturity.language.interview import COMMANDS

_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_BY_WORD = {word: command for command, words in COMMANDS.items() for word in words}
_WITH_ARGUMENT = {"note", "evidence", "jump"}


class Typed(NamedTuple):
    """A line, understood.

    Attributes:
        command: a key of `COMMANDS`, or `enter` (nothing was typed), `number`, `text` (none of these).
        argument: the digits, the text, or what follows the command; else empty.
    """

    command: str
    argument: str = ""


def understand(line: str) -> Typed:
    """Read a line; the words of both languages are understood whatever the language of the interview."""
    line = line.strip()
    if not line:
        return Typed("enter")
    if number := _NUMBER.fullmatch(line):
        return Typed("number", number[1])
    whole = " ".join(line.lower().replace("’", "'").split())
    if whole in _BY_WORD:
        return Typed(_BY_WORD[whole])
    word, *rest = line.split(maxsplit=1)
    command = _BY_WORD.get(word.lower().rstrip(":"))
    if command in _WITH_ARGUMENT:
        return Typed(command, "".join(rest))
    return Typed("text", line)
