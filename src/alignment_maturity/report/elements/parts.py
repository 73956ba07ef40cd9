"""Prose, lists, tables and pictures: what a section is made of where no template lays it out.

Word and Markdown reports are written from these, and so are the consultant's own sections everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Fact, Heading

Role = Literal["lead", "body", "strong", "small", "label", "warning", "quote"]
"""What a paragraph is: the lead of a section, plain text, something to stress, small print, the label of what
follows, a warning, what somebody wrote."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    runs: tuple[Run, ...]
    role: Role = "body"

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section; `level` is 3 or 4, `tag` a label after it, empty for none."""

    text: str
    level: int = 3
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of items, numbered or not."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they stand at; `figures` where they are shown large, as on the board's page."""

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
    """

    lines: tuple[str, ...]
    number: bool = False
    tint: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of a table: its first cell heads it; `group` where it stands alone, above those it groups."""

    cells: tuple[TableCell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are the shares of its columns in per cent, as many as `columns`."""

    caption: str
    lead: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with its alternative text."""

    drawing: Drawing


Part = Paragraph | Subheading | Items | Facts | Table | Picture


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the report as its parts."""

    heading: Heading
    parts: tuple[Part, ...]
