"""What changed since the last wave."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One level in the table of both waves.

    Attributes:
        gates: which of its gates changed, in sentences.
    """

    level: str
    name: str
    cells: tuple[Cell, ...]
    gates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelTable:
    """Coverage and gates of both waves.

    Attributes:
        gates: whether there is a column for them.
    """

    caption: str
    head: str
    columns: tuple[str, ...]
    gates: bool
    rows: tuple[LevelChange, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the organisation stood and stands.

    Attributes:
        cautions: what makes one doubt the comparison.
        figures: level, index and coverage, now and before.
        overall: the level in both waves or, with more waves, the trend; None where neither can be drawn.
        dimensions_title: heads the drawing of the dimensions.
        dimensions: the index of each dimension in both waves; None where there is nothing to compare.
        dimensions_note: small print under it, empty for none.
        levels: None where levels are not compared, or do not depend on coverage.
    """

    heading: Heading
    lead: str
    cautions: tuple[str, ...]
    figures: tuple[Fact, ...]
    overall: Drawing | None
    dimensions_title: str
    dimensions: Drawing | None
    dimensions_note: str
    levels: LevelTable | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, question by question and action by action.

    Attributes:
        brief: whether a page would stay empty.
        questions: the questions that went up or down; None where none did or none is compared.
        questions_note: small print under the drawing, empty for none.
        actions_lead: heads the actions, empty where there are none.
        actions, disagreements: groups of sentences, those without any left out.
        not_compared: empty where everything was.
    """

    heading: Heading
    brief: bool
    lead: str
    questions: Drawing | None
    questions_note: str
    actions_lead: str
    actions: tuple[Block, ...]
    disagreements: tuple[Block, ...]
    not_compared: Block
