"""The record that a report carries: what it was made of, and how, so that it can be made again."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from alignment_maturity.language import Lang
from alignment_maturity.model.benchmark import Benchmark
from alignment_maturity.model.questionnaire import Format, Strict
from alignment_maturity.model.scalars import (
    Day,
    Flag,
    Identifier,
    Level,
    Name,
    Whole,
    read_text,
    shown,
    within,
    wrong,
)

RECORD = "report.json"
RESULT = "result.json"

_SHA256 = re.compile("[0-9a-f]{64}")
_MOST = 2**53


def read_sha256(value: object) -> str:
    """Return a SHA-256 in hexadecimal."""
    text = read_text(value)
    if not _SHA256.fullmatch(text):
        raise wrong("bad-sha256", found=shown(text))
    return text


Sha256 = Annotated[
    str, BeforeValidator(read_sha256), WithJsonSchema({"type": "string", "pattern": f"^{_SHA256.pattern}$"})
]
Positive = Annotated[Whole, within(1, _MOST)]


class FileEntry(Strict):
    """An attached file, and the SHA-256 of its bytes."""

    file: Name
    sha256: Sha256


class WaveEntry(Strict):
    """The files of one wave.

    Attributes:
        left_out: the groups whose answers are not attached, because they are too small to be shown apart.
    """

    questionnaire: FileEntry
    answers: tuple[FileEntry, ...]
    left_out: tuple[Identifier, ...] = ()


class PlanTerms(Strict):
    """The terms of the plan; the next level is aimed at where `target` is None."""

    start: Day
    target: Level | None
    parallel: Positive


class Inputs(Strict):
    """All that a report is made of, programs aside.

    Attributes:
        sections: names of those chosen, in their order; empty for the usual ones.
        min_group: smallest group shown apart; the questionnaire's where None.
        date: of the report.
        brand, template: SHA-256 of what was used; None for the program's own.
        benchmark: what the organisation is set against; None for nothing.
        waves: oldest first; the last is the one reported on.
    """

    language: Lang
    sections: tuple[Name, ...]
    short: Flag
    include_notes: Flag
    min_group: Positive | None
    plan: PlanTerms
    date: Day | None
    brand: Sha256 | None
    template: Sha256 | None
    benchmark: Benchmark | None
    waves: Annotated[tuple[WaveEntry, ...], Field(min_length=1)]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of these inputs as JSON: keys sorted, no blanks, UTF-8."""
        plain = self.model_dump(mode="json")
        text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


class ResultEntry(FileEntry):
    """The attached result document.

    Attributes:
        rounded: whether its overall figures are rounded, because hidden ones could be worked out from them.
    """

    rounded: Flag


class Program(Strict):
    """What made the report."""

    name: Literal["alignment-maturity"]
    version: str
    weasyprint: str


class Record(Strict):
    """The record as `report.json` has it.

    Attributes:
        fingerprint: of `inputs`.
        pages: the SHA-256 of what each page shows: what draws it, its boxes, its turn, its scale.
        tools: the SHA-256 of everything they are drawn with, and of the links on them.
    """

    format: Format
    fingerprint: Sha256
    program: Program
    inputs: Inputs
    result: ResultEntry
    pages: tuple[Sha256, ...]
    tools: tuple[Sha256, ...]
