"""Where in a Word template something is wrong: the paragraph, by its number and with its words.

To Jinja a part of the document is one text, in which docxtpl has left no trace of many paragraphs. What it
keeps is the order of the commands. So where each command has a line of its own, the line of an error tells
which command of the document it is about.
"""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from jinja2 import TemplateSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

_COMMAND = re.compile(r"\{(?:\{.*?\}|%.*?%)\}", re.DOTALL)
_START = re.compile(r"\{[{%][-+]?")
_STARTED = re.compile(r"\{[{%][-+]?$")
_PARAGRAPH = re.compile("<w:p([ >])")
_OPEN = re.compile(r"needs to be closed is '(\w+)'")
_OF_JINJA = frozenset({"<template>", "<unknown>"})
"""What Jinja calls a template that has no file."""


class Paragraph(NamedTuple):
    """A paragraph of a part of the document: its number there, from 1, and its words."""

    number: int
    text: str

    def column(self, name: str) -> int:
        """Return where a name stands in it, or else its first command, counted from 1."""
        found = _word(name).search(self.text) or _COMMAND.search(self.text)
        return found.start() + 1 if found else 1


class Part(NamedTuple):
    """A part of a document while it is filled.

    Attributes:
        xml: the part.
        given: what is handed on to be filled, `spread` out.
    """

    xml: str
    given: str


def spread(text: str) -> str:
    """Let each command go on in a new line, which changes nothing but the number of the line it is in."""
    return _COMMAND.sub(lambda found: _START.sub(r"\g<0>\n", found[0], count=1), text)


def paragraphs(root: BaseOxmlElement) -> Iterator[Paragraph]:
    """Go through the paragraphs of a part, those in tables and text boxes included."""
    for number, it in enumerate(root.iter(qn("w:p")), 1):
        texts = (text for text in it.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is it)
        yield Paragraph(number, "".join(text.text or "" for text in texts))


def naming(names: Iterable[str], among: Iterable[Paragraph]) -> Paragraph | None:
    """Return the first paragraph with a command in which one of these names stands."""
    words = [_word(name) for name in names]
    for paragraph in among:
        commands = _COMMAND.findall(paragraph.text)
        if any(word.search(command) for word in words for command in commands):
            return paragraph
    return None


def place(error: Exception, part: Part) -> Paragraph | None:
    """Return the paragraph that an error arose in while a part was filled, if it can be told."""
    owners = [
        (it, command) for it in paragraphs(parse_xml(part.xml)) for command in _COMMAND.findall(it.text)
    ]
    # docxtpl begins a line before each paragraph that is left.
    lines = _PARAGRAPH.sub(r"\n<w:p\1", part.given).split("\n")
    begun = [bool(_STARTED.search(line)) for line in lines]
    if sum(begun) != len(owners):
        return None  # a command of docxtpl's own has added others
    if isinstance(error, TemplateSyntaxError) and (unclosed := _OPEN.search(error.message or "")):
        return _last_open(unclosed[1], owners)
    number = sum(begun[: max(_line(error) - 1, 0)])
    return owners[number - 1][0] if number else None


def _line(error: Exception) -> int:
    """Return the line of the text given to Jinja; 0 where it cannot be told."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    steps = traceback.walk_tb(error.__traceback__)
    return next((line for frame, line in reversed([*steps]) if frame.f_code.co_filename in _OF_JINJA), 0)


def _last_open(name: str, owners: Sequence[tuple[Paragraph, str]]) -> Paragraph | None:
    """Return where the last command of a name begins that is never ended."""
    ended = 0
    for paragraph, command in reversed(owners):
        kind = re.match(r"\{%[-+]?(?:(?:p|tr|tc|r)\s)?\s*(\w+)", command)
        if kind and kind[1] == f"end{name}":
            ended += 1
        elif kind and kind[1] == name:
            if not ended:
                return paragraph
            ended -= 1
    return None


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
