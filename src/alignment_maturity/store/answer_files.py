"""Answer files on disk: written as YAML or JSON that people can read and change by hand."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import yaml

from alignment_maturity.errors import WorkFailed
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.files import write_atomically

YAML_ENDINGS = (".yaml", ".yml")
ENDINGS = (*YAML_ENDINGS, ".json")

_ONE_LINE = 2**31 - 1  # width at which no text is broken
# Reads as the same text in every version of YAML.
_UNQUOTED = re.compile(r"[^\W\d_](?:[\w .&’'/()+-]*[\w.)])?")
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


Reason = Literal["edited", "outgrown"]
"""Why a file was set aside: edited by hand, or given to a version of the questionnaire that is gone."""


class SavedAnswers:
    """The file of one interview, written after every change.

    What was not written here (a file edited by hand, whose comments would be lost, or one that does not fit
    its questionnaire any more) is first set aside as `NAME.orig`, an ending that no glob for answer files
    takes up.
    """

    def __init__(
        self,
        path: Path,
        last: AnswerFile | None,
        *,
        outgrown: bool = False,
        on_set_aside: Callable[[Path, Reason], None],
    ) -> None:
        """Begin with what was read from the file, None where there is no file yet.

        Args:
            outgrown: whether the questionnaire has changed and the file holds more than what was read.
            on_set_aside: is told the new name of what was set aside, and why it was.
        """
        self._path = path
        self._last = last
        self._reason: Reason = "outgrown" if outgrown else "edited"
        self._on_set_aside = on_set_aside

    def save(self, file: AnswerFile) -> None:
        """Write the file whole or not at all; raises WorkFailed."""
        if self._last is not None:
            self._set_aside(as_text(self._last, self._path).encode())
        save_answer_file(self._path, file, replace=self._last is not None)
        self._last = file
        self._reason = "edited"

    def _set_aside(self, expected: bytes) -> None:
        found = _content(self._path)
        if found is None or found == expected:
            return
        for number in itertools.count(1):
            copy = self._path.with_name(f"{self._path.name}.orig{'' if number == 1 else number}")
            there = _content(copy)
            if there is None:
                write_atomically(copy, found, replace=False)
                self._on_set_aside(copy, self._reason)
                return
            if there == found:
                return


def save_answer_file(path: Path, file: AnswerFile, *, replace: bool) -> None:
    """Write a file whole or not at all; raises WorkFailed."""
    write_atomically(path, as_text(file, path).encode(), replace=replace)


def as_text(file: AnswerFile, path: Path) -> str:
    """Write answers as YAML or JSON, by the ending of `path`; reading the text gives the same answers."""
    document = _document(file)
    if path.suffix.lower() in YAML_ENDINGS:
        dumped = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_ONE_LINE)
        return str(dumped)
    return json.dumps(document, ensure_ascii=False, indent=2, default=dt.date.isoformat) + "\n"


def _content(path: Path) -> bytes | None:
    """Return what is in a file, None where there is none; raises WorkFailed."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorkFailed("system", reason=error.strerror or str(error)) from error


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


def _text_node(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    """Quote what any reader could take for something else than text; text of several lines keeps them."""
    style = "|" if "\n" in text else '"'
    if _UNQUOTED.fullmatch(text) and text.lower() not in _NOT_TEXT:
        style = ""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _Dumper(yaml.CSafeDumper):
    """Writes YAML that readers of version 1.1 and 1.2 understand alike."""


_Dumper.add_representer(str, _text_node)
