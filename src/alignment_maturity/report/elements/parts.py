"""Prose, lists, tables and pictures: what a section is made of where no template lays it out.

Word and Markdown reports are written from these, and so are the consultant's own sections everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Fact, Heading

Role = Literal["lead", "body", "strong", "small", "label", "warning", "quote"]
"""What a paragraph is: the lead of a section, plain text, something to stress, small print, the label of what
follows, a warning, what somebody wrote."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style.

    Attributes:
        bold, italic: how it is set.
    """

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose.

    Attributes:
        role: what it is in its section.
    """

    kind: ClassVar = "paragraph"
    runs: tuple[Run, ...]
    role: Role = "body"

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section.

    Attributes:
        level: 3 or 4.
        tag: a label after it, empty for none.
        mark: the rank or the level before it, empty for none.
        detail: smaller text after it, empty for none.
    """

    kind: ClassVar = "subheading"
    text: str
    level: int = 3
    tag: str = ""
    mark: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of items, numbered or not.

    Attributes:
        numbered: whether the items have numbers.
    """

    kind: ClassVar = "items"
    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they stand at.

    Attributes:
        figures: whether they are shown large, as on the board's page.
    """

    kind: ClassVar = "facts"
    facts: tuple[Fact, ...]
    figures: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table.

    Attributes:
        lines: paragraphs, usually one.
        number: whether it is set like a figure.
        tint: which tint of the palette lies behind it, None for none.
        bold: whether it is stressed.
        mark: the rank, letter or level before it, empty for none.
        tag: a label after it, empty for none.
        detail: a smaller line under it, empty for none.
    """

    lines: tuple[str, ...]
    number: bool = False
    tint: int | None = None
    bold: bool = False
    mark: str = ""
    tag: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table: its first cell heads it.

    Attributes:
        group: whether it heads the lines down to the next such; it then has one cell, as wide as the table.
    """

    cells: tuple[TableCell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        caption: what it shows, empty where a subheading says so.
        lead: a smaller line under the caption, empty for none.
        columns: the heads of its columns; empty where it has none.
        widths: the shares of its columns in per cent, for as many as there are.
    """

    kind: ClassVar = "table"
    caption: str
    lead: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the tints of the table that follows stand for, from the lowest to the highest."""

    kind: ClassVar = "legend"
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with its alternative text."""

    kind: ClassVar = "picture"
    drawing: Drawing


Part = Paragraph | Subheading | Items | Facts | Table | Legend | Picture


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the report as its parts; `brief` where a page of its own would stay empty."""

    heading: Heading
    parts: tuple[Part, ...]
    brief: bool = False
