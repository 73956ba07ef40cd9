"""What a worksheet is made of, before it is put on a page.

All text is plain: whoever writes Markdown, Word or HTML escapes it. An empty value is room to fill in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

MOST_ROWS, MOST_LINES = 8, 36
"""Of a table that is not broken over two pages."""

LINE_LENGTH = 100
"""Characters across a page, about."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section (2) or of a part of it (3); the title of the document stands above."""

    text: str
    level: Literal[2, 3] = 2
    kind: Literal["heading"] = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `small` for what explains."""

    text: str
    small: bool = False
    kind: Literal["paragraph"] = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in, or filled; `hint` says beside it what belongs there."""

    label: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines to fill in, one under the other."""

    fields: tuple[Field, ...]
    kind: Literal["fields"] = field(default="fields", init=False)


@dataclass(frozen=True, slots=True)
class Space:
    """Room for some lines of free text under a label."""

    label: str
    hint: str = ""
    lines: int = 3
    kind: Literal["space"] = field(default="space", init=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` in parts of the whole."""

    title: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column heads its rows; line breaks in a cell divide paragraphs.

    `room` is the least height of a row in millimetres, more of it for handwriting.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    room: float
    kind: Literal["table"] = field(default="table", init=False)

    @property
    def whole(self) -> bool:
        """Whether the table is short enough to stay on one page."""
        lines = sum(max(map(_lines, row, self.shares)) for row in self.rows)
        return len(self.rows) <= MOST_ROWS and lines <= MOST_LINES

    @property
    def shares(self) -> tuple[float, ...]:
        """The widths of the columns in per cent of the whole."""
        whole = sum(column.width for column in self.columns)
        return tuple(round(100 * column.width / whole, 2) for column in self.columns)


def _lines(cell: str, share: float) -> int:
    """Estimate how many lines a cell takes in a column so wide."""
    across = max(1, int(LINE_LENGTH * share / 100))
    return sum(max(1, -(-len(paragraph) // across)) for paragraph in cell.split("\n"))


@dataclass(frozen=True, slots=True)
class CheckList:
    """Things to tick off."""

    items: tuple[str, ...]
    kind: Literal["checks"] = field(default="checks", init=False)


@dataclass(frozen=True, slots=True)
class Steps:
    """Things in their order."""

    items: tuple[str, ...]
    kind: Literal["steps"] = field(default="steps", init=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A box; `warning` where it says that something does not add up."""

    title: str
    sentences: tuple[str, ...]
    warning: bool = False
    kind: Literal["note"] = field(default="note", init=False)


Block = Heading | Paragraph | Fields | Space | Table | CheckList | Steps | Note


@dataclass(frozen=True, slots=True)
class Document:
    """A whole worksheet.

    Attributes:
        lang: BCP 47 tag of all text.
        kind: what it is, above its title.
        organisation: whose it is, empty where nobody's.
        date: of the answers, ISO 8601, empty where there are none.
        footer: the line at the foot of every page.
        generator: the program that made it.
        landscape: whether its pages lie on their long side.
    """

    lang: str
    kind: str
    title: str
    lead: str
    organisation: str
    date: str
    footer: str
    generator: str
    blocks: tuple[Block, ...]
    landscape: bool = False
