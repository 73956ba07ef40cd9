"""The words of the report."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.elements.common import Fact, Heading


@dataclass(frozen=True, slots=True)
class Glossary:
    """What the words of the report mean, in alphabetical order."""

    heading: Heading
    entries: tuple[Fact, ...]
