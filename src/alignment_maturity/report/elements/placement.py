"""The cover, the page for the board, the ladder and what its levels mean."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Block, Fact, Heading

LONG, LONGEST = 90, 160
"""Characters of an organisation that fill four lines in the largest print, and in smaller."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The front page.

    Attributes:
        label: what kind of document it is.
        organisation: whose report it is.
        placement: the level, in a sentence.
        facts: date, people, questionnaire.
    """

    label: str
    organisation: str
    placement: str
    facts: tuple[Fact, ...]
    drawing: Drawing

    @property
    def size(self) -> str:
        """The class name of an organisation too long for the largest print; empty for others."""
        if len(self.organisation) <= LONG:
            return ""
        return "long" if len(self.organisation) <= LONGEST else "longest"


@dataclass(frozen=True, slots=True)
class Move:
    """One of the first moves, on the board's page.

    Attributes:
        details: owner, effort and period.
    """

    rank: str
    title: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole report on one page.

    Attributes:
        warning: why the level is provisional, empty where it is not.
        figures: level and index, and one number for each function.
        figures_note: what the figures are.
        sure: how sure the level is.
        blocks: what blocks the next level.
        functions: how the functions see it.
        moves_title: heads the first moves.
        moves_note: what the whole plan leads to, empty for nothing.
        density: the class name of a page that has much to say, empty for others.
    """

    heading: Heading
    density: str
    lead: str
    warning: str
    drawing: Drawing
    figures: tuple[Fact, ...]
    figures_note: str
    sure: Block
    blocks: Block
    functions: Block
    moves_title: str
    moves: tuple[Move, ...]
    moves_note: str


@dataclass(frozen=True, slots=True)
class GateLabel:
    """A gate in the table of levels.

    Attributes:
        question: its name.
        status: whether it is passed, in words.
        state: the same as a class name: `passes`, `fails`, `contested`, `unanswered`.
    """

    question: str
    status: str
    state: str


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level in the table of levels.

    Attributes:
        verdict: whether it is attained, in words.
        state: the same as a class name: `start`, `attained`, `next`, `waiting`, `beyond`.
        here: whether it is the level attained.
        measure: coverage, or the index where placement goes by bands.
        threshold: what has to be reached, empty where there is none.
        bar, mark: how far the bar reaches and where the threshold stands, as CSS percentages; empty where
            there is no figure.
    """

    level: str
    name: str
    verdict: str
    state: str
    here: bool
    measure: str
    threshold: str
    bar: str
    mark: str
    gates: tuple[GateLabel, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels: why this one and why not the next.

    Attributes:
        why: why this level.
        why_not: why not the next one.
        symptoms: None where they are told with the rest of what the level means.
        measure: heads the column of what is measured.
        gates: heads a column; empty where there is none.
    """

    heading: Heading
    drawing: Drawing
    why: Block
    why_not: Block
    symptoms: Block | None
    caption: str
    measure: str
    gates: str
    rows: tuple[LevelRow, ...]


@dataclass(frozen=True, slots=True)
class LevelPortrait:
    """What a level is, and what it means to be there.

    Attributes:
        here: whether it is the level attained.
        label: which level it is to the reader.
        description: what the questionnaire says of it, empty for nothing.
        blocks: symptoms, risks or benefits.
    """

    level: str
    name: str
    here: bool
    label: str
    description: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What staying at the level attained costs and what the next one gives.

    Attributes:
        brief: whether a page would stay empty.
    """

    heading: Heading
    brief: bool
    levels: tuple[LevelPortrait, ...]
