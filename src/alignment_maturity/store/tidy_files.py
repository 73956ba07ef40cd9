"""Small answer files written tidily, read several times faster than any file can be.

Nothing is ever reported here: what these readers give is what `documents` would give without a problem, and
for everything else, sound or not, they give nothing.
"""

from __future__ import annotations

import os
import re
import stat

import orjson

from alignment_maturity.model.scalars import Plain
from alignment_maturity.store.places import Data, Limits
from alignment_maturity.store.yaml_nodes import NULLS

_LIMITS = Limits()
_LARGEST_YAML = min(_LIMITS.bytes, _LIMITS.nodes)  # a node has a character
_LARGEST_JSON = min(
    _LIMITS.bytes, 2 * _LIMITS.nodes
)  # in JSON also something that separates it from the next
_Open = tuple[int, dict[str, Data] | list[Data]]  # the column of a map or list, and its data
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)

# A key ends within 1024 characters: libyaml reads no longer ones.
_KEY = r"[a-z0-9][a-z0-9_-]{0,99}+"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_QUOTED_ON = r"\"[^\"\\\n]*+(?:\n ++[^\"\\\n]++)*+\"|'[^'\n]*+(?:\n ++[^'\n]++)*+'"
# A text that begins like one ends at a colon, a hash or its line, in brackets also at others.
_FIRST = r"[^ \n?:,#&*!|>'\"%@`\[\]{}-]"
_PLAIN = rf"(?>{_FIRST}(?:[^:#\n]*[^:#\n ])?)"
_PLAIN_ON = rf"{_PLAIN}(?> *+\n ++{_PLAIN}(?= *+\n))*+"
_PLAIN_IN_BRACKETS = rf"(?>{_FIRST}(?:[^:#\n,?\[\]{{}}]*[^:#\n,?\[\]{{}} ])?)"
# Possessive wherever blanks meet, so that no text makes them go back and back.
_LINE = re.compile(
    rf"( *+)(- ++)?+(?:({_KEY}):(?![^ \n]))?+ *+({_PLAIN_ON}|{_QUOTED_ON}|\{{[^\n]*\}})?"
    r" *+(?:(?<![^ \n])#[^\n]*+)?\n|([\s\S]+)"
)
_PIECE = re.compile(
    rf" *+(?:({_KEY}): ++({_PLAIN_IN_BRACKETS}|{_QUOTED}|\{{(?! *+,))|\}})( *+,(?= ))?|([\s\S]+)"
)

_BREAK = re.compile(r" *+\n ++")


def status_of(path: str) -> os.stat_result | None:
    """Return what the system tells of a file; nothing where there is none."""
    try:
        return os.stat(path)  # noqa: PTH116 - a Path would normalise the name, and takes as long as the reading
    except (OSError, ValueError):
        return None


def read_small(path: str, status: os.stat_result | None) -> bytes | None:
    """Return what is in a regular file of usual size, as its status says; nothing where it cannot be read."""
    if status is None or not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST_JSON:
        return None
    try:
        descriptor = os.open(path, _READ_ONLY)
        try:
            data = os.read(descriptor, status.st_size + 1)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    return data if len(data) == status.st_size else None


def tidy_json(data: bytes) -> Data:
    """Read JSON, with its numbers and booleans as such; of equal keys in a map only the last is left.

    The texts may hold any character.
    """
    if len(data) > _LARGEST_JSON:
        return None
    try:
        read: Data = orjson.loads(data)
    except (orjson.JSONDecodeError, RecursionError):
        return None
    return read


def has_all_keys(data: bytes, read: Data, keys: int) -> bool:
    """Tell whether what was read of JSON, so many keys, surely has all that are written."""
    colons = data.count(b":")
    if colons == keys:
        return True
    # Others stand in texts, unless a key is lost. One written as an escape would make up for that.
    if b"\\" in data and rb"\u003" in data:
        return False
    try:
        return orjson.dumps(read).count(b":") == colons
    except (orjson.JSONEncodeError, RecursionError):
        return False


def tidy_yaml(data: bytes) -> dict[str, Data] | None:
    """Read YAML whose lines are keys, keys with their values, and entries of lists of maps.

    Values are texts, plain or quoted without escapes, and maps in braces on one line. Depth is not limited.
    """
    if len(data) > _LARGEST_YAML:
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    # What is printable holds nothing invisible, and no blanks or line ends that readers could differ about.
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _outline(text if text[-1:] == "\n" else f"{text}\n")
    except _Untidy:
        return None


class _Untidy(Exception):
    """A text that is something else than this module reads."""


def _outline(text: str) -> dict[str, Data]:
    """Put lines together by their indentation."""
    root: dict[str, Data] = {}
    opened: list[_Open] = [(0, root)]
    top, column, waiting = root, 0, ""  # `waiting` is a key whose value may follow on the next lines
    for blanks, dash, key, written, rest in _LINE.findall(text):
        here = len(blanks)
        if here != column or waiting or dash or not key:
            if not (key or dash or written or rest):
                continue
            if rest or not (key or dash):
                raise _Untidy
            top, column, waiting = _moved(opened, here, dash, waiting), here + len(dash), ""
            if not key:
                top.update(_braces(written))
                opened.pop()
                column = -1  # what follows stands elsewhere
                continue
        if key in top:
            raise _Untidy
        top[key] = _value(written if "\n" not in written else _unfolded(written, column))
        if not written:
            waiting = key
    if not root:
        raise _Untidy
    return root


def _moved(opened: list[_Open], here: int, dash: str, waiting: str) -> dict[str, Data]:
    """Return the map that an entry in column `here` belongs to, beginning or ending what that implies."""
    column, top = opened[-1]
    if waiting and isinstance(top, dict):
        if dash and here >= column:
            entries: list[Data] = []
            top[waiting] = entries
            opened.append((here, entries))
        elif here > column:
            inner: dict[str, Data] = {}
            top[waiting] = inner
            opened.append((here, inner))
            return inner
    while opened[-1][0] > here:
        opened.pop()
    if not dash and isinstance(
        opened[-1][1], list
    ):  # its dashes stood in the column of the key it belongs to
        opened.pop()
    column, top = opened[-1]
    if column != here or isinstance(top, list) != bool(dash):
        raise _Untidy
    if isinstance(top, dict):
        return top
    item: dict[str, Data] = {}
    top.append(item)
    opened.append((here + len(dash), item))
    return item


def _unfolded(written: str, column: int) -> str:
    """Put a text on one line whose later lines stand to the right of its key."""
    breaks: list[str] = _BREAK.findall(written)
    if any(len(line_break) - line_break.index("\n") - 1 <= column for line_break in breaks):
        raise _Untidy
    return _BREAK.sub(" ", written)


def _value(written: str) -> Data:
    if not written:
        return None
    first = written[0]
    if first == "{":
        return _braces(written)
    if first in "\"'":
        return written[1:-1]
    return None if written in NULLS else Plain(written)


def _braces(text: str) -> dict[str, Data]:
    """Read a map in braces, which may have others inside."""
    root: dict[str, Data] = {}
    opened = [root]
    more = True
    if text[:1] != "{":
        raise _Untidy
    for key, written, comma, rest in _PIECE.findall(text, 1):
        if rest or not opened or more != bool(key) or key in opened[-1]:
            raise _Untidy
        more = bool(comma)
        if not key:
            opened.pop()
        elif written == "{":
            inner: dict[str, Data] = {}
            opened[-1][key] = inner
            opened.append(inner)
            more = True
        else:
            opened[-1][key] = _value(written)
    if opened:
        raise _Untidy
    return root
