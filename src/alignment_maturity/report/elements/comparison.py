"""The profile, the map of all questions and what to discuss."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Cell, Heading, Row, RowGroup


@dataclass(frozen=True, slots=True)
class Profile:
    """The dimensions, as the two compared functions see them or overall."""

    heading: Heading
    lead: str
    drawing: Drawing | None
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All questions, as each function sees them; `legend` goes from the lowest to the highest level."""

    heading: Heading
    lead: str
    caption: str
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    legend: tuple[Cell, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A question worth talking about."""

    rank: str
    name: str
    dimension: str
    reasons: tuple[str, ...]
    text: str
    probe: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """What the functions should talk about, most pressing first; `brief` where a page would stay empty."""

    heading: Heading
    brief: bool
    lead: str
    topics: tuple[Topic, ...]
