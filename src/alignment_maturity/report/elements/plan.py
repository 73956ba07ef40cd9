"""The actions: as cards, along time, by effort and gain."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Block, Cell, Fact, Heading


@dataclass(frozen=True, slots=True)
class Card:
    """An action in full.

    Attributes:
        anchor: what other parts of the report refer to it by.
        priority: whether it belongs to the one priority of the step.
        reason: what it changes.
        why: what the questionnaire says for it, empty for nothing.
        steps: the first steps.
        facts: owner, effort, period, prerequisites.
        evidence: what shows that it is done, and what to measure.
    """

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
    """An action, or what a workshop agreed on, on a line of a table.

    Attributes:
        mark: its rank, or the letter of one outside the plan; empty for none.
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
    """Entries under one heading.

    Attributes:
        name: the heading; without one they stand alone.
    """

    name: str
    detail: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntryTable:
    """Entries in a table.

    Attributes:
        columns: the heads of the columns after the first.
    """

    caption: str
    lead: str
    head: str
    columns: tuple[str, ...]
    groups: tuple[EntryGroup, ...]

    @property
    def span(self) -> str:
        """How many columns there are, with the first."""
        return str(len(self.columns) + 1)


@dataclass(frozen=True, slots=True)
class Keep:
    """At the top of the scale, a question with room left: where to look so as to stay there.

    Attributes:
        advice: what to look after.
    """

    name: str
    detail: str
    advice: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What leads to the target; at the top of the scale, what keeps it.

    Attributes:
        warning: why the target is out of reach, empty where it is not.
        brief: whether a page would stay empty.
        blocks: what keeps the next level away, its priority, the shortest way up.
        overview: in a short report, the first actions in place of their cards; else None.
        more: the actions whose cards are in the appendix; None where all are here.
        optional: what is worth doing outside the plan; None where nothing is.
        note: in a short report, what there was no room for.
    """

    heading: Heading
    brief: bool
    warning: tuple[str, ...]
    lead: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    overview: EntryTable | None
    more: EntryTable | None
    optional: EntryTable | None
    keeps: tuple[Keep, ...]
    note: str


@dataclass(frozen=True, slots=True)
class FurtherSteps:
    """The cards for which the main pages have no room."""

    heading: Heading
    lead: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The actions along time; several drawings where there are too many for one.

    Attributes:
        brief: whether a page would stay empty.
        table: the actions by horizon; None in a short report, whose plan has the dates.
        note: in a short report, what there was no room for.
    """

    heading: Heading
    brief: bool
    lead: str
    drawings: tuple[Drawing, ...]
    table: EntryTable | None
    note: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The actions by effort and gain; without a drawing, only the sentence that says why."""

    heading: Heading
    lead: str
    drawing: Drawing | None
    note: str
    table: EntryTable | None


@dataclass(frozen=True, slots=True)
class Worksheets:
    """What to work with: documents to fill in, the next meeting, the next wave.

    Attributes:
        brief: whether a page would stay empty.
        table: the documents that the actions of the plan point to; None where they point to none.
    """

    heading: Heading
    brief: bool
    lead: str
    table: EntryTable | None
    blocks: tuple[Block, ...]
