"""Answer files on disk: written as YAML or JSON that people can read and change by hand."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from alignment_maturity.errors import WorkFailed
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.files import write_atomically

YAML_ENDINGS = (".yaml", ".yml")
ENDINGS = (*YAML_ENDINGS, ".json")

_WIDTH = 100
_OPEN = {"answers", "respondents", "workshop"}  # one entry a line, however few
_REMARKS = {"note", "evidence"}
# Reads as the same text in every version of YAML, inside brackets too.
_UNQUOTED = re.compile(r"[^\W\d_](?:[\w .&’'/()+-]*[\w.)])?")
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
# Breaks that some readers take for the end of a line, and the mark they drop.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


class SavedAnswers:
    """The file of one interview, written after every change.

    What was not written here (a file edited by hand, whose comments would be lost) is first set aside as
    `NAME.orig`, an ending that no glob for answer files takes up.
    """

    def __init__(self, path: Path, last: AnswerFile | None, *, on_set_aside: Callable[[Path], None]) -> None:
        """Begin with what was read from the file, None where there is no file yet."""
        self._path = path
        self._last = last
        self._on_set_aside = on_set_aside

    def save(self, file: AnswerFile) -> None:
        """Write the file whole or not at all; raises WorkFailed."""
        if self._last is not None:
            self._set_aside(as_text(self._last, self._path).encode())
        save_answer_file(self._path, file, replace=self._last is not None)
        self._last = file

    def _set_aside(self, expected: bytes) -> None:
        try:
            found = self._path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise WorkFailed("system", reason=error.strerror or str(error)) from error
        if found == expected:
            return
        for number in itertools.count(1):
            copy = self._path.with_name(f"{self._path.name}.orig{'' if number == 1 else number}")
            if not copy.exists():
                write_atomically(copy, found, replace=False)
                self._on_set_aside(copy)
                return
            if copy.read_bytes() == found:
                return


def save_answer_file(path: Path, file: AnswerFile, *, replace: bool) -> None:
    """Write a file whole or not at all; raises WorkFailed."""
    write_atomically(path, as_text(file, path).encode(), replace=replace)


def as_text(file: AnswerFile, path: Path) -> str:
    """Write answers as YAML or JSON, by the ending of `path`; reading the text gives the same answers."""
    document = _document(file)
    if path.suffix.lower() in YAML_ENDINGS:
        return "\n".join(_mapping(document, "")) + "\n"
    return json.dumps(document, ensure_ascii=False, indent=2, default=dt.date.isoformat) + "\n"


def _document(file: AnswerFile) -> dict[str, Any]:
    """Return answers as plain data: option values that are levels as numbers, no key that says nothing."""
    document = file.model_dump(exclude_none=True, exclude_defaults=True)
    for person in (document, *document.get("respondents", ())):
        if "answers" in person:
            person["answers"] = {key: _compact(answer) for key, answer in person["answers"].items()}
    for discussion in document.get("workshop", {}).values():
        if "agreed" in discussion:
            discussion["agreed"] = _level_or_text(discussion["agreed"])
        for votes in discussion.get("rounds", ()):
            for group, counts in votes.items():
                votes[group] = {_level_or_text(value): count for value, count in counts.items()}
    return document


def _compact(answer: dict[str, str]) -> object:
    if "value" not in answer:
        return answer
    value = _level_or_text(answer["value"])
    return value if len(answer) == 1 else {**answer, "value": value}


def _level_or_text(value: str) -> int | str:
    return int(value) if re.fullmatch("[1-9]", value) else value


def _mapping(document: Mapping[Any, Any], pad: str) -> Iterator[str]:
    """Write a map as a block: each entry on one line where that suits it, else on several."""
    for key, value in document.items():
        yield from _node(f"{pad}{_scalar(key)}: ", value, pad, key)


def _node(head: str, value: object, pad: str, key: object) -> Iterator[str]:
    line = None if key in _OPEN and value else _line(value, key)
    if line is not None and (not isinstance(value, Mapping | list | tuple) or len(head + line) <= _WIDTH):
        yield head + line
    elif isinstance(value, str):
        yield f"{head}|-"
        yield from (f"{pad}  {part}" if part else "" for part in value.split("\n"))
    elif isinstance(value, Mapping):
        yield head.rstrip()
        yield from _mapping(value, f"{pad}  ")
    elif isinstance(value, Iterable):
        yield head.rstrip()
        for item in value:
            yield from _item(item, f"{pad}  ")


def _item(value: Mapping[Any, Any], pad: str) -> Iterator[str]:
    line = _line(value, None)
    if line is not None and len(pad + line) + 2 <= _WIDTH:
        yield f"{pad}- {line}"
    else:
        first, *others = _mapping(value, f"{pad}  ")
        yield f"{pad}- {first.lstrip()}"
        yield from others


def _line(value: object, key: object) -> str | None:
    """Write a value on one line, in brackets if need be; None where a text in it wants lines of its own."""
    if isinstance(value, str):
        if "\n" in value and value[0] not in " \t\n" and not _ESCAPED.search(value):
            return None
        return _quoted(value) if key in _REMARKS else _scalar(value)
    if isinstance(value, Mapping):
        parts = [(_scalar(inner), _line(item, inner)) for inner, item in value.items()]
        if any(part is None for _, part in parts):
            return None
        return "{" + ", ".join(f"{inner}: {part}" for inner, part in parts) + "}"
    if isinstance(value, list | tuple):
        items = [_line(item, None) for item in value]
        return None if None in items else "[" + ", ".join(item or "" for item in items) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value.isoformat() if isinstance(value, dt.date) else str(value)
    if _UNQUOTED.fullmatch(value) and value.lower() not in _NOT_TEXT:
        return value
    return _quoted(value)


def _quoted(text: str) -> str:
    """Write text in double quotes, as JSON does, and escape what YAML would read otherwise."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
