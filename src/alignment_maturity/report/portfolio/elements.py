"""What the template of the comparative report is given: finished words, class names and coordinates.

All text is plain; the template escapes it. What is not explained here is as in `report.elements`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.brand import BrandView
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading
from alignment_maturity.report.elements.placement import Board, Cover


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a table.

    Attributes:
        name, detail, tag: its head, a smaller line under it, a label after it; empty for none.
        share: how long its bar is, as a CSS percentage; empty where it has none.
        style: its class name, empty for none.
    """

    name: str
    detail: str
    cells: tuple[Cell, ...]
    tag: str = ""
    share: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under one heading, empty for none."""

    name: str
    rows: tuple[TableLine, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column.

    Attributes:
        style: the class name of the column, which its width hangs on.
        turned: whether it is written upwards.
        width: in millimetres; empty where the style sheet says.
    """

    name: str
    style: str = ""
    turned: bool = False
    width: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column heads its lines.

    Attributes:
        style: its class name.
    """

    style: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[LineGroup, ...]

    @property
    def span(self) -> str:
        """How many columns it has."""
        return str(len(self.columns))

    @property
    def turned(self) -> bool:
        """Whether heads are written upwards."""
        return any(column.turned for column in self.columns)


@dataclass(frozen=True, slots=True)
class Section:
    """A message with what it rests on.

    Attributes:
        style: its class name.
        brief: whether it may share a page.
        legend: from the lowest to the highest figure; empty where no cell is tinted.
    """

    kind: ClassVar = "section"
    style: str
    heading: Heading
    lead: str
    brief: bool = False
    legend: tuple[Cell, ...] = ()
    drawing: Drawing | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """What is on the pages, and how to read it.

    Attributes:
        sources: the questionnaire and the program.
    """

    kind: ClassVar = "method"
    heading: Heading
    accounts: tuple[Block, ...]
    sources: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The organisations of one questionnaire.

    Attributes:
        cover: heads the first page, which is the board's.
        footer: the line at the foot of every page.
        brand: whoever hands the report over; None where no brand is given.
    """

    cover: Cover
    footer: str
    brand: BrandView | None
    board: Board
    sections: tuple[Section | Method, ...]


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """Everything a comparative report says.

    Attributes:
        lang, title, subject, author, generator, date: of the document.
        sources: heads what the report rests on.
    """

    lang: str
    title: str
    subject: str
    author: str
    generator: str
    date: str
    sources: str
    parts: tuple[Part, ...]
