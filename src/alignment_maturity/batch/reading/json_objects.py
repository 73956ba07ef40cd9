"""One JSON object, read with care: the lines that `json_fields` does not vouch for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NoReturn

from alignment_maturity.model.scalars import shown

_HALF = re.compile("[\ud800-\udfff]")

Value = str | None | list[object] | dict[str, object]


class NotAnObject(Exception):
    """A line that cannot be used: a key of `language.problems.PHRASES`, and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


def read_object(line: bytes) -> dict[str, Value]:
    """Return an object whose scalars are texts as they are spelled, null being None.

    Raises:
        NotAnObject: where the line is something else, or has a key twice.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        raise NotAnObject("not-utf-8", byte=f"0x{line[error.start]:02x}") from None
    try:
        data = json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_int=str,
            parse_float=str,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError):
        raise NotAnObject("json-syntax") from None
    if not isinstance(data, dict):
        raise NotAnObject("expected-map", found=shown(data))
    return {key: _scalar(value) for key, value in data.items()}


def unescaped(text: str) -> str:
    """Return what a JSON string with escapes stands for."""
    value: str = json.loads(f'"{text}"')
    return _whole_characters(value)


def _whole_characters(text: str) -> str:
    # Half a character can be written in JSON, and in no text; what stands for it no name may have either.
    return text if text.isascii() else _HALF.sub("\ufffe", text)


def _scalar(value: object) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _whole_characters(value)
    return value if isinstance(value, (list, dict)) else None


def _no_constant(text: str) -> NoReturn:
    raise ValueError(text)


def _without_twins(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise NotAnObject("key-twice", key=shown(key))
            seen.add(key)
    return made
