"""The profile, the map of all questions and what to discuss."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Cell, Heading, Row, RowGroup


@dataclass(frozen=True, slots=True)
class Mark:
    """A mean level on a bar.

    Attributes:
        left: how far along it stands, as a CSS percentage.
        kind: its class name.
    """

    left: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What lies between two marks, or between level 1 and the only one.

    Attributes:
        left, width: where it begins and how long it is, as CSS percentages.
    """

    left: str
    width: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DimensionRow(Row):
    """A dimension in the table of the profile; without a bar where no mean level may be drawn."""

    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Profile:
    """The dimensions, as the two compared functions see them or overall.

    Attributes:
        brief: whether a page would stay empty.
        drawing: the radar; None where there are too few dimensions for one, or too many.
        axis: heads the column of the bars, which `columns` goes without; empty where there is no bar.
        marks: for each column the class name of its marks on the bars, empty for none.
    """

    heading: Heading
    brief: bool
    lead: str
    drawing: Drawing | None
    caption: str
    axis: str
    columns: tuple[str, ...]
    marks: tuple[str, ...]
    rows: tuple[DimensionRow, ...]

    @property
    def span(self) -> str:
        """How many columns there are, with that of the bars."""
        return str(len(self.columns) + bool(self.axis))


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All questions, as each function sees them.

    Attributes:
        brief: whether a page would stay empty.
        legend: from the lowest to the highest level.
    """

    heading: Heading
    brief: bool
    lead: str
    caption: str
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    legend: tuple[Cell, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A question worth talking about.

    Attributes:
        dimension: the name of its dimension.
        reasons: why it is worth talking about.
        text: the question as it was asked.
        probe: what the facilitator can ask, empty for nothing.
    """

    rank: str
    name: str
    dimension: str
    reasons: tuple[str, ...]
    text: str
    probe: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """What the functions should talk about, most pressing first."""

    heading: Heading
    brief: bool
    lead: str
    topics: tuple[Topic, ...]
