"""What every section is made of."""

from __future__ import annotations

from dataclasses import dataclass

LONG, LONGEST = 100, 170
"""Characters of a message that fill three lines in large print, and in smaller."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section.

    Attributes:
        id: what links lead to.
        label: its name in bookmarks and contents.
        message: what the figures of the section mean, in a sentence.
    """

    id: str
    label: str
    message: str

    @property
    def size(self) -> str:
        """The class name of a message too long for large print; empty for others."""
        if len(self.message) <= LONG:
            return ""
        return "long" if len(self.message) <= LONGEST else "longest"


@dataclass(frozen=True, slots=True)
class Block:
    """A titled group of sentences.

    Attributes:
        sentences: a paragraph or a line of a list each.
    """

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it stands at.

    Attributes:
        label: what it is about.
        value: the figure or the words.
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table.

    Attributes:
        style: its class name, empty for none.
    """

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its head, a smaller line under it, its cells."""

    name: str
    detail: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Lines of a table under one heading."""

    name: str
    rows: tuple[Row, ...]
