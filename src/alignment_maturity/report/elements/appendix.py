"""The method and all answers."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.common import Block, Fact, Heading, Row
from alignment_maturity.report.elements.placement import GateLabel


@dataclass(frozen=True, slots=True)
class Working:
    """The placement worked out: a line for each dimension, their mean, what it is held against.

    Attributes:
        head: heads the column of the dimensions.
        weight: heads the column of the weights; empty where they are all alike or not shown.
        columns: the heads of the figures: the levels, or the index.
        rows: the dimensions, with their weights as details; empty where their figures are withheld.
        totals: the sum, the mean, the limits.
        gates_head: heads the line of the gates.
        gates: for each column; empty, with its head, where no gate has a say.
        verdict_head: heads the line of the verdicts.
        verdicts: for each column.
    """

    caption: str
    head: str
    weight: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    gates_head: str
    gates: tuple[tuple[GateLabel, ...], ...]
    verdict_head: str
    verdicts: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def span(self) -> str:
        """How many columns there are."""
        return str(len(self.columns) + 1 + bool(self.weight))


@dataclass(frozen=True, slots=True)
class Account:
    """How one part of the result was computed, with a table or a picture where it helps.

    Attributes:
        working: None where there is nothing to work out.
        drawing: None where there is no picture of it.
    """

    block: Block
    working: Working | None
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class Method:
    """How the placement and the plan came about, with their own figures."""

    heading: Heading
    accounts: tuple[Account, ...]
    limits: Block
    sources: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CountCell:
    """How many people of a group chose an option.

    Attributes:
        text: the number.
        bar: a CSS percentage, empty for nobody.
    """

    text: str
    bar: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option of a question and who chose it.

    Attributes:
        value: what stands for it in files.
        text: as it was offered.
        agreed: whether the room settled on it.
        chosen: whether anybody did choose it.
    """

    value: str
    text: str
    agreed: bool
    chosen: bool
    cells: tuple[CountCell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote beside an answer.

    Attributes:
        who: whose it is, as far as it may be told.
        note: the words, empty for none.
        evidence: what was given as evidence, empty for nothing.
    """

    who: str
    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class QuestionAnswers:
    """The answers to one question.

    Attributes:
        text: the question as it was asked.
        tag: what is special about it, empty for nothing.
        crowded: whether there are too many groups for bars.
    """

    name: str
    text: str
    tag: str
    crowded: bool
    columns: tuple[str, ...]
    rows: tuple[OptionRow, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers to the questions of one dimension."""

    name: str
    questions: tuple[QuestionAnswers, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The distribution of the answers, never with names."""

    heading: Heading
    lead: str
    groups: tuple[AnswerGroup, ...]
