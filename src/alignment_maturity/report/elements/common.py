"""What every section is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section: `message` says what its figures mean, `label` is its name in bookmarks."""

    id: str
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """A titled group of sentences."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it stands at."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table; `style` is its class name, empty for none."""

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
