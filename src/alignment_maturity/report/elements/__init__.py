"""What the templates are given: finished words, class names and coordinates, nothing left to compute.

All text is plain; the templates escape it. Where a class says nothing else of them:

Attributes:
    brief: whether a page of its own would stay empty.
    caption: the title of the table.
    columns: the heads of the columns.
    detail: a smaller line beside the name, empty for none.
    head: heads the first column.
    kind: which class it is of.
    lead: what is said under the heading, or in a smaller line beside the title; empty for nothing.
    level: the number of the level.
    name: what it is called.
    note, notes: small print under it, empty for none.
    rank: its number among its like.
    tag: a label after the name, empty for none.
    text: the words.
    title: what it is called, or what heads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from alignment_maturity.report.elements.appendix import Answers, Method
from alignment_maturity.report.elements.benchmark import Benchmark
from alignment_maturity.report.elements.brand import BrandView
from alignment_maturity.report.elements.common import Heading
from alignment_maturity.report.elements.comparison import Discussion, HeatMap, Profile
from alignment_maturity.report.elements.glossary import Glossary
from alignment_maturity.report.elements.parts import Chapter
from alignment_maturity.report.elements.placement import Board, Cover, Ladder, Meaning
from alignment_maturity.report.elements.plan import FurtherSteps, Matrix, Roadmap, Steps, Worksheets
from alignment_maturity.report.elements.progress import Changes, Progress
from alignment_maturity.report.elements.workshop import Workshop

Section = (
    Board | Benchmark | Ladder | Meaning | Profile | HeatMap | Discussion | Workshop | Steps | Roadmap
    | Matrix | Progress | Changes | Worksheets | Method | FurtherSteps | Answers | Glossary | Chapter
)  # fmt: skip


OWN_SECTION = "own_section"
"""The name that every section of a brand's own goes by."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a report says.

    Attributes:
        lang: BCP 47 tag of all text.
        title: of the document.
        subject: of the document: the questionnaire and the level, in a sentence or two.
        author: the organisation.
        generator: the name and version of the program.
        date: of the report, ISO 8601, empty where none is known.
        running: the line at the head of every page.
        footer: the line at the foot of every page.
        words: the fixed words of the templates.
        has_cover: whether the report has a front page; else the first page begins with what it says.
        order: the names of the sections wanted, in their order.
        benchmark: None where no set to compare with is given.
        meaning: None where the questionnaire says nothing of it, or nothing was answered.
        profile, heat_map, answers: None where nothing was answered.
        discussion: None where there is nothing to discuss.
        workshop: None where there was none.
        roadmap: None where there are no actions.
        matrix: None where there is nothing to compare.
        progress, changes: None where no earlier wave is given.
        worksheets: None where nothing was answered and no action has one.
        further_steps: None where all cards are on the main pages.
        brand: whoever hands the report over; None where no brand is given.
        own: the sections that the brand adds, by their names in `order`.
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
    has_cover: bool
    order: tuple[str, ...]
    cover: Cover
    board: Board
    benchmark: Benchmark | None
    ladder: Ladder
    meaning: Meaning | None
    profile: Profile | None
    heat_map: HeatMap | None
    discussion: Discussion | None
    workshop: Workshop | None
    steps: Steps
    roadmap: Roadmap | None
    matrix: Matrix | None
    progress: Progress | None
    changes: Changes | None
    worksheets: Worksheets | None
    method: Method
    further_steps: FurtherSteps | None
    answers: Answers | None
    glossary: Glossary | None
    brand: BrandView | None = None
    own: Mapping[str, Chapter] = field(default_factory=dict)

    @property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """The sections that are wanted and have something to say, with their names, in their order."""
        return tuple(found for name in self.order if (found := self._section(name)) is not None)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The heads of all sections, in order."""
        return tuple(section.heading for _, section in self.sections)

    def _section(self, name: str) -> tuple[str, Section] | None:
        if name in self.own:
            return OWN_SECTION, self.own[name]
        section = getattr(self, name)
        return None if section is None else (name, section)
