"""What verifying found: checks, each with its outcome and what differs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from alignment_maturity.errors import Problem
from alignment_maturity.language import LANGUAGES, Lang

KEPT = 200
"""How many differences of one check are kept; the rest are counted."""

LONGEST = 120
_ABSENT = object()


class Outcome(StrEnum):
    """How a check ended; only `DIFFERS` keeps a report from holding."""

    HOLDS = "holds"
    CAUTION = "caution"
    DIFFERS = "differs"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes:
        where: its place in an attached document, or the page.
        report: what the report says; None where it says nothing.
        again: what comes out again; None where nothing does.
        unit: what both are numbers of, a key of `language.verify.UNITS`; empty where they are none.
    """

    where: str
    report: str | None
    again: str | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: of the check, a key of `language.verify.NAMES`.
        code: a key of `language.verify.PHRASES`, `values` what it is filled with; a value that is not the
            same in both languages is a map of both (`in_both`).
        more: how many further differences were found and not kept.
        problems: what keeps an attached file from being used.
    """

    name: str
    outcome: Outcome
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    more: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was looked at in a report.

    Attributes:
        language: of the report.
    """

    language: Lang
    fingerprint: str
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return all(check.outcome is not Outcome.DIFFERS for check in self.checks)


def differing(name: str, code: str, differences: Iterable[Difference], **values: object) -> Check:
    """Make the check that found differences, and count those that are not kept."""
    found = iter(differences)
    kept = tuple(islice(found, KEPT))
    return Check(name, Outcome.DIFFERS, code, values, kept, sum(1 for _ in found))


def in_both(told: Callable[[Lang], str]) -> dict[Lang, str]:
    """Return a value of a check that is not the same in both languages."""
    return {lang: told(lang) for lang in LANGUAGES}


def load(data: bytes | None) -> object:
    """Read a JSON document of unknown origin; None where it is none."""
    try:
        return json.loads(data or b"")
    except (ValueError, RecursionError):
        return None


def compare(report: object, again: object, where: str = "") -> Iterator[Difference]:
    """Go through everything in which two JSON documents differ."""
    if isinstance(report, dict) and isinstance(again, dict):
        for key in dict.fromkeys((*again, *report)):
            path = f"{where}.{key}" if where else str(key)
            yield from compare(report.get(key, _ABSENT), again.get(key, _ABSENT), path)
    elif isinstance(report, list) and isinstance(again, list):
        for place in range(max(len(report), len(again))):
            one = report[place] if place < len(report) else _ABSENT
            other = again[place] if place < len(again) else _ABSENT
            yield from compare(one, other, f"{where}[{_label(one, other, place)}]")
    elif isinstance(report, bool) is not isinstance(again, bool) or report != again:
        yield Difference(where, _shown(report), _shown(again))


def _label(one: object, other: object, place: int) -> str:
    """Name an entry of a list by what it is about, where both sides say the same."""
    for key in ("id", "action"):
        names = [entry.get(key) for entry in (one, other) if isinstance(entry, dict)]
        if len(names) == 2 and names[0] == names[1] and isinstance(names[0], str):
            return names[0]
    return str(place)


def _shown(value: object) -> str | None:
    if value is _ABSENT:
        return None
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
