"""How a text is written in YAML: in the way of the text it replaces, safe, and within the usual width."""

from __future__ import annotations

import re
from typing import NamedTuple

WIDTH = 110
"""Columns of a line, where a text has blanks to break it at."""

_NARROWEST = 40
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
# Of plain texts only those that no reader of any version of YAML could take for something else.
_PLAIN = re.compile(r"(?!.*(?:: | #|:$))[^\W\d_][^\t\n]*(?<! )")
_PLAIN_IN_BRACKETS = re.compile(r"[^\W\d_][^\t\n,:#\[\]{}]*(?<! )")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


class Written(NamedTuple):
    """A text as it is written.

    Attributes:
        head: what stands after the key or dash.
        body: the lines below it, without their indentation.
    """

    head: str
    body: tuple[str, ...] = ()


def in_block(text: str, style: str, column: int, indentation: int) -> Written:
    """Write a text as the value of a key or dash that stands on lines of its own.

    Args:
        text: any characters that a questionnaire may hold.
        style: how the text before was written: its first character; empty for none.
        column: where the head begins.
        indentation: of the body.
    """
    width = max(WIDTH - indentation, _NARROWEST)
    if "\n" not in text:
        line = _on_one_line(text, style, _PLAIN)
        fits = column + len(line) <= WIDTH or text != text.strip()
        return Written(line) if fits else Written(">-", tuple(_wrapped(text, width)))
    ending = "" if text.endswith("\n") else "-"
    lines = text.removesuffix("\n").split("\n")
    if not lines[0] or not lines[-1] or lines[0] != lines[0].strip() or any(map(_ends_blank, lines)):
        return Written(_double_quoted(text))
    if style != "|" and max(map(len, lines)) > width and not any(line[:1].isspace() for line in lines):
        return Written(f">{ending}", tuple(_paragraphs(lines, width)))
    return Written(f"|{ending}", tuple(lines))


def in_brackets(text: str, style: str, column: int, newline: str) -> str:
    """Write a text inside braces or brackets, where a long one goes on below its beginning."""
    line = _on_one_line(text, style, _PLAIN_IN_BRACKETS)
    if column + len(line) <= WIDTH or text != text.strip():
        return line
    if line[0] not in "\"'":
        line = _double_quoted(text)
    return f"{newline}{' ' * column}".join(_wrapped(line, max(WIDTH - column, _NARROWEST)))


def _on_one_line(text: str, style: str, plain: re.Pattern[str]) -> str:
    if style == "'" and not {"\n", "\t"} & set(text):
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and plain.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _double_quoted(text)


def _double_quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _ends_blank(line: str) -> bool:
    return line != line.rstrip()


def _paragraphs(lines: list[str], width: int) -> list[str]:
    """Fold lines: a break between two of them is an empty line more than there are breaks."""
    folded: list[str] = []
    for number, line in enumerate(lines):
        folded += [""] if number else []
        folded += _wrapped(line, width) if line else []
    return folded


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text at single blanks, which is what reading puts in the place of the breaks."""
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
