"""What the page on the set of organisations is made of."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Fact, Heading, RowGroup


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Where the organisation stands among others.

    Attributes:
        cautions: what makes the comparison less sure.
        figures: the index, and what it is set against.
        findings: what the figures say, in sentences.
        drawing: the quartiles of each index; None where there are none, or too many for a page.
        columns: the heads of the columns, that of the first among them.
        levels_title: heads the drawing of levels, empty where there is none.
        levels: how the set is spread over the levels; None where that would tell of single organisations.
        notes_title: heads the notes.
        notes: who is in the set, and how its figures were computed.
    """

    heading: Heading
    lead: str
    cautions: tuple[str, ...]
    figures: tuple[Fact, ...]
    findings: tuple[str, ...]
    drawing: Drawing | None
    caption: str
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    levels_title: str
    levels: Drawing | None
    notes_title: str
    notes: tuple[str, ...]
