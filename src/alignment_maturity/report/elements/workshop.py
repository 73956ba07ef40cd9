"""What a workshop left."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.appendix import Note
from alignment_maturity.report.elements.common import Fact, Heading, Row
from alignment_maturity.report.elements.comparison import Topic
from alignment_maturity.report.elements.plan import EntryTable


@dataclass(frozen=True, slots=True)
class Move:
    """A question on which the last round differs from the first.

    Attributes:
        dimension: the name of its dimension.
        drawing: the votes of the first and the last round.
        sentences: who moved, and what became of the gap.
        agreed: what the room settled on, and how it stands to the votes; empty where it did not.
    """

    name: str
    dimension: str
    drawing: Drawing
    sentences: tuple[str, ...]
    agreed: str


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The votes on questions that have no drawing, in the order of the dimensions."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a workshop left: its votes, who moved, what was agreed, what was put off.

    Attributes:
        figures: how many questions were voted on, came closer, were agreed on, were put off.
        moves_title: heads the questions on which somebody moved.
        moves: those that moved furthest, farthest first.
        votes: the votes on the others; None where there are none.
        agenda_title: heads the questions that were put off.
        agenda: what to come back to, with the last votes as reasons.
        decisions: what was agreed on; None where nothing was.
        decisions_note: small print under it, empty for none.
        minutes_title: heads what was noted.
        minutes: what was noted for the room, by question; empty where it was not asked for.
    """

    heading: Heading
    brief: bool
    lead: str
    figures: tuple[Fact, ...]
    moves_title: str
    moves: tuple[Move, ...]
    votes: VoteTable | None
    agenda_title: str
    agenda: tuple[Topic, ...]
    decisions: EntryTable | None
    decisions_note: str
    minutes_title: str
    minutes: tuple[Note, ...]
