"""What libyaml's complaints mean to somebody who wrote the file by hand."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from alignment_maturity.model.scalars import shown
from alignment_maturity.store.places import Fault

# What libyaml was doing and what disturbed it, our code, and whether it is about where the construct began.
_PLAIN_CASES = (
    (re.compile("found a tab character"), "tab-indentation", False),
    (re.compile("unknown escape|expected hexdecimal|character escape code"), "bad-escape", False),
    (re.compile("found unexpected ':'"), "colon-in-text", False),
    (re.compile("scanning a quoted scalar"), "unclosed-quote", True),
    (re.compile("could not find expected ':'"), "missing-colon", True),
)
_TAG = re.compile("(scanning|parsing) a tag|undefined tag handle")
# What libyaml believes to be reading; whoever wrote a text that starts so meant none of them.
_RESERVED = re.compile("scanning (an anchor|an alias|a block scalar|a directive)")
_KEY = re.compile(r":(\s|$)", re.MULTILINE)


class Surroundings(NamedTuple):
    """What was open when reading broke off: the mistake is often there, while libyaml stumbles much later.

    Attributes:
        text: the whole text.
        brackets: offsets of the brackets not closed yet, outermost first.
        quoted: span of the last quoted text.
    """

    text: str
    brackets: list[int]
    quoted: tuple[int, int] | None


def fault_of(error: yaml.MarkedYAMLError, around: Surroundings) -> Fault:
    """Say in our codes what `error` says."""
    complaint = f"{error.context}: {error.problem}"
    at = error.problem_mark.index if error.problem_mark else len(around.text)
    begun = error.context_mark.index if error.context_mark else at
    for pattern, code, about_begin in _PLAIN_CASES:
        if pattern.search(complaint):
            return Fault(code, begun if about_begin else at)
    if _TAG.search(complaint):
        return Fault("tag", begun, {"name": shown(around.text[begun:].split(maxsplit=1)[0])})
    if _RESERVED.search(complaint):
        return _on_character(around.text, begun, "reserved-character")
    if "did not find expected" in complaint:
        return _unexpected(around, at)
    return _out_of_place(around.text, at)


def _out_of_place(text: str, at: int) -> Fault:
    """Judge a character that may not stand where it stands."""
    if text.startswith(":", at):
        return _colon(text, at)
    if text.startswith("\t", at):
        return Fault("tab-indentation", at)
    if text.startswith("-", at) and _begins_line(text, at):
        return Fault("bad-indentation", at)
    return _on_character(text, at, "reserved-character")


def _colon(text: str, at: int) -> Fault:
    """Judge a colon: one too many on its line, or after a key that was read as the rest of a text."""
    line = _line_start(text, at)
    if _KEY.search(text, line, at):
        return Fault("colon-in-text", at)
    first = at - len(text[line:at].lstrip())
    above = text[:line].rstrip()
    line_above = above[_line_start(above, len(above)) :]
    indent_above = len(line_above) - len(line_above.lstrip())
    if indent_above == first - line and not _KEY.search(line_above):
        return Fault("missing-colon", len(above) - len(line_above.lstrip()))
    return Fault("bad-indentation", first)


def _unexpected(around: Surroundings, at: int) -> Fault:
    """Judge what stands where a key, a dash, a comma or the end should be."""
    text, brackets, quoted = around
    after_quotes = quoted is not None and not text[quoted[1] : at].strip(" \t")
    if quoted and after_quotes and "\n" in text[slice(*quoted)]:
        return Fault("unclosed-quote", quoted[0])
    if brackets and (not text[at:].strip() or "\n" in text[brackets[-1] : at]):
        return _on_character(text, brackets[-1], "unclosed-bracket")
    if text.startswith(("]", "}"), at):
        return _on_character(text, at, "stray-bracket")
    if text.startswith(":", at):
        return Fault("missing-colon" if after_quotes else "colon-in-text", at)
    if brackets:
        return Fault("yaml-syntax" if text.startswith(",", at) else "missing-comma", at)
    return Fault("bad-indentation" if _begins_line(text, at) else "text-after-value", at)


def _on_character(text: str, at: int, code: str) -> Fault:
    return Fault(code, at, {"character": text[at : at + 1]})


def _begins_line(text: str, at: int) -> bool:
    return not text[_line_start(text, at) : at].strip()


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
