"""The actions: as cards, along time, by effort and gain."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading


@dataclass(frozen=True, slots=True)
class Card:
    """An action in full; `anchor` is what other parts of the report refer to it by."""

    anchor: str
    rank: str
    title: str
    priority: bool
    reason: str
    why: str
    steps: tuple[str, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An action on a line of a table.

    Attributes:
        mark: its rank, or the letter of one outside the plan.
        tag: a label after its title, empty for none.
        detail: a smaller line under its title.
        anchor: the card it refers to, empty for none.
        command: what to type, for the last column, to be broken between its parts only; empty for none.
    """

    mark: str
    title: str
    tag: str
    detail: str
    anchor: str
    cells: tuple[Cell, ...]
    command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Actions under one heading with a smaller line; without a name they stand alone."""

    name: str
    detail: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntryTable:
    """Actions in a table; `columns` go without that of the action."""

    caption: str
    lead: str
    head: str
    columns: tuple[str, ...]
    groups: tuple[EntryGroup, ...]

    @property
    def span(self) -> str:
        """How many columns there are, with that of the action."""
        return str(len(self.columns) + 1)


@dataclass(frozen=True, slots=True)
class Keep:
    """At the top of the scale, a question with room left: where to look so as to stay there."""

    name: str
    detail: str
    advice: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What leads to the target; at the top of the scale, what keeps it.

    Attributes:
        warning: why the target is out of reach, empty where it is not.
        blocks: what keeps the next level away, its priority, the shortest way up.
        more: the actions whose cards are in the appendix; None where all are here.
        optional: what is worth doing outside the plan; None where nothing is.
        documents: the worksheets that the actions of the plan point to; None where they point to none.
    """

    heading: Heading
    warning: tuple[str, ...]
    lead: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    more: EntryTable | None
    optional: EntryTable | None
    documents: EntryTable | None
    keeps: tuple[Keep, ...]


@dataclass(frozen=True, slots=True)
class FurtherSteps:
    """The cards for which the main pages have no room."""

    heading: Heading
    lead: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The actions along time; several drawings where there are too many for one.

    `brief` where a page would stay empty.
    """

    heading: Heading
    brief: bool
    lead: str
    drawings: tuple[Drawing, ...]
    table: EntryTable


@dataclass(frozen=True, slots=True)
class Matrix:
    """The actions by effort and gain; without a drawing, only the sentence that says why."""

    heading: Heading
    lead: str
    drawing: Drawing | None
    note: str
    table: EntryTable | None
