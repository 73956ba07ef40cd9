"""What the templates are given: finished words, class names and coordinates, nothing left to compute.

All text is plain; the templates escape it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignment_maturity.report.drawing import Drawing


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
class Cover:
    """The front page."""

    label: str
    organisation: str
    placement: str
    facts: tuple[Fact, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Move:
    """One of the first moves, on the board's page."""

    rank: str
    title: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole report on one page."""

    heading: Heading
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


@dataclass(frozen=True, slots=True)
class GateLabel:
    """A gate in the table of levels; `state` is also its class name."""

    question: str
    status: str
    state: str


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level in the table of levels.

    Attributes:
        here: whether it is the level attained.
        measure: coverage, or the index where placement goes by bands.
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
    """The levels: why this one and why not the next; `gates` heads a column, empty where there is none."""

    heading: Heading
    drawing: Drawing
    why: Block
    why_not: Block
    symptoms: Block
    caption: str
    measure: str
    gates: str
    rows: tuple[LevelRow, ...]


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


@dataclass(frozen=True, slots=True)
class Profile:
    """The dimensions, as the two compared functions see them or overall."""

    heading: Heading
    lead: str
    drawing: Drawing | None
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All questions, as each function sees them; `legend` goes from the lowest to the highest level."""

    heading: Heading
    lead: str
    caption: str
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    legend: tuple[Cell, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A question worth talking about."""

    rank: str
    name: str
    dimension: str
    reasons: tuple[str, ...]
    text: str
    probe: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """What the functions should talk about, most pressing first; `brief` where a page would stay empty."""

    heading: Heading
    brief: bool
    lead: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An action in full."""

    rank: str
    title: str
    priority: bool
    reason: str
    why: str
    steps: tuple[str, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Keep:
    """At the top of the scale, a question with room left: where to look so as to stay there."""

    name: str
    detail: str
    advice: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What blocks the next level and what to do about it; at the top, what keeps it."""

    heading: Heading
    lead: str
    blocks: Block
    priority: Block
    cards_title: str
    cards: tuple[Card, ...]
    more_title: str
    more_columns: tuple[str, ...]
    more: tuple[Row, ...]
    keeps: tuple[Keep, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the placement came about, with its own figures."""

    heading: Heading
    steps: tuple[Block, ...]
    chances: Drawing | None
    limits: Block
    terms: tuple[Fact, ...]
    sources: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CountCell:
    """How many people of a group chose an option; `bar` is a CSS percentage, empty for nobody."""

    text: str
    bar: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option of a question and who chose it.

    Attributes:
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
    """What somebody wrote beside an answer."""

    who: str
    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class QuestionAnswers:
    """The answers to one question; `crowded` where there are too many groups for bars."""

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


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a report says.

    Attributes:
        lang: BCP 47 tag of all text.
        date: of the report, ISO 8601, empty where none is known.
        running: the line at the head of every page.
        footer: the line at the foot of every page.
        words: the fixed words of the templates.
        profile, heat_map, answers: None where nothing was answered.
        discussion: None where there is nothing to discuss.
    """

    lang: str
    title: str
    subject: str
    author: str
    generator: str
    date: str
    running: str
    footer: str
    words: Mapping[str, str]
    cover: Cover
    board: Board
    ladder: Ladder
    profile: Profile | None
    heat_map: HeatMap | None
    discussion: Discussion | None
    steps: Steps
    method: Method
    answers: Answers | None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The heads of all sections, in order."""
        sections = (
            self.board, self.ladder, self.profile, self.heat_map, self.discussion, self.steps, self.method,
            self.answers,
        )  # fmt: skip
        return tuple(section.heading for section in sections if section is not None)
